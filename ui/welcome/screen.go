// Package welcome is what the window shows before there is an open desk: the
// set-up of a new one, the question for the passphrase, who sits at the desk,
// and the recovery of a desk that is not whole.
//
// They are screens, not places: each gets callbacks that do the work (they are
// called beside the window) and one that goes on into the window.
package welcome

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// screen is one card in the middle of the window: heading, what is said or
// asked, and the buttons below.
type screen struct {
	around   place.Around
	root     *fyne.Container
	heading  *widgets.Words
	progress *widgets.Words // "step 2 of 5"; hidden when empty
	banner   *widgets.Banner
	body     *fyne.Container
	buttons  *fyne.Container
	seen     bool // it has come into the window
}

func newScreen(around place.Around) *screen {
	s := &screen{around: around, heading: widgets.NewHeading("", theme.SizeNameHeadingText), progress: widgets.NewMuted(""),
		banner: widgets.NewBanner(), body: container.NewStack(), buttons: widgets.NewFlow()}
	name := widgets.NewHeading("Siaga", theme.SizeNameSubHeadingText)
	card := widgets.NewPanel(widgets.Stacked(widgets.Toolbar(name, s.progress), s.heading, s.banner, s.body, s.buttons))
	card.Pad = 24
	s.root = container.NewStack(container.NewVScroll(container.New(inTheMiddle{}, card)))
	return s
}

// Content is the screen.
func (s *screen) Content() fyne.CanvasObject { return s.root }

// show replaces what the card says and offers.
func (s *screen) show(heading string, body fyne.CanvasObject, buttons ...fyne.CanvasObject) {
	s.heading.SetText(heading)
	s.banner.Say(look.Plain, "")
	s.body.Objects = []fyne.CanvasObject{body}
	s.buttons.Objects = buttons
	s.root.Refresh()
	if s.seen {
		s.Focus()
	}
}

// Focus puts the keyboard into the first thing that is asked; call it when the
// screen has come into the window.
func (s *screen) Focus() {
	s.seen = true
	if form := formIn(s.body); form != nil {
		form.FocusFirst()
	}
}

// say shows a sentence above what is asked.
func (s *screen) say(tone look.Tone, sentence string) {
	s.banner.Say(tone, sentence)
	s.root.Refresh()
}

// formIn is the first form inside some content.
func formIn(content fyne.CanvasObject) *widgets.Form {
	if form, ok := content.(*widgets.Form); ok {
		return form
	}
	if box, ok := content.(*fyne.Container); ok {
		for _, o := range box.Objects {
			if form := formIn(o); form != nil {
				return form
			}
		}
	}
	return nil
}

// cardWidth is the width of the card in points.
const cardWidth = 640

// inTheMiddle sets one object as high as it is, a little above the middle.
type inTheMiddle struct{}

func (inTheMiddle) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(cardWidth, objects[0].MinSize().Height+2*theme.Padding())
}

func (inTheMiddle) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	card := objects[0]
	card.Resize(fyne.NewSize(cardWidth, card.MinSize().Height)) // wrapped lines learn their width
	height := card.MinSize().Height
	card.Resize(fyne.NewSize(cardWidth, height))
	card.Move(fyne.NewPos((size.Width-cardWidth)/2, max(theme.Padding(), (size.Height-height)*0.4)))
}
