package locales

import (
	"strings"
	"time"

	"siaga/model"
)

// Why is a clock's deadline as one line of arithmetic that anyone can check:
// diterima 09.12 + 8 jam + jeda 1 jam 20 menit = 18.32 WIB. It names the days
// where they differ or are not today's, and the strictest target while the class is open; a clock
// without a beginning says what would begin it.
func (b *Book) Why(k model.Clock) string {
	if !k.StartAt.Known() {
		return b.unstarted(k)
	}
	start, due := k.StartAt.Time(), k.Due().Time()
	at := "why.time"
	if fine(k.Instants()) {
		at = "why.seconds"
	}
	end := at + ".zone"
	switch {
	case !b.sameDay(start, due):
		at, end = at+".day", at+".day.zone"
	case !b.sameDay(start, k.Now.Time()):
		at += ".day"
	}
	parts := []string{b.Word(k.Start) + " " + b.layout(at, start), b.Hours(k.Target.Duration())}
	if k.Paused > 0 {
		pause := "why.pause"
		if k.PausedNow {
			pause = "why.pause.lasting"
		}
		parts = append(parts, b.T(pause, "Duration", b.Hours(k.Paused.Duration())))
	}
	line := strings.Join(parts, " + ") + " = " + b.layout(end, due)
	if k.Calendar != nil {
		line += b.T("why.office") + b.skipped(k)
	}
	if k.Provisional {
		return line + " " + b.T("why.provisional", "Class", model.Strategis)
	}
	return line
}

// skipped names every day that the way to a deadline passed over, those in a
// row for the same reason as one.
func (b *Book) skipped(k model.Clock) string {
	var named []string
	days := k.Days()
	for i := 0; i < len(days); i++ {
		first := i
		for i+1 < len(days) && days[i+1].Closed() && b.closed(days[i+1]) == b.closed(days[first]) {
			i++
		}
		if days[first].Closed() {
			named = append(named, b.T("why.closed", "Days", b.days(days[first].Date, days[i].Date), "Reason", b.closed(days[first])))
		}
	}
	if len(named) == 0 {
		return ""
	}
	return b.T("why.skipped", "Days", strings.Join(named, "; "))
}

// closed is why a day counts nothing; empty for one that counts.
func (b *Book) closed(d model.CountedDay) string {
	switch {
	case !d.Closed():
		return ""
	case d.Holiday != nil && d.Holiday.Joint:
		return b.T("why.joint", "Name", d.Holiday.Name)
	case d.Holiday != nil:
		return b.T("why.holiday", "Name", d.Holiday.Name)
	}
	return b.T("why.rest")
}

// days is a day, or a span of days, whatever the zone.
func (b *Book) days(first, last model.Date) string {
	in := b.In(time.UTC, "")
	return in.Range(first.Begin(time.UTC).Time(), last.Begin(time.UTC).Time())
}

// Day is what a day of a clock counted and why: the office hours, whose hours
// they are, or why the office was closed.
func (b *Book) Day(d model.CountedDay) string {
	if d.Closed() {
		return b.closed(d)
	}
	hours := strings.Join(b.spans(d.Hours), ", ")
	if d.Season != "" {
		return b.T("why.season", "Hours", hours, "Name", d.Season)
	}
	return hours
}

// Weekday is a day's date with its weekday.
func (b *Book) Weekday(d model.Date) string {
	return b.In(time.UTC, "").DateLong(d.Begin(time.UTC).Time())
}

func (b *Book) unstarted(k model.Clock) string {
	if k.Stopped {
		return b.T("why.never", "Clock", k.Name)
	}
	return b.T("why.notyet."+string(k.Start), "Clock", k.Name)
}

// Former says which targets earlier classes promised, and how each stood when
// the class was changed; empty when the class never changed.
func (b *Book) Former(k model.Clock) string {
	sentences := make([]string, len(k.Former))
	for i, f := range k.Former {
		key := "why.former"
		switch {
		case f.Breached:
			key = "why.former.breached"
		case f.Passed:
			key = "why.former.before"
		case f.Ended:
			key = "why.former.kept"
		}
		due := "why.time.day.zone"
		if fine([]model.Instant{f.Due}) {
			due = "why.seconds.day.zone"
		}
		sentences[i] = b.T(key, "Class", f.Class, "Target", b.Hours(f.Target.Duration()), "Due", b.layout(due, f.Due.Time()))
	}
	return strings.Join(sentences, " ")
}

// Ended says when a clock ended and how much of its time that took; empty while
// it runs and when it never did. In office hours it says besides how far from the
// deadline that was, for nobody reads that off the two instants.
func (b *Book) Ended(k model.Clock) string {
	switch {
	case !k.StartAt.Known() || !k.EndAt.Known():
		return ""
	case k.Skewed:
		return b.T("why.skewed")
	}
	key := "why.ended"
	switch {
	case k.Calendar != nil && k.Counts():
		key = "why.ended.margin"
	case k.Calendar != nil:
		key = "why.ended.office"
	}
	return b.T(key, "At", b.Moments(k.Instants()...)(k.EndAt), "Took", b.Hours(k.Took()), "Margin", b.Margin(k))
}

// Margin is how far a clock's end or now lies from its deadline, in calendar
// time, and where office hours count in these first.
func (b *Book) Margin(k model.Clock) string {
	left := b.DurationExact(k.Left().Abs())
	counted := b.Hours(k.CountedLeft().Abs())
	switch {
	case k.Calendar == nil && k.Left() < 0:
		return b.T("duration.overdue", "Duration", left)
	case k.Calendar == nil:
		return b.T("why.margin", "Duration", left)
	case k.Left() < 0:
		return b.T("why.over.office", "Counted", counted, "Duration", left)
	}
	return b.T("why.margin.office", "Counted", counted, "Duration", left)
}

// Hours prints a length without days, as Lampiran III promises 24 and 48
// hours: 48 jam 9 menit.
func (b *Book) Hours(d time.Duration) string {
	var parts []string
	if n := int(d / time.Hour); n > 0 {
		parts = append(parts, b.N("duration.hours", n))
	}
	if rest := d % time.Hour; rest > 0 || len(parts) == 0 {
		parts = append(parts, b.DurationExact(rest))
	}
	return strings.Join(parts, " ")
}

func (b *Book) sameDay(s, t time.Time) bool {
	return b.local(s).Format(time.DateOnly) == b.local(t).Format(time.DateOnly)
}
