package widgets

import (
	"fmt"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

	"siaga/ui/look"
)

// month is one page of a calendar: arrows move by day and week, Page Up and Down by
// month, Enter takes, Esc leaves.
type month struct {
	piece
	words WhenWords
	at    time.Time // the marked day, with its time of day
	today time.Time
	take  func(time.Time)
	leave func()
}

func newMonth(words WhenWords, at, today time.Time) *month {
	m := &month{words: words, at: at, today: today}
	m.start(m)
	m.draw()
	return m
}

func (m *month) draw() {
	title := NewHeading(fmt.Sprintf("%s %d", m.words.Months[m.at.Month()-1], m.at.Year()), theme.SizeNameText)
	title.Align = fyne.TextAlignCenter
	before := NewQuiet("", look.IconBack, func() { m.move(0, -1) })
	after := NewQuiet("", look.IconNext, func() { m.move(0, 1) })
	head := container.NewBorder(nil, nil, before, after, container.NewCenter(title))
	grid := container.NewGridWithColumns(7)
	for _, day := range m.words.Days {
		name := NewMuted(day)
		name.Align = fyne.TextAlignCenter
		grid.Add(name)
	}
	first := time.Date(m.at.Year(), m.at.Month(), 1, m.at.Hour(), m.at.Minute(), 0, 0, m.at.Location())
	for range (int(first.Weekday()) + 6) % 7 {
		grid.Add(container.NewStack())
	}
	for day := first; day.Month() == first.Month(); day = day.AddDate(0, 0, 1) {
		grid.Add(newDay(m, day))
	}
	m.show(stack(4, head, grid))
}

// move goes by days and months; the day of the month is kept inside a shorter month.
func (m *month) move(days, months int) {
	if months != 0 {
		first := m.at.AddDate(0, 0, 1-m.at.Day()).AddDate(0, months, 0)
		last := first.AddDate(0, 1, -1).Day()
		m.at = first.AddDate(0, 0, min(m.at.Day(), last)-1)
	}
	m.at = m.at.AddDate(0, 0, days)
	m.draw()
}

// FocusGained is needed for the keys; the marked day always shows.
func (m *month) FocusGained() {}

// FocusLost is not used.
func (m *month) FocusLost() {}

// TypedRune is not used.
func (m *month) TypedRune(rune) {}

// TypedKey moves, takes and leaves.
func (m *month) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyLeft:
		m.move(-1, 0)
	case fyne.KeyRight:
		m.move(1, 0)
	case fyne.KeyUp:
		m.move(-7, 0)
	case fyne.KeyDown:
		m.move(7, 0)
	case fyne.KeyPageUp:
		m.move(0, -1)
	case fyne.KeyPageDown:
		m.move(0, 1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		m.take(m.at)
	case fyne.KeyEscape:
		m.leave()
	}
}

// dayFace is one day that can be tapped; today is bold, the marked day has an edge.
type dayFace struct {
	piece
	tapped func()
}

func newDay(m *month, day time.Time) *dayFace {
	isToday := day.Format(time.DateOnly) == m.today.Format(time.DateOnly)
	number := newWords(&Words{Text: strconv.Itoa(day.Day()), Align: fyne.TextAlignCenter, Bold: isToday})
	ground := newPanel(&Panel{Content: NewWidth(24, number), Pad: 4, Radius: 4})
	if isToday {
		ground.Fill = theme.ColorNameHeaderBackground
	}
	if day.Day() == m.at.Day() {
		ground.Fill, ground.Edge, ground.Thick = theme.ColorNameSelection, look.ColorFocusEdge, 2
	}
	d := &dayFace{tapped: func() { m.take(day) }}
	d.start(d, ground)
	return d
}

// Tapped takes the day.
func (d *dayFace) Tapped(*fyne.PointEvent) { d.tapped() }

// Cursor shows that it can be taken.
func (d *dayFace) Cursor() desktop.Cursor { return desktop.PointerCursor }
