package demo

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"siaga/app"
	"siaga/model"
)

// pass plans one step, with what it asks for.
func (s *script) pass(step model.Step, passed []model.Instant, by model.PersonID) {
	p := s.plan
	c := app.PassStep{Step: step}
	s.asked(step, &c)
	if s.terse() && step == model.StepReceive && s.fate.outcome == model.Closed {
		for later := model.StepAnalyse; later <= model.StepAnnounce; later++ {
			if later != model.StepEscalate {
				s.asked(later, &c)
			}
		}
	}
	s.at(passed[step], by, func() app.Command {
		c.Incident = p.ref
		return c
	})
}

// asked fills in what Lampiran III wants recorded at a step.
func (s *script) asked(step model.Step, c *app.PassStep) {
	p := s.plan
	line := func(field string) *string { text := s.say(p, field); return &text }
	switch step {
	case model.StepReceive:
		c.Class = s.fate.first
	case model.StepAnalyse:
		category := s.tale.category
		personal := s.place.personal
		c.Category, c.PersonalData, c.InitialAnalysis = &category, &personal, line("initialAnalysis")
		if s.fate.outcome == model.NotIncident {
			c.InitialAnalysis = line("reason")
		}
	case model.StepDecide:
		risk, priority := s.weight()
		if s.risk == "" { // what was found before the incident was opened again stays
			s.risk, s.crime = risk, s.tale.category == "RSW" || s.tale.category == "SPM" && s.chance(0.4)
		}
		c.Impact, c.Risk, c.Priority, c.Crime, c.DataBreach = line("impact"), &s.risk, &priority, &s.crime, &s.place.personal
	case model.StepEscalate:
		c.Teams, c.Persons = []string{s.team}, []app.PersonRef{app.PersonRef(s.member)}
	case model.StepInvestigate:
		c.Analysis = line("analysis")
		if s.place.personal {
			c.Exposed, c.Exposure = line("exposed"), line("exposure")
		}
	case model.StepConclude:
		c.RootCause, c.Lessons = line("rootCause"), line("lessons")
		c.Recommendations, c.Conclusion = line("recommendations"), line("conclusion")
	case model.StepAnnounce:
		if text := s.say(p, "announcement"); text != "" {
			c.Announcement = &text
		} else {
			c.NotAnnounced = line("not")
		}
	}
}

// heavier and lighter categories move the risk by one level.
var heavier = map[string]int{"RSW": 1, "KBD": 1, "PDP": 1, "AKS": 1, "SCN": -1, "SPM": -1, "LLN": -1}

// weight is what triage makes of class and category.
func (s *script) weight() (model.Risk, model.Priority) {
	level := map[model.Class]int{model.Strategis: 2, model.Tinggi: 1, model.Rendah: 0}[s.fate.class] + heavier[s.tale.category]
	if s.chance(0.2) {
		level++
	}
	level = max(0, min(level, len(model.Risks)-1))
	return model.Risks[level], model.Priorities[level]
}

// investigate is the work of the team: steps 6 and 7, with the pause.
func (s *script) investigate() {
	c, p := s.course, s.plan
	escalated, investigated, recovered := c.passed[model.StepEscalate], c.passed[model.StepInvestigate], c.passed[model.StepRecover]
	s.act("containment", s.amid(escalated, investigated, 0.05, 0.3))
	s.pause()
	if !s.terse() {
		for i, line := range s.tale.fields["evidence"] {
			s.evidence(p.words.Replace(line), s.amid(escalated, investigated, 0.3, 0.9), i)
		}
		s.act("eradication", s.amid(investigated, recovered, 0.05, 0.5))
		s.act("recovery", s.amid(investigated, recovered, 0.5, 0.97))
		s.act("hardening", s.amid(recovered, c.passed[model.StepConclude], 0.2, 0.8))
	}
	s.pass(model.StepInvestigate, c.passed[:], s.member)
	s.pass(model.StepRecover, c.passed[:], s.member)
	s.pass(model.StepConclude, c.passed[:], s.member)
}

func (s *script) act(phase model.ActionPhase, at model.Instant) {
	p, text := s.plan, s.say(s.plan, string(phase))
	s.at(at, s.member, func() app.Command { return app.AddAction{Incident: p.ref, Phase: phase, Text: text} })
}

// evidence is "name | description"; its hash is that of bytes which nobody has.
func (s *script) evidence(line string, at model.Instant, i int) {
	p := s.plan
	name, description, _ := strings.Cut(line, " | ")
	sum := sha256.Sum256(fmt.Appendf(nil, "%s %d %d %d", name, at, i, s.rand.Uint64()))
	row, n := "", len(s.deeds)
	s.at(at, s.member, func() app.Command {
		return app.AddEvidence{Incident: p.ref, Name: name, Description: description,
			SHA256: hex.EncodeToString(sum[:]), Location: "Penyimpanan bukti digital, folder " + string(p.ref)}
	})
	if len(s.deeds) > n && i == 0 {
		s.deeds[n].after = func(done app.Done) { row = done.Events[0].String() }
		s.hands(at, &row)
	}
}

// hands tells through whose hands a piece of evidence went.
func (s *script) hands(taken model.Instant, row *string) {
	p := s.plan
	over := func(after model.Instant, from, to model.PersonID, purpose, location string) {
		s.at(taken+after, from, func() app.Command {
			return app.AddCustody{Incident: p.ref, Evidence: *row, From: s.desk.Person(from).Name, To: s.desk.Person(to).Name,
				Purpose: purpose, Location: location}
		})
	}
	const hour = 3600
	over(hour, s.member, s.secretary, "Penyimpanan barang bukti", "Lemari besi sekretariat BekasiKota-CSIRT")
	over(20*hour, s.secretary, s.member, "Analisis forensik digital", "Ruang analisis Tim "+s.team)
}

func (s *script) pause() {
	c, p, reason := s.course, s.plan, s.fate.paused
	if !c.pauseFrom.Known() {
		return
	}
	expected := c.pauseUntil
	if !expected.Known() {
		expected = s.until.Add(pausedFor)
	}
	note := s.saying(p, string(reason), "note")
	s.at(c.pauseFrom, s.member, func() app.Command {
		return app.PauseClock{Incident: p.ref, Reason: reason, Expected: expected, Note: note}
	})
	s.at(c.pauseUntil, s.member, func() app.Command { return app.ResumeClock{Incident: p.ref} })
}

// close passes step 9, and tells the second segment of an incident that was
// opened again.
func (s *script) close() {
	c, p := s.course, s.plan
	if s.fate.late && c.passed[model.StepConclude].Known() {
		s.note(c.passed[model.StepConclude]+300, s.member, s.saying(p, "late", "note"))
	}
	s.pass(model.StepAnnounce, c.passed[:], s.secretary)
	if !c.reopened.Known() {
		return
	}
	reason := s.saying(p, "reopen", "reason")
	s.at(c.reopened, s.secretary, func() app.Command { return app.ReopenIncident{Incident: p.ref, Reason: reason} })
	for _, phase := range []model.ActionPhase{"containment", "eradication"} {
		text := s.saying(p, "again", string(phase))
		s.at(s.within(c.reopened, c.again[model.StepRecover], 0.1, 0.9), s.member, func() app.Command {
			return app.AddAction{Incident: p.ref, Phase: phase, Text: text}
		})
	}
	for step := model.StepInvestigate; step <= model.StepAnnounce; step++ {
		s.at(c.again[step], s.member, func() app.Command { return app.PassStep{Incident: p.ref, Step: step} })
	}
}
