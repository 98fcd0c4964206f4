package model

import (
	"encoding/json"
	"reflect"
	"slices"
)

// Join is how one ticket would be joined into another, because both tell of
// the same event. It is reckoned from both as they stand; nothing is written.
type Join struct {
	Into, From Incident
	Gains      []Gain     // registers of Into that get the value of From by themselves
	Additions  []Addition // what the sets of Into get
	Clashes    []Clash    // what must be asked: both have a value, and they differ
	Rows       int        // rows of the growing records that are copied
}

// Gain is a register that gets another value, before and after as JSON, and the
// rule by which it does.
type Gain struct {
	Field         string
	Before, After json.RawMessage
	Rule          JoinRule
}

// Addition is what a set gets.
type Addition struct {
	Field string
	Names []string
}

// Clash is a register in which two tickets say different things.
type Clash struct {
	Field      string
	Into, From json.RawMessage
	Written    bool // it is a text: a third value may be written
	Long       bool // and both may stand one below the other
}

// JoinRule says how two values of a register become one.
type JoinRule string

// The rules. JoinAsked fills what is empty and asks where both have a value;
// JoinKept leaves Into as it is.
const (
	JoinEarliest  JoinRule = "earliest"
	JoinHighest   JoinRule = "highest"
	JoinStrictest JoinRule = "strictest"
	JoinEither    JoinRule = "either"
	JoinFilled    JoinRule = "filled"
	JoinResponded JoinRule = "responded" // goes with the earliest receipt
	JoinAsked     JoinRule = "asked"
	JoinKept      JoinRule = "kept"
)

// JoinRules are those by which a register changes without being asked for.
var JoinRules = []JoinRule{JoinEarliest, JoinHighest, JoinStrictest, JoinEither, JoinFilled, JoinResponded}

// WordKey names the rule in words.
func (r JoinRule) WordKey() string { return "joinRule." + string(r) }

// joinRules has a rule for every register of an incident. What the reporter of
// the other ticket was answered, when, and through which channel he came, is
// kept with his report and is none of Into's.
var joinRules = map[string]JoinRule{
	"ticket": JoinKept, "policy": JoinKept, "answeredAt": JoinKept, "answer": JoinKept,
	"class": JoinHighest, "tlp": JoinStrictest, "personalData": JoinEither, "dataBreach": JoinEither, "vital": JoinEither, "crime": JoinEither,
	"receivedAt": JoinEarliest, "happenedAt": JoinEarliest, "knownAt": JoinEarliest, "reportedAt": JoinEarliest,
	"respondedAt": JoinResponded, "channel": JoinFilled,
	"title": JoinAsked, "description": JoinAsked, "reporter": JoinAsked, "agency": JoinAsked, "system": JoinAsked,
	"affected": JoinAsked, "category": JoinAsked, "initialAnalysis": JoinAsked, "impact": JoinAsked, "risk": JoinAsked,
	"priority": JoinAsked, "exposed": JoinAsked, "exposure": JoinAsked, "analysis": JoinAsked, "rootCause": JoinAsked, "lessons": JoinAsked, "recommendations": JoinAsked,
	"conclusion": JoinAsked, "announcement": JoinAsked, "notAnnounced": JoinAsked,
}

// oneLiners are texts too short to stand one below the other.
var oneLiners = []string{"title", "affected"}

// PlanJoin reckons how from is joined into into.
func PlanJoin(into, from Incident) Join {
	j := Join{Into: into, From: from}
	from.RespondedAt = responded(into, from)
	for _, f := range IncidentFields {
		rule, a, b := joinRules[f.Name], f.into(&into), f.into(&from)
		switch {
		case rule == JoinAsked && !isZero(a) && !isZero(b) && !reflect.DeepEqual(a, b):
			_, written := a.(*string)
			written = written && f.Name != "category"
			j.Clashes = append(j.Clashes, Clash{Field: f.Name, Into: inJSON(a), From: inJSON(b),
				Written: written, Long: written && !slices.Contains(oneLiners, f.Name)})
		case gives(rule, a, b):
			j.Gains = append(j.Gains, Gain{f.Name, inJSON(a), inJSON(b), gainedBy(rule, a)})
		}
	}
	j.add("teams", into.Teams, from.Teams)
	j.add("persons", names(into.Persons), names(from.Persons))
	j.add("systems", append(names(into.Systems), string(into.System)), names(from.Systems))
	j.add("links", append(into.Links, string(into.ID)), from.Links)
	j.add("tags", nil, into.TagsLacking(from.Tags))
	j.Rows = len(j.copies()) - 1 // but the report itself
	return j
}

