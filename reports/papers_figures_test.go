package reports

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"siaga/locales"
	"siaga/model"
	"siaga/reports/paper"
)

// The paper carries the figures, and so the numbers of the workbook, which is
// held against the same figures.
func TestTheReportCarriesTheFigures(t *testing.T) {
	for _, rows := range [][]*model.Row{nil, stories(), many(160)} {
		for _, period := range []string{"2026-09", "2026-10", "2026-Q4", "2026-S2", "2026"} {
			p := periodicOf(t, rows, period)
			agree(t, opened(t, bytesOf(t, p, locales.Open(locales.EN), t.TempDir())), p)
			for _, lang := range locales.Langs() {
				printsFigures(t, sheetsOf(t, p, lang), locales.Open(lang), p)
			}
		}
	}
}

func printsFigures(t *testing.T, sheets *paper.Sheets, book *locales.Book, p Periodic) {
	t.Helper()
	table := func(key string, args ...any) [][]string { return onPaper(t, sheets, book.T(key, args...)) }
	f := p.Figures
	saldo := table("periodic.balances.table")
	for i, rows := range lists(f) {
		same(t, "balance", saldo[i][1], len(rows))
		same(t, "balance before", saldo[i][2], len(lists(p.Before)[i]))
	}
	sums(t, "outcomes", table("periodic.outcomes.table"), []int{len(f.Completed), len(p.Before.Completed)})
	for key, flows := range map[string][]model.Flow{"class": f.Classes, "category": f.Categories, "agency": f.Agencies, "system": f.Systems} {
		rows := table("periodic." + key + ".table")
		for i, flow := range flows {
			for k, list := range [4][]*model.Row{flow.Opening, flow.Incoming, flow.Completed, flow.Closing} {
				same(t, key, rows[i][k+1], len(list))
			}
		}
		if len(flows) > 0 {
			sums(t, key, rows, []int{len(f.Opening), len(f.Incoming), len(f.Completed), len(f.Closing)})
		}
	}
	sums(t, "channels", table("periodic.channel.table"), []int{len(f.Incoming)})
	printsRates(t, table("periodic.rates.table", "Clock", model.Response), f.Response)
	printsRates(t, table("periodic.rates.table", "Clock", model.Resolution), f.Resolution)
	for clock, rates := range map[model.ClockName]model.Rates{model.Response: f.Response, model.Resolution: f.Resolution} {
		printsGroups(t, "team", table("periodic.rates.team", "Clock", clock), rates.Teams, rates.Total)
		printsGroups(t, "agency", table("periodic.rates.agency", "Clock", clock), rates.Agencies, rates.Total)
	}
	printsMonthsAndSteps(t, table, f)
	late := len(f.Response.Total.Breached) + len(f.Resolution.Total.Breached)
	lasts(t, "breached", table("periodic.breached.table"), late)
	lasts(t, "overdue", table("periodic.overdue.table"), len(f.Overdue))
	lasts(t, "all", table("periodic.list.table", "Period", periodName(book, f.Period)), len(f.All))
	text := everything(sheets)
	if !strings.Contains(text, book.T("periodic.balances.sum", "Opening", len(f.Opening),
		"Incoming", len(f.Incoming), "Completed", len(f.Completed), "Closing", len(f.Closing))) {
		t.Error("the arithmetic of the balance is missing")
	}
	if strings.Contains(text, "⟦") {
		t.Errorf("a sentence is missing in %s", text)
	}
}

func lists(f model.Figures) [4][]*model.Row {
	return [4][]*model.Row{f.Opening, f.Incoming, f.Completed, f.Closing}
}

func printsRates(t *testing.T, rows [][]string, rates model.Rates) {
	t.Helper()
	for i, r := range append(slices.Clone(rates.Classes), rates.Total) {
		same(t, "kept", rows[i][2], len(r.Kept))
		same(t, "breached", rows[i][3], len(r.Breached))
	}
}

// printsGroups holds the rows of a group, and its last row against the total.
func printsGroups(t *testing.T, what string, rows [][]string, rates []model.Rate, all model.Rate) {
	t.Helper()
	if len(rates) == 0 {
		lasts(t, what, rows, 0)
		return
	}
	for i, r := range append(slices.Clone(rates), all) {
		same(t, what+" kept", rows[i][1], len(r.Kept))
		same(t, what+" breached", rows[i][2], len(r.Breached))
	}
}

// printsMonthsAndSteps: the months add up to the period, and each step stands
// there with its number.
func printsMonthsAndSteps(t *testing.T, table func(string, ...any) [][]string, f model.Figures) {
	t.Helper()
	if len(f.Parts) > 0 {
		flow, rates := table("periodic.months.flow"), table("periodic.months.rates")
		for i, p := range f.Parts {
			same(t, "opening of a month", flow[i][1], len(p.Opening))
			same(t, "closing of a month", flow[i][4], len(p.Closing))
		}
		for column, total := range map[int]int{1: len(f.Response.Total.Kept), 2: len(f.Response.Total.Breached), 4: len(f.Resolution.Total.Kept), 5: len(f.Resolution.Total.Breached)} {
			sum := 0
			for i := range f.Parts {
				sum += numeral(t, rates[i][column])
			}
			same(t, "all months", rates[len(f.Parts)][column], sum)
			same(t, "the period", rates[len(f.Parts)][column], total)
		}
	}
	steps, n := table(FigureStage.WordKey()), 0
	for _, s := range f.Steps {
		if len(s.Rows) > 0 {
			same(t, "step", steps[n][1], len(s.Rows))
			n++
		}
	}
	lasts(t, "steps", steps, n)
}

// sums adds the rows of a table up and compares them with its last row and
// with what it should be.
func sums(t *testing.T, what string, rows [][]string, want []int) {
	t.Helper()
	for k, total := range want {
		sum := 0
		for _, row := range rows[:len(rows)-1] {
			sum += numeral(t, row[k+1])
		}
		if sum != total {
			t.Errorf("%s: the rows of column %d add up to %d, not %d", what, k+1, sum, total)
		}
		same(t, what+" total", rows[len(rows)-1][k+1], total)
	}
}

// lasts checks how many incidents a table lists; without any it says so.
func lasts(t *testing.T, what string, rows [][]string, want int) {
	t.Helper()
	if want == 0 {
		if len(rows) != 1 || !slices.Contains([]string{"Nihil", "Nil"}, rows[0][0]) {
			t.Errorf("%s: an empty table reads %q", what, rows)
		}
		return
	}
	if len(rows) != want {
		t.Errorf("%s: %d rows, want %d", what, len(rows), want)
	}
}

func same(t *testing.T, what, got string, want int) {
	t.Helper()
	if numeral(t, got) != want {
		t.Errorf("%s: the paper says %q, the figures %d", what, got, want)
	}
}

func numeral(t *testing.T, text string) int {
	t.Helper()
	n, err := strconv.Atoi(strings.NewReplacer(".", "", ",", "").Replace(text))
	if err != nil {
		t.Errorf("%q is no number", text)
	}
	return n
}
