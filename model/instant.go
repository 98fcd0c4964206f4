package model

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"time"
)

// Instant is a point in time in whole seconds, UTC, counted from 1970; zero
// means "not recorded". The annex promises minutes, so seconds are enough, and
// "exactly at the deadline" has one meaning.
type Instant int64

// At cuts a time to its whole second.
func At(t time.Time) Instant {
	if t.IsZero() {
		return 0
	}
	return Instant(t.Unix())
}

// Time returns the instant as a time in UTC, the zero time when not recorded.
func (i Instant) Time() time.Time {
	if i == 0 {
		return time.Time{}
	}
	return time.Unix(int64(i), 0).UTC()
}

// Known reports whether the instant was recorded.
func (i Instant) Known() bool { return i != 0 }

// Add returns the instant that much later.
func (i Instant) Add(d time.Duration) Instant { return i + Instant(d/time.Second) }

// Sub returns the span from o to i.
func (i Instant) Sub(o Instant) time.Duration { return time.Duration(i-o) * time.Second }

// String is RFC 3339 in UTC, empty when not recorded.
func (i Instant) String() string {
	if i == 0 {
		return ""
	}
	return i.Time().Format(time.RFC3339)
}

// MarshalJSON writes RFC 3339 in UTC, or "" when not recorded.
func (i Instant) MarshalJSON() ([]byte, error) { return []byte(`"` + i.String() + `"`), nil }

// UnmarshalJSON reads RFC 3339 with any offset, or "".
func (i *Instant) UnmarshalJSON(b []byte) error {
	var s string
	if plain := len(b) >= 2 && b[0] == '"' && bytes.IndexByte(b, '\\') < 0; plain {
		s = string(b[1 : len(b)-1])
	} else if err := json.Unmarshal(b, &s); err != nil {
		return Refuse("refuse.instant-form", "Value", string(b))
	}
	if s == "" {
		*i = 0
		return nil
	}
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return Refuse("refuse.instant-form", "Value", s)
	}
	*i = At(t)
	return nil
}

// Stamp is a hybrid logical clock: milliseconds since 1970 and a counter that
// keeps one desk's events in order when its wall clock stands still or runs
// back. It orders only what is displayed.
type Stamp struct {
	Wall  int64
	Count uint32
}

// Before orders stamps by time, then counter.
func (s Stamp) Before(o Stamp) bool {
	return s.Wall < o.Wall || s.Wall == o.Wall && s.Count < o.Count
}

// Instant is the wall clock part, in whole seconds.
func (s Stamp) Instant() Instant { return Instant(s.Wall / 1000) }

// MarshalJSON writes [milliseconds,counter].
func (s Stamp) MarshalJSON() ([]byte, error) {
	return fmt.Appendf(nil, `[%d,%d]`, s.Wall, s.Count), nil
}

// UnmarshalJSON reads what MarshalJSON wrote and refuses anything else.
func (s *Stamp) UnmarshalJSON(b []byte) error {
	var pair [2]json.Number
	if err := json.Unmarshal(b, &pair); err != nil {
		return err
	}
	_, err := fmt.Sscanf(string(b), "[%d,%d]", &s.Wall, &s.Count)
	return err
}

// maxLead is how far ahead of its own wall clock a desk follows another's.
const maxLead = 24 * 60 * 60 * 1000

// Next returns the stamp of a desk's next event: after last, and not before
// now; a last that is more than 24 hours ahead is not followed.
func (s Stamp) Next(now time.Time) Stamp {
	wall := now.UnixMilli()
	switch {
	case s.Wall < wall || s.Wall > wall+maxLead:
		return Stamp{Wall: wall}
	case s.Count == math.MaxUint32:
		return Stamp{Wall: s.Wall + 1}
	}
	return Stamp{Wall: s.Wall, Count: s.Count + 1}
}
