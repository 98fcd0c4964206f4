package app

import (
	"testing"

	"siaga/locales"
	"siaga/model"
)

// The papers about one incident: an answer to what was none, an announcement
// of what was one, and a report at any time.
func TestThePapersAboutAnIncidentAreLaidOut(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 09:12")
	call := b.do(RegisterIncident{ReporterName: "Guru Piket", Description: "Layar biru", Channel: "telepon", Class: model.Rendah})
	ref := IncidentRef(call.Ticket)
	category := "GGN"
	b.at("2026-10-05 09:20").do(PassStep{Incident: ref, Step: 2})
	b.at("2026-10-05 09:30").do(PassStep{Incident: ref, Step: 3, Details: Details{Category: &category, InitialAnalysis: text("Memori rusak")}})
	book := locales.Open(locales.ID)
	early, err := b.Answer(ref)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := early.Sheets(book); err == nil {
		t.Error("an open incident has a letter that says it was none")
	}
	b.at("2026-10-05 09:40").do(NotAnIncident{Incident: ref, Reason: "Kerusakan perangkat", Answer: "Bukan serangan"})
	b.do(NumberPaper{Incident: ref, Paper: "answer", Number: "500.12/7/Diskominfostandi"})
	answer, err := b.Answer(ref)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := answer.Sheets(book); err != nil || answer.Number.Number != "500.12/7/Diskominfostandi" {
		t.Errorf("answer %+v: %v", answer.Number, err)
	}
	public, err := b.Announcement(ref)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := public.Sheets(book); err == nil {
		t.Error("announced without a text")
	}
	report, err := b.Resolution(ref)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := report.Sheets(book); err != nil {
		t.Error(err)
	}
}

// Who held the post on the letter's date signs it, also when another holds it
// today.
func TestTheKetuaOfTheLettersDateSigns(t *testing.T) {
	b := newDeskAt(t, "2026-11-01 09:00")
	b.do(AddPerson{Name: "Ketua Lama"})
	b.do(AddPerson{Name: "Ketua Baru"})
	old := b.do(GiveSeat{Post: "III", Person: "Ketua Lama", From: model.At(moment(t, "2026-01-01 00:00"))})
	b.do(EndSeat{Seat: SeatRef(old.ID), To: model.At(moment(t, "2026-10-15 00:00"))})
	b.do(GiveSeat{Post: "III", Person: "Ketua Baru", Standing: model.Plt, From: model.At(moment(t, "2026-10-15 00:00"))})
	zone, _ := b.Zone()
	period, err := model.ParsePeriod("2026-09", zone)
	if err != nil {
		t.Fatal(err)
	}
	for date, want := range map[model.Instant]string{model.At(moment(t, "2026-10-05 00:00")): "Ketua Lama", 0: "Ketua Baru"} {
		report, err := b.Periodic(period, model.PaperNumber{Date: date})
		if err != nil || report.Signer.Name != want {
			t.Errorf("%s signs, want %s (%v)", report.Signer.Name, want, err)
		}
	}
}
