package locales

import "siaga/model"

// Warning is a row of which warnings were given, Relay one of who was told; Rung
// is one place in the chain of escalation.
func (b *Book) Warning(w model.Warning) string          { return teller{Book: b}.warning(w) }
func (b *Book) Relay(r model.Relay, names Names) string { return teller{b, names}.relay(r) }
func (b *Book) Rung(r model.Rung) string                { return teller{Book: b}.rung(r) }

func (t teller) warning(w model.Warning) string {
	class, late := t.T("today.unclassified"), ""
	switch {
	case w.Clock.Legal():
		class = "" // no class moves a duty
	case w.Class != "":
		class = word(t, w.Class)
	}
	if w.CaughtUp {
		late = t.T("warn.recorded.late", "ReachedAt", w.ReachedAt)
	}
	said := t.T("warn.recorded", "Clock", w.Clock, "Percent", w.Percent)
	return dotted(said, class, t.T("warn.recorded.due", "Due", w.Due), late)
}

func (t teller) relay(r model.Relay) string {
	return dotted(word(t, r.Post), t.person(r.Person), word(t, r.Channel), t.T(r.Clock.WordKey()))
}

func (t teller) rung(r model.Rung) string {
	if r.Minutes > 0 {
		return t.T("escalation.rung.after", "Post", r.Post, "Percent", r.Percent, "Minutes", r.Minutes)
	}
	return t.T("escalation.rung", "Post", r.Post, "Percent", r.Percent)
}
