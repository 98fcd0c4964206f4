package cli

import (
	"strings"

	"siaga/app"
	"siaga/model"
)

// policyValue is a policy of times for a program; every part is there, also
// those that have the value with which the program began.
type policyValue struct {
	State      app.PolicyState              `json:"state"`
	From       word                         `json:"from"`
	Letter     word                         `json:"letter"`
	RecordedBy word                         `json:"recordedBy"`
	RecordedAt word                         `json:"recordedAt"`
	Disputed   bool                         `json:"disputed"`
	Targets    map[model.Class]model.Target `json:"targets"`
	Basis      model.Basis                  `json:"basis"`
	Ends       model.Step                   `json:"ends"`
	Calendar   *model.Calendar              `json:"calendar"`
	Reasons    []model.PauseReason          `json:"pauseReasons"`
	Warnings   []int                        `json:"warnings"`
	Legal      []model.LegalClock           `json:"legal"`
}

// policies prints the policy of times in force, the coming ones and the past.
func policies(c *call) error {
	return c.withDesk(func(d *app.Desk) error {
		all, err := d.Policies()
		if err != nil {
			return err
		}
		v := view{d, c.book}
		if c.has("json") {
			return c.sayJSON(each(all, v.policy))
		}
		zone, short := d.Zone()
		c.book = c.book.In(zone, short)
		for i, state := range []app.PolicyState{app.PolicyInForce, app.PolicyComing, app.PolicyPast} {
			for _, p := range all {
				if p.State == state {
					c.sayEntry(v, p, i == 0)
				}
			}
		}
		return nil
	})
}

func (v view) policy(p app.PolicyEntry) policyValue {
	return policyValue{
		State: p.State, From: word(p.Day), Letter: word(p.Letter), RecordedBy: word(v.person(p.By)), RecordedAt: v.instants().at(p.At), Disputed: p.Disputed,
		Targets: p.Targets, Basis: p.Basis, Ends: p.EndStep(), Calendar: p.Calendar, Reasons: p.Reasons(), Warnings: p.WarnAt(), Legal: p.Duties(),
	}
}

// sayEntry prints a policy: all of it, or what it changes.
func (c *call) sayEntry(v view, p app.PolicyEntry, all bool) {
	since, who := c.book.T("policy.first"), v.person(p.By)
	if p.Day != "" {
		since = c.book.T("policy.field", "Date", c.book.DayDate(p.Day))
	}
	if who == "" {
		who = c.book.T("common.notrecorded")
	}
	rows := [][]string{{c.book.T("policy.recorded"), c.book.T("policy.recorded.by", "Who", plain(who), "At", p.At)}}
	if p.Letter != "" {
		rows = append(rows, []string{c.book.T("field.settle-policy.letter"), plain(p.Letter)})
	}
	parts := c.book.PolicyParts(p.Policy)
	if !all {
		parts = c.book.PolicyChanges(p.Policy, p.Before)
	}
	for _, part := range parts {
		for i, line := range strings.Split(part.Words, " · ") {
			label := ""
			if i == 0 {
				label = c.book.T("field." + part.Field)
			}
			rows = append(rows, []string{label, plain(line)})
		}
	}
	if p.Disputed {
		rows = append(rows, []string{"", c.book.T("policy.disputed")})
	}
	c.section(c.book.T("policy.entry", "State", p.State, "Since", since), rows)
}
