package widgets

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"siaga/ui/look"
)

// Place is one entry of the side bar.
type Place struct {
	Key  string
	Word string
	Icon fyne.Resource
	Hint string // its key, for example "1"
}

// SideBar lists the places of the window; the current one has a bar and a bold word.
type SideBar struct {
	piece
	OnGo func(key string)

	places  []Place
	badges  map[string]int
	entries map[string]*surface
	current string
	foot    fyne.CanvasObject
}

// NewSideBar returns the places; foot stands at the bottom and may be nil.
func NewSideBar(places []Place, foot fyne.CanvasObject) *SideBar {
	b := &SideBar{places: places, badges: map[string]int{}, entries: map[string]*surface{}, foot: foot}
	b.start(b)
	b.draw()
	return b
}

// SetCurrent marks where the person is, without calling OnGo.
func (b *SideBar) SetCurrent(key string) {
	b.current = key
	b.draw()
}

// SetBadge shows a count at a place; zero takes it away.
func (b *SideBar) SetBadge(key string, count int) {
	if b.badges[key] != count {
		b.badges[key] = count
		b.draw()
	}
}

func (b *SideBar) visit(key string) {
	if b.OnGo != nil {
		b.OnGo(key)
	}
}

func (b *SideBar) draw() {
	list := stack(2)
	for _, place := range b.places {
		list.Add(b.entry(place))
	}
	column := container.New(layout.NewVBoxLayout(), list, layout.NewSpacer())
	if b.foot != nil {
		column.Add(b.foot)
	}
	b.show(newPanel(&Panel{Content: container.New(sideBarWidth(192), inset(8, 6, column)), Fill: look.ColorSideBar}))
}

// sideBarWidth is a width in points at text scale 1; it grows with the text.
type sideBarWidth float32

func (w sideBarWidth) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := fyne.NewSize(float32(w)*theme.TextSize()/14, 0)
	return objects[0].MinSize().Max(least)
}

func (sideBarWidth) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

func (b *SideBar) entry(place Place) fyne.CanvasObject {
	here := place.Key == b.current
	bar := newPanel(&Panel{Content: container.New(atLeast{Width: 4, Height: 20}, row()), Radius: 2})
	fill := look.ColorSideBar
	if here {
		bar.Fill, fill = look.ColorSideInk, look.ColorSideMark
	}
	word := newWords(&Words{Text: place.Word, Bold: here, Shorten: true, Colour: look.ColorSideInk})
	line := container.New(sideBySide{gap: 8, grow: 3}, bar, newIcon(look.Tinted(place.Icon, look.ColorSideInk)), word)
	if n := b.badges[place.Key]; n > 0 {
		count := newWords(&Words{Text: strconv.Itoa(n), Bold: true, TextSize: theme.SizeNameCaptionText, Colour: look.Breached.Color()})
		line.Add(newPanel(&Panel{Content: inset(0, 4, count), Fill: look.Breached.Soft(), Pad: 1, Radius: 8}))
	}
	line.Add(newWords(&Words{Text: place.Hint, TextSize: theme.SizeNameCaptionText, Colour: look.ColorSideInk}))
	face := b.entries[place.Key]
	if face == nil { // made once, so that it keeps the keyboard
		face = newSurface(&Panel{Pad: 6, Radius: 4}, func() { b.visit(place.Key) })
		b.entries[place.Key] = face
	}
	face.ground.Content = line
	face.dress(fill, "")
	return face
}

// NewSideFoot returns the line at the bottom of the side bar: who is at the
// desk; a tap or Enter changes it.
func NewSideFoot(word string, icon fyne.Resource, tapped func()) fyne.CanvasObject {
	name := newWrapped(&wrapped{text: word, size: theme.SizeNameCaptionText, ink: look.ColorSideInk, bold: true, width: 150})
	line := rowThatGrows(newIcon(look.Tinted(icon, look.ColorSideInk)), name)
	return newSurface(&Panel{Content: line, Fill: look.ColorSideBar, Pad: 6, Radius: 4}, tapped)
}
