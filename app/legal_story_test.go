package app

import (
	"slices"
	"testing"

	"siaga/locales"
	"siaga/model"
)

// owes registers an incident on vital infrastructure, of which BSSN is told within
// a day.
func (b *bench) owes(title string) (Done, IncidentRef) {
	b.t.Helper()
	call := b.rings(title, model.Rendah)
	ref, yes := IncidentRef(call.ID), true
	b.do(AmendIncident{Incident: ref, Details: Details{Vital: &yes}})
	return call, ref
}

// passes brings an incident beyond a step.
func (b *bench) passes(ref IncidentRef, last model.Step) {
	b.t.Helper()
	category, risk, priority := "WDF", model.RiskMedium, model.Priority("sedang")
	for _, c := range []PassStep{
		{Step: 2, Details: Details{Affected: text("x")}},
		{Step: 3, Details: Details{Category: &category, InitialAnalysis: text("x")}},
		{Step: 4, Details: Details{Impact: text("x"), Risk: &risk, Priority: &priority}},
		{Step: 5, Teams: []string{"VII"}},
		{Step: 6, Details: Details{Analysis: text("x")}},
		{Step: 7, ActionPhase: "recovery", ActionText: "x"},
		{Step: 8, Details: Details{RootCause: text("x"), Lessons: text("x")}},
		{Step: 9, Details: Details{Announcement: text("x")}},
	} {
		if c.Incident = ref; c.Step <= last {
			b.do(c)
		}
	}
}

// The chain follows the promise that falls due first, a letter to BSSN before the
// resolution; what was told of one promise is not told of the other.
func TestTheChainFollowsWhatFallsDueFirst(t *testing.T) {
	b := staffed(t)
	call, ref := b.owes("Server induk berubah")
	follows := func(at string, clock model.ClockName, act Act, told string) {
		t.Helper()
		e, err := b.at(at).Escalation(ref)
		if err != nil {
			t.Fatal(err)
		}
		name := ""
		if e.Next >= 0 {
			name = e.Turns[e.Next].Contacts[0].Name
		}
		if e.Clock.Name != clock || e.Act != act || name != told {
			t.Errorf("at %s the chain follows %s, asks for %s and tells %q", at, e.Clock.Name, e.Act, name)
		}
	}
	follows("2026-11-23 08:10", model.Response, ActAnswer, "")
	b.passes(ref, 5) // two days for the resolution, one for the letter
	follows("2026-11-23 19:59", "legal-bssn", ActSend, "")
	follows("2026-11-23 20:00", "legal-bssn", ActSend, "Dewi Contoh")
	e, _ := b.Escalation(ref)
	for lang, wanted := range map[locales.Lang]string{
		locales.ID: "Laporan insiden kepada BSSN paling lambat Selasa, 24 November 2026 pukul 08.00 WIB (sisa 12 jam).",
		locales.EN: "Incident report to BSSN: due 24 November 2026, 08:00 WIB (12 hours left).",
	} {
		said := e.Draft(e.Turns[e.Next].Contacts[0], model.Person{}, b.Office())[3]
		if got := locales.Open(lang).Tell(said.Key, said.Args...); got != wanted {
			t.Errorf("the message says %q", got)
		}
	}
	b.do(RelayIncident{Incident: ref, Channel: "telepon"})
	follows("2026-11-23 20:01", "legal-bssn", ActSend, "")
	if r := b.incident(call).Relays; len(r) != 1 || r[0].Clock != "legal-bssn" {
		t.Errorf("recorded: %+v", r)
	}
	b.at("2026-11-24 20:00").do(RelayIncident{Incident: ref, Channel: "telepon"}) // the Ketua, of the letter
	follows("2026-11-24 20:01", model.Resolution, ActPass, "Dewi Contoh")         // nobody is left who is told of the letter
	b.do(RelayIncident{Incident: ref, Channel: "telepon"})
	follows("2026-11-24 20:02", "legal-bssn", ActSend, "")
	b.do(AddNotice{Incident: ref, To: "bssn", Number: "500.12/7"})
	follows("2026-11-24 20:03", model.Resolution, ActPass, "")
}

// A duty of reporting outlives the incident: one that was closed is warned about,
// passed on and stands in Hari ini until its letter is recorded.
func TestAClosedIncidentOwesItsLetter(t *testing.T) {
	b := staffed(t)
	call, ref := b.owes("Server induk berubah")
	_, late := b.owes("Terlambat dicatat")
	waits := func(wanted ...Queue) {
		t.Helper()
		var got []Queue
		a := Plan(b.Incidents(), b.Now(), b.Now(), "")
		for _, q := range Queues {
			for _, task := range a.Queues[q] {
				if task.Row.ID != call.ID {
					continue
				}
				got = append(got, q)
				if task.Letter.Code != "bssn-iiv" || task.Due != task.Letter.Due {
					t.Errorf("at %s %s tells of %q, due %s", b.clock, q, task.Letter.Code, task.Due)
				}
			}
		}
		if !slices.Equal(got, wanted) {
			t.Errorf("at %s it waits in %q, not in %q", b.clock, got, wanted)
		}
	}
	b.passes(late, 8)
	b.passes(ref, 9)
	waits(QueueOwed)
	b.at("2026-11-23 20:00").wants("Server induk berubah legal-bssn 50", "Terlambat dicatat legal-bssn 50")
	b.wants()
	waits(QueueWarned, QueueOwed)
	b.do(RelayIncident{Incident: ref, Channel: "telepon"})
	waits(QueueOwed)
	b.again()
	b.wants()
	b.at("2026-11-24 08:00").wants("Server induk berubah legal-bssn 100", "Terlambat dicatat legal-bssn 100")
	waits(QueueWarned, QueueOwed)
	b.do(AddNotice{Incident: ref, To: "bssn", Number: "7"})
	waits()
	b.refuses(RelayIncident{Incident: ref, Channel: "telepon"}, "incident", "refuse.ended")
	b.at("2026-11-24 20:00").wants("Terlambat dicatat legal-bssn 150")
}

