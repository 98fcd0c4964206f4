package model

import (
	"encoding/json"
	"slices"
	"strings"
)

// The answers to a clash, beside a text of one's own.
const (
	TakeInto = "into"
	TakeFrom = "from"
	TakeBoth = "both" // one below the other
)

// Joined are the facts that a merge writes to the ticket that goes on, of the
// kind "incident.joined": its fields with the report of the other ticket, a
// class that was raised, and each row that is copied. answers says for every
// clash which value stands: of into, of from, both, or a text of one's own. It
// refuses the first clash without an answer, an answer that is none, and a
// missing reason.
func (j Join) Joined(answers map[string]string, reason string, at Instant) ([]Record, error) {
	fields, err := j.settled(answers)
	if err != nil {
		return nil, err
	}
	if strings.TrimSpace(reason) == "" {
		return nil, RefuseAt("reason", "refuse.reason")
	}
	copies := j.copies()
	if _, other := fields["reporter"]; other && j.Into.Reporter != (Reporter{}) {
		own := j.Into.report()
		own.Origin.By = j.Into.registeredBy()
		copies = append(copies, Values{"reports": own})
	}
	if class, raised := fields["class"]; raised { // apart, so that its row can stay when the class was changed since
		delete(fields, "class")
		copies = append(copies, Values{"class": class, "classifications": Classification{Class: j.From.Class, At: at, Reason: reason}})
	}
	for field, value := range copies[0] {
		fields[field] = value
	}
	copies[0] = fields
	out := make([]Record, len(copies))
	for n, values := range copies {
		out[n] = Record{"incident.joined", values}
	}
	return out, nil
}

// settled are the registers and sets that change.
func (j Join) settled(answers map[string]string) (Values, error) {
	v := Values{}
	for _, g := range j.Gains {
		v[g.Field] = g.After
	}
	for _, c := range j.Clashes {
		value, changes, err := c.answered(answers[c.Field])
		if err != nil {
			return nil, err
		}
		if changes {
			v[c.Field] = value
		}
	}
	for field := range answers {
		if !slices.ContainsFunc(j.Clashes, func(c Clash) bool { return c.Field == field }) {
			return nil, RefuseAt("take", "refuse.merge-no-clash", "Name", field)
		}
	}
	if j.Into.Source == nil && j.From.Source != nil {
		v["source"] = j.From.Source // whose label and rules go on to hold
	}
	for _, a := range j.additions(v["system"] != nil) {
		v[a.Field] = SetChange{Add: a.Names}
	}
	return v, nil
}

// additions are those to the sets. The one of two main systems that was not
// taken is an affected system all the same.
func (j Join) additions(otherSystem bool) []Addition {
	left := j.From.System
	if otherSystem {
		left = j.Into.System
	}
	clash := slices.ContainsFunc(j.Clashes, func(c Clash) bool { return c.Field == "system" })
	if clash && !slices.Contains(j.Into.Systems, left) {
		with := Join{Additions: slices.DeleteFunc(slices.Clone(j.Additions), func(a Addition) bool { return a.Field == "systems" })}
		with.add("systems", names(j.Into.Systems), append(names(j.From.Systems), string(left)))
		return with.Additions
	}
	return j.Additions
}

// Answers are those that a clash takes, beside a text where one may be written.
func (c Clash) Answers() []string {
	if c.Long {
		return []string{TakeInto, TakeFrom, TakeBoth}
	}
	return []string{TakeInto, TakeFrom}
}

// answered is the value that an answer means, and whether Into gets it.
func (c Clash) answered(answer string) (value json.RawMessage, changes bool, err error) {
	switch {
	case strings.TrimSpace(answer) == "":
		return nil, false, RefuseAt(c.Field, "refuse.merge-clash")
	case answer == TakeInto:
		return nil, false, nil
	case answer == TakeFrom:
		return c.From, true, nil
	case answer == TakeBoth && c.Long:
		var into, from string
		if json.Unmarshal(c.Into, &into) == nil && json.Unmarshal(c.From, &from) == nil {
			answer = into + "\n\n" + from
		}
	case !c.Written || answer == TakeBoth:
		return nil, false, RefuseAt(c.Field, "refuse.choice", "Value", answer, "Choices", strings.Join(c.Answers(), ", "))
	}
	value, err = json.Marshal(answer)
	return value, true, err
}

// copies are the other report, and the rows that Into gets; each keeps its
// times and, in its origin, where it stood first and who recorded it.
func (j Join) copies() []Values {
	from := j.From
	report := from.report()
	report.Origin.By = from.registeredBy()
	out := []Values{{"reports": report}}
	copied := func(log string, origin *Origin, row Mark, by PersonID, value func(*Origin) any) {
		if origin == nil {
			origin = &Origin{Incident: from.ID, Row: row, By: by}
		}
		if origin.Incident != j.Into.ID { // it came from there
			out = append(out, Values{log: value(origin)})
		}
	}
	for _, o := range from.Chronology {
		copied("chronology", o.Origin, o.Mark, o.By, func(at *Origin) any { o.Mark, o.By, o.Origin = Mark{}, "", at; return o })
	}
	for _, a := range from.Actions {
		copied("actions", a.Origin, a.Mark, a.By, func(at *Origin) any { a.Mark, a.By, a.Origin = Mark{}, "", at; return a })
	}
	for _, n := range from.Notes {
		copied("notes", n.Origin, n.Mark, n.By, func(at *Origin) any { n.Mark, n.By, n.Origin = Mark{}, "", at; return n })
	}
	for _, v := range from.Evidence {
		copied("evidence", v.Origin, v.Mark, v.By, func(at *Origin) any { v.Mark, v.By, v.Origin = Mark{}, "", at; return v })
	}
	for _, c := range from.Custody {
		copied("custody", c.Origin, c.Mark, c.By, func(at *Origin) any { c.Mark, c.By, c.Origin = Mark{}, "", at; return c })
	}
	for _, n := range from.Notices {
		copied("notices", n.Origin, n.Mark, n.By, func(at *Origin) any { n.Mark, n.By, n.Origin = Mark{}, "", at; return n })
	}
	for _, h := range from.Shares {
		copied("shares", h.Origin, h.Mark, h.By, func(at *Origin) any { h.Mark, h.By, h.Origin = Mark{}, "", at; return h })
	}
	for _, r := range from.Reports {
		copied("reports", r.Origin, r.Mark, r.By, func(at *Origin) any { r.Mark, r.By, r.Origin = Mark{}, "", at; return r })
	}
	return out
}

// registeredBy is who took the report in: the author of step 1.
func (i Incident) registeredBy() PersonID {
	for _, p := range i.Passages {
		if p.Segment == 1 && p.Step == StepReport {
			return p.Signed().By
		}
	}
	return ""
}

// Merged is the fact that a ticket was merged into another: it ends as a
// duplicate of it, and remembers what the merge wrote there.
type Merged struct{ Ending }

// Kind is "incident.merged".
func (Merged) Kind() Kind { return "incident.merged" }

// Values writes the ending.
func (m Merged) Values() Values { return Values{endedField(m.Segment): m.Ending} }

// Merged returns the ending by which the incident was merged into another, if
// it was.
func (i Incident) Merged() (Ending, bool) {
	e, ended := i.ending(i.Segment())
	return e, ended && len(e.Joined) > 0
}
