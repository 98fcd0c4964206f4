package ui

import (
	"fyne.io/fyne/v2"

	"siaga/ui/place"
	"siaga/ui/widgets"
)

// keys binds the keyboard that holds in every place.
func (s *shell) keys() {
	c := s.window.window.Canvas()
	on := func(key fyne.Shortcut, f func()) {
		c.AddShortcut(key, func(fyne.Shortcut) {
			if c.Overlays().Top() == nil { // what stands open is answered first
				f()
			}
		})
	}
	on(widgets.KeyNewIncident, func() { s.goTo(place.Route{Place: place.Incidents, Part: "intake"}) })
	on(widgets.KeySearch, s.search)
	on(widgets.KeyGoAnywhere, s.palette)
	on(widgets.KeyPaper, s.paper)
	for i, p := range places {
		on(widgets.KeysOfPlaces[i], func() { s.goTo(place.Route{Place: p.name}) })
	}
	c.SetOnTypedKey(func(e *fyne.KeyEvent) {
		switch e.Name {
		case widgets.KeyBack:
			s.back()
		case widgets.KeyHelp:
			s.goTo(place.Route{Place: place.Help, Part: string(s.here)})
		case widgets.KeyRefresh:
			s.reload()
		}
	})
}

func (s *shell) search() {
	if p, ok := s.built[s.here].(place.Searcher); ok {
		p.FocusSearch()
		return
	}
	s.goTo(place.Route{Place: place.Incidents})
	if p, ok := s.built[place.Incidents].(place.Searcher); ok {
		p.FocusSearch()
	}
}

func (s *shell) paper() {
	if p, ok := s.built[s.here].(place.Printer); ok {
		p.ShowPaper()
		return
	}
	s.goTo(place.Route{Place: place.Papers})
}