// What turned out to be no incident, or one of another ticket, owes nothing.
func TestWhatWasNoIncidentOwesNothing(t *testing.T) {
	b := staffed(t)
	call, ref := b.owes("Server induk berubah")
	b.do(RejectIncident{Incident: ref, Reason: "bukan kewenangan"})
	b.at("2026-11-24 20:00").wants()
	if Plan(b.Incidents(), b.Now(), b.Now(), "").Waits() {
		t.Errorf("%s waits", call.Ticket)
	}
	b.refuses(RelayIncident{Incident: ref, Channel: "telepon"}, "incident", "refuse.ended")
}

// A system that processes personal data makes no duty; that its protection failed
// does (UU 27/2022 Ps. 46(1)).
func TestOnlyABreachMakesTheDutyOfPersonalData(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 08:00")
	b.do(AddSystem{Name: "Layanan Kependudukan", Class: model.Rendah, PersonalData: true})
	call := b.do(RegisterIncident{ReporterName: "Pelapor", Description: "Layanan lambat", System: "Layanan Kependudukan"})
	known := func() []model.LegalDuty {
		i, err := b.Incident(IncidentRef(call.ID))
		if err != nil || !i.PersonalData {
			t.Fatal(err, i.PersonalData)
		}
		return i.Duties(b.Now())
	}
	if owed := known(); len(owed) != 0 {
		t.Errorf("a slow system owes %d letters", len(owed))
	}
	yes := true
	b.do(AmendIncident{Incident: IncidentRef(call.ID), Details: Details{DataBreach: &yes}})
	if owed := known(); len(owed) != 2 {
		t.Errorf("a breach owes %d letters", len(owed))
	}
	told := b.do(RegisterIncident{ReporterName: "Pelapor", Description: "Data warga terlihat", DataBreach: true})
	if i, err := b.Incident(IncidentRef(told.ID)); err != nil || len(i.Duties(b.Now())) != 2 {
		t.Errorf("a breach that was reported owes %d letters, %v", len(i.Duties(b.Now())), err)
	}
}

// Quiet hours hold back nothing of a Strategis system, no duty of one either, and
// nothing that nobody has classified yet.
func TestADutyOfAStrategisSystemIsUrgent(t *testing.T) {
	for class, urgent := range map[model.Class]bool{model.Strategis: true, "": true, model.Tinggi: false} {
		a := Alarm{Warning: model.Warning{Clock: "legal-bssn"}, Row: &model.Row{Course: model.Course{Class: class}}}
		if a.urgent() != urgent {
			t.Errorf("a duty of class %q: urgent is %v", class, a.urgent())
		}
	}
}

// What takes a duty away or puts it off wants a reason, which stays with the
// incident; what makes one or brings it forward does not.
func TestADutyIsNotWipedOutWithoutAReason(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 08:00")
	call := b.do(RegisterIncident{ReporterName: "Pelapor", Description: "Layanan vital berhenti"})
	ref, yes, no, high, low := IncidentRef(call.ID), true, false, model.RiskCritical, model.RiskLow
	early, later := b.Now()-7200, b.Now()-60
	amend := func(reason string, d Details) error {
		_, err := b.Do(Order{Command: AmendIncident{Incident: ref, Reason: reason, Details: d}})
		return err
	}
	for what, err := range map[string]error{
		"a risk":         amend("", Details{Risk: &high}),
		"vital beside":   amend("", Details{Vital: &yes}),
		"known early":    amend("", Details{KnownAt: &early}),
		"nothing of all": amend("", Details{Priority: &model.Priorities[0]}),
	} {
		if err != nil {
			t.Errorf("%s: %v", what, err)
		}
	}
	mustRefuse(t, amend(" ", Details{KnownAt: &later}), "refuse.duty-reason")
	mustRefuse(t, amend("", Details{Vital: &no, Risk: &low}), "refuse.duty-reason")
	if err := amend("salah klasifikasi risiko", Details{Vital: &no, Risk: &low}); err != nil {
		t.Fatal(err)
	}
	i, err := b.Incident(ref)
	if err != nil || len(i.Duties(b.Now())) != 0 || len(i.Notes) != 1 || i.Notes[0].Text != "salah klasifikasi risiko" {
		t.Errorf("%v: %d duties, notes %+v", err, len(i.Duties(b.Now())), i.Notes)
	}
}
