package settings

import (
	"testing"
	"time"
)

func TestQuietHours(t *testing.T) {
	at := func(hour, minute int) time.Time { return time.Date(2026, 11, 23, hour, minute, 0, 0, time.UTC) }
	for text, story := range map[string]struct{ quiet, loud time.Time }{
		"22.00-05.00":   {at(23, 0), at(5, 0)},
		"12:00 - 13:30": {at(13, 29), at(13, 30)},
	} {
		h, err := ParseHours(text)
		if err != nil || !h.Hold(story.quiet) || h.Hold(story.loud) {
			t.Errorf("%s: %v, %+v", text, err, h)
		}
		if again, err := ParseHours(h.String()); err != nil || again != h {
			t.Errorf("%s comes back as %s", text, h)
		}
	}
	if h, err := ParseHours(" "); err != nil || h.Hold(at(0, 0)) || h.String() != "" {
		t.Errorf("none: %v, %+v", err, h)
	}
	for _, text := range []string{"malam", "22-05", "25.00-05.00", "07.00-07.00"} {
		if _, err := ParseHours(text); err == nil {
			t.Errorf("%q is read", text)
		}
	}
}
