package reports

import (
	"strings"

	"siaga/locales"
	"siaga/model"
	"siaga/reports/paper"
)

// periodicPaper is a laporan berkala being written.
type periodicPaper struct {
	*official
	v      Periodic
	f      model.Figures
	reader reader
	kind   string // of the report by its span: Laporan Bulanan
	name   string // with its period
	period string // this one and the one before, as sentences call them
	former string
}

// Sheets lays out the laporan berkala to the Wali Kota: the letter that carries
// it (korespondensi shape) and the report (judul shape) under the headings of
// Diktum KEEMPAT. While the period lasts it is a draft.
func (p Periodic) Sheets(book *locales.Book) (*paper.Sheets, error) {
	book, _ = inOffice(book, p.Office)
	w := periodicPaper{v: p, f: p.Figures, period: periodName(book, p.Figures.Period), former: periodName(book, p.Before.Period)}
	w.kind = book.T("periodic.kind." + string(p.Figures.Period.Span))
	w.name = book.T("periodic.name", "Kind", w.kind, "Period", w.period)
	w.reader = reader{book: book, office: p.Office, names: p.Names, now: p.Figures.Until - 1, until: p.Figures.Until}
	w.official = newOfficial(book, p.Office, cover{
		name: w.name, foot: w.name, label: strictest(p.Figures.All), date: p.Date, draft: w.f.Lasting(),
	})
	w.cover()
	w.PageBreak()
	w.Title(strings.ToUpper(w.kind), book.T("paper.about"), strings.ToUpper(book.T("periodic.about", "Team", p.Office.Team)), strings.ToUpper(w.period))
	w.summary()
	w.introduction()
	w.mainServices()
	w.furtherServices()
	w.advice()
	w.chapter("periodic.closing")
	w.tell("periodic.closing.text", "Period", w.period)
	w.sign(w.signature(p.Signer, w.placeDate(w.number())))
	w.annexes()
	return w.LayOut()
}

func (w periodicPaper) number() model.PaperNumber {
	return model.PaperNumber{Number: w.v.Number, Date: w.v.Date}
}

// cover is the letter to the Wali Kota through the Sekretaris Daerah.
func (w periodicPaper) cover() {
	w.kop()
	w.opening(w.number(), strictest(w.f.All), w.book.T("periodic.enclosed", "Count", w.book.Count(1)), w.name, w.to())
	w.tell("periodic.letter", "Team", w.office.Team, "Name", w.name)
	w.List(paper.List{Marker: paper.Lettered, Points: paper.Points(w.points()...)})
	w.tell("periodic.letter.closing")
	w.sign(w.signature(w.v.Signer, ""))
	if copies := w.office.CopiesTo; len(copies) > 0 {
		w.Copies(w.book.T("paper.copies"), punctuated(copies)...)
	}
}

// to are the lines of the addressee; the word between the two officials
// follows the language.
func (w periodicPaper) to() []string {
	through := locales.Open(locales.ID).T("paper.through")
	var lines []string
	for i, line := range w.office.Addressee {
		switch {
		case i == 0:
			line = w.book.T("paper.to", "Name", line)
		case line == through:
			line = w.book.T("paper.through")
		}
		lines = append(lines, line)
	}
	return lines
}

// punctuated ends each line with a semicolon, the last with a full stop.
func punctuated(lines []string) []string {
	out := make([]string, len(lines))
	for i, line := range lines {
		out[i] = line + ";"
	}
	out[len(out)-1] = lines[len(lines)-1] + "."
	return out
}
