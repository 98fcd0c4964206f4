package model

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// An incident is ended at one desk while it is changed at another: what the end
// had not seen is found, whichever clock was later, and what it had seen is not.
func TestAChangeThatTheEndHadNotSeenIsFound(t *testing.T) {
	for name, c := range map[string]struct {
		changed, skew time.Duration // when the other desk writes, and how wrong its clock is
		seen          bool
	}{
		"before the end":                   {changed: 5 * time.Minute},
		"after the end":                    {changed: 15 * time.Minute},
		"before it, and seen":              {changed: 5 * time.Minute, seen: true},
		"seen, by a clock days ahead":      {changed: 5 * time.Minute, skew: 72 * time.Hour, seen: true},
		"not seen, by a clock days behind": {changed: 15 * time.Minute, skew: -72 * time.Hour},
	} {
		desks := story("front", "back")
		front, back := desks[0], desks[1]
		start := wib("2026-10-05 16:00").Time()
		front.write(t, start, factOf(whole()))
		send(front, back)
		back.skew = c.skew
		back.write(t, start.Add(c.changed), amend(Values{"title": "lain"}))
		if c.seen {
			send(back, front)
			front.hear(back.seen, start.Add(c.changed))
		}
		back.write(t, start.Add(c.changed), amend(Values{"impact": "data pribadi"}))
		front.write(t, start.Add(10*time.Minute), factOf(ended(Rejected, "16:10:00")))
		send(back, front)
		send(front, back)
		want := []string{"impact", "title"}
		if c.seen {
			want = want[:1]
		}
		for _, d := range desks {
			if m := d.subject.Misfits(); len(m) != 1 || m[0].Kind != MisfitOvertaken || !slices.Equal(m[0].Late, want) {
				t.Errorf("%s, desk %s: %+v", name, d.id, m)
			}
		}
		sameOffice(t, desks...)
	}
}

// Exactly what the desk that ended an incident had not received is found.
func TestExactlyWhatAnEndHadNotSeenIsFound(t *testing.T) {
	found, earlier := 0, 0
	for seed := range workdays() {
		w := newWorkday(t, seed, "back", "front", "upstairs")
		for _, d := range w.desks {
			w.exchange(d)
		}
		s := &w.desks[0].subject
		end := s.end()
		if end == "" {
			continue
		}
		shown, _ := s.Registers[end].Shown()
		if FirstWritten(w.desks[0].seen, end, shown.Mark).Mark() != shown.Mark {
			continue // who put it back says only what its first author had seen
		}
		author := w.desks[slices.IndexFunc(w.desks, func(d *desk) bool { return d.id == shown.Mark.Desk })]
		upTo := slices.IndexFunc(author.seen, func(e Event) bool { return e.Mark() == shown.Mark })
		var want []string
		for field, r := range s.Registers {
			family, _, _ := strings.Cut(field, "/")
			for _, e := range r.Live {
				had := slices.ContainsFunc(author.seen[:upTo], func(seen Event) bool { return seen.Mark() == e.Mark })
				if had || e.Mark.Desk == author.id || slices.Contains(lateFamilies, family) {
					continue
				}
				want = append(want, field)
				if found++; e.At.Before(shown.At) {
					earlier++
				}
			}
		}
		slices.Sort(want)
		var late []string
		for _, m := range s.Misfits() {
			late = append(late, m.Late...)
		}
		if !slices.Equal(late, slices.Compact(want)) {
			t.Fatalf("day %d: %v is found, not %v", seed, late, want)
		}
	}
	t.Logf("%d changes that an end had not seen, %d of them with an earlier clock", found, earlier)
}
