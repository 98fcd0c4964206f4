package incidents

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"siaga/app"
	"siaga/model"
	"siaga/reports"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// dutyLine is a duty of reporting outwards on the page; its time left goes on.
type dutyLine struct {
	code     string
	standing *widgets.Words
}

// duties shows what is owed outwards, below the service clocks and apart from
// them; nil where nothing is.
func (d *detail) duties() fyne.CanvasObject {
	d.dutyLines = nil
	duties := d.incident.Duties(d.now())
	if len(duties) == 0 {
		return nil
	}
	lines := container.NewVBox()
	for _, duty := range duties {
		lines.Add(d.dutyLine(duty))
	}
	about := widgets.NewMuted(d.T("legal.about"))
	about.Shorten = true
	lines.Add(about)
	return widgets.NewSection(d.T("legal.title"), nil, lines)
}

func (d *detail) dutyLine(duty model.LegalDuty) fyne.CanvasObject {
	name := widgets.NewWords(d.Book.Duty(duty))
	name.Bold, name.Shorten = true, true
	standing := widgets.NewWords("")
	standing.Shorten = true
	d.dutyLines = append(d.dutyLines, dutyLine{duty.Code, standing})
	d.stand(standing, duty)
	column := container.NewVBox(name, standing)
	for _, said := range d.dutyFacts(duty) {
		words := widgets.NewMuted(said)
		words.Shorten = true
		column.Add(words)
	}
	return widgets.Toolbar(column, d.dutyButtons(duty)...)
}

// dutyFacts are until when, from when and by which article.
func (d *detail) dutyFacts(duty model.LegalDuty) []string {
	said := []string{d.Book.DutyDue(duty), d.Book.DutyStart(duty)}
	if marked := d.Book.DutyMarked(duty); marked != "" {
		said = append(said, marked)
	}
	source := d.Book.DutySource(duty.LegalClock)
	if duty.To.ByController() {
		source = joined(source, d.T("legal.controller"))
	}
	return append(said, source)
}

// dutyButtons lead to the letter, and to recording that it was sent.
func (d *detail) dutyButtons(duty model.LegalDuty) []fyne.CanvasObject {
	var buttons []fyne.CanvasObject
	if kinds := reports.OutwardFor(duty.To); len(kinds) > 0 && !duty.Lifted {
		buttons = append(buttons, widgets.NewButton(d.T("legal.make"), look.IconLetter, func() { d.goToPaper(d.incident.ID, string(kinds[0])) }))
	}
	if duty.Waits() {
		buttons = append(buttons, widgets.NewButton(d.T("legal.send"), look.IconKept, func() { d.askNoticeTo(duty.To) }))
	}
	return buttons
}

func (d *detail) stand(words *widgets.Words, duty model.LegalDuty) {
	said := d.Book.DutyStanding(duty)
	if duty.Lifted {
		said = d.T("legal.lifted", "Outcome", d.incident.Outcome)
	}
	words.SetText(strings.ToUpper(said[:1]) + said[1:])
	words.SetTone(dutyTone(duty.State()))
}

func dutyTone(s model.LegalState) look.Tone {
	switch s {
	case model.LegalRunning, model.LegalOwed:
		return look.Warning
	case model.LegalOverdue, model.LegalLate:
		return look.Breached
	case model.LegalKept, model.LegalDone:
		return look.Kept
	}
	return look.Neutral
}

// tickDuties writes the time that is left at an instant.
func (d *detail) tickDuties(now time.Time) {
	for n, duty := range d.incident.Duties(model.At(now)) {
		if n < len(d.dutyLines) && d.dutyLines[n].code == duty.Code {
			d.stand(d.dutyLines[n].standing, duty)
		}
	}
}

// askNoticeTo records a letter that was sent; the addressee may be chosen already.
func (d *detail) askNoticeTo(addressee model.Addressee) {
	to := d.pick(choicesOf(d.Page, model.Addressees), string(addressee))
	number := widgets.NewEntry("")
	fields := []*widgets.Field{
		widgets.NewField("addressee", d.T("incidents.notice.to"), to).Required(),
		widgets.NewField("number", d.T("incidents.notice.number"), number),
	}
	d.askRow("incidents.act.notice", "text", fields, func(text string) app.Command {
		return app.AddNotice{Incident: d.ref(), To: model.Addressee(to.Selected()), Number: number.Text, Text: text}
	})
}
