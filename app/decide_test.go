package app

import (
	"encoding/json"
	"errors"
	"slices"
	"testing"
	"time"

	"siaga/model"
)

// back is another desk of the office; what it wrote comes without its having
// seen anything of this one's.
const back = model.DeskID("bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb")

// elsewhere takes in what another desk wrote at the present instant.
func (b *bench) elsewhere(kind model.Kind, id model.SubjectID, values model.Values) model.Mark {
	b.t.Helper()
	w := &work{desk: b.Desk, now: b.Now(), at: b.Now(), by: b.atDesk, working: map[model.SubjectID]*model.Subject{}}
	s, err := w.subject(id)
	if err != nil {
		b.t.Fatal(err)
	}
	payload, err := b.payload(values)
	if err != nil {
		b.t.Fatal(err)
	}
	chain := b.chains[back]
	e, err := model.Write(model.Header{V: model.Version, Kind: kind, Desk: back, N: chain.n + 1, Prev: chain.hash,
		At: model.Stamp{Wall: b.clock.UnixMilli()}, User: w.by, Subject: id, Fields: fieldNames(values)}, payload)
	if err != nil {
		b.t.Fatal(err)
	}
	s.Fold(e)
	w.events = append(w.events, e)
	if err := b.record(w); err != nil {
		b.t.Fatal(err)
	}
	return e.Mark()
}

func (b *bench) decisions() []Decision {
	b.t.Helper()
	all, err := b.Decisions()
	if err != nil || len(all) != b.Undecided() {
		b.t.Fatalf("%d decisions, %d counted, %v", len(all), b.Undecided(), err)
	}
	return all
}

// only is the one thing to be decided, of a kind.
func (b *bench) only(kind DecisionKind) Decision {
	b.t.Helper()
	all := b.decisions()
	if len(all) != 1 || all[0].Kind != kind {
		b.t.Fatalf("not one %s: %+v", kind, all)
	}
	return all[0]
}

func (b *bench) refused(c Command, key string) {
	b.t.Helper()
	var refused *model.Refusal
	if _, err := b.Do(Order{Command: c}); !errors.As(err, &refused) || refused.Key != key {
		b.t.Errorf("%+v: %v, not %s", c, err, key)
	}
}

func call(b *bench) Done {
	return b.do(RegisterIncident{ReporterName: "Pelapor", Description: "uji", Class: model.Rendah})
}

// disputed is an incident of which two desks describe the damage differently.
func disputed(b *bench) Done {
	done := call(b)
	b.do(AmendIncident{Incident: IncidentRef(done.ID), Details: Details{Impact: text("Ringan")}})
	b.at("2026-10-05 09:05").elsewhere("incident.amended", done.ID, model.Values{"impact": "Berat"})
	return done
}

// Either value, or a third, ends the dispute; the order is undone as any other.
func TestADisputeIsDecidedByEitherValueOrAThird(t *testing.T) {
	for chosen, order := range map[string]func(Decision) Decide{
		"Ringan": func(k Decision) Decide { return Decide{Take: k.Values[0].Mark.String()} },
		"Berat":  func(k Decision) Decide { return Decide{Take: k.Values[1].Mark.String()} },
		"Sedang": func(Decision) Decide { return Decide{Value: json.RawMessage(`"Sedang"`)} },
	} {
		b := newDeskAt(t, "2026-10-05 09:00")
		done := disputed(b)
		k := b.only(DecideValues)
		slices.SortFunc(k.Values, func(x, y Rival) int { return int(x.At - y.At) })
		if k.Subject != done.ID || k.Field != "impact" || string(k.Values[0].Value) != `"Ringan"` || string(k.Values[1].Value) != `"Berat"` ||
			k.Values[0].Desk.Letter != "A" || k.Values[1].Desk.Desk != back || k.Since != b.Now() {
			t.Fatalf("%+v", k)
		}
		c := order(k)
		c.Subject, c.Field, c.Reason = string(done.Ticket), "impact", "disepakati lewat telepon"
		if decided := b.do(c); decided.Ticket != done.Ticket || decided.ID != done.ID {
			t.Errorf("%+v", decided)
		}
		if i := b.incident(done); i.Impact != chosen || len(i.Conflicts) != 0 || len(b.decisions()) != 0 {
			t.Errorf("%q instead of %q, conflicts %v", i.Impact, chosen, i.Conflicts)
		}
		b.refused(c, "refuse.decide-settled")
		undone := b.at("2026-10-05 09:30").do(Undo{Subject: string(done.ID)})
		if undone.Notice == nil || undone.Notice.Key != "notice.undo-open" || b.incident(done).Impact != "Berat" {
			t.Errorf("%v is told, and %q is shown, which was not before", undone.Notice, b.incident(done).Impact)
		}
		b.asBefore(k)
		if again := b.do(Undo{Subject: string(done.ID)}); again.Notice != nil || b.incident(done).Impact != chosen || len(b.decisions()) > 0 {
			t.Errorf("the undo is undone with %v", again.Notice)
		}
		b.do(Undo{Subject: string(done.ID)})
		b.asBefore(k)
	}
}

