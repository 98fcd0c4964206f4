package settings

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"siaga/model"
)

// Hours are a span of each day in minutes since midnight, over midnight where it
// ends before it begins; none where both are the same.
type Hours struct {
	From int `json:"from"`
	To   int `json:"to"`
}

// Hold reports whether a time, in its own zone, lies in the span.
func (h Hours) Hold(t time.Time) bool {
	at := t.Hour()*60 + t.Minute()
	if h.From <= h.To {
		return h.From <= at && at < h.To
	}
	return h.From <= at || at < h.To
}

// String is how the span is typed: 22.00-05.00, empty for none.
func (h Hours) String() string {
	if h.From == h.To {
		return ""
	}
	return fmt.Sprintf("%02d.%02d-%02d.%02d", h.From/60, h.From%60, h.To/60, h.To%60)
}

var hoursForm = regexp.MustCompile(`^(\d{1,2})[.:](\d{2})\s*[-–]\s*(\d{1,2})[.:](\d{2})$`)

// ParseHours reads what String writes, with colons too; it refuses what is no
// span of a day.
func ParseHours(text string) (h Hours, err error) {
	text = strings.TrimSpace(text)
	if text == "" {
		return h, nil
	}
	parts := hoursForm.FindStringSubmatch(text)
	if parts == nil {
		return h, model.RefuseAt("quiet", "refuse.quiet-hours", "Value", text)
	}
	h = Hours{minutes(parts[1], parts[2]), minutes(parts[3], parts[4])}
	if h.From < 0 || h.To < 0 || h.From == h.To {
		return Hours{}, model.RefuseAt("quiet", "refuse.quiet-hours", "Value", text)
	}
	return h, nil
}

// minutes is a time of day in minutes, -1 for none.
func minutes(hour, minute string) int {
	h, _ := strconv.Atoi(hour)   // digits, as the form says
	m, _ := strconv.Atoi(minute) // the same
	if h > 23 || m > 59 {
		return -1
	}
	return h*60 + m
}
