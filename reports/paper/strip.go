package paper

import "siaga/reports/paper/sheet"

// strip is a piece of the text over its full width that no page break cuts: a
// line of a paragraph, a row of a table, a chart. Its items are placed from
// the left margin and the strip's top.
type strip struct {
	space  float64 // above it, dropped at the top of a page
	height float64
	items  []sheet.Item
	part   bool    // begins a paragraph, a point, a table
	note   bool    // belongs to what stands before
	keep   bool    // stays on the page of the next strip
	held   bool    // the same, unless all that hangs together is more than a page
	breaks bool    // begins a new page
	again  *strip  // a table's head, repeated when this strip begins a page
	entry  *string // a line in the outline
	level  int     // of that entry
}

// flow places strips on pages from top to bottom.
type flow struct {
	style Style
	doc   *sheet.Document
	y     float64 // where the next strip begins
	fresh bool    // nothing stands on the page yet
}

func (f *flow) bottom() float64 { return (f.style.Paper.Height - f.style.Bottom) * mm }

// place puts all strips; those bound together go as one where a page holds
// them. Where it does not, what is only held comes apart and what is kept does
// not, so that a long table before a signature leaves it its last row.
func (f *flow) place(strips []strip) {
	f.turn()
	for _, held := range chains(strips, func(s strip) bool { return s.keep || s.held }) {
		if f.holds(held) {
			f.chain(held)
			continue
		}
		for _, kept := range chains(held, func(s strip) bool { return s.keep }) {
			f.chain(kept)
		}
	}
}

// chains cuts strips apart where nothing binds one to the next.
func chains(strips []strip, binds func(strip) bool) (out [][]strip) {
	begin := 0
	for i, s := range strips {
		if end := i + 1; end == len(strips) || !binds(s) || strips[end].breaks {
			out = append(out, strips[begin:end])
			begin = end
		}
	}
	return out
}

// holds reports whether an empty page has room for all of a chain.
func (f *flow) holds(chain []strip) bool {
	empty := flow{style: f.style, y: f.style.Top*mm - chain[0].space}
	if head := chain[0].again; head != nil {
		empty.y += head.height
	}
	return empty.fits(chain...)
}

func (f *flow) chain(chain []strip) {
	if !f.fresh && (chain[0].breaks || !f.fits(chain...)) {
		f.turn()
		f.repeat(chain[0].again)
	}
	for _, s := range chain {
		if !f.fresh && !f.fits(s) {
			f.turn()
			f.repeat(s.again)
		}
		f.put(s)
	}
}

func (f *flow) fits(chain ...strip) bool {
	y := f.y
	for _, s := range chain {
		y += s.space + s.height
	}
	return y <= f.bottom()+0.01
}

// turn begins a new page.
func (f *flow) turn() {
	f.doc.Pages = append(f.doc.Pages, sheet.Page{})
	f.y, f.fresh = f.style.Top*mm, true
}

// repeat puts a table's head at the top of the page, as an artefact: it is
// not part of the text a second time.
func (f *flow) repeat(head *strip) {
	if head == nil {
		return
	}
	f.put(*head)
	f.fresh = true // a row too tall for the rest must not turn the page again
}

func (f *flow) put(s strip) {
	if !f.fresh {
		f.y += s.space
	}
	if s.entry != nil {
		f.doc.Outline = append(f.doc.Outline, sheet.Entry{Title: *s.entry, Level: s.level, Page: len(f.doc.Pages) - 1, Y: f.y})
	}
	page := &f.doc.Pages[len(f.doc.Pages)-1]
	for _, item := range s.items {
		page.Items = append(page.Items, sheet.Item{Node: item.Node, Mark: item.Mark.Moved(f.style.Left*mm, f.y)})
	}
	f.y += s.height
	f.fresh = false
}