func TestADecisionIsRefusedForWhatItLacks(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 09:00")
	done := disputed(b)
	id := string(done.ID)
	mark := b.only(DecideValues).Values[0].Mark.String()
	b.refused(Decide{Subject: id, Field: "title", Take: mark}, "refuse.decide-settled")
	b.refused(Decide{Subject: id, Field: "impact"}, "refuse.decide-one")
	b.refused(Decide{Subject: id, Field: "impact", Take: mark, Value: json.RawMessage(`"x"`)}, "refuse.decide-one")
	b.refused(Decide{Subject: id, Field: "impact", Take: string(back) + ".77"}, "refuse.decide-mark")
	b.refused(Decide{Subject: id, Field: "impact", Value: json.RawMessage(`7`)}, "refuse.json-type")
	b.refused(Decide{Subject: "cccccccccccccccccccccccccccccccc", Field: "impact", Take: mark}, "refuse.subject-unknown")
	b.refused(Decide{Subject: "CSIRT-2026-A-9999-9", Field: "impact", Take: mark}, "refuse.ticket-check")
	if n := len(b.decisions()); n != 1 {
		t.Errorf("%d things to decide after refusals", n)
	}
}

// Every kind of subject can be in dispute, and every one can be decided.
func TestEveryKindOfSubjectIsDecided(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 09:00")
	b.do(AddPerson{Name: "Dewi Contoh", Phone: "0811"})
	person, agency := b.do(AddPerson{Name: "Eko Contoh", Phone: "0811"}).ID, b.do(AddAgency{Name: "Dinas Uji", Phone: "021"}).ID
	system := b.do(AddSystem{Name: "PPDB", Agency: "Dinas Uji"}).ID
	seat := b.do(GiveSeat{Post: "III", Person: "Dewi Contoh"}).ID
	duty := b.do(SetDuty{Person: "Dewi Contoh", StartAt: b.Now(), EndAt: b.Now() + 3600}).ID
	incident := call(b).ID
	for _, c := range []struct {
		kind, field string
		id          model.SubjectID
		other       any
		third, told string
	}{
		{"incident", "agency", incident, agency, `"Dinas Uji"`, `"` + string(agency) + `"`},
		{"incident", "reporter", incident, model.Reporter{Name: "Lain"}, `{"name":"Ketiga"}`, `{"name":"Ketiga"}`},
		{"person", "phone", person, "0812", `"0813"`, `"0813"`},
		{"agency", "phone", agency, "022", `"023"`, `"023"`},
		{"system", "agency", system, model.AgencyID(""), `"dinas uji"`, `"` + string(agency) + `"`},
		{"seat", "person", seat, person, `"Eko Contoh"`, `"` + string(person) + `"`},
		{"duty", "endAt", duty, b.Now() + 7200, `"2026-10-05T12:00:00+07:00"`, `"2026-10-05T05:00:00Z"`},
		{"office", "city", b.office.ID, "Depok", `"Bekasi Baru"`, `"Bekasi Baru"`},
	} {
		if c.field == "agency" && c.kind == "incident" {
			b.do(AmendIncident{Incident: IncidentRef(incident), Details: Details{Agency: ref("Disdik")}})
		}
		b.elsewhere(model.Kind(c.kind+".amended"), c.id, model.Values{c.field: c.other})
		k := b.only(DecideValues)
		if k.Of != c.kind || k.Subject != c.id {
			t.Errorf("%+v", k)
		}
		b.do(Decide{Subject: string(c.id), Field: c.field, Value: json.RawMessage(c.third)})
		s, err := b.readSubject(c.id)
		if err != nil {
			t.Fatal(err)
		}
		if shown, _ := s.Registers[c.field].Shown(); string(shown.Value) != c.told {
			t.Errorf("%s.%s is %s", c.kind, c.field, shown.Value)
		}
		if n := len(b.decisions()); n > 0 {
			t.Errorf("%s.%s: %d left", c.kind, c.field, n)
		}
	}
	b.again()
	if n := b.Undecided(); n > 0 {
		t.Errorf("after a night %d are to be decided", n)
	}
}

