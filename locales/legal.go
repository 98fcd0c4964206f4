package locales

import (
	"strings"
	"time"

	"siaga/model"
)

// Duty is what is owed to whom, and why: the same words in window, papers and
// command line.
func (b *Book) Duty(d model.LegalDuty) string {
	to := d.To.WordKey()
	if b.Has(to + ".long") {
		to += ".long"
	}
	return b.T("legal.duty", "To", b.T(to), "Cause", d.Cause)
}

// DutySource is the article of a duty in the book's language; what the office has
// written stands as it is settled.
func (b *Book) DutySource(k model.LegalClock) string {
	if key := k.SourceKey(); key != "" {
		return b.T(key)
	}
	return k.Source
}

// DutySourceInFull is the article as an official letter cites it first, with the
// whole name of the law.
func (b *Book) DutySourceInFull(k model.LegalClock) string {
	if key := k.SourceKey(); key != "" {
		return b.T(key + ".long")
	}
	return k.Source
}

// DutyLimit is the time that a duty gives, as regulations write it: 3 × 24 jam.
func (b *Book) DutyLimit(k model.LegalClock) string {
	const day = 24 * time.Hour
	switch length := k.Limit.Duration(); {
	case length == 0:
		return b.T("legal.limit.none")
	case length%day == 0:
		return b.T(limitKey(k), "Length", b.T("legal.days", "Count", b.Number(int(length/day))))
	default:
		return b.T(limitKey(k), "Length", b.Hours(length))
	}
}

func limitKey(k model.LegalClock) string {
	if k.Internal {
		return "legal.limit.internal"
	}
	return "legal.limit.law"
}

// DutyDue is until when a duty is to be fulfilled, and by whose number.
func (b *Book) DutyDue(d model.LegalDuty) string {
	if !d.Due.Known() {
		return b.DutyLimit(d.LegalClock)
	}
	return b.T("legal.due", "Limit", b.DutyLimit(d.LegalClock), "At", d.Due)
}

// DutyStart is from when a duty runs.
func (b *Book) DutyStart(d model.LegalDuty) string {
	key := "legal.from.known"
	if d.FromReceipt {
		key = "legal.from.received"
	}
	return b.T(key, "At", d.StartAt)
}

// DutyMarked is when the fact that makes a duty was recorded, "" when that was
// with the registration.
func (b *Book) DutyMarked(d model.LegalDuty) string {
	if !d.MarkedAt.Known() {
		return ""
	}
	return b.T("legal.marked", "At", d.MarkedAt)
}

// DutyStanding is how a duty stands, with the time left, or with the letter that
// closed it.
func (b *Book) DutyStanding(d model.LegalDuty) string {
	parts := []string{b.Word(d.State())}
	left := d.Left()
	switch {
	case d.Lifted:
	case !d.Sent():
		parts = append(parts, b.dutyLeft(d, "legal.left", "legal.over"))
	default:
		sent := b.T("legal.sent", "At", d.Notice.At)
		if d.Notice.Number != "" {
			sent = b.T("legal.sent.number", "At", d.Notice.At, "Number", d.Notice.Number)
		}
		parts = append(parts, sent)
		if left != 0 {
			parts = append(parts, b.dutyLeft(d, "legal.sent.before", "legal.sent.after"))
		}
	}
	return strings.TrimSuffix(strings.Join(parts, ", "), ", ")
}

func (b *Book) dutyLeft(d model.LegalDuty, before, after string) string {
	left := d.Left()
	if left >= time.Minute || left <= -time.Minute {
		left = left.Truncate(time.Minute) // seconds tell nothing but at the very deadline
	}
	switch {
	case !d.Due.Known():
		return ""
	case left < 0:
		return b.T(after, "Time", b.Hours(-left))
	default:
		return b.T(before, "Time", b.Hours(left))
	}
}

// STR is what the office is reminded of about its registration, "" while there
// is nothing to do.
func (b *Book) STR(s model.STR) string {
	if !s.Reminds() {
		return ""
	}
	days := max(s.Days, -s.Days)
	return b.T("str."+string(s.State), "Until", b.day(s.Until), "Days", b.N("duration.days", days))
}

// STRDate is the date of the registration and until when it is valid, "" while
// it is not recorded.
func (b *Book) STRDate(s model.STR) string {
	if s.State == model.STRUnknown {
		return ""
	}
	return b.day(s.From) + ", " + b.T("str.valid", "Until", b.day(s.Until)) + " (" + b.Word(s.State) + ")"
}

// day is a day of the calendar, which has no zone.
func (b *Book) day(d model.Date) string {
	t, err := time.ParseInLocation(time.DateOnly, string(d), b.zone)
	if err != nil {
		return string(d)
	}
	return b.Date(t)
}
