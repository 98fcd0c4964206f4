package model

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func someEvents(t *rapid.T) []Event {
	for {
		if o := newOffice(t); len(o.all) > 0 {
			return o.all[:min(4, len(o.all))]
		}
	}
}

func TestWhatIsPackedIsReadBackByteForByte(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		events := someEvents(t)
		packed := Pack(events)
		got, err := Unpack(packed)
		if err != nil || len(got) != len(events) {
			t.Fatalf("%d of %d events: %v", len(got), len(events), err)
		}
		for i, e := range events {
			if !bytes.Equal(got[i].Head, e.Head) || !bytes.Equal(got[i].Sealed, e.Sealed) || got[i].Chain() != e.Chain() {
				t.Fatalf("event %d came back changed", i)
			}
			if folded(t, got[i:i+1], -1) != folded(t, events[i:i+1], -1) {
				t.Fatalf("event %d folds to something else", i)
			}
		}
		if !bytes.Equal(Pack(got), packed) {
			t.Fatal("packed again it has other bytes")
		}
	})
}

func TestNoFlippedBitGoesUnnoticed(t *testing.T) {
	flips, refused := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		events := someEvents(t)
		packed := Pack(events)
		i := rapid.IntRange(0, len(packed)-1).Draw(t, "byte")
		for bit := range 8 {
			flips++
			wrong := bytes.Clone(packed)
			wrong[i] ^= 1 << bit
			got, err := Unpack(wrong)
			if err != nil {
				refused++
				continue
			}
			if sameEvents(got, events) {
				t.Fatalf("bit %d of byte %d changed nothing", bit, i)
			}
		}
	})
	t.Logf("%d bits flipped: %d refused at once, the rest break the chain", flips, refused)
}

// sameEvents compares what is chained and what is folded.
func sameEvents(a, b []Event) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].Chain() != b[i].Chain() || !bytes.Equal(a[i].Sealed, b[i].Sealed) {
			return false
		}
	}
	return true
}

func TestEveryCutRecordIsRefused(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		packed := Pack(someEvents(t))
		cut := rapid.IntRange(0, len(packed)-1).Draw(t, "cut")
		if got, err := Unpack(packed[:cut]); err == nil {
			t.Fatalf("%d of %d bytes give %d events", cut, len(packed), len(got))
		}
		if _, err := Unpack(append(packed, 0)); err == nil {
			t.Fatal("a byte behind the end is not noticed")
		}
	})
}

func TestHostileLengthsTakeNoMemory(t *testing.T) {
	huge := binary.AppendUvarint(nil, 1<<62)
	for name, b := range map[string][]byte{
		"many events": huge, "a long header": append([]byte{1}, huge...),
		"a long payload":    append([]byte{1, 2, '{', '}'}, huge...),
		"an endless number": bytes.Repeat([]byte{0xff}, 100),
		"nothing":           nil,
	} {
		if allocated := testing.AllocsPerRun(10, func() {
			if _, err := Unpack(b); err == nil {
				t.Errorf("%s: accepted", name)
			}
		}); allocated > 50 {
			t.Errorf("%s: %.0f allocations", name, allocated)
		}
	}
}

func TestAForeignPayloadIsRefused(t *testing.T) {
	e := story("front")[0].write(t, noon, amend(Values{"title": "Situs diretas"}))
	other := story("front")[0].write(t, noon, amend(Values{"title": "Situs pulih"}))
	if _, err := Read(e.Head, other.Sealed); err == nil {
		t.Error("another payload passes under this header")
	}
	if got, err := Read(e.Head, nil); err != nil || !reflect.DeepEqual(got.Header.Fields, []string{"title"}) {
		t.Errorf("without its payload it is an erased event: %v", err)
	}
}

func TestTheHeaderCarriesNothingThatWasSaid(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		secret := "z9" + rapid.StringMatching(`[a-zA-Z]{6,20}`).Draw(t, "secret")
		for _, f := range factsSaying(secret) {
			e := story("front")[0].write(t, noon, factOf(f))
			if strings.Contains(string(e.Head), secret) {
				t.Fatalf("%s says it in its header: %s", f.Kind(), e.Head)
			}
			if !strings.Contains(string(e.Sealed), secret) {
				t.Fatalf("%s does not say it at all: %s", f.Kind(), e.Sealed)
			}
		}
	})
}

func factsSaying(s string) []Fact {
	at := clockTime("10:00")
	person, _ := AddPerson(Person{Name: s, Phone: s, Email: s})
	return []Fact{
		Registered{Reporter: Reporter{Name: s, Position: s, Agency: s, Phone: s, Email: s}, Title: s, Description: s, Affected: s},
		Amended{Values{"impact": s, "analysis": s}},
		Classified{Class: Tinggi, Reason: s}, Passed{Segment: 1, Step: 2, At: at, Note: s},
		Retimed{Passage{Segment: 1, Step: 2, At: at}, s}, PauseBegun{Pause{ID: "a", Note: s}},
		Ended{Ending: Ending{Segment: 1, Reason: s}, Answer: s}, Reopened{Reopening{Segment: 2, Reason: s}},
		Answered{At: at, Answer: s}, Noted{Note: &Note{Text: s}}, Noted{Evidence: &Evidence{Name: s}},
		Noted{Action: &Action{Text: s}}, Noted{Notice: &Notice{Text: s}}, Noted{Occurrence: &Occurrence{Text: s}},
		Withdrawn{Mark{"front", 1}, s}, Linked{Links: SetChange{Add: []string{s}}},
		Assigned{Persons: SetChange{Add: []string{s}}}, PaperNumbered{"resolution", PaperNumber{Number: s}}, person,
	}
}

func TestAHashIsReadOnlyAsItIsWritten(t *testing.T) {
	var h Hash
	h[31] = 1
	text, _ := h.MarshalText()
	var back Hash
	if err := back.UnmarshalText(text); err != nil || back != h {
		t.Fatalf("%s: %v", text, err)
	}
	for _, wrong := range []string{"", "AA", string(text) + "A", string(text[:42]) + "\n", string(text[:42]) + "F", string(text[:42]) + "*"} {
		if err := back.UnmarshalText([]byte(wrong)); err == nil {
			t.Errorf("%q is read as a hash", wrong)
		}
	}
}

func TestAMarkAndAStampAreReadOnlyAsTheyAreWritten(t *testing.T) {
	for _, wrong := range []string{`[]`, `["a"]`, `["a",1,2]`, `["a",-1]`, `[1,1]`, `{}`, `null`} {
		var m Mark
		if err := json.Unmarshal([]byte(wrong), &m); err == nil {
			t.Errorf("%s is read as the mark %s", wrong, m)
		}
	}
	for _, wrong := range []string{`[]`, `[1]`, `[1,2,3]`, `[1,-2]`, `["a",1]`, `{}`, `null`} {
		var s Stamp
		if err := s.UnmarshalJSON([]byte(wrong)); err == nil {
			t.Errorf("%s is read as the stamp %v", wrong, s)
		}
	}
}
