package paper_test

import (
	"fmt"
	"time"

	"siaga/reports/paper"
)

// A letter with a table, from values to file.
func Example() {
	doc := paper.New(paper.Setup{
		Title: "Laporan Bulanan Oktober 2026", Author: "Diskominfostandi Kota Bekasi", Language: "id-ID",
		Date:    time.Date(2026, 11, 24, 9, 0, 0, 0, time.FixedZone("WIB", 7*3600)),
		Running: paper.Running{Marking: "TERBATAS · TLP:AMBER", Name: "500.12/123/Diskominfostandi"},
		Labels:  paper.Labels{Page: "Halaman {n} dari {m}", Continued: "lanjutan"},
	})
	doc.Letterhead(paper.Kop{
		Government: "PEMERINTAH KOTA BEKASI",
		Office:     "DINAS KOMUNIKASI, INFORMATIKA, STATISTIK DAN PERSANDIAN",
		Address:    []string{"Jalan Jenderal Ahmad Yani Nomor 1, Bekasi 17141"},
	})
	doc.LetterOpening(paper.Opening{
		PlaceDate: "Bekasi, 24 November 2026",
		Facts:     []paper.Fact{{Label: "Nomor", Value: "500.12/123/Diskominfostandi"}, {Label: "Hal", Value: "Laporan Bulanan"}},
		To:        []string{"Yth. Wali Kota Bekasi", "melalui", "Sekretaris Daerah Kota Bekasi", "di"}, At: "Bekasi",
	})
	doc.Paragraph(paper.Plain("Bersama ini disampaikan rekapitulasi "), paper.Italic("hardening"), paper.Plain(" dan insiden."))
	doc.Table(paper.Table{
		Caption: "Tabel 1. Insiden menurut klasifikasi",
		Columns: []paper.Column{{Title: "Klasifikasi", Share: 3}, {Title: "Jumlah", Share: 1, Align: paper.Right}},
		Rows:    []paper.Row{paper.Cells("Strategis", "2"), paper.Cells("Tinggi", "9"), paper.Total("Jumlah", "11")},
		Empty:   "Nihil.",
	})
	doc.Signature(paper.Signature{Office: []string{"Kepala Dinas,"}, Name: "Rahmat Hidayat", NIP: "NIP 19710203 199603 1 002"})
	sheets, err := doc.LayOut()
	if err != nil {
		panic(err)
	}
	file, err := sheets.PDF()
	fmt.Println(sheets.Count(), err, paper.CheckPDFA(file))
	// Output: 1 <nil> <nil>
}
