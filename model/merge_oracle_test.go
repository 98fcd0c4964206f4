package model

import (
	"encoding/json"
	"fmt"
	"slices"
	"sort"
	"strings"
)

// foretold is what must be shown of some events, worked out slowly from all of
// them at once: an entry is live when no event among them names it as seen.
// It is written from the promise alone and shares no code with the fold.
func foretold(events []Event) string {
	var lines []string
	for _, name := range namesWritten(events) {
		lines = append(lines, foretoldRegister(events, name), foretoldSet(events, name), foretoldLog(events, name))
	}
	lines = append(lines, foretoldMarks("unknown", events, func(e Event) bool { return !understood(e) }),
		foretoldMarks("erased", events, func(e Event) bool { return understood(e) && len(e.Sealed) == 0 }))
	return joined(lines)
}

// Only these kinds of event, sets and logs are written by the tests here.
var (
	oracleKinds = []Kind{"incident.amended", "person.amended"}
	oracleSets  = []string{"teams", "links"}
	oracleLogs  = []string{"notes", "actions"}
)

func understood(e Event) bool { return e.Header.V == 1 && slices.Contains(oracleKinds, e.Header.Kind) }

// writes reports whether the event writes to the field as to one of that kind.
func writes(e Event, field, as string) bool {
	is := "register"
	switch {
	case e.Header.Kind == "person.amended": // a person has neither sets nor logs
	case slices.Contains(oracleSets, field):
		is = "set"
	case slices.Contains(oracleLogs, field):
		is = "log"
	}
	return is == as && understood(e) && slices.Contains(e.Header.Fields, field)
}

func namesWritten(events []Event) []string {
	var names []string
	for _, e := range events {
		names = append(names, e.Header.Fields...)
	}
	sort.Strings(names)
	return slices.Compact(names)
}

func foretoldRegister(events []Event, field string) string {
	var live []Event
	for _, e := range events {
		replaced := slices.ContainsFunc(events, func(by Event) bool {
			return writes(by, field, "register") && slices.Contains(by.Header.Base[field], e.Mark())
		})
		if writes(e, field, "register") && !replaced {
			live = append(live, e)
		}
	}
	if len(live) == 0 {
		return ""
	}
	rivals := slices.DeleteFunc(slices.Clone(live), func(e Event) bool { return len(e.Sealed) == 0 })
	if len(rivals) == 0 {
		rivals = live
	}
	conflict, shown := "", rivals[0]
	for _, e := range rivals {
		if written(e, field) != written(rivals[0], field) {
			conflict = " in conflict"
		}
		if displayedBefore(shown, e) {
			shown = e
		}
	}
	sort.Slice(live, func(i, j int) bool { return markText(live[i].Mark()) < markText(live[j].Mark()) })
	line := field + conflict + " shows " + written(shown, field)
	for _, e := range live {
		line += fmt.Sprint(" ", markText(e.Mark()), e.Header.At, e.Header.User, written(e, field))
	}
	return line
}

func foretoldSet(events []Event, field string) string {
	added := map[string][]string{}
	for _, e := range events {
		if !writes(e, field, "set") {
			continue
		}
		for _, element := range change(e, field).Add {
			seenAndRemoved := slices.ContainsFunc(events, func(by Event) bool {
				return writes(by, field, "set") && slices.Contains(change(by, field).Remove, element) &&
					slices.Contains(by.Header.Base[field], e.Mark())
			})
			if !seenAndRemoved {
				added[element] = append(added[element], markText(e.Mark()))
			}
		}
	}
	if len(added) == 0 {
		return ""
	}
	for _, marks := range added {
		sort.Strings(marks)
	}
	return fmt.Sprintf("%s holds %q", field, added)
}

func foretoldLog(events []Event, field string) string {
	var rows []Event
	for _, e := range events {
		if writes(e, field, "log") {
			rows = append(rows, e)
		}
	}
	sort.Slice(rows, func(i, j int) bool { return displayedBefore(rows[i], rows[j]) })
	line := ""
	for _, e := range rows {
		line += fmt.Sprint(" row ", markText(e.Mark()), e.Header.At, e.Header.User, written(e, field))
	}
	if line != "" {
		line = field + line
	}
	return line
}

func foretoldMarks(word string, events []Event, is func(Event) bool) string {
	var marks []string
	for _, e := range events {
		if is(e) {
			marks = append(marks, markText(e.Mark()))
		}
	}
	return listed(word, marks)
}

func change(e Event, field string) (c SetChange) {
	_ = json.Unmarshal(e.Value(field), &c)
	return c
}

func written(e Event, field string) string {
	if v := e.Value(field); v != nil {
		return string(v)
	}
	return "null"
}

// displayedBefore: by the clock's milliseconds, its counter, then who wrote it.
func displayedBefore(a, b Event) bool {
	order := func(e Event) string {
		return fmt.Sprintf("%020d %010d %s %020d", e.Header.At.Wall, e.Header.At.Count, e.Header.Desk, e.Header.N)
	}
	return order(a) < order(b)
}

// shows reads the same out of a folded subject.
func shows(s *Subject) string {
	var lines, unknown, erased []string
	for field, r := range s.Registers {
		if shown, ok := r.Shown(); ok {
			line, conflict := "", ""
			if slices.Contains(s.Conflicts(), field) {
				conflict = " in conflict"
			}
			for _, e := range r.Live {
				line += fmt.Sprint(" ", markText(e.Mark), e.At, e.By, string(e.Value))
			}
			lines = append(lines, field+conflict+" shows "+string(shown.Value)+line)
		}
	}
	for field, set := range s.Sets {
		added := map[string][]string{}
		for _, name := range set.Names() {
			for _, m := range set.Marks([]string{name}) {
				added[name] = append(added[name], markText(m))
			}
		}
		if len(added) > 0 {
			lines = append(lines, fmt.Sprintf("%s holds %q", field, added))
		}
	}
	for field, log := range s.Logs {
		line := field
		for _, e := range log {
			line += fmt.Sprint(" row ", markText(e.Mark), e.At, e.By, string(e.Value))
		}
		lines = append(lines, line)
	}
	for _, m := range s.Unknown {
		unknown = append(unknown, markText(m))
	}
	for _, m := range s.Erased {
		erased = append(erased, markText(m))
	}
	return joined(append(lines, listed("unknown", unknown), listed("erased", erased)))
}

func listed(word string, marks []string) string {
	sort.Strings(marks)
	if len(marks) == 0 {
		return ""
	}
	return word + " " + strings.Join(marks, " ")
}

// joined sorts the lines and leaves out the empty ones.
func joined(lines []string) string {
	sort.Strings(lines)
	return strings.TrimLeft(strings.Join(lines, "\n"), "\n")
}

// markText sorts as the marks do.
func markText(m Mark) string { return fmt.Sprintf("%s.%06d", m.Desk, m.N) }
