package model

import (
	"encoding/json"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// pair is two tickets about one event at one desk.
type pair struct{ into, from *desk }

// pairs are the same two tickets at several desks.
func pairs(t *testing.T, into, from []Fact, desks ...string) (all []pair) {
	for n, s := range story(desks...) {
		p := pair{s, &desk{id: s.id, skew: s.skew, subject: Subject{Kind: "incident"}}}
		if n > 0 {
			send(all[0].into, p.into)
			send(all[0].from, p.from)
		} else {
			for _, f := range into {
				p.into.write(t, noon, factOf(f))
			}
			for _, f := range from {
				p.from.write(t, noon, factOf(f))
			}
		}
		all = append(all, p)
	}
	return all
}

func (p pair) incidents() (into, from Incident) {
	into, from = IncidentOf(&p.into.subject), IncidentOf(&p.from.subject)
	into.ID, from.ID = "into", "from"
	return into, from
}

// merge merges the pair, with the same answer to every clash.
func (p pair) merge(t fataler, answer string, at Instant, now time.Time) {
	into, from := p.incidents()
	j, answers := PlanJoin(into, from), map[string]string{}
	for _, c := range j.Clashes {
		answers[c.Field] = answer
		if answer == TakeBoth && !c.Long {
			answers[c.Field] = TakeFrom
		}
	}
	facts, err := j.Joined(answers, "satu kejadian", at)
	if err != nil {
		t.Fatalf("%v", err)
	}
	var marks []Mark
	for _, f := range facts {
		marks = append(marks, p.into.write(t, now, factOf(f)).Mark())
	}
	p.from.write(t, now, factOf(Merged{Ending{Segment: from.Segment(), Outcome: Duplicate, At: at, Reason: "satu kejadian", Duplicate: "into", Joined: marks}}))
}

// part takes the merge back and names what stays.
func (p pair) part(t fataler, now time.Time) FieldNames {
	var joined []Mark
	merges, _ := Merges(&p.from.subject)
	for _, e := range merges {
		joined = append(joined, e.Joined...)
	}
	parting := Parting{At: At(now), Reason: "dua kejadian"}
	fact, stays := PartedInto(p.into.seen, joined, parting)
	p.into.write(t, now, factOf(fact))
	p.from.write(t, now, factOf(PartedFrom(&p.from.subject, parting)))
	return stays
}

func exchange(a, b pair) {
	send(a.into, b.into)
	send(b.into, a.into)
	send(a.from, b.from)
	send(b.from, a.from)
}

func TestEveryRegisterHasARuleForMerges(t *testing.T) {
	for _, f := range IncidentFields {
		if joinRules[f.Name] == "" {
			t.Errorf("no rule says how %s of two tickets becomes one", f.Name)
		}
	}
	for field := range joinRules {
		if !slices.ContainsFunc(IncidentFields, func(f Field[Incident]) bool { return f.Name == field }) {
			t.Errorf("there is a rule for %s, which is no register", field)
		}
	}
}

// second is a later report of what whole tells, fuller and more urgent.
func second() Registered {
	r := received(Strategis, FromReceipt)
	r.Title, r.Description, r.Channel, r.Reporter = "Beranda diganti", "Gambar peretas", "surel", Reporter{Name: "Budi Santoso", Phone: "0813"}
	r.ReceivedAt, r.HappenedAt, r.TLP, r.Personal, r.Agency, r.System = r.ReceivedAt+3600, r.ReceivedAt-600, TLPAmberStrict, true, "a", "s"
	return r
}

func TestAMergeTakesTheEarliestTheHighestTheStrictestAndTheUnion(t *testing.T) {
	at := clockTime("11:00")
	first := whole()
	first.TLP, first.System = TLPGreen, "s1"
	p := pairs(t, []Fact{first, Assigned{Teams: SetChange{Add: []string{"V"}}}},
		[]Fact{second(), Assigned{Teams: SetChange{Add: []string{"V", "VII"}}, Persons: SetChange{Add: []string{"p"}}},
			Noted{Note: &Note{At: at, Text: "hubungi lagi"}}, Noted{Evidence: &Evidence{At: at, Name: "index.html", SHA256: "ab", Location: "brankas"}}}, "front")[0]
	before, from := p.incidents()
	p.merge(t, TakeFrom, at, noon.Add(time.Minute))
	i, _ := p.incidents()
	for name, ok := range map[string]bool{
		"received":  i.ReceivedAt == before.ReceivedAt,
		"happened":  i.HappenedAt == from.HappenedAt,
		"class":     i.Class == Strategis && len(i.Classes) == 2 && i.Classes[1].Reason == "satu kejadian",
		"tlp":       i.TLP == TLPAmberStrict,
		"personal":  i.PersonalData,
		"agency":    i.Agency == "a",
		"teams":     slices.Equal(i.Teams, []string{"V", "VII"}) && slices.Equal(i.Persons, []PersonID{"p"}),
		"clashes":   i.Title == "Beranda diganti" && i.Reporter.Name == "Budi Santoso" && i.System == "s",
		"systems":   slices.Equal(i.Systems, []SystemID{"s1"}),
		"note":      len(i.Notes) == 1 && i.Notes[0].At == at && i.Notes[0].Origin.Incident == "from" && i.Notes[0].By == "user",
		"evidence":  len(i.Evidence) == 1 && i.Evidence[0].SHA256 == "ab" && i.Evidence[0].Location == "brankas",
		"reporters": len(i.Reports) == 2 && i.Reports[0].Reporter.Phone == "0813" && i.Reports[1].Reporter.Name == "Sri Wahyuni",
		"channel":   i.Channel == "telepon" && i.Reports[0].Channel == "surel",
		"steps":     i.Step == before.Step,
	} {
		if !ok {
			t.Errorf("%s: %+v", name, i)
		}
	}
	_, from = p.incidents()
	if e, merged := from.Merged(); !merged || e.Duplicate != "into" || from.Outcome != Duplicate || from.Title != "Beranda diganti" {
		t.Errorf("the merged ticket: %+v", from)
	}
}

func TestClashesAreAskedAndAnswered(t *testing.T) {
	p := pairs(t, []Fact{whole()}, []Fact{second()}, "front")[0]
	into, from := p.incidents()
	j := PlanJoin(into, from)
	asked := []string{}
	for _, c := range j.Clashes {
		asked = append(asked, c.Field)
	}
	if !slices.Equal(asked, []string{"title", "description", "reporter"}) {
		t.Fatalf("asked %v", asked)
	}
	for _, c := range []struct {
		answers map[string]string
		key     string
	}{
		{map[string]string{"title": "into", "description": "both", "reporter": "from"}, ""},
		{map[string]string{"title": "Judul ketiga", "description": "Uraian ketiga", "reporter": "into"}, ""},
		{map[string]string{"title": "into", "description": " ", "reporter": "from"}, "refuse.merge-clash"},
		{map[string]string{"title": "into"}, "refuse.merge-clash"},
		{map[string]string{"title": "both", "description": "both", "reporter": "from"}, "refuse.choice"},
		{map[string]string{"title": "into", "description": "both", "reporter": "Budi"}, "refuse.choice"},
		{map[string]string{"title": "into", "description": "both", "reporter": "from", "tlp": "into"}, "refuse.merge-no-clash"},
	} {
		if _, err := j.Joined(c.answers, " ", into.ReceivedAt); c.key == "" && checked(t, err) != "refuse.reason" {
			t.Errorf("without a reason: %v", err)
		}
		facts, err := j.Joined(c.answers, "x", into.ReceivedAt)
		if got := checked(t, err); got != c.key {
			t.Errorf("%v: %q", c.answers, got)
		}
		if c.key == "" && c.answers["description"] == "both" {
			var text string
			if json.Unmarshal(facts[0].Values()["description"].(json.RawMessage), &text) != nil || text != "Beranda diubah\n\nGambar peretas" {
				t.Errorf("both: %q", text)
			}
		}
	}
}

func TestWhatCannotBeMergedIsRefused(t *testing.T) {
	at := clockTime("11:00")
	into, from := pairs(t, []Fact{whole()}, []Fact{second()}, "front")[0].incidents()
	for name, c := range map[string]struct {
		change func(j *Join)
		at     Instant
		key    string
	}{
		"nothing wrong":  {func(*Join) {}, at, ""},
		"the same":       {func(j *Join) { j.From.ID = "into" }, at, "refuse.merge-same"},
		"ended":          {func(j *Join) { j.From.Outcome = Rejected }, at, "refuse.ended"},
		"goes on, ended": {func(j *Join) { j.Into.Outcome = Closed }, at, "refuse.ended"},
		"in dispute":     {func(j *Join) { j.Into.Conflicts = []string{"title"} }, at, "refuse.merge-conflict"},
		"other dispute":  {func(j *Join) { j.Into.Conflicts = []string{"passed/1.2"} }, at, ""},
		"before receipt": {func(*Join) {}, from.ReceivedAt - 1, "refuse.before-last"},
		"tomorrow":       {func(*Join) {}, factNow + 86400, "refuse.future"},
	} {
		j := PlanJoin(into, from)
		c.change(&j)
		if got := checked(t, j.Check(c.at, factNow)); got != c.key {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// The response clock runs from the earliest receipt and never begins anew: what
// ended it stands, and what came of a later report does not end it.
func TestTheResponseClockOfAMergeRunsFromTheEarliestReceipt(t *testing.T) {
	early, late := whole(), whole() // Tinggi: one hour from 09:12
	late.ReceivedAt = early.ReceivedAt + 7200
	at := late.ReceivedAt + 3600
	answered := func(r Registered, minutes int) []Fact {
		return []Fact{r, Answered{r.ReceivedAt + Instant(60*minutes), "kami tangani"}}
	}
	stepped := func(r Registered) []Fact {
		return []Fact{r, Passed{1, StepReceive, r.ReceivedAt + 300, ""}}
	}
	for name, c := range map[string]struct {
		into, from []Fact
		end        Instant
		state      ClockState
	}{
		"the earlier reporter was answered":         {[]Fact{late}, answered(early, 10), early.ReceivedAt + 600, Kept},
		"step 3 began on the earlier report":        {[]Fact{late}, stepped(early), early.ReceivedAt + 300, Kept},
		"only the later reporter was answered":      {[]Fact{early}, answered(late, 10), 0, Overdue},
		"the answer that goes on comes late now":    {answered(late, 10), []Fact{early}, late.ReceivedAt + 600, Breached},
		"both were answered, the later one goes on": {answered(late, 10), answered(early, 20), early.ReceivedAt + 1200, Kept},
		"a breach stays":                            {[]Fact{late}, answered(early, 90), early.ReceivedAt + 5400, Breached},
	} {
		p := pairs(t, c.into, c.from, "front")[0]
		p.merge(t, TakeInto, at, noon.Add(time.Minute))
		i, _ := p.incidents()
		k := i.Response(at)
		if k.StartAt != early.ReceivedAt || k.EndAt != c.end || k.State() != c.state {
			t.Errorf("%s: from %s to %s, %s", name, k.StartAt, k.EndAt, k.State())
		}
		if len(i.Reports) != 1 {
			t.Errorf("%s: %d other reports", name, len(i.Reports))
		}
		p.part(t, noon.Add(time.Hour))
		if i, _ = p.incidents(); i.Response(at).StartAt != c.into[0].(Registered).ReceivedAt || i.RespondedAt.Known() {
			t.Errorf("%s: taken back it runs from %s", name, i.Response(at).StartAt)
		}
	}
}

// someTicket is a report and what people record on it.
func someTicket(rnd *rand.Rand) []Fact {
	r := whole()
	r.ReceivedAt += Instant(rnd.IntN(7200))
	r.Class, r.TLP = append(Classes, "")[rnd.IntN(4)], append(TLPs, "")[rnd.IntN(6)]
	r.Title, r.Category, r.Personal = pick(rnd, []string{"", "a", "b"}), pick(rnd, []string{"", "WDF", "MAL"}), rnd.IntN(2) == 0
	r.System, r.Reporter.Name = SystemID(pick(rnd, []string{"", "s1", "s2"})), pick(rnd, []string{"Sri", "Budi"})
	facts := []Fact{r}
	for range rnd.IntN(6) {
		at := r.ReceivedAt + 60
		facts = append(facts, pick(rnd, []Fact{
			Amended{Values{"impact": pick(rnd, []string{"berat", "ringan"})}}, Amended{Values{"risk": pick(rnd, Risks)}},
			Noted{Note: &Note{At: at, Text: "catatan"}}, Noted{Occurrence: &Occurrence{At: at, Text: "terjadi"}},
			Assigned{Teams: SetChange{Add: []string{pick(rnd, HandlingTeams)}}}, Linked{Systems: SetChange{Add: []string{"s2", "s3"}}},
			Answered{at, "ya"},
		}))
	}
	return facts
}

// Whatever two tickets hold, taking a merge back gives both as they were; and
// two desks that merge the pair at once have each row once, dispute only what
// they answered differently, and part them together.
func TestAMergeTakenBackWasNeverThere(t *testing.T) {
	merged, together := 0, 0
	rapid.Check(t, func(r *rapid.T) {
		rnd := rand.New(rand.NewPCG(rapid.Uint64().Draw(r, "tickets"), 1))
		desks := pairs(t, someTicket(rnd), someTicket(rnd), "front", "back")
		front, back := desks[0], desks[1]
		into, from := front.incidents()
		rows := len(into.Notes) + len(from.Notes)
		front.merge(r, pick(rnd, []string{TakeInto, TakeFrom, TakeBoth}), clockTime("14:00"), noon.Add(time.Minute))
		merged++
		if rnd.IntN(2) == 0 {
			back.merge(r, pick(rnd, []string{TakeInto, TakeFrom}), clockTime("14:01"), noon.Add(2*time.Minute))
			together++
		}
		exchange(front, back)
		one, gone := front.incidents()
		if len(one.Notes) != rows || gone.Outcome != Duplicate || len(gone.Conflicts) != 0 || len(one.Reports) > 2 {
			r.Fatalf("%d of %d notes, outcome %q, conflicts %v", len(one.Notes), rows, gone.Outcome, gone.Conflicts)
		}
		if stays := back.part(r, noon.Add(time.Hour)); len(stays) > 0 {
			r.Fatalf("%v stays", stays)
		}
		if rnd.IntN(2) == 0 {
			front.part(r, noon.Add(2*time.Hour))
		}
		exchange(front, back)
		for _, p := range desks {
			i, f := p.incidents()
			if asRead(i) != asRead(into) || asRead(f) != asRead(from) {
				r.Fatalf("taken back\n%+v\nwas\n%+v\nand\n%+v\nwas\n%+v", i, into, f, from)
			}
		}
	})
	t.Logf("%d merges taken back, %d of them made at two desks at once", merged, together)
}

// asRead is an incident as it can be read; an emptied list is none.
func asRead(i Incident) string {
	b, _ := json.Marshal(i)
	return strings.ReplaceAll(string(b), "null", "[]")
}

// What somebody has changed since stays and is named; the rest goes back.
func TestWhatWasChangedAfterAMergeStays(t *testing.T) {
	p := pairs(t, []Fact{whole()}, []Fact{second(), Assigned{Teams: SetChange{Add: []string{"V", "VI"}}}, Noted{Note: &Note{At: clockTime("11:00"), Text: "x"}}}, "front")[0]
	before, _ := p.incidents()
	p.merge(t, TakeFrom, clockTime("11:00"), noon.Add(time.Minute))
	for _, f := range []Fact{Amended{Values{"title": "Judul baru"}}, Classified{Rendah, clockTime("11:30"), "salah"},
		Assigned{Teams: SetChange{Remove: []string{"VI"}}}, Noted{Note: &Note{At: clockTime("11:40"), Text: "sesudah"}}} {
		p.into.write(t, noon.Add(2*time.Minute), factOf(f))
	}
	stays := p.part(t, noon.Add(time.Hour))
	i, _ := p.incidents()
	if !slices.Equal(stays, FieldNames{"class", "title"}) || i.Title != "Judul baru" || i.Class != Rendah || len(i.Classes) != 3 {
		t.Errorf("stays %v, title %q, class %s of %+v", stays, i.Title, i.Class, i.Classes)
	}
	if i.Description != before.Description || i.Reporter != before.Reporter || len(i.Teams) != 0 || len(i.Notes) != 1 || len(i.Reports) != 0 {
		t.Errorf("the rest is not as it was: %+v", i)
	}
}

// A desk that rejected the report while another merged it keeps its word when
// the merge is taken back.
func TestAnotherEndingOutlivesTheMerge(t *testing.T) {
	desks := pairs(t, []Fact{whole()}, []Fact{second()}, "front", "back")
	desks[0].merge(t, TakeInto, clockTime("11:00"), noon.Add(2*time.Minute))
	desks[1].from.write(t, noon.Add(time.Minute), factOf(ended(Rejected, "10:50")))
	exchange(desks[0], desks[1])
	if _, from := desks[0].incidents(); !slices.Equal(from.Conflicts, []string{"ended/1"}) {
		t.Errorf("conflicts %v", from.Conflicts)
	}
	desks[1].part(t, noon.Add(time.Hour))
	exchange(desks[0], desks[1])
	if _, from := desks[0].incidents(); from.Outcome != Rejected || len(from.Conflicts) != 0 {
		t.Errorf("outcome %q, conflicts %v", from.Outcome, from.Conflicts)
	}
}
