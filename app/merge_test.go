package app

import (
	"slices"
	"testing"

	"siaga/model"
)

// twoCalls are two reports of one event: a school telephones, an hour later
// somebody writes, and both tickets are worked on.
func twoCalls(t *testing.T) (b *bench, first, second Done) {
	b = newDeskAt(t, "2026-10-05 09:00")
	first = b.do(RegisterIncident{ReporterName: "Guru Piket", Title: "Situs berubah", Description: "Halaman depan berubah", Channel: "telepon", Class: model.Rendah, TLP: model.TLPGreen})
	second = b.at("2026-10-05 10:00").do(RegisterIncident{ReporterName: "Warga", ReporterPhone: "0812", Title: "Situs diretas",
		Description: "Ada gambar peretas", Channel: "surel", Class: model.Strategis, TLP: model.TLPAmber, Category: "WDF"})
	personal := true
	b.do(AmendIncident{Incident: IncidentRef(second.ID), Details: Details{PersonalData: &personal}})
	b.at("2026-10-05 10:10").do(Assign{Incident: IncidentRef(second.ID), Teams: []string{"VII"}})
	b.do(AddNote{Incident: IncidentRef(second.ID), Text: "hubungi warga"})
	b.do(AddEvidence{Incident: IncidentRef(second.ID), Name: "index.html", Location: "brankas"})
	b.at("2026-10-05 10:20")
	return b, first, second
}

var answers = map[string]string{"title": "into", "description": "both", "reporter": "into"}

func (b *bench) merge(from, into Done) Done {
	b.t.Helper()
	return b.do(MergeIncidents{From: IncidentRef(from.Ticket), Into: IncidentRef(into.Ticket), Reason: "satu kejadian", Take: answers})
}

func (b *bench) refuses(c Command, field, key string) {
	b.t.Helper()
	_, err := b.Do(Order{Command: c})
	if r, ok := model.AsRefusal(err); !ok || r.Key != key || r.Field != field {
		b.t.Errorf("%s is answered %v, not with %s at %s", c.Do(), err, key, field)
	}
}

func TestTwoTicketsAreMergedAndTakenApart(t *testing.T) {
	b, first, second := twoCalls(t)
	before, other := b.incident(first), b.incident(second)
	plan, err := b.MergePlan(IncidentRef(first.Ticket), IncidentRef(second.Ticket))
	if err != nil || len(plan.Clashes) != 3 || plan.Rows != 2 {
		t.Fatalf("%v: %d clashes, %d rows", err, len(plan.Clashes), plan.Rows)
	}
	if done := b.merge(second, first); done.Ticket != first.Ticket {
		t.Errorf("the order was about %s", done.Ticket)
	}
	i, gone := b.incident(first), b.incident(second)
	if i.Class != model.Strategis || i.TLP != model.TLPAmber || i.Category != "WDF" || !i.PersonalData || i.Description != "Halaman depan berubah\n\nAda gambar peretas" ||
		i.ReceivedAt != before.ReceivedAt || !slices.Equal(i.Teams, []string{"VII"}) || len(i.Notes) != 1 || len(i.Evidence) != 1 ||
		len(i.Reports) != 1 || i.Reports[0].Reporter.Phone != "0812" || len(i.Conflicts) != 0 {
		t.Errorf("merged it is %+v", i)
	}
	m, merged, err := b.Merged(IncidentRef(second.ID))
	if gone.Outcome != model.Duplicate || err != nil || !merged || m.Into != first.Ticket || m.Last != first.Ticket || m.Circle || m.Later != 0 {
		t.Errorf("the merged ticket: outcome %q, %+v, %v", gone.Outcome, m, err)
	}
	b.do(AddNote{Incident: IncidentRef(second.ID), Text: "sesudahnya"})
	if m, _, _ := b.Merged(IncidentRef(second.ID)); m.Later != 1 {
		t.Errorf("%d rows afterwards", m.Later)
	}
	b.again()
	b.at("2026-10-05 11:00").do(AmendIncident{Incident: IncidentRef(first.ID), Details: Details{Category: text("MAL")}})
	done := b.do(UnmergeIncidents{Incident: IncidentRef(second.Ticket), Reason: "dua kejadian"})
	if done.Notice == nil || done.Notice.Key != "notice.unmerge-stays" || !slices.Equal(done.Notice.Args[3].(model.FieldNames), model.FieldNames{"category"}) {
		t.Errorf("what stays is told as %+v", done.Notice)
	}
	i, again := b.incident(first), b.incident(second)
	if i.Class != before.Class || i.TLP != before.TLP || i.Category != "MAL" || i.Description != before.Description || len(i.Teams)+len(i.Notes)+len(i.Evidence)+len(i.Reports) != 0 {
		t.Errorf("taken apart it is %+v", i)
	}
	if again.Outcome != "" || again.Step != other.Step || again.Response(b.Now()).State() != other.Response(b.Now()).State() {
		t.Errorf("it does not live again: %+v", again)
	}
	b.do(AmendIncident{Incident: IncidentRef(first.ID), Details: Details{Category: text("WDF")}})
	b.merge(second, first)
	if i := b.incident(first); len(i.Notes) != 2 || len(i.Evidence) != 1 {
		t.Errorf("merged again it has %d notes and %d pieces of evidence", len(i.Notes), len(i.Evidence))
	}
}

