package exchange

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"siaga/app"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// desks is the section of who belongs to the office.
type desks struct {
	flat
	*Page
	me       model.DeskID
	all      app.Exchange
	warnings *fyne.Container
	table    *widgets.Table[app.Neighbour]
	high     *fyne.Container
	compare  *widgets.Button
	amend    *widgets.Button
	revoke   *widgets.Button
	invited  *fyne.Container
	mine     *fyne.Container
	face     fyne.CanvasObject
}

func newDesks(p *Page) *desks {
	s := &desks{Page: p, warnings: widgets.Stacked(), high: widgets.Stacked(), invited: widgets.Stacked(), mine: widgets.Stacked()}
	s.table = s.newTable()
	invite := widgets.NewPrimary(p.T("exchange.invite"), look.IconAdd, s.askInvite)
	s.compare = widgets.NewButton(p.T("exchange.compare"), look.IconPhone, func() { s.chosen(s.askCompare) })
	s.amend = widgets.NewButton(p.T("common.edit"), look.IconEdit, func() { s.chosen(s.askAmend) })
	s.revoke = widgets.NewButton(p.T("exchange.revoke"), look.IconWithdraw, func() { s.chosen(s.askRevoke) })
	list := widgets.NewSection(p.T("exchange.desks"), nil, widgets.Stacked(s.high, widgets.NewFlow(invite, s.compare, s.amend, s.revoke)))
	s.face = widgets.Scrolled(widgets.Stacked(s.warnings, list, s.mine, s.invited))
	return s
}

func (s *desks) content() fyne.CanvasObject { return s.face }

func (s *desks) open(place.Route) { s.reload() }

func (s *desks) newTable() *widgets.Table[app.Neighbour] {
	state := s.column("state", 165, 1, func(n app.Neighbour) string { return s.T(s.state(n).key) })
	state.Tone = func(n app.Neighbour) look.Tone { return s.state(n).tone }
	stamp := func(at model.Instant) string { return s.Book.Stamp(at.Time()) }
	table := widgets.NewTable(func(n app.Neighbour) string { return string(n.Desk) },
		s.column("desk", 130, 2, func(n app.Neighbour) string { return s.all.Named(n.DeskInfo) }),
		state,
		s.column("heard", 135, 0, func(n app.Neighbour) string { return stamp(n.HeardAt) }),
		s.column("unconfirmed", 170, 0, func(n app.Neighbour) string { return s.records(n.Unconfirmed) }),
		s.column("expires", 135, 0, func(n app.Neighbour) string { return stamp(n.Expires) }))
	table.Single = true
	table.OnSelect = s.choose
	table.OnOpen = func(n app.Neighbour) {
		if n.Desk != s.me {
			s.askCompare(n.DeskInfo)
		}
	}
	return table
}

// state is what holds of a desk, first what is worst.
func (s *desks) state(n app.Neighbour) standing {
	switch {
	case n.Revoked != "":
		return standing{"exchange.state.revoked", look.Neutral}
	case n.Desk == s.me:
		return standing{"exchange.state.me", look.Kept}
	case !n.Welcome(s.now()):
		return standing{"exchange.state.expired", look.Neutral}
	case !n.Trusted:
		return standing{"exchange.state.stranger", look.Warning}
	case !n.Compared.Known():
		return standing{"exchange.state.uncompared", look.Warning}
	}
	return standing{"exchange.state.compared", look.Kept}
}

func (s *desks) reload() {
	x, err := s.desk.Exchange()
	if err != nil {
		s.Fail(err)
		return
	}
	s.me, s.all = x.Me.Desk, x
	rows := append([]app.Neighbour{{DeskInfo: x.Me, Trusted: true}}, x.Others...)
	s.table.SetRows(rows)
	s.high.Objects = []fyne.CanvasObject{widgets.NewHeight(tableHeight(len(rows)), s.table)}
	if len(x.Others) == 0 {
		s.high.Add(widgets.NewProse(s.T("exchange.desks.alone")))
	}
	s.choose(s.table.Selected())
	s.showWarnings(x)
	s.showInvited(x.Invitations)
	s.showMine(x.Me)
}

// choose enables what can be done with the chosen desk.
func (s *desks) choose(rows []app.Neighbour) {
	for _, b := range []*widgets.Button{s.compare, s.amend, s.revoke} {
		b.Disable()
	}
	if len(rows) != 1 || rows[0].Revoked != "" {
		return
	}
	s.amend.Enable()
	if rows[0].Desk != s.me {
		s.compare.Enable()
		s.revoke.Enable()
	}
}

func (s *desks) chosen(act func(model.DeskInfo)) {
	for _, n := range s.table.Selected() {
		act(n.DeskInfo)
	}
}

// showWarnings says what is wrong with desks as a whole: two copies of one, a
// clock that runs ahead.
func (s *desks) showWarnings(x app.Exchange) {
	s.warnings.Objects = nil
	say := func(tone look.Tone, sentence string) {
		banner := widgets.NewBanner()
		banner.Say(tone, sentence)
		s.warnings.Add(banner)
	}
	for _, f := range x.Forks {
		todo, args := f.Todo()
		say(look.Breached, s.T("exchange.warn.fork", "Name", s.desk.Label(f.Desk))+" "+s.T(todo, args...))
	}
	for _, w := range x.Warnings {
		switch w.Key {
		case "exchange.warn.lost":
			say(look.Breached, s.Book.Tell(w.Key, w.Args...))
		case "exchange.warn.clock":
			say(look.Warning, s.Book.Tell(w.Key, w.Args...)+" "+s.T("decide.clock.todo"))
		}
	}
	s.warnings.Hidden = len(s.warnings.Objects) == 0
}

// showInvited lists the invitations that still hold.
func (s *desks) showInvited(invitations []model.Invitation) {
	s.invited.Objects = nil
	lines := widgets.Stacked()
	for _, i := range invitations {
		sentence := s.T("exchange.invited", "Letter", i.Letter, "Name", i.Name, "At", i.Expires.Time())
		withdraw := widgets.NewButton(s.T("common.withdraw"), look.IconWithdraw, func() { s.askWithdraw(i) })
		lines.Add(container.NewBorder(nil, nil, nil, container.NewCenter(withdraw), widgets.NewProse(sentence)))
	}
	if len(invitations) > 0 {
		s.invited.Add(widgets.NewSection(s.T("exchange.invitations"), nil, lines))
	}
	s.invited.Refresh()
}

// showMine shows this desk's own fingerprint, to be read out or photographed.
func (s *desks) showMine(me model.DeskInfo) {
	heading := s.T("exchange.mine", "Name", me.Label())
	s.mine.Objects = []fyne.CanvasObject{widgets.NewSection(heading, nil, s.fingerprint(me.Fingerprint()))}
	s.mine.Refresh()
}

// squareSide lets the camera of a telephone read the square from arm's length.
const squareSide = 170

// fingerprint is a fingerprint in large groups and as a square for a camera.
func (s *desks) fingerprint(text string) fyne.CanvasObject {
	words := widgets.Stacked(widgets.NewSpelled(text), widgets.NewProse(s.T("exchange.mine.sentence")))
	return container.NewBorder(nil, nil, widgets.NewQR(text, squareSide), nil, words)
}
