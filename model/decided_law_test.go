package model

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"testing"
	"time"
)

// workday is some desks that handle one incident by the rules, each by what it
// has seen, and exchange now and then.
type workday struct {
	desks []*desk
	rnd   *rand.Rand
	now   time.Time
	acts  int
}

func newWorkday(t *testing.T, seed uint64, desks ...string) *workday {
	w := &workday{rnd: rand.New(rand.NewPCG(7, seed)), now: wib("2026-10-05 09:30").Time()}
	w.desks = story(desks...)
	for _, f := range []Fact{whole(), Amended{Values{"category": "WDF", "initialAnalysis": "a", "impact": "b", "risk": RiskHigh,
		"priority": Priority("tinggi"), "analysis": "c", "rootCause": "d", "lessons": "e", "announcement": "f"}},
		Assigned{Teams: SetChange{Add: []string{"V"}}}, Noted{Action: &Action{At: wib("2026-10-05 09:20"), Phase: "recovery", Text: "g"}}} {
		w.desks[0].write(t, w.now, factOf(f))
	}
	last := Step(w.rnd.IntN(9))
	for step := StepReceive; step <= last; step++ {
		w.desks[0].write(t, w.now, factOf(Passed{1, step, At(w.now), ""}))
	}
	w.exchange(w.desks[0])
	for range 6 + w.rnd.IntN(22) {
		w.now = w.now.Add(time.Minute)
		d := pick(w.rnd, w.desks)
		if w.rnd.IntN(4) == 0 {
			w.exchange(d)
			continue
		}
		w.act(t, d)
	}
	return w
}

// exchange sends what a desk has to the others.
func (w *workday) exchange(from *desk) {
	for _, d := range w.desks {
		send(from, d)
		d.hear(from.seen, w.now)
	}
}

// act does something that the rules allow as far as the desk can see.
func (w *workday) act(t *testing.T, d *desk) {
	i, at := IncidentOf(&d.subject), At(w.now)
	if w.rnd.IntN(8) == 0 {
		if undone, err := Undone(d.seen, InOrder(d.seen)[len(d.seen)-1], "salah"); err == nil && len(d.seen) > 4 {
			for _, fact := range undone {
				d.write(t, w.now, d.restoring(fact))
			}
			w.acts++
		}
		return
	}
	pause, _ := i.PausedNow()
	end := Ending{Segment: i.Segment(), Outcome: Rejected, At: at, Reason: "x"}
	no := end
	no.Outcome = NotIncident
	something := []checkedFact{
		{Amended{Values{"title": d.id}}, func(Instant) error { return Amended{Values{"title": d.id}}.Check(i) }},
		check(Passed{i.Segment(), i.Step, at, "n"}, i), check(Passed{i.Segment(), i.Step, at, ""}, i), check(Passed{i.Segment(), i.Step, at, ""}, i),
		check(Classified{pick(w.rnd, Classes), at, "y"}, i), check(Ended{Ending: end}, i),
		check(Ended{Ending: no, Answer: "z", AnsweredAt: at}, i),
		check(Reopened{Reopening{Segment: i.Segment() + 1, At: at, Step: i.ReopenAt(), Reason: "r"}}, i),
		check(PauseBegun{Pause{ID: d.id2(), From: at, Expected: at + 600, Reason: "kahar"}}, i), check(PauseEnded{pause.ID, at}, i),
		check(Retimed{Passage{Segment: i.Segment(), Step: StepReceive, At: at - 60}, "k"}, i),
	}
	if one := pick(w.rnd, something); one.check(at) == nil {
		d.write(t, w.now, factOf(one.fact))
		w.acts++
	}
}

func (d *desk) id2() string { return string(d.id) + strconv.FormatUint(d.n, 10) }

type checkedFact struct {
	fact  Fact
	check func(now Instant) error
}

func check(f interface {
	Fact
	Check(Incident, Instant) error
}, i Incident) checkedFact {
	return checkedFact{f, func(now Instant) error { return f.Check(i, now) }}
}

