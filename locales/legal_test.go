package locales

import (
	"strings"
	"testing"

	"siaga/model"
)

func TestADutyStandsInWords(t *testing.T) {
	law := model.LegalClock{To: "bssn", Cause: model.CauseVital, Limit: 86400}
	own, none, odd := law, law, law
	own.Internal, none.Limit, odd.Limit = true, 0, 5400
	const start = model.Instant(1791160200) // Monday, 5 October 2026, 07:30 WIB
	for _, c := range []struct {
		clock    model.LegalClock
		sent     model.Instant
		read     model.Instant
		id, en   string
		due      string
		lifted   bool
		numbered string
	}{
		{law, 0, start + 4, "berjalan, sisa 23 jam 59 menit", "running, 23 hours 59 minutes left", "batas menurut peraturan 1 × 24 jam: Selasa, 6 Oktober 2026 pukul 07.30 WIB", false, ""},
		{law, 0, start + 86401, "terlambat, belum dikirim, 1 detik melewati batas", "overdue, not sent, 1 second past the limit", "", false, ""},
		{law, start + 86400, start + 99999, "dipenuhi pada waktunya, surat dikirim Selasa, 6 Oktober 2026 pukul 07.30 WIB", "fulfilled in time, letter sent on 6 October 2026, 07:30 WIB", "", false, ""},
		{law, start + 90000, start + 99999, "dipenuhi terlambat, surat nomor 7 dikirim Selasa, 6 Oktober 2026 pukul 08.30 WIB, 1 jam sesudah batas", "fulfilled late, letter 7 sent on 6 October 2026, 08:30 WIB, 1 hour after the limit", "", false, "7"},
		{own, 0, start, "berjalan, sisa 24 jam", "running, 24 hours left", "target internal 1 × 24 jam, peraturan tidak menyebut angka: Selasa, 6 Oktober 2026 pukul 07.30 WIB", false, ""},
		{none, 0, start, "wajib, belum dikirim", "owed, not sent", "kesempatan pertama, tanpa batas dalam angka", false, ""},
		{odd, 0, start, "berjalan, sisa 1 jam 30 menit", "running, 1 hour 30 minutes left", "batas menurut peraturan 1 jam 30 menit: Senin, 5 Oktober 2026 pukul 09.00 WIB", false, ""},
		{law, 0, start, "tidak wajib lagi", "no longer owed", "", true, ""},
	} {
		d := model.LegalDuty{LegalClock: c.clock, StartAt: start, ReadAt: c.read, Lifted: c.lifted, Notice: model.Notice{At: c.sent, Number: c.numbered}}
		if c.clock.Limit > 0 {
			d.Due = start.Add(c.clock.Limit.Duration())
		}
		if got := Open(ID).DutyStanding(d); got != c.id {
			t.Errorf("%q, want %q", got, c.id)
		}
		if got := Open(EN).DutyStanding(d); got != c.en {
			t.Errorf("%q, want %q", got, c.en)
		}
		if got := Open(ID).DutyDue(d); c.due != "" && got != c.due {
			t.Errorf("%q, want %q", got, c.due)
		}
	}
}

// The articles that the program names itself read in the language of the book;
// in Indonesian they are what a policy holds, and what the office has written
// stands as it is.
func TestTheSourceOfADutyReadsInTheLanguageOfThePaper(t *testing.T) {
	for _, d := range (model.Policy{}).Duties() {
		if got := Open(ID).DutySource(d); got != d.Source {
			t.Errorf("%s is quoted %q, but settled %q", d.Code, got, d.Source)
		}
		if got := Open(EN).DutySource(d); !strings.Contains(got, ", Article ") || strings.Contains(got, "Pasal") {
			t.Errorf("%s in English: %q", d.Code, got)
		}
		if got := Open(ID).DutySourceInFull(d); !strings.HasPrefix(got, "Pasal ") || !strings.Contains(got, " Nomor ") || !strings.Contains(got, " tentang ") {
			t.Errorf("%s in full: %q", d.Code, got)
		}
		if got := Open(EN).DutySourceInFull(d); !strings.HasPrefix(got, "Article ") || !strings.Contains(got, " Number ") || !strings.Contains(got, " on ") {
			t.Errorf("%s in full: %q", d.Code, got)
		}
		d.Source += " dan Perwal 5/2026"
		if got := Open(EN).DutySource(d); got != d.Source || Open(EN).DutySourceInFull(d) != d.Source {
			t.Errorf("the office's %q is quoted %q", d.Source, got)
		}
	}
}
