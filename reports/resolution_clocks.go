package reports

import (
	"slices"
	"strings"
	"time"

	"siaga/model"
	"siaga/reports/paper"
)

// clocks are the two promises as they stand when the report is printed, the
// resolution once for each segment.
func (r resolution) clocks() []model.Clock {
	return append([]model.Clock{r.i.Response(r.v.PrintedAt)}, r.i.Resolutions(r.v.PrintedAt)...)
}

// clocksAbreast is how many clocks stand side by side in a table.
const clocksAbreast = 3

// promises tells whether the times of Lampiran III were kept, with the
// arithmetic of each deadline.
func (r resolution) promises() {
	r.chapter("resolution.promises")
	clocks := r.clocks()
	for some := range slices.Chunk(clocks, clocksAbreast) {
		r.clockTable(some)
	}
	r.Note(paper.Plain(r.book.ClocksBasis(r.i.Held(), model.ReachOf(clocks))))
	r.section("resolution.arithmetic")
	for _, k := range clocks {
		sentences := nonBlank(strings.TrimSuffix(r.book.Why(k), ".")+".", r.book.Former(k))
		if k.Skewed {
			sentences = append(sentences, r.book.T("why.skewed"))
		}
		r.List(paper.List{Marker: paper.Dashed, Points: [][]paper.Span{{paper.Bold(r.clockName(k) + ": "), paper.Plain(strings.Join(sentences, " "))}}})
	}
	for _, k := range clocks {
		r.days(k)
	}
	if given := len(r.i.Warnings); given > 0 {
		r.tell("warn.report", "Warnings", given, "Relays", len(r.i.Relays))
	}
	r.pauses()
	r.lateness(clocks)
}

// days is the way to a deadline day by day, where office hours count.
func (r resolution) days(k model.Clock) {
	var rows []paper.Row
	for _, d := range k.Days() {
		counted := r.stamp(0)
		if d.Counted > 0 {
			counted = r.book.Hours(d.Counted.Duration())
		}
		rows = append(rows, paper.Cells(r.book.Weekday(d.Date), r.book.Day(d), counted, r.book.Hours(d.Sum.Duration())))
	}
	if len(rows) > 0 {
		r.table(r.book.T("days.title", "Clock", r.clockName(k)), []paper.Column{
			r.left("days.date", 4), r.left("days.hours", 5), r.left("days.counted", 3), r.left("days.sum", 3)}, rows)
	}
}

// clockTable sets clocks in columns beside each other.
func (r resolution) clockTable(clocks []model.Clock) {
	columns := []paper.Column{r.left("resolution.clock", 2)}
	for _, k := range clocks {
		columns = append(columns, paper.Column{Title: r.clockName(k), Share: 3})
	}
	var rows []paper.Row
	for _, line := range []struct {
		key  string
		cell func(model.Clock) paper.Cell
	}{
		{"field.class", r.classCell}, {"resolution.target", func(k model.Clock) paper.Cell { return paper.Cell{Text: r.promise(k.Target)} }},
		{"resolution.start", r.startCell}, {"resolution.due", func(k model.Clock) paper.Cell { return paper.Cell{Text: r.instant(k, k.Due())} }},
		{"resolution.end", func(k model.Clock) paper.Cell { return paper.Cell{Text: r.instant(k, k.EndAt)} }},
		{"resolution.pause", func(k model.Clock) paper.Cell { return paper.Cell{Text: r.span(k, k.Paused.Duration())} }},
		{"resolution.took", func(k model.Clock) paper.Cell { return paper.Cell{Text: r.took(k)} }},
		{"resolution.margin", r.marginCell}, {"resolution.verdict", r.verdictCell},
	} {
		row := paper.Row{Cells: []paper.Cell{{Text: r.book.T(line.key), Bold: true}}}
		for _, k := range clocks {
			row.Cells = append(row.Cells, line.cell(k))
		}
		rows = append(rows, row)
	}
	r.table(r.book.T("resolution.promises.table"), columns, rows)
}

func (r resolution) clockName(k model.Clock) string {
	if k.Segment > 1 {
		return r.book.T("resolution.segment", "Clock", k.Name, "Segment", k.Segment)
	}
	return r.book.Word(k.Name)
}

