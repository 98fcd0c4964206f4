package ui

import (
	"strconv"

	"siaga/ui/place"
)

// policyStops are a policy of times that is written and previewed; the form
// stays from one stop to the next.
func (t *tour) policyStops() []stop {
	form := place.Route{Place: place.Settings, Part: "times.new"}
	return []stop{
		{name: "policy", route: place.Route{Place: place.Settings, Part: "times"}},
		{name: "policy-form", route: form},
		{name: "policy-hours", route: form, then: t.countOfficeHours},
		{name: "policy-lists", route: form, then: func() { t.roll(56) }},
		{name: "policy-duties", route: form, then: func() { t.roll(120) }},
		{name: "policy-preview", route: form, then: func() { t.key("ctrl+Return") }},
	}
}

// fieldsToCalendar is how many times Tab is pressed from the first field of the
// form to what chooses the calendar.
const fieldsToCalendar = 12

// countOfficeHours chooses office hours by keyboard and rolls to them.
func (t *tour) countOfficeHours() {
	t.do("key", "--repeat", strconv.Itoa(fieldsToCalendar), "Tab")
	t.choose(t.window.book.T("settings.times.hours"))
	t.roll(14)
}
