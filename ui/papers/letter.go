package papers

import (
	"fyne.io/fyne/v2"

	"siaga/app"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// letterForm takes the number and date of a letter. For a paper about an
// incident they are recorded; for the others they are printed only.
type letterForm struct {
	page   *Page
	form   *widgets.Form
	number *widgets.Entry
	date   *widgets.When
	shown  model.PaperNumber // what the record said when it was last shown
	about  string            // of which paper
}

func newLetterForm(p *Page) *letterForm {
	l := &letterForm{page: p, number: widgets.NewEntry(p.around.T("papers.number.example")), date: place.NewDay(p.around, p.zone)}
	l.form = widgets.NewForm(widgets.NewField("number", p.around.T("papers.number"), l.number),
		widgets.NewField("date", p.around.T("papers.date"), l.date))
	l.form.OnSubmit = l.submit
	return l
}

// content is the form with the button that fits a kind.
func (l *letterForm) content(k kind) fyne.CanvasObject {
	word, hint := l.page.around.T("papers.number.record"), l.page.around.T("papers.number.recorded.hint")
	if !k.recorded() {
		word, hint = l.page.around.T("papers.number.apply"), l.page.around.T("papers.number.applied.hint")
	}
	l.form.Field("number").Hint(hint)
	l.show()
	return widgets.Stacked(l.form, widgets.NewButton(word, look.IconKept, l.form.Submit))
}

// show fills the form from the record of the paper. What is being typed stays,
// as long as the paper and its record are the same.
func (l *letterForm) show() {
	about := string(l.page.kind) + string(l.page.incident.chosen()) + l.page.custody.row()
	stands := l.recorded()
	if about == l.about && stands == l.shown {
		return
	}
	l.about, l.shown = about, stands
	l.number.SetText(stands.Number)
	l.date.SetValue(stands.Date.Time())
	l.form.ShowErrors(nil)
}

func (l *letterForm) recorded() model.PaperNumber {
	id := l.page.incident.chosen()
	if !l.page.kind.recorded() || id == "" {
		return model.PaperNumber{}
	}
	i, err := l.page.desk.Incident(app.IncidentRef(id))
	if err != nil {
		return model.PaperNumber{}
	}
	if l.page.kind == custodyRecord {
		return i.Papers[l.page.custody.paper(i)]
	}
	return i.Papers[string(l.page.kind)]
}

// typed is what stands in the form; a date that cannot be read is refused.
func (l *letterForm) typed() (n model.PaperNumber, err error) {
	n.Number = l.number.Text
	n.Date, err = place.DayOf(l.date, l.page.zone)
	return n, err
}

// submit prints number and date, after recording them where there is a record.
func (l *letterForm) submit() {
	n, err := l.typed()
	if err != nil {
		l.form.ShowErrors(map[string]string{"date": l.page.around.Book.Refusal(err)})
		return
	}
	if !l.page.kind.recorded() {
		l.page.load()
		return
	}
	_, err = l.page.desk.Do(app.Order{Command: app.NumberPaper{
		Incident: app.IncidentRef(l.page.incident.chosen()), Paper: string(l.page.kind), Row: l.page.custody.row(), Number: n.Number, Date: n.Date}})
	if err != nil {
		for _, sentence := range l.form.ShowErrors(l.page.around.Errors(err)) {
			l.page.page.Say(look.Breached, sentence)
		}
		return
	}
	l.show()
	l.page.load()
	l.page.around.Tell(look.Kept, l.page.around.T("papers.number.done", "Number", n.Number), nil)
}
