package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"siaga/app"
	"siaga/app/settings"
	"siaga/app/vault"
	"siaga/locales"
	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// Program is what the window gets from main.
type Program struct {
	World    app.World
	Cost     vault.Cost // of a new passphrase
	Doors    widgets.Doors
	Every    func(time.Duration, func()) // calls on the window's thread, again and again
	Settings *settings.Settings
	Told     settings.Told // what of them could not be read
	Files    place.Files
	Version  string
	KeyFile  string // opens an unattended desk without asking
	Secret   string // a passphrase that opens without asking
	Sound    func() // plays the system's sound of a warning; nil for none
}

// Window is the one window of the program.
type Window struct {
	app     fyne.App
	window  fyne.Window
	program Program
	book    *locales.Book
	toasts  *widgets.Toasts
	root    *fyne.Container // screen below, toasts above
	desk    *app.Desk
	shell   *shell
	stop    func() // stops listening to the desk
	keeper  *keeper
	alarms  *alarms
	tray    *tray
}

// Open makes the window and shows its first screen; the caller runs the app.
func Open(a fyne.App, p Program) *Window {
	w := &Window{app: a, program: p, window: a.NewWindow("Siaga")}
	w.dress()
	w.window.SetMaster()
	w.window.Resize(w.firstSize())
	w.window.SetOnClosed(w.close)
	w.window.SetOnDropped(w.drop)
	w.start()
	if p.Every != nil {
		p.Every(time.Second, w.tick)
	}
	if !w.startsHidden() {
		w.window.Show()
	}
	return w
}

// startsHidden reports whether the window begins in the tray: where that is
// chosen, there is a tray, and nobody has to be asked for a passphrase.
func (w *Window) startsHidden() bool {
	return w.tray != nil && w.tray.menu != nil && w.program.Settings.Choices().Hidden
}

// Front brings the window before all others.
func (w *Window) Front() {
	w.window.Show()
	w.window.RequestFocus()
}

func (w *Window) firstSize() fyne.Size {
	size := w.program.Settings.Choices().Window
	if size.Width < 1024 || size.Height < 640 {
		return fyne.NewSize(1280, 720)
	}
	return fyne.NewSize(size.Width, size.Height)
}

// dress puts on the language and look that this desk has chosen.
func (w *Window) dress() {
	chosen := w.program.Settings.Choices()
	w.book = locales.Open(locales.Lang(chosen.Language))
	_ = lang.AddTranslationsForLocale(locales.FyneWords(w.book.Lang()), lang.SystemLocale())
	dark := chosen.Theme == settings.Dark ||
		chosen.Theme == settings.System && w.app.Settings().ThemeVariant() == theme.VariantDark
	w.app.Settings().SetTheme(look.New(look.Choice{Dark: dark, Contrast: chosen.Contrast, Scale: chosen.TextScale}))
	if w.desk != nil {
		zone, name := w.desk.Zone()
		w.book = w.book.In(zone, name)
	}
}

// redress puts on a new language or look and shows the same screen again.
func (w *Window) redress() {
	before := w.book.Lang()
	w.dress()
	if w.book.Lang() != before {
		w.toasts.Clear()
	}
	if w.shell == nil {
		w.start()
		return
	}
	w.shell.redress(w.around())
	w.tray.write()
	w.show(w.shell.content())
}

func (w *Window) around() place.Around {
	around := place.Around{
		Book: w.book, Doors: w.program.Doors, Window: w.window, Settings: w.program.Settings, Files: w.program.Files,
		Go:   func(r place.Route) { w.shell.goTo(r) },
		Tell: func(tone look.Tone, sentence string, act *widgets.Button) { w.toasts.Say(tone, sentence, act) },
	}
	around.Choose = place.NewChooser(around)
	return around
}

// show puts a screen into the window, below the toasts.
func (w *Window) show(screen fyne.CanvasObject) {
	if w.toasts == nil {
		w.toasts = widgets.NewToasts(w.program.Doors.Now)
	}
	w.root = container.NewStack(screen, w.toasts)
	w.window.SetContent(w.root)
}

// ask shows a screen that asks for something and gives it the keyboard.
func (w *Window) ask(screen interface {
	Content() fyne.CanvasObject
	Focus()
}) {
	w.show(screen.Content())
	screen.Focus()
}

// enter goes from a screen into the desk that it opened.
func (w *Window) enter(d *app.Desk) {
	w.desk = d
	w.dress()
	if d.Recovery() != nil {
		w.showRecovery()
		return
	}
	w.keeper, w.alarms, w.tray = newKeeper(w), &alarms{window: w}, newTray(w)
	w.shell = newShell(w)
	w.show(w.shell.content())
	w.stop = d.OnChange(func() { w.program.Doors.Draw(w.shell.reload) })
	w.shell.goTo(place.Route{Place: place.Today})
	if key, args := w.program.Told.Sentence(); key != "" {
		w.toasts.Say(look.Warning, w.book.T(key, args...), nil)
		w.program.Told = settings.Told{}
	}
}

func (w *Window) tick() {
	now := w.program.Doors.Now()
	if w.toasts != nil {
		w.toasts.SetNow(now)
	}
	if w.shell != nil {
		w.shell.tick(now)
		w.keeper.tick(now)
		w.alarms.tick(now)
	}
}

func (w *Window) close() {
	if w.stop != nil {
		w.stop()
		w.keeper.close()
		w.alarms.close()
	}
	size := w.window.Canvas().Size()
	_ = w.program.Settings.Change(func(c *settings.Choices) {
		c.Window = settings.Size{Width: size.Width, Height: size.Height}
	})
	if w.desk != nil {
		_ = w.desk.Close()
	}
}
