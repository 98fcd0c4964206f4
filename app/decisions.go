package app

import (
	"cmp"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"time"

	"siaga/model"
)

// DecisionKind says what kind of thing waits for a decision.
type DecisionKind string

// What can wait for a decision since desks exchange files.
const (
	DecideValues    DecisionKind = "values"    // desks wrote different values at once
	DecideMisfit    DecisionKind = "misfit"    // what they wrote does not fit together
	DecideOvertaken DecisionKind = "overtaken" // changed at one desk, ended or retired at another
	DecideEarly     DecisionKind = "early"     // an incident was received in the future
	DecideRewritten DecisionKind = "rewritten" // erased, and written again where that was not known
	DecideTicket    DecisionKind = "ticket"    // several incidents have one number
	DecideFork      DecisionKind = "fork"      // a desk's number names two events
	DecideClock     DecisionKind = "clock"     // a desk's clock ran ahead
)

// DecisionKinds are all of them, what endangers most first.
var DecisionKinds = []DecisionKind{DecideFork, DecideClock, DecideRewritten, DecideEarly, DecideTicket, DecideValues, DecideMisfit, DecideOvertaken}

// WordKey names the kind.
func (k DecisionKind) WordKey() string { return "decide.kind." + string(k) }

// Decision is one thing that a person has to decide. Which fields are filled in
// follows from its kind.
type Decision struct {
	Kind    DecisionKind
	Subject model.SubjectID   // empty for forks and clocks
	Others  []model.SubjectID // the other seat or turn of duty; the other incidents of the number
	Of      string            // the kind of the subject, such as "incident"
	Name    string            // of the subject, or of the person of a seat or turn
	Ticket  model.Ticket      // of an incident
	Post    model.Post        // of a seat
	Begins  model.Instant     // a seat or turn of duty
	Field   string            // that is decided about
	Misfit  model.Misfit      // of DecideMisfit and DecideOvertaken
	Values  []Rival           // what stands side by side, in the order of the marks of who wrote it first
	Desk    model.DeskInfo    // whose numbers or clock are wrong
	Sender  model.DeskInfo    // of what shows that
	N       uint64            // the number that names two events
	File    string            // what was put aside
	Ahead   time.Duration     // of the clock, or of the receipt
	Since   model.Instant     // zero when that is not recorded
}

// Key names the decision as long as it stands.
func (k Decision) Key() string {
	parts := []string{string(k.Kind), string(k.Subject), string(k.Misfit.Kind), k.Field, string(k.Ticket), string(k.Desk.Desk)}
	for _, other := range k.Others {
		parts = append(parts, string(other))
	}
	return strings.Join(parts, " ")
}

// Rival is one of the values that stand side by side: by which event it was
// written, who wrote it at which desk, when, and why as far as that was said.
type Rival struct {
	Mark  model.Mark
	Of    model.SubjectID
	Field string
	Value json.RawMessage
	By    model.PersonID
	Desk  model.DeskInfo
	At    model.Instant
	Why   string
}

// Undecided counts what Decisions lists.
func (d *Desk) Undecided() int {
	d.mu.RLock()
	defer d.mu.RUnlock()
	n := len(d.twins) + len(d.others.Forks) + len(d.others.Clocks) + len(d.early())
	seats, duties := d.clashes.of(d)
	n += len(seats) + len(duties)
	for _, about := range d.open {
		n += about
	}
	return n + len(d.rewritten())
}

