package pdfa

import (
	"fmt"
	"strings"
)

// Elem is an element of the structure tree with the content it holds.
type Elem struct {
	Role, Alt, Scope string
	Span             int
	Kids             []*Elem
	Content          []Place
}

// Place names a marked piece of content: its page and its number there, both
// counted from 0.
type Place struct{ Page, ID int }

// addTree writes the structure tree and the way back from each piece of
// content to its element (ISO 32000-1 14.7), and returns the tree's root.
func (f *file) addTree(top *Elem) int {
	w := treeWriter{file: f, parents: make([][]int, len(f.pages))}
	root, parentTree := f.add(""), f.add("")
	document := w.elem(top, root)
	var numbers strings.Builder
	for page, object := range f.pages {
		fmt.Fprintf(&numbers, "%d [%s]\n", page, refs(w.parents[page]))
		// parse has seen that a page is a dictionary: extend cannot fail
		_ = f.extend(object, fmt.Sprintf("/StructParents %d/Tabs/S", page))
	}
	f.objects[parentTree] = []byte("<</Nums[" + numbers.String() + "]>>")
	f.objects[root] = fmt.Appendf(nil, "<</Type/StructTreeRoot/K[%d 0 R]/ParentTree %d 0 R/ParentTreeNextKey %d>>",
		document, parentTree, len(f.pages))
	return root
}

type treeWriter struct {
	file    *file
	parents [][]int // for each page: content number to element
}

// elem writes an element and all below it, and returns its number. The page
// of its first content is the one its bare numbers speak of.
func (w *treeWriter) elem(e *Elem, parent int) int {
	id := w.file.add("")
	var kids strings.Builder
	page := ""
	for i, place := range e.Content {
		object := w.file.pages[place.Page]
		if i == 0 {
			page = fmt.Sprintf("/Pg %d 0 R", object)
		}
		if place.Page == e.Content[0].Page {
			fmt.Fprintf(&kids, "%d ", place.ID)
		} else {
			fmt.Fprintf(&kids, "<</Type/MCR/Pg %d 0 R/MCID %d>>", object, place.ID)
		}
		w.own(place, id)
	}
	for _, kid := range e.Kids {
		fmt.Fprintf(&kids, "%d 0 R ", w.elem(kid, id))
	}
	w.file.objects[id] = fmt.Appendf(nil, "<</S/%s/P %d 0 R%s%s/K[%s]>>", e.Role, parent, page, e.attributes(), kids.String())
	return id
}

func (w *treeWriter) own(place Place, id int) {
	for len(w.parents[place.Page]) <= place.ID {
		w.parents[place.Page] = append(w.parents[place.Page], 0)
	}
	w.parents[place.Page][place.ID] = id
}

func (e *Elem) attributes() string {
	out := ""
	if e.Alt != "" {
		out += "/Alt" + unicodeText(e.Alt)
	}
	if e.Scope != "" {
		out += "/A<</O/Table/Scope/" + e.Scope + ">>"
	}
	if e.Span > 1 {
		out += fmt.Sprintf("/A<</O/Table/ColSpan %d>>", e.Span)
	}
	return out
}

func refs(numbers []int) string {
	var out strings.Builder
	for _, n := range numbers {
		fmt.Fprintf(&out, "%d 0 R ", n)
	}
	return out.String()
}
