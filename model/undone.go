package model

import (
	"encoding/json"
	"slices"
)

// Restored is a record of what is put back.
type Restored struct {
	Record
	Seen map[string][]Mark // what its author is held to have seen, where that is not what stands here; see Header.Base
}

// Undone are the records that put every field of a deed back to what it was
// before: registers to their earlier value, sets to their earlier elements, rows
// withdrawn. Where the deed had settled what desks disagreed about, each of the
// values is written again beside the others, in a record of its own, so that the
// question stands again. It refuses the first event of a subject, a deed that
// somebody has written over since, and one of which something was erased.
func Undone(events []Event, e Event, reason string) ([]Restored, error) {
	deed, history := together(events, e), History(events)
	u := undoing{now: FoldAll(events), deed: deed, before: FoldAll(slices.DeleteFunc(slices.Clone(events), func(e Event) bool { return indexOf(deed, e.Mark()) >= 0 }))}
	for _, change := range endsLast(history) {
		if n := indexOf(deed, change.Mark); n >= 0 {
			if err := u.undo(deed[n], change, reason); err != nil {
				return nil, err
			}
		}
	}
	if len(history) == 0 || history[0].Mark == e.Mark() {
		return nil, Refuse("refuse.undo-first")
	}
	slices.Reverse(u.records) // what was shown is shown again: it has the latest clock
	return u.records, nil
}

// endsLast is a history with what says that something ends behind all else.
func endsLast(history []Change) []Change {
	return slices.SortedStableFunc(slices.Values(history), func(a, b Change) int {
		switch {
		case endsBy(a.Field) == endsBy(b.Field):
			return 0
		case endsBy(a.Field):
			return 1
		}
		return -1
	})
}

// together are the events of the deed that one of them belongs to: whoever lets
// several values stand writes them over the same one, each as if the others were
// not there; otherwise a desk has always seen what it wrote itself.
func together(events []Event, e Event) (deed []Event) {
	for _, o := range events {
		if o.Mark() == e.Mark() || o.Header.Desk == e.Header.Desk && e.standsBeside(o) {
			deed = append(deed, o)
		}
	}
	return deed
}

func (e Event) standsBeside(o Event) bool {
	return slices.ContainsFunc(e.Header.Fields, func(field string) bool {
		mine, others := e.Header.Base[field], o.Header.Base[field]
		return shapeOf(e.Header.Kind.SubjectKind(), field) == shapeRegister &&
			!slices.Contains(mine, o.Mark()) && !slices.Contains(others, e.Mark()) &&
			slices.ContainsFunc(mine, func(m Mark) bool { return slices.Contains(others, m) })
	})
}

func indexOf(events []Event, m Mark) int {
	return slices.IndexFunc(events, func(e Event) bool { return e.Mark() == m })
}

// undoing is a deed being undone: the subject with it and without it.
type undoing struct {
	now, before *Subject
	deed        []Event
	records     []Restored
}

func (u *undoing) undo(e Event, change Change, reason string) error {
	if change.Erased {
		return Refuse("refuse.undo-erased")
	}
	switch shapeOf(u.now.Kind, change.Field) {
	case shapeLog:
		u.write(0, "withdrawn/"+e.Mark().String(), reason)
	case shapeSet:
		written, _ := u.now.wrote(e, change.Field)
		u.write(0, change.Field, inverse(written, change.Before))
	default:
		if !u.settled(change.Field) {
			return Refuse("refuse.undo-overtaken")
		}
		u.restore(change.Field)
	}
	return nil
}

// write puts a value into the record of that number.
func (u *undoing) write(n int, field string, value any) {
	if n == len(u.records) {
		u.records = append(u.records, Restored{Record{Kind(u.now.Kind + ".undone"), Values{}}, map[string][]Mark{}})
	}
	u.records[n].values[field] = value
}

// settled reports whether only the deed is live in a register.
func (u *undoing) settled(field string) bool {
	r := u.now.Registers[field]
	return r != nil && len(r.Live) > 0 && !slices.ContainsFunc(r.Live, func(l Entry) bool {
		return indexOf(u.deed, l.Mark) < 0
	})
}

// restore writes what stood in a register. Each value names the one that it is as
// seen, beside what is undone; and an end what its own author had seen, because
// what overtook it is asked about again.
func (u *undoing) restore(field string) {
	stood := u.before.stood(field)
	if len(stood) == 0 {
		u.write(0, field, json.RawMessage("null"))
	}
	first := 0
	if len(stood) == 1 && endsBy(field) { // before all else, which it knows then
		first = max(0, len(u.records)-1)
	}
	for n, e := range stood {
		n += first
		value, seen := e.Value, []Mark{e.Mark}
		if len(stood) > 1 && !e.Erased {
			value = Chosen(field, e)
		}
		for _, l := range u.now.Registers[field].Live {
			seen = insert(seen, l.Mark)
		}
		u.write(n, field, value)
		u.records[n].Seen[field] = seen
		if endsBy(field) {
			u.records[n].Seen[seenOfAll] = u.before.known(e)
		}
	}
}

// stood are the values of a register, each once, the one that is shown first.
func (s *Subject) stood(field string) (out []Entry) {
	r := s.Registers[field]
	if r == nil {
		return nil
	}
	for _, e := range slices.SortedFunc(slices.Values(r.Rivals()), func(a, b Entry) int { return laterEntry(b, a) }) {
		same := func(o Entry) bool { return meaning(field, o.Value) == meaning(field, e.Value) }
		if !slices.ContainsFunc(out, same) {
			out = append(out, e)
		}
	}
	return out
}

// inverse takes away what was added and adds what was taken away, as far as
// that changed anything: what stood there before stays.
func inverse(written, before json.RawMessage) SetChange {
	var c SetChange
	var names []string
	_ = json.Unmarshal(written, &c) // what cannot be read added nothing
	_ = json.Unmarshal(before, &names)
	there := func(name string) bool { return slices.Contains(names, name) }
	return SetChange{
		Add:    slices.DeleteFunc(c.Remove, func(name string) bool { return !there(name) }),
		Remove: slices.DeleteFunc(c.Add, there),
	}
}

// FirstWritten is the event whose value of a field stands in another one: what was
// written again when a decision was undone names it as seen beside the decision,
// which had seen it itself. Any other is the event of that mark itself.
func FirstWritten(events []Event, field string, m Mark) Event {
	at := func(m Mark) (e Event) {
		if n := indexOf(events, m); n >= 0 {
			e = events[n]
		}
		return e
	}
	e := at(m)
	for _, seen := range e.Header.Base[field] {
		over := func(by Mark) bool { return slices.Contains(at(by).Header.Base[field], seen) }
		if first := at(seen); slices.ContainsFunc(e.Header.Base[field], over) && first.Header.At.Before(e.Header.At) {
			return FirstWritten(events, field, seen)
		}
	}
	return e
}
