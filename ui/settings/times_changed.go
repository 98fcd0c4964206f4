package settings

import (
	"fyne.io/fyne/v2"

	"siaga/app"
	"siaga/locales"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

const changedHeight = 210

// changedLine is a clock or duty of which another policy would say something
// else, as it is listed.
type changedLine struct {
	row                *model.Row
	key, name          string
	was, would         string
	wasTone, wouldTone look.Tone
}

var (
	verdictTones = map[model.ClockState]look.Tone{model.Kept: look.Kept, model.Breached: look.Breached, model.Overdue: look.Breached, model.Running: look.Running}
	dutyTones    = map[model.LegalState]look.Tone{model.LegalKept: look.Kept, model.LegalLate: look.Breached, model.LegalOverdue: look.Breached, model.LegalRunning: look.Running}
)

func clockChanges(book *locales.Book, all []app.VerdictChange) (lines []changedLine) {
	for _, k := range all {
		is, would := k.Was.State(), k.Would.State()
		lines = append(lines, changedLine{k.Row, string(k.Was.Name) + string(rune(k.Was.Segment)), book.Word(k.Was.Name),
			book.Word(is), book.Word(would), verdictTones[is], verdictTones[would]})
	}
	return lines
}

func dutyChanges(book *locales.Book, all []app.DutyChange) (lines []changedLine) {
	for _, k := range all {
		lines = append(lines, changedLine{k.Row, k.Named().Code, book.Duty(k.Named()),
			book.DutyState(k.Was), book.DutyState(k.Would), dutyTones[k.Was.State()], dutyTones[k.Would.State()]})
	}
	return lines
}

// changed lists what would be judged otherwise; each line opens its incident.
// What names the column of clocks or duties.
func (t *times) changed(what string, all []changedLine) fyne.CanvasObject {
	around := t.page.around
	if len(all) == 0 {
		return widgets.NewProse(around.T("settings.times.same"))
	}
	column := func(id string, width, stretch float32, text func(changedLine) string) widgets.Column[changedLine] {
		return widgets.Column[changedLine]{ID: id, Title: around.T("settings.times.column." + id), Width: width, Stretch: stretch, Text: text}
	}
	was := column("was", 150, 0, func(k changedLine) string { return k.was })
	was.Tone = func(k changedLine) look.Tone { return k.wasTone }
	would := column("would", 150, 0, func(k changedLine) string { return k.would })
	would.Tone = func(k changedLine) look.Tone { return k.wouldTone }
	table := widgets.NewTable(func(k changedLine) string { return string(k.row.ID) + k.key },
		column("ticket", 170, 0, func(k changedLine) string { return string(k.row.Ticket) }),
		column(what, 120, 1, func(k changedLine) string { return k.name }),
		was, would, column("title", 120, 1, func(k changedLine) string { return k.row.Title }))
	table.Single = true
	table.OnOpen = func(k changedLine) { around.Go(place.Route{Place: place.Incidents, Subject: k.row.ID}) }
	table.SetRows(all)
	return widgets.NewHeight(changedHeight, table)
}
