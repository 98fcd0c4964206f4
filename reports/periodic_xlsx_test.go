package reports

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"siaga/locales"
	"siaga/model"
)

// tableUnder is the table below a heading of a small sheet: the rows from the
// heading to the next empty row.
func tableUnder(t rapid.TB, f *excelize.File, sheet, heading string) [][]string {
	t.Helper()
	rows := rowsOf(t, f, sheet)
	from := slices.IndexFunc(rows, func(r []string) bool { return len(r) > 0 && r[0] == heading })
	if from < 0 {
		t.Fatalf("%s has no part %q", sheet, heading)
	}
	to := from
	for to < len(rows) && len(rows[to]) > 0 {
		to++
	}
	return rows[from+1 : to]
}

// cellOf is the cell of a table in the row of that name.
func cellOf(t rapid.TB, table [][]string, name string, column int) string {
	t.Helper()
	for _, r := range table {
		if len(r) > 0 && r[0] == name {
			if column < len(r) {
				return r[column]
			}
			return ""
		}
	}
	t.Fatalf("no row %q in %q", name, table)
	return ""
}

func holds(t rapid.TB, what, got string, want int) {
	t.Helper()
	if got != strconv.Itoa(want) {
		t.Fatalf("%s: the cell holds %q, not %d", what, got, want)
	}
}

// agree compares every figure of the workbook with the model's.
func agree(t rapid.TB, f *excelize.File, p Periodic) {
	t.Helper()
	book := locales.Open(locales.EN)
	balanceTable := tableUnder(t, f, "Summary", book.T("workbook.balance"))
	indicatorTable := tableUnder(t, f, "Summary", "Indicators")
	for column, figures := range map[int]model.Figures{1: p.Figures, 2: p.Before} {
		holds(t, "opening", cellOf(t, balanceTable, "Opening balance", column), len(figures.Opening))
		holds(t, "incoming", cellOf(t, balanceTable, "Received", column), len(figures.Incoming))
		holds(t, "completed", cellOf(t, balanceTable, "Completed", column), len(figures.Completed))
		holds(t, "closing", cellOf(t, balanceTable, "Closing balance", column), len(figures.Closing))
		holds(t, "overdue", cellOf(t, indicatorTable, "Past resolution deadline", column), len(figures.Overdue))
		holds(t, "reopened", cellOf(t, indicatorTable, "Reopened", column), len(figures.Reopened))
		holds(t, "announced", cellOf(t, indicatorTable, "Announced", column), len(figures.Announced))
		holds(t, "vital", cellOf(t, indicatorTable, "Vital Information Infrastructure", column), len(figures.Vital))
		holds(t, "personal", cellOf(t, indicatorTable, "Involving personal data", column), len(figures.Personal))
	}
	outcomes := tableUnder(t, f, "Summary", "Outcomes of completed incidents")
	for _, g := range p.Figures.Outcomes {
		holds(t, g.Key, cellOf(t, outcomes, book.Word(model.Outcome(g.Key)), 1), len(g.Rows))
	}
	agreeClocks(t, f, "Response time", p.Figures.Response, p.Figures.Parts, func(m model.Part) model.Rate { return m.Response })
	agreeClocks(t, f, "Resolution time", p.Figures.Resolution, p.Figures.Parts, func(m model.Part) model.Rate { return m.Resolution })
	steps := tableUnder(t, f, "Time in steps", "Time in each step")
	for i, s := range p.Figures.Steps {
		holds(t, "step", steps[i+1][1], len(s.Rows))
		days(t, "paused in step", steps[i+1][6], s.Paused.Hours()/24)
	}
	agreeFlows(t, tableUnder(t, f, "Categories", "Category"), p.Figures.Categories)
	agreeFlows(t, tableUnder(t, f, "Categories", "Class"), p.Figures.Classes)
	agreeFlows(t, tableUnder(t, f, "City agencies", "City agency"), p.Figures.Agencies)
	agreeFlows(t, tableUnder(t, f, "Systems", "Affected system"), p.Figures.Systems)
	pauses := tableUnder(t, f, "Pauses", "Pauses")
	for _, s := range p.Figures.Pauses {
		holds(t, "pauses", cellOf(t, pauses, book.Word(s.Reason), 1), s.Count)
		holds(t, "incidents paused", cellOf(t, pauses, book.Word(s.Reason), 2), len(s.Rows))
		days(t, "pauses", cellOf(t, pauses, book.Word(s.Reason), 3), s.Length.Hours()/24)
	}
	agreeList(t, rowsOf(t, f, "Incident list"), p.Figures)
}

// agreeClocks holds one clock by class, team, agency and month.
func agreeClocks(t rapid.TB, f *excelize.File, clock string, rates model.Rates, parts []model.Part, of func(model.Part) model.Rate) {
	t.Helper()
	classes := tableUnder(t, f, "Performance", clock)
	agreeRates(t, classes, 2, rates.Classes, rates.Total)
	for i, r := range rates.Classes {
		days(t, r.Key+" target", classes[i+1][1], r.Target.Duration().Hours()/24)
	}
	agreeRates(t, tableUnder(t, f, "Performance by group", clock+" by team"), 1, rates.Teams, rates.Total)
	agreeRates(t, tableUnder(t, f, "Performance by group", clock+" by city agency"), 1, rates.Agencies, rates.Total)
	if len(parts) > 0 {
		var months []model.Rate
		for _, p := range parts {
			months = append(months, of(p))
		}
		table := tableUnder(t, f, "Months", clock+" by month")
		agreeRates(t, table, 1, months, rates.Total)
		if check := table[len(parts)+2]; check[1] != "Agrees" {
			t.Fatalf("check row: %q", check)
		}
	}
}

