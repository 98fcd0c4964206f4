package app

import (
	"testing"
	"time"

	"siaga/model"
)

func BenchmarkYearFigures(b *testing.B) {
	d := openLarge(b)
	period, err := model.ParsePeriod("2025", time.UTC)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		d.Figures(period, Filter{})
	}
}

// The floor of it: one pass over the same rows that asks of each whether it
// belongs to the year, and reads both of its clocks if so.
func BenchmarkYearFiguresFloor(b *testing.B) {
	d := openLarge(b)
	period, err := model.ParsePeriod("2025", time.UTC)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		for _, r := range d.Incidents() {
			if r.OpenAt(period.From) || period.Holds(r.ReceivedAt) {
				_, _ = r.Response(period.To).State(), r.Resolution(period.To).State()
			}
		}
	}
}

// The same of one class.
func BenchmarkYearFiguresOfAFilter(b *testing.B) {
	d := openLarge(b)
	period, err := model.ParsePeriod("2025", time.UTC)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		d.Figures(period, Filter{Class: []model.Class{model.Tinggi}})
	}
}

// What office hours would have meant for that year.
func BenchmarkPolicyPreview(b *testing.B) {
	d := openLarge(b)
	period, err := model.ParsePeriod("2025", time.UTC)
	if err != nil {
		b.Fatal(err)
	}
	day := []model.Hours{{From: 450, To: 720}, {From: 780, To: 960}}
	calendar := model.NewCalendar(model.Calendar{Offset: 7 * 3600, Week: model.Week{1: day, 2: day, 3: day, 4: day, 5: day}})
	for b.Loop() {
		p, err := d.PreviewPolicy(SettlePolicy{Calendar: calendar}, period)
		if err != nil || len(p.Changed) == 0 {
			b.Fatal(len(p.Changed), err)
		}
	}
}
