package settings

import (
	"strconv"
	"strings"

	"siaga/app"
	"siaga/model"
	"siaga/ui/widgets"
)

// zones are the three Indonesian time zones with the names they are printed
// under.
var zones = []struct{ id, name string }{{"Asia/Jakarta", "WIB"}, {"Asia/Makassar", "WITA"}, {"Asia/Jayapura", "WIT"}}

func zoneChoices() (choices []widgets.Choice) {
	for _, z := range zones {
		choices = append(choices, widgets.Choice{Key: z.id, Title: z.name, Subtitle: z.id})
	}
	return choices
}

// writeZone sets the zone and the name it is printed under.
func writeZone(o *app.AmendOffice, id string) {
	o.Zone = &id
	for _, z := range zones {
		if z.id == id {
			o.ZoneName = &z.name
		}
	}
}

// officeSection is who the office is.
func (p *Page) officeSection() section {
	var tables []widgets.Choice
	for _, t := range model.Tables {
		tables = append(tables, widgets.Choice{Key: string(t), Title: p.around.Book.Word(t)})
	}
	form := p.newLineForm(
		line{id: "government", required: true, wide: true, read: func(o model.Office) string { return o.Government }, write: func(o *app.AmendOffice, s string) { o.Government = &s }},
		line{id: "officeName", required: true, wide: true, read: func(o model.Office) string { return o.OfficeName }, write: func(o *app.AmendOffice, s string) { o.OfficeName = &s }},
		line{id: "team", hint: "settings.team.hint", read: func(o model.Office) string { return o.Team }, write: func(o *app.AmendOffice, s string) { o.Team = &s }},
		line{id: "city", hint: "settings.city.hint", read: func(o model.Office) string { return o.City }, write: func(o *app.AmendOffice, s string) { o.City = &s }},
		line{id: "unit", hint: "settings.unit.hint", read: func(o model.Office) string { return o.Unit }, write: func(o *app.AmendOffice, s string) { o.Unit = &s }},
		line{id: "ticketPrefix", hint: "settings.prefix.hint", read: func(o model.Office) string { return o.TicketPrefix }, write: func(o *app.AmendOffice, s string) { o.TicketPrefix = &s }},
		line{id: "zone", choices: zoneChoices(), read: func(o model.Office) string { return o.Zone }, write: writeZone},
		line{id: "table", choices: tables, hint: "settings.table.hint", read: func(o model.Office) string { return string(o.Table) },
			write: func(o *app.AmendOffice, s string) { t := model.Table(s); o.Table = &t }},
		line{id: "contact", tall: 3, hint: "settings.contact.hint", read: func(o model.Office) string { return o.Contact }, write: func(o *app.AmendOffice, s string) { o.Contact = &s }})
	return section{"office", widgets.Scrolled(widgets.Stacked(
		widgets.NewSection(p.around.T("settings.part.office"), nil, form), p.saveButton(form.Submit))), form.show}
}

// exchangeSection is what the office promises itself about other desks and
// backups; where the files lie is each desk's own choice.
func (p *Page) exchangeSection() section {
	days := func(set func(*app.AmendOffice, *int)) func(*app.AmendOffice, string) {
		return func(o *app.AmendOffice, text string) {
			n, _ := strconv.Atoi(text) // no number is none, which is refused
			set(o, &n)
		}
	}
	form := p.newLineForm(
		line{id: "confirmDays", hint: "settings.confirm.hint", required: true, read: func(o model.Office) string { return strconv.Itoa(max(1, o.ConfirmDays)) },
			write: days(func(o *app.AmendOffice, n *int) { o.ConfirmDays = n })},
		line{id: "backupDays", hint: "settings.backup.hint", required: true, read: func(o model.Office) string { return strconv.Itoa(max(1, o.BackupDays)) },
			write: days(func(o *app.AmendOffice, n *int) { o.BackupDays = n })})
	return section{"exchange", widgets.Scrolled(widgets.Stacked(
		widgets.NewSection(p.around.T("settings.part.exchange"), nil, form), p.saveButton(form.Submit))), form.show}
}

// lettersSection is what letters and reports cite, and to whom they go.
func (p *Page) lettersSection() section {
	papers := []widgets.Choice{{Key: "a4", Title: p.around.T("settings.paper.a4")}, {Key: "f4", Title: p.around.T("settings.paper.f4")}}
	join := func(list []string) string { return strings.Join(list, "\n") }
	form := p.newLineForm(
		line{id: "legalBasis", tall: 5, hint: "settings.list.hint", read: func(o model.Office) string { return join(o.LegalBasis) },
			write: func(o *app.AmendOffice, s string) { l := listed(s); o.LegalBasis = &l }},
		line{id: "addressee", tall: 3, hint: "settings.addressee.hint", read: func(o model.Office) string { return join(o.Addressee) },
			write: func(o *app.AmendOffice, s string) { l := listed(s); o.Addressee = &l }},
		line{id: "copiesTo", tall: 3, hint: "settings.list.hint", read: func(o model.Office) string { return join(o.CopiesTo) },
			write: func(o *app.AmendOffice, s string) { l := listed(s); o.CopiesTo = &l }},
		recipients("toBSSN", func(o model.Office) []string { return o.ToBSSN }, func(o *app.AmendOffice, l []string) { o.ToBSSN = &l }),
		recipients("copyBSSN", func(o model.Office) []string { return o.CopyBSSN }, func(o *app.AmendOffice, l []string) { o.CopyBSSN = &l }),
		recipients("toLembaga", func(o model.Office) []string { return o.ToLembaga }, func(o *app.AmendOffice, l []string) { o.ToLembaga = &l }),
		recipients("toAPH", func(o model.Office) []string { return o.ToAPH }, func(o *app.AmendOffice, l []string) { o.ToAPH = &l }),
		line{id: "strNumber", hint: "settings.str.hint", read: func(o model.Office) string { return o.STRNumber }, write: func(o *app.AmendOffice, s string) { o.STRNumber = &s }},
		line{id: "strFrom", hint: "settings.strFrom.hint", read: func(o model.Office) string { return string(o.STRFrom) },
			write: func(o *app.AmendOffice, s string) { d := model.Date(s); o.STRFrom = &d }},
		line{id: "strYears", hint: "settings.strYears.hint", required: true, read: func(o model.Office) string { return strconv.Itoa(o.STRYears) },
			write: func(o *app.AmendOffice, s string) { n, _ := strconv.Atoi(s); o.STRYears = &n }}, // no number is none, which is refused
		line{id: "paper", label: "settings.paper", choices: papers, wide: true, read: func(o model.Office) string { return o.Paper }, write: func(o *app.AmendOffice, s string) { o.Paper = &s }})
	return section{"letters", widgets.Scrolled(widgets.Stacked(
		widgets.NewSection(p.around.T("settings.part.letters"), nil, form), p.saveButton(form.Submit))), form.show}
}

// recipients are the lines of an addressee outside.
func recipients(id string, read func(model.Office) []string, write func(*app.AmendOffice, []string)) line {
	return line{id: id, tall: 3, hint: "settings.addressee.hint", read: func(o model.Office) string { return strings.Join(read(o), "\n") },
		write: func(o *app.AmendOffice, s string) { write(o, listed(s)) }}
}
