package demo

import (
	"cmp"
	"slices"

	"siaga/app"
	"siaga/model"
)

// script is the deeds of one incident, in the order in which they are typed in.
type script struct {
	*teller
	*plan
	secretary model.PersonID
	member    model.PersonID
	team      string
	risk      model.Risk // once it was weighed
	crime     bool       // another party did it
	deeds     []deed
}

// tell turns a plan into deeds that wait for their time.
func (t *teller) tell(p *plan) {
	category, _ := t.desk.Office().Category(p.tale.category)
	s := &script{teller: t, plan: p, secretary: draw(t, t.staff.secretariat), team: category.Team, member: draw(t, t.staff.members[category.Team])}
	s.open()
	s.investigate()
	s.close()
	if !t.terse() {
		s.furtherDuties()
	}
	s.hand()
	t.count(p)
}

// hand gives the deeds their typing times: seconds to minutes after the deed,
// never before an earlier one of the same incident.
func (s *script) hand() {
	slices.SortStableFunc(s.deeds, func(a, b deed) int { return cmp.Compare(a.typed, b.typed) })
	last := s.course.typed
	for _, d := range s.deeds {
		last = max(last, d.typed+s.minutes(0.2, 3))
		d.typed = min(last, s.until)
		s.plans(d)
	}
}

// at adds a deed of somebody at an instant; one that has not come yet is left
// out.
func (s *script) at(at model.Instant, by model.PersonID, command func() app.Command) {
	s.later(at, at, by, command)
}

// later adds a deed that is typed in only some time afterwards.
func (s *script) later(at, typed model.Instant, by model.PersonID, command func() app.Command) {
	if at.Known() && at <= s.until && typed <= s.until {
		s.deeds = append(s.deeds, deed{at: at, typed: typed, by: by, command: command})
	}
}

// amid draws an instant between two steps; when the second was not reached yet,
// between the first and the end of the year.
func (s *script) amid(from, to model.Instant, low, high float64) model.Instant {
	if !from.Known() {
		return 0
	}
	if !to.Known() {
		to = s.until
	}
	return s.atWork(func() model.Instant { return s.within(from, to, low, high) })
}

// takenDown is a plan as it is reported.
func (t *teller) takenDown(p *plan) app.RegisterIncident {
	r := app.RegisterIncident{
		ReporterName: p.sender.name, ReporterPosition: p.sender.position, ReporterAgency: p.sender.agency,
		ReporterPhone: p.sender.phone, ReporterEmail: p.sender.email, Agency: app.AgencyRef(p.place.agency),
		Title: t.say(p, "title"), Description: t.say(p, "description"), Channel: p.sender.channel,
		System: app.SystemRef(p.place.system), TLP: labels[p.tale.category],
		HappenedAt: p.course.happened, KnownAt: p.course.known, ReportedAt: p.course.reported,
	}
	if p.place.system == "" {
		r.Affected = p.place.object
	}
	return r
}

func (s *script) register() {
	c, f, r := s.course, s.fate, s.takenDown(s.plan)
	if s.place.system != "" || s.terse() {
		r.Class = f.first
	}
	s.at(c.received, s.secretary, func() app.Command { return r })
	p := s.plan
	s.deeds[0].after = func(done app.Done) { p.ref = app.IncidentRef(done.Ticket) }
}

// labels are the TLP of categories that are not AMBER.
var labels = map[string]model.TLP{
	"SCN": model.TLPGreen, "GGN": model.TLPGreen, "SPM": model.TLPGreen, "RSW": model.TLPRed, "PDP": model.TLPRed, "PGL": model.TLPAmberStrict,
}

// open registers, answers the reporter and passes steps 2 to 5, or leaves the
// flow.
func (s *script) open() {
	c, f, p := s.course, s.fate, s.plan
	s.register()
	s.pass(model.StepReceive, c.passed[:], s.secretary)
	if f.slow {
		s.note(c.passed[model.StepReceive]+60, s.secretary, s.saying(p, "slow", "note"))
	}
	if !s.terse() && s.sender.channel != "pemantauan" && f.outcome == model.Closed && s.chance(0.75) {
		s.at(c.passed[model.StepReceive]+s.minutes(1, 6), s.secretary, func() app.Command {
			return app.AnswerReporter{Incident: p.ref, Answer: s.saying(p, "answer", "answer")}
		})
	}
	s.pass(model.StepAnalyse, c.passed[:], s.secretary)
	s.chronology()
	s.leave()
	s.pass(model.StepDecide, c.passed[:], s.secretary)
	if c.classed.Known() {
		reason := s.saying(p, map[bool]string{true: "down", false: "up"}[f.class == model.Rendah], "reason")
		s.at(c.classed, s.member, func() app.Command {
			return app.ClassifyIncident{Incident: p.ref, Class: f.class, Reason: reason}
		})
	}
	s.pass(model.StepEscalate, c.passed[:], s.secretary)
}

// leave ends what is no incident, not for this team, or known already.
func (s *script) leave() {
	p, at := s.plan, s.course.ended
	switch s.fate.outcome {
	case model.NotIncident:
		reason, answer := s.say(p, "reason"), s.say(p, "answer")
		s.at(at, s.secretary, func() app.Command {
			return app.NotAnIncident{Incident: p.ref, Reason: reason, Answer: answer}
		})
	case model.Rejected:
		reason := s.say(p, "reason")
		s.at(at, s.secretary, func() app.Command { return app.RejectIncident{Incident: p.ref, Reason: reason} })
	case model.Duplicate:
		reason := s.say(p, "reason")
		s.at(at, s.secretary, func() app.Command {
			return app.MarkDuplicate{Incident: p.ref, DuplicateOf: p.twin.ref, Reason: reason}
		})
	}
}

func (s *script) note(at model.Instant, by model.PersonID, text string) {
	p := s.plan
	if !s.terse() {
		s.at(at, by, func() app.Command { return app.AddNote{Incident: p.ref, Text: text} })
	}
}

// chronology is written down after step 3, with the instants at which things
// happened.
func (s *script) chronology() {
	c, p := s.course, s.plan
	written := c.passed[model.StepAnalyse]
	if s.terse() || !written.Known() || s.fate.outcome != model.Closed && s.fate.outcome != "" {
		return
	}
	moments := []model.Instant{c.happened, c.known, s.within(c.received, written, 0.4, 0.95)}
	for i, line := range s.tale.fields["chronology"] {
		text := p.fill(line)
		s.later(moments[min(i, 2)], written, s.secretary, func() app.Command { return app.AddChronology{Incident: p.ref, Text: text} })
	}
}
