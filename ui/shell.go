package ui

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"siaga/app"
	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// shell is the frame of the places: side bar at the left, the current place at
// the right, and the way back.
type shell struct {
	window *Window
	desk   *app.Desk
	around place.Around
	bar    *widgets.SideBar
	stage  *fyne.Container
	built  map[place.Name]place.Place
	stale  map[place.Name]bool // built, but the desk has changed since
	here   place.Name
	past   []place.Route
}

func newShell(w *Window) *shell {
	s := &shell{window: w, desk: w.desk}
	s.dress(w.around())
	return s
}

// dress builds the frame for a language and look; places are built when they
// are first gone to.
func (s *shell) dress(around place.Around) {
	s.around = around
	s.built, s.stale = map[place.Name]place.Place{}, map[place.Name]bool{}
	s.stage = container.NewStack()
	var entries []widgets.Place
	for i, p := range places {
		entries = append(entries, widgets.Place{Key: string(p.name), Word: around.Book.Word(p.name), Icon: p.icon, Hint: strconv.Itoa(i + 1)})
	}
	s.bar = widgets.NewSideBar(entries, s.foot())
	s.bar.OnGo = func(key string) { s.goTo(place.Route{Place: place.Name(key)}) }
	s.keys()
}

func (s *shell) redress(around place.Around) {
	route := place.Route{Place: place.Today}
	if here := s.built[s.here]; here != nil {
		route = here.Route()
	}
	s.dress(around)
	s.here = ""
	s.visit(route)
}

func (s *shell) content() fyne.CanvasObject {
	return container.New(layout.NewBorderLayout(nil, nil, s.bar, nil), s.bar, s.stage)
}

// goTo takes the person to a route and remembers where they were.
func (s *shell) goTo(r place.Route) {
	if here := s.built[s.here]; here != nil {
		s.past = append(s.past, here.Route())
		if len(s.past) > 50 {
			s.past = s.past[1:]
		}
	}
	s.visit(r)
}

func (s *shell) visit(r place.Route) {
	p := s.place(r.Place)
	if p == nil {
		return
	}
	s.window.window.Canvas().Unfocus()
	if s.here != r.Place {
		s.here = r.Place
		s.bar.SetCurrent(string(r.Place))
		s.stage.Objects = []fyne.CanvasObject{p.Content()}
		s.stage.Refresh()
	}
	if s.stale[r.Place] {
		delete(s.stale, r.Place)
		p.Reload()
	}
	p.Open(r)
	s.count()
}

// place returns a place, built at the first visit.
func (s *shell) place(name place.Name) place.Place {
	if p := s.built[name]; p != nil {
		return p
	}
	p := s.build(name)
	if p != nil {
		s.built[name] = p
	}
	return p
}

// back goes one step back: inside the place first, then to where the person
// came from.
func (s *shell) back() {
	if l, ok := s.built[s.here].(place.Leaver); ok && l.Back() {
		return
	}
	if n := len(s.past); n > 0 {
		r := s.past[n-1]
		s.past = s.past[:n-1]
		s.visit(r)
	}
}

// reload shows what has changed: in the place that is seen now, in the others
// when they are gone to.
func (s *shell) reload() {
	for name, p := range s.built {
		if name == s.here {
			p.Reload()
		} else {
			s.stale[name] = true
		}
	}
	s.count()
}

func (s *shell) tick(now time.Time) {
	if p := s.built[s.here]; p != nil {
		p.Tick(now)
	}
	if now.Second() == 0 {
		s.count()
	}
}

// count shows at Hari ini how many things are late or wait for a decision.
func (s *shell) count() {
	s.bar.SetBadge(string(place.Today), waiting(s.desk))
	now := s.desk.Now()
	s.window.tray.count(now, now)
}

// foot names who is at the desk; a tap changes it.
func (s *shell) foot() fyne.CanvasObject {
	name := s.around.T("shell.nobody")
	if p, ok := s.desk.AtDesk(); ok {
		name = p.Name
	}
	return widgets.NewSideFoot(name, look.IconPerson, s.changeSitter)
}
