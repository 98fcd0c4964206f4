package papers

import (
	"fyne.io/fyne/v2"

	"siaga/model"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// incidentChoice chooses the incident that a paper is about.
type incidentChoice struct {
	content fyne.CanvasObject

	page   *Page
	pick   *widgets.Pick
	wanted model.IncidentID // by a route, before its kind was known
}

func newIncidentChoice(p *Page) *incidentChoice {
	c := &incidentChoice{page: p, pick: widgets.NewPick(p.around.T("papers.incident.choose"), nil)}
	c.pick.Nothing = p.around.T("papers.incident.nothing")
	c.pick.OnChange = func(key string) {
		c.wanted = model.IncidentID(key)
		p.custody.offer(p.kind)
		p.letter.show()
		p.load()
	}
	open := widgets.NewButton(p.around.T("papers.incident.open"), nil, func() {
		if id := c.chosen(); id != "" {
			p.around.Go(place.Route{Place: place.Incidents, Subject: id})
		}
	})
	c.content = widgets.Stacked(widgets.NewForm(widgets.NewField("incident", p.around.T("field.incident"), c.pick)), open)
	return c
}

// set asks for an incident by its identity.
func (c *incidentChoice) set(id model.IncidentID) { c.wanted = id }

// chosen is the incident that is shown, "" when none is.
func (c *incidentChoice) chosen() model.IncidentID { return model.IncidentID(c.pick.Selected()) }

// offer lists the incidents that have a paper of this kind, and keeps the one
// that is wanted if it is among them.
func (c *incidentChoice) offer(k kind) {
	e, _ := entryOf(k)
	var choices []widgets.Choice
	for _, r := range c.page.desk.Incidents() {
		if e.suits(r) {
			choices = append(choices, widgets.Choice{Key: string(r.ID), Title: string(r.Ticket) + "  " + r.Title,
				Subtitle: c.page.className(r) + " · " + c.page.outcomeName(r)})
		}
	}
	c.pick.SetChoices(choices)
	c.pick.SetSelected(string(c.wanted))
	c.page.custody.offer(k)
	c.page.letter.show()
}
