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
		{model.Clock{Name: model.Resolution, Start: model.FromEscalated},
			"Waktu resolusi belum berjalan: dihitung sejak insiden dieskalasi ke tim sesuai kategori (langkah 5).",
			"Resolution time is not running yet: it counts from escalation to the team for the category (step 5).", "not started"},
		{model.Clock{Name: model.Resolution, Start: model.FromEscalated, Stopped: true},
			"Waktu resolusi tidak pernah berjalan: penanganan berakhir sebelum penghitungannya dimulai.",
			"Resolution time never ran: the incident ended before the count began.", "bukan insiden"},
	} {
		t.Run(c.comment, func(t *testing.T) {
			same(t, Open(ID).Why(c.clock), c.id)
			same(t, Open(EN).Why(c.clock), c.en)
		})
	}
}

func TestFormerTargetsStayVisible(t *testing.T) {
	k := model.Clock{Former: []model.FormerTarget{
		{Class: model.Strategis, Target: 8 * 3600, Due: wib(t, "2026-10-05 17:12:00"), Breached: true},
		{Class: model.Rendah, Target: 48 * 3600, Due: wib(t, "2026-10-07 09:12:00")},
	}}
	same(t, Open(ID).Former(k), "Sebelumnya Strategis: target 8 jam, batas waktu 5 Oktober 2026 pukul 17.12 WIB, sudah terlampaui; capaian itu tetap tercatat sebagai tidak terpenuhi. "+
		"Sebelumnya Rendah: target 48 jam, batas waktu 7 Oktober 2026 pukul 09.12 WIB, belum terlampaui ketika klasifikasi diubah.")
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
