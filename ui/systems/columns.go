package systems

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"siaga/locales"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

func (l *list) columns() []widgets.Column[line] {
	around := l.p.around
	text := func(id string, width float32, of func(line) string) widgets.Column[line] {
		return widgets.Column[line]{ID: id, Title: around.T("systems.column." + id), Width: width, Text: of,
			Compare: func(a, b line) int { return locales.Compare(of(a), of(b)) }}
	}
	number := func(id string, width float32, of func(line) int) widgets.Column[line] {
		return widgets.Column[line]{ID: id, Title: around.T("systems.column." + id), Width: width, Align: fyne.TextAlignTrailing,
			Text:    func(s line) string { return around.Book.Number(of(s)) },
			Compare: func(a, b line) int { return cmp.Compare(of(a), of(b)) }}
	}
	name := text("name", 200, func(s line) string { return s.Name })
	name.Stretch = 1
	class := text("class", 90, l.class)
	class.Compare = func(a, b line) int { return cmp.Compare(rank(a.Class), rank(b.Class)) }
	score := number("score", 65, func(s line) int { return s.score })
	score.Text = func(s line) string { return l.scored(s.score) }
	score.Tone = func(s line) look.Tone {
		if model.Ambiguous(s.score) {
			return look.Warning
		}
		return look.Plain
	}
	last := text("last", 100, func(s line) string { return l.day(s.last) })
	last.Compare = func(a, b line) int { return cmp.Compare(a.last, b.last) }
	mark := text("mark", 100, l.mark)
	mark.Tone = func(s line) look.Tone { return markTone(s.Example, s.Retired) }
	return []widgets.Column[line]{name, text("owner", 145, func(s line) string { return s.owner.Label() }), class, score,
		text("vital", 55, func(s line) string { return l.yes(s.Vital) }),
		text("personal", 118, func(s line) string { return l.yes(s.PersonalData) }),
		number("open", 85, func(s line) int { return s.open }), number("all", 70, func(s line) int { return s.all }), last, mark}
}

// mark is one word for a system that is an example or no longer in use.
func (l *list) mark(s line) string {
	switch {
	case s.Retired != "":
		return l.p.around.T("systems.inactive")
	case s.Example:
		return l.p.around.T("systems.example")
	}
	return ""
}

// class is the word of a system's class.
func (l *list) class(s line) string {
	if s.Class == "" {
		return l.p.around.T("systems.noclass")
	}
	return l.p.around.Book.Word(s.Class)
}

// rank orders the classes, the highest first and the missing last.
func rank(c model.Class) int {
	if i := slices.Index(model.Classes, c); i >= 0 {
		return i
	}
	return len(model.Classes)
}

func (l *list) scored(score int) string {
	if score == 0 {
		return ""
	}
	return l.p.around.Book.Number(score)
}

func (l *list) yes(is bool) string {
	if is {
		return l.p.around.T("common.yes")
	}
	return ""
}

// day prints the day of an instant for a cell.
func (l *list) day(at model.Instant) string {
	if !at.Known() {
		return ""
	}
	return strings.Fields(l.p.around.Book.Stamp(at.Time()))[0]
}
