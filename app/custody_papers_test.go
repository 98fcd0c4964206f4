package app

import (
	"testing"

	"siaga/locales"
	"siaga/model"
)

func TestThePapersOfTheChainOfCustody(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 09:00")
	done := b.do(RegisterIncident{ReporterName: "Guru", Title: "Situs berubah", Description: "x", Channel: "telepon"})
	ref := IncidentRef(done.Ticket)
	form, err := b.CustodyForm(ref, model.Mark{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := form.Sheets(locales.Open(locales.ID)); err == nil {
		t.Error("an incident without evidence has a form")
	}
	b.at("2026-10-05 09:10").do(AddEvidence{Incident: ref, Name: "akses.log"})
	b.do(AddEvidence{Incident: ref, Name: "Tangkapan layar"})
	first, second := b.incident(done).Evidence[0].Mark, b.incident(done).Evidence[1].Mark
	given := b.at("2026-10-05 10:00").do(AddCustody{Incident: ref, Evidence: second.String(), To: "Penyidik", Purpose: "Penyidikan"})
	row := given.Events[0]
	b.at("2026-10-05 11:00").do(AddCustody{Incident: ref, Evidence: second.String(), To: "Laboratorium", Purpose: "Analisis"})
	between := model.At(moment(t, "2026-10-05 10:30"))
	if _, err := b.Do(Order{At: between, Command: AddCustody{Incident: ref, Evidence: second.String(), To: "Kurir", Purpose: "Pengiriman"}}); err != nil {
		t.Fatal(err)
	}
	for n, from := range []string{"", "Penyidik", "Penyidik"} {
		if got := b.incident(done).Custody[n].From; got != from {
			t.Errorf("handover %d is from %q", n, got)
		}
	}
	b.refuses(NumberPaper{Incident: ref, Paper: model.CustodyRecord, Number: "1"}, "row", "refuse.custody-unknown")
	b.refuses(NumberPaper{Incident: ref, Paper: model.CustodyRecord, Row: first.String(), Number: "1"}, "row", "refuse.custody-unknown")
	b.do(NumberPaper{Incident: ref, Paper: model.CustodyRecord, Row: row.String(), Number: "500.12/98"})
	record, err := b.CustodyRecord(ref, row)
	if err != nil || record.Number.Number != "500.12/98" || record.Piece.Name != "Tangkapan layar" || record.Signer.Post != "III" {
		t.Errorf("%v: %+v", err, record)
	}
	for of, want := range map[model.Mark]int{{}: 2, first: 1} {
		if form, err := b.CustodyForm(ref, of); err != nil || len(form.Pieces) != want {
			t.Errorf("of %v: %d forms, %v", of, len(form.Pieces), err)
		}
	}
	if _, err := b.CustodyForm(ref, row); err == nil {
		t.Error("a handover has a form")
	}
	b.do(WithdrawRow{Incident: ref, Row: second.String(), Reason: "keliru"})
	if _, err := b.CustodyRecord(ref, row); err == nil {
		t.Error("the handover of evidence that was withdrawn has a record")
	}
	if r := model.RowOf(b.incident(done)); r.Evidence != 1 || r.Handovers != 0 {
		t.Errorf("the row counts %d and %d", r.Evidence, r.Handovers)
	}
}
