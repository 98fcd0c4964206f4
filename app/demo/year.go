package demo

import (
	"math"
	"time"

	"siaga/model"
)

// quiet is how long before the end the last incident of the year is over; what
// is open at the end is told apart.
const quiet = 3 * 3600

// tellYear tells the incidents day by day, so that no more is held than what
// has not ended yet, and then the last day.
func (t *teller) tellYear() error {
	t.planLastDay()
	days := t.days()
	var total, reached float64
	for _, day := range days {
		total += weight(day)
	}
	count, told := max(0, t.options.Incidents-len(t.scenes())-t.doubles), 0
	for _, day := range days {
		reached += weight(day)
		for due := int(math.Round(float64(count) * reached / total)); told < due; told++ {
			t.tell(t.ordinary(day))
		}
		if err := t.giveUntil(model.At(day.AddDate(0, 0, 1))); err != nil {
			return err
		}
	}
	return t.giveUntil(t.until + 1)
}

// days are the midnights of the year, the last one that of the day before
// yesterday.
func (t *teller) days() []time.Time {
	begin, end := t.from.Time().In(t.zone), t.until.Time().In(t.zone)
	day := time.Date(begin.Year(), begin.Month(), begin.Day()+1, 0, 0, 0, 0, t.zone)
	var out []time.Time
	for ; day.Before(end.AddDate(0, 0, -2)); day = day.AddDate(0, 0, 1) {
		out = append(out, day)
	}
	return out
}

// weight is how busy a day is: people report on working days, and a little
// more each month.
func weight(day time.Time) float64 {
	season := 1 + 0.25*math.Sin(float64(day.YearDay())/29)
	switch day.Weekday() {
	case time.Saturday:
		return 0.35 * season
	case time.Sunday:
		return 0.25 * season
	}
	return season
}

// ordinary plans an incident of a day that is over before the year ends.
func (t *teller) ordinary(day time.Time) *plan {
	p := t.conceive(t.category(), "")
	if !workday(day) {
		p.sender.channel = t.weekendChannel(p.sender.channel)
	}
	received := t.receipt(model.At(day), p.sender.channel)
	for {
		p.fate = t.destine(p.place.class)
		p.course = t.run(p.fate, received)
		if p.course.last <= t.until-quiet {
			break
		}
	}
	switch p.fate.outcome {
	case model.Rejected:
		t.turnAway(p)
	case model.Duplicate:
		t.double(p)
	case model.NotIncident:
		t.doubt(p)
	}
	if !t.working(received) && (p.sender.channel == "whatsapp" || p.sender.channel == "telepon") && t.chance(0.6) {
		p.course.typed = t.nextMorning(received)
	}
	t.remember(p)
	return p
}

// turnAway makes the plan one of the reports that are not for this team.
func (t *teller) turnAway(p *plan) {
	category := p.tale.category
	p.tale = draw(t, t.texts["rejected"])
	p.tale.category = category
	p.place = place{class: p.place.class}
	p.sender = sender{channel: draw(t, []model.Channel{"whatsapp", "telepon", "aplikasi"}), name: t.fullName(), position: "Warga"}
	p.sender.reachable(t, "warga.example")
}

// double makes the plan a second report of something registered lately; when
// there is nothing, it is no incident.
func (t *teller) double(p *plan) {
	for i := len(t.recent) - 1; i >= 0; i-- {
		twin := t.recent[i]
		known := max(twin.course.received, twin.course.typed) + 600
		if known > p.course.received || p.course.received-known > 3*24*3600 {
			continue
		}
		p.twin, p.place, p.words, p.pool = twin, twin.place, twin.words, tale{}
		category := twin.tale.category
		p.tale = draw(t, t.texts["duplicate"])
		p.tale.category = category
		p.sender = t.senderFor(p)
		t.outOfHours(p)
		return
	}
	p.fate.outcome = model.NotIncident
	p.course = t.run(p.fate, p.course.received)
	t.doubt(p)
}

// doubt makes the plan a report of something that only looks like an incident.
func (t *teller) doubt(p *plan) {
	seeming := t.about(draw(t, t.texts["BUKAN"]))
	seeming.course, seeming.fate = p.course, p.fate
	seeming.fate.first, seeming.fate.class = seeming.place.class, seeming.place.class
	*p = *seeming
	t.outOfHours(p)
}

// outOfHours lets a report come in by a channel that is there at that hour.
func (t *teller) outOfHours(p *plan) {
	if !t.working(p.course.received) {
		p.sender.channel = t.weekendChannel(p.sender.channel)
	}
}

// remember keeps the latest incidents that another report could double.
func (t *teller) remember(p *plan) {
	if p.fate.outcome != model.Closed {
		return
	}
	t.recent = append(t.recent, p)
	if len(t.recent) > 40 {
		t.recent = t.recent[20:]
	}
}

// count adds what a plan makes to the story.
func (t *teller) count(p *plan) {
	f, c, s := p.fate, p.course, &t.story
	s.Incidents++
	s.Outcomes[f.outcome]++
	tally := func(happened bool, n *int) {
		if happened {
			*n++
		}
	}
	tally(f.slow, &s.Slow)
	tally(f.late && f.outcome == model.Closed, &s.Late)
	tally(f.late && f.outcome == "", &s.Overdue)
	tally(c.pauseFrom.Known(), &s.Paused)
	tally(c.classed.Known(), &s.Reclassified)
	tally(c.reopened.Known(), &s.Reopened)
	tally(c.typed.Known(), &s.Backdated)
}
