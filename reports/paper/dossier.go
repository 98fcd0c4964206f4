package paper

import (
	"slices"

	"siaga/reports/paper/pdfa"
	"siaga/reports/paper/sheet"
)

// image returns the number under which a picture is embedded, once however
// often it is drawn.
func (e *encoder) image(image *sheet.Image) int {
	if i := slices.Index(e.images, image); i >= 0 {
		return i
	}
	e.images = append(e.images, image)
	return len(e.images) - 1
}

// dossier is what the finished file says about the document.
func (e *encoder) dossier() pdfa.Dossier {
	return pdfa.Dossier{
		Title: e.doc.Title, Author: e.doc.Author, Subject: e.doc.Subject, Creator: e.doc.Creator,
		Language: e.doc.Language, Date: e.doc.Date, Images: e.images, Tree: e.elem(e.doc.Tree),
	}
}

// elem returns the structure with the places of its content; parts without
// any content are left out.
func (e *encoder) elem(node *sheet.Node) *pdfa.Elem {
	elem := &pdfa.Elem{Role: node.Role, Alt: node.Alt, Scope: node.Scope, Span: node.Span, Content: e.places[node]}
	for _, kid := range node.Kids {
		if sub := e.elem(kid); len(sub.Kids) > 0 || len(sub.Content) > 0 || keepsPlace(kid) {
			elem.Kids = append(elem.Kids, sub)
		}
	}
	return elem
}

// keepsPlace tells whether an empty part still counts: a table's empty cell.
func keepsPlace(node *sheet.Node) bool { return node.Role == "TD" || node.Role == "TH" }
