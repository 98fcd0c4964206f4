package papers

import (
	"time"

	"fyne.io/fyne/v2"

	"siaga/app"
	"siaga/locales"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// registerChoice chooses the days of a register and which incidents stand in
// it.
type registerChoice struct {
	content fyne.CanvasObject

	page     *Page
	form     *widgets.Form
	from, to *widgets.When
	class    *widgets.Pick
	category *widgets.Pick
	outcome  *widgets.Pick
}

// newRegisterChoice begins with the last month that is over.
func newRegisterChoice(p *Page) *registerChoice {
	around := p.around
	c := &registerChoice{page: p, from: place.NewDay(around, p.zone), to: place.NewDay(around, p.zone)}
	month := model.PeriodOf(model.Month, p.desk.Now(), p.zone).Before(p.zone)
	c.from.SetValue(month.From.Time())
	c.to.SetValue((month.To - 1).Time())
	c.from.OnValue, c.to.OnValue = c.changed, c.changed
	all := []widgets.Choice{{Title: around.T("common.all")}}
	c.class = c.pick(append(all, worded(around.Book, model.Classes)...))
	c.category = c.pick(append(all, categories(around.Book, p.desk.Office())...))
	c.outcome = c.pick(append(append(all, widgets.Choice{Key: "open", Title: around.T("papers.open")}), worded(around.Book, model.Outcomes)...))
	c.form = widgets.NewForm(
		widgets.NewField("from", around.T("common.from"), c.from),
		widgets.NewField("to", around.T("common.until"), c.to).Hint(around.T("papers.days.hint")),
		widgets.NewField("class", around.T("field.class"), c.class),
		widgets.NewField("category", around.T("field.category"), c.category),
		widgets.NewField("outcome", around.T("field.outcome"), c.outcome))
	c.content = c.form
	return c
}

func (c *registerChoice) pick(choices []widgets.Choice) *widgets.Pick {
	pick := widgets.NewPick(c.page.around.T("common.all"), choices)
	pick.Nothing = c.page.around.T("common.none")
	pick.OnChange = func(string) { c.page.load() }
	return pick
}

func (c *registerChoice) changed(time.Time) { c.page.load() }

// read reads the choice into a request; it returns whether both days could be
// read.
func (c *registerChoice) read(r *request) bool {
	mistakes := map[string]string{}
	for id, day := range map[string]*widgets.When{"from": c.from, "to": c.to} {
		at, err := place.DayOf(day, r.zone)
		switch {
		case err != nil:
			mistakes[id] = c.page.around.Book.Refusal(err)
		case id == "from":
			r.from = at
		case at.Known():
			r.to = model.At(at.Time().In(r.zone).AddDate(0, 0, 1))
		}
	}
	c.mark(mistakes)
	r.filter = app.Filter{}
	if key := c.class.Selected(); key != "" {
		r.filter.Class = []model.Class{model.Class(key)}
	}
	if key := c.category.Selected(); key != "" {
		r.filter.Category = []string{key}
	}
	if key := c.outcome.Selected(); key != "" {
		r.filter.Outcome = []string{key}
	}
	return len(mistakes) == 0
}

// mark shows mistakes under the days without taking the keyboard, because
// somebody is still typing.
func (c *registerChoice) mark(mistakes map[string]string) {
	for _, id := range []string{"from", "to"} {
		c.form.Field(id).SetError(mistakes[id])
	}
	c.form.Refresh()
}

// worded are the values of a closed set to choose from.
func worded[T interface {
	~string
	locales.Worded
}](book *locales.Book, set []T) (choices []widgets.Choice) {
	for _, v := range set {
		choices = append(choices, widgets.Choice{Key: string(v), Title: book.Word(v)})
	}
	return choices
}

func categories(book *locales.Book, office model.Office) (choices []widgets.Choice) {
	for _, c := range office.Categories {
		choices = append(choices, widgets.Choice{Key: c.Code, Title: categoryName(book, c), Subtitle: c.Code})
	}
	return choices
}

func categoryName(book *locales.Book, c model.Category) string {
	if book.Lang() == locales.EN {
		return c.English
	}
	return c.Indonesian
}

// newLines shows what stands in a register.
func (p *Page) newLines() *widgets.Table[*model.Row] {
	book := p.around.Book
	lines := widgets.NewTable(func(r *model.Row) string { return string(r.ID) },
		widgets.Column[*model.Row]{ID: "ticket", Title: p.around.T("field.ticket"), Width: 168, Text: func(r *model.Row) string { return string(r.Ticket) }},
		widgets.Column[*model.Row]{ID: "receivedAt", Title: p.around.T("field.receivedAt"), Width: 130, Text: func(r *model.Row) string { return book.Stamp(r.ReceivedAt.Time()) }},
		widgets.Column[*model.Row]{ID: "title", Title: p.around.T("field.title"), Width: 160, Stretch: 1, Text: func(r *model.Row) string { return r.Title }},
		widgets.Column[*model.Row]{ID: "class", Title: p.around.T("papers.class"), Width: 92, Text: p.className},
		widgets.Column[*model.Row]{ID: "outcome", Title: p.around.T("field.outcome"), Width: 118, Text: p.outcomeName})
	lines.Single = true
	lines.SetEmpty(widgets.NewEmpty(look.IconIncidents, p.around.T("papers.register.none"), nil))
	lines.OnOpen = func(r *model.Row) { p.around.Go(place.Route{Place: place.Incidents, Subject: r.ID}) }
	return lines
}

func (p *Page) className(r *model.Row) string {
	if r.Class == "" {
		return p.around.T("common.notrecorded")
	}
	return p.around.Book.Word(r.Class)
}

func (p *Page) outcomeName(r *model.Row) string {
	if r.Outcome == "" {
		return p.around.T("papers.open")
	}
	return p.around.Book.Word(r.Outcome)
}