// responded is when the event was first responded to under from, as far as that
// ends the response clock of both: only when from was received first. That
// clock runs from the earliest receipt and never begins anew, so the response
// that ended it stands. What came of a later report is no response to the
// earlier one: its reporter still waits. An answer that into gave stays in any
// case, also to what is now the later report; it can make the clock only late.
func responded(into, from Incident) Instant {
	if from.ReceivedAt >= into.ReceivedAt {
		return 0
	}
	return from.Response(from.ReceivedAt).EndAt
}

// gives reports whether from's value takes the place of into's without asking.
func gives(rule JoinRule, into, from any) bool {
	if rule == JoinKept || isZero(from) {
		return false
	}
	if isZero(into) {
		return true
	}
	switch a := into.(type) {
	case *Instant:
		return *from.(*Instant) < *a
	case *Class:
		return slices.Index(Classes, *from.(*Class)) < slices.Index(Classes, *a)
	case *TLP:
		return slices.Index(TLPs, *from.(*TLP)) > slices.Index(TLPs, *a)
	}
	return false
}

// gainedBy is the rule as it is told: what was empty was only filled.
func gainedBy(rule JoinRule, before any) JoinRule {
	if isZero(before) && rule != JoinEither && rule != JoinResponded {
		return JoinFilled
	}
	return rule
}

func isZero(pointer any) bool { return reflect.ValueOf(pointer).Elem().IsZero() }

// inJSON is a value as an event would hold it, null for none.
func inJSON(pointer any) json.RawMessage {
	if isZero(pointer) {
		return json.RawMessage("null")
	}
	b, _ := json.Marshal(pointer) // plain values always encode
	return b
}

func names(ids []SubjectID) []string {
	out := make([]string, len(ids))
	for n, id := range ids {
		out[n] = string(id)
	}
	return out
}

// add notes what a set lacks.
func (j *Join) add(field string, has, gets []string) {
	lacks := slices.DeleteFunc(slices.Clone(gets), func(name string) bool { return slices.Contains(has, name) })
	if len(lacks) > 0 {
		j.Additions = append(j.Additions, Addition{field, lacks})
	}
}

// OtherPolicy reports whether the two were promised different times: those of
// Into stay.
func (j Join) OtherPolicy() bool { return !reflect.DeepEqual(j.Into.Policy, j.From.Policy) }

// Check refuses joining a ticket with itself, one that has ended, one in which
// desks disagree about what is to be joined, and an instant out of order.
func (j Join) Check(at, now Instant) error {
	if j.Into.ID == j.From.ID {
		return RefuseAt("from", "refuse.merge-same", "Ticket", string(j.Into.Ticket))
	}
	for field, i := range map[string]Incident{"into": j.Into, "from": j.From} {
		if err := i.Open(); err != nil {
			return RefuseAt(field, "refuse.ended", "Ticket", string(i.Ticket), "Outcome", i.Outcome)
		}
		for _, disputed := range i.Conflicts {
			if joinRules[disputed] != "" {
				return RefuseAt(field, "refuse.merge-conflict", "Ticket", string(i.Ticket), "Field", disputed)
			}
		}
	}
	if n := len(j.Into.Classes); n > 0 && at < j.Into.Classes[n-1].At {
		return RefuseAt("at", "refuse.before-last", "At", at.Time(), "Last", j.Into.Classes[n-1].At.Time())
	}
	return inOrder(j.From, "at", at, now)
}
