package reports

import (
	"time"

	"siaga/locales"
	"siaga/model"
)

// measure is a figure with how it is read from a period's figures; ok is false
// where there is nothing to measure.
type measure struct {
	figure Figure
	of     func(model.Figures) (value float64, ok bool)
}

// balance are the four figures that must add up: saldo awal + masuk − selesai
// = saldo akhir.
var balance = []measure{
	{FigureOpening, countOf(func(f model.Figures) []*model.Row { return f.Opening })},
	{FigureIncoming, countOf(func(f model.Figures) []*model.Row { return f.Incoming })},
	{FigureCompleted, countOf(func(f model.Figures) []*model.Row { return f.Completed })},
	{FigureClosing, countOf(func(f model.Figures) []*model.Row { return f.Closing })},
}

// indicators are the figures beside the balance, in the order of the reports.
var indicators = []measure{
	{FigureResponseKept, func(f model.Figures) (float64, bool) { return f.Response.Total.Share() }},
	{FigureResolutionKept, func(f model.Figures) (float64, bool) { return f.Resolution.Total.Share() }},
	{FigureOverdue, countOf(func(f model.Figures) []*model.Row { return f.Overdue })},
	{FigureReopened, countOf(func(f model.Figures) []*model.Row { return f.Reopened })},
	{FigureAnnounced, countOf(func(f model.Figures) []*model.Row { return f.Announced })},
	{FigureVital, countOf(func(f model.Figures) []*model.Row { return f.Vital })},
	{FigurePersonal, countOf(func(f model.Figures) []*model.Row { return f.Personal })},
	{FigurePaused, func(f model.Figures) (float64, bool) { return standstill(f.Pauses).Hours() / 24, true }},
}

func countOf(of func(model.Figures) []*model.Row) func(model.Figures) (float64, bool) {
	return func(f model.Figures) (float64, bool) { return float64(len(of(f))), true }
}

func standstill(pauses []model.Standstill) time.Duration {
	var sum time.Duration
	for _, p := range pauses {
		sum += p.Length
	}
	return sum
}

// lengths are the values of spread, in its order.
func lengths(s model.Spread) []time.Duration {
	return []time.Duration{s.Mean, s.Median, s.Ninetieth, s.Longest}
}

// periodName is a period as reports call it: Oktober 2026, Triwulan IV 2026.
func periodName(book *locales.Book, p model.Period) string {
	name := map[model.Span]func(time.Time) string{
		model.Month: book.Month, model.Quarter: book.Quarter, model.Half: book.HalfYear, model.Year: book.Year,
	}[p.Span]
	return name(p.From.Time())
}
