package cli

import (
	"siaga/app"
	"siaga/model"
)

// clocksOf is what clock tells a program: the response, and the resolution of
// every segment, each with its arithmetic in a sentence.
type clocksOf struct {
	Ticket      model.Ticket `json:"ticket"`
	Now         word         `json:"now"`
	Response    reckoned     `json:"response"`
	Resolutions []reckoned   `json:"resolutions"`
	Duties      []dutyOwed   `json:"duties"` // of reporting outwards
}

type reckoned struct {
	clockValue
	Why  string     `json:"why"`
	Days []dayValue `json:"days,omitempty"` // where office hours count
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
			v := view{d, c.book}
			z := v.instants()
			why := func(k model.Clock) reckoned {
				return reckoned{z.clock(k), c.book.Why(k), each(k.Days(), func(d model.CountedDay) dayValue {
					return dayValue{d.Date, c.book.Day(d), d.Counted, d.Sum}
				})}
			}
			return c.sayJSON(clocksOf{i.Ticket, z.at(now), why(i.Response(now)), each(i.Resolutions(now), why), each(i.Duties(now), v.duty)})
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
		for _, sentence := range []string{c.book.Ended(k), c.book.Former(k)} {
			if sentence != "" {
				c.say("  " + sentence)
			}
		}
	}
	c.say("", c.book.PolicyBasis(model.ReachOf(all).Policy(i.Held())))
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
