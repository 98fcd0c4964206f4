package widgets

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"siaga/ui/look"
)

type ticket struct {
	number string
	title  string
	class  string
	left   int
	state  look.Tone
}

func ticketColumns() []Column[ticket] {
	return []Column[ticket]{
		{ID: "number", Title: "Tiket", Width: 110, Text: func(r ticket) string { return r.number },
			Compare: func(a, b ticket) int { return cmp.Compare(a.number, b.number) }},
		{ID: "title", Title: "Insiden", Width: 160, Stretch: 2, Text: func(r ticket) string { return r.title },
			Compare: func(a, b ticket) int { return cmp.Compare(a.title, b.title) }},
		{ID: "class", Title: "Klasifikasi", Width: 110, Text: func(r ticket) string { return r.class }},
		{ID: "left", Title: "Sisa waktu", Width: 130, Align: fyne.TextAlignTrailing,
			Text:    func(r ticket) string { return fmt.Sprintf("%d menit", r.left) },
			Tone:    func(r ticket) look.Tone { return r.state },
			Compare: func(a, b ticket) int { return cmp.Compare(a.left, b.left) }},
	}
}

func tickets(n int) []ticket {
	rows := make([]ticket, n)
	for i := range rows {
		rows[i] = ticket{
			number: fmt.Sprintf("INS-%05d", i+1),
			title:  "Pengubahan tampilan situs Dinas Pendidikan dan Kebudayaan pada subdomain penerimaan siswa",
			class:  []string{"Strategis", "Tinggi", "Rendah"}[i%3],
			left:   (i * 37) % 100,
			state:  look.Tone(i % 8),
		}
	}
	return rows
}

func newTicketTable(t *testing.T, n int) (*Table[ticket], fyne.Window) {
	table := NewTable(func(r ticket) string { return r.number }, ticketColumns()...)
	w := window(t, table, 720, 320)
	table.SetRows(tickets(n))
	return table, w
}

func numbers(rows []ticket) (all []string) {
	for _, row := range rows {
		all = append(all, row.number)
	}
	return all
}

func TestAClerkFindsAndOpensARowWithoutTheMouse(t *testing.T) {
	table, w := newTicketTable(t, 100)
	photograph(t, w, "table")
	var opened string
	table.OnOpen = func(r ticket) { opened = r.number }
	table.Focus()
	press(table.body, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	if opened != "INS-00003" {
		t.Errorf("Enter opened %q", opened)
	}
	press(table.body, fyne.KeyEnd, fyne.KeyReturn)
	if opened != "INS-00100" {
		t.Errorf("End and Enter opened %q", opened)
	}
	if !slices.Contains(texts(table), "INS-00100") {
		t.Error("the last row was not brought into view")
	}
	press(table.body, fyne.KeyPageUp, fyne.KeyHome, fyne.KeyReturn)
	if opened != "INS-00001" {
		t.Errorf("Home and Enter opened %q", opened)
	}
}

func TestShiftAndCtrlSelectSeveralRows(t *testing.T) {
	table, w := newTicketTable(t, 30)
	at := func(row int) fyne.Position { return fyne.NewPos(20, (float32(row)+0.5)*table.rowHeight()) }
	click := func(row int, held fyne.KeyModifier) {
		table.body.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at(row)}, Modifier: held})
	}
	click(1, 0)
	click(3, fyne.KeyModifierShift)
	click(6, fyne.KeyModifierShortcutDefault)
	click(2, fyne.KeyModifierShortcutDefault)
	want := []string{"INS-00002", "INS-00004", "INS-00007"}
	if got := numbers(table.Selected()); !slices.Equal(got, want) {
		t.Errorf("selected %v, want %v", got, want)
	}
	photograph(t, w, "table-selected")

	table.body.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	press(table.body, fyne.KeyDown, fyne.KeyDown)
	if got := len(table.Selected()); got != 3 {
		t.Errorf("Shift and two steps selected %d rows", got)
	}
	table.body.TypedShortcut(&fyne.ShortcutSelectAll{})
	if got := len(table.Selected()); got != 30 {
		t.Errorf("Ctrl+A selected %d rows", got)
	}
}

