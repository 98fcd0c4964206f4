package model

import (
	"encoding/json"
	"slices"
	"strings"
)

// lateFamilies may be written when an incident has ended; so may notes, notices
// and the record of decisions.
var lateFamilies = []string{"ended", "reopened", "resumed", "paper", "withdrawn", "ticket"}

// overtaken finds what another desk changed in an incident after it had ended,
// which nobody can do who has seen that.
func (s *Subject) overtaken(c *Course) []Misfit {
	if c.Outcome == "" {
		return nil
	}
	end := endedField(c.Segment())
	late := s.laterThan(end, func(field string) bool {
		family, _, _ := strings.Cut(field, "/")
		return !slices.Contains(lateFamilies, family)
	})
	return overtaking(end, late)
}

// changedRetired finds what another desk changed after the thing was retired:
// who changes what is retired and knows it, says both (see [Subject.Restated]).
func (s *Subject) changedRetired() []Misfit {
	if retired(s) == "" {
		return nil
	}
	return overtaking("retired", s.laterThan("retired", func(field string) bool { return field != "retired" }))
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

// laterThan names the fields that another desk wrote after the shown value of
// one, as the clocks of the desks have it.
func (s *Subject) laterThan(end string, counts func(field string) bool) (late []string) {
	shown, _ := s.Registers[end].Shown()
	after := func(e Entry) bool { return shown.At.Before(e.At) && e.Mark.Desk != shown.Mark.Desk }
	for field, r := range s.Registers {
		if counts(field) && !isKeeping(field) && slices.ContainsFunc(r.Live, after) {
			late = append(late, field)
		}
	}
	for _, log := range []string{"chronology", "actions", "evidence"} {
		if slices.ContainsFunc(s.Logs[log], func(e Entry) bool { return after(e) && !s.withdrawn(e.Mark) }) {
			late = append(late, log)
		}
	}
	slices.Sort(late)
	return late
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
