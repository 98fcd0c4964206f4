package cli

import (
	"slices"

	"siaga/locales"
	"siaga/model"
)

// sayDisputed prints what the values below it are to be read with: what desks
// disagree about, what does not fit together, and what cannot be read here.
func (c *call) sayDisputed(i model.Incident) {
	var said []string
	if len(i.Conflicts) > 0 {
		said = append(said, c.book.T("incidents.conflicts", "Fields", model.FieldNames(i.Conflicts)))
	}
	for _, m := range i.Misfits {
		if sentence := misfitTold(c.book, m); !slices.Contains(said, sentence) {
			said = append(said, sentence)
		}
	}
	if len(said) > 0 {
		said = append(said, c.book.T("show.decide"))
	}
	if i.Unknown > 0 {
		said = append(said, c.book.N("incidents.unknown", i.Unknown))
	}
	if len(said) > 0 {
		c.say(append(said, "")...)
	}
}

func misfitTold(b *locales.Book, m model.Misfit) string {
	if m.Kind == model.MisfitOvertaken {
		return b.T("show.overtaken", "Fields", model.FieldNames(m.Late))
	}
	return b.T(m.Kind.WordKey(), "Step", int(m.Step))
}

func (v view) misfit(m model.Misfit) misfitValue {
	return misfitValue{m.Kind, m.Step, append([]string{}, m.Fields...), m.Late, misfitTold(v.book, m)}
}
