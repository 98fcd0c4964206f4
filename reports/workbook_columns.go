package reports

import (
	"strconv"
	"strings"

	"siaga/locales"
	"siaga/model"
)

// column is a column of a list of incidents. Its title is the sentence
// "workbook.column.<key>", its definition the same with .meaning; a column of
// a clock has both from its group too.
type column struct {
	group string
	key   string
	width float64 // in digits
	style style
	value func(*line) any
}

// incidentColumns are the columns of a list of incidents, in their order. A
// new column is a new line and its two sentences.
func incidentColumns() []column {
	columns := []column{
		{"", "ticket", 21, textCell, func(l *line) any { return string(l.Ticket) }},
		{"", "title", 40, textCell, func(l *line) any { return l.Title }},
		{"", "channel", 13, textCell, func(l *line) any { return word(l.Channel) }},
		{"", "reporter", 28, textCell, func(l *line) any { return l.Reporter }},
		{"", "agency", 20, textCell, func(l *line) any { return named(l.names.Short, l.Agency) }},
		{"", "system", 28, textCell, (*line).system},
		{"", "class", 12, textCell, func(l *line) any { return word(l.Class) }},
		{"", "firstClass", 12, textCell, (*line).firstClass},
		{"", "category", 28, textCell, func(l *line) any { return l.category(l.Category) }},
		{"", "rsit", 20, textCell, (*line).rsit},
		{"", "tlp", 18, textCell, func(l *line) any { return word(l.TLP) }},
		{"", "risk", 10, textCell, func(l *line) any { return word(l.Risk) }},
		{"", "priority", 11, textCell, func(l *line) any { return word(l.Priority) }},
		{"", "teams", 30, textCell, (*line).teams},
		{"", "persons", 28, textCell, (*line).persons},
		{"", "tags", 28, textCell, func(l *line) any { return strings.Join(l.TagList(), "; ") }},
		{"", "vital", 8, textCell, func(l *line) any { return l.Vital }},
		{"", "personal", 10, textCell, func(l *line) any { return l.PersonalData }},
		{"", "happened", 16, instantCell, func(l *line) any { return l.HappenedAt }},
		{"", "received", 16, instantCell, func(l *line) any { return l.ReceivedAt }},
		{"", "typed", 16, instantCell, func(l *line) any { return l.TypedAt }},
		{"", "step", 18, textCell, (*line).step},
		{"", "outcome", 16, textCell, (*line).outcome},
		{"", "completed", 16, instantCell, func(l *line) any { return l.CompletedAt }},
	}
	columns = append(columns, clockColumns("response", func(l *line) *model.Clock { return &l.response })...)
	columns = append(columns, clockColumns("resolution", func(l *line) *model.Clock { return &l.first })...)
	columns = append(columns, clockColumns("reopened", func(l *line) *model.Clock { return &l.last })...)
	return append(columns, []column{
		{"", "former", 24, textCell, (*line).former},
		{"", "reclassified", 12, textCell, func(l *line) any { return l.Reclassified() }},
		{"", "wasReopened", 10, textCell, func(l *line) any { return l.Reopened() }},
		{"", "duplicateOf", 21, textCell, (*line).duplicateOf},
		{"", "duties", 48, textCell, (*line).duties},
		{"", "announced", 11, textCell, func(l *line) any { return l.Announced }},
		{"", "conflicts", 12, numberCell, func(l *line) any { return l.Conflicts }},
		{"", "skewed", 12, textCell, func(l *line) any { return l.response.Skewed || l.first.Skewed || l.last.Skewed }},
	}...)
}

// clockColumns are the columns of one clock. Only the resolution clock has a
// basis and pauses.
func clockColumns(group string, of func(*line) *model.Clock) []column {
	known := func(value func(*model.Clock) any) func(*line) any {
		return func(l *line) any {
			if k := of(l); k.StartAt.Known() {
				return value(k)
			}
			return nil
		}
	}
	columns := []column{
		{group, "start", 16, instantCell, known(func(k *model.Clock) any { return k.StartAt })},
		{group, "due", 16, instantCell, known(func(k *model.Clock) any { return k.Due() })},
		{group, "end", 16, instantCell, known(func(k *model.Clock) any { return k.EndAt })},
		{group, "took", 11, spanCell, known(func(k *model.Clock) any { return k.Took() })},
		{group, "target", 10, spanCell, known(func(k *model.Clock) any { return k.Target })},
		{group, "verdict", 20, verdictCell, func(l *line) any { return l.verdict(of(l)) }},
	}
	if group == "response" {
		return columns
	}
	paused := column{group, "paused", 10, spanCell, known(func(k *model.Clock) any { return k.Paused })}
	basis := column{group, "basis", 16, textCell, known(func(k *model.Clock) any { return k.Start })}
	return append([]column{basis, columns[0], columns[1], columns[2], paused}, columns[3:]...)
}

func (c column) name() string { return strings.TrimPrefix(c.group+"."+c.key, ".") }

// title is what stands over the column.
func (c column) title(book *locales.Book, zone string) string {
	own := book.T("workbook.column."+c.key, "Zone", zone)
	if c.group == "" {
		return own
	}
	return book.T("workbook.group."+c.group) + ": " + own
}

// meaning is the column's definition.
func (c column) meaning(book *locales.Book, zone string) string {
	own := book.T("workbook.column."+c.key+".meaning", "Zone", zone)
	if c.group == "" {
		return own
	}
	return own + " " + book.T("workbook.group."+c.group+".meaning")
}

// named is a name from the directory; what it does not list keeps its identity.
func named(names map[model.SubjectID]string, id model.SubjectID) string {
	if name := names[id]; name != "" {
		return name
	}
	return string(id)
}

// stepName is a step as a list sorts it, with its number first.
func stepName(book *locales.Book, step model.Step) string {
	if _, ok := step.Of(); !ok {
		return book.T("common.done")
	}
	return strconv.Itoa(int(step)) + ". " + book.T(step.WordKey()+".short")
}
