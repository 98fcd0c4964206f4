package model

import (
	"cmp"
	"encoding/json"
	"slices"
	"time"
)

// LegalDuty is a duty to report an incident outwards as it stands at one
// instant. It counts all day and every day: neither pauses nor the calendar of
// the service clocks move it.
//
// It runs from when the incident was known, as Peraturan BSSN 1/2024 Ps. 15(5)
// counts ("setelah ditemukan"), and where that was not recorded from when the
// report was received. A mark that is set later does not move the start: the
// office could else give itself time by being late with it. MarkedAt tells
// when that was, so that the delay can be explained.
type LegalDuty struct {
	LegalClock
	StartAt     Instant
	FromReceipt bool    // when it was known is not recorded
	MarkedAt    Instant // when the fact that makes the duty was typed in after the registration; of a row always zero
	Due         Instant // zero: "kesempatan pertama", no number
	Notice      Notice  // the first letter to the addressee since the start; its At is zero while there is none
	Lifted      bool    // it turned out to be no incident, or one of another ticket: nothing is owed here
	ReadAt      Instant
}

// LegalState is how a duty stands.
type LegalState string

// The states. LegalOwed and LegalDone are those of a duty without a number.
const (
	LegalRunning LegalState = "running"
	LegalOverdue LegalState = "overdue"
	LegalOwed    LegalState = "owed"
	LegalKept    LegalState = "kept"
	LegalLate    LegalState = "late"
	LegalDone    LegalState = "done"
	LegalLifted  LegalState = "lifted"
)

// LegalStates lists them.
var LegalStates = []LegalState{LegalRunning, LegalOverdue, LegalOwed, LegalKept, LegalLate, LegalDone, LegalLifted}

// WordKey names the state in words.
func (s LegalState) WordKey() string { return "legalState." + string(s) }

// Sent reports whether the letter that closes the duty is recorded.
func (d LegalDuty) Sent() bool { return d.Notice.At.Known() }

// Waits reports whether a letter is still to be sent.
func (d LegalDuty) Waits() bool { return !d.Lifted && !d.Sent() }

// Left is the time up to the deadline, negative when it has passed; the length
// between letter and deadline once it was sent. It is zero without a number.
func (d LegalDuty) Left() time.Duration {
	switch {
	case !d.Due.Known():
		return 0
	case d.Sent():
		return d.Due.Sub(d.Notice.At)
	}
	return d.Due.Sub(d.ReadAt)
}

// State is how the duty stands. Exactly at the deadline it is kept, one second
// later it is late.
func (d LegalDuty) State() LegalState {
	late := d.Left() < 0
	switch {
	case d.Lifted:
		return LegalLifted
	case d.Sent() && !d.Due.Known():
		return LegalDone
	case d.Sent() && late:
		return LegalLate
	case d.Sent():
		return LegalKept
	case !d.Due.Known():
		return LegalOwed
	case late:
		return LegalOverdue
	}
	return LegalRunning
}

// owing is what a duty follows from: the marks of an incident, and the letters
// that were sent.
type owing struct {
	vital, breach, crime bool
	risk                 Risk
	knownAt              Instant
	notices              []Notice // by time, those that were withdrawn left out
}

func (o owing) has(cause LegalCause) bool {
	switch cause {
	case CauseVital:
		return o.vital
	case CauseRisk:
		return o.risk == RiskHigh || o.risk == RiskCritical
	case CausePersonal:
		return o.breach
	case CauseCrime:
		return o.crime
	}
	return false
}

// owes reports whether the incident makes a duty. The risk makes none beside
// that of vital infrastructure to the same addressee: one letter, one clock.
func (o owing) owes(k LegalClock, all []LegalClock) bool {
	if !o.has(k.Cause) {
		return false
	}
	return k.Cause != CauseRisk || !o.vital || !slices.ContainsFunc(all, func(other LegalClock) bool {
		return other.Cause == CauseVital && other.To == k.To
	})
}

