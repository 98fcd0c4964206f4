package model

import (
	"math/rand/v2"
	"testing"
)

// manyCourses are 100,000 courses with pauses, reclassifications and reopenings,
// all under one policy as the reader of rows shares it.
func manyCourses(b *testing.B, calendar *Calendar) []Course {
	b.Helper()
	policy := Decree()
	policy.Calendar = calendar
	var courses []Course
	for n := range 5000 {
		c := newLife(rand.New(rand.NewPCG(11, uint64(n)))).course(b)
		c.Policy = &policy
		for range 20 {
			courses = append(courses, c)
		}
	}
	return courses
}

// The floor is a pass that reads what every clock needs and reckons nothing.
func BenchmarkClocksOf100000(b *testing.B) {
	now := wib("2027-03-31 12:00")
	for _, kind := range []struct {
		name     string
		calendar *Calendar
		visit    func(*Course) Instant
	}{
		{"floor", nil, func(c *Course) Instant { return c.ReceivedAt + c.LastAt() + c.AnsweredAt }},
		{"allDay", nil, func(c *Course) Instant { return dueAndState(c, now) }},
		{"officeHours", officeHours(), func(c *Course) Instant { return dueAndState(c, now) }},
	} {
		courses := manyCourses(b, kind.calendar)
		b.Run(kind.name, func(b *testing.B) {
			var sum Instant
			for b.Loop() {
				for i := range courses {
					sum += kind.visit(&courses[i])
				}
			}
			_ = sum
		})
	}
}

// dueAndState reckons both clocks with all that is shown of them.
func dueAndState(c *Course, now Instant) Instant {
	response, resolution := c.Response(now), c.Resolution(now)
	_, _ = response.state(), resolution.state()
	return response.Due() + resolution.Due()
}
