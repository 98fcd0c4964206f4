package cli

import (
	"strings"

	"siaga/app"
	"siaga/model"
)

// office prints everything that the office has settled; in JSON as the fields
// of amend-office.
func office(c *call) error {
	return c.withDesk(func(d *app.Desk) error {
		o := d.Office()
		if c.has("json") {
			return c.sayJSON(settled(o))
		}
		c.sayOffice(o, d.STR(), d.Now())
		return nil
	})
}

// settled is the order that would settle the office as it is.
func settled(o model.Office) app.AmendOffice {
	all := func(lines []string) *[]string { out := append([]string{}, lines...); return &out }
	return app.AmendOffice{
		OfficeName: &o.OfficeName, Government: &o.Government, Team: &o.Team, City: &o.City, Letterhead: all(o.Letterhead),
		Emblem: &o.Emblem, Unit: &o.Unit, Contact: &o.Contact, TicketPrefix: &o.TicketPrefix, Zone: &o.Zone, ZoneName: &o.ZoneName,
		Categories: &o.Categories, LegalBasis: all(o.LegalBasis), Addressee: all(o.Addressee),
		CopiesTo: all(o.CopiesTo), Paper: &o.Paper, Table: &o.Table, ConfirmDays: &o.ConfirmDays, BackupDays: &o.BackupDays,
		STRNumber: &o.STRNumber, STRFrom: &o.STRFrom, STRYears: &o.STRYears, ToBSSN: all(o.ToBSSN), CopyBSSN: all(o.CopyBSSN),
		ToLembaga: all(o.ToLembaga), ToAPH: all(o.ToAPH),
		Escalation: &o.Escalation,
	}
}

func (c *call) sayOffice(o model.Office, str model.STR, now model.Instant) {
	b := c.book
	emblem := ""
	if len(o.Emblem) > 0 {
		emblem = b.Bytes(int64(len(o.Emblem)))
	}
	var rows [][]string
	for _, f := range []struct {
		key   string
		lines []string
	}{
		{"field.officeName", []string{o.OfficeName}}, {"field.government", []string{o.Government}}, {"field.team", []string{o.Team}},
		{"field.city", []string{o.City}}, {"field.letterhead", o.Letterhead}, {"field.emblem", []string{emblem}},
		{"field.contact", strings.Split(o.Contact, "\n")}, {"field.unit", []string{o.Unit}}, {"field.ticketPrefix", []string{o.TicketPrefix}},
		{"field.zone", []string{o.Zone + " (" + o.ZoneName + ")"}}, {"field.legalBasis", o.LegalBasis}, {"field.addressee", o.Addressee},
		{"field.copiesTo", o.CopiesTo}, {"settings.paper", []string{b.T("settings.paper." + o.Paper)}}, {"field.table", []string{b.Word(o.Table)}},
		{"field.confirmDays", []string{b.Number(o.ConfirmDays)}}, {"field.backupDays", []string{b.Number(o.BackupDays)}},
		{"field.strNumber", []string{o.STRNumber}}, {"field.strFrom", []string{b.STRDate(str)}}, {"field.strYears", []string{b.Number(o.STRYears)}},
		{"field.toBSSN", o.ToBSSN}, {"field.copyBSSN", o.CopyBSSN}, {"field.toLembaga", o.ToLembaga}, {"field.toAPH", o.ToAPH},
		{"field.escalation", each(o.Escalation, b.Rung)},
	} {
		rows = append(rows, labelled(b.T(f.key), f.lines, b.T("common.notrecorded"))...)
	}
	table(c.Stdout, "", rows)
	c.sayPolicy(o.PolicyAt(now))
	c.section(b.T("field.categories"), each(o.Categories, func(k model.Category) []string {
		return []string{k.Code, plain(k.Indonesian), plain(k.English), k.RSIT, k.Team}
	}))
}

// labelled puts a label before the first of some lines.
func labelled(label string, lines []string, nothing string) (rows [][]string) {
	for _, line := range lines {
		if line = plain(line); line != "" {
			rows = append(rows, []string{label, line})
			label = ""
		}
	}
	if len(rows) == 0 {
		rows = [][]string{{label, nothing}}
	}
	return rows
}

func (c *call) sayPolicy(p model.Policy) {
	rows := [][]string{{"", c.book.Word(model.Response), c.book.Word(model.Resolution)}}
	for _, class := range model.Classes {
		t := p.Targets[class]
		rows = append(rows, []string{c.book.Word(class), c.book.Hours(t.Response.Duration()), c.book.Hours(t.Resolution.Duration())})
	}
	c.section(c.book.T("field.policy"), rows)
	c.say("  " + c.book.PolicyBasis(p))
}