func workdays() uint64 {
	if n, err := strconv.Atoi(os.Getenv("SIAGA_PROOF_HISTORIES")); err == nil {
		return uint64(n)
	}
	return 2000
}

// Whatever one desk does by the rules fits together: what is shown as not
// fitting came of a merge.
func TestOneDeskAloneHasNothingToDecide(t *testing.T) {
	acts := 0
	for seed := range workdays() {
		w := newWorkday(t, seed, "front")
		acts += w.acts
		if n := w.desks[0].subject.Undecided(); n > 0 {
			t.Fatalf("day %d: %v, %+v", seed, w.desks[0].subject.Conflicts(), w.desks[0].subject.Misfits())
		}
	}
	t.Logf("%d acts by the rules", acts)
}

// One desk decides everything, and exchanges: all desks show the same, and
// nothing is left.
func TestAfterAllIsDecidedTheDesksAgree(t *testing.T) {
	counted := map[string]int{}
	for seed := range workdays() {
		w := newWorkday(t, seed, "back", "front", "upstairs")
		judge := pick(w.rnd, w.desks)
		for _, d := range w.desks {
			w.exchange(d)
		}
		w.decideAll(t, judge, counted)
		w.exchange(judge)
		sameOffice(t, w.desks...)
		for _, d := range w.desks {
			if d.subject.Undecided() > 0 {
				t.Fatalf("day %d: desk %s is left with %v, %+v", seed, d.id, d.subject.Conflicts(), d.subject.Misfits())
			}
		}
	}
	for _, kind := range []MisfitKind{MisfitGap, MisfitOrder, MisfitAfterEnd, MisfitBothAnswers, MisfitNotClosed,
		MisfitReopened, MisfitTwoPauses, MisfitPausedDone, MisfitOvertaken} {
		if counted[string(kind)] == 0 {
			t.Errorf("%s never came about", kind)
		}
	}
	t.Logf("decided: %v", counted)
}

func (w *workday) decideAll(t *testing.T, judge *desk, counted map[string]int) {
	s := &judge.subject
	for range 200 {
		w.now = w.now.Add(time.Second)
		if fields := s.Conflicts(); len(fields) > 0 {
			field := pick(w.rnd, fields)
			value := Chosen(field, pick(w.rnd, s.Registers[field].Live))
			judge.decide(t, w.now, field, value)
			counted["values"]++
			continue
		}
		misfits := s.Misfits()
		if len(misfits) == 0 {
			return
		}
		m := misfits[0]
		value := json.RawMessage("null")
		if m.Kind == MisfitOvertaken {
			shown, _ := s.Registers[m.Fields[0]].Shown()
			value = Chosen(m.Fields[0], shown)
		}
		judge.decide(t, w.now, m.Fields[0], value)
		if slices.ContainsFunc(s.Misfits(), func(o Misfit) bool { return o.Kind == m.Kind && slices.Equal(o.Fields, m.Fields) }) {
			t.Fatalf("%+v stays as it is", m)
		}
		counted[string(m.Kind)]++
	}
	t.Fatalf("no end of deciding: %v, %+v", s.Conflicts(), s.Misfits())
}

// question is what is to be decided about, with the values that stand there. What
// overtook an end depends on the desk that a change was last written at: of that,
// only what is about the field counts.
func question(s *Subject, field string) (told string) {
	for _, m := range s.Misfits() {
		if m.Kind != MisfitOvertaken || m.Fields[0] == field {
			told += fmt.Sprintf("%s %d %v\n", m.Kind, m.Step, m.Fields)
		}
	}
	for _, field := range s.Conflicts() {
		told += field + "\n"
		for _, e := range s.stood(field) {
			told += string(Chosen(field, e)) + "\n"
		}
	}
	return told
}