// agreeRates reads the rows in the order of the figures; column is that of the
// kept.
func agreeRates(t rapid.TB, table [][]string, column int, rates []model.Rate, all model.Rate) {
	t.Helper()
	for i, r := range append(slices.Clone(rates), all) {
		row := slices.Concat(table[i+1], make([]string, 10))[column:]
		holds(t, r.Key+" kept", row[0], len(r.Kept))
		holds(t, r.Key+" breached", row[1], len(r.Breached))
		holds(t, r.Key+" ended", row[2], r.Ended())
		share, ok := r.Share()
		if !ok {
			if row[3] != "" {
				t.Fatalf("%s: a share of nothing is %q", r.Key, row[3])
			}
			continue
		}
		days(t, r.Key+" share", row[3], share)
		for k, length := range lengths(r.Spread) {
			days(t, r.Key+" "+string(spread[k]), row[4+k], length.Hours()/24)
		}
	}
}

// agreeFlows reads the rows in the order of the figures, since two agencies
// may have one name.
func agreeFlows(t rapid.TB, table [][]string, flows []model.Flow) {
	t.Helper()
	for i, f := range flows {
		for k, rows := range [][]*model.Row{f.Opening, f.Incoming, f.Completed, f.Closing} {
			holds(t, f.Key, table[i+1][k+1], len(rows))
		}
	}
	if check := table[len(flows)+2]; check[1] != "Agrees" {
		t.Fatalf("check row: %q", check)
	}
}

// agreeList counts the incidents of the list again, as a reader would with a
// filter.
func agreeList(t rapid.TB, rows [][]string, f model.Figures) {
	t.Helper()
	counts := map[string]int{}
	for n := range rows[1:] {
		if len(rows[n+1]) == 0 || len(f.All) == 0 {
			continue
		}
		counts[under(t, rows, n+1, "Counted in as")]++
		counts[under(t, rows, n+1, "Counted out as")]++
		latest := under(t, rows, n+1, "Resolution after reopening: result")
		if latest == "" {
			latest = under(t, rows, n+1, "Resolution: result")
		}
		if latest == "Overdue" {
			counts["Overdue"]++
		}
	}
	for name, list := range map[string][]*model.Row{
		"Opening balance": f.Opening, "Received": f.Incoming, "Completed": f.Completed, "Closing balance": f.Closing, "Overdue": f.Overdue,
	} {
		if counts[name] != len(list) {
			t.Fatalf("the list has %d incidents %s, the figures %d", counts[name], name, len(list))
		}
	}
}

func TestTheWorkbookCarriesTheFigures(t *testing.T) {
	for _, period := range []string{"2026-10", "2026-09", "2026-Q3", "2026-Q4", "2026-S2", "2026"} {
		p := periodicOf(t, stories(), period)
		agree(t, opened(t, bytesOf(t, p, locales.Open(locales.EN), t.TempDir())), p)
	}
}

func TestTheWorkbookCarriesAnyFigures(t *testing.T) {
	spill := t.TempDir()
	rapid.Check(t, func(rt *rapid.T) {
		rows := anyIncidents(25).Draw(rt, "rows")
		p := periodicOf(t, rows, rapid.SampledFrom([]string{"2026-08", "2026-09", "2026-Q3", "2026"}).Draw(rt, "period"))
		agree(rt, opened(rt, bytesOf(rt, p, locales.Open(locales.EN), spill)), p)
	})
}

func TestAnEmptyPeriodIsNihil(t *testing.T) {
	p := periodicOf(t, nil, "2026-10")
	f := opened(t, bytesOf(t, p, locales.Open(locales.ID), t.TempDir()))
	said := 0
	for _, sheet := range f.GetSheetList() {
		for _, row := range rowsOf(t, f, sheet) {
			if len(row) > 0 && strings.HasPrefix(row[0], "Nihil") {
				said++
			}
		}
	}
	if said != 7 { // summary, main incidents, both clocks, pauses, trend, list
		t.Errorf("Nihil is said %d times", said)
	}
	agree(t, opened(t, bytesOf(t, p, locales.Open(locales.EN), t.TempDir())), p)
}

func TestAPastPeriodIsToldAsItStood(t *testing.T) {
	f := opened(t, bytesOf(t, periodicOf(t, stories(), "2026-09"), locales.Open(locales.EN), t.TempDir()))
	rows := rowsOf(t, f, "Incident list")
	if got := under(t, rows, 1, "Reopened"); got != "No" {
		t.Errorf("an incident reopened in October is reopened in September: %q", got)
	}
	if got := under(t, rows, 2, "Outcome"); got != "Open" {
		t.Errorf("an incident closed on 1 October is %q at the end of September", got)
	}
}