func (r resolution) classCell(k model.Clock) paper.Cell {
	if k.Class == "" {
		return paper.Cell{Text: r.book.T("common.notrecorded")}
	}
	return paper.Cell{Text: r.book.Word(k.Class)}
}

func (r resolution) startCell(k model.Clock) paper.Cell {
	if !k.StartAt.Known() {
		return paper.Cell{Text: r.stamp(0)}
	}
	return paper.Cell{Text: r.instant(k, k.StartAt) + "\n(" + r.book.Word(k.Start) + ")"}
}

// instant is one of a clock's, to the second where one of them has seconds.
func (r resolution) instant(k model.Clock, at model.Instant) string {
	return r.book.Stamps(k.Instants()...)(at)
}

// span is a length on a clock, named where office hours count, a dash on one
// that never ran.
func (r resolution) span(k model.Clock, length time.Duration) string {
	if !k.StartAt.Known() {
		return r.stamp(0)
	}
	if k.Calendar != nil {
		return r.book.Hours(length) + r.book.T("why.office")
	}
	return r.book.DurationExact(length)
}

func (r resolution) took(k model.Clock) string { return r.span(k, k.Took()) }

func (r resolution) marginCell(k model.Clock) paper.Cell {
	if !k.StartAt.Known() || k.Stopped {
		return paper.Cell{Text: r.stamp(0)}
	}
	return paper.Cell{Text: r.book.Margin(k)}
}

// verdictCell says how the clock stands, with a sign beside what is final or
// lost already.
func (r resolution) verdictCell(k model.Clock) paper.Cell {
	cell := paper.Cell{Text: r.book.Word(k.State()), Bold: true}
	switch k.State() {
	case model.Kept:
		cell.Sign = paper.Tick
	case model.Breached, model.Overdue:
		cell.Sign = paper.Cross
	}
	if k.Provisional && k.EndAt.Known() && !k.Stopped {
		return paper.Cell{Text: r.book.T("resolution.unjudged")}
	}
	return cell
}

// pauses lists every pause with its reason, and adds up what counts of them.
func (r resolution) pauses() {
	r.section("resolution.pauses")
	if len(r.i.Pauses) == 0 {
		r.tell("resolution.pauses.none")
		return
	}
	sum := r.i.PauseSum(r.v.PrintedAt)
	stamp := r.book.Stamps(sum.Instants()...)
	var rows []paper.Row
	for _, p := range sum.Pauses {
		until := r.book.T("resolution.pauses.lasting")
		if p.Until.Known() {
			until = stamp(p.Until)
		}
		rows = append(rows, paper.Cells(stamp(p.From), until, r.book.Hours(p.Counted.Duration()), strings.Join(nonBlank(r.book.Word(p.Reason), p.Note), ". ")))
	}
	rows = append(rows, paper.Total(r.book.T("pauses.total"), "", r.book.Hours(sum.Total.Duration())))
	r.table(r.book.T("resolution.pauses.table"), []paper.Column{
		r.left("resolution.from", 2), r.left("resolution.until", 2), {Title: r.book.PauseLength(sum), Share: 2}, r.left("field.reason", 4),
	}, rows)
	for _, note := range r.book.PauseNotes(sum) {
		r.Note(paper.Plain(note))
	}
}

// lateness gives the reasons recorded for promises that were not kept: the
// note on the step that ended the clock.
func (r resolution) lateness(clocks []model.Clock) {
	r.section("resolution.lateness")
	late := slices.DeleteFunc(slices.Clone(clocks), func(k model.Clock) bool { return !k.Breached() || k.Stopped })
	if len(late) == 0 {
		r.tell("resolution.lateness.none")
		return
	}
	for _, k := range late {
		r.tell("resolution.lateness.text", "Clock", r.clockName(k), "Note", either(lateNote(r.i.Course, k), r.book.T("resolution.lateness.unrecorded")))
	}
}

// lateNote is what was noted on the step that ended a clock.
func lateNote(c model.Course, k model.Clock) string {
	step := c.Held().EndStep()
	if k.Name == model.Response {
		step = model.StepReceive
	}
	for _, p := range c.Passages {
		if p.Segment == k.Segment && p.Step == step {
			return p.Signed().Note
		}
	}
	return ""
}
