package widgets

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

	"siaga/ui/look"
)

// Choice is something that can be found by typing.
type Choice struct {
	Key      string // what the program knows it by
	Title    string
	Subtitle string        // second line, may be empty
	Icon     fyne.Resource // may be nil
}

// Matching returns the choices that contain every word of the query in title or
// subtitle, in their order.
func Matching(choices []Choice, query string) []Choice {
	wanted := strings.Fields(strings.ToLower(query))
	var found []Choice
	for _, c := range choices {
		if holdsAll(strings.ToLower(c.Title+" "+c.Subtitle), wanted) {
			found = append(found, c)
		}
	}
	return found
}

func holdsAll(text string, words []string) bool {
	for _, w := range words {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

// finder is an entry above a list of what was found; arrows move, Enter takes.
type finder struct {
	piece
	entry   *Entry
	find    func(query string) []Choice
	take    func(Choice)
	leave   func()
	nothing string

	found   []Choice
	lines   []*choiceLine
	list    *fyne.Container
	scroll  *container.Scroll
	current int
}

// mostFound is how many lines are shown; who needs the rest types one more letter.
const mostFound = 60

func newFinder(placeholder string, find func(string) []Choice, take func(Choice), leave func()) *finder {
	f := &finder{entry: NewEntry(placeholder), find: find, take: take, leave: leave}
	f.entry.Icon = look.IconSearch
	f.entry.OnChanged = func(string) { f.search() }
	f.entry.OnKey = f.key
	f.list = stack(0)
	f.scroll = container.NewVScroll(inset(0, 3, f.list))
	f.start(f, inset(4, 4, topThenRest(f.entry, f.scroll)))
	return f
}

func (f *finder) search() {
	f.found = f.find(f.entry.Text)
	if len(f.found) > mostFound {
		f.found = f.found[:mostFound]
	}
	f.lines, f.list.Objects = nil, nil
	for i, c := range f.found {
		line := newChoiceLine(c, func() { f.take(f.found[i]) })
		f.lines = append(f.lines, line)
		f.list.Add(line)
	}
	if len(f.found) == 0 && f.nothing != "" {
		f.list.Add(inset(8, 8, NewMuted(f.nothing)))
	}
	f.scroll.ScrollToTop()
	f.scroll.Refresh()
	f.moveTo(0)
}

func (f *finder) moveTo(i int) {
	if len(f.lines) == 0 {
		return
	}
	if f.current < len(f.lines) {
		f.lines[f.current].mark(false)
	}
	f.current = min(max(i, 0), len(f.lines)-1)
	line := f.lines[f.current]
	line.mark(true)
	top, bottom := line.Position().Y, line.Position().Y+line.Size().Height
	switch view := f.scroll.Size().Height; {
	case top < f.scroll.Offset.Y:
		f.scroll.ScrollToOffset(fyne.NewPos(0, top))
	case bottom > f.scroll.Offset.Y+view:
		f.scroll.ScrollToOffset(fyne.NewPos(0, bottom-view))
	}
}

func (f *finder) key(key *fyne.KeyEvent) bool {
	switch key.Name {
	case fyne.KeyDown:
		f.moveTo(f.current + 1)
	case fyne.KeyUp:
		f.moveTo(f.current - 1)
	case fyne.KeyPageDown:
		f.moveTo(f.current + 8)
	case fyne.KeyPageUp:
		f.moveTo(f.current - 8)
	case fyne.KeyReturn, fyne.KeyEnter:
		if f.current < len(f.found) {
			f.take(f.found[f.current])
		}
	case fyne.KeyEscape:
		f.leave()
	default:
		return false
	}
	return true
}

// choiceLine is one thing that was found.
type choiceLine struct {
	piece
	ground *Panel
	tapped func()
}

func newChoiceLine(c Choice, tapped func()) *choiceLine {
	title := newWords(&Words{Text: c.Title, Shorten: true})
	words := stack(0, title)
	if c.Subtitle != "" {
		second := NewMuted(c.Subtitle)
		second.Shorten = true
		words.Add(second)
	}
	var content fyne.CanvasObject = words
	if c.Icon != nil {
		content = rowThatGrows(newIcon(c.Icon), words)
	}
	l := &choiceLine{tapped: tapped, ground: newPanel(&Panel{Content: content, Pad: 6, Radius: 4})}
	l.start(l, l.ground)
	return l
}

func (l *choiceLine) mark(current bool) {
	l.ground.Fill, l.ground.Edge = "", ""
	if current {
		l.ground.Fill, l.ground.Edge = theme.ColorNameSelection, look.ColorFocusEdge
	}
	l.ground.Refresh()
}

// Tapped takes this one.
func (l *choiceLine) Tapped(*fyne.PointEvent) { l.tapped() }

// Cursor shows that it can be taken.
func (l *choiceLine) Cursor() desktop.Cursor { return desktop.PointerCursor }
