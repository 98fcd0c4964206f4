package paper

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"strings"
	"time"
)

var (
	wib    = time.FixedZone("WIB", 7*3600)
	labels = Labels{Page: "Halaman {n} dari {m}", Continued: "lanjutan"}
)

func setup() Setup {
	return Setup{
		Title: "Laporan Penyelesaian Insiden CSIRT-BKS-2026-0042", Author: "Diskominfostandi Kota Bekasi",
		Subject: "Pengubahan tampilan situs", Creator: "Siaga", Language: "id-ID",
		Date:    time.Date(2026, 11, 24, 9, 30, 0, 0, wib),
		Running: Running{Marking: "TERBATAS · TLP:AMBER", Name: "CSIRT-BKS-2026-0042"},
		Labels:  labels,
	}
}

// crest is a shield in two colours on a transparent ground.
func crest() []byte {
	img := image.NewNRGBA(image.Rect(0, 0, 180, 220))
	for y := range 220 {
		for x := range 180 {
			if float64((x-90)*(x-90))/8100+float64((y-100)*(y-100))/14400 < 1 {
				img.Set(x, y, color.NRGBA{R: uint8(30 + x/2), G: 110, B: 60, A: 255})
			}
		}
	}
	var out bytes.Buffer
	_ = png.Encode(&out, img)
	return out.Bytes()
}

func letterhead() Kop {
	return Kop{
		Government: "PEMERINTAH KOTA BEKASI",
		Office:     "DINAS KOMUNIKASI, INFORMATIKA, STATISTIK DAN PERSANDIAN",
		Address:    []string{"Jalan Jenderal Ahmad Yani Nomor 1, Bekasi 17141", "Laman diskominfostandi.bekasikota.go.id, pos-el csirt@bekasikota.go.id"},
		Emblem:     crest(), EmblemAlt: "Lambang Kota Bekasi",
	}
}

func signer(box string) Signature {
	return Signature{
		PlaceDate: "Bekasi, 24 November 2026",
		Office:    []string{"Plt. Kepala Dinas Komunikasi, Informatika, Statistik dan Persandian", "selaku Ketua BekasiKota-CSIRT,"},
		Box:       box, Name: "Rahmat Hidayat, S.Kom., M.Si.", Rank: "Pembina Utama Muda (IV/c)", NIP: "NIP 19710203 199603 1 002",
	}
}

const prose = "Pada hari Senin, 5 Oktober 2026 pukul 09.12 WIB, Helpdesk menerima laporan bahwa halaman muka situs sekolah berubah. " +
	"Tim Penanganan Insiden menelusuri catatan akses peladen dan menemukan berkas asing pada folder unggahan."

// letter writes a letter with every part of the korespondensi shape.
func letter(d *Doc) {
	d.Letterhead(letterhead())
	d.LetterOpening(Opening{
		PlaceDate: "Bekasi, 24 November 2026",
		Facts:     []Fact{{"Nomor", "500.12/123/Diskominfostandi"}, {"Sifat", "Terbatas/Segera"}, {"Lampiran", "1 (satu) berkas"}, {"Hal", "Laporan Bulanan BekasiKota-CSIRT Bulan Oktober 2026 kepada Wali Kota melalui Sekretaris Daerah"}},
		To:        []string{"Yth. Wali Kota Bekasi", "melalui", "Sekretaris Daerah Kota Bekasi", "di"}, At: "Bekasi",
	})
	d.Paragraph(Plain(prose), Plain(" Sistem tersebut telah melalui "), Italic("hardening"), Plain(" dan "), Bold("pemulihan"), Plain(" seluruhnya."))
	d.Paragraph(Plain(prose))
	d.Paragraph(Plain("Demikian disampaikan, atas perhatian Bapak diucapkan terima kasih."))
	letterSign := signer("Ruang tanda tangan elektronik")
	letterSign.PlaceDate = ""
	d.Signature(letterSign)
	d.Copies("Tembusan:", "Inspektur Daerah Kota Bekasi;", "Kepala Badan Siber dan Sandi Negara.")
}