// duties are the duties of reporting, as the policy of the course lists them.
func (c *Course) duties(o owing, now Instant) []LegalDuty {
	if !o.vital && !o.breach && !o.crime && !o.has(CauseRisk) {
		return nil // most: nothing is made for them
	}
	var out []LegalDuty
	all := c.policy().Duties()
	for _, k := range all {
		if !o.owes(k, all) {
			continue
		}
		d := LegalDuty{LegalClock: k, StartAt: c.knownAt(o.knownAt), FromReceipt: !o.knownAt.Known(), ReadAt: now,
			Lifted: c.Outcome != "" && c.Outcome != Closed}
		if k.Limit > 0 {
			d.Due = d.StartAt.Add(k.Limit.Duration())
		}
		d.Notice = firstNotice(o.notices, k.To, d.StartAt, now)
		out = append(out, d)
	}
	return out
}

// knownAt is from when duties run.
func (c Course) knownAt(known Instant) Instant { return cmp.Or(known, c.ReceivedAt) }

// firstNotice is the first letter to an addressee from one instant to another.
func firstNotice(notices []Notice, to Addressee, from, until Instant) Notice {
	for _, n := range notices {
		if n.To == to && n.At >= from && n.At <= until {
			return n
		}
	}
	return Notice{}
}

// Duties are the duties of reporting that the incident brought, as they stand
// now, in the order of its policy. They stand beside the service clocks and
// never mix with them.
func (i Incident) Duties(now Instant) []LegalDuty {
	duties := i.Course.duties(owing{i.Vital, i.DataBreach, i.Crime, i.Risk, i.KnownAt, i.Notices}, now)
	for n := range duties {
		if at := i.markedAt[duties[n].Cause]; at > i.TypedAt {
			duties[n].MarkedAt = at
		}
	}
	return duties
}

// Duties are the duties of reporting of the incident, as they stand now; their
// notices have only an instant and an addressee.
func (r *Row) Duties(now Instant) []LegalDuty {
	return r.Course.duties(owing{r.Vital, r.DataBreach, r.Crime, r.Risk, r.KnownAt, r.Notices}, now)
}

// Owed are the duties whose letter is still to be sent, also of an incident that
// was closed: what falls due first in front, what has no number at the end.
func (r *Row) Owed(now Instant) []LegalDuty {
	owed := slices.DeleteFunc(r.Duties(now), func(d LegalDuty) bool { return !d.Waits() })
	slices.SortStableFunc(owed, func(a, b LegalDuty) int { return cmp.Compare(uint64(a.Due)-1, uint64(b.Due)-1) })
	return owed
}

// Eased is the first duty that a change takes away or puts off: whoever changes
// that says why.
func Eased(was, is []LegalDuty) (duty LegalDuty, eased bool) {
	for _, d := range was {
		still := func(o LegalDuty) bool { return o.To == d.To && o.Due <= d.Due }
		if !d.Lifted && !slices.ContainsFunc(is, still) {
			return d, true
		}
	}
	return LegalDuty{}, false
}

// brief is what a row keeps of notices.
func brief(notices []Notice) []Notice {
	var sent []Notice
	for _, n := range notices {
		sent = append(sent, Notice{At: n.At, To: n.To})
	}
	return sent
}

// causeFields are the registers whose value makes a duty.
var causeFields = map[LegalCause]string{CauseVital: "vital", CauseRisk: "risk", CausePersonal: "dataBreach", CauseCrime: "crime"}

// marks is when each mark was typed in.
func (s *Subject) marks() map[LegalCause]Instant {
	at := map[LegalCause]Instant{}
	for cause, field := range causeFields {
		if r := s.Registers[field]; r != nil {
			if shown, ok := r.Shown(); ok && !isFalse(shown.Value) {
				at[cause] = shown.At.Instant()
			}
		}
	}
	return at
}

func isFalse(value json.RawMessage) bool {
	return string(value) == "false" || string(value) == `""` || string(value) == "null"
}
