package ui

import (
	"fyne.io/fyne/v2"

	"siaga/ui/look"
	"siaga/ui/place"
)

// drop takes files that were dropped on the window, wherever that was.
func (w *Window) drop(_ fyne.Position, files []fyne.URI) {
	var paths []string
	for _, file := range files {
		if file.Scheme() == "file" {
			paths = append(paths, file.Path())
		}
	}
	around := w.around()
	switch {
	case len(paths) == 0:
	case w.shell == nil:
		around.Tell(look.Warning, around.T("exchange.closed"), nil)
	case w.window.Canvas().Overlays().Top() != nil:
		around.Tell(look.Warning, around.T("exchange.busy"), nil)
	default:
		w.shell.take(paths)
	}
}

// take hands files to the place that takes them in.
func (s *shell) take(paths []string) {
	s.goTo(place.Route{Place: place.Exchange, Part: "send"})
	if taker, ok := s.built[place.Exchange].(place.Taker); ok {
		taker.Take(paths)
	}
}
