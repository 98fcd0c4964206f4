package reports

import (
	"strconv"

	"siaga/model"
	"siaga/reports/paper"
)

// GivenOut is a file for others that was written before an erasure and holds
// what was erased.
type GivenOut struct {
	Path   string // where it was written; empty where that was not kept
	MadeAt model.Instant
	CSIRT  string           // that it was shared with
	Desks  []model.DeskInfo // without any, for whoever knows the passphrase
}

// givenOut lists what whoever holds it must destroy, and says how far the desk
// knows that.
func (o *official) givenOut(v Erasure) {
	if len(v.GivenOut) == 0 {
		o.tell("erasure.given-out.none")
	} else {
		o.tell("erasure.given-out.told")
		var rows []paper.Row
		for n, g := range v.GivenOut {
			rows = append(rows, paper.Cells(strconv.Itoa(n+1), either(g.Path, o.book.T("format.none")), o.book.Receivers(g.CSIRT, g.Desks), o.stamp(g.MadeAt)))
		}
		o.table(o.book.T("erasure.given-out.title"), []paper.Column{
			o.right("paper.no", 6), o.left("erasure.given-out.path", 42), o.left("erasure.given-out.for", 28), o.left("erasure.doomed.made", 24)}, rows)
	}
	o.tell("erasure.given-out.more")
}
