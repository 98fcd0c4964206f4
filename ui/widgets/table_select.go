package widgets

// Selected returns the selected rows in the order in which they are shown.
func (t *Table[T]) Selected() []T {
	var rows []T
	if len(t.selected) == 0 {
		return rows
	}
	for _, row := range t.rows {
		if t.selected[t.key(row)] {
			rows = append(rows, row)
		}
	}
	return rows
}

// Select selects the rows of these keys and no others, and brings the first into view;
// unknown keys are ignored.
func (t *Table[T]) Select(keys ...string) {
	clear(t.selected)
	for n, key := range keys {
		if i := t.index(key); i >= 0 && (n == 0 || !t.Single) {
			t.selected[key] = true
			t.cursor, t.anchor = i, i
		}
	}
	if len(keys) > 0 {
		t.reveal(t.index(keys[0]))
	}
	t.selectionChanged()
}

// keepSelection forgets rows that are gone and finds the focused one again.
func (t *Table[T]) keepSelection(focus string) {
	present := make(map[string]bool, len(t.selected))
	before := len(t.selected)
	t.cursor = -1
	for i, row := range t.rows {
		key := t.key(row)
		if t.selected[key] {
			present[key] = true
		}
		if key == focus {
			t.cursor = i
		}
	}
	t.selected, t.anchor = present, t.cursor
	if len(present) != before && t.OnSelect != nil {
		t.OnSelect(t.Selected())
	}
}

// choose is a click or a key on a row.
func (t *Table[T]) choose(row int, extend, toggle bool) {
	key := t.key(t.rows[row])
	switch {
	case toggle && !t.Single:
		t.toggle(key)
		t.anchor = row
	case extend && !t.Single && t.anchor >= 0:
		clear(t.selected)
		for i := min(row, t.anchor); i <= max(row, t.anchor); i++ {
			t.selected[t.key(t.rows[i])] = true
		}
	default:
		clear(t.selected)
		t.selected[key] = true
		t.anchor = row
	}
	t.cursor = row
	t.reveal(row)
	t.selectionChanged()
}

func (t *Table[T]) toggle(key string) {
	if t.selected[key] {
		delete(t.selected, key)
	} else {
		t.selected[key] = true
	}
}

// moveTo moves the focus without touching the selection.
func (t *Table[T]) moveTo(row int) {
	t.cursor = row
	t.reveal(row)
	t.body.placeFrame()
}

func (t *Table[T]) selectionChanged() {
	for _, line := range t.body.lines {
		if line.row >= 0 {
			line.paintGround()
		}
	}
	t.body.placeFrame()
	if t.OnSelect != nil {
		t.OnSelect(t.Selected())
	}
}

// reveal scrolls just enough to show a row.
func (t *Table[T]) reveal(row int) {
	h, offset := t.rowHeight(), t.scroll.Offset
	top, view := float32(row)*h, t.scroll.Size().Height
	switch {
	case row < 0 || view <= 0:
		return
	case top < offset.Y:
		offset.Y = top
	case top+h > offset.Y+view:
		offset.Y = top + h - view
	default:
		return
	}
	t.scroll.ScrollToOffset(offset)
	t.body.place()
}
