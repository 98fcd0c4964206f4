package model

// Answered is the fact that the reporter was answered: it ends the response
// clock when it comes before the start of step 3.
type Answered struct {
	At     Instant
	Answer string
}

// Kind is "incident.answered".
func (Answered) Kind() Kind { return "incident.answered" }

// Check refuses a second answer, an instant before receipt or in the future.
func (a Answered) Check(i Incident, now Instant) error {
	if err := i.Open(); err != nil {
		return err
	}
	if i.AnsweredAt.Known() {
		return RefuseAt("incident", "refuse.answered-already", "At", i.AnsweredAt.Time())
	}
	if a.At < i.ReceivedAt {
		return RefuseAt("at", "refuse.before-receipt", "At", a.At.Time(), "Received", i.ReceivedAt.Time())
	}
	return notAfter("at", a.At, now)
}

// Values writes the instant and what was answered.
func (a Answered) Values() Values {
	return Values{"answeredAt": a.At}.put("answer", a.Answer)
}

// PaperNumbered is the fact that an official document about the incident got
// its number and date. Paper is "resolution", "answer" or "announcement".
type PaperNumbered struct {
	Paper string
	PaperNumber
}

// Kind is "incident.numbered".
func (PaperNumbered) Kind() Kind { return "incident.numbered" }

// Values writes the number under the paper's name.
func (p PaperNumbered) Values() Values { return Values{"paper/" + p.Paper: p.PaperNumber} }
