// Package sheet holds a document that is already laid out: pages of marks at
// fixed places, in points (1/72 inch) from the top left corner of the page.
// There are three kinds of mark: [Text], [Path] and [Picture]. Each belongs to
// a [Node] of the document's structure (heading, paragraph, table cell …) or,
// with no node, is an artefact that a screen reader passes over.
//
// The PDF and the picture of a page are drawn from the same marks, with the
// same font metrics, and therefore cannot differ.
package sheet

import "time"

// Document is a finished layout with what a reader program shows around it.
type Document struct {
	Title, Author, Subject, Creator string
	Language                        string    // BCP 47: "id-ID" or "en-GB"
	Date                            time.Time // the document's own date, with its zone
	Width, Height                   float64   // of every page, in points
	Pages                           []Page
	Tree                            *Node
	Outline                         []Entry
}

// Page is one side of paper; its items are drawn in order.
type Page struct{ Items []Item }

// Item is a mark and the part of the document it belongs to; nil: artefact.
type Item struct {
	Node *Node
	Mark Mark
}

// Node is an element of the logical structure; Role is a standard structure
// type of ISO 32000-1 14.8.4. A node has either kids or marks, never both.
type Node struct {
	Role  string
	Alt   string // what a Figure shows, in words
	Scope string // of a TH: "Column" or "Row"
	Span  int    // columns that a TD covers; 0: one
	Kids  []*Node
}

// Add hangs a new kid under the node and returns it.
func (n *Node) Add(role string) *Node {
	kid := &Node{Role: role}
	n.Kids = append(n.Kids, kid)
	return kid
}

// Entry is a line of the table of contents that a reader program shows.
type Entry struct {
	Title string
	Level int // from 0; never more than one deeper than the entry before
	Page  int // from 0
	Y     float64
}
