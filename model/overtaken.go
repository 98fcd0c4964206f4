package model

import (
	"encoding/json"
	"slices"
	"strings"
)

// lateFamilies may be written when an incident has ended; so may notes, notices
// and the record of decisions.
var lateFamilies = []string{"ended", "reopened", "resumed", "paper", "withdrawn", "ticket"}

// overtaken finds what another desk changed in an incident and whoever ended it
// had not seen.
func (s *Subject) overtaken(c *Course) []Misfit {
	if c.Outcome == "" {
		return nil
	}
	end := endedField(c.Segment())
	late := s.unseenAt(end, func(field string) bool {
		family, _, _ := strings.Cut(field, "/")
		return !slices.Contains(lateFamilies, family)
	})
	return overtaking(end, late)
}

// changedRetired finds what another desk changed that whoever retired the thing
// had not seen: who changes what is retired and knows it, says both (see [Subject.Restated]).
func (s *Subject) changedRetired() []Misfit {
	if retired(s) == "" {
		return nil
	}
	return overtaking("retired", s.unseenAt("retired", func(field string) bool { return field != "retired" }))
}

func retired(s *Subject) (reason string) {
	if r := s.Registers["retired"]; r != nil {
		if shown, ok := r.Shown(); ok && shown.Erased {
			reason = Gone
		} else if ok {
			_ = json.Unmarshal(shown.Value, &reason)
		}
	}
	return reason
}

func overtaking(end string, late []string) []Misfit {
	if len(late) == 0 {
		return nil
	}
	return []Misfit{{Kind: MisfitOvertaken, Fields: []string{end}, Late: late}}
}

// unseenAt names the fields that another desk wrote and the author of an end had
// not seen.
func (s *Subject) unseenAt(end string, counts func(field string) bool) (late []string) {
	shown, _ := s.Registers[end].Shown()
	unseen := func(e Entry) bool { return !shown.knows(e) }
	for field, r := range s.Registers {
		if counts(field) && !isKeeping(field) && slices.ContainsFunc(r.Live, unseen) {
			late = append(late, field)
		}
	}
	for _, log := range []string{"chronology", "actions", "evidence"} {
		if slices.ContainsFunc(s.Logs[log], func(e Entry) bool { return unseen(e) && !s.withdrawn(e.Mark) }) {
			late = append(late, log)
		}
	}
	slices.Sort(late)
	return late
}

// knows reports whether the author of an end had seen an entry, or wrote it since.
func (e Entry) knows(other Entry) bool {
	return other.Mark.Desk == e.Mark.Desk && other.Mark.N >= e.Mark.N || e.hadSeen(other)
}

// hadSeen reports whether the author of an end had seen an entry: a desk takes
// each other's events in the order of their numbers. An end that was written
// before ends said so is held to have seen what has an earlier clock.
func (e Entry) hadSeen(other Entry) bool {
	if len(e.Seen) == 0 {
		return !e.At.Before(other.At)
	}
	return slices.ContainsFunc(e.Seen, func(m Mark) bool { return m.Desk == other.Mark.Desk && m.N >= other.Mark.N })
}

// seenOfAll is where the base of an end names how far its author had seen each
// desk's events about the subject; no field has that name.
const seenOfAll = "seen"

// endsBy reports whether a field says that an incident has ended or a thing is
// retired.
func endsBy(field string) bool { return field == "retired" || strings.HasPrefix(field, "ended/") }

// lastMarks are each desk's last events of which something stands that counts.
func (s *Subject) lastMarks(counts func(Entry) bool) Vector {
	last := Vector{}
	meet := func(entries []Entry) {
		for _, e := range entries {
			if counts(e) {
				last[e.Mark.Desk] = max(last[e.Mark.Desk], e.Mark.N)
			}
		}
	}
	for _, r := range s.Registers {
		meet(r.Live)
	}
	for _, log := range s.Logs {
		meet(log)
	}
	return last
}

// known are each desk's last events that the author of an end knows: whoever puts
// that end back knows no more. An end that was put back itself does not know all
// that its own desk had written before.
func (s *Subject) known(end Entry) []Mark {
	knows, missed := end.knows, func(e Entry) bool { return e.Mark.Desk == end.Mark.Desk && !end.knows(e) }
	if len(s.lastMarks(missed)) > 0 {
		knows = end.hadSeen
	}
	last := s.lastMarks(knows)
	for _, m := range end.Seen {
		last[m.Desk] = max(last[m.Desk], m.N)
	}
	return last.marks()
}

// Restated adds to a change of what has ended or is retired that it is, so that
// others see that its author knew. An end that is still to be decided is left so.
func (s *Subject) Restated(v Values) Values {
	end := s.end()
	_, given := v[end]
	if end == "" || given || len(v) == 0 || s.Decidable(end) {
		return v
	}
	shown, _ := s.Registers[end].Shown()
	v[end] = Chosen(end, shown)
	return v
}

// end is the field that says that an incident has ended or a thing is retired,
// empty where none does.
func (s *Subject) end() string {
	if s.Kind == "incident" {
		var c Course
		s.readCourse(&c)
		if c.Outcome != "" {
			return endedField(c.Segment())
		}
	} else if retired(s) != "" {
		return "retired"
	}
	return ""
}
