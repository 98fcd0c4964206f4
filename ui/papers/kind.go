package papers

import (
	"fyne.io/fyne/v2"

	"siaga/model"
	"siaga/ui/look"
)

// kind is a paper that can be made; the same word stands in routes and, for
// papers about an incident, in the order that numbers them.
type kind string

const (
	periodic     kind = "period"
	register     kind = "register"
	resolution   kind = "resolution"
	answer       kind = "answer"
	announcement kind = "announcement"
	erasure      kind = "erasure"

	custodyForm   kind = "custody-form"
	custodyRecord kind = model.CustodyRecord
)

// recorded reports whether the number of a paper is kept; that of the others is
// printed only.
func (k kind) recorded() bool { return k != periodic && k != erasure }

// aboutEvidence reports whether the paper is about evidence of an incident.
func (k kind) aboutEvidence() bool { return k == custodyForm || k == custodyRecord }

// WordKey names the kind in words.
func (k kind) WordKey() string { return "papers.kind." + string(k) }

// entry is one kind in the list at the left.
type entry struct {
	kind kind
	icon fyne.Resource
	// suits reports whether an incident has this paper; nil when the paper is
	// not about one incident.
	suits func(*model.Row) bool
}

// entries are the papers in the order of the list.
var entries = append([]entry{
	{kind: periodic, icon: look.IconPapers},
	{kind: register, icon: look.IconIncidents},
	{kind: resolution, icon: look.IconLetter, suits: func(r *model.Row) bool { return r.Outcome == "" || r.Outcome == model.Closed }},
	{kind: answer, icon: look.IconMail, suits: func(r *model.Row) bool { return r.Outcome == model.NotIncident }},
	{kind: announcement, icon: look.IconChat, suits: func(r *model.Row) bool { return r.Announced }},
	{kind: custodyForm, icon: look.IconColumns, suits: func(r *model.Row) bool { return r.Evidence > 0 }},
	{kind: custodyRecord, icon: look.IconLetter, suits: func(r *model.Row) bool { return r.Handovers > 0 }},
	{kind: erasure, icon: look.IconWithdraw},
}, outwardEntries()...)

// entryOf is the entry of a kind; ok is false for a word that is none.
func entryOf(k kind) (e entry, ok bool) {
	for _, e := range entries {
		if e.kind == k {
			return e, true
		}
	}
	return entry{}, false
}
