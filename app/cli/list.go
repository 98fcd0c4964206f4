package cli

import (
	"strconv"

	"siaga/app"
	"siaga/model"
)

// listed is an incident in a list, in JSON.
type listed struct {
	ID           model.IncidentID `json:"id"`
	Ticket       model.Ticket     `json:"ticket"`
	Title        string           `json:"title"`
	Class        word             `json:"class"`
	Category     word             `json:"category"`
	Agency       word             `json:"agency"`
	AgencyID     word             `json:"agencyId"`
	System       word             `json:"system"`
	SystemID     word             `json:"systemId"`
	Team         []string         `json:"team"`
	Teams        []string         `json:"teams"`
	Persons      []string         `json:"persons"`
	Tags         []string         `json:"tags"`
	Step         model.Step       `json:"step"`
	Outcome      string           `json:"outcome"`
	Segment      int              `json:"segment"`
	Channel      word             `json:"channel"`
	TLP          word             `json:"tlp"`
	Risk         word             `json:"risk"`
	Priority     word             `json:"priority"`
	HappenedAt   word             `json:"happenedAt"`
	ReceivedAt   word             `json:"receivedAt"`
	TypedAt      word             `json:"typedAt"`
	CompletedAt  word             `json:"completedAt"`
	Response     clockValue       `json:"response"`
	Resolution   clockValue       `json:"resolution"`
	Reclassified bool             `json:"reclassified"`
	Reopened     bool             `json:"reopened"`
	Announced    bool             `json:"announced"`
	PersonalData bool             `json:"personalData"`
	Vital        bool             `json:"vital"`
	Conflicts    int              `json:"conflicts"`
}

// list prints the incidents that a filter chooses, the one received last first.
func list(c *call) error {
	limit, err := c.number("limit", -1)
	if err != nil {
		return err
	}
	return c.withDesk(func(d *app.Desk) error {
		filter, err := c.narrowed(d)
		if err != nil {
			return err
		}
		rows := d.Search(filter)
		found := len(rows)
		if limit >= 0 {
			rows = rows[:min(limit, found)]
		}
		if c.has("json") {
			return c.sayJSON(each(rows, func(r *model.Row) listed { return view{d, c.book}.row(r) }))
		}
		c.listTable(rows, d.Now())
		if len(rows) < found {
			c.say("", c.book.N("list.limited", len(rows), "All", found))
		} else if found > 0 {
			c.say("", c.book.N("list.count", found))
		}
		return nil
	})
}

func (c *call) listTable(rows []*model.Row, now model.Instant) {
	if len(rows) == 0 {
		c.say(c.book.T("list.none"))
		return
	}
	lines := [][]string{each([]string{"ticket", "class", "step", "response", "resolution", "title"},
		func(column string) string { return c.book.T("list." + column) })}
	for _, r := range rows {
		class := c.book.T("format.none")
		if r.Class != "" {
			class = c.book.Word(r.Class)
		}
		lines = append(lines, []string{string(r.Ticket), class, c.place(r.Course),
			standing(c.book, r.Response(now)), standing(c.book, r.Resolution(now)), plain(r.Title)})
	}
	table(c.Stdout, "", lines)
}

// place is where an incident stands: its step, or how it ended.
func (c *call) place(k model.Course) string {
	if k.Outcome != "" {
		return c.book.Word(k.Outcome)
	}
	return strconv.Itoa(int(k.Step)) + " " + c.book.T(k.Step.WordKey()+".short")
}

func each[A, B any](list []A, f func(A) B) []B {
	out := make([]B, len(list))
	for i, a := range list {
		out[i] = f(a)
	}
	return out
}
