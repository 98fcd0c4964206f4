package exchange

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"siaga/app"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// send is the section of who is behind, and of the files that came and are not
// taken in whole.
type send struct {
	flat
	*Page
	desks   *widgets.Table[app.Neighbour]
	high    *fyne.Container // the table, as high as it needs to be
	lacking *fyne.Container // files of evidence whose content is not here
	inbox   *fyne.Container
	face    fyne.CanvasObject
}

func newSend(p *Page) *send {
	s := &send{Page: p, inbox: widgets.Stacked(), high: widgets.Stacked(), lacking: widgets.Stacked()}
	s.desks = s.newTable()
	write := widgets.NewPrimary(p.T("exchange.send.write"), look.IconExport, s.ask)
	take := widgets.NewButton(p.T("exchange.send.take"), look.IconImport, p.choose)
	s.face = widgets.Scrolled(widgets.Stacked(
		widgets.NewSection(p.T("exchange.send.desks"), widgets.NewFlow(), widgets.Stacked(s.high, widgets.NewFlow(write, take))), s.lacking,
		widgets.NewSection(p.T("exchange.inbox"), nil, s.inbox)))
	return s
}

func (s *send) content() fyne.CanvasObject { return s.face }

func (s *send) open(place.Route) { s.reload() }

// newTable shows how far each other desk is.
func (s *send) newTable() *widgets.Table[app.Neighbour] {
	state := s.column("exchange", 175, 1, func(n app.Neighbour) string { return s.T(s.standing(n).key) })
	state.Tone = func(n app.Neighbour) look.Tone { return s.standing(n).tone }
	table := widgets.NewTable(func(n app.Neighbour) string { return string(n.Desk) },
		s.column("desk", 120, 2, func(n app.Neighbour) string { return n.Label() }),
		state,
		s.column("unconfirmed", 170, 0, func(n app.Neighbour) string { return s.records(n.Unconfirmed) }),
		s.column("since", 135, 0, func(n app.Neighbour) string { return s.Book.Stamp(n.Since.Time()) }),
		s.column("missing", 140, 0, func(n app.Neighbour) string { return s.records(n.Ahead) }))
	table.Single = true
	table.SetEmpty(widgets.NewEmpty(look.IconExchange, s.T("exchange.send.alone"),
		widgets.NewButton(s.T("exchange.invite"), look.IconAdd, func() { s.Open(place.Route{Part: partDesks}) })))
	return table
}

// column is a column of desks.
func (p *Page) column(id string, width, stretch float32, text func(app.Neighbour) string) widgets.Column[app.Neighbour] {
	return widgets.Column[app.Neighbour]{ID: id, Title: p.T("exchange.column." + id), Width: width, Stretch: stretch, Text: text}
}

// records counts events, "–" for none.
func (p *Page) records(n uint64) string {
	if n == 0 {
		return p.T("format.none")
	}
	return p.Book.N("exchange.records", int(n))
}

// standing is a state in a word and a tone.
type standing struct {
	key  string
	tone look.Tone
}

// standing is what is to be known first of a desk.
func (s *send) standing(n app.Neighbour) standing {
	limit := time.Duration(max(1, s.desk.Office().ConfirmDays)) * 24 * time.Hour
	switch {
	case !n.Welcome(s.now()):
		return standing{"exchange.standing.closed", look.Neutral}
	case n.AskedAt.Known():
		return standing{"exchange.standing.asks", look.Warning}
	case n.Since.Known() && s.now().Sub(n.Since) > limit:
		return standing{"exchange.standing.late", look.Warning}
	case n.Ahead > 0:
		return standing{"exchange.standing.missing", look.Warning}
	case n.Unconfirmed > 0:
		return standing{"exchange.standing.unconfirmed", look.Running}
	}
	return standing{"exchange.standing.equal", look.Kept}
}

func (p *Page) now() model.Instant { return model.At(p.Doors.Now()) }

func (s *send) reload() {
	x, err := s.desk.Exchange()
	if err != nil {
		s.Fail(err)
		return
	}
	var others []app.Neighbour
	for _, n := range x.Others {
		if n.Revoked == "" {
			others = append(others, n)
		}
	}
	s.desks.SetRows(others)
	s.high.Objects = []fyne.CanvasObject{widgets.NewHeight(tableHeight(len(others)), s.desks)}
	s.showLacking(x)
	s.showInbox(x)
	s.face.Refresh()
}

// tableHeight shows a table of so many rows whole, within reason; an empty one has
// room for what is said instead.
func tableHeight(rows int) float32 {
	if rows == 0 {
		rows = 6
	}
	return float32(min(max(rows, 4), 12)+1) * (theme.TextSize() + 18.5)
}
