package cli

import (
	"siaga/app"
	"siaga/model"
	"siaga/reports"
)

// policyPreview is what a policy would have meant, for a program.
type policyPreview struct {
	Period   string          `json:"period"`
	From     model.Date      `json:"from"`
	Counted  int             `json:"counted"`
	Response []rateCompared  `json:"response"`
	Resolved []rateCompared  `json:"resolution"`
	Changed  []verdictChange `json:"changed"`
	Duties   []dutyChange    `json:"duties"`
	Unfilled []int           `json:"yearsWithoutHolidays"`
	Warnings bool            `json:"otherWarnings"` // which are not recounted
}

type rateCompared struct {
	Class  model.Class `json:"class"`
	Before rateValue   `json:"before"`
	After  rateValue   `json:"after"`
}

type verdictChange struct {
	ID      model.IncidentID `json:"id"`
	Ticket  model.Ticket     `json:"ticket"`
	Clock   model.ClockName  `json:"clock"`
	Segment int              `json:"segment"`
	Was     clockValue       `json:"was"`
	Would   clockValue       `json:"would"`
}

// dutyChange is a duty of reporting; null where a policy knows no such duty.
type dutyChange struct {
	ID     model.IncidentID `json:"id"`
	Ticket model.Ticket     `json:"ticket"`
	Code   string           `json:"code"`
	Was    *dutyOwed        `json:"was"`
	Would  *dutyOwed        `json:"would"`
}

// previewPolicy shows what a policy would have meant for a period; it records
// nothing.
func previewPolicy(c *call) error {
	return c.withDesk(func(d *app.Desk) error {
		order, err := c.policyOrder(d)
		if err != nil {
			return err
		}
		zone, short := d.Zone()
		period := model.PeriodOf(model.Year, d.Now(), zone).Before(zone)
		if c.has("period") {
			if period, err = d.Period(c.options["period"]); err != nil {
				return err
			}
		}
		p, err := d.PreviewPolicy(order, period)
		if err != nil {
			return err
		}
		if c.has("json") {
			return c.sayJSON(view{d, c.book}.preview(p))
		}
		c.book = c.book.In(zone, short)
		c.sayPreview(p, d.Office())
		return nil
	})
}

func (v view) preview(p app.PolicyPreview) policyPreview {
	compared := func(before, after []model.Rate) (out []rateCompared) {
		for i, r := range before {
			out = append(out, rateCompared{model.Class(r.Key), rate(r), rate(after[i])})
		}
		return out
	}
	z := v.instants()
	return policyPreview{
		Period: p.Period.String(), From: p.Day, Counted: len(p.Before.All),
		Response: compared(p.Before.Response.Classes, p.After.Response.Classes), Resolved: compared(p.Before.Resolution.Classes, p.After.Resolution.Classes),
		Changed: each(p.Changed, func(k app.VerdictChange) verdictChange {
			return verdictChange{k.Row.ID, k.Row.Ticket, k.Was.Name, k.Was.Segment, z.clock(k.Was), z.clock(k.Would)}
		}),
		Duties: each(p.Duties, func(k app.DutyChange) dutyChange {
			return dutyChange{k.Row.ID, k.Row.Ticket, k.Named().Code, v.dutyIf(k.Was), v.dutyIf(k.Would)}
		}),
		Unfilled: append([]int{}, p.Unfilled...), Warnings: p.Warnings,
	}
}

func (v view) dutyIf(d model.LegalDuty) *dutyOwed {
	if d.Code == "" {
		return nil
	}
	owed := v.duty(d)
	return &owed
}

func (c *call) sayPreview(p app.PolicyPreview, office model.Office) {
	c.say(c.book.N("policy.preview.counted", len(p.Before.All), "Period", p.Period.String(), "Date", c.book.DayDate(p.Day)))
	if said := c.book.Unfilled(p.Unfilled); said != "" {
		c.say(said)
	}
	for _, clock := range []struct {
		name          model.ClockName
		before, after []model.Rate
	}{{model.Response, p.Before.Response.Classes, p.After.Response.Classes}, {model.Resolution, p.Before.Resolution.Classes, p.After.Resolution.Classes}} {
		target := c.book.Word(reports.FigureTarget)
		rows := [][]string{{"", c.book.T("policy.preview.before"), target, c.book.T("policy.preview.after"), target}}
		for i, r := range clock.before {
			would := clock.after[i]
			rows = append(rows, []string{c.book.Word(model.Class(r.Key)), c.book.Rate(r), c.book.Hours(r.Target.Duration()), c.book.Rate(would), c.book.Hours(would.Target.Duration())})
		}
		c.section(c.book.Word(clock.name), rows)
	}
	c.say("", c.book.T("policy.preview.before")+":")
	for _, paragraph := range c.book.PolicyBases(p.Before.Policies(office)) {
		c.say("  " + paragraph)
	}
	c.say("", c.book.T("policy.preview.after")+":", "  "+c.book.PolicyBasis(p.Policy.Policy))
	c.say("", c.book.N("policy.preview.changed", len(p.Changed)))
	table(c.Stdout, "  ", each(p.Changed, func(k app.VerdictChange) []string {
		return []string{string(k.Row.Ticket), c.book.Word(k.Was.Name), c.book.T("policy.preview.change", "Was", k.Was.State(), "Would", k.Would.State()), plain(k.Row.Title)}
	}))
	c.say("", c.book.N("policy.preview.duties", len(p.Duties)))
	table(c.Stdout, "  ", each(p.Duties, func(k app.DutyChange) []string {
		return []string{string(k.Row.Ticket), plain(c.book.Duty(k.Named())), c.book.T("policy.preview.change", "Was", c.book.DutyState(k.Was), "Would", c.book.DutyState(k.Would)), plain(k.Row.Title)}
	}))
	if p.Warnings {
		c.say("", c.book.T("policy.preview.warnings", "Date", c.book.DayDate(p.Day)))
	}
	c.say("", c.book.T("policy.preview.nothing"))
}
