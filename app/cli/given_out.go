package cli

import (
	"slices"

	"siaga/app"
	"siaga/locales"
)

// sayGivenOut lists the files that left this desk with erased data in them, and
// says that there may be more.
func (c *call) sayGivenOut(d *app.Desk, book *locales.Book, all []app.Erased) {
	var rows [][]string
	for _, e := range all {
		for _, g := range e.GivenOut {
			row := []string{book.Stamp(g.At.Time()), book.Receivers(g.CSIRT, d.DesksOf(g)), g.Path}
			if !slices.ContainsFunc(rows, func(r []string) bool { return slices.Equal(r, row) }) {
				rows = append(rows, row)
			}
		}
	}
	c.section(book.T("erasure.given-out.title"), rows)
	c.say("", book.T("erasure.given-out.more"))
}