func ref(name string) *AgencyRef { r := AgencyRef(name); return &r }

// A decided class stands on the record of classes with its reason.
func TestADecidedClassIsRecorded(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 09:00")
	done := call(b)
	b.do(ClassifyIncident{Incident: IncidentRef(done.ID), Class: model.Tinggi, Reason: "layanan sekolah"})
	b.at("2026-10-05 09:05").elsewhere("incident.classified", done.ID, model.Values{"class": model.Strategis,
		"classifications": model.Classification{Class: model.Strategis, At: b.Now(), Reason: "layanan vital"}})
	k := b.only(DecideValues)
	why := []string{k.Values[0].Why, k.Values[1].Why}
	slices.Sort(why)
	if !slices.Equal(why, []string{"layanan sekolah", "layanan vital"}) {
		t.Errorf("reasons %v", why)
	}
	b.at("2026-10-05 09:10").do(Decide{Subject: string(done.ID), Field: "class", Value: json.RawMessage(`"tinggi"`), Reason: "dinilai bersama"})
	i := b.incident(done)
	if last := i.Classes[len(i.Classes)-1]; i.Class != model.Tinggi || last.Class != model.Tinggi || last.Reason != "dinilai bersama" || len(i.Conflicts) > 0 {
		t.Errorf("class %s, %+v", i.Class, i.Classes)
	}
}

// An incident was ended here while the other desk still wrote on it.
func TestWhatWasEndedWhileItWasChangedIsConfirmedOrTakenBack(t *testing.T) {
	for value, outcome := range map[string]model.Outcome{"": model.Rejected, "null": ""} {
		b := newDeskAt(t, "2026-10-05 09:00")
		done := call(b)
		b.do(RejectIncident{Incident: IncidentRef(done.ID), Reason: "bukan kewenangan"})
		b.at("2026-10-05 09:05").elsewhere("incident.amended", done.ID, model.Values{"impact": "Berat"})
		k := b.only(DecideOvertaken)
		if k.Field != "ended/1" || !slices.Equal(k.Misfit.Late, []string{"impact"}) || len(k.Values) != 2 || k.Values[0].Why != "bukan kewenangan" {
			t.Fatalf("%+v", k)
		}
		c := Decide{Subject: string(done.ID), Field: k.Field, Value: json.RawMessage(value)}
		if value == "" {
			c.Take = k.Values[0].Mark.String()
		}
		b.at("2026-10-05 09:10").do(c)
		if i := b.incident(done); i.Outcome != outcome || len(b.decisions()) > 0 {
			t.Errorf("outcome %q, misfits %+v", i.Outcome, i.Misfits)
		}
	}
}

// The other desk wrote before the end, and its file came after it: both desks are
// asked. Where the file came before the end nobody is.
func TestAnEndThatDidNotSeeAnEarlierChangeIsDecided(t *testing.T) {
	for name, seen := range map[string]bool{"not seen": false, "seen": true} {
		front := newDeskAt(t, "2026-10-05 16:00")
		back := front.join("Meja belakang")
		done := call(front)
		send(t, back, front)
		send(t, front, back)
		personal := true
		back.at("2026-10-05 16:05").do(AmendIncident{Incident: IncidentRef(done.ID), Details: Details{PersonalData: &personal}})
		front.at("2026-10-05 16:06")
		if seen {
			send(t, back, front)
		}
		front.at("2026-10-05 16:10").do(RejectIncident{Incident: IncidentRef(done.ID), Reason: "bukan kewenangan"})
		send(t, back.at("2026-10-05 16:15"), front)
		send(t, front, back)
		same(t, front, back)
		for _, b := range []*bench{front, back} {
			if seen && len(b.decisions()) > 0 {
				t.Errorf("%s: %+v", name, b.decisions())
			}
			if !seen && !slices.Equal(b.only(DecideOvertaken).Misfit.Late, []string{"personalData"}) {
				t.Errorf("%s: %+v", name, b.decisions())
			}
		}
	}
}

