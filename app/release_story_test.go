package app

import (
	"encoding/json"
	"path/filepath"
	"testing"
	"time"

	"siaga/app/journal"
	"siaga/app/settings"
	"siaga/model"
)

// released is a desk as one release of the program left it, with what opens it
// and its backups.
type released struct {
	folder   string
	recovery string
}

// newReleased makes such a desk with this program: some of everything, one file
// that waits in the inbox, closed.
func newReleased(t *testing.T) released {
	t.Helper()
	b := &bench{t: t, clock: moment(t, "2026-10-05 08:00")}
	b.world = World{Folder: t.TempDir(), Now: func() time.Time { return b.clock }, Random: seeded("siaga"), FileCost: 8}
	desk, recovery, err := Create(b.world, Lock{Passphrase: testPassphrase, Cost: cheap},
		Setup{Office: model.NewOffice(), Person: "Petugas Uji", Agencies: true, DeskName: "Meja depan"})
	if err != nil {
		t.Fatal(err)
	}
	b.Desk = desk
	t.Cleanup(func() { b.Desk.Close() })
	b.liveThroughTwoDays()
	b.chooseSettings()
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	if err := journal.DropBallast(b.world.Folder); err != nil { // as in an emergency; it is chance, which does not pack
		t.Fatal(err)
	}
	return released{b.world.Folder, recovery}
}

func (b *bench) chooseSettings() {
	b.t.Helper()
	s, _, err := settings.Open(filepath.Join(b.world.Folder, "settings.json"))
	if err == nil {
		err = s.Change(func(c *settings.Choices) { c.Language, c.KeepBackups, c.Tray = "en", 7, true })
	}
	if err != nil {
		b.t.Fatal(err)
	}
}

// liveThroughTwoDays is the work of a front desk and a back desk: kept, paused,
// disputed, merged, erased and undone.
func (b *bench) liveThroughTwoDays() {
	b.t.Helper()
	person := b.do(AddPerson{Name: "Analis (contoh)", JobTitle: "Analis Keamanan Siber", Agency: "Diskominfostandi", Example: true})
	system := b.do(AddSystem{Name: "PPDB Daring", Agency: "Disdik", Answers: "BBBBABBBCC", PersonalData: true})
	b.do(GiveSeat{Post: "V.koordinator", Person: PersonRef(person.ID)})
	b.do(SetDuty{Person: PersonRef(person.ID), StartAt: b.Now(), EndAt: b.Now() + 7*86400, Note: "Piket minggu kedua"})
	back := b.join("Meja belakang")
	send(b.t, back, b)

	closed := b.closedBySixteen()
	open := b.at("2026-10-05 17:00").do(RegisterIncident{ReporterName: "Pelapor (contoh)", Agency: "BPKAD", Description: "Berkas terenkripsi",
		System: SystemRef(system.ID), Class: model.Strategis, DataBreach: true})
	b.do(LinkIncident{Incident: IncidentRef(open.ID), To: []IncidentRef{IncidentRef(closed.ID)}})
	send(b.t, b, back.at("2026-10-05 17:05"))
	b.disagree(back, open)
	b.joinTwins()
	b.erase(string(open.ID), "reporter")
	b.do(SettlePolicy{From: model.DateOf(b.Now()+30*86400, b.zone), Letter: "555/Kep.9/2026", Calendar: b.OfficeHours()})

	late := back.at("2026-10-06 10:00").call("belum diambil")
	back.do(AnswerReporter{Incident: IncidentRef(late.ID), Answer: "Kami periksa"})
	if _, err := b.at("2026-10-06 10:05").Receive(back.written(Export{})); err != nil {
		b.t.Fatal(err)
	}
}

// closedBySixteen is an incident that went through all steps, with a pause.
func (b *bench) closedBySixteen() Done {
	b.t.Helper()
	call := b.at("2026-10-05 09:12").do(RegisterIncident{ReporterName: "Guru Piket", Agency: "Disdik", Channel: "telepon", Class: model.Tinggi,
		Title: "Halaman depan situs sekolah berubah", Description: "Beranda diganti", Affected: "situs sekolah"})
	ref := IncidentRef(call.ID)
	risk, priority, category := model.RiskMedium, model.Priority("sedang"), "WDF"
	b.at("2026-10-05 09:30").do(PassStep{Incident: ref, Step: 2})
	b.at("2026-10-05 09:50").do(PassStep{Incident: ref, Step: 3, Details: Details{Category: &category, InitialAnalysis: text("Berkas index diganti")}})
	b.at("2026-10-05 10:00").do(PassStep{Incident: ref, Step: 4, Details: Details{Impact: text("Informasi tidak tersedia"), Risk: &risk, Priority: &priority}})
	b.at("2026-10-05 10:05").do(PassStep{Incident: ref, Step: 5, Teams: []string{"VII"}})
	b.at("2026-10-05 11:00").do(PauseClock{Incident: ref, Reason: "menunggu-pengguna", Expected: b.Now() + 7200})
	b.at("2026-10-05 12:20").do(ResumeClock{Incident: ref})
	b.at("2026-10-05 13:00").do(PassStep{Incident: ref, Step: 6, Details: Details{Analysis: text("Unggahan tanpa pembatasan")}})
	b.do(AddAction{Incident: ref, Phase: "recovery", Text: "Memulihkan dari cadangan"})
	b.do(AddEvidence{Incident: ref, Name: "index.php", SHA256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"})
	b.at("2026-10-05 15:00").do(PassStep{Incident: ref, Step: 7})
	b.at("2026-10-05 16:00").do(PassStep{Incident: ref, Step: 8, Details: Details{RootCause: text("Pengaya usang"), Lessons: text("Pemutakhiran berkala")}})
	b.at("2026-10-05 16:30").do(PassStep{Incident: ref, Step: 9, Details: Details{Announcement: text("Situs telah pulih")}})
	return call
}

// disagree has both desks write the same fields without having heard of it; one
// of them is settled.
func (b *bench) disagree(back *bench, open Done) {
	b.t.Helper()
	ref := IncidentRef(open.ID)
	back.do(AmendIncident{Incident: ref, Details: Details{Impact: text("Berat"), Affected: text("peladen keuangan")}})
	b.at("2026-10-05 17:10").do(AmendIncident{Incident: ref, Details: Details{Impact: text("Ringan"), Affected: text("peladen arsip")}})
	send(b.t, back, b)
	send(b.t, b, back)
	b.at("2026-10-05 17:20").do(Decide{Subject: string(open.ID), Field: "impact", Value: json.RawMessage(`"Berat"`), Reason: "Sesuai pemeriksaan"})
	b.do(AmendIncident{Incident: ref, Details: Details{Recommendations: text("Pisahkan cadangan")}})
	b.do(Undo{Subject: string(open.ID)})
}

// joinTwins merges two reports of one event.
func (b *bench) joinTwins() {
	b.t.Helper()
	first := b.at("2026-10-06 08:00").call("Surel palsu")
	second := b.at("2026-10-06 08:30").call("Surel palsu lagi")
	b.do(MergeIncidents{Into: IncidentRef(first.ID), From: IncidentRef(second.ID), Reason: "Satu kejadian", Take: map[string]string{"title": "into", "description": "both"}})
}
