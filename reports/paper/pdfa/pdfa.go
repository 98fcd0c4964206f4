// Package pdfa turns the plain PDF that gofpdf writes into PDF/A-2u (ISO
// 19005-2, level U) with a tagged structure, and checks files for the rules
// that it keeps.
//
// PDF/A asks for five things that gofpdf does not write: a binary comment in
// the second line, a file identifier, a colour profile, XMP metadata and a
// legal ToUnicode map. The first of them cannot be appended, so [Finish]
// rewrites the file: it takes the objects apart, changes some of them, adds the
// rest and writes a new cross-reference table. Equal input gives equal bytes.
package pdfa

import (
	"fmt"
	"time"

	"siaga/reports/paper/sheet"
)

// Dossier is what the finished file says about itself beyond its pages.
type Dossier struct {
	Title, Author, Subject, Creator string
	Language                        string // "id-ID", "en-GB"
	Date                            time.Time
	Images                          []*sheet.Image // drawn as /Im0, /Im1 … in that order
	Tree                            *Elem
}

// Finish rewrites a gofpdf file as PDF/A-2u. It refuses files of any other
// shape.
func Finish(raw []byte, d Dossier) ([]byte, error) {
	f, err := parse(raw)
	if err != nil {
		return nil, err
	}
	f.objects[f.info] = []byte(information(d))
	f.replaceUnicodeMaps()
	f.nameFonts()
	if err := f.addImages(d.Images); err != nil {
		return nil, err
	}
	if err := f.extend(f.root, f.catalog(d)); err != nil {
		return nil, err
	}
	return f.write(), nil
}

// catalog adds the colour profile, the metadata and the structure tree to the
// file and returns the entries that name them in the catalogue.
func (f *file) catalog(d Dossier) string {
	profile := f.addStream("/N 3", profileSRGB())
	intent := f.add(fmt.Sprintf("<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)"+
		"/Info(sRGB IEC61966-2.1)/DestOutputProfile %d 0 R>>", profile))
	metadata := f.addStream("/Type/Metadata/Subtype/XML", xmp(d))
	tree := f.addTree(d.Tree)
	return fmt.Sprintf("/Metadata %d 0 R\n/OutputIntents [%d 0 R]\n/Lang %s\n/ViewerPreferences<</DisplayDocTitle true>>\n"+
		"/StructTreeRoot %d 0 R\n/MarkInfo<</Marked true>>\n", metadata, intent, literal(d.Language), tree)
}