// A piece that was handed on after its ticket was merged stays where that is
// recorded, with its whole chain, when the merge is taken back.
func TestAHandoverAfterAMergeIsNotLostWhenItIsTakenBack(t *testing.T) {
	b, first, second := twoCalls(t)
	piece := b.incident(second).Evidence[0]
	hand := func(d Done, to string) {
		b.do(AddCustody{Incident: IncidentRef(d.ID), Evidence: piece.Mark.String(), To: to, Purpose: "analisis"})
	}
	hand(second, "Laboratorium")
	b.do(AddEvidence{Incident: IncidentRef(second.ID), Name: "laptop"})
	b.merge(second, first)
	hand(first, "Penyidik")
	done := b.do(UnmergeIncidents{Incident: IncidentRef(second.Ticket), Reason: "dua kejadian"})
	if done.Notice == nil || !slices.Equal(done.Notice.Args[3].(model.FieldNames), model.FieldNames{"evidence"}) {
		t.Errorf("what stays is told as %+v", done.Notice)
	}
	i, again := b.incident(first), b.incident(second)
	if len(i.Evidence) != 1 || len(i.CustodyOf(i.Evidence[0])) != 2 {
		t.Errorf("%d pieces, handovers %+v", len(i.Evidence), i.Custody)
	}
	if len(again.Evidence) != 2 || len(again.CustodyOf(piece)) != 1 {
		t.Errorf("it lives again with %+v, %+v", again.Evidence, again.Custody)
	}
	b.merge(second, first)
	if i := b.incident(first); len(i.Evidence) != 2 || len(i.Custody) != 2 {
		t.Errorf("merged again: %d pieces, %d handovers", len(i.Evidence), len(i.Custody))
	}
}

