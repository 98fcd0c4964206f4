package widgets

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// groupsInLine is how many groups of a code stand in one line.
const groupsInLine = 3

// NewSpelled returns a code in large letters, for reading out and copying by
// hand: groups that a space or a dash parts, three in a line.
func NewSpelled(code string) fyne.CanvasObject {
	lines := stack(8)
	for groups := strings.FieldsFunc(code, parts); len(groups) > 0; {
		n := min(groupsInLine, len(groups))
		lines.Add(newWords(&Words{Text: strings.Join(groups[:n], " – "), TextSize: theme.SizeNameHeadingText, Bold: true,
			Align: fyne.TextAlignCenter}))
		groups = groups[n:]
	}
	return NewPanel(lines)
}

func parts(r rune) bool { return r == '-' || r == ' ' }
