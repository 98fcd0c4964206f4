package demo

import (
	"fmt"

	"siaga/app"
	"siaga/model"
)

// furtherDuties numbers the papers and reports to whom the law names.
func (s *script) furtherDuties() {
	c := s.course
	switch {
	case s.fate.outcome == model.NotIncident:
		s.number("answer", c.ended+s.minutes(15, 50))
	case s.fate.outcome == model.Closed && s.chance(0.85):
		s.number("resolution", c.passed[model.StepAnnounce]+s.minutes(10, 55))
		if s.chance(0.4) {
			s.number("announcement", c.passed[model.StepAnnounce]+s.minutes(10, 55))
		}
	}
	if s.fate.outcome == model.Closed || s.fate.outcome == "" && c.passed[model.StepEscalate].Known() {
		s.report()
	}
}

// report follows the clocks of the law: BSSN within 24 hours for vital
// infrastructure and a high risk, within 72 hours those whose data it was, and
// law enforcement where another party did it.
func (s *script) report() {
	c := s.course
	if s.place.vital || s.risk == model.RiskHigh || s.risk == model.RiskCritical {
		s.notify("bssn", c.passed[model.StepEscalate]+s.minutes(60, 19*60))
	}
	if s.place.personal {
		s.notify("lembaga-pdp", c.passed[model.StepEscalate]+s.minutes(4*60, 60*60))
		s.notify("subjek-data", c.passed[model.StepEscalate]+s.minutes(6*60, 66*60))
	}
	if s.crime {
		s.notify("aph", c.passed[model.StepEscalate]+s.minutes(20*60, 70*60))
	}
}

func (s *script) notify(to model.Addressee, at model.Instant) {
	p := s.plan
	text := s.saying(p, string(to), "text")
	s.at(at, s.secretary, func() app.Command {
		return app.AddNotice{Incident: p.ref, To: to, Number: s.letter(), Text: text}
	})
}

func (s *script) number(paper string, at model.Instant) {
	p := s.plan
	s.at(at, s.secretary, func() app.Command {
		return app.NumberPaper{Incident: p.ref, Paper: paper, Number: s.letter()}
	})
}

// letter is the next number in the register of letters, which the whole dinas
// shares.
func (t *teller) letter() string {
	t.letters += 1 + t.rand.IntN(14)
	return fmt.Sprintf("500.12/%d/Diskominfostandi", t.letters)
}
