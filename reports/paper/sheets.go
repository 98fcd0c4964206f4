package paper

import (
	"fmt"
	"image"

	"siaga/reports/paper/pdfa"
	"siaga/reports/paper/sheet"
)

// Sheets is a document that is laid out. It does not change any more and may
// be read by several goroutines.
type Sheets struct{ doc *sheet.Document }

// LayOut breaks the document into pages and adds what stands on each of them.
// It fails if a part could not be drawn, such as a broken crest.
func (d *Doc) LayOut() (sheets *Sheets, err error) {
	defer rescue("layout", &err)
	if d.err != nil {
		return nil, d.err
	}
	doc := &sheet.Document{
		Title: oneLine(d.setup.Title), Author: oneLine(d.setup.Author), Subject: oneLine(d.setup.Subject),
		Creator: oneLine(d.setup.Creator), Language: d.setup.Language, Date: d.setup.Date,
		Width: d.style.Paper.Width * mm, Height: d.style.Paper.Height * mm, Tree: d.tree,
	}
	f := flow{style: d.style, doc: doc}
	f.place(d.strips)
	for i := range doc.Pages {
		d.furnish(&doc.Pages[i], i+1, len(doc.Pages))
	}
	return &Sheets{doc: doc}, nil
}

// Count returns the number of pages, at least one.
func (s *Sheets) Count() int { return len(s.doc.Pages) }

// Document returns the pages as marks, for whoever inspects them.
func (s *Sheets) Document() *sheet.Document { return s.doc }

// Picture draws one page, counted from 0, at that many dots per inch.
func (s *Sheets) Picture(page int, dpi float64) (image.Image, error) {
	picture, err := s.doc.Picture(page, dpi)
	if err != nil {
		return nil, fmt.Errorf("paper: %w", err)
	}
	return picture, nil
}

// PDF returns the document as tagged PDF/A-2u file; equal documents give
// equal bytes.
func (s *Sheets) PDF() (file []byte, err error) {
	defer rescue("pdf", &err)
	e := encoder{doc: s.doc}
	raw, err := e.encode()
	if err != nil {
		return nil, fmt.Errorf("paper: %w", err)
	}
	return pdfa.Finish(raw, e.dossier())
}

// CheckPDFA checks a file for the structural rules of PDF/A-2u that this
// package keeps; it names the first one broken.
func CheckPDFA(pdf []byte) error { return pdfa.Check(pdf) }

// rescue turns a panic into an error: a document must not end the program.
func rescue(what string, err *error) {
	if cause := recover(); cause != nil {
		*err = fmt.Errorf("paper: %s: %v", what, cause)
	}
}