// Decisions lists everything that waits for a decision, what endangers most
// first, then what has waited longest.
func (d *Desk) Decisions() ([]Decision, error) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	pairs, err := d.clashing()
	if err != nil {
		return nil, err
	}
	early, err := d.toCorrect()
	if err != nil {
		return nil, err
	}
	out := slices.Concat(d.forks(), d.wrongClocks(), early, d.twinTickets(), pairs)
	for _, k := range d.rewritten() {
		k, err := d.rewrittenValues(k)
		if err != nil {
			return nil, err
		}
		out = append(out, k)
	}
	for id := range d.open {
		about, err := d.decisionsAbout(id)
		if err != nil {
			return nil, err
		}
		out = append(out, about...)
	}
	slices.SortFunc(out, func(a, b Decision) int {
		return cmp.Or(cmp.Compare(slices.Index(DecisionKinds, a.Kind), slices.Index(DecisionKinds, b.Kind)),
			cmp.Compare(a.Since, b.Since), strings.Compare(a.Key(), b.Key()))
	})
	return out, nil
}

func (d *Desk) decisionsAbout(id model.SubjectID) ([]Decision, error) {
	events, err := d.eventsOf(id)
	if err != nil {
		return nil, err
	}
	s := model.FoldAll(events)
	var out []Decision
	for _, field := range s.Conflicts() {
		out = append(out, d.decision(s, events, Decision{Kind: DecideValues, Field: field}, field))
	}
	for _, m := range s.Misfits() {
		kind := DecideMisfit
		if m.Kind == model.MisfitOvertaken {
			kind = DecideOvertaken
		}
		out = append(out, d.decision(s, events, Decision{Kind: kind, Field: m.Fields[0], Misfit: m}, slices.Concat(m.Fields, m.Late)...))
	}
	return out, nil
}

func (d *Desk) decision(s *model.Subject, events []model.Event, k Decision, fields ...string) Decision {
	k.Subject, k.Of = s.ID, s.Kind
	return d.name(d.values(s, events, k, fields...))
}

// values adds the values of fields, each with who wrote it first, and since when
// the last of them stands.
func (d *Desk) values(s *model.Subject, events []model.Event, k Decision, fields ...string) Decision {
	for _, field := range fields {
		told := map[model.Mark]Rival{}
		if r := s.Registers[field]; r != nil {
			for _, e := range r.Rivals() {
				first := s.Wrote(model.FirstWritten(events, field, e.Mark), field)
				told[first.Mark] = Rival{Mark: e.Mark, Of: s.ID, Field: field, Value: e.Value, By: first.By,
					Desk: d.deskOf(first.Mark.Desk), At: first.At.Instant(), Why: s.Why(first)} // once, also where two desks undid a decision
				k.Since = max(k.Since, e.At.Instant())
			}
		}
		for _, m := range slices.SortedFunc(maps.Keys(told), inMarks) {
			k.Values = append(k.Values, told[m])
		}
	}
	return k
}

// deskOf is the desk of that incarnation, with only its identity when this one
// does not know it.
func (d *Desk) deskOf(id model.DeskID) model.DeskInfo {
	for _, k := range d.desks {
		if k.Desk == id {
			return k
		}
	}
	return model.DeskInfo{Desk: id}
}

func (d *Desk) forks() (out []Decision) {
	for _, f := range d.others.Forks {
		out = append(out, Decision{Kind: DecideFork, Desk: d.deskOf(f.Desk), Sender: d.deskOf(f.From), N: f.N, File: f.File, Since: f.At})
	}
	return out
}

func (d *Desk) wrongClocks() (out []Decision) {
	for desk, skew := range d.others.Clocks {
		out = append(out, Decision{Kind: DecideClock, Desk: d.deskOf(desk), Ahead: time.Duration(skew.Seconds) * time.Second, Since: skew.At})
	}
	return out
}

func (d *Desk) twinTickets() (out []Decision) {
	for _, ticket := range slices.Sorted(maps.Keys(d.twins)) {
		ids := slices.Sorted(slices.Values(d.twins[ticket]))
		k := d.name(Decision{Kind: DecideTicket, Of: "incident", Subject: ids[0], Others: ids[1:], Field: "ticket"})
		for _, id := range ids {
			k.Since = max(k.Since, d.rows[id].TypedAt)
		}
		out = append(out, k)
	}
	return out
}
