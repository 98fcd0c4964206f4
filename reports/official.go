package reports

import (
	"strconv"
	"strings"
	"time"

	"siaga/locales"
	"siaga/model"
	"siaga/reports/paper"
)

// chapter adds a heading of the first level, section a numbered one below it.
func (o *official) chapter(key string) {
	o.sections = 0
	o.Heading(1, o.book.T(key))
}

func (o *official) section(key string) {
	o.sections++
	o.Heading(2, strconv.Itoa(o.sections)+". "+o.book.T(key))
}

// tell adds a paragraph: the sentence of a key.
func (o *official) tell(key string, args ...any) { o.Paragraph(o.say(key, args...)...) }

// remark adds a sentence in small letters, under a table.
func (o *official) remark(key string, args ...any) { o.Note(o.say(key, args...)...) }

// say is the sentence of a key. What stands between asterisks in the words
// files is foreign and set in italics; an asterisk in a value is just one.
func (o *official) say(key string, args ...any) []paper.Span {
	const kept = "\x00"
	args = append([]any{}, args...)
	for i := 1; i < len(args); i += 2 {
		if text, ok := args[i].(string); ok {
			args[i] = strings.ReplaceAll(text, "*", kept)
		}
	}
	var spans []paper.Span
	for i, text := range strings.Split(o.book.T(key, args...), "*") {
		if text != "" {
			spans = append(spans, paper.Span{Text: strings.ReplaceAll(text, kept, "*"), Italic: i%2 == 1})
		}
	}
	return spans
}

// prose adds what a person wrote, a paragraph for each of its lines, or the
// sentence that nothing was recorded.
func (o *official) prose(written string) {
	if strings.TrimSpace(written) == "" {
		o.tell("paper.unrecorded")
		return
	}
	for line := range strings.Lines(written) {
		if line = strings.TrimSpace(line); line != "" {
			o.Paragraph(paper.Plain(line))
		}
	}
}

// wholeTable is how many rows a table has at most that no page break cuts.
const wholeTable = 12

// table adds a table with its number and caption.
func (o *official) table(caption string, columns []paper.Column, rows []paper.Row) {
	o.tables++
	table := paper.Table{
		Caption: o.book.T("paper.table", "Number", strconv.Itoa(o.tables), "Title", caption),
		Columns: columns, Rows: rows, Empty: o.book.T("common.nothing"), Zebra: true,
	}
	if len(rows) > wholeTable {
		o.Table(table)
		return
	}
	o.KeepTogether(func() { o.Table(table) })
}

// left is a column of text, right one of numbers; the title is the sentence of
// the key.
func (o *official) left(key string, share float64) paper.Column {
	return paper.Column{Title: o.book.T(key, "Zone", o.office.ZoneName), Share: share}
}

func (o *official) right(key string, share float64) paper.Column {
	return paper.Column{Title: o.book.T(key, "Zone", o.office.ZoneName), Share: share, Align: paper.Right}
}

// stamp is an instant for the cell of a table, a dash when not recorded.
func (o *official) stamp(at model.Instant) string { return o.book.Stamp(at.Time()) }

// promise is a target as Lampiran III prints it, in hours where it has whole
// ones: 24 jam, not 1 hari.
func (o *official) promise(target model.Seconds) string {
	d := target.Duration()
	if d >= time.Hour && d%time.Hour == 0 {
		return o.book.N("duration.hours", int(d/time.Hour))
	}
	return o.book.DurationExact(d)
}

// category is the office's name for a category, a dash where none was chosen.
func (o *official) category(code string) string {
	if code == "" {
		return o.book.T("format.none")
	}
	return reader{book: o.book, office: o.office}.category(code)
}

// either is the first of some texts that says something.
func either(texts ...string) string {
	for _, t := range texts {
		if strings.TrimSpace(t) != "" {
			return t
		}
	}
	return ""
}

// basis lists the "Dasar" of a report; a translation quotes it as it is.
func (o *official) basis() {
	var points [][]paper.Span
	for i, source := range o.office.LegalBasis {
		end := ";"
		if i == len(o.office.LegalBasis)-1 {
			end = "."
		}
		points = append(points, []paper.Span{{Text: source + end, Italic: o.book.Lang() != locales.ID}})
	}
	if len(points) == 0 {
		o.tell("paper.unrecorded")
	}
	o.List(paper.List{Marker: paper.Lettered, Points: points})
}
