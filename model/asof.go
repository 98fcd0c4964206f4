package model

import "slices"

// AsOf is the course as it stood just before an instant: what was recorded to
// have happened later is left out. A report on a past period is the same
// whenever it is printed, unless the past itself is corrected. The first class
// holds from receipt: deciding it late completes the past.
func (c Course) AsOf(t Instant) Course {
	if !c.after(t) {
		return c
	}
	c.Passages = slices.DeleteFunc(slices.Clone(c.Passages), func(p Passage) bool { return p.At >= t })
	c.Reopenings = slices.DeleteFunc(slices.Clone(c.Reopenings), func(r Reopening) bool { return r.At >= t })
	c.Endings = slices.DeleteFunc(slices.Clone(c.Endings), func(e Ending) bool { return e.At >= t })
	c.Pauses = slices.DeleteFunc(slices.Clone(c.Pauses), func(p Pause) bool { return p.From >= t })
	for i := range c.Pauses {
		if c.Pauses[i].Until >= t {
			c.Pauses[i].Until = 0
		}
	}
	c.Class = c.classAt(t - 1)
	if k := slices.IndexFunc(c.Classes, func(k Classification) bool { return k.At >= t }); k > 0 {
		c.Classes = c.Classes[:k]
	}
	if c.AnsweredAt >= t {
		c.AnsweredAt = 0
	}
	if c.RespondedAt >= t {
		c.RespondedAt = 0
	}
	c.stand()
	return c
}

// after reports whether anything on the course lies at or after an instant.
func (c *Course) after(t Instant) bool {
	if c.LastAt() >= t || c.AnsweredAt >= t || c.RespondedAt >= t {
		return true
	}
	for i := range c.Classes {
		if c.Classes[i].At >= t {
			return true
		}
	}
	for i := range c.Pauses {
		if c.Pauses[i].From >= t || c.Pauses[i].Until >= t {
			return true
		}
	}
	return false
}

// stood is AsOf without a copy where nothing was left out.
func (c *Course) stood(t Instant) *Course {
	if !c.after(t) {
		return c
	}
	then := c.AsOf(t)
	return &then
}

// OpenAt reports whether the incident had been received and was not ended just
// before an instant: it asks for the ending of the segment that was the last one
// then.
func (c *Course) OpenAt(t Instant) bool {
	segment := 1
	for i := range c.Reopenings {
		if c.Reopenings[i].At < t {
			segment = c.Reopenings[i].Segment
		}
	}
	ended := func(e Ending) bool { return e.Segment == segment && e.At < t }
	return c.ReceivedAt < t && !slices.ContainsFunc(c.Endings, ended)
}

// active reports whether the incident was open at any time from one instant to
// another.
func (c *Course) active(from, to Instant) bool {
	if c.ReceivedAt >= to {
		return false
	}
	if c.OpenAt(from) || c.ReceivedAt >= from {
		return true
	}
	return slices.ContainsFunc(c.Reopenings, func(r Reopening) bool { return from <= r.At && r.At < to })
}

// breached reports whether the present segment's resolution clock has broken
// its promise.
func (c *Course) breached(now Instant) bool {
	k := c.Resolution(now)
	return k.breached()
}