// A decision that is undone, at the desk that took it or at another, leaves what
// there was to decide; when that is undone too, nothing of it is left.
func TestADecisionThatIsUndoneLeavesItsQuestion(t *testing.T) {
	ends, values := 0, 0
	for seed := range workdays() / 2 {
		w := newWorkday(t, seed, "back", "front", "upstairs")
		for _, d := range w.desks {
			w.exchange(d)
		}
		judge, other := pick(w.rnd, w.desks), pick(w.rnd, w.desks)
		fields := judge.subject.Conflicts()
		for _, m := range judge.subject.Misfits() {
			fields = append(fields, m.Fields[0])
		}
		if len(fields) == 0 {
			continue
		}
		field := pick(w.rnd, fields)
		before := question(&judge.subject, field)
		w.decideOn(t, judge, field)
		after := question(&judge.subject, field)
		for n, want := range []string{before, after, before} {
			w.undoLast(t, other)
			if got := question(&judge.subject, field); got != want {
				t.Fatalf("day %d, %s, undone %d times:\n%s\nand not\n%s", seed, field, n+1, got, want)
			}
		}
		if values++; endsBy(field) {
			ends++
		}
	}
	if values == 0 || ends == 0 {
		t.Error("too little was decided")
	}
	t.Logf("%d decisions undone, %d of them about an end", values, ends)
}

func (w *workday) decideOn(t *testing.T, judge *desk, field string) {
	s, value := &judge.subject, json.RawMessage("null")
	if slices.Contains(s.Conflicts(), field) || endsBy(field) && w.rnd.IntN(2) == 0 {
		value = Chosen(field, pick(w.rnd, s.Registers[field].Live))
	}
	judge.decide(t, w.now, field, value)
	w.exchange(judge)
}

// undoLast undoes the last deed at a desk, and tells the others.
func (w *workday) undoLast(t *testing.T, d *desk) {
	w.now = w.now.Add(time.Second)
	facts, err := Undone(d.seen, InOrder(d.seen)[len(d.seen)-1], "salah")
	if err != nil {
		t.Fatal(err)
	}
	for _, fact := range facts {
		d.write(t, w.now, d.restoring(fact))
	}
	w.exchange(d)
	sameOffice(t, w.desks...)
}

func (d *desk) decide(t *testing.T, now time.Time, field string, value any) {
	if !d.subject.Decidable(field) {
		t.Fatalf("%s cannot be decided about", field)
	}
	d.write(t, now, factOf(Decided{Subject: "incident", Field: field, Value: value, Reason: "disepakati",
		Also: d.subject.Restated(Values{field: value})}))
}

// A step that was chosen keeps who did it and when that was typed in; who chose
// it is the author of the decision.
func TestWhoDidADeedStaysWhenItIsChosen(t *testing.T) {
	d := story("front")[0]
	d.write(t, noon, factOf(whole()))
	d.write(t, noon, factOf(passed(StepReceive, "2026-10-05 10:00")))
	field := passageField(1, StepReceive)
	was, _ := d.subject.Registers[field].Shown()
	var p Passage
	if err := json.Unmarshal(Chosen(field, was), &p); err != nil || p.By != "user" || p.TypedAt != At(noon) || p.At != wib("2026-10-05 10:00") {
		t.Errorf("%+v, %v", p, err)
	}
}

// Who changes what is retired and knows it says both; who does not know it is
// found out.
func TestAChangeOfWhatIsRetiredTellsWhetherThatWasKnown(t *testing.T) {
	for name, knew := range map[string]bool{"knew": true, "did not": false} {
		desks := story("front", "back")
		added, _ := AddPerson(Person{Name: "Sri"})
		desks[0].subject.Kind, desks[1].subject.Kind = "person", "person"
		desks[0].write(t, noon, factOf(added))
		send(desks[0], desks[1])
		retired, _ := Amend("person", Values{"retired": "pindah"})
		desks[0].write(t, noon.Add(time.Minute), factOf(retired))
		if knew {
			send(desks[0], desks[1])
		}
		change, _ := Amend("person", desks[1].subject.Restated(Values{"phone": "0812"}))
		desks[1].write(t, noon.Add(2*time.Minute), factOf(change))
		send(desks[1], desks[0])
		if m := desks[0].subject.Misfits(); (len(m) == 0) != knew || !knew && !slices.Equal(m[0].Late, []string{"phone"}) {
			t.Errorf("%s: %+v", name, m)
		}
	}
}

