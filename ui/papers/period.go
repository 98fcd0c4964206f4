package papers

import (
	"fyne.io/fyne/v2"

	"siaga/locales"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// periodChoice chooses month, quarter, half-year or year, and which.
type periodChoice struct {
	content fyne.CanvasObject
	at      model.Period

	page  *Page
	spans *oneOf
	name  *widgets.Words
	next  *widgets.Button
}

// newPeriodChoice begins with the last month that is over.
func newPeriodChoice(p *Page) *periodChoice {
	c := &periodChoice{page: p, name: widgets.NewWords("")}
	c.name.Bold, c.name.Align = true, fyne.TextAlignCenter
	var chips []widgets.Chip
	for _, span := range []model.Span{model.Month, model.Quarter, model.Half, model.Year} {
		chips = append(chips, widgets.Chip{Key: string(span), Word: p.around.T("papers.span." + string(span)), Count: -1})
	}
	c.spans = newOneOf(func() { c.take(c.last(model.Span(c.spans.key))) }, chips...)
	before := widgets.NewButton("", look.IconBack, func() { c.move(-1) })
	c.next = widgets.NewButton("", look.IconNext, func() { c.move(1) })
	c.content = widgets.NewForm(
		widgets.NewField("span", p.around.T("papers.span"), c.spans.Chips),
		widgets.NewField("period", p.around.T("papers.period"), widgets.Toolbar(c.name, before, c.next)))
	c.set(c.last(model.Month))
	return c
}

// last is the last whole period of a span.
func (c *periodChoice) last(span model.Span) model.Period {
	return model.PeriodOf(span, c.page.desk.Now(), c.page.zone).Before(c.page.zone)
}

// set shows a period without making its paper.
func (c *periodChoice) set(period model.Period) {
	c.at = period
	c.spans.set(string(period.Span))
	c.name.SetText(periodName(c.page.around.Book, period))
	if period.To > c.page.desk.Now() {
		c.next.Disable()
	} else {
		c.next.Enable()
	}
}

func (c *periodChoice) take(period model.Period) {
	c.set(period)
	c.page.load()
}

func (c *periodChoice) move(by int) {
	c.take(model.NewPeriod(c.at.Span, c.at.Year, c.at.Part+by, c.page.zone))
}

// periodName is a period as people say it: Oktober 2026, Triwulan III 2026.
func periodName(book *locales.Book, p model.Period) string {
	from := p.From.Time()
	switch p.Span {
	case model.Month:
		return book.Month(from)
	case model.Quarter:
		return book.Quarter(from)
	case model.Half:
		return book.HalfYear(from)
	}
	return book.Year(from)
}
