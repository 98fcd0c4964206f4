package cli

import (
	"fmt"

	"siaga/app"
	"siaga/model"
	"siaga/reports"
)

// dutyOwed is a duty of reporting outwards in JSON; left is in whole seconds,
// null where the law names no number.
type dutyOwed struct {
	Code     string           `json:"code"`
	Cause    model.LegalCause `json:"cause"`
	To       model.Addressee  `json:"to"`
	Source   string           `json:"source"`
	StartAt  word             `json:"startAt"`
	Known    bool             `json:"known"` // false: counted from the receipt
	MarkedAt word             `json:"markedAt"`
	Due      word             `json:"due"`
	Internal bool             `json:"internal"`
	Data     bool             `json:"byController"` // the controller of the data sends it, not the team
	Left     *int64           `json:"left"`
	State    model.LegalState `json:"state"`
	SentAt   word             `json:"sentAt"`
	Letter   word             `json:"letter"`
	Says     string           `json:"says"`
}

func (v view) duty(d model.LegalDuty) dutyOwed {
	z := v.instants()
	out := dutyOwed{Code: d.Code, Cause: d.Cause, To: d.To, Source: d.Source, StartAt: z.at(d.StartAt), Known: !d.FromReceipt,
		MarkedAt: z.at(d.MarkedAt), Due: z.at(d.Due), Internal: d.Internal, Data: d.To.ByController(), State: d.State(),
		SentAt: z.at(d.Notice.At), Letter: word(d.Notice.Number), Says: v.book.DutyStanding(d)}
	if d.Due.Known() {
		left := int64(d.Left().Seconds())
		out.Left = &left
	}
	return out
}

// sayDuties prints what is owed outwards, apart from the service clocks.
func (c *call) sayDuties(i model.Incident, now model.Instant) {
	duties := i.Duties(now)
	if len(duties) == 0 {
		return
	}
	c.say("", c.book.T("legal.title"))
	for _, d := range duties {
		c.say("  "+c.book.Duty(d)+": "+plain(c.book.DutyStanding(d)), "    "+plain(c.book.DutySource(d.LegalClock)), "    "+c.book.DutyDue(d), "    "+c.book.DutyStart(d))
		if marked := c.book.DutyMarked(d); marked != "" {
			c.say("    " + marked)
		}
		if d.To.ByController() {
			c.say("    " + c.book.T("legal.controller"))
		}
	}
	c.say("  " + c.book.T("legal.about"))
}

// outwardVerbs make the letters and forms of the duties.
func outwardVerbs() (all []verb) {
	for _, kind := range reports.OutwardKinds {
		all = append(all, verb{"report " + string(kind), "TICKET", 1, 1, []option{{"pdf", "F"}, {"paper-lang", "id|en"}, {"replace", ""}}, reportOutward(kind)})
	}
	return all
}

// reportOutward writes a letter or form to --pdf, after saying what it lacks.
func reportOutward(kind reports.OutwardKind) func(*call) error {
	return func(c *call) error {
		return c.print(func(d *app.Desk, ref app.IncidentRef) (letter, error) {
			v, err := d.Outward(ref, kind)
			if err != nil {
				return nil, err
			}
			if err := kind.Check(v.Incident); err != nil {
				return nil, err
			}
			c.sayMissing(v)
			return v, nil
		})
	}
}

// sayMissing goes where messages go: what is printed may be read by a program.
func (c *call) sayMissing(v reports.Outward) {
	missing := v.Missing()
	if len(missing) == 0 {
		return
	}
	fmt.Fprintln(c.Stderr, c.book.N("legal.missing", len(missing)))
	for _, n := range missing {
		fmt.Fprintln(c.Stderr, "  "+c.book.Word(n))
	}
}

// saySTR prints the reminder of the registration letter, where there is one.
func (c *call) saySTR(d *app.Desk) {
	if reminder := c.book.STR(d.STR()); reminder != "" {
		c.say("", reminder)
	}
}

// strValue is the registration letter in JSON.
type strValue struct {
	Number word           `json:"number"`
	From   word           `json:"from"`
	Until  word           `json:"until"`
	State  model.STRState `json:"state"`
	Days   int            `json:"days"`
}

func strOf(s model.STR) strValue {
	return strValue{word(s.Number), word(s.From), word(s.Until), s.State, s.Days}
}
