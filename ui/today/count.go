package today

import (
	"time"

	"siaga/app"
	"siaga/model"
	"siaga/ui/look"
)

// Count is one of the large figures at the top.
type Count string

// The figures.
const (
	Open         Count = "open"
	Late         Count = "late"
	Soon         Count = "soon" // the nearer clock falls due within soon
	Unclassified Count = "unclassified"
	Paused       Count = "paused"
	NewToday     Count = "new"
)

// soon is how near a deadline is that is counted as due shortly.
const soon = time.Hour

// WordKey names the figure.
func (c Count) WordKey() string { return "today.count." + string(c) }

// tally is a figure with its tone when it is not zero, and the list it counted.
type tally struct {
	count Count
	tone  look.Tone
	list  func(midnight model.Instant) app.Filter
}

var tallies = []tally{
	{Late, look.Breached, openWith(app.Filter{Clock: []model.ClockState{model.Overdue}})},
	{Soon, look.Warning, openWith(app.Filter{Clock: []model.ClockState{model.Running}})},
	{Unclassified, look.Warning, openWith(app.Filter{Class: []model.Class{""}})},
	{Paused, look.Paused, openWith(app.Filter{Clock: []model.ClockState{model.Paused}})},
	{Open, look.Running, openWith(app.Filter{})},
	{NewToday, look.Plain, func(midnight model.Instant) app.Filter { return app.Filter{From: midnight} }},
}

func openWith(f app.Filter) func(model.Instant) app.Filter {
	f.Outcome = []string{"open"}
	return func(model.Instant) app.Filter { return f }
}

// count adds an open incident to the figures.
func (a *Agenda) count(r *model.Row, now model.Instant) {
	a.Counts[Open]++
	response, resolution := r.Response(now).State(), r.Resolution(now).State()
	if response == model.Overdue || resolution == model.Overdue {
		a.Counts[Late]++
	}
	if resolution == model.Paused {
		a.Counts[Paused]++
	}
	if r.Class == "" {
		a.Counts[Unclassified]++
	}
	if k, ok := nearest(r, now); ok && k.State() == model.Running && k.Left() >= 0 && k.Left() <= soon {
		a.Counts[Soon]++
	}
}
