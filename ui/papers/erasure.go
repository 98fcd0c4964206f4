package papers

import (
	"cmp"
	"strings"

	"fyne.io/fyne/v2"

	"siaga/model"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// erasureChoice chooses the erasure of personal data that a record is about.
type erasureChoice struct {
	content fyne.CanvasObject

	page   *Page
	pick   *widgets.Pick
	wanted model.SubjectID // by a route, before its kind was known
}

func newErasureChoice(p *Page) *erasureChoice {
	c := &erasureChoice{page: p, pick: widgets.NewPick(p.around.T("papers.erasure.choose"), nil)}
	c.pick.Nothing = p.around.T("erase.list.none")
	c.pick.OnChange = func(key string) {
		c.wanted = model.SubjectID(key)
		p.load()
	}
	open := widgets.NewButton(p.around.T("papers.incident.open"), nil, func() {
		for _, e := range p.desk.Erasures() {
			if e.ID == c.chosen() && e.Of == "incident" {
				p.around.Go(place.Route{Place: place.Incidents, Subject: e.About})
			}
		}
	})
	c.content = widgets.Stacked(widgets.NewForm(widgets.NewField("erasure", p.around.T("erase.list"), c.pick)), open)
	return c
}

func (c *erasureChoice) chosen() model.SubjectID { return model.SubjectID(c.pick.Selected()) }

// offer lists every erasure, the last one first, and keeps the one that is
// wanted; without a wish it shows the last one.
func (c *erasureChoice) offer() {
	book := c.page.around.Book
	var choices []widgets.Choice
	for _, e := range c.page.desk.Erasures() {
		var fields []string
		for _, field := range e.Fields() {
			fields = append(fields, book.FieldLabel(field))
		}
		about := string(e.Ticket)
		if about == "" {
			about = book.T("erase.about." + e.Of)
		}
		if e.First.At.Known() {
			fields = append(fields, book.T("erase.list.follows", "Number", book.Stamp(e.First.At.Time())))
		}
		choices = append(choices, widgets.Choice{Key: string(e.ID), Title: about + "  " + book.Stamp(e.At.Time()), Subtitle: strings.Join(fields, ", ")})
		c.wanted = cmp.Or(c.wanted, e.ID)
	}
	c.pick.SetChoices(choices)
	c.pick.SetSelected(string(c.wanted))
}
