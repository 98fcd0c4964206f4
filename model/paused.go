package model

// PauseBegun is the fact that the resolution clock was stopped for a reason
// from the list, with an expected end. The response clock is never paused.
type PauseBegun struct {
	Pause
}

// Kind is "incident.paused".
func (PauseBegun) Kind() Kind { return "incident.paused" }

// Check refuses a pause without reason or expected end, a second one while one
// lasts, and one while only the response clock runs.
func (p PauseBegun) Check(i Incident, now Instant) error {
	if err := i.Open(); err != nil {
		return err
	}
	if p.Reason == "" {
		return RefuseAt("reason", "refuse.pause-reason")
	}
	if err := choose("reason", p.Reason, i.Course.policy().Reasons()); err != nil {
		return err
	}
	clock := i.Resolution(p.From)
	if !clock.StartAt.Known() || clock.EndAt.Known() || p.From < clock.StartAt {
		return RefuseAt("incident", "refuse.pause-resolution")
	}
	if running, paused := i.PausedNow(); paused {
		return RefuseAt("incident", "refuse.paused-already", "From", running.From.Time())
	}
	if p.Expected <= p.From {
		return RefuseAt("expected", "refuse.pause-expected", "From", p.From.Time())
	}
	return notAfter("at", p.From, now)
}

// Values writes the beginning of the pause under its own identity.
func (p PauseBegun) Values() Values { return Values{"pause/" + p.ID: p.Pause} }

// PauseEnded is the fact that the resolution clock runs again.
type PauseEnded struct {
	ID string
	At Instant
}

// Kind is "incident.resumed".
func (PauseEnded) Kind() Kind { return "incident.resumed" }

// Check refuses ending a pause that does not last, or before it began.
func (p PauseEnded) Check(i Incident, now Instant) error {
	running, paused := i.PausedNow()
	if !paused {
		return RefuseAt("incident", "refuse.not-paused")
	}
	if p.At < running.From {
		return RefuseAt("at", "refuse.resume-before", "At", p.At.Time(), "From", running.From.Time())
	}
	return notAfter("at", p.At, now)
}

// Values writes the end of the pause.
func (p PauseEnded) Values() Values { return Values{"resumed/" + p.ID: p.At} }
