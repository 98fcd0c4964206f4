package reports

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"siaga/locales"
	"siaga/model"
	"siaga/reports/paper"
)

// The papers that the tests print, and how they are read back.

var update = flag.Bool("update", false, "write the golden texts of the papers anew")

// sheeted is a paper of the office.
type sheeted interface {
	Sheets(*locales.Book) (*paper.Sheets, error)
}

// printed is the file of a paper.
func printed(t testing.TB, v sheeted, lang locales.Lang) []byte {
	t.Helper()
	sheets, err := v.Sheets(locales.Open(lang))
	if err != nil {
		t.Fatal(err)
	}
	file, err := sheets.PDF()
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// saved puts a file where a checking program reads it, and where a person asked
// for pictures.
func saved(t *testing.T, name string, file []byte) string {
	t.Helper()
	folder := *pictures
	if folder == "" {
		folder = t.TempDir()
	}
	path := filepath.Join(folder, name+".pdf")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// checker runs a program over a file; a machine without it fails the test and
// is told which Debian package to install.
func checker(t *testing.T, debian, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		t.Fatalf("%s is not installed: apt-get install %s", name, debian)
	}
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return string(out)
}

func wordsOn(t *testing.T, path string) string {
	t.Helper()
	return checker(t, "poppler-utils", "pdftotext", "-layout", path, "-")
}

// paperOffice is the office with everything that a letterhead prints.
func paperOffice() model.Office {
	o := model.NewOffice()
	o.Letterhead = []string{"Jalan Jenderal Ahmad Yani Nomor 1, Bekasi 17141", "Laman diskominfostandi.bekasikota.go.id, pos-el csirt@bekasikota.go.id"}
	o.Contact = "telepon (021) 000000\npos-el csirt@bekasikota.go.id"
	return o
}

func chair() Signer {
	return Signer{Post: "III", Standing: model.Plt, Name: "Rahmat Hidayat, S.Kom., M.Si.", JobTitle: "Sekretaris Dinas", Rank: "Pembina Utama Muda (IV/c)", NIP: "197102031996031002"}
}

func coordinator() Signer {
	return Signer{Post: "VII.koordinator", Standing: model.Definitive, Name: "Siti Aminah, S.T.", JobTitle: "Kepala Bidang E-Government", Rank: "Pembina (IV/a)", NIP: "198506072010012001"}
}

// whole is the incident behind a row, with everything that was written down.
func whole(row *model.Row) model.Incident {
	i := model.Incident{
		ID: row.ID, Ticket: row.Ticket, Course: row.Course, Title: row.Title, Channel: row.Channel,
		Description: "Halaman muka laman sekolah berganti menjadi tulisan peretas.\nGuru piket menemukannya ketika membuka laman pada pagi hari.",
		Reporter:    model.Reporter{Name: "Bu Siti", Position: "Guru piket", Agency: "SMP Negeri 5 Bekasi", Phone: "0812-3456-7890", Email: "siti@sekolah.example"},
		Agency:      row.Agency, System: row.System, Affected: row.Affected, Category: row.Category, TLP: row.TLP, Risk: row.Risk, Priority: row.Priority,
		PersonalData: row.PersonalData, DataBreach: row.DataBreach, Vital: row.Vital, HappenedAt: row.HappenedAt, KnownAt: row.ReceivedAt - 600, ReportedAt: row.ReceivedAt - 60, TypedAt: row.TypedAt,
		Teams: row.Teams, Persons: row.Persons,
		InitialAnalysis: "Berkas index.php diganti pada pukul 04.17; alamat asal 203.0.113.77.", Impact: "Informasi penerimaan siswa baru tidak dapat dibuka.",
		Analysis: "Peladen 10.20.30.40 menerima unggahan webshell melalui pengaya galeri yang usang.", RootCause: "Pengaya galeri tidak dimutakhirkan sejak 2024.",
		Lessons: "Pemutakhiran pengaya harus dijadwalkan setiap bulan.", Recommendations: "Menetapkan penanggung jawab pemutakhiran pada setiap sekolah.",
		Conclusion: "Laman telah pulih dan tidak ada data yang keluar.", Announcement: "Laman sekolah telah pulih sepenuhnya. Pengguna tidak perlu mengganti kata sandi.",
	}
	at := row.ReceivedAt
	i.Chronology = []model.Occurrence{{At: at + 300, Text: "Guru piket mengirimkan tangkapan layar.", By: testID("b", 0)}, {At: at + 3000, Text: "Laman dialihkan ke halaman pemeliharaan.", By: testID("b", 1)}}
	for n, phase := range []model.ActionPhase{"containment", "eradication", "recovery", "hardening"} {
		i.Actions = append(i.Actions, model.Action{At: at + model.Instant(3600*(n+1)), Phase: phase, By: testID("b", n%3),
			Text: []string{"Menutup akses unggah.", "Menghapus webshell.", "Memulihkan laman dari cadangan.", "Memasang pembatasan jenis berkas."}[n]})
	}
	i.Evidence = []model.Evidence{
		{At: at + 900, Name: "akses.log", Description: "Log akses peladen", SHA256: strings.Repeat("9f86d081884c7d65", 4), Location: "Lemari barang bukti 2"},
		{At: at + 950, Name: "Tangkapan layar", Location: "Folder bersama tim"},
	}
	return i
}

// solved is a Laporan Penyelesaian Insiden of one of the stories.
func solved(row *model.Row, number string) Resolution {
	return Resolution{
		Office: paperOffice(), Names: directory(), Incident: whole(row),
		Number: model.PaperNumber{Number: number, Date: wibTime("2026-11-03 09:00")}, Signer: chair(), Preparer: coordinator(), PrintedAt: wibTime("2026-11-03 09:30"),
	}
}

// periodic is the monthly report of October 2026 over some rows.
func monthly(rows []*model.Row, number string) Periodic {
	office := paperOffice()
	now := wibTime("2026-11-03 09:30")
	p := Periodic{Office: office, Names: directory(), Number: number, Date: now, Signer: chair(), PrintedAt: now}
	month := model.NewPeriod(model.Month, 2026, 10, wib)
	count := func(m model.Period) model.Figures { return model.Count(rows, m, office.Policy, now) }
	p.Figures, p.Before = count(month), count(month.Before(wib))
	for range 12 {
		p.Trend = append([]model.Figures{count(month)}, p.Trend...)
		month = month.Before(wib)
	}
	for _, row := range p.Figures.Main {
		p.Stories = append(p.Stories, whole(row))
	}
	return p
}

func announced(row *model.Row) Announcement {
	i := whole(row)
	return Announcement{
		Office: paperOffice(), Ticket: i.Ticket, Label: i.TLP, Service: directory().Systems[i.System], Agency: directory().Agencies[i.Agency], Text: i.Announcement,
		ReceivedAt: i.ReceivedAt, CompletedAt: i.CompletedAt, Number: model.PaperNumber{Number: "500.12/91/Diskominfostandi", Date: wibTime("2026-10-01 20:00")},
		Signer: chair(), PrintedAt: wibTime("2026-10-01 20:00"),
	}
}

func answered(row *model.Row) Answer {
	i := whole(row)
	i.Answer = "Layar biru muncul karena kerusakan memori, bukan karena serangan. Silakan menghubungi pengelola perangkat."
	i.Endings[0].Reason = "Gangguan perangkat keras tanpa tanda serangan."
	return Answer{Office: paperOffice(), Incident: i, Number: model.PaperNumber{Number: "500.12/88/Diskominfostandi", Date: wibTime("2026-10-08 13:00")},
		Signer: chair(), PrintedAt: wibTime("2026-10-08 13:00")}
}

// erased is the record of an erasure on one of the stories.
func erased(row *model.Row) Erasure {
	at := wibTime("2026-11-03 09:00")
	return Erasure{
		Office: paperOffice(), Tickets: []model.Ticket{row.Ticket, "CSIRT-2026-A-0140-P"}, OrderedAt: "A (Sekretariat)", Desk: "B (Meja belakang)",
		Order: model.Erasure{ID: testID("e", 0), Of: "incident", Ground: "request", OrderedBy: "Ketua Tim", Letter: "500.12/96/Diskominfostandi",
			Reason: "Permintaan tertulis pelapor.", RequestedAt: at - 90000, At: at - 3000, Events: []model.Erasing{
				{Subject: row.ID, Event: model.Mark{Desk: "a", N: 1}, Fields: []string{"reporter"}},
				{Subject: row.ID, Event: model.Mark{Desk: "a", N: 9}, Fields: []string{"notes", "passed/1.2"}}}},
		CarriedAt: at, Here: 2, Doomed: []OldCopy{{Path: "/media/cadangan/siaga-cadangan-20261020-020000.siaga", MadeAt: at - 1209600}},
		GivenOut: []GivenOut{
			{Path: "/media/usb/siaga-7f3a91c0.siaga", MadeAt: at - 604800, Desks: []model.DeskInfo{{Letter: "A", Name: "Sekretariat"}, {Letter: "C"}}},
			{Path: "/media/usb/siaga-20b48d17.siaga", MadeAt: at - 518400},
			{MadeAt: at - 432000, CSIRT: "Jabarprov-CSIRT"},
		},
		Operator: "Sekretaris Piket", Number: model.PaperNumber{Number: "500.12/97/Diskominfostandi", Date: at}, Signer: chair(), PrintedAt: at,
	}
}

// erasedAgain is the record of an order that was given once more for what was
// written again.
func erasedAgain(row *model.Row) Erasure {
	first, again := erased(row), erased(row)
	again.First = first.Order
	again.Order.ID, again.Order.Follows, again.Order.At = testID("e", 1), first.Order.ID, first.Order.At+90000
	again.Order.Events = again.Order.Events[:1]
	again.CarriedAt, again.Here, again.Doomed, again.GivenOut = again.CarriedAt+90000, 1, nil, nil
	again.Number = model.PaperNumber{Number: "500.12/99/Diskominfostandi", Date: again.CarriedAt}
	return again
}

// followed is the record of the first of them.
func followed(row *model.Row) Erasure {
	v := erased(row)
	v.Following = []model.Erasure{erasedAgain(row).Order}
	return v
}

// shown names the papers of which the tests keep the text.
func shown() map[string]sheeted {
	rows := stories()
	late := solved(rows[1], "500.12/90/Diskominfostandi")
	late.Incident.Passages[7].Signature = &model.Signature{Note: "Menunggu cadangan dari pusat data nasional."}
	late.Names.Tickets[rows[6].ID] = rows[6].Ticket
	late.Incident.Reports = []model.Report{{At: rows[6].ReceivedAt, Channel: "telepon", Agency: testID("a", 3), Origin: &model.Origin{Incident: rows[6].ID},
		Reporter: model.Reporter{Name: "Pak Joko", Position: "Kepala seksi", Phone: "0813-0000-0000"}}}
	vital := solved(rows[9], "500.12/92/Diskominfostandi")
	vital.Incident.Notices = []model.Notice{{At: vital.Incident.ReceivedAt + 40000, To: "bssn", Number: "500.12/93/Diskominfostandi", Text: "Laporan awal"}}
	twice := solved(rows[6], "1")
	twice.Names.Tickets[rows[0].ID], twice.Incident.Links = rows[0].Ticket, []string{string(rows[0].ID)}
	office := solved(rows[2], "1")
	policy := *office.Incident.Policy
	policy.Calendar, office.Incident.Policy = officeHours(), &policy
	open := solved(rows[0], "1")
	open.Incident.Conflicts = []string{"analysis", "title"}
	papers := map[string]sheeted{
		"resolution-disputed":    open,
		"resolution-officehours": office, "resolution": late, "resolution-open": solved(rows[3], ""), "resolution-vital": vital, "resolution-duplicate": twice, "resolution-paused": solved(rows[2], "1"), "resolution-reclassified": solved(rows[4], "1"),
		"answer": answered(rows[5]), "announcement": announced(rows[0]),
		"erasure": followed(rows[0]), "erasure-again": erasedAgain(rows[0]),
		"monthly": monthly(rows, "500.12/95/Diskominfostandi"), "monthly-nihil": monthly(nil, ""),
	}
	maps.Copy(papers, custodyPapers(rows[0]))
	guardedReport := solved(rows[0], "1")
	guardedReport.Incident = guarded(rows[0])
	papers["resolution-custody"] = guardedReport
	for _, kind := range OutwardKinds {
		papers[string(kind)] = outwardly(kind, rows[9])
	}
	for _, kind := range []OutwardKind{BSSNReport, BSSNForm, NoticePublic, PoliceReport} {
		papers[string(kind)+"-bare"] = bare(kind)
	}
	return papers
}

// officeHours is Perpres 21/2023, with a holiday in the week of the stories.
func officeHours() *model.Calendar {
	day, friday := []model.Hours{{From: 450, To: 720}, {From: 780, To: 960}}, []model.Hours{{From: 450, To: 690}, {From: 780, To: 990}}
	return model.NewCalendar(model.Calendar{Offset: 7 * 3600, Week: model.Week{1: day, 2: day, 3: day, 4: day, 5: friday},
		Holidays: []model.Holiday{{Date: "2026-10-08", Name: "Contoh hari libur"}}})
}

func nameOf(name string, lang locales.Lang) string { return fmt.Sprintf("%s.%s", name, lang) }
