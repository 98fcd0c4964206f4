package ui

import (
	"os"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"

	"siaga/app/bundle"
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

// take hands bundles to the place that takes them in; other files first to what
// is open.
func (s *shell) take(paths []string) {
	if open, ok := s.built[s.here].(place.Collector); ok && !slices.ContainsFunc(paths, isBundle) && open.Collect(paths) {
		return
	}
	s.goTo(place.Route{Place: place.Exchange, Part: "send"})
	if taker, ok := s.built[place.Exchange].(place.Taker); ok {
		taker.Take(paths)
	}
}

// isBundle reports whether a file is one of those that desks exchange, or looks
// as if it was meant to be.
func isBundle(path string) bool {
	file, err := os.Open(path)
	if err != nil {
		return true // whoever takes it in says why it cannot be read
	}
	defer file.Close()
	what, err := bundle.Peek(file)
	return err != nil || what != bundle.IsOther || filepath.Ext(path) == ".siaga"
}