// A dispute about an ended incident is decided without the end being doubted.
func TestADecisionAboutWhatHasEndedLeavesTheEnd(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 09:00")
	done := disputed(b)
	b.at("2026-10-05 09:06").elsewhere("incident.ended", done.ID, model.Values{"ended/1": model.Ending{Segment: 1, Outcome: model.Rejected, At: b.Now(), Reason: "x"}})
	b.at("2026-10-05 09:10").do(Decide{Subject: string(done.ID), Field: "impact", Value: json.RawMessage(`"Sedang"`)})
	if i := b.incident(done); i.Outcome != model.Rejected || len(b.decisions()) > 0 {
		t.Errorf("outcome %q, %+v", i.Outcome, b.decisions())
	}
}

// Step 3 came without step 2: it is taken back, or step 2 is passed; a value
// that mends nothing is refused.
func TestWhatDoesNotFitIsMended(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 09:00")
	done := call(b)
	b.at("2026-10-05 09:05").elsewhere("incident.passed", done.ID, model.Values{"passed/1.3": model.Passage{Segment: 1, Step: 3, At: b.Now()}})
	k := b.only(DecideMisfit)
	if k.Misfit.Kind != model.MisfitGap || k.Misfit.Step != 3 || k.Field != "passed/1.3" {
		t.Fatalf("%+v", k)
	}
	b.refused(Decide{Subject: string(done.ID), Field: k.Field, Take: k.Values[0].Mark.String()}, "refuse.decide-still")
	b.do(Decide{Subject: string(done.ID), Field: k.Field, Value: json.RawMessage("null")})
	if i := b.incident(done); len(b.decisions()) > 0 || i.Step != model.StepReceive {
		t.Errorf("step %d, %+v", i.Step, i.Misfits)
	}
}

// A copied folder gave two incidents one number: both stay, and one gets a new
// number; the old one finds the other, and the number before is still searched.
func TestTwoIncidentsOfOneNumberAreToldApart(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 09:00")
	first := call(b)
	other := model.SubjectID("cccccccccccccccccccccccccccccccc")
	b.elsewhere("incident.registered", other, model.Registered{Ticket: first.Ticket, Policy: model.Decree(), Title: "Kembar",
		Reporter: model.Reporter{Name: "Lain"}, Description: "uji", ReceivedAt: b.Now()}.Values())
	b.again()
	k := b.only(DecideTicket)
	if k.Ticket != first.Ticket || len(k.Others) != 1 {
		t.Fatalf("%+v", k)
	}
	b.refused(AddNote{Incident: IncidentRef(first.Ticket), Text: "x"}, "refuse.ticket-twice")
	b.refused(RenumberIncident{Incident: IncidentRef(other)}, "refuse.reason")
	done := b.do(RenumberIncident{Incident: IncidentRef(other), Reason: "folder disalin"})
	b.refused(RenumberIncident{Incident: IncidentRef(other), Reason: "lagi"}, "refuse.ticket-once")
	if len(b.decisions()) > 0 || b.incident(first).Ticket != first.Ticket || b.Ticket(other) != done.Ticket || done.Ticket == first.Ticket {
		t.Errorf("%s and %s, %+v", b.Ticket(first.ID), b.Ticket(other), b.decisions())
	}
	if found := b.Search(Filter{Text: string(first.Ticket)}); len(found) != 2 {
		t.Errorf("the number finds %d incidents", len(found))
	}
	if next := call(b); next.Ticket == done.Ticket {
		t.Errorf("%s was given twice", next.Ticket)
	}
	b.again()
	if i, err := b.Incident(IncidentRef(first.Ticket)); err != nil || i.ID != first.ID {
		t.Errorf("%s finds %s, %v", first.Ticket, i.ID, err)
	}
	b.do(Undo{Subject: string(other)})
	b.only(DecideTicket)
}

