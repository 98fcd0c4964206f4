package papers

import (
	"slices"

	"fyne.io/fyne/v2"

	"siaga/app"
	"siaga/model"
	"siaga/reports/paper"
	"siaga/ui/widgets"
)

// custodyChoice chooses what a paper about evidence is about, below the
// incident: a piece of evidence or all, or one handover.
type custodyChoice struct {
	page   *Page
	pick   *widgets.Pick
	wanted map[kind]string // the row that was chosen last
}

// everyPiece stands for all evidence of the incident.
const everyPiece = "all"

func newCustodyChoice(p *Page) *custodyChoice {
	c := &custodyChoice{page: p, pick: widgets.NewPick("", nil), wanted: map[kind]string{}}
	c.pick.OnChange = func(key string) {
		c.wanted[p.kind] = key
		p.letter.show()
		p.load()
	}
	return c
}

// content is the choice as a kind needs it.
func (c *custodyChoice) content(k kind) fyne.CanvasObject {
	word := "field.evidence"
	if k == custodyRecord {
		word = "chain.nth"
	}
	return widgets.NewForm(widgets.NewField("row", c.page.around.T(word), c.pick))
}

// offer lists what the chosen incident has, and keeps what is wanted if it is
// among it; else it shows all evidence, or the last handover.
func (c *custodyChoice) offer(k kind) {
	if !k.aboutEvidence() {
		return
	}
	choices := c.choices(k)
	c.pick.SetChoices(choices)
	c.pick.SetSelected(c.wanted[k])
	if c.pick.Selected() == "" && len(choices) > 0 {
		c.pick.SetSelected(choices[0].Key)
	}
	c.wanted[k] = c.pick.Selected()
}

func (c *custodyChoice) choices(k kind) []widgets.Choice {
	i, err := c.page.desk.Incident(app.IncidentRef(c.page.incident.chosen()))
	switch {
	case err != nil:
		return nil
	case k == custodyForm:
		return c.pieces(i)
	}
	return c.handovers(i)
}

func (c *custodyChoice) pieces(i model.Incident) []widgets.Choice {
	around := c.page.around
	choices := []widgets.Choice{{Key: everyPiece, Title: around.T("papers.custody.all"), Subtitle: around.T("papers.custody.all.hint")}}
	for _, v := range i.Evidence {
		choices = append(choices, widgets.Choice{Key: v.Mark.String(), Title: v.Name, Subtitle: around.Book.Stamp(v.At.Time())})
	}
	return choices
}

// handovers are those of evidence that stands, the last one first.
func (c *custodyChoice) handovers(i model.Incident) (choices []widgets.Choice) {
	book := c.page.around.Book
	for _, h := range slices.Backward(i.Custody) {
		if _, piece, known := i.Handover(h.Mark); known {
			choices = append(choices, widgets.Choice{Key: h.Mark.String(), Title: book.Stamp(h.At.Time()) + "  " + piece.Name, Subtitle: book.Handover(h)})
		}
	}
	return choices
}

// chosen is the row that is shown, none for all evidence.
func (c *custodyChoice) chosen() model.Mark {
	if row, ok := model.ParseMark(c.row()); ok {
		return row
	}
	return model.Mark{}
}

// row is the same as orders name it, "" for a paper that is about none.
func (c *custodyChoice) row() string {
	if !c.page.kind.aboutEvidence() {
		return ""
	}
	return c.pick.Selected()
}

// paper is the name under which the number of the chosen handover's record is kept.
func (c *custodyChoice) paper(i model.Incident) string {
	h, _, _ := i.Handover(c.chosen())
	return h.Paper()
}

// custody makes such a paper.
func (r request) custody(desk Desk) (*paper.Sheets, error) {
	if r.kind == custodyForm {
		return r.laidOut(desk.CustodyForm(r.incident, r.row))
	}
	return r.laidOut(desk.CustodyRecord(r.incident, r.row))
}
