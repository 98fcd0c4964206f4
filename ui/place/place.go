// Package place is what the places of the window share: what each of them
// gets to work with, what each of them offers to the window, and how one says
// where to go. A place knows no other place; it asks to be taken there.
package place

import (
	"time"

	"fyne.io/fyne/v2"

	"siaga/app"
	"siaga/app/settings"
	"siaga/locales"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// Name is a place of the window, as routes and the side bar name it.
type Name string

// The places, in the order of the side bar and of their number keys.
const (
	Today     Name = "today"
	Incidents Name = "incidents"
	People    Name = "people"
	Systems   Name = "systems"
	Papers    Name = "papers"
	Exchange  Name = "exchange"
	Settings  Name = "settings"
	Help      Name = "help"
)

// WordKey names the place in words.
func (n Name) WordKey() string { return "place." + string(n) }

// Route says where to go: a place, and there one subject, a filter, or a part
// of the place ("intake", "duty", "register", "2026-10").
type Route struct {
	Place   Name
	Subject model.SubjectID
	Filter  *app.Filter
	Part    string
}

// Place is one place of the window. It is built for one language; when the
// language or look changes the window builds it anew and opens the same route.
type Place interface {
	// Content is the place's page, the same object each time.
	Content() fyne.CanvasObject
	// Open shows what a route asks for.
	Open(Route)
	// Route is where the person is now.
	Route() Route
	// Reload reads everything shown anew after the desk has changed.
	Reload()
	// Tick redraws what shows time left; it must be cheap.
	Tick(now time.Time)
}

// Searcher is a place in which one can search (Ctrl+F).
type Searcher interface{ FocusSearch() }

// Printer is a place that has a paper of what is open (Ctrl+P).
type Printer interface{ ShowPaper() }

// Leaver is a place that can go one step back by itself (Esc), such as from
// one incident to the list; it returns false when it has nowhere to go.
type Leaver interface{ Back() bool }

// Taker is a place that takes files which were dropped on the window.
type Taker interface{ Take(paths []string) }

// Collector is a place in which something can be open that takes files which are
// no bundles; it returns false when there is nothing.
type Collector interface{ Collect(paths []string) bool }

// Around is what every place gets to work with.
type Around struct {
	Book     *locales.Book
	Doors    widgets.Doors
	Window   fyne.Window
	Settings *settings.Settings
	Go       func(Route)                                                // takes the person elsewhere
	Tell     func(tone look.Tone, sentence string, act *widgets.Button) // says what was done, in the corner
	Files    Files
	Choose   Chooser
}

// Files is where documents are saved and how they are opened.
type Files struct {
	Folder string                  // the person's folder for documents
	Spill  string                  // private folder for temporary parts of workbooks
	Show   func(path string) error // opens a file or folder with the system's program
}

// T is the sentence of a key, as Book.T.
func (a Around) T(key string, args ...any) string { return a.Book.T(key, args...) }

// Canvas is where dialogs are shown.
func (a Around) Canvas() fyne.Canvas { return a.Window.Canvas() }

// Fail tells an error in words: a refusal as its sentence, anything else as
// the general one.
func (a Around) Fail(err error) {
	a.Tell(look.Breached, a.Book.Refusal(err), nil)
}

// Errors is a refusal for the fields of a form or dialog: the sentence under
// the field's name, or under "" for the whole.
func (a Around) Errors(err error) map[string]string {
	if r, ok := model.AsRefusal(err); ok {
		return map[string]string{r.Field: a.Book.Refusal(err)}
	}
	return map[string]string{"": a.Book.Refusal(err)}
}
