package cli

import (
	"strings"

	"siaga/app"
	"siaga/model"
)

// planned is what merge --preview tells a program.
type planned struct {
	Into      model.Ticket `json:"into"`
	From      model.Ticket `json:"from"`
	Gains     []gained     `json:"gains"`
	Additions []addition   `json:"additions"`
	Clashes   []clash      `json:"clashes"`
	Rows      int          `json:"rows"`
}

type gained struct {
	Field  string         `json:"field"`
	Before any            `json:"before"`
	After  any            `json:"after"`
	Rule   model.JoinRule `json:"rule"`
}

type addition struct {
	Field string   `json:"field"`
	Names []string `json:"names"`
}

type clash struct {
	Field   string   `json:"field"`
	Into    any      `json:"into"`
	From    any      `json:"from"`
	Answers []string `json:"answers"`
	Written bool     `json:"written"`
}

// merge joins a ticket into another one, or shows what that would do.
func merge(c *call) error {
	return c.withDesk(func(d *app.Desk) error {
		order := app.MergeIncidents{From: app.IncidentRef(c.args[0]), Into: app.IncidentRef(c.args[1]), Reason: c.options["reason"]}
		if c.has("preview") {
			j, err := d.MergePlan(order.Into, order.From)
			if err != nil {
				return err
			}
			return c.showPlan(view{d, c.book}, j)
		}
		var err error
		if order.Take, err = c.taken(); err != nil {
			return err
		}
		return c.carryOut(d, order, "merge.done", "From", c.args[0], "Into", c.args[1])
	})
}

// unmerge takes a merge back.
func unmerge(c *call) error {
	return c.withDesk(func(d *app.Desk) error {
		return c.carryOut(d, app.UnmergeIncidents{Incident: app.IncidentRef(c.args[0]), Reason: c.options["reason"]}, "merge.unmerged", "Ticket", c.args[0])
	})
}

// carryOut gives one order and says that it was done, and what goes with it.
func (c *call) carryOut(d *app.Desk, order app.Command, said string, args ...any) error {
	done, err := d.Do(app.Order{Command: order})
	if err != nil {
		return err
	}
	c.say(c.book.T(said, args...))
	if done.Notice != nil {
		c.say(c.book.Refusal(done.Notice))
	}
	return nil
}

// taken reads the answers: "title=into;description=both".
func (c *call) taken() (map[string]string, error) {
	answers := map[string]string{}
	for _, part := range strings.Split(c.options["take"], ";") {
		field, answer, ok := strings.Cut(part, "=")
		switch {
		case strings.TrimSpace(part) == "":
		case !ok:
			return nil, wrongly("usage.value", "Value", "--take")
		default:
			answers[strings.TrimSpace(field)] = strings.TrimSpace(answer)
		}
	}
	return answers, nil
}

func (c *call) showPlan(v view, j model.Join) error {
	if c.has("json") {
		return c.sayJSON(planned{j.Into.Ticket, j.From.Ticket,
			each(j.Gains, func(g model.Gain) gained { return gained{g.Field, g.Before, g.After, g.Rule} }),
			each(j.Additions, func(a model.Addition) addition { return addition{a.Field, a.Names} }),
			each(j.Clashes, func(k model.Clash) clash { return clash{k.Field, k.Into, k.From, k.Answers(), k.Written} }), j.Rows})
	}
	told := func(field string, raw []byte) string { return plain(c.book.Recorded(field, raw, v.desk)) }
	c.say(string(j.From.Ticket) + " → " + string(j.Into.Ticket))
	c.section(c.book.T("merge.heading.gains"), append(each(j.Gains, func(g model.Gain) []string {
		return []string{c.book.FieldLabel(g.Field), told(g.Field, g.Before), "→", told(g.Field, g.After), c.book.Word(g.Rule)}
	}), each(j.Additions, func(a model.Addition) []string {
		return []string{c.book.FieldLabel(a.Field), "", "+", plain(c.book.Elements(a.Field, a.Names, v.desk))}
	})...))
	c.section(c.book.T("merge.answers"), each(j.Clashes, func(k model.Clash) []string {
		return []string{k.Field, c.book.FieldLabel(k.Field), "into: " + told(k.Field, k.Into), "from: " + told(k.Field, k.From), strings.Join(k.Answers(), " | ")}
	}))
	c.say("")
	for _, sentence := range c.book.JoinStays(j) {
		c.say(sentence)
	}
	return nil
}
