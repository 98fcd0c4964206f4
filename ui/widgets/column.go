package widgets

import (
	"fyne.io/fyne/v2"

	"siaga/ui/look"
)

// Column is one column of a [Table], as data.
type Column[T any] struct {
	ID      string            // for remembering, never shown
	Title   string            // in the header and the column menu
	Width   float32           // least width in points at text scale 1
	Stretch float32           // share of the width that is left over, 0 for none
	Align   fyne.TextAlign    // of header and cells
	Text    func(T) string    // what the cell says
	Tone    func(T) look.Tone // its colour and icon; nil is plain
	Compare func(a, b T) int  // order; nil means the header cannot be tapped
	Hidden  bool              // at first
}

// TableLayout is what a person changed about a table; plain data for the settings.
type TableLayout struct {
	Widths     map[string]float32 // of columns that were dragged, in points
	Hidden     map[string]bool    // of columns that were shown or hidden
	Sort       string             // column, "" for the order in which rows came
	Descending bool
}

func (t *Table[T]) hidden(c *Column[T]) bool {
	if hidden, changed := t.layout.Hidden[c.ID]; changed {
		return hidden
	}
	return c.Hidden
}

func (t *Table[T]) column(id string) *Column[T] {
	for i := range t.columns {
		if t.columns[i].ID == id {
			return &t.columns[i]
		}
	}
	return nil
}

// measure decides the visible columns and their widths for a window that is so wide.
func (t *Table[T]) measure(width float32) {
	t.shown, t.widths = t.shown[:0], t.widths[:0]
	scale := t.textSize() / 14
	total, shares := float32(0), float32(0)
	for i := range t.columns {
		c := &t.columns[i]
		if t.hidden(c) {
			continue
		}
		w, dragged := t.layout.Widths[c.ID]
		if !dragged {
			w = c.Width * scale
			shares += c.Stretch
		}
		t.shown, t.widths = append(t.shown, c), append(t.widths, w)
		total += w
	}
	const scrollBar = 8
	if spare := width - scrollBar - total; spare > 0 && shares > 0 {
		for i, c := range t.shown {
			if _, dragged := t.layout.Widths[c.ID]; !dragged {
				t.widths[i] += spare * c.Stretch / shares
			}
		}
	}
}

func (t *Table[T]) totalWidth() (total float32) {
	for _, w := range t.widths {
		total += w
	}
	return total
}
