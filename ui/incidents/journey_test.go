package incidents

import (
	"testing"
	"time"

	"siaga/app"
	"siaga/model"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// call registers a report and opens it.
func (o *office) call(description string) model.IncidentID {
	o.Helper()
	done := o.do(app.RegisterIncident{ReporterName: "Guru Piket", Agency: "Disdik", Description: description,
		Affected: "situs sekolah", Channel: "telepon", Class: model.Tinggi})
	o.page.Open(place.Route{Subject: done.ID})
	return done.ID
}

// step opens the dialog of the present step, fills it in and passes it.
func (o *office) step(minutes int, fill func()) {
	o.Helper()
	o.clock = o.clock.Add(time.Duration(minutes) * time.Minute)
	word := o.page.detail.primary.Text
	o.press(word)
	fill()
	o.press(word)
	if top := o.window.Canvas().Overlays().Top(); top != nil {
		o.Fatalf("the step is still open: %v", texts(top))
	}
}

// One incident through the nine steps, from the call to the announcement.
func TestAnIncidentIsHandledThroughItsPage(t *testing.T) {
	o := newOffice(t, "2026-10-05 09:12")
	id := o.call("Halaman depan situs sekolah berubah")
	o.step(10, func() {})
	o.clock = o.clock.Add(20 * time.Minute)
	o.press("Selesaikan analisis awal")
	o.write("initialAnalysis", "Berkas index diganti")
	o.press("Selesaikan analisis awal")
	if o.field("category").Error() == "" || o.field("initialAnalysis").Input.(*widgets.Entry).Text != "Berkas index diganti" {
		t.Fatal("the missing category is not refused at its field, or the text is gone")
	}
	o.choose("category", "WDF")
	o.press("Selesaikan analisis awal")
	o.step(10, func() {
		o.write("impact", "Informasi sekolah tidak tersedia")
		o.choose("risk", "sedang")
		o.choose("priority", "sedang")
	})
	o.step(5, func() {})
	if i := o.incident(id); len(i.Teams) != 1 || i.Teams[0] != "VII" {
		t.Fatalf("the category proposes teams %v", i.Teams)
	}
	o.step(60, func() { o.write("analysis", "Unggahan berkas tanpa pembatasan") })
	o.step(60, func() { o.write("actionText", "Memulihkan dari cadangan") })
	o.step(60, func() {
		o.write("rootCause", "Pengaya usang")
		o.write("lessons", "Pemutakhiran berkala")
	})
	o.step(30, func() { o.write("announcement", "Situs telah pulih") })

	i := o.incident(id)
	if i.Outcome != model.Closed || len(i.Actions) != 1 || i.Resolution(o.page.now()).State() != model.Kept {
		t.Fatalf("outcome %q, %d actions, resolution %s", i.Outcome, len(i.Actions), i.Resolution(o.page.now()).State())
	}
	if !o.shows("terkunci") || o.page.detail.primary.Visible() {
		t.Error("a closed incident does not say that it is locked")
	}
	o.press("Buka kembali")
	o.press("Buka kembali")
	if o.field("reason").Error() == "" {
		t.Error("reopening without a reason was not refused at its field")
	}
	o.write("reason", "Situs berubah lagi")
	o.press("Buka kembali")
	if i := o.incident(id); !i.Reopened() || len(o.page.detail.cards) != 3 {
		t.Errorf("reopened %v, %d clock cards", i.Reopened(), len(o.page.detail.cards))
	}
}

func TestNotAnIncidentIsAnsweredAtStepFour(t *testing.T) {
	o := newOffice(t, "2026-10-05 09:12")
	id := o.call("Layar berkedip")
	o.step(5, func() {})
	if o.page.detail.no.Visible() {
		t.Error("bukan insiden is offered before step 4")
	}
	o.step(5, func() {
		o.choose("category", "WDF")
		o.write("initialAnalysis", "Kabel monitor longgar")
	})
	o.press("Bukan insiden")
	o.write("reason", "Gangguan perangkat")
	o.press("Bukan insiden")
	if o.field("answer").Error() == "" {
		t.Fatal("an answer to the reporter is not asked for")
	}
	o.write("answer", "Silakan ganti kabel monitor")
	o.press("Bukan insiden")
	if i := o.incident(id); i.Outcome != model.NotIncident || i.Answer == "" {
		t.Errorf("outcome %q", i.Outcome)
	}
	o.page.ShowPaper()
	if r := o.went[len(o.went)-1]; r.Place != place.Papers || r.Part != "answer" || r.Subject != id {
		t.Errorf("Ctrl+P goes to %+v", r)
	}
}

// A deed may be entered later than it was done; a minute typed is the instant after
// the last deed of that minute, because the record knows seconds.
func TestADeedKeepsItsOwnInstant(t *testing.T) {
	o := newOffice(t, "2026-10-05 09:12")
	o.clock = o.clock.Add(30 * time.Second)
	id := o.call("Halaman depan berubah")
	o.clock = o.clock.Add(time.Hour)
	o.press("Terima dan catat")
	o.field("at").Input.(*widgets.When).SetValue(moment(t, "2026-10-05 09:12"))
	o.press("Terima dan catat")
	i := o.incident(id)
	if at := i.PassedAt(1, 2); at != i.ReceivedAt {
		t.Errorf("received at %s, recorded at %s", i.ReceivedAt, at)
	}
	if p, _ := lastPassage(i.Course, 2); p.TypedAt != o.page.now() {
		t.Errorf("typed at %s", p.TypedAt)
	}
}

func TestTheRecordsGrowAndRowsAreWithdrawn(t *testing.T) {
	o := newOffice(t, "2026-10-05 09:12")
	id := o.call("Halaman depan berubah")
	for _, s := range []struct {
		section, word string
		fill          func()
	}{
		{"chronology", "Tambah kronologi", func() { o.write("text", "Halaman berubah") }},
		{"actions", "Tambah tindakan", func() { o.choose("phase", "containment"); o.write("text", "Akses ditutup") }},
		{"evidence", "Tambah barang bukti", func() { o.write("name", "index.html") }},
		{"notices", "Catat pemberitahuan", func() { o.choose("addressee", "bssn"); o.write("text", "Disampaikan") }},
		{"notes", "Tambah catatan", func() { o.write("text", "Hubungi lagi besok") }},
	} {
		o.page.Open(place.Route{Subject: id, Part: s.section})
		o.press(s.word)
		s.fill()
		o.press("Simpan")
	}
	i := o.incident(id)
	if len(i.Chronology)*len(i.Actions)*len(i.Evidence)*len(i.Notices)*len(i.Notes) != 1 {
		t.Fatalf("%d, %d, %d, %d, %d rows", len(i.Chronology), len(i.Actions), len(i.Evidence), len(i.Notices), len(i.Notes))
	}
	o.press("Tarik kembali")
	o.write("reason", "Salah ketik")
	o.press("Tarik kembali")
	if i := o.incident(id); len(i.Notes) != 0 {
		t.Error("the note is still there")
	}
	if !o.shows("Belum ada catatan") {
		t.Error("the empty record does not say what belongs there")
	}
}

func TestSeenBeforeLinksAndMarksDuplicates(t *testing.T) {
	o := newOffice(t, "2026-10-05 09:12")
	first := o.call("Halaman depan berubah")
	o.clock = o.clock.Add(time.Hour)
	second := o.call("Situs diretas")
	o.page.Open(place.Route{Subject: second, Part: "related"})
	if !o.shows("Perangkat Daerah yang sama") {
		t.Fatal("the first incident is not seen")
	}
	o.press("Kaitkan")
	if i := o.incident(second); len(i.Links) != 1 {
		t.Fatalf("links %v", i.Links)
	}
	o.press("Tandai duplikat")
	o.write("reason", "Laporan kedua")
	o.press("Tandai duplikat")
	if i := o.incident(second); i.Outcome != model.Duplicate || i.Endings[0].Duplicate != first {
		t.Errorf("outcome %q", i.Outcome)
	}
	o.press(string(o.incident(first).Ticket))
	if o.page.Route().Subject != first || !o.page.Back() || o.page.Route().Subject != second || !o.page.Back() || o.page.shown != o.page.list {
		t.Error("Esc does not go back the way that was come")
	}
}

func TestPauseAndResume(t *testing.T) {
	o := newOffice(t, "2026-10-05 09:12")
	id := o.call("Halaman depan berubah")
	o.page.detail.askPause()
	o.choose("reason", "menunggu-pengguna")
	o.press("Jeda waktu resolusi")
	if !o.shows("Hanya waktu resolusi yang sedang berjalan") {
		t.Error("a clock that has not started was paused, or nobody says why not")
	}
	o.press("Batal")

	o.step(5, func() {})
	o.step(5, func() { o.choose("category", "WDF"); o.write("initialAnalysis", "Berkas index diganti") })
	o.step(5, func() { o.write("impact", "Terbatas"); o.choose("risk", "sedang"); o.choose("priority", "sedang") })
	o.step(5, func() {})
	o.page.detail.askPause()
	o.choose("reason", "menunggu-pengguna")
	o.field("expected").Input.(*widgets.When).SetValue(o.clock.Add(2 * time.Hour))
	o.press("Jeda waktu resolusi")
	if i := o.incident(id); !paused(i) || !o.shows("Dijeda sejak") {
		t.Fatal("the pause is not recorded, or not shown")
	}
	o.clock = o.clock.Add(80 * time.Minute)
	o.press("Akhiri jeda")
	o.press("Akhiri jeda")
	if i := o.incident(id); paused(i) || i.Resolution(o.page.now()).Paused.Duration() != 80*time.Minute || !o.shows("1 jam 20 menit") {
		t.Errorf("paused %v, for %s", paused(i), i.Resolution(o.page.now()).Paused.Duration())
	}
}
