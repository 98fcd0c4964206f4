package cli

import (
	"time"

	"siaga/app"
	"siaga/app/demo"
	"siaga/model"
)

// toldClock is the desk's clock while a year is told: it stands at whatever
// instant the story has come to.
type toldClock struct{ at time.Time }

// Set moves the clock.
func (k *toldClock) Set(at time.Time) { k.at = at }

// retold is what demo tells a program.
type retold struct {
	Founded   *founded `json:"founded,omitempty"` // where there was no desk before
	Incidents int      `json:"incidents"`
	People    int      `json:"people"`
	Systems   int      `json:"systems"`
	Orders    int      `json:"orders"`
	Events    int      `json:"events"`
}

// demonstrate fills a desk without incidents with an invented year that ends
// now; where there is no desk, it sets one up first.
func demonstrate(c *call) error {
	seed, err := c.number("seed", 1)
	if err != nil {
		return err
	}
	incidents, err := c.number("incidents", 0)
	if err != nil {
		return err
	}
	options := demo.Options{Seed: uint64(seed), Until: c.Now(), Incidents: incidents, Second: true}
	clock := &toldClock{options.From()}
	options.Clock = clock
	c.Now = func() time.Time { return clock.at }
	var told retold
	if !app.Exists(c.folder) {
		c.options["person"] = c.book.T("demo.person")
		new, err := c.found()
		if err != nil {
			return err
		}
		told.Founded = &new
	}
	if err := c.withDesk(func(d *app.Desk) error { return fill(d, options, &told) }); err != nil {
		return err
	}
	if c.has("json") {
		return c.sayJSON(told)
	}
	if told.Founded != nil {
		c.sayFounded(*told.Founded)
		c.say("")
	}
	c.say(c.book.N("demo.done", told.Incidents))
	return nil
}

func fill(d *app.Desk, options demo.Options, told *retold) error {
	if len(d.Incidents()) > 0 {
		return model.Refuse("refuse.demo-filled")
	}
	if _, sits := d.AtDesk(); !sits {
		return model.RefuseAt("by", "refuse.by-missing")
	}
	story, err := demo.Fill(d, options)
	told.Incidents, told.People, told.Systems = story.Incidents, story.People, story.Systems
	told.Orders, told.Events = story.Orders, story.Events
	return err
}
