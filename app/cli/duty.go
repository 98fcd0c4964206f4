package cli

import (
	"slices"

	"siaga/app"
	"siaga/model"
)

// dutyValue is the duty roster (piket) in JSON.
type dutyValue struct {
	Now      word        `json:"now"`
	On       []turnValue `json:"on"`
	Next     []turnValue `json:"next"`
	Handover word        `json:"handover"`
	Turns    []turnValue `json:"turns"`
}

// turnValue is one turn of duty.
type turnValue struct {
	ID       model.DutyID `json:"id"`
	Person   string       `json:"person"`
	PersonID word         `json:"personId"`
	Phone    word         `json:"phone"`
	StartAt  word         `json:"startAt"`
	EndAt    word         `json:"endAt"`
	Note     word         `json:"note"`
}

// duty prints who is on duty now and next, and the turns from one day to
// another; without a first day, those that are not over.
func duty(c *call) error {
	return c.withDesk(func(d *app.Desk) error {
		from, to, err := c.days(d)
		if err != nil {
			return err
		}
		v, now := view{d, c.book}, d.Now()
		if !from.Known() {
			from = now
		}
		on, next := app.Watches(d.Duties(), now)
		turns := slices.DeleteFunc(d.Duties(), func(t model.Duty) bool {
			return t.Retired != "" || t.EndAt <= from || to.Known() && t.StartAt >= to
		})
		if c.has("json") {
			return c.sayJSON(dutyValue{v.instants().at(now), each(on, v.turn), each(next, v.turn), v.instants().at(app.Handover(on)), each(turns, v.turn)})
		}
		c.sayWatches(v, on, next)
		c.say("")
		c.listing("turns", []string{"from", "to", "name", "phone", "note", "id"}, each(turns, func(t model.Duty) []string {
			p := d.Person(t.Person)
			return []string{c.book.Stamp(t.StartAt.Time()), c.book.Stamp(t.EndAt.Time()), p.Name, p.Phone, t.Note, string(t.ID)}
		}))
		return nil
	})
}

// days are the days of --from and --to, the last included; zero is no limit.
func (c *call) days(d *app.Desk) (from, to model.Instant, err error) {
	zone, _ := d.Zone()
	if from, err = c.day("from", zone); err != nil {
		return 0, 0, err
	}
	if to, err = c.day("to", zone); to.Known() {
		to = model.At(to.Time().In(zone).AddDate(0, 0, 1))
	}
	return from, to, err
}

func (v view) turn(t model.Duty) turnValue {
	p, z := v.desk.Person(t.Person), v.instants()
	return turnValue{t.ID, p.Name, word(t.Person), word(p.Phone), z.at(t.StartAt), z.at(t.EndAt), word(t.Note)}
}

// sayWatches names who is on duty now and next with their telephone, or says
// that there is nobody.
func (c *call) sayWatches(v view, on, next []model.Duty) {
	rows := append(c.watch(v, "today.onduty", "today.nobody", on), c.watch(v, "today.nextduty", "today.unplanned", next)...)
	table(c.Stdout, "", rows)
	if at := app.Handover(on); at.Known() {
		c.say(c.book.T("today.handover", "At", at, "Left", at.Sub(v.desk.Now())))
	}
}

func (c *call) watch(v view, heading, nobody string, turns []model.Duty) [][]string {
	if len(turns) == 0 {
		return [][]string{{c.book.T(heading), c.book.T(nobody)}}
	}
	return each(turns, func(t model.Duty) []string {
		p := v.desk.Person(t.Person)
		phone := p.Phone
		if phone == "" {
			phone = c.book.T("today.nophone")
		}
		when := c.book.T("today.from", "At", t.StartAt)
		if t.Covers(v.desk.Now()) {
			when = c.book.T("today.until", "At", t.EndAt)
		}
		return []string{c.book.T(heading), plain(p.Name), plain(phone), when}
	})
}
