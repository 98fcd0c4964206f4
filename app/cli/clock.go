package cli

import (
	"slices"

	"siaga/app"
	"siaga/locales"
	"siaga/model"
)

// clocksOf is what clock tells a program: the response, and the resolution of
// every segment, each with its arithmetic in a sentence.
type clocksOf struct {
	Ticket      model.Ticket  `json:"ticket"`
	Title       string        `json:"title"`
	Now         word          `json:"now"`
	Response    reckoned      `json:"response"`
	Resolutions []reckoned    `json:"resolutions"`
	Policy      string        `json:"policy"` // what is counted, in a sentence
	Unfilled    []int         `json:"yearsWithoutHolidays"`
	Pauses      []pauseValue  `json:"pauses"`
	PauseSum    pauseSumValue `json:"pauseSum"`
	Duties      []dutyOwed    `json:"duties"` // of reporting outwards
}

// reckoned is a clock with its arithmetic; says are the sentences below it, of its
// end and of former classes.
type reckoned struct {
	clockValue
	Why  string     `json:"why"`
	Says []string   `json:"says"`
	Days []dayValue `json:"days,omitempty"` // where office hours count
}

// pauseSumValue is what all pauses of an incident come to; spans are in whole
// seconds.
type pauseSumValue struct {
	Total       model.Seconds `json:"total"`
	Overlap     model.Seconds `json:"overlap"` // counted once
	Outside     bool          `json:"outside"` // some of a pause fell where no resolution clock ran
	OfficeHours bool          `json:"officeHours"`
}

// dayValue is a day on the way to a deadline; spans are in whole seconds.
type dayValue struct {
	Date    model.Date    `json:"date"`
	Hours   string        `json:"hours"` // or why the office was closed
	Counted model.Seconds `json:"counted"`
	Sum     model.Seconds `json:"sum"`
}

// clocks prints both clocks of an incident with the arithmetic of each deadline.
func clocks(c *call) error {
	return c.withDesk(func(d *app.Desk) error {
		i, err := d.Incident(app.IncidentRef(c.args[0]))
		if err != nil {
			return err
		}
		now := d.Now()
		if c.has("json") {
			return c.sayJSON(view{d, c.book}.clocks(i, now))
		}
		c.say(string(i.Ticket)+"  "+plain(i.Title), c.book.DateTime(now.Time()))
		c.sayClocks(i, now)
		c.sayPauses(i.PauseSum(now))
		if c.has("days") {
			c.sayDays(append([]model.Clock{i.Response(now)}, i.Resolutions(now)...))
		}
		c.sayDuties(i, now)
		return nil
	})
}

func (v view) clocks(i model.Incident, now model.Instant) clocksOf {
	pauses, sum := v.pauses(i.PauseSum(now))
	return clocksOf{i.Ticket, i.Title, v.instants().at(now), v.reckoned(i.Response(now)), each(i.Resolutions(now), v.reckoned),
		v.book.ClocksBasis(i.Held(), i.Reach(now)), append([]int{}, i.Reach(now).Unfilled(i.Held())...), pauses, sum, each(i.Duties(now), v.duty)}
}

func (v view) reckoned(k model.Clock) reckoned {
	return reckoned{v.instants().clock(k), v.book.Why(k), said(v.book, k), each(k.Days(), func(d model.CountedDay) dayValue {
		return dayValue{d.Date, v.book.Day(d), d.Counted, d.Sum}
	})}
}

// said are the sentences below the arithmetic of a clock.
func said(b *locales.Book, k model.Clock) []string {
	return slices.DeleteFunc([]string{b.Ended(k), b.Former(k)}, func(sentence string) bool { return sentence == "" })
}

func (v view) pauses(s model.PauseSum) ([]pauseValue, pauseSumValue) {
	z := v.instants()
	return each(s.Pauses, func(p model.CountedPause) pauseValue {
		return pauseValue{z.at(p.From), z.at(p.Until), z.at(p.Expected), string(p.Reason), word(p.Note), word(v.person(p.By)), p.Counted}
	}), pauseSumValue{s.Total, s.Overlap, s.Outside, s.Office}
}

// sayDays prints the way to each deadline day by day, where office hours count.
func (c *call) sayDays(clocks []model.Clock) {
	told := false
	for _, k := range clocks {
		if days := k.Days(); len(days) > 0 {
			rows := [][]string{{c.book.T("days.date"), c.book.T("days.hours"), c.book.T("days.counted"), c.book.T("days.sum")}}
			c.section(c.clockName(k, len(clocks) > 2), append(rows, each(days, func(d model.CountedDay) []string {
				return []string{c.book.Weekday(d.Date), c.book.Day(d), c.book.Hours(d.Counted.Duration()), c.book.Hours(d.Sum.Duration())}
			})...))
			told = true
		}
	}
	if !told {
		c.say("", c.book.T("clock.days.none"))
	}
}

// clockName is a clock's name, with its segment where there are several.
func (c *call) clockName(k model.Clock, several bool) string {
	if k.Name == model.Resolution && several {
		return c.book.T("clock.segment", "Clock", k.Name, "Segment", k.Segment)
	}
	return c.book.Word(k.Name)
}

func (c *call) sayClocks(i model.Incident, now model.Instant) {
	all := append([]model.Clock{i.Response(now)}, i.Resolutions(now)...)
	for _, k := range all {
		c.say("", c.clockName(k, i.Reopened())+": "+standing(c.book, k), "  "+c.book.Why(k))
		for _, sentence := range said(c.book, k) {
			c.say("  " + sentence)
		}
	}
	c.say("", c.book.ClocksBasis(i.Held(), i.Reach(now)))
}

// sayPauses lists the pauses with what counts of each, and their sum as the
// resolution clock has it.
func (c *call) sayPauses(s model.PauseSum) {
	if len(s.Pauses) == 0 {
		return
	}
	stamp := c.book.Stamps(s.Instants()...)
	rows := [][]string{{c.book.T("resolution.from"), c.book.T("resolution.until"), c.book.PauseLength(s), c.book.T("field.reason")}}
	for _, p := range s.Pauses {
		until := c.book.T("resolution.pauses.lasting")
		if p.Until.Known() {
			until = stamp(p.Until)
		}
		rows = append(rows, []string{stamp(p.From), until, c.book.Hours(p.Counted.Duration()), c.book.Word(p.Reason), plain(p.Note)})
	}
	c.section(c.book.T("resolution.pauses"), append(rows, []string{c.book.T("pauses.total"), "", c.book.Hours(s.Total.Duration())}))
	for _, note := range c.book.PauseNotes(s) {
		c.say("  " + note)
	}
}
