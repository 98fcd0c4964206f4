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