// report writes a report with every other part.
func report(d *Doc) {
	d.Title("LAPORAN PENYELESAIAN INSIDEN", "NOMOR 500.12/124/Diskominfostandi", "TENTANG PENGUBAHAN TAMPILAN SITUS SEKOLAH")
	d.Heading(1, "A. Pendahuluan")
	d.Paragraph(Plain(prose))
	d.Tiles(Tiles{Alt: "Empat angka utama bulan Oktober 2026", Tiles: []Tile{
		{"Insiden masuk", "105", "12 lebih banyak", ArrowUp}, {"Selesai tepat waktu", "95,2 %", "naik dari 91,0 %", ArrowUp},
		{"Rata-rata waktu respons", "0 j 42 m", "9 menit lebih cepat", ArrowDown}, {"Masih terbuka", "7", "sama", Level},
	}})
	d.Heading(2, "1. Dasar")
	d.List(List{Marker: Lettered, Points: Points("Peraturan Badan Siber dan Sandi Negara Nomor 1 Tahun 2024 tentang Pengelolaan Insiden Siber;", "Keputusan Wali Kota Bekasi Nomor 555/Kep.217.")})
	d.Heading(2, "2. Identitas")
	d.Facts(Fact{"Nomor tiket", "CSIRT-BKS-2026-0042"}, Fact{"Sistem Elektronik", "Situs SMP Negeri 5 Kota Bekasi"}, Fact{"Kategori", "Pengubahan tampilan situs " + strings.Repeat("yang panjang ", 12)})
	d.Heading(1, "B. Bagan")
	d.Bars(Bars{Title: "Insiden menurut kategori", Alt: "Pengelabuan 41, malware 22, pengubahan tampilan 9", Bars: []Bar{{"Pengelabuan (phishing)", 41, "41"}, {"Perangkat lunak berbahaya", 22, "22"}, {"Pengubahan tampilan situs", 9, "9"}, {"Lain-lain", 0, "0"}}})
	d.Columns(Columns{Title: "Insiden per bulan", Alt: "Tiga bulan", Labels: []string{"Agustus", "September", "Oktober"}, Series: []Series{
		{"Strategis", []float64{4, 6, 5}, []string{"4", "6", "5"}}, {"Tinggi", []float64{10, 12, 9}, []string{"10", "12", "9"}}, {"Rendah", []float64{20, 17, 24}, []string{"20", "17", "24"}}}})
	d.Columns(Columns{Title: "Insiden per bulan, ditumpuk", Alt: "Tiga bulan", Stacked: true, Labels: []string{"Agustus", "September", "Oktober"}, Series: []Series{
		{"Strategis", []float64{4, 6, 5}, []string{"4", "6", "5"}}, {"Tinggi", []float64{10, 12, 9}, []string{"10", "12", "9"}}, {"Rendah", []float64{20, 17, 24}, []string{"20", "17", "24"}}}})
	d.Trend(Trend{Title: "Masuk dan selesai", Alt: "Dua garis", Labels: []string{"Mei", "Jun", "Jul", "Agu", "Sep", "Okt"}, Series: []Series{
		{"Masuk", []float64{30, 42, 35, 51, 48, 60}, []string{"30", "42", "35", "51", "48", "60"}}, {"Selesai", []float64{28, 40, 37, 44, 50, 57}, []string{"28", "40", "37", "44", "50", "57"}}}})
	d.Promises(Promises{Title: "Waktu respons", Alt: "Ditepati dan terlampaui", Kept: "Ditepati", Breached: "Terlampaui", Rows: []Promise{
		{"Strategis", 12, 3, "12", "3", "80,0 %"}, {"Tinggi", 30, 1, "30", "1", "96,8 %"}, {"Rendah", 0, 0, "", "", "–"}}})
	d.Heading(1, "C. Kronologi")
	d.Table(chronology(70))
	d.Note(Plain("Sumber: buku kejadian BekasiKota-CSIRT. Seluruh waktu dalam WIB."))
	d.Table(Table{Caption: "Tabel 2. Peringatan", Columns: []Column{{Title: "No.", Share: 1}, {Title: "Uraian", Share: 8}}, Empty: "Nihil: tidak ada peringatan pada periode ini."})
	d.Heading(1, "D. Penutup")
	d.Paragraph(Plain(prose))
	d.Signature(Signature{Office: []string{"Disiapkan oleh", "Koordinator,"}, Name: "Siti Aminah, S.T.", Rank: "Penata (III/c)", NIP: "NIP 19850607 201001 2 001"}, signer(""))
}

func chronology(count int) Table {
	t := Table{Caption: "Tabel 1. Kronologi penanganan", Zebra: true, Columns: []Column{
		{Title: "No.", Share: 1, Align: Right}, {Title: "Waktu (WIB)", Share: 2.4}, {Title: "Uraian kejadian", Share: 6}, {Title: "Tepat waktu", Share: 2}}}
	for i := range count {
		row := Cells(fmt.Sprint(i+1), "5 Okt 2026 09.12", prose[:30+i*7%150], "ya")
		row.Cells[3].Sign = Tick
		if i%7 == 3 {
			row.Cells[2].Text = "https://sekolah.example.go.id/wp-content/uploads/2026/10/shell.php?cmd=" + strings.Repeat("a1b2c3d4", 8)
			row.Cells[3] = Cell{Text: "tidak", Sign: Cross}
		}
		if i == 40 {
			row.Cells[2].Text = strings.Repeat(prose+" ", 30)
		}
		t.Rows = append(t.Rows, row)
	}
	t.Rows = append(t.Rows, Total("", "Jumlah", fmt.Sprint(count), ""))
	return t
}