func TestMergesThatCannotBeAreRefused(t *testing.T) {
	b, first, second := twoCalls(t)
	into, from := IncidentRef(first.Ticket), IncidentRef(second.Ticket)
	b.refuses(MergeIncidents{Into: into, From: into, Reason: "x"}, "from", "refuse.merge-same")
	b.refuses(MergeIncidents{Into: into, Reason: "x"}, "from", "refuse.incident-missing")
	b.refuses(MergeIncidents{Into: "CSIRT-2026-A-0999-X", From: from, Reason: "x"}, "incident", "refuse.ticket-check")
	b.refuses(MergeIncidents{Into: into, From: from, Take: answers}, "reason", "refuse.reason")
	b.refuses(MergeIncidents{Into: into, From: from, Reason: "x", Take: map[string]string{"title": "into"}}, "description", "refuse.merge-clash")
	b.refuses(UnmergeIncidents{Incident: from, Reason: "x"}, "incident", "refuse.not-merged")
	b.merge(second, first)
	b.refuses(MergeIncidents{Into: into, From: from, Reason: "x"}, "from", "refuse.merged-already")
	b.refuses(Undo{Subject: string(from)}, "subject", "refuse.undo-merge")
	b.refuses(Undo{Subject: string(into)}, "subject", "refuse.undo-merge")
	b.refuses(ReopenIncident{Incident: from, Reason: "x"}, "incident", "refuse.reopen-merged")
	b.refuses(UnmergeIncidents{Incident: from, Reason: " "}, "reason", "refuse.reason")
	third := b.do(RegisterIncident{ReporterName: "Guru Piket", Title: "Situs berubah", Description: "Halaman depan berubah"})
	b.do(MergeIncidents{Into: IncidentRef(third.ID), From: into, Reason: "x", Take: map[string]string{"description": "into"}})
	b.refuses(UnmergeIncidents{Incident: from, Reason: "x"}, "incident", "refuse.unmerge-further")
	if m, _, _ := b.Merged(from); m.Into != first.Ticket || m.Last != third.Ticket {
		t.Errorf("it went to %s and on to %s", m.Into, m.Last)
	}
	b.do(UnmergeIncidents{Incident: into, Reason: "x"})
	b.do(RejectIncident{Incident: into, Reason: "x"})
	b.refuses(UnmergeIncidents{Incident: from, Reason: "x"}, "incident", "refuse.unmerge-ended")
	b.refuses(MergeIncidents{Into: IncidentRef(third.ID), From: into, Reason: "x"}, "from", "refuse.ended")
}

// Two desks merge the same two tickets in opposite directions before they hear
// of each other: both end, neither is lost, and taking one merge back is enough.
func TestTicketsMergedIntoEachOtherAreShownAndParted(t *testing.T) {
	b, first, second := twoCalls(t)
	b.merge(second, first)
	joined := b.incident(second).Endings[0].Joined
	b.elsewhere("incident.ended", first.ID, model.Values{"ended/1": model.Ending{Segment: 1, Outcome: model.Duplicate, At: b.Now(), Reason: "satu kejadian",
		Duplicate: second.ID, Joined: []model.Mark{{Desk: joined[0].Desk, N: 9999}}}})
	for _, d := range []Done{first, second} {
		if m, merged, err := b.Merged(IncidentRef(d.ID)); err != nil || !merged || !m.Circle {
			t.Errorf("%s: %+v, %v", d.Ticket, m, err)
		}
	}
	b.do(UnmergeIncidents{Incident: IncidentRef(second.ID), Reason: "arah keliru"})
	if i := b.incident(second); i.Outcome != "" {
		t.Errorf("outcome %q", i.Outcome)
	}
	if m, merged, _ := b.Merged(IncidentRef(first.ID)); !merged || m.Circle || m.Last != second.Ticket {
		t.Errorf("the other: %+v", m)
	}
}

func TestFiguresCountAMergedTicketAsADuplicate(t *testing.T) {
	b, first, second := twoCalls(t)
	b.merge(second, first)
	zone, _ := b.Zone()
	f := model.Count(b.Incidents(), model.PeriodOf(model.Month, b.Now(), zone), model.Decree(), b.Now())
	if len(f.Incoming) != 2 || len(f.Completed) != 1 || len(f.Closing) != 1 || f.Closing[0].ID != first.ID {
		t.Errorf("%d came in, %d were completed, %d remain", len(f.Incoming), len(f.Completed), len(f.Closing))
	}
	for _, g := range f.Outcomes {
		if (g.Key == string(model.Duplicate)) != (len(g.Rows) == 1) {
			t.Errorf("%d ended as %s", len(g.Rows), g.Key)
		}
	}
}
