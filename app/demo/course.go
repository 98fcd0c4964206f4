package demo

import (
	"slices"

	"siaga/model"
)

// fate is what becomes of an incident.
type fate struct {
	outcome  model.Outcome
	first    model.Class // as registered; differs from class when reclassified
	class    model.Class
	slow     bool
	late     bool
	paused   model.PauseReason
	reopened bool
}

// course is when it becomes that. Zero is "does not happen", or not yet.
type course struct {
	happened, known, reported model.Instant
	received                  model.Instant
	typed                     model.Instant                 // nothing is typed in before it
	passed                    [model.StepDone]model.Instant // by step, from 2
	ended                     model.Instant                 // when it leaves the flow before step 9
	classed                   model.Instant                 // when it is reclassified
	pauseFrom, pauseUntil     model.Instant
	reopened                  model.Instant
	again                     [model.StepDone]model.Instant // the steps of the second segment
	last                      model.Instant
}

// destine draws what becomes of an incident of a class.
func (t *teller) destine(class model.Class) fate {
	f := fate{outcome: model.Closed, first: class, class: class}
	n := t.rand.Float64()
	if t.terse() {
		n /= 2 // more of what is short
	}
	switch {
	case n < 0.09:
		f.outcome = model.NotIncident
	case n < 0.12:
		f.outcome = model.Rejected
	case n < 0.155:
		f.outcome = model.Duplicate
	}
	if f.outcome != model.Closed {
		return f
	}
	f.slow, f.late, f.reopened = t.chance(0.08), t.chance(0.145), t.chance(0.045)
	if t.chance(0.18) {
		f.paused = draw(t, []model.PauseReason{"menunggu-pengguna", "menunggu-pengguna", "menunggu-pihak-ketiga", "menunggu-pihak-ketiga", "menunggu-persetujuan", "kahar"})
	}
	if t.chance(0.06) {
		f.first = map[model.Class]model.Class{model.Strategis: model.Tinggi, model.Tinggi: model.Rendah, model.Rendah: model.Tinggi}[class]
	}
	return f
}

// run lays out the instants of a fate from the instant of receipt.
func (t *teller) run(f fate, received model.Instant) course {
	c := course{received: received, reported: received - t.minutes(0, 8)}
	c.known = c.reported - t.minutes(4, 80)
	c.happened = c.known - t.minutes(15, 1200)
	t.triage(&c, f)
	if f.outcome != model.Closed {
		t.leave(&c, f)
		return c
	}
	t.resolve(&c, f)
	if f.reopened {
		t.repeat(&c, f)
	}
	return c
}

// triage passes steps 2 to 5. A promise that was kept is kept under the
// strictest class that the incident ever has.
func (t *teller) triage(c *course, f fate) {
	targets := model.Decree().Targets
	promise := min(targets[f.first].Response, targets[f.class].Response)
	answer := t.within(0, model.Instant(promise), 0.12, 0.85)
	pace := 1.0
	if f.class == model.Strategis {
		pace = 0.35
	}
	if f.slow {
		answer = t.within(0, model.Instant(max(targets[f.first].Response, targets[f.class].Response)), 1.1, 2.6)
	}
	c.passed[model.StepReceive] = c.received + answer
	c.passed[model.StepAnalyse] = c.passed[2] + t.minutes(8*pace, 55*pace)
	c.passed[model.StepDecide] = c.passed[3] + t.minutes(6*pace, 40*pace)
	c.passed[model.StepEscalate] = c.passed[4] + t.minutes(4*pace, 25*pace)
}

// leave ends the course before step 5: bukan insiden at step 4, the others
// once they were received.
func (t *teller) leave(c *course, f fate) {
	c.ended = c.passed[model.StepDecide]
	first := model.StepDecide
	if f.outcome != model.NotIncident {
		c.ended, first = c.passed[model.StepReceive]+t.minutes(4, 30), model.StepAnalyse
	}
	clear(c.passed[first:])
	c.last = c.ended + t.minutes(60, 400)
}

// resolve passes steps 6 to 9, the pause and the change of class between them.
func (t *teller) resolve(c *course, f fate) {
	start, target := c.passed[model.StepEscalate], model.Instant(model.Decree().Targets[f.class].Resolution)
	low, high := 0.12, 0.9
	if f.late {
		low, high = 1.04, 1.8
	}
	var pause model.Instant
	if f.paused != "" {
		pause = t.minutes(90, 26*60)
	}
	done := t.atWork(func() model.Instant { return t.within(start, start+target, low, high) + pause })
	work := done - start - pause
	c.passed[model.StepConclude] = done
	c.passed[model.StepInvestigate] = t.atWork(func() model.Instant { return t.within(start, start+work, 0.2, 0.55) })
	if pause > 0 {
		c.pauseFrom = t.within(start, c.passed[model.StepInvestigate], 0.2, 0.9)
		c.pauseUntil = c.pauseFrom + pause
		c.passed[model.StepInvestigate] += pause
	}
	investigated := c.passed[model.StepInvestigate]
	c.passed[model.StepRecover] = t.atWork(func() model.Instant { return t.within(investigated, done, 0.4, 0.95) })
	c.passed[model.StepAnnounce] = t.atWork(func() model.Instant { return done + t.minutes(40, 50*60) })
	if f.first != f.class {
		c.classed = t.within(c.passed[model.StepDecide], start, 0.2, 0.8)
	}
	c.last = c.passed[model.StepAnnounce] + t.minutes(60, 400)
}

// repeat opens the incident again some days later and closes it in time.
func (t *teller) repeat(c *course, f fate) {
	c.reopened = t.atWork(func() model.Instant { return c.last + t.minutes(20*60, 8*24*60) })
	target := model.Instant(model.Decree().Targets[f.class].Resolution)
	done := t.atWork(func() model.Instant { return t.within(c.reopened, c.reopened+target, 0.1, 0.85) })
	c.again[model.StepInvestigate] = t.within(c.reopened, done, 0.2, 0.4)
	c.again[model.StepRecover] = t.within(c.reopened, done, 0.6, 0.9)
	c.again[model.StepConclude] = done
	c.again[model.StepAnnounce] = t.atWork(func() model.Instant { return done + t.minutes(40, 40*60) })
	c.last = c.again[model.StepAnnounce] + t.minutes(60, 400)
}

// receipt draws when on a day a report comes in by a channel: people write in
// office hours, what watches does so at any hour.
func (t *teller) receipt(morning model.Instant, channel model.Channel) model.Instant {
	switch {
	case channel == "pemantauan":
		return morning + t.minutes(0, 24*60-1)
	case channel == "whatsapp", channel == "bssn", !workday(morning.Time().In(t.zone)):
		return morning + t.minutes(6.5*60, 21.5*60)
	case t.chance(0.6):
		return morning + t.minutes(7.6*60, 11.5*60)
	}
	return morning + t.minutes(12.5*60, 16.3*60)
}

// weekendChannel replaces a channel that needs an open office.
func (t *teller) weekendChannel(channel model.Channel) model.Channel {
	if slices.Contains([]model.Channel{"surat", "langsung", "surel", "telepon", "aplikasi"}, channel) {
		return draw(t, []model.Channel{"whatsapp", "telepon", "aplikasi"})
	}
	return channel
}
