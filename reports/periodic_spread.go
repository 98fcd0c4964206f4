package reports

import (
	"slices"
	"strconv"
	"strings"

	"siaga/model"
	"siaga/reports/paper"
)

// spread tells where the incidents came from: by class, category, Perangkat
// Daerah, system and channel.
func (w periodicPaper) spread() {
	w.Heading(3, w.book.T("periodic.spread"))
	w.flows("class", "periodic.class", w.f.Classes, w.className)
	w.flows("category", "field.category", w.f.Categories, w.categoryName)
	w.flows("agency", "field.agency", w.f.Agencies, w.agencyName)
	w.flows("system", "periodic.system", w.f.Systems, w.systemName)
	var rows []paper.Row
	sum := 0
	for _, g := range w.f.Channels {
		rows = append(rows, paper.Cells(w.channelName(g.Key), w.book.Number(len(g.Rows))))
		sum += len(g.Rows)
	}
	rows = append(rows, paper.Total(w.book.T("common.total"), w.book.Number(sum)))
	w.table(w.book.T("periodic.channel.table"), []paper.Column{w.left("field.channel", 6), w.right("figure.incoming", 2)}, rows)
}

// flows is a table of what came in, went and remains by one key; its last row
// adds the rows above up.
func (w periodicPaper) flows(by, key string, flows []model.Flow, name func(string) string) {
	var rows []paper.Row
	var sums [4]int
	for _, f := range flows {
		row := paper.Cells(name(f.Key))
		for i, list := range [4][]*model.Row{f.Opening, f.Incoming, f.Completed, f.Closing} {
			row.Cells = append(row.Cells, paper.Cell{Text: w.book.Number(len(list))})
			sums[i] += len(list)
		}
		rows = append(rows, row)
	}
	columns := []paper.Column{w.left(key, 4.4)}
	total := paper.Total(w.book.T("common.total"))
	for i, m := range balance {
		columns = append(columns, w.right(m.figure.WordKey(), 1.4))
		total.Cells = append(total.Cells, paper.Cell{Text: w.book.Number(sums[i])})
	}
	if len(rows) > 0 {
		rows = append(rows, total)
	}
	w.table(w.book.T("periodic."+by+".table"), columns, rows)
}

func (w periodicPaper) className(class string) string {
	if class == "" {
		return w.book.T("periodic.unclassified")
	}
	return w.book.Word(model.Class(class))
}

func (w periodicPaper) channelName(channel string) string {
	if channel == "" {
		return w.book.T("periodic.unnamed")
	}
	return w.book.Word(model.Channel(channel))
}

// trend is the run of periods that ends with this one, as chart and table.
func (w periodicPaper) trend() {
	w.Heading(3, w.book.T("periodic.trend"))
	chart := paper.Trend{Title: w.book.T("periodic.trend.chart"), Alt: w.book.T("periodic.trend.alt", "Count", len(w.v.Trend))}
	series := make([]paper.Series, 3)
	var rows []paper.Row
	for _, f := range w.v.Trend {
		chart.Labels = append(chart.Labels, w.label(f.Period))
		row := paper.Cells(periodName(w.book, f.Period))
		for i, m := range balance[1:] {
			value, _ := m.of(f)
			text := w.book.Number(int(value))
			series[i].Name = w.book.Word(m.figure)
			series[i].Values, series[i].Texts = append(series[i].Values, value), append(series[i].Texts, text)
			row.Cells = append(row.Cells, paper.Cell{Text: text})
		}
		rows = append(rows, row)
	}
	chart.Series = series
	if slices.ContainsFunc(w.v.Trend, func(f model.Figures) bool { return len(f.All) > 0 }) {
		w.Trend(chart)
	}
	columns := []paper.Column{w.left("periodic.period", 4)}
	for _, m := range balance[1:] {
		columns = append(columns, w.right(m.figure.WordKey(), 2))
	}
	w.table(w.book.T("periodic.trend.table"), columns, rows)
}

// label is a period as it fits below a chart.
func (w periodicPaper) label(p model.Period) string {
	year := strconv.Itoa(p.Year)
	switch p.Span {
	case model.Month:
		return w.book.T("month.short."+strconv.Itoa(p.Part)) + " " + year[2:]
	case model.Year:
		return year
	}
	return w.book.T("periodic.short."+string(p.Span), "Part", w.book.Roman(p.Part), "Year", year)
}

// stories tells the main incidents shortly.
func (w periodicPaper) stories() {
	w.Heading(3, w.book.T("periodic.stories"))
	if len(w.v.Stories) == 0 {
		w.tell("periodic.stories.none")
	}
	for n, i := range w.v.Stories {
		w.KeepTogether(func() { w.story(n+1, i) })
	}
}

func (w periodicPaper) story(number int, i model.Incident) {
	row := model.RowOf(i)
	l := w.reader.read(&row)
	w.Paragraph(paper.Bold(strconv.Itoa(number)+". "+either(i.Title, w.book.T("resolution.untitled"))), paper.Plain(" ("+string(i.Ticket)+")"))
	w.tell("periodic.story", "Class", w.className(string(l.Class)), "Category", w.categoryName(i.Category), "Agency", w.agencyName(string(i.Agency)),
		"System", either(w.v.Names.Systems[i.System], i.Affected, w.book.T("periodic.unnamed")), "Received", i.ReceivedAt, "Standing", w.state(l),
		"Response", lower(w.book.Word(l.response.State())), "Resolution", lower(w.book.Word(l.latest().State())))
	for _, part := range []struct{ key, text string }{
		{"periodic.story.impact", i.Impact}, {"periodic.story.cause", i.RootCause}, {"periodic.story.done", done(i)}, {"periodic.story.lesson", i.Lessons},
	} {
		if strings.TrimSpace(part.text) != "" {
			w.Paragraph(paper.Italic(w.book.T(part.key)+" "), paper.Plain(short(part.text)))
		}
	}
}

// state is how an incident stood at the end of the period, in a sentence.
func (w periodicPaper) state(l *line) string {
	if l.Outcome != "" {
		return lower(w.book.Word(l.Outcome))
	}
	return w.book.T("periodic.open", "Step", lower(w.book.T(l.Step.WordKey()+".short")))
}

// storyLength is how much of each part of a story is told, in letters: its own
// Laporan Penyelesaian has the whole.
const storyLength = 320

// short is a text on one line, cut after a word.
func short(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	letters := []rune(text)
	if len(letters) <= storyLength {
		return text
	}
	text = string(letters[:storyLength])
	return text[:max(strings.LastIndex(text, " "), storyLength/2)] + " …"
}

// done is what was done against an incident, in one line.
func done(i model.Incident) string {
	var texts []string
	for _, a := range i.Actions {
		texts = append(texts, strings.TrimRight(a.Text, ". "))
	}
	if len(texts) == 0 {
		return ""
	}
	return strings.Join(texts, "; ") + "."
}
