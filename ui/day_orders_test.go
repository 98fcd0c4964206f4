package ui

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"siaga/app"
)

// told is one line of the scripted day.
type told struct {
	text   string
	fields map[string]any // nil when the line is no JSON
	do, as string
	at     time.Time // zero when the line names none
}

// readDay reads a file of orders as `siaga apply` does: blank lines and lines
// that begin with # are passed over.
func readDay(t *testing.T, path string) (lines []told) {
	t.Helper()
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(file)) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		o := told{text: line}
		if json.Unmarshal([]byte(line), &o.fields) == nil {
			o.do, o.as, o.at = text(o.fields["do"]), text(o.fields["as"]), instant(o.fields["at"])
			delete(o.fields, "as")
		}
		lines = append(lines, o)
	}
	return lines
}

func text(value any) string {
	s, _ := value.(string)
	return s
}

func instant(value any) time.Time {
	at, _ := time.Parse(time.RFC3339, text(value))
	return at
}

// references are the names of earlier lines that a line refers to.
func (o told) references() (names []string) {
	for _, value := range o.fields {
		list, _ := value.([]any)
		for _, v := range append(list, value) {
			if name, ok := strings.CutPrefix(text(v), "$"); ok {
				names = append(names, name)
			}
		}
	}
	return names
}

// The office opens on the morning of the 5th and closes its books on the
// evening of the 7th.
var (
	morning = instant("2026-10-05T06:30:00+07:00")
	evening = instant("2026-10-07T17:00:00+07:00")
)

// moment is a line with the instant at which it is typed in.
type moment struct {
	told
	typed time.Time
}

// asItHappened puts the lines into the order in which they happened, each typed
// in at its own instant. A line about incidents that names no instant was typed
// in on the last evening, any other on the first morning; none comes before what
// it refers to, so that what was typed in late has late successors.
func asItHappened(lines []told) (day []moment) {
	typed := map[string]time.Time{}
	for _, o := range lines {
		at := o.at
		if at.IsZero() {
			at = morning
			if about := o.fields["incident"]; about != nil || o.do == "register-incident" || o.fields == nil {
				at = evening
			}
		}
		for _, name := range o.references() {
			at = latest(at, typed[name])
		}
		if at.After(evening) {
			at = evening
		}
		typed[o.as] = at
		day = append(day, moment{o, at})
	}
	slices.SortStableFunc(day, func(a, b moment) int { return a.typed.Compare(b.typed) })
	return day
}

// writtenUp types everything in on the last evening, in the order of the file.
func writtenUp(lines []told) (day []moment) {
	for _, o := range lines {
		day = append(day, moment{o, evening})
	}
	return day
}

func latest(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

// names are what lines were called with "as", as one desk knows them.
type names struct{ subjects, rows map[string]string }

func newNames() names { return names{map[string]string{}, map[string]string{}} }

// order reads a line with the desk's own identities in the place of "$name".
func (n names) order(o told) (app.Order, error) {
	if o.fields == nil {
		return app.ParseOrder([]byte(o.text))
	}
	resolved := map[string]any{}
	for field, value := range o.fields {
		known := n.subjects
		if field == "row" {
			known = n.rows
		}
		resolved[field] = resolve(value, known)
	}
	line, err := json.Marshal(resolved)
	if err != nil {
		return app.Order{}, err
	}
	return app.ParseOrder(line)
}

func resolve(value any, known map[string]string) any {
	switch v := value.(type) {
	case string:
		if id, ok := known[strings.TrimPrefix(v, "$")]; ok && v[0] == '$' {
			return id
		}
	case []any:
		list := slices.Clone(v)
		for i := range list {
			list[i] = resolve(list[i], known)
		}
		return list
	}
	return value
}

// byOrders is a desk that takes orders as `siaga apply` gives them.
type byOrders struct {
	*app.Desk
	names
}

func (d byOrders) give(o moment) error {
	order, err := d.order(o.told)
	if err != nil {
		return err
	}
	done, err := d.Do(order)
	if err == nil && o.as != "" {
		d.subjects[o.as], d.rows[o.as] = string(done.ID), done.Events[len(done.Events)-1].String()
	}
	return err
}

// subjects are the identities of everything that a desk knows.
func subjects(d *app.Desk) map[string]bool {
	all := map[string]bool{}
	for _, r := range d.Incidents() {
		all[string(r.ID)] = true
	}
	for _, p := range d.People() {
		all[string(p.ID)] = true
	}
	for _, a := range d.Agencies() {
		all[string(a.ID)] = true
	}
	for _, s := range d.Systems() {
		all[string(s.ID)] = true
	}
	for _, s := range d.Seats() {
		all[string(s.ID)] = true
	}
	for _, t := range d.Duties() {
		all[string(t.ID)] = true
	}
	return all
}
