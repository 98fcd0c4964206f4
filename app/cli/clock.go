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
}

type reckoned struct {
	clockValue
	Why string `json:"why"`
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
			z := view{d, c.book}.instants()
			why := func(k model.Clock) reckoned { return reckoned{z.clock(k), c.book.Why(k)} }
			return c.sayJSON(clocksOf{i.Ticket, z.at(now), why(i.Response(now)), each(i.Resolutions(now), why)})
		}
		c.say(string(i.Ticket)+"  "+plain(i.Title), c.book.DateTime(now.Time()))
		c.sayClocks(i, now)
		return nil
	})
}

func (c *call) sayClocks(i model.Incident, now model.Instant) {
	all := append([]model.Clock{i.Response(now)}, i.Resolutions(now)...)
	for _, k := range all {
		name := c.book.Word(k.Name)
		if k.Name == model.Resolution && i.Reopened() {
			name = c.book.T("clock.segment", "Clock", k.Name, "Segment", k.Segment)
		}
		c.say("", name+": "+standing(c.book, k), "  "+c.book.Why(k))
		if k.EndAt.Known() && k.StartAt.Known() {
			c.say("  " + c.book.T("clock.ended", "At", k.EndAt, "Took", c.book.DurationExact(k.Took())))
		}
		if former := c.book.Former(k); former != "" {
			c.say("  " + former)
		}
	}
	c.say("", c.book.PolicyBasis(i.Held()))
}
