package paper

import (
	"math"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"
)

// TestAnyStringIsSafe puts whatever a person may type, or an attacker may
// send, into every part.
func TestAnyStringIsSafe(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		raw := rapid.SliceOfN(rapid.Byte(), 0, 60).Draw(t, "bytes")
		s := string(raw) + rapid.String().Draw(t, "runes")
		hostile(t, s)
	})
}

func TestKnownIllnessesAreSafe(t *testing.T) {
	for _, s := range []string{"", " ", "\n\n\n", "👍🏽 laporan", "日本", "\x00\x01\x7f", "\xff\xfe", "a\u202eb", ")Tj ET", `\`, "(", "☑ ✓ ✗", strings.Repeat("x", 5000), strings.Repeat("\n", 200)} {
		hostile(t, s)
	}
}

func hostile(t rapid.TB, s string) {
	d := New(Setup{Title: s, Author: s, Subject: s, Creator: s, Language: "id-ID", Labels: Labels{Page: s, Continued: s},
		Running: Running{Marking: s, Name: s, Notice: s, Draft: s}})
	d.Letterhead(Kop{Government: s, Office: s, Address: []string{s}})
	d.Title(s)
	d.LetterOpening(Opening{PlaceDate: s, Facts: []Fact{{s, s}}, To: []string{s}, At: s})
	d.Heading(1, s)
	d.Heading(2, "after any heading")
	d.Paragraph(Plain(s), Bold(s), Italic(s))
	d.List(List{Points: Points(s, s)})
	d.Table(Table{Caption: s, Columns: []Column{{Title: s}, {Title: s}}, Rows: []Row{Cells(s, s), Total(s)}})
	d.Table(Table{Columns: []Column{{Title: s}}, Empty: s})
	d.Tiles(Tiles{Alt: s, Tiles: []Tile{{s, s, s, ArrowUp}}})
	d.Bars(Bars{Title: s, Alt: s, Bars: []Bar{{s, 1, s}}})
	d.Columns(Columns{Title: s, Alt: s, Labels: []string{s}, Series: []Series{{s, []float64{1}, []string{s}}}})
	d.Trend(Trend{Title: s, Alt: s, Labels: []string{s}, Series: []Series{{s, []float64{1}, []string{s}}}})
	d.Promises(Promises{Title: s, Alt: s, Kept: s, Breached: s, Rows: []Promise{{s, 1, 1, s, s, s}}})
	d.Note(Plain(s))
	d.Signature(Signature{PlaceDate: s, Office: []string{s}, Box: s, Name: s, Rank: s, NIP: s})
	d.Copies(s, s)
	sheets, err := d.LayOut()
	if err != nil {
		t.Fatal(err)
	}
	file, err := sheets.PDF()
	if err != nil {
		t.Fatal(err)
	}
	if err := CheckPDFA(file); err != nil {
		t.Fatal(err)
	}
	if _, err := sheets.Picture(0, 20); err != nil {
		t.Fatal(err)
	}
}

func TestOddNumbersDrawNothingOdd(t *testing.T) {
	odd := []float64{math.NaN(), math.Inf(1), -5, 0, 1e300}
	sheets := lay(t, setup(), func(d *Doc) {
		for _, v := range odd {
			d.Bars(Bars{Bars: []Bar{{"a", v, "a"}, {"b", 1, "b"}}})
			d.Columns(Columns{Stacked: true, Labels: []string{"a", "b"}, Series: []Series{{"s", []float64{v}, nil}}})
			d.Trend(Trend{Labels: []string{"a"}, Series: []Series{{"s", []float64{v, v, v}, nil}}})
			d.Promises(Promises{Rows: []Promise{{Kept: v, Breached: 1}}})
		}
		d.Columns(Columns{})
		d.Trend(Trend{})
		d.Tiles(Tiles{})
		d.Table(Table{})
	})
	for i, page := range sheets.Document().Pages {
		for _, item := range page.Items {
			from, to := item.Mark.Bounds()
			if !(from.X >= 0 && from.Y >= 0 && to.X <= sheets.Document().Width && to.Y <= sheets.Document().Height) {
				t.Fatalf("page %d: %+v is off the page", i+1, item.Mark)
			}
		}
	}
}

func TestLongChartsGoOnOnTheNextPage(t *testing.T) {
	bars := Bars{Title: "Perangkat Daerah"}
	promises := Promises{Kept: "Ditepati", Breached: "Terlampaui"}
	for i := range 100 {
		bars.Bars = append(bars.Bars, Bar{"Dinas", float64(i), "n"})
		promises.Rows = append(promises.Rows, Promise{Label: "Dinas", Kept: float64(i), Breached: 3})
	}
	sheets := lay(t, setup(), func(d *Doc) { d.Bars(bars); d.Promises(promises) })
	for i, page := range sheets.Document().Pages {
		insideMargins(t, i, page)
	}
}

func TestSampleTextsStandApart(t *testing.T) {
	for i, page := range lay(t, setup(), func(d *Doc) { letter(d); d.PageBreak(); report(d) }).Document().Pages {
		insideMargins(t, i, page)
		apart(t, i, page)
	}
}

func TestBrokenPartsAreRefused(t *testing.T) {
	for name, write := range map[string]func(*Doc){
		"crest is no image": func(d *Doc) { d.Letterhead(Kop{Emblem: []byte("GIF89a")}) },
		"crest is cut off":  func(d *Doc) { d.Letterhead(Kop{Emblem: crest()[:400]}) },
		"too many cells":    func(d *Doc) { d.Table(Table{Columns: []Column{{}}, Rows: []Row{Cells("a", "b")}}) },
	} {
		d := New(setup())
		write(d)
		if _, err := d.LayOut(); err == nil {
			t.Error(name, "was accepted")
		}
	}
}

func TestSheetsAreReadBySeveralAtOnce(t *testing.T) {
	sheets := lay(t, setup(), letter)
	want, err := sheets.PDF()
	if err != nil {
		t.Fatal(err)
	}
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			if got, err := sheets.PDF(); err != nil || string(got) != string(want) {
				t.Error("another goroutine got another file", err)
			}
		})
	}
	all.Wait()
}

func BenchmarkReport(b *testing.B) {
	for b.Loop() {
		pdf(b, setup(), func(d *Doc) { letter(d); d.Table(chronology(39)) })
	}
}

func BenchmarkHundredPages(b *testing.B) {
	table := chronology(39)
	for len(table.Rows) < 1900 {
		table.Rows = append(table.Rows, table.Rows[:38]...)
	}
	b.ReportMetric(float64(lay(b, setup(), func(d *Doc) { d.Table(table) }).Count()), "pages")
	for b.Loop() {
		pdf(b, setup(), func(d *Doc) { d.Table(table) })
	}
}

func BenchmarkPicture(b *testing.B) {
	sheets := lay(b, setup(), letter)
	for b.Loop() {
		if _, err := sheets.Picture(0, 110); err != nil {
			b.Fatal(err)
		}
	}
}
