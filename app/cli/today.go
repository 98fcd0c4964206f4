package cli

import (
	"time"

	"siaga/app"
	"siaga/model"
)

// todayValue is what waits now, in JSON: the figures, and the incidents of each
// queue with the nearest deadline first.
type todayValue struct {
	Now      word                      `json:"now"`
	Person   word                      `json:"person"`
	Counts   map[app.Tally]int         `json:"counts"`
	OnDuty   []turnValue               `json:"onDuty"`
	NextDuty []turnValue               `json:"nextDuty"`
	Handover word                      `json:"handover"`
	Queues   map[app.Queue][]taskValue `json:"queues"`
	STR      strValue                  `json:"str"`
	Decide   int                       `json:"decide"` // beside what stands in the queue of conflicts
	Exchange []toldValue               `json:"exchange"`
	Missing  []toldValue               `json:"missing"`
}

// taskValue is an incident that waits, with what is to be done next and the
// deadline of its nearer clock, or of the duty of reporting whose letter is named.
type taskValue struct {
	Act         app.Act `json:"act"`
	Due         word    `json:"due"`
	Limit       word    `json:"limit"`       // of the letter, in words
	PausedUntil word    `json:"pausedUntil"` // expected
	Letter      word    `json:"letter"`
	listed
}

// today prints what waits, as the place Hari ini shows it.
func today(c *call) error {
	return c.withDesk(func(d *app.Desk) error {
		v, now := view{d, c.book}, d.Now()
		me, _ := d.AtDesk()
		agenda := app.Plan(d.Incidents(), now, v.midnight(now), me.ID)
		on, next := app.Watches(d.Duties(), now)
		x, err := d.Exchange()
		if err != nil {
			return err
		}
		if c.has("json") {
			told := v.agenda(agenda)
			told.Now, told.Person = v.instants().at(now), word(me.Name)
			told.OnDuty, told.NextDuty = each(on, v.turn), each(next, v.turn)
			told.STR, told.Decide = strOf(d.STR()), d.Elsewhere(agenda)
			told.Exchange, told.Missing = v.told(x.Warnings), v.told(d.Missing())
			told.Handover = v.instants().at(app.Handover(on))
			return c.sayJSON(told)
		}
		c.say(c.book.DateTime(now.Time()), "")
		table(c.Stdout, "", each(append(app.Tallies, app.TallyProvisional), func(t app.Tally) []string {
			return []string{c.book.Word(t), c.book.Number(agenda.Tallies[t])}
		}))
		c.say("")
		c.sayWatches(v, on, next)
		c.sayAgenda(v, agenda)
		c.saySentences("today.exchange", x.Warnings)
		c.saySentences("today.setup", d.Missing())
		c.saySTR(d)
		return nil
	})
}

// midnight is the beginning of today in the office's zone.
func (v view) midnight(now model.Instant) model.Instant {
	zone, _ := v.desk.Zone()
	y, m, d := now.Time().In(zone).Date()
	return model.At(time.Date(y, m, d, 0, 0, 0, 0, zone))
}

func (v view) agenda(a app.Agenda) todayValue {
	out := todayValue{Counts: map[app.Tally]int{}, Queues: map[app.Queue][]taskValue{}}
	for _, t := range append(app.Tallies, app.TallyProvisional) {
		out.Counts[t] = a.Tallies[t]
	}
	for _, q := range app.Queues {
		out.Queues[q] = each(a.Queues[q], v.task)
	}
	return out
}

func (v view) task(t app.Task) taskValue {
	out := taskValue{Act: t.Act, Due: v.instants().at(t.Due), Letter: word(t.Letter.Code), listed: v.row(t.Row)}
	if t.Letter.Code != "" {
		out.Limit = word(v.book.DutyLimit(t.Letter.LegalClock))
	}
	if pause, paused := t.Row.PausedNow(); paused {
		out.PausedUntil = v.instants().at(pause.Expected)
	}
	return out
}

func (c *call) sayAgenda(v view, a app.Agenda) {
	others := v.desk.Elsewhere(a)
	if !a.Waits() && others == 0 {
		c.say("", c.book.T("today.calm"))
	}
	for _, q := range app.Queues {
		tasks := a.Queues[q]
		c.section(c.book.T("today.heading", "List", q, "Count", len(tasks)), each(tasks, func(t app.Task) []string {
			left, which := c.pressing(t, v.desk.Now())
			return []string{string(t.Row.Ticket), left, which, c.act(t), c.titled(t.Row)}
		}))
	}
	if others > 0 {
		c.say("", c.book.N("today.decide", others))
	}
}

// pressing is how an incident's nearer clock stands, and which one it is; where
// none runs, how the resolution ended or that it has not begun. Of a letter that is
// to be sent it is how that stands.
func (c *call) pressing(t app.Task, now model.Instant) (left, which string) {
	if d := t.Letter; d.Code != "" {
		if k := d.Clock(); d.Due.Known() {
			return standing(c.book, k), c.book.T("today.which", "Clock", k.Name, "Due", c.book.Stamp(d.Due.Time()))
		}
		return c.book.T("today.owed"), c.book.T("today.which", "Clock", d.Clock().Name, "Due", c.book.DutyLimit(d.LegalClock))
	}
	r := t.Row
	k, ok := app.NearerClock(r.Course, now)
	if !ok {
		k = r.Resolution(now)
	}
	if !k.StartAt.Known() {
		return c.book.T("today.noclock"), c.book.T("today.received", "At", c.book.Stamp(r.ReceivedAt.Time()))
	}
	if pause, paused := r.PausedNow(); paused && k.PausedNow {
		return standing(c.book, k), c.book.T("today.pauseduntil", "At", c.book.Stamp(pause.Expected.Time()))
	}
	return standing(c.book, k), c.book.T("today.which", "Clock", k.Name, "Due", c.book.Stamp(k.Due().Time()))
}

func (c *call) act(t app.Task) string {
	if t.Act == app.ActPass {
		return c.book.T("today.action.step", "Step", int(t.Row.Step))
	}
	return c.book.Word(t.Act)
}

func (c *call) titled(r *model.Row) string {
	if r.Title == "" {
		return c.book.T("today.untitled")
	}
	return plain(r.Title)
}
