package model

import "strings"

// Noted is the fact that one row was added to a record that only grows:
// chronology, actions, notes, evidence, custody or notices. Exactly one is set.
type Noted struct {
	Occurrence *Occurrence
	Action     *Action
	Note       *Note
	Evidence   *Evidence
	Custody    *Custody
	Notice     *Notice
}

// Kind is "incident.noted".
func (Noted) Kind() Kind { return "incident.noted" }

// Check refuses an empty row, a future instant, unknown choices, and a SHA-256
// that is not 64 hex digits. An ended incident takes only notes, notices, and
// what becomes of its evidence.
func (n Noted) Check(i Incident, now Instant) error {
	if n.Note == nil && n.Notice == nil && n.Custody == nil {
		if err := i.Open(); err != nil {
			return err
		}
	}
	switch {
	case n.Occurrence != nil:
		return firstError(worded("text", n.Occurrence.Text), notAfter("at", n.Occurrence.At, now))
	case n.Action != nil:
		if n.Action.Phase == "" {
			return RefuseAt("phase", "refuse.required")
		}
		return firstError(choose("phase", n.Action.Phase, ActionPhases), worded("text", n.Action.Text), notAfter("at", n.Action.At, now))
	case n.Note != nil:
		return firstError(worded("text", n.Note.Text), notAfter("at", n.Note.At, now))
	case n.Evidence != nil:
		return firstError(n.Evidence.Check(), notAfter("at", n.Evidence.At, now))
	case n.Custody != nil:
		return firstError(n.Custody.Check(i), notAfter("at", n.Custody.At, now))
	case n.Notice != nil:
		if n.Notice.To == "" {
			return RefuseAt("addressee", "refuse.addressee")
		}
		return firstError(choose("addressee", n.Notice.To, Addressees), notAfter("at", n.Notice.At, now), i.notBeforeKnown(n.Notice.At), n.Notice.traceable())
	}
	return Refuse("refuse.nothing-changed")
}

// notBeforeKnown refuses a letter that would have been sent before the incident
// was known: it cannot be the one that the law asks for.
func (i Incident) notBeforeKnown(at Instant) error {
	if known := i.Course.knownAt(i.KnownAt); at < known {
		return RefuseAt("at", "refuse.notice-early", "At", at.Time(), "Known", known.Time())
	}
	return nil
}

// traceable refuses a notice of which nobody could tell what was sent.
func (n Notice) traceable() error {
	if strings.TrimSpace(n.Number+n.Text) == "" {
		return RefuseAt("number", "refuse.notice-empty")
	}
	return nil
}

// Values writes the row.
func (n Noted) Values() Values {
	switch {
	case n.Occurrence != nil:
		return Values{"chronology": n.Occurrence}
	case n.Action != nil:
		return Values{"actions": n.Action}
	case n.Note != nil:
		return Values{"notes": n.Note}
	case n.Evidence != nil:
		return Values{"evidence": n.Evidence}
	case n.Custody != nil:
		return Values{"custody": n.Custody}
	}
	return Values{"notices": n.Notice}
}

// Withdrawn is the fact that a row was withdrawn with a reason; it stays in
// the history.
type Withdrawn struct {
	Row    Mark
	Reason string
}

// Kind is "incident.withdrawn".
func (Withdrawn) Kind() Kind { return "incident.withdrawn" }

// Check refuses a missing reason.
func (w Withdrawn) Check(i Incident) error {
	if strings.TrimSpace(w.Reason) == "" {
		return RefuseAt("reason", "refuse.reason")
	}
	return i.Open()
}

// Values writes the reason under the row's mark.
func (w Withdrawn) Values() Values { return Values{"withdrawn/" + w.Row.String(): w.Reason} }

func worded(field, text string) error {
	if strings.TrimSpace(text) == "" {
		return RefuseAt(field, "refuse.required")
	}
	return nil
}

// HasRow reports whether a row with that mark stands on one of the incident's
// growing records and is not withdrawn.
func (i Incident) HasRow(m Mark) bool {
	found := false
	i.eachRow(func(mark Mark, _ *Origin) { found = found || mark == m })
	return found
}

// eachRow calls every row of the growing records with its mark and origin.
func (i Incident) eachRow(each func(Mark, *Origin)) {
	for _, o := range i.Chronology {
		each(o.Mark, o.Origin)
	}
	for _, a := range i.Actions {
		each(a.Mark, a.Origin)
	}
	for _, n := range i.Notes {
		each(n.Mark, n.Origin)
	}
	for _, v := range i.Evidence {
		each(v.Mark, v.Origin)
	}
	for _, c := range i.Custody {
		each(c.Mark, c.Origin)
	}
	for _, n := range i.Notices {
		each(n.Mark, n.Origin)
	}
}
