package cli

import (
	"slices"
	"strings"

	"siaga/app"
	"siaga/model"
)

// erasing is what erase --preview tells a program.
type erasing struct {
	Subject model.SubjectID `json:"subject"`
	Ticket  model.Ticket    `json:"ticket,omitempty"`
	Name    string          `json:"name,omitempty"`
	All     []erasable      `json:"all"`
	Events  []model.Erasing `json:"events"`
	Copies  []model.Ticket  `json:"copies"`
}

type erasable struct {
	Key    string `json:"key"`
	Field  string `json:"field"`
	Label  string `json:"label"`
	Now    string `json:"now"`
	Events int    `json:"events"`
	Chosen bool   `json:"chosen"`
}

// erase erases personal data, or shows what that would do.
func erase(c *call) error {
	return c.withDesk(func(d *app.Desk) error {
		order := app.ErasePersonalData{Subject: c.args[0], Fields: parts(c.options["fields"]), Rows: parts(c.options["rows"]),
			Ground: model.Ground(c.options["ground"]), GroundText: c.options["ground-text"], OrderedBy: c.options["ordered-by"],
			Letter: c.options["letter"], Reason: c.options["reason"]}
		if c.has("requested") {
			at, err := c.instant("requested", d)
			if err != nil {
				return err
			}
			order.RequestedAt = min(at, d.Now())
		}
		p, err := d.ErasurePlan(order.Subject, order.Fields, order.Rows)
		if err != nil {
			return err
		}
		if c.has("preview") {
			return c.showErasure(view{d, c.book}, p)
		}
		return c.carryOut(d, order, "erase.done", "Name", c.erasedName(p.Of, p.Ticket))
	})
}

// parts are what stands between the commas of an option.
func parts(option string) []string {
	var out []string
	for part := range strings.SplitSeq(option, ",") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// erasedName is what an erasure is about, without a person's name.
func (c *call) erasedName(of string, ticket model.Ticket) string {
	if of == "incident" {
		return string(ticket)
	}
	return c.book.T("erase.about." + of)
}

func (c *call) showErasure(v view, p app.ErasurePlan) error {
	all := each(p.All, func(e model.Erasable) erasable {
		return erasable{e.Key(), e.Field, c.book.FieldLabel(e.Field), plain(c.book.Recorded(e.Field, e.Value, v.desk)), e.Events, slices.Contains(p.Chosen, e.Key())}
	})
	if c.has("json") {
		return c.sayJSON(erasing{p.Subject, p.Ticket, p.Name, all, p.Events, p.Copies})
	}
	c.say(c.book.T("erase.irreversible"))
	c.section(c.book.T("erase.can"), each(all, func(e erasable) []string {
		mark := ""
		if e.Chosen {
			mark = "×"
		}
		return []string{mark, e.Key, e.Label, e.Now}
	}))
	c.say("", c.book.N("erase.what", len(p.Events)))
	if len(p.Copies) > 0 {
		c.say(c.book.T("erase.copies", "Tickets", ticketList(p.Copies)))
	}
	c.say(c.book.T("erase.stays"))
	return nil
}

func ticketList(tickets []model.Ticket) string {
	return strings.Join(each(tickets, func(t model.Ticket) string { return string(t) }), ", ")
}

// carried is an erasure as erasures tells it to a program.
type carried struct {
	ID        model.SubjectID `json:"id"`
	Of        string          `json:"of"`
	Tickets   []model.Ticket  `json:"tickets"`
	Fields    []string        `json:"fields"`
	Ground    model.Ground    `json:"ground"`
	OrderedBy string          `json:"orderedBy"`
	Letter    string          `json:"letter,omitempty"`
	Desk      string          `json:"desk"`
	At        model.Instant   `json:"at"`
	CarriedAt model.Instant   `json:"carriedAt"`
	Events    int             `json:"events"`
	Doomed    []app.Copy      `json:"doomed"`
	GivenOut  []app.GivenOut  `json:"givenOut"`
	Follows   model.SubjectID `json:"follows,omitempty"` // the first one, which it continues
}

// erasures lists the erasures of personal data, and what has to be destroyed.
func erasures(c *call) error {
	return c.withDesk(func(d *app.Desk) error {
		all := d.Erasures()
		if c.has("json") {
			return c.sayJSON(each(all, func(e app.Erased) carried {
				return carried{e.ID, e.Of, e.Tickets, e.Fields(), e.Ground, e.OrderedBy, e.Letter, e.OrderedAt.Letter, e.At, e.Carried.At, e.Carried.Events, e.Doomed, e.GivenOut, e.Follows}
			}))
		}
		if len(all) == 0 {
			c.say(c.book.T("erase.list.none"))
			return nil
		}
		zone, short := d.Zone()
		book := c.book.In(zone, short)
		var rows, doomed [][]string
		for _, e := range all {
			done := book.T("erase.list.due")
			if e.Carried.At.Known() {
				done = book.Stamp(e.Carried.At.Time())
			}
			what := strings.Join(each(e.Fields(), book.FieldLabel), "; ")
			if e.Follows != "" {
				what += "; " + book.T("erase.list.follows", "Number", string(e.Follows))
			}
			rows = append(rows, []string{string(e.ID), c.erasedName(e.Of, e.Ticket), book.Stamp(e.At.Time()), done, what})
			for _, copy := range e.Doomed {
				if row := []string{book.Stamp(copy.At.Time()), copy.Path}; !slices.ContainsFunc(doomed, func(r []string) bool { return slices.Equal(r, row) }) {
					doomed = append(doomed, row)
				}
			}
		}
		c.section(book.T("erase.list"), rows)
		c.section(book.T("erasure.doomed.title"), doomed)
		c.sayGivenOut(d, book, all)
		return nil
	})
}

// reportErasure writes the record of an erasure to --pdf.
func reportErasure(c *call) error {
	if c.options["pdf"] == "" {
		return wrongly("usage.output", "Options", "--pdf")
	}
	return c.withDesk(func(d *app.Desk) error {
		zone, _ := d.Zone()
		date, err := c.day("date", zone)
		if err != nil {
			return err
		}
		record, err := d.ErasureRecord(model.SubjectID(c.args[0]), model.PaperNumber{Number: c.options["number"], Date: date})
		if err != nil {
			return err
		}
		return c.savePDF(record)
	})
}
