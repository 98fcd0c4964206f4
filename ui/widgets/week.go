package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"siaga/ui/look"
)

// DutyCell is who is on duty in one shift of one day.
type DutyCell struct {
	People []string
	Note   string    // "handed over", "nobody"; may be empty
	Tone   look.Tone // of the note
	Now    bool      // this shift is under way
}

// Week is a grid of seven days and the shifts of a day.
type Week struct {
	piece
	OnTap func(day, shift int) // both counted from 0
}

// NewWeek returns an empty week.
func NewWeek() *Week {
	w := &Week{}
	w.start(w)
	return w
}

// SetWeek replaces days, shifts and cells; cells[day][shift].
func (w *Week) SetWeek(days []string, shifts []string, cells [][]DutyCell) {
	lines := make([]fyne.CanvasObject, 0, len(shifts)+1)
	heads := container.New(evenColumns{}, weekHeading(""))
	for _, day := range days {
		heads.Add(weekHeading(day))
	}
	lines = append(lines, heads)
	for s, shift := range shifts {
		line := container.New(evenColumns{}, weekHeading(shift))
		for d := range days {
			line.Add(inset(2, 2, w.newCell(d, s, cells[d][s])))
		}
		lines = append(lines, line)
	}
	w.show(stack(2, lines...))
}

func weekHeading(text string) fyne.CanvasObject {
	return inset(4, 4, newWrapped(&wrapped{text: text, size: theme.SizeNameCaptionText, bold: true, width: 110}))
}

func (w *Week) newCell(day, shift int, cell DutyCell) fyne.CanvasObject {
	lines := stack(2)
	for _, person := range cell.People {
		lines.Add(newWrapped(&wrapped{text: person, size: theme.SizeNameCaptionText, bold: cell.Now, width: 100}))
	}
	if cell.Note != "" {
		lines.Add(newNote(cell.Note, cell.Tone))
	}
	ground := &Panel{Content: NewHeight(36, lines), Fill: look.ColorPanel, Edge: look.ColorBorder, Pad: 5, Radius: 4}
	if cell.Now {
		ground.Fill, ground.Edge, ground.Thick = theme.ColorNameSelection, theme.ColorNamePrimary, 2
	}
	return newSurface(ground, func() {
		if w.OnTap != nil {
			w.OnTap(day, shift)
		}
	})
}