// Two desks give a post or a turn that only one may have.
func TestSeatsAndTurnsThatMeetAreFound(t *testing.T) {
	seats := []Seat{{ID: "a", Post: "III", Person: "p", Standing: Definitive, From: 10}, {ID: "b", Post: "III", Person: "q", Standing: Definitive, From: 20},
		{ID: "c", Post: "III", Person: "r", Standing: Plh, From: 20}, {ID: "d", Post: "V.anggota", Person: "p", Standing: Definitive, From: 10},
		{ID: "e", Post: "V.anggota", Person: "q", Standing: Definitive, From: 10}, {ID: "f", Post: "II", Person: "p", Standing: Definitive, From: 10, To: 20},
		{ID: "g", Post: "II", Person: "q", Standing: Definitive, From: 20}, {ID: "h", Post: "III", Person: "s", Standing: Definitive, From: 30, Retired: "x"}}
	if found := SeatMisfits(seats); len(found) != 1 || found[0][0].ID != "a" || found[0][1].ID != "b" {
		t.Errorf("%+v", found)
	}
	duties := []Duty{{ID: "a", Person: "p", StartAt: 10, EndAt: 20}, {ID: "b", Person: "p", StartAt: 19, EndAt: 30},
		{ID: "c", Person: "p", StartAt: 30, EndAt: 40}, {ID: "d", Person: "q", StartAt: 10, EndAt: 20}}
	if found := DutyMisfits(duties); len(found) != 1 || found[0][0].ID != "a" || found[0][1].ID != "b" {
		t.Errorf("%+v", found)
	}
}

func TestAGivenValueIsReadAsItsFieldWantsIt(t *testing.T) {
	for _, c := range []struct {
		kind, field, value string
		ok                 bool
	}{
		{"incident", "impact", `"berat"`, true}, {"incident", "impact", `3`, false}, {"incident", "impact", `null`, false},
		{"incident", "class", `"tinggi"`, true}, {"incident", "class", `"x"`, false}, {"incident", "vital", `true`, true},
		{"incident", "vital", `"ya"`, false}, {"incident", "happenedAt", `"2026-10-05T10:00:00+07:00"`, true},
		{"incident", "happenedAt", `"kemarin"`, false}, {"incident", "reporter", `{"name":"Sri"}`, true}, {"incident", "reporter", `{"nama":"Sri"}`, false},
		{"incident", "passed/1.3", `null`, true}, {"incident", "passed/1.3", `{"at":"2026-10-05T10:00:00Z"}`, true}, {"incident", "passed/1.3", `{}`, false},
		{"incident", "ended/1", `{"at":"2026-10-05T10:00:00Z"}`, false}, {"incident", "ticket", `"CSIRT-2026-A-0137-7"`, false},
		{"incident", "nothing", `"x"`, false}, {"person", "name", `""`, false}, {"person", "nip", `"12"`, false}, {"person", "phone", `""`, true},
		{"person", "passed/1.3", `null`, false}, {"seat", "post", `"III"`, true}, {"seat", "post", `"XX"`, false}, {"seat", "to", `""`, true},
		{"system", "answers", `"ABC"`, false}, {"office", "paper", `"a4"`, true}, {"office", "policy", `{}`, false}, {"duty", "endAt", `""`, false},
	} {
		_, err := ReadValue(c.kind, c.field, json.RawMessage(c.value))
		if _, refused := AsRefusal(err); (err == nil) != c.ok || err != nil && !refused {
			t.Errorf("%s %s %s: %v", c.kind, c.field, c.value, err)
		}
	}
}
