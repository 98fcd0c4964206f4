package model

import (
	"bytes"
	"encoding/json"
	"testing"
)

func FuzzUnpack(f *testing.F) {
	d := story("front")[0]
	d.write(f, noon, amend(Values{"title": "Situs diretas", "teams": SetChange{Add: []string{"V"}}}))
	d.write(f, noon, writing{kind: "incident.amended", v: 1, erased: true, values: Values{"title": "x"}})
	f.Add(Pack(d.seen))
	f.Add(Pack(nil))
	f.Add([]byte{255, 255, 255, 255, 1})
	f.Fuzz(func(t *testing.T, b []byte) {
		events, err := Unpack(b)
		if err != nil {
			return
		}
		again, err := Unpack(Pack(events))
		if err != nil || !sameEvents(events, again) {
			t.Fatalf("read, packed and read again it differs: %v", err)
		}
		if len(events) > 0 {
			_ = IncidentOf(foldAll(events))
			_ = History(events)
		}
	})
}

func foldAll(events []Event) *Subject {
	s := &Subject{}
	for _, e := range events {
		s.Fold(e)
	}
	return s
}

func FuzzHeader(f *testing.F) {
	e := story("front")[0].write(f, noon, amend(Values{"title": "Situs diretas"}))
	f.Add(e.Head)
	f.Add([]byte(`{"v":1,"base":{"a":[["d",1]]},"at":[1,2]}`))
	f.Fuzz(func(t *testing.T, head []byte) {
		e, err := Read(head, nil)
		if err != nil {
			return
		}
		b, err := json.Marshal(e.Header)
		if err != nil {
			t.Fatalf("read, and cannot be written: %v", err)
		}
		again, err := Read(b, nil)
		if err != nil {
			t.Fatalf("cannot be read again: %v", err)
		}
		if c, err := json.Marshal(again.Header); err != nil || !bytes.Equal(b, c) {
			t.Fatalf("%s\n%s", b, c)
		}
	})
}

func FuzzSubjectJSON(f *testing.F) {
	d := story("front")[0]
	d.write(f, noon, registeredAt("09:12", Strategis))
	d.write(f, noon, amend(Values{"teams": SetChange{Add: []string{"V"}}, "notes": Note{At: clockTime("09:30"), Text: "x"}}))
	seed, _ := json.Marshal(&d.subject)
	f.Add(seed)
	f.Add([]byte(`{"kind":"incident","reg":{"reopened/999999999999":{"l":[{"m":["d",1],"t":[1,2],"v":{"at":"2026-10-05T10:00:00Z"}}]}}}`))
	f.Add([]byte(`{"reg":{"passed/1.2":{"l":[{"v":1}]}},"set":{"teams":{}}}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		var s Subject
		if json.Unmarshal(b, &s) != nil || bytes.Contains(b, []byte("null")) {
			return // the store seals what it keeps, and a fold writes no null
		}
		c := IncidentOf(&s).Course
		_, _ = c.Response(d.stamp.Instant()), c.Resolutions(d.stamp.Instant())
		if _, err := json.Marshal(&s); err != nil {
			t.Fatalf("read, and cannot be written: %v", err)
		}
	})
}

func FuzzPeriod(f *testing.F) {
	for _, s := range []string{"2026-10", "2026-Q3", "2026-S1", "2026", "0001", "2026-13", "9999-12"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := ParsePeriod(s, jakarta)
		if err != nil {
			return
		}
		if p.String() != s || p.From >= p.To {
			t.Fatalf("%q is %s, %s to %s", s, p, p.From, p.To)
		}
		if before := p.Before(jakarta); before.To != p.From {
			t.Fatalf("%s ends at %s, and %s begins at %s", before, before.To, p, p.From)
		}
	})
}

func FuzzTicket(f *testing.F) {
	f.Add("CSIRT-2026-A-0137-7")
	f.Add("csirt - 2026 - a - 0137 - 7")
	f.Fuzz(func(t *testing.T, s string) {
		ticket, err := ParseTicket(s)
		if err != nil {
			return
		}
		if again, err := ParseTicket(string(ticket)); err != nil || again != ticket {
			t.Fatalf("%q is %q, and that is %q: %v", s, ticket, again, err)
		}
	})
}
