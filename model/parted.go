package model

import (
	"encoding/json"
	"slices"
	"strings"
)

// Parting is the record on both tickets that a merge was taken back: with
// which other one, when and why.
type Parting struct {
	With   IncidentID `json:"with"`
	At     Instant    `json:"at"`
	Reason string     `json:"reason"`
}

// Merges are the endings by which a subject was merged in its present segment:
// one, or more when desks merged it at once. other is what else ended it.
func Merges(s *Subject) (merges []Ending, other json.RawMessage) {
	r := s.Registers[presentEnd(s)]
	if r == nil {
		return nil, nil
	}
	for _, live := range r.Live {
		var e Ending
		switch {
		case json.Unmarshal(live.Value, &e) == nil && len(e.Joined) > 0:
			merges = append(merges, e)
		case string(live.Value) != "null":
			other = live.Value
		}
	}
	return merges, other
}

// presentEnd names the field of the ending of a subject's present segment.
func presentEnd(s *Subject) string {
	i := IncidentOf(s)
	return endedField(i.Segment())
}

// PartedFrom is the fact, of the kind "incident.parted", that a merged ticket
// lives again where it stood, as if it had not ended; what else ended it at
// once stays.
func PartedFrom(s *Subject, p Parting) Record {
	_, other := Merges(s)
	return Record{"incident.parted", Values{presentEnd(s): earlier(other), "partings": p}}
}

// PartedInto is the fact, of the kind "incident.parted", that the events of a
// merge are taken back from the ticket that they were written to: registers get
// the value that they have without them, elements that only they added go, and
// rows are withdrawn. What somebody has changed since stays, and is named; so does
// evidence that somebody has handed on since.
func PartedInto(events []Event, joined []Mark, p Parting) (fact Record, stays FieldNames) {
	t := parting{joined: joined, values: Values{"partings": p}, reason: p.Reason}
	for _, e := range events {
		t.now.Fold(e)
		if !slices.Contains(joined, e.Mark()) {
			t.without.Fold(e)
		}
	}
	for _, e := range events {
		if slices.Contains(joined, e.Mark()) {
			t.takeBack(e)
		}
	}
	slices.Sort(t.stays)
	return Record{"incident.parted", t.values}, slices.Compact(t.stays)
}

// parting is a merge being taken back: the ticket as it stands, and as it
// would without the merge.
type parting struct {
	now, without Subject
	joined       []Mark
	reason       string
	values       Values
	stays        FieldNames
}

func (t *parting) takeBack(e Event) {
	stays := len(t.stays)
	var logs bool
	for _, field := range e.Header.Fields {
		switch shapeOf("incident", field) {
		case shapeSet:
			t.takeOut(field, e)
		case shapeLog:
			logs = !t.handedOn(field, e)
		default:
			t.restore(field)
		}
	}
	raised := slices.Contains(e.Header.Fields, "class")
	if row := e.Mark(); logs && !t.now.withdrawn(row) && !(raised && len(t.stays) > stays) {
		t.values["withdrawn/"+row.String()] = t.reason
	}
}

// handedOn reports whether a copied piece of evidence, or a copied handover of
// one, stays because somebody has handed the piece on since: its chain of custody
// must not lose that link. The piece is named.
func (t *parting) handedOn(field string, e Event) bool {
	var v Evidence
	var c Custody
	value, _ := t.now.wrote(e, field)
	switch {
	case field == "evidence" && json.Unmarshal(value, &v) == nil:
		v.Mark = e.Mark()
		c.Evidence = v.First()
	case field != "custody" || json.Unmarshal(value, &c) != nil:
		return false
	}
	since := slices.ContainsFunc(t.now.Logs["custody"], func(l Entry) bool {
		var link Custody
		return !slices.Contains(t.joined, l.Mark) && !t.now.withdrawn(l.Mark) && json.Unmarshal(l.Value, &link) == nil && link.Evidence == c.Evidence
	})
	if since {
		t.stays = append(t.stays, "evidence")
	}
	return since
}

// restore gives a register the value it has without the merge, unless somebody
// has written it since.
func (t *parting) restore(field string) {
	r := t.now.Registers[field]
	if slices.ContainsFunc(r.Live, func(l Entry) bool { return !slices.Contains(t.joined, l.Mark) }) {
		t.stays = append(t.stays, field)
		return
	}
	var before json.RawMessage
	if was := t.without.Registers[field]; was != nil {
		if shown, ok := was.Shown(); ok {
			before = shown.Value
		}
	}
	t.values[field] = earlier(before)
}

// earlier is the value before, null when there was none.
func earlier(before json.RawMessage) json.RawMessage {
	if before == nil {
		return json.RawMessage("null")
	}
	return before
}

// takeOut removes what the merge alone added.
func (t *parting) takeOut(field string, e Event) {
	var written SetChange
	value, _ := t.now.wrote(e, field)
	if json.Unmarshal(value, &written) != nil {
		return
	}
	for _, name := range written.Add {
		marks := t.now.Sets[field].Added[name]
		switch {
		case slices.ContainsFunc(marks, func(m Mark) bool { return !slices.Contains(t.joined, m) }):
			t.stays = append(t.stays, field)
		case len(marks) > 0:
			change, _ := t.values[field].(SetChange)
			change.Remove = append(change.Remove, name)
			t.values[field] = change
		}
	}
}

// FieldNames are fields of an incident, as a sentence lists their labels.
type FieldNames []string

// String is the names as they stand in events, for logs.
func (f FieldNames) String() string { return strings.Join(f, ", ") }

// IsMerge reports whether a kind belongs to a merge or to taking one back: it
// concerns two tickets, and is not undone on one of them.
func (k Kind) IsMerge() bool {
	return k == "incident.joined" || k == "incident.merged" || k == "incident.parted"
}
