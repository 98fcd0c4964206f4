package widgets

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// FocusGained shows the focus, on the first row if none had it.
func (b *tableBody[T]) FocusGained() {
	b.focused = true
	if b.table.cursor < 0 && len(b.table.rows) > 0 {
		b.table.cursor = 0
	}
	b.placeFrame()
}

// FocusLost hides the focus.
func (b *tableBody[T]) FocusLost() {
	b.focused, b.held = false, 0
	b.placeFrame()
}

var modifierOf = map[fyne.KeyName]fyne.KeyModifier{
	desktop.KeyShiftLeft: fyne.KeyModifierShift, desktop.KeyShiftRight: fyne.KeyModifierShift,
	desktop.KeyControlLeft: fyne.KeyModifierControl, desktop.KeyControlRight: fyne.KeyModifierControl,
}

// KeyDown remembers Shift and Ctrl, which Fyne does not tell with a typed key.
func (b *tableBody[T]) KeyDown(key *fyne.KeyEvent) { b.held |= modifierOf[key.Name] }

// KeyUp forgets them.
func (b *tableBody[T]) KeyUp(key *fyne.KeyEvent) { b.held &^= modifierOf[key.Name] }

// TypedRune is not used: typing belongs to the search entry.
func (b *tableBody[T]) TypedRune(rune) {}

// TypedKey moves, selects and opens.
func (b *tableBody[T]) TypedKey(key *fyne.KeyEvent) {
	t := b.table
	if passKey(b, key) || len(t.rows) == 0 {
		return
	}
	at := max(t.cursor, 0)
	switch key.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if t.OnOpen != nil {
			t.OnOpen(t.rows[at])
		}
	case fyne.KeySpace:
		t.choose(at, false, true)
	case desktop.KeyMenu:
		b.showMenu(fyne.CurrentApp().Driver().AbsolutePositionForObject(b.frame))
	case fyne.KeyLeft, fyne.KeyRight:
		b.scrollSideways(key.Name)
	default:
		if to, ok := b.target(key.Name, at); ok {
			t.choose(to, b.held&fyne.KeyModifierShift != 0, false)
		}
	}
}

// target returns the row that a moving key leads to.
func (b *tableBody[T]) target(key fyne.KeyName, at int) (int, bool) {
	last := len(b.table.rows) - 1
	page := max(1, int(b.table.scroll.Size().Height/b.table.rowHeight())-1)
	to := at
	switch key {
	case fyne.KeyUp:
		to--
	case fyne.KeyDown:
		to++
	case fyne.KeyPageUp:
		to -= page
	case fyne.KeyPageDown:
		to += page
	case fyne.KeyHome:
		to = 0
	case fyne.KeyEnd:
		to = last
	default:
		return 0, false
	}
	return min(max(to, 0), last), true
}

func (b *tableBody[T]) scrollSideways(key fyne.KeyName) {
	step := float32(60)
	if key == fyne.KeyLeft {
		step = -step
	}
	scroll := b.table.scroll
	x := min(max(scroll.Offset.X+step, 0), max(0, b.table.totalWidth()-scroll.Size().Width))
	scroll.ScrollToOffset(fyne.NewPos(x, scroll.Offset.Y))
	b.table.header.follow()
	b.placeFrame()
}

// TypedShortcut takes all, copies, and hands the window's own shortcuts on.
func (b *tableBody[T]) TypedShortcut(shortcut fyne.Shortcut) {
	switch shortcut.(type) {
	case *fyne.ShortcutSelectAll:
		b.table.selectAll()
	case *fyne.ShortcutCopy:
		fyne.CurrentApp().Clipboard().SetContent(b.table.copied())
	default:
		passShortcut(b, shortcut)
	}
}

func (t *Table[T]) selectAll() {
	if t.Single {
		return
	}
	for _, row := range t.rows {
		t.selected[t.key(row)] = true
	}
	t.selectionChanged()
}

// copied returns the selected rows as lines of tab-separated cells, which a
// spreadsheet takes.
func (t *Table[T]) copied() string {
	var text strings.Builder
	for _, row := range t.Selected() {
		for n, c := range t.shown {
			if n > 0 {
				text.WriteByte('\t')
			}
			text.WriteString(c.Text(row))
		}
		text.WriteByte('\n')
	}
	return text.String()
}
