package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"siaga/ui/look"
)

// Moment is one line of a chronology.
type Moment struct {
	When string
	Who  string
	Text string
	Icon fyne.Resource // nil takes the tone's
	Tone look.Tone
}

// Timeline is a chronology from top to bottom.
type Timeline struct{ piece }

// NewTimeline returns an empty chronology.
func NewTimeline() *Timeline {
	t := &Timeline{}
	t.start(t)
	return t
}

// SetMoments replaces the lines.
func (t *Timeline) SetMoments(moments []Moment) {
	lines := stack(10)
	for _, m := range moments {
		lines.Add(momentLine(m))
	}
	t.show(lines)
}

func momentLine(m Moment) fyne.CanvasObject {
	icon := m.Icon
	if icon == nil {
		icon = m.Tone.Icon()
	}
	head := row(newWords(&Words{Text: m.When, Bold: true, TextSize: theme.SizeNameCaptionText}), NewMuted(m.Who))
	text := newWrapped(&wrapped{text: m.Text, size: theme.SizeNameText, width: 400})
	mark := row()
	if icon != nil {
		mark.Add(newIcon(look.Tinted(icon, m.Tone.Color())))
	}
	side := stack(0, container.New(atLeast{Width: 22, Height: 22}, mark))
	return container.NewBorder(nil, nil, side, nil, inset(0, 8, stack(2, head, text)))
}

// Change is one field before and after.
type Change struct{ Field, Before, After string }

// NewDiff shows changes in three columns under their headings; what was is struck by a
// minus and what is by a plus, so that colour is not alone.
func NewDiff(field, before, after string, changes []Change) fyne.CanvasObject {
	lines := stack(6, container.NewGridWithColumns(3,
		NewHeading(field, theme.SizeNameCaptionText), NewHeading(before, theme.SizeNameCaptionText), NewHeading(after, theme.SizeNameCaptionText)))
	for _, c := range changes {
		lines.Add(container.NewGridWithColumns(3,
			newWrapped(&wrapped{text: c.Field, size: theme.SizeNameText, bold: true, width: 150}),
			diffSide("−", c.Before, look.Breached), diffSide("+", c.After, look.Kept)))
	}
	return lines
}

func diffSide(sign, text string, tone look.Tone) fyne.CanvasObject {
	words := newWrapped(&wrapped{text: text, size: theme.SizeNameText, ink: tone.Color(), width: 200})
	mark := newWords(&Words{Text: sign, Bold: true, Colour: tone.Color()})
	return newPanel(&Panel{Content: rowThatGrows(mark, words), Fill: tone.Soft(), Pad: 4, Radius: 3})
}
