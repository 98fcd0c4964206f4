package model

// Passed is the fact that the present step was done at an instant. Passing
// step 4 means "Ya": it is an information security incident; "Tidak" is Ended
// with NotIncident. Passing step 9 closes the incident.
type Passed struct {
	Segment int
	Step    Step
	At      Instant
	Note    string
}

// Kind is "incident.passed".
func (Passed) Kind() Kind { return "incident.passed" }

// Check refuses a step that is not the present one, one that still lacks what
// Lampiran III asks for, closing while desks disagree, and an instant out of
// order.
func (p Passed) Check(i Incident, now Instant) error {
	if err := i.Open(); err != nil {
		return err
	}
	if p.Step != i.Step || p.Segment != i.Segment() {
		return RefuseAt("step", "refuse.step-order", "Step", p.Step, "Present", i.Step)
	}
	if missing := i.Missing(); len(missing) > 0 {
		return RefuseAt(missing[0].Name, "refuse.step-missing", "Step", p.Step, "Missing", missing[0])
	}
	if open := i.Unsettled(); len(open) > 0 {
		return RefuseAt("incident", "refuse.step-disputed", "Fields", open)
	}
	if _, paused := i.PausedNow(); paused && p.Step >= i.Course.policy().EndStep() {
		return RefuseAt("incident", "refuse.step-paused")
	}
	return inOrder(i, "at", p.At, now)
}

// Values writes the passage, and the outcome with step 9.
func (p Passed) Values() Values {
	v := Values{passageField(p.Segment, p.Step): Passage{Segment: p.Segment, Step: p.Step, At: p.At, Signature: noted(p.Note)}}
	if p.Step == StepAnnounce {
		v[endedField(p.Segment)] = Ending{Segment: p.Segment, Outcome: Closed, At: p.At}
	}
	return v
}

// inOrder refuses an instant before the last one on the incident's course, or
// in the future.
func inOrder(i Incident, field string, at, now Instant) error {
	if err := notAfter(field, at, now); err != nil {
		return err
	}
	if last := i.LastAt(); at < last {
		return RefuseAt(field, "refuse.before-last", "At", at.Time(), "Last", last.Time())
	}
	return nil
}
