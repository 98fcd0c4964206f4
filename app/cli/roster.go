package cli

import (
	"slices"
	"strings"
	"time"

	"siaga/app"
	"siaga/locales"
	"siaga/model"
)

// rosterValue is the team as of an instant, in JSON.
type rosterValue struct {
	At        word        `json:"at"`
	Posts     []postValue `json:"posts"`
	Agentless []string    `json:"agentless"` // Perangkat Daerah without an agent (IX)
}

// postValue is a position of Lampiran I with who holds it; who acts stands
// before whom he acts for.
type postValue struct {
	Post     model.Post  `json:"post"`
	Title    string      `json:"title"`
	ByOffice []string    `json:"byOffice"` // the annex's column Jabatan
	Many     bool        `json:"many"`     // several people hold it
	Vacant   bool        `json:"vacant"`
	Holders  []seatValue `json:"holders"`
}

// seatValue is an assignment; it was held from one instant to just before
// another.
type seatValue struct {
	ID       model.SeatID `json:"id"`
	Post     model.Post   `json:"post"`
	Person   string       `json:"person"`
	PersonID word         `json:"personId"`
	Standing string       `json:"standing"`
	Agency   word         `json:"agency"`
	AgencyID word         `json:"agencyId"`
	From     word         `json:"from"`
	To       word         `json:"to"`
	held     model.Seat
}

// roster prints Lampiran I as of an instant.
func roster(c *call) error {
	return c.withDesk(func(d *app.Desk) error {
		at, err := c.asOf(d)
		if err != nil {
			return err
		}
		told := view{d, c.book}.roster(at)
		if c.has("json") {
			return c.sayJSON(told)
		}
		c.say(c.book.T("people.asof") + " " + c.book.DateTime(at.Time()))
		for _, p := range told.Posts {
			c.sayPost(p)
		}
		if len(told.Agentless) > 0 {
			c.say("", c.book.N("people.agentless", len(told.Agentless))+":", "  "+strings.Join(told.Agentless, ", "))
		}
		return nil
	})
}

// asOf is the instant of --at, now when there is none.
func (c *call) asOf(d *app.Desk) (model.Instant, error) {
	if !c.has("at") {
		return d.Now(), nil
	}
	return c.instant("at", d)
}

// instant is what an option says: the end of a day when only the day is given.
func (c *call) instant(name string, d *app.Desk) (model.Instant, error) {
	zone, _ := d.Zone()
	if day, err := time.ParseInLocation(time.DateOnly, c.options[name], zone); err == nil {
		return model.At(day.AddDate(0, 0, 1)) - 1, nil
	}
	at, err := c.book.ParseInstant(c.options[name], c.Now())
	if err != nil {
		return 0, usage{err}
	}
	return model.At(at), nil
}

func (v view) roster(at model.Instant) rosterValue {
	out := rosterValue{At: v.instants().at(at), Agentless: []string{}}
	for _, e := range model.Posts {
		holders := each(v.desk.Holders(e.Post, at), v.seat)
		slices.SortStableFunc(holders, func(a, b seatValue) int { return locales.Compare(string(a.Agency), string(b.Agency)) })
		out.Posts = append(out.Posts, postValue{e.Post, v.book.Word(e.Post), each(e.TitleKeys(), v.sentence), e.Many, len(holders) == 0, holders})
	}
	agents := v.desk.Holders("IX", at)
	for _, a := range v.desk.Agencies() {
		if a.Retired == "" && !slices.ContainsFunc(agents, func(s model.Seat) bool { return s.Agency == a.ID }) {
			out.Agentless = append(out.Agentless, a.Label())
		}
	}
	return out
}

func (v view) sentence(key string) string { return v.book.T(key) }

func (v view) seat(s model.Seat) seatValue {
	z := v.instants()
	return seatValue{s.ID, s.Post, v.person(s.Person), word(s.Person), string(s.Standing),
		word(v.desk.Agency(s.Agency).Label()), word(s.Agency), z.at(s.From), z.at(s.To), s}
}

func (c *call) sayPost(p postValue) {
	c.say("", string(p.Post)+"  "+p.Title)
	if p.Vacant {
		c.say("  " + c.book.T("people.vacant"))
		return
	}
	table(c.Stdout, "  ", filled(each(p.Holders, func(s seatValue) []string {
		return []string{c.acting(s) + plain(s.Person), plain(string(s.Agency)), c.span(s.held), string(s.ID)}
	}), 0))
}

// acting is Plt., Plh. or Pj. in front of a name.
func (c *call) acting(s seatValue) string {
	if s.held.Standing == model.Definitive {
		return ""
	}
	return c.book.Word(s.held.Standing) + " "
}

// span is from when to when a seat is held, the last day included.
func (c *call) span(s model.Seat) string {
	from := c.book.Date(s.From.Time())
	if !s.To.Known() {
		return c.book.T("people.since", "Date", from)
	}
	return c.book.T("people.span", "From", from, "To", c.book.Date((s.To - 1).Time()))
}
