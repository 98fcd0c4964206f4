package locales

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"siaga/model"
)

func wib(t *testing.T, s string) model.Instant {
	t.Helper()
	at, err := time.ParseInLocation("2006-01-02 15:04:05", s, time.FixedZone("WIB", 7*3600))
	if err != nil {
		t.Fatal(err)
	}
	return model.At(at)
}

func TestWhyThisDeadline(t *testing.T) {
	const minute, hour = 60, 3600
	received := wib(t, "2026-10-05 09:12:00")
	for _, c := range []struct {
		clock   model.Clock
		id, en  string
		comment string
	}{
		{model.Clock{Start: model.FromReceived, StartAt: received, Target: 8 * hour, Paused: hour + 20*minute},
			"diterima 09.12 + 8 jam + jeda 1 jam 20 menit = 18.32 WIB",
			"received 09:12 + 8 hours + pause of 1 hour 20 minutes = 18:32 WIB", "the line of the design"},
		{model.Clock{Start: model.FromReceived, StartAt: received, Target: 10 * minute, Provisional: true},
			"diterima 09.12 + 10 menit = 09.22 WIB (sementara: klasifikasi belum ditetapkan, dihitung menurut target Strategis)",
			"received 09:12 + 10 minutes = 09:22 WIB (provisional: not yet classified, counted against the target for Strategic)", "no class yet"},
		{model.Clock{Start: model.FromEscalated, StartAt: wib(t, "2026-12-31 23:50:00"), Target: 48 * hour},
			"dieskalasi 31 Desember 2026 pukul 23.50 + 48 jam = 2 Januari 2027 pukul 23.50 WIB",
			"escalated 31 December 2026 at 23:50 + 48 hours = 2 January 2027 at 23:50 WIB", "over the year's end, in the annex's hours"},
		{model.Clock{Start: model.FromReopened, StartAt: wib(t, "2026-10-05 09:12:07"), Target: 8 * hour, Paused: 61, PausedNow: true},
			"dibuka kembali 09.12.07 + 8 jam + jeda sampai sekarang 1 menit 1 detik = 17.13.08 WIB",
			"reopened 09:12:07 + 8 hours + pause so far of 1 minute 1 second = 17:13:08 WIB", "seconds where they matter"},
		{model.Clock{Start: model.FromReceived, StartAt: wib(t, "2026-10-05 18:20:54"), Target: hour, Now: wib(t, "2026-10-06 08:00:00")},
			"diterima 5 Oktober 2026 pukul 18.20.54 + 1 jam = 19.20.54 WIB",
			"received 5 October 2026 at 18:20:54 + 1 hour = 19:20:54 WIB", "of a day that is not today"},
		{model.Clock{Start: model.FromReceived, StartAt: received, EndAt: received + 8*hour + 30, Target: 8 * hour},
			"diterima 09.12.00 + 8 jam = 17.12.00 WIB", "received 09:12:00 + 8 hours = 17:12:00 WIB", "late by seconds"},
		{model.Clock{Start: model.FromReceived, StartAt: wib(t, "2026-12-23 15:00:00"), Target: 2 * hour, Calendar: officeHours()},
			"diterima 23 Desember 2026 pukul 15.00 + 2 jam = 28 Desember 2026 pukul 08.30 WIB (jam kerja); tidak dihitung: 24 Desember 2026 (cuti bersama: Natal); " +
				"25 Desember 2026 (libur nasional: Kelahiran Yesus Kristus); 26–27 Desember 2026 (bukan hari kerja)",
			"received 23 December 2026 at 15:00 + 2 hours = 28 December 2026 at 08:30 WIB (office hours); not counted: 24 December 2026 (collective leave: Natal); " +
				"25 December 2026 (public holiday: Kelahiran Yesus Kristus); 26–27 December 2026 (not a working day)", "office hours over Christmas"},
		{model.Clock{Name: model.Resolution, Start: model.FromEscalated},
			"Waktu resolusi belum berjalan: dihitung sejak insiden dieskalasi ke tim sesuai kategori (langkah 5).",
			"Resolution time is not running yet: it counts from escalation to the team for the category (step 5).", "not started"},
		{model.Clock{Name: model.Resolution, Start: model.FromEscalated, Stopped: true},
			"Waktu resolusi tidak pernah berjalan: penanganan berakhir sebelum penghitungannya dimulai.",
			"Resolution time never ran: the incident ended before the count began.", "bukan insiden"},
	} {
		t.Run(c.comment, func(t *testing.T) {
			if !c.clock.Now.Known() {
				c.clock.Now = c.clock.StartAt
			}
			same(t, Open(ID).Why(c.clock), c.id)
			same(t, Open(EN).Why(c.clock), c.en)
		})
	}
}

func TestHowAClockEnded(t *testing.T) {
	start := wib(t, "2026-10-05 09:20:10")
	late := model.Clock{StartAt: start, EndAt: start + 10*3600 + 30, Target: 8 * 3600, Paused: 2 * 3600}
	same(t, Open(ID).Ended(late), "Selesai Senin, 5 Oktober 2026 pukul 19.20.40 WIB, setelah 8 jam 30 detik.")
	same(t, Open(ID).Margin(late), "terlambat 30 detik")
	stamp := Open(EN).Stamps(late.Instants()...)
	same(t, stamp(late.Due())+" "+stamp(late.EndAt), "05-10-2026 19:20:10 05-10-2026 19:20:40")
	office := model.Clock{StartAt: wib(t, "2026-12-23 15:00:00"), EndAt: wib(t, "2026-12-23 15:30:00"), Target: 2 * 3600, Calendar: officeHours()}
	same(t, Open(ID).Margin(office), "1 jam 30 menit dalam jam kerja sebelum batas waktu (4 hari 17 jam waktu kalender)")
	same(t, Open(EN).Ended(office), "Ended 23 December 2026, 15:30 WIB, after 30 minutes of office hours: "+
		"1 hour 30 minutes of office hours before the deadline (4 days 17 hours of calendar time).")
	same(t, Open(EN).Ended(model.Clock{StartAt: start}), "")
	same(t, Open(ID).Ended(model.Clock{StartAt: start, EndAt: start, Skewed: true}),
		"Waktu akhirnya tercatat mendahului waktu mulainya, sehingga lamanya dihitung nol; periksa jam komputer yang mencatat.")
}

