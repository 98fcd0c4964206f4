// Package widgets is the toolbox of the window: it draws and calls back, and
// knows neither the desk nor a language.
//
// Three habits hold for every piece.
//
//   - Words come in as parameters. A widget never holds a sentence of its own.
//   - Make it with NewX, set the OnX callbacks, put it on the page; later call
//     SetX with fresh values. Values that change each second have their own cheap
//     call (SetNow, Tick).
//   - A key that a focused piece does not use goes on to the page (Esc, F1, Ctrl+…),
//     so use these buttons and entries and not Fyne's own, which keep such keys.
//
// A page is built with [Page], its parts with [Section], its tables with [Table],
// its forms with [Form] and [Field], its questions with [Dialog].
package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// piece is the part that all compound widgets share: they show a stack of
// objects and replace them when their values change.
type piece struct {
	widget.BaseWidget
	box *fyne.Container
}

func (p *piece) start(self fyne.Widget, objects ...fyne.CanvasObject) {
	p.box = container.NewStack(objects...)
	p.ExtendBaseWidget(self)
}

func (p *piece) show(objects ...fyne.CanvasObject) {
	p.box.Objects = objects
	p.box.Refresh()
}

// CreateRenderer is called by Fyne.
func (p *piece) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(p.box)
}

// canvasOf is the canvas on which the object is, or, as long as it has not been
// drawn, that of the one window: a page gives its first field the keyboard
// before anything is on the screen.
func canvasOf(obj fyne.CanvasObject) fyne.Canvas {
	driver := fyne.CurrentApp().Driver()
	if c := driver.CanvasForObject(obj); c != nil {
		return c
	}
	if windows := driver.AllWindows(); len(windows) > 0 {
		return windows[0].Canvas()
	}
	return nil
}

// colour looks a name up in the look that holds at the object.
func colour(obj fyne.Widget, name fyne.ThemeColorName) color.Color {
	return themeOf(obj).Color(name, fyne.CurrentApp().Settings().ThemeVariant())
}
