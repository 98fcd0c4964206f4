package cli

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"siaga/app"
	"siaga/model"
	"siaga/reports"
)

// figuresText is the figures of a period as a person reads them.
type figuresText struct {
	*call
	desk *app.Desk
	f    model.Figures
}

func (t figuresText) tell() {
	f := t.f
	t.say(t.book.T("figures.heading", "Period", f.Period.String(), "Until", f.Until-1))
	if f.Lasting() {
		t.say(t.book.T("figures.lasting", "Until", f.Until-1))
	}
	t.say("")
	t.balance()
	for _, clock := range []struct {
		name  model.ClockName
		rates model.Rates
	}{{model.Response, f.Response}, {model.Resolution, f.Resolution}} {
		t.rates(clock.name, reports.FigureByClass, clock.rates.Classes, clock.rates.Total, func(key string) string { return t.book.Word(model.Class(key)) })
		t.targets(clock.rates.Classes)
		t.rates(clock.name, reports.FigureByTeam, clock.rates.Teams, clock.rates.Total, t.team)
		t.rates(clock.name, reports.FigureByAgency, clock.rates.Agencies, clock.rates.Total, t.agency)
	}
	for _, paragraph := range t.book.PolicyBases(f.Policies(t.desk.Office())) {
		t.say("", paragraph)
	}
	t.months()
	t.steps()
	t.pauses()
}

// targets are what the classes of a table are promised; nothing where no clock ended.
func (t figuresText) targets(rates []model.Rate) {
	if !slices.ContainsFunc(rates, func(r model.Rate) bool { return r.Ended() > 0 }) {
		return
	}
	t.say(t.book.Word(reports.FigureTarget) + ": " + strings.Join(each(rates, func(r model.Rate) string {
		return t.book.Word(model.Class(r.Key)) + " " + t.book.Hours(r.Target.Duration())
	}), " · "))
}

func (t figuresText) balance() {
	var lines [][]string
	for _, n := range []struct {
		figure reports.Figure
		rows   []*model.Row
	}{
		{reports.FigureOpening, t.f.Opening}, {reports.FigureIncoming, t.f.Incoming}, {reports.FigureCompleted, t.f.Completed},
		{reports.FigureClosing, t.f.Closing}, {reports.FigureAll, t.f.All}, {reports.FigureReopened, t.f.Reopened}, {reports.FigureOverdue, t.f.Overdue},
		{reports.FigureAnnounced, t.f.Announced}, {reports.FigureVital, t.f.Vital}, {reports.FigurePersonal, t.f.Personal},
	} {
		lines = append(lines, []string{t.book.Word(n.figure), strconv.Itoa(len(n.rows))})
	}
	table(t.Stdout, "", lines)
}

// heads are the names of figures as the first line of a table.
func (t figuresText) heads(first string, figures ...reports.Figure) []string {
	return append([]string{first}, each(figures, func(f reports.Figure) string { return t.book.Word(f) })...)
}

var rateFigures = []reports.Figure{
	reports.FigureKept, reports.FigureBreached, reports.FigureShare, reports.FigureMean, reports.FigureMedian, reports.FigureNinetieth, reports.FigureLongest,
}

func (t figuresText) rates(clock model.ClockName, by reports.Figure, rates []model.Rate, all model.Rate, name func(string) string) {
	if all.Ended() == 0 {
		return
	}
	lines := [][]string{t.heads(by.Of(clock, t.book), rateFigures...)}
	for _, r := range rates {
		lines = append(lines, t.rate(name(r.Key), r))
	}
	t.say("")
	table(t.Stdout, "", append(lines, t.rate(t.book.T("common.total"), all)))
}

func (t figuresText) rate(name string, r model.Rate) []string {
	share := t.book.T("format.none")
	if s, ok := r.Share(); ok {
		share = t.book.Percent(s)
	}
	cells := []string{plain(name), strconv.Itoa(len(r.Kept)), strconv.Itoa(len(r.Breached)), share}
	return append(cells, t.spread(r.Spread, r.Ended())...)
}

func (t figuresText) spread(s model.Spread, count int) []string {
	return each([]time.Duration{s.Mean, s.Median, s.Ninetieth, s.Longest}, func(length time.Duration) string {
		if count == 0 {
			return t.book.T("format.none")
		}
		return t.book.DurationShort(length)
	})
}

func (t figuresText) team(team string) string {
	if team == "" {
		return t.book.T("periodic.noteam")
	}
	return t.book.T(model.TeamKey(team))
}

func (t figuresText) agency(id string) string {
	if id == "" {
		return t.book.T("common.notrecorded")
	}
	return t.desk.Agency(model.AgencyID(id)).Label()
}

func (t figuresText) months() {
	if len(t.f.Parts) == 0 {
		return
	}
	flow := [][]string{t.heads(t.book.Word(reports.FigureByMonth), reports.FigureOpening, reports.FigureIncoming, reports.FigureCompleted,
		reports.FigureClosing, reports.FigureOverdue, reports.FigureResponseKept, reports.FigureResolutionKept)}
	for _, m := range t.f.Parts {
		counts := each([][]*model.Row{m.Opening, m.Incoming, m.Completed, m.Closing, m.Overdue}, func(rows []*model.Row) string { return strconv.Itoa(len(rows)) })
		shares := []string{t.rate("", m.Response)[3], t.rate("", m.Resolution)[3]}
		flow = append(flow, append(append([]string{m.Period.String()}, counts...), shares...))
	}
	t.say("")
	table(t.Stdout, "", flow)
}

func (t figuresText) steps() {
	lines := [][]string{t.heads(t.book.Word(reports.FigureStage), reports.FigurePassed, reports.FigureMean, reports.FigureMedian,
		reports.FigureNinetieth, reports.FigureLongest, reports.FigureStagePaused)}
	for _, s := range t.f.Steps {
		if len(s.Rows) > 0 {
			cells := append([]string{strconv.Itoa(int(s.Step)) + " " + t.book.T(s.Step.WordKey()+".short"), strconv.Itoa(len(s.Rows))}, t.spread(s.Spread, len(s.Rows))...)
			lines = append(lines, append(cells, t.book.DurationShort(s.Paused)))
		}
	}
	if len(lines) > 1 {
		t.say("")
		table(t.Stdout, "", lines)
	}
}

func (t figuresText) pauses() {
	if len(t.f.Pauses) == 0 {
		return
	}
	lines := [][]string{t.heads(t.book.T("workbook.reason"), reports.FigurePauses, reports.FigurePausedIncidents, reports.FigurePaused)}
	for _, s := range t.f.Pauses {
		lines = append(lines, []string{t.book.Word(s.Reason), strconv.Itoa(s.Count), strconv.Itoa(len(s.Rows)), t.book.DurationShort(s.Length)})
	}
	t.say("")
	table(t.Stdout, "", lines)
}
