package cli

import (
	"siaga/app"
	"siaga/model"
)

// alarmValue is a warning that was given, in JSON.
type alarmValue struct {
	Ticket    model.Ticket `json:"ticket,omitempty"`
	At        word         `json:"at"`
	Clock     string       `json:"clock"`
	Segment   int          `json:"segment"`
	Class     word         `json:"class"`
	Percent   int          `json:"percent"`
	Due       word         `json:"due"`
	ReachedAt word         `json:"reachedAt"`
	CaughtUp  bool         `json:"caughtUp"`
}

// messageValue is a message about warnings as people are told it.
type messageValue struct {
	Title  string   `json:"title"`
	Text   []string `json:"text"`
	Urgent bool     `json:"urgent"`
}

type warnedValue struct {
	Now      word           `json:"now"`
	Warnings []alarmValue   `json:"warnings"`
	Messages []messageValue `json:"messages"`
}

// warn gives the warnings that are due and prints what is told of them.
func warn(c *call) error {
	return c.withDesk(func(d *app.Desk) error {
		alarms, err := d.Warn()
		if err != nil {
			return err
		}
		v := view{d, c.book}
		messages := each(app.Messages(alarms), func(m app.Message) messageValue {
			return messageValue{v.tell(m.Title), each(m.Text, v.tell), m.Urgent}
		})
		if c.has("json") {
			return c.sayJSON(warnedValue{v.instants().at(d.Now()), each(alarms, func(a app.Alarm) alarmValue {
				return v.alarm(a.Row.Ticket, a.Warning)
			}), messages})
		}
		for _, m := range messages {
			c.say(plain(m.Title))
			for _, sentence := range m.Text {
				c.say("  " + plain(sentence))
			}
		}
		if len(alarms) == 0 {
			c.say(c.book.T("warn.none"))
			return nil
		}
		c.say("", c.book.N("warn.given", len(alarms)))
		return nil
	})
}

func (v view) tell(s app.Sentence) string { return v.book.Tell(s.Key, s.Args...) }

func (v view) alarm(ticket model.Ticket, w model.Warning) alarmValue {
	z := v.instants()
	return alarmValue{ticket, z.at(w.At), string(w.Clock), w.Segment, word(w.Class), w.Percent, z.at(w.Due), z.at(w.ReachedAt), w.CaughtUp}
}

// relayValue is a row of who was told, in JSON.
type relayValue struct {
	Row     string `json:"row"`
	At      word   `json:"at"`
	Post    string `json:"post"`
	Person  word   `json:"person"`
	Clock   string `json:"clock"`
	Segment int    `json:"segment"`
	Channel string `json:"channel"`
	By      word   `json:"by"`
}

func (v view) relay(r model.Relay) relayValue {
	return relayValue{r.Mark.String(), v.instants().at(r.At), string(r.Post), word(v.person(r.Person)), string(r.Clock), r.Segment, string(r.Channel), word(v.person(r.By))}
}

// warnings are which warnings were given about an incident, and who was told.
func (v view) alarms(i model.Incident, w *whole) {
	w.Warnings = each(i.Warnings, func(g model.Warning) alarmValue { return v.alarm("", g) })
	w.Relays = each(i.Relays, v.relay)
}

// sayWarnings prints the same.
func (c *call) sayAlarms(v view, i model.Incident) {
	c.section(c.book.T("field.warned"), each(i.Warnings, func(w model.Warning) []string { return []string{c.book.Stamp(w.At.Time()), c.book.Warning(w)} }))
	c.section(c.book.T("field.relayed"), each(i.Relays, func(r model.Relay) []string {
		return []string{c.book.Stamp(r.At.Time()), plain(c.book.Relay(r, v.desk)), plain(v.person(r.By))}
	}))
}