func officeHours() *model.Calendar {
	day := []model.Hours{{From: 450, To: 720}, {From: 780, To: 960}}
	return model.NewCalendar(model.Calendar{Offset: 7 * 3600, Week: model.Week{1: day, 2: day, 3: day, 4: day, 5: day},
		Seasons:  []model.Season{{Name: "Ramadan", From: "2026-02-19", To: "2026-03-20", Week: model.Week{1: {{From: 480, To: 1440}}}}},
		Holidays: []model.Holiday{{Date: "2026-12-24", Name: "Natal", Joint: true}, {Date: "2026-12-25", Name: "Kelahiran Yesus Kristus"}}})
}

func TestTheDaysOfADeadline(t *testing.T) {
	k := model.Clock{StartAt: wib(t, "2026-12-23 15:00:00"), Target: 2 * 3600, Calendar: officeHours()}
	var told []string
	for _, d := range k.Days() {
		told = append(told, Open(ID).Weekday(d.Date)+" | "+Open(ID).Day(d)+" | "+Open(ID).Hours(d.Counted.Duration())+" | "+Open(ID).Hours(d.Sum.Duration()))
	}
	same(t, strings.Join(told, "\n"), strings.Join([]string{
		"Rabu, 23 Desember 2026 | 07.30–12.00, 13.00–16.00 | 1 jam | 1 jam",
		"Kamis, 24 Desember 2026 | cuti bersama: Natal | 0 menit | 1 jam",
		"Jumat, 25 Desember 2026 | libur nasional: Kelahiran Yesus Kristus | 0 menit | 1 jam",
		"Sabtu, 26 Desember 2026 | bukan hari kerja | 0 menit | 1 jam",
		"Minggu, 27 Desember 2026 | bukan hari kerja | 0 menit | 1 jam",
		"Senin, 28 Desember 2026 | 07.30–12.00, 13.00–16.00 | 1 jam | 2 jam",
	}, "\n"))
	k = model.Clock{StartAt: wib(t, "2026-03-16 15:00:00"), Target: 2 * 3600, Calendar: officeHours()}
	same(t, Open(EN).Day(k.Days()[0]), "08:00–24:00 (Ramadan)")
}

func TestFormerTargetsStayVisible(t *testing.T) {
	k := model.Clock{Former: []model.FormerTarget{
		{Class: model.Strategis, Target: 8 * 3600, Due: wib(t, "2026-10-05 17:12:00"), Breached: true},
		{Class: model.Rendah, Target: 48 * 3600, Due: wib(t, "2026-10-07 09:12:00")},
		{Class: model.Tinggi, Target: 3600, Due: wib(t, "2026-10-05 10:00:00"), Ended: true},
		{Class: model.Strategis, Target: 600, Due: wib(t, "2026-10-05 09:10:00"), Ended: true, Passed: true},
	}}
	same(t, Open(ID).Former(k), "Sebelumnya Strategis: target 8 jam, batas waktu 5 Oktober 2026 pukul 17.12 WIB, sudah terlampaui; capaian itu tetap tercatat sebagai tidak terpenuhi. "+
		"Sebelumnya Rendah: target 48 jam, batas waktu 7 Oktober 2026 pukul 09.12 WIB, belum terlampaui ketika klasifikasi diubah. "+
		"Sebelumnya Tinggi: target 1 jam, batas waktu 5 Oktober 2026 pukul 10.00 WIB, terpenuhi sebelum klasifikasi diubah. "+
		"Sebelumnya Strategis: target 10 menit, batas waktu 5 Oktober 2026 pukul 09.10 WIB, sudah lewat sebelum klasifikasi itu ditetapkan, sehingga tidak dinilai menurut klasifikasi itu.")
	same(t, Open(EN).Former(model.Clock{}), "")
}

// Whatever the span, the right side of the equation is the clock's own deadline.
func TestTheEquationEndsInTheDeadline(t *testing.T) {
	book := Open(EN)
	rapid.Check(t, func(r *rapid.T) {
		k := model.Clock{
			Start: model.FromReceived, StartAt: model.Instant(rapid.Int64Range(1_600_000_000, 1_900_000_000).Draw(r, "start")),
			Target: model.Seconds(rapid.Int64Range(60, 400_000).Draw(r, "target")), Paused: model.Seconds(rapid.Int64Range(0, 400_000).Draw(r, "paused")),
		}
		_, right, ok := strings.Cut(book.Why(k), " = ")
		layout := "2 January 2006 at 15:04:05 MST"
		if !strings.Contains(right, " at ") {
			layout = "15:04:05 MST"
		}
		if strings.Count(right, ":") == 1 {
			layout = strings.Replace(layout, ":05", "", 1)
		}
		due := k.Due().Time().In(time.FixedZone("WIB", 7*3600))
		if !ok || right != due.Format(layout) {
			r.Fatalf("%q does not end in %s", book.Why(k), due.Format(layout))
		}
	})
}
