package bundle

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"

	"siaga/model"
)

// readAlike reads item by item, and with the events ahead; both must come to the
// same events and the same end.
func readAlike(open func() (*Reader, error)) (letter, *Reader, error) {
	r, err := open()
	if err != nil {
		return letter{}, nil, err
	}
	l, err := drain(r)
	for _, fleeting := range []bool{false, true} {
		other, failed := open()
		if failed != nil {
			return l, r, failed
		}
		events, end := drainAhead(other, fleeting)
		if fmt.Sprint(end) != fmt.Sprint(err) || other.Sum() != r.Sum() {
			return l, r, fmt.Errorf("ahead it ends with %v, not with %v", end, err)
		}
		if !alike(events, l.events) {
			return l, r, fmt.Errorf("ahead come %d events, not the same %d", len(events), len(l.events))
		}
	}
	return l, r, err
}

// drainAhead reads to the end, too, with the events ahead.
func drainAhead(r *Reader, fleeting bool) (events []model.Event, err error) {
	if fleeting {
		r.Fleeting()
	}
	take := func(e *model.Event) error {
		runtime.Gosched() // the next ones may be cut out now
		kept := *e
		if fleeting {
			kept, _ = model.Read(bytes.Clone(e.Head), bytes.Clone(e.Sealed))
		}
		events = append(events, kept)
		return nil
	}
	for {
		if err := r.Events(take); err != nil {
			return events, err
		}
		if item, err := r.Next(); err == io.EOF {
			return events, nil
		} else if err != nil {
			return events, err
		} else if item.Event != nil {
			return events, errors.New("an event was left")
		}
	}
}

func alike(a, b []model.Event) bool {
	if len(a) != len(b) {
		return false
	}
	for n := range a {
		if !bytes.Equal(a[n].Head, b[n].Head) || !bytes.Equal(a[n].Sealed, b[n].Sealed) || string(a[n].Value("note")) != string(b[n].Value("note")) {
			return false
		}
	}
	return true
}

// Thousands of events, small ones and some larger than what is cut out at once.
func TestManyEventsComeAsTheyWereWritten(t *testing.T) {
	keys, recipient := newPair(t)
	l := newLetter(t, 3000, 1500)
	for n := range l.events {
		if n%700 == 699 {
			long := json.RawMessage(`"` + strings.Repeat("panjang ", 20_000) + `"`)
			e, err := model.Write(l.events[n].Header, model.Payload{Salt: make([]byte, 16), Values: map[string]json.RawMessage{"note": long}})
			if err != nil {
				t.Fatal(err)
			}
			l.events[n] = e
		}
	}
	got, _, err := read(l.write(t, Seal{Recipients: []string{recipient}}), keys)
	if err != nil {
		t.Fatal(err)
	}
	if !alike(got.events, l.events) {
		t.Fatal("other events than were written")
	}
}

// Who looks at events can end the reading; then nothing more is read.
func TestWhoLooksAtEventsEndsTheReading(t *testing.T) {
	l := newLetter(t, 2000, 0)
	l.header.MinReader = 1
	r, err := newReader(bytes.NewReader(forge(l.header, l.frames()...)), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	enough, seen := errors.New("enough"), 0
	err = r.Events(func(*model.Event) error {
		if seen++; seen == 900 {
			return enough
		}
		return nil
	})
	if err != enough || seen != 900 {
		t.Fatalf("after %d events: %v", seen, err)
	}
	if _, err := r.Next(); err != enough {
		t.Fatal("something more is read:", err)
	}
}