// A number that nobody has any more still finds who had it.
func TestAFormerNumberFindsItsIncident(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 09:00")
	first := call(b)
	other := model.SubjectID("cccccccccccccccccccccccccccccccc")
	b.elsewhere("incident.registered", other, model.Values{"ticket": first.Ticket, "policy": model.Decree(), "receivedAt": b.Now()})
	b.do(RenumberIncident{Incident: IncidentRef(first.ID), Reason: "folder disalin"})
	b.at("2026-10-05 09:05").elsewhere("incident.renumbered", other, model.Values{"ticket": model.NewTicket("CSIRT", 2026, "B", 1)})
	k := b.only(DecideValues) // the other desk had not seen its own number: decide
	b.do(Decide{Subject: string(other), Field: "ticket", Take: k.Values[1].Mark.String()})
	if i, err := b.Incident(IncidentRef(first.Ticket)); err != nil || i.ID != first.ID {
		t.Errorf("%s finds %s, %v", first.Ticket, i.ID, err)
	}
}

func TestClashesForksAndClocksAreListed(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 09:00")
	b.do(AddPerson{Name: "Dewi Contoh"})
	eko := b.do(AddPerson{Name: "Eko Contoh"}).ID
	seat := b.do(GiveSeat{Post: "III", Person: "Dewi Contoh"})
	b.elsewhere("seat.given", "cccccccccccccccccccccccccccccccc", model.Values{"post": "III", "person": eko, "standing": "definitif", "from": b.Now()})
	duty := b.do(SetDuty{Person: "Dewi Contoh", StartAt: b.Now(), EndAt: b.Now() + 3600})
	b.decisions()
	b.elsewhere("duty.set", "dddddddddddddddddddddddddddddddd", model.Values{"person": b.duties[duty.ID].Person, "startAt": b.Now() + 60, "endAt": b.Now() + 7200})
	err := b.note(exchanged{Forks: []Fork{{Desk: back, N: 7, From: b.me, File: "x", At: b.Now()}}, Clocks: map[model.DeskID]Skew{back: {7200, b.Now()}}})
	if err != nil {
		t.Fatal(err)
	}
	var told []string
	for _, k := range b.decisions() {
		told = append(told, string(k.Kind)+" "+string(k.Misfit.Kind))
	}
	if !slices.Equal(told, []string{"fork ", "clock ", "misfit seats", "misfit duties"}) && !slices.Equal(told, []string{"fork ", "clock ", "misfit duties", "misfit seats"}) {
		t.Errorf("%q", told)
	}
	b.again()
	b.do(WithdrawSeat{Seat: SeatRef(seat.ID), Reason: "ganda"})
	b.do(WithdrawDuty{Duty: DutyRef(duty.ID), Reason: "ganda"})
	if n := len(b.decisions()); n != 2 {
		t.Errorf("%d are left, not the fork and the clock alone", n)
	}
}

// A desk whose clock is days ahead registers an incident. Its clock is put right
// and its next file is good: the incident is still told, until its receipt was
// corrected or has come.
func TestAnIncidentOfTheFutureIsToldUntilItIsCorrected(t *testing.T) {
	front := newDeskAt(t, "2026-10-05 09:00")
	back := front.join("Meja belakang")
	send(t, back, front)
	send(t, front, back)
	done := call(back.at("2026-10-08 09:00"))
	send(t, back, front)
	back.at("2026-10-05 09:10")
	front.at("2026-10-05 09:10")
	send(t, back, front)
	k := front.only(DecideEarly)
	if k.Subject != done.ID || k.Ahead != 71*time.Hour+50*time.Minute || len(k.Values) != 1 || !said(k, "decide.early") {
		t.Fatalf("%+v", k)
	}
	later := Decide{Subject: string(done.ID), Field: k.Field, Value: json.RawMessage(`"2026-10-07T09:00:00+07:00"`)}
	front.refused(later, "refuse.decide-still")
	front.at("2026-10-08 08:56").again()
	if n := len(front.decisions()); n != 0 {
		t.Errorf("%d are to be decided when it has come", n)
	}
	front.at("2026-10-05 09:12")
	right := later
	right.Value, right.Reason = json.RawMessage(`"2026-10-05T09:00:00+07:00"`), "jam meja belakang keliru"
	front.do(right)
	i := front.incident(done)
	if i.ReceivedAt != i.PassedAt(1, model.StepReport) || Early(i.ReceivedAt, front.Now()) || len(front.decisions()) != 0 {
		t.Errorf("%+v %+v", i.Course, front.decisions())
	}
	front.refused(right, "refuse.decide-settled")
	send(t, front, back)
	same(t, front, back)
}
