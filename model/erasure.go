package model

import (
	"slices"
	"strings"
)

// Ground is the ground in law on which personal data are erased.
type Ground string

// Grounds are the grounds of Pasal 43 ayat (1) huruf c, b, a and d of UU 27/2022,
// the end of the retention of Pasal 44 ayat (1) huruf a, and another one that is
// written out.
var Grounds = []Ground{"request", "consent", "purpose", "unlawful", "retention", GroundOther}

// GroundOther is a ground that is written out.
const GroundOther Ground = "other"

// WordKey names the ground as papers print it.
func (g Ground) WordKey() string { return "ground." + string(g) }

// Erasing is one event whose payload is erased, and the fields for which it is:
// what else it wrote is kept (see [Keeping]). The words in a step, an end or a
// pause are a field too, and the fact itself stays.
type Erasing struct {
	Subject SubjectID `json:"subject"`
	Event   Mark      `json:"event"`
	Fields  []string  `json:"fields"`
}

// Erasure is the order to erase personal data: what goes, on which ground and by
// whose order. It holds no personal data itself. Every desk that has it obeys.
type Erasure struct {
	ID          SubjectID `json:"id"`
	About       SubjectID `json:"about"`
	Of          string    `json:"of"` // the kind of subject
	Events      []Erasing `json:"events"`
	Ground      Ground    `json:"ground"`
	GroundText  string    `json:"groundText,omitempty"` // with GroundOther
	OrderedBy   string    `json:"orderedBy"`            // position and office
	Letter      string    `json:"letter,omitempty"`     // the number of the letter that orders it
	Reason      string    `json:"reason"`
	RequestedAt Instant   `json:"requestedAt"`
	Follows     SubjectID `json:"follows,omitempty"` // the order that is given once more, for what was written without knowing of it

	Mark Mark     `json:"-"` // of the event that orders it
	At   Instant  `json:"-"` // when, by that desk's clock
	By   PersonID `json:"-"` // who typed it in
}

var erasureFields = []Field[Erasure]{
	{"about", false, func(e *Erasure) any { return &e.About }},
	{"of", false, func(e *Erasure) any { return &e.Of }},
	{"events", false, func(e *Erasure) any { return &e.Events }},
	{"ground", false, func(e *Erasure) any { return &e.Ground }},
	{"groundText", false, func(e *Erasure) any { return &e.GroundText }},
	{"orderedBy", false, func(e *Erasure) any { return &e.OrderedBy }},
	{"letter", false, func(e *Erasure) any { return &e.Letter }},
	{"reason", false, func(e *Erasure) any { return &e.Reason }},
	{"requestedAt", false, func(e *Erasure) any { return &e.RequestedAt }},
	{"follows", false, func(e *Erasure) any { return &e.Follows }},
}

// ErasureOf reads a folded subject as an erasure.
func ErasureOf(s *Subject) Erasure {
	e := Erasure{ID: s.ID}
	readInto(s, &e, erasureFields)
	if r := s.Registers["events"]; r != nil {
		if shown, ok := r.Shown(); ok {
			e.Mark, e.At, e.By = shown.Mark, shown.At.Instant(), shown.By
		}
	}
	return e
}

// OrderErasure is the fact that personal data are to be erased. It refuses an
// order that says not what, on which ground, by whose order, why or since when.
func OrderErasure(e Erasure, now Instant) (Record, error) {
	v := Values{"about": e.About, "of": e.Of, "events": e.Events, "ground": e.Ground,
		"orderedBy": e.OrderedBy, "reason": e.Reason, "requestedAt": e.RequestedAt}
	v.put("groundText", e.GroundText).put("letter", e.Letter).put("follows", string(e.Follows))
	return Record{"erasure.ordered", v}, e.check(now)
}

func (e Erasure) check(now Instant) error {
	switch {
	case len(e.Events) == 0:
		return RefuseAt("fields", "refuse.erase-nothing")
	case e.Ground == "":
		return RefuseAt("ground", "refuse.erase-ground")
	case e.Ground == GroundOther && strings.TrimSpace(e.GroundText) == "":
		return RefuseAt("groundText", "refuse.erase-ground-text")
	case strings.TrimSpace(e.OrderedBy) == "":
		return RefuseAt("orderedBy", "refuse.erase-ordered-by")
	case strings.TrimSpace(e.Reason) == "":
		return RefuseAt("reason", "refuse.reason")
	}
	return firstError(choose("ground", e.Ground, Grounds), notAfter("requestedAt", e.RequestedAt, now))
}

// Fields are the names of what is erased, each once, in order; rows under the
// name of their record.
func (e Erasure) Fields() FieldNames {
	var names FieldNames
	for _, x := range e.Events {
		names = append(names, x.Fields...)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// Subjects are those whose events are erased, the one it is about among them.
func (e Erasure) Subjects() []SubjectID {
	ids := []SubjectID{e.About}
	for _, x := range e.Events {
		if !slices.Contains(ids, x.Subject) {
			ids = append(ids, x.Subject)
		}
	}
	return ids
}

// Erasures are all orders that a desk knows, by event and field.
type Erasures map[Mark]map[string]bool

// Add adds an order. A repeated one changes nothing.
func (x Erasures) Add(e Erasure) {
	for _, erasing := range e.Events {
		if x[erasing.Event] == nil {
			x[erasing.Event] = map[string]bool{}
		}
		for _, field := range erasing.Fields {
			x[erasing.Event][field] = true
		}
	}
}

// Covers reports whether the payload of an event is erased: it is named by an
// order, or it only keeps a field that another order, given at another desk,
// names. Which desks there are and what was ordered is never erased.
func (x Erasures) Covers(h Header) bool {
	if len(x) == 0 || !CanErase(h.Kind.SubjectKind()) {
		return false
	}
	if x[Mark{h.Desk, h.N}] != nil {
		return true
	}
	return h.Kind.Keeps() && slices.ContainsFunc(h.Fields, func(field string) bool {
		mark, of, words := keeping(field)
		return words && x[mark][of]
	})
}

// Strip is the event without its payload where that is erased.
func (x Erasures) Strip(e Event) Event {
	if len(e.Sealed) > 0 && x.Covers(e.Header) {
		e.Sealed, e.Values = nil, nil
	}
	return e
}
