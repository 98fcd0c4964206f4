package reports

import (
	"time"

	"siaga/locales"
	"siaga/model"
)

// figure is a number that reports print. Its name is the sentence
// "figure.<figure>", its definition the same with .meaning: both stand once,
// for workbook and paper.
type figure string

// WordKey names the figure in words.
func (f figure) WordKey() string { return "figure." + string(f) }

// meaning is how the figure is counted.
func (f figure) meaning(book *locales.Book) string { return book.T(f.WordKey() + ".meaning") }

// unit is what a figure counts in.
type unit int

const (
	unitIncidents unit = iota
	unitShare          // of one, kept promises by those that ended
	unitTime           // days
)

// measure is a figure with how it is read from a period's figures; ok is false
// where there is nothing to measure.
type measure struct {
	figure figure
	unit   unit
	of     func(model.Figures) (value float64, ok bool)
}

// balance are the four figures that must add up: saldo awal + masuk − selesai
// = saldo akhir.
var balance = []measure{
	{"opening", unitIncidents, countOf(func(f model.Figures) []*model.Row { return f.Opening })},
	{"incoming", unitIncidents, countOf(func(f model.Figures) []*model.Row { return f.Incoming })},
	{"completed", unitIncidents, countOf(func(f model.Figures) []*model.Row { return f.Completed })},
	{"closing", unitIncidents, countOf(func(f model.Figures) []*model.Row { return f.Closing })},
}

// indicators are the figures beside the balance, in the order of the reports.
var indicators = []measure{
	{"responseKept", unitShare, keptOf(func(f model.Figures) []model.Rate { return f.Response })},
	{"resolutionKept", unitShare, keptOf(func(f model.Figures) []model.Rate { return f.Resolution })},
	{"overdue", unitIncidents, countOf(func(f model.Figures) []*model.Row { return f.Overdue })},
	{"reopened", unitIncidents, countOf(func(f model.Figures) []*model.Row { return f.Reopened })},
	{"announced", unitIncidents, countOf(func(f model.Figures) []*model.Row { return f.Announced })},
	{"vital", unitIncidents, countOf(func(f model.Figures) []*model.Row { return f.Vital })},
	{"personal", unitIncidents, countOf(func(f model.Figures) []*model.Row { return f.Personal })},
	{"paused", unitTime, func(f model.Figures) (float64, bool) { return standstill(f.Pauses).Hours() / 24, true }},
}

// furtherFigures are defined too: they stand in tables of their own.
var furtherFigures = []figure{"outcomes", "kept", "breached", "target", "share", "median", "longest", "main"}

// definedFigures is every figure that the reports define, in their order.
func definedFigures() []figure {
	var all []figure
	for _, m := range append(append([]measure{}, balance...), indicators...) {
		all = append(all, m.figure)
	}
	return append(all, furtherFigures...)
}

func countOf(of func(model.Figures) []*model.Row) func(model.Figures) (float64, bool) {
	return func(f model.Figures) (float64, bool) { return float64(len(of(f))), true }
}

func keptOf(of func(model.Figures) []model.Rate) func(model.Figures) (float64, bool) {
	return func(f model.Figures) (float64, bool) { return together(of(f)).Share() }
}

// together is the rate of all classes in one.
func together(rates []model.Rate) model.Rate {
	var all model.Rate
	for _, r := range rates {
		all.Kept, all.Breached = append(all.Kept, r.Kept...), append(all.Breached, r.Breached...)
		all.Longest = max(all.Longest, r.Longest)
	}
	return all
}

func standstill(pauses []model.Standstill) time.Duration {
	var sum time.Duration
	for _, p := range pauses {
		sum += p.Length
	}
	return sum
}

// periodName is a period as reports call it: Oktober 2026, Triwulan IV 2026.
func periodName(book *locales.Book, p model.Period) string {
	name := map[model.Span]func(time.Time) string{
		model.Month: book.Month, model.Quarter: book.Quarter, model.Half: book.HalfYear, model.Year: book.Year,
	}[p.Span]
	return name(p.From.Time())
}
