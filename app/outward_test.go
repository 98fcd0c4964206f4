package app

import (
	"testing"

	"siaga/model"
	"siaga/reports"
)

// A mark that one of two tickets of the same event has is that of both.
func TestTheMarkOfAnothersDeedIsJoined(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 09:00")
	first := b.do(RegisterIncident{ReporterName: "Guru", Title: "Situs berubah", Description: "x", Channel: "telepon"})
	second := b.do(RegisterIncident{ReporterName: "Warga", Title: "Situs berubah", Description: "x", Channel: "telepon", Crime: true})
	b.do(AmendIncident{Incident: IncidentRef(second.ID), Details: Details{Exposed: text("Nama siswa"), Exposure: text("Tautan terbuka")}})
	b.do(AddNotice{Incident: IncidentRef(second.ID), To: "aph", Number: "1"})
	b.do(MergeIncidents{From: IncidentRef(second.Ticket), Into: IncidentRef(first.Ticket), Reason: "satu kejadian", Take: map[string]string{"reporter": "into"}})
	i, gone := b.incident(first), b.incident(second)
	if !i.Crime || i.Exposed != "Nama siswa" || i.Exposure != "Tautan terbuka" {
		t.Errorf("merged it is %+v", i)
	}
	if d := i.Duties(b.Now()); len(d) != 1 || d[0].State() != model.LegalDone {
		t.Errorf("what goes on owes %+v", d)
	}
	if d := gone.Duties(b.Now()); len(d) != 1 || d[0].State() != model.LegalLifted {
		t.Errorf("what was merged owes %+v", d)
	}
}

func TestALetterCarriesItsRecordedNumber(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 09:00")
	done := b.do(RegisterIncident{ReporterName: "Guru", Title: "Situs berubah", Description: "x", Channel: "telepon"})
	b.do(NumberPaper{Incident: IncidentRef(done.ID), Paper: string(reports.BSSNReport), Number: "500.12/7"})
	v, err := b.Outward(IncidentRef(done.ID), reports.BSSNReport)
	if err != nil || v.Number.Number != "500.12/7" || v.Signer.Post != "III" || v.Office.Team == "" {
		t.Errorf("%v: %+v", err, v)
	}
}

func TestTheRegistrationLetterIsSettledAndRemindedOf(t *testing.T) {
	b := newDeskAt(t, "2026-11-28 03:00")
	day, tomorrow, never := model.Date("2023-12-01"), model.Date("2026-11-29"), model.Date("kemarin")
	if s := b.STR(); s.State != model.STRUnknown {
		t.Errorf("nothing is recorded, but it is %s", s.State)
	}
	b.do(AmendOffice{STRNumber: text("STR/1/2023"), STRFrom: &day})
	if s := b.STR(); s.State != model.STRDue || s.Until != "2026-12-01" || s.Number != "STR/1/2023" || s.Days != 3 {
		t.Errorf("%+v", s)
	}
	b.refuses(AmendOffice{STRFrom: &tomorrow}, "strFrom", "refuse.str-future")
	b.refuses(AmendOffice{STRFrom: &never}, "strFrom", "refuse.date")
	none := 0
	b.refuses(AmendOffice{STRYears: &none}, "strYears", "refuse.str-years")
}

// What a person typed too early or too late is refused at its field.
func TestLettersAndKnowledgeOutOfOrderAreRefused(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 09:00")
	done := b.do(RegisterIncident{ReporterName: "Guru", Title: "x", Description: "x", Channel: "telepon"})
	late := b.Now() + 60
	b.refuses(AmendIncident{Incident: IncidentRef(done.ID), Details: Details{KnownAt: &late}}, "knownAt", "refuse.after-receipt")
}
