package app

import (
	"testing"

	"siaga/model"
)

// A step that was passed by mistake is taken back, and that too.
func TestAMistakeIsTakenBack(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 09:00")
	call := b.do(RegisterIncident{ReporterName: "Pelapor", Description: "uji", Channel: "telepon", Class: model.Tinggi})
	b.at("2026-10-05 09:05").do(Assign{Incident: IncidentRef(call.Ticket), Teams: []string{"V"}})
	b.at("2026-10-05 09:06").do(AddNote{Incident: IncidentRef(call.Ticket), Text: "keliru"})
	b.at("2026-10-05 09:10").do(PassStep{Incident: IncidentRef(call.Ticket), Step: 2})
	if i := b.incident(call); i.Step != model.StepAnalyse {
		t.Fatalf("step %d", i.Step)
	}
	b.at("2026-10-05 09:11").do(Undo{Subject: string(call.Ticket)})
	if i := b.incident(call); i.Step != model.StepReceive || len(i.Passages) != 1 {
		t.Fatalf("after the undo the incident stands at %d with %d passages", i.Step, len(i.Passages))
	}
	b.at("2026-10-05 09:12").do(Undo{Subject: string(call.Ticket), Reason: "ternyata benar"})
	if i := b.incident(call); i.Step != model.StepAnalyse {
		t.Fatalf("the undone undo stands at %d", i.Step)
	}
}

// A row and an assignment are taken back too; the registration never.
func TestRowsAndTeamsAreTakenBackTheRegistrationIsNot(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 09:00")
	call := b.do(RegisterIncident{ReporterName: "Pelapor", Description: "uji"})
	if _, err := b.Do(Order{Command: Undo{Subject: string(call.Ticket)}}); err == nil {
		t.Fatal("a registration was undone")
	}
	b.at("2026-10-05 09:05").do(Assign{Incident: IncidentRef(call.Ticket), Teams: []string{"V", "VI"}})
	b.at("2026-10-05 09:06").do(Undo{Subject: string(call.Ticket)})
	if i := b.incident(call); len(i.Teams) != 0 {
		t.Errorf("teams %v", i.Teams)
	}
	b.at("2026-10-05 09:07").do(AddNote{Incident: IncidentRef(call.Ticket), Text: "keliru"})
	b.at("2026-10-05 09:08").do(Undo{Subject: string(call.Ticket), Reason: "salah tiket"})
	if i := b.incident(call); len(i.Notes) != 0 {
		t.Errorf("notes %v", i.Notes)
	}
}