func TestTheSelectionSurvivesFreshRowsAndOtherOrder(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		table, _ := newTicketTable(t, 40)
		picked := rapid.SliceOfDistinct(rapid.IntRange(0, 39), rapid.ID[int]).Draw(rt, "picked")
		gone := rapid.IntRange(0, 39).Draw(rt, "gone")
		rows := tickets(40)
		var keys, want []string
		for _, i := range picked {
			keys = append(keys, rows[i].number)
			if i != gone {
				want = append(want, rows[i].number)
			}
		}
		table.Select(keys...)
		table.Sort(rapid.SampledFrom([]string{"left", "title", ""}).Draw(rt, "sort"), rapid.Bool().Draw(rt, "down"))
		table.SetRows(slices.Delete(rows, gone, gone+1))
		got := numbers(table.Selected())
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			rt.Fatalf("selected %v, want %v", got, want)
		}
	})
}

func TestTheHeaderSortsHidesAndRemembers(t *testing.T) {
	table, w := newTicketTable(t, 50)
	var kept TableLayout
	table.OnLayout = func(l TableLayout) { kept = l }
	test.Tap(table.header.cells[3])
	test.Tap(table.header.cells[3])
	if table.Rows()[0].left < table.Rows()[49].left || !kept.Descending || kept.Sort != "left" {
		t.Errorf("two taps gave %+v", kept)
	}
	if item := table.SortMenu().Items[2]; !item.Checked || item.Label != "Sisa waktu" {
		t.Errorf("the sort menu ticks %+v", item)
	}
	table.header.handles[0].Dragged(&fyne.DragEvent{Dragged: fyne.Delta{DX: 50}})
	table.header.handles[0].DragEnd()
	if kept.Widths["number"] != 160 {
		t.Errorf("dragged width is %v", kept.Widths)
	}
	table.ShowColumn("class", false)
	if slices.Contains(texts(table), "Klasifikasi") {
		t.Error("a hidden column is still shown")
	}
	photograph(t, w, "table-sorted")

	again := NewTable(func(r ticket) string { return r.number }, ticketColumns()...)
	again.SetLayout(kept)
	again.SetRows(tickets(50))
	if !slices.Equal(numbers(again.Rows()), numbers(table.Rows())) || len(again.shown) != 3 {
		t.Error("the remembered layout did not come back")
	}
}

func TestLongWordsAreShortenedAndTicksRewriteOnlyWhatChanged(t *testing.T) {
	table, _ := newTicketTable(t, 10)
	shortened := slices.ContainsFunc(texts(table), func(s string) bool { return strings.HasSuffix(s, ellipsis) })
	if !shortened {
		t.Error("nothing was shortened")
	}
	table.given[0].left, table.rows[0].left = 1, 77
	table.Tick()
	if !slices.Contains(texts(table), "77 menit") {
		t.Error("the tick did not show the new time left")
	}
	if n := testing.AllocsPerRun(20, table.Tick); n > 200 {
		t.Errorf("a tick that changes nothing allocates %v times", n)
	}
}

func TestAnEmptyTableSaysWhatBelongsThere(t *testing.T) {
	table, w := newTicketTable(t, 0)
	pressed := false
	table.SetEmpty(NewEmpty(look.IconIncidents, "Belum ada insiden yang dicatat.", NewPrimary("Catat insiden", look.IconAdd, func() { pressed = true })))
	photograph(t, w, "table-empty")
	if !slices.Contains(texts(table), "Catat insiden") {
		t.Error("the first step is not offered")
	}
	table.SetRows(tickets(1))
	if slices.Contains(texts(table), "Catat insiden") || pressed {
		t.Error("the placeholder stayed")
	}
}

func TestRightButtonAsksForTheMenuOfTheSelection(t *testing.T) {
	table, _ := newTicketTable(t, 5)
	var asked []string
	table.Menu = func(rows []ticket) *fyne.Menu {
		asked = numbers(rows)
		return fyne.NewMenu("", fyne.NewMenuItem("Buka", nil))
	}
	table.Select("INS-00001", "INS-00002")
	test.TapSecondary(table.body)
	if !slices.Equal(asked, []string{"INS-00001", "INS-00002"}) {
		t.Errorf("menu was asked for %v", asked)
	}
	table.body.TypedShortcut(&fyne.ShortcutCopy{})
	if got := fyne.CurrentApp().Clipboard().Content(); strings.Count(got, "\n") != 2 {
		t.Errorf("copied %q", got)
	}
}

func BenchmarkScrollThroughAHundredThousandRows(b *testing.B) {
	test.NewTempApp(b).Settings().SetTheme(look.New(look.Choice{}))
	table := NewTable(func(r ticket) string { return r.number }, ticketColumns()...)
	w := test.NewTempWindow(b, table)
	w.Resize(fyne.NewSize(1100, 640))
	table.SetRows(tickets(100_000))
	for b.Loop() {
		table.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: -31}})
	}
}
