package locales

import (
	"strings"
	"time"

	"siaga/model"
)

// Why is a clock's deadline as one line of arithmetic that anyone can check:
// diterima 09.12 + 8 jam + jeda 1 jam 20 menit = 18.32 WIB. It names the days
// where they differ, and the strictest target while the class is open; a clock
// without a beginning says what would begin it.
func (b *Book) Why(k model.Clock) string {
	if !k.StartAt.Known() {
		return b.unstarted(k)
	}
	start, due := k.StartAt.Time(), k.Due().Time()
	at := "why.time"
	if seconds := start.Second() + due.Second(); seconds > 0 {
		at = "why.seconds"
	}
	if !b.sameDay(start, due) {
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
	line := strings.Join(parts, " + ") + " = " + b.layout(at+".zone", due)
	if k.Provisional {
		return line + " " + b.T("why.provisional", "Class", model.Strategis)
	}
	return line
}

func (b *Book) unstarted(k model.Clock) string {
	if k.Stopped {
		return b.T("why.never", "Clock", k.Name)
	}
	return b.T("why.notyet."+string(k.Start), "Clock", k.Name)
}

// Former says which targets earlier classes promised, and whether each was
// missed while the class was valid; empty when the class never changed.
func (b *Book) Former(k model.Clock) string {
	sentences := make([]string, len(k.Former))
	for i, f := range k.Former {
		key := "why.former"
		if f.Breached {
			key = "why.former.breached"
		}
		sentences[i] = b.T(key, "Class", f.Class, "Target", b.Hours(f.Target.Duration()), "Due", b.layout("why.time.day.zone", f.Due.Time()))
	}
	return strings.Join(sentences, " ")
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
