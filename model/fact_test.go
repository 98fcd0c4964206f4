package model

import (
	"slices"
	"strings"
	"testing"
)

// front is an incident at the front desk, as far as a story has come.
type front struct {
	t *testing.T
	d *desk
}

func newFront(t *testing.T, facts ...Fact) *front {
	f := &front{t, story("front")[0]}
	return f.record(facts...)
}

func (f *front) record(facts ...Fact) *front {
	for _, fact := range facts {
		f.d.write(f.t, noon, factOf(fact))
	}
	return f
}

func (f *front) incident() Incident { return IncidentOf(&f.d.subject) }

func whole() Registered {
	r := received(Tinggi, FromReceipt)
	r.Title, r.Description, r.Channel, r.Reporter = "Situs diretas", "Beranda diubah", "telepon", Reporter{Name: "Sri Wahyuni"}
	return r
}

func ended(outcome Outcome, at string) Ended {
	return Ended{Ending: Ending{Segment: 1, Outcome: outcome, At: clockTime(at), Reason: "bukan kewenangan"}}
}

func pausing(from, expected string) PauseBegun {
	return PauseBegun{Pause{ID: "a", From: clockTime(from), Expected: clockTime(expected), Reason: "kahar"}}
}

func reopening(at string) Reopened {
	return Reopened{Reopening{Segment: 2, At: clockTime(at), Step: StepReceive, Reason: "ternyata kami"}}
}

// relayed is that the chair was telephoned at the receipt, or what change makes of it.
func relayed(change func(*Relay)) Relayed {
	r := Relay{At: clockTime("09:12"), Post: "III", Person: "p", Clock: Response, Segment: 1, Channel: "telepon"}
	if change != nil {
		change(&r)
	}
	return Relayed{r}
}

// checked gives a fact's answer: "" when it may be recorded, the refusal's key
// when not.
func checked(t *testing.T, err error) string {
	t.Helper()
	if err == nil {
		return ""
	}
	r, ok := AsRefusal(err)
	if !ok {
		t.Fatalf("%v is not a refusal", err)
	}
	return r.Key
}

var factNow = clockTime("12:00")

func TestARegistrationIsRefusedForWhatItLacks(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*Registered)
		key    string
	}{
		"whole":           {func(*Registered) {}, ""},
		"two minutes off": {func(r *Registered) { r.ReceivedAt = factNow + 120 }, ""},
		"title alone":     {func(r *Registered) { r.Description = " " }, ""},
		"all instants": {func(r *Registered) {
			r.HappenedAt, r.KnownAt, r.ReportedAt = r.ReceivedAt-9, r.ReceivedAt-8, r.ReceivedAt
		}, ""},
		"no reporter":      {func(r *Registered) { r.Reporter.Name = " " }, "refuse.reporter"},
		"no description":   {func(r *Registered) { r.Description, r.Title = "", " " }, "refuse.description"},
		"no receipt":       {func(r *Registered) { r.ReceivedAt = 0 }, "refuse.instant-missing"},
		"tomorrow":         {func(r *Registered) { r.ReceivedAt = factNow + 121 }, "refuse.future"},
		"happened after":   {func(r *Registered) { r.HappenedAt = r.ReceivedAt + 1 }, "refuse.after-receipt"},
		"known after":      {func(r *Registered) { r.KnownAt = r.ReceivedAt + 1 }, "refuse.after-receipt"},
		"reported after":   {func(r *Registered) { r.ReportedAt = r.ReceivedAt + 1 }, "refuse.after-receipt"},
		"known before":     {func(r *Registered) { r.HappenedAt, r.KnownAt = r.ReceivedAt-1, r.ReceivedAt-2 }, "refuse.known-before-happened"},
		"another channel":  {func(r *Registered) { r.Channel = "merpati" }, "refuse.choice"},
		"another class":    {func(r *Registered) { r.Class = "sedang" }, "refuse.choice"},
		"another TLP":      {func(r *Registered) { r.TLP = "blue" }, "refuse.choice"},
		"no class as yet":  {func(r *Registered) { r.Class = "" }, ""},
		"no channel given": {func(r *Registered) { r.Channel = "" }, ""},
	} {
		r := whole()
		c.change(&r)
		if got := checked(t, r.Check(factNow)); got != c.key {
			t.Errorf("%s: %q, want %q", name, got, c.key)
		}
	}
}

func TestEachFactRefusesWhatItsCommentSays(t *testing.T) {
	open := newFront(t, whole()).incident()
	atDecision := newFront(t, append([]Fact{whole()}, through(StepAnalyse, "2026-10-05 10:00")...)...).incident()
	answered := newFront(t, whole(), Answered{At: clockTime("09:20")}).incident()
	standing := newFront(t, whole(), pausing("10:00", "11:00")).incident()
	over := newFront(t, whole(), ended(Rejected, "10:00")).incident()
	step2 := newFront(t, whole(), passed(StepReceive, "2026-10-05 10:00")).incident()
	self := ended(Duplicate, "10:00")
	self.Duplicate = open.ID
	other := ended(Duplicate, "10:00")
	other.Duplicate = "22222222222222222222222222222222"
	no := ended(NotIncident, "10:00")
	no.Answer = "bukan insiden"
	retimed := func(step Step, at, reason string) Retimed {
		return Retimed{Passage{Segment: 1, Step: step, At: clockTime(at)}, reason}
	}
	for _, c := range []struct {
		name string
		err  error
		key  string
	}{
		{"classify", Classified{Rendah, clockTime("10:00"), "salah"}.Check(open, factNow), ""},
		{"classify nothing", Classified{"", clockTime("10:00"), "x"}.Check(open, factNow), "refuse.class-missing"},
		{"classify unknown", Classified{"x", clockTime("10:00"), "x"}.Check(open, factNow), "refuse.choice"},
		{"classify the same", Classified{Tinggi, clockTime("10:00"), "x"}.Check(open, factNow), "refuse.class-same"},
		{"classify without reason", Classified{Rendah, clockTime("10:00"), " "}.Check(open, factNow), "refuse.reclass-reason"},
		{"classify before receipt", Classified{Rendah, clockTime("09:00"), "x"}.Check(open, factNow), "refuse.before-receipt"},
		{"classify tomorrow", Classified{Rendah, clockTime("13:00"), "x"}.Check(open, factNow), "refuse.future"},
		{"classify an ended one", Classified{Rendah, clockTime("11:00"), "x"}.Check(over, factNow), "refuse.ended"},
		{"answer", Answered{At: clockTime("09:13")}.Check(open, factNow), ""},
		{"answer twice", Answered{At: clockTime("09:30")}.Check(answered, factNow), "refuse.answered-already"},
		{"answer before receipt", Answered{At: clockTime("09:11")}.Check(open, factNow), "refuse.before-receipt"},
		{"answer tomorrow", Answered{At: clockTime("12:03")}.Check(open, factNow), "refuse.future"},
		{"answer an ended one", Answered{At: clockTime("11:00")}.Check(over, factNow), "refuse.ended"},
		{"tell at the receipt", relayed(nil).Check(open, factNow), ""},
		{"tell before the receipt", relayed(func(r *Relay) { r.At-- }).Check(open, factNow), "refuse.before-receipt"},
		{"tell tomorrow", relayed(func(r *Relay) { r.At = factNow + 121 }).Check(open, factNow), "refuse.future"},
		{"tell another post", relayed(func(r *Relay) { r.Post = "IX" }).Check(open, factNow), "refuse.choice"},
		{"tell nobody", relayed(func(r *Relay) { r.Person = "" }).Check(open, factNow), "refuse.required"},
		{"tell in no way", relayed(func(r *Relay) { r.Channel = "" }).Check(open, factNow), "refuse.required"},
		{"tell by another way", relayed(func(r *Relay) { r.Channel = "merpati" }).Check(open, factNow), "refuse.choice"},
		{"tell of an ended one", relayed(nil).Check(over, factNow), "refuse.ended"},
		{"pass", passed(2, "2026-10-05 10:00").Check(open, factNow), ""},
		{"pass another step", passed(3, "2026-10-05 10:00").Check(open, factNow), "refuse.step-order"},
		{"pass in another segment", Passed{Segment: 2, Step: 2, At: clockTime("10:00")}.Check(open, factNow), "refuse.step-order"},
		{"pass what lacks", passed(3, "2026-10-05 10:00").Check(step2, factNow), "refuse.step-missing"},
		{"pass before the last", passed(2, "2026-10-05 09:11").Check(open, factNow), "refuse.before-last"},
		{"pass tomorrow", passed(2, "2026-10-05 12:03").Check(open, factNow), "refuse.future"},
		{"pass an ended one", passed(2, "2026-10-05 11:00").Check(over, factNow), "refuse.ended"},
		{"reject", ended(Rejected, "10:00").Check(open, factNow), ""},
		{"duplicate", other.Check(open, factNow), ""},
		{"duplicate of itself", self.Check(open, factNow), "refuse.duplicate-of"},
		{"duplicate of nothing", ended(Duplicate, "10:00").Check(open, factNow), "refuse.duplicate-of"},
		{"not an incident", no.Check(atDecision, factNow), ""},
		{"not an incident too soon", no.Check(open, factNow), "refuse.not-at-decision"},
		{"not an incident, no answer", ended(NotIncident, "10:00").Check(atDecision, factNow), "refuse.answer"},
		{"close by ending", ended(Closed, "10:00").Check(open, factNow), "refuse.choice"},
		{"end without reason", Ended{Ending: Ending{Outcome: Rejected, At: clockTime("10:00")}}.Check(open, factNow), "refuse.reason"},
		{"end twice", ended(Rejected, "11:00").Check(over, factNow), "refuse.ended"},
		{"end before receipt", ended(Rejected, "09:00").Check(open, factNow), "refuse.before-last"},
		{"reopen", reopening("11:00").Check(over, factNow), ""},
		{"reopen what is open", reopening("11:00").Check(open, factNow), "refuse.still-open"},
		{"reopen without reason", Reopened{Reopening{Segment: 2, At: clockTime("11:00")}}.Check(over, factNow), "refuse.reason"},
		{"reopen before the end", reopening("09:30").Check(over, factNow), "refuse.before-last"},
		{"pause", pausing("10:00", "11:00").Check(open, factNow), ""},
		{"pause twice", pausing("10:30", "11:00").Check(standing, factNow), "refuse.paused-already"},
		{"pause without reason", PauseBegun{Pause{From: clockTime("10:00"), Expected: clockTime("11:00")}}.Check(open, factNow), "refuse.pause-reason"},
		{"pause for another reason", PauseBegun{Pause{From: clockTime("10:00"), Expected: clockTime("11:00"), Reason: "libur"}}.Check(open, factNow), "refuse.choice"},
		{"pause without an expected end", PauseBegun{Pause{From: clockTime("10:00"), Reason: "kahar"}}.Check(open, factNow), "refuse.pause-expected"},
		{"pause before the clock runs", pausing("09:11", "11:00").Check(open, factNow), "refuse.pause-resolution"},
		{"pause tomorrow", pausing("12:30", "13:00").Check(open, factNow), "refuse.future"},
		{"pause an ended one", pausing("11:00", "11:30").Check(over, factNow), "refuse.ended"},
		{"resume", PauseEnded{"a", clockTime("10:00")}.Check(standing, factNow), ""},
		{"resume what runs", PauseEnded{"a", clockTime("10:00")}.Check(open, factNow), "refuse.not-paused"},
		{"resume before", PauseEnded{"a", clockTime("09:59")}.Check(standing, factNow), "refuse.resume-before"},
		{"resume tomorrow", PauseEnded{"a", clockTime("12:30")}.Check(standing, factNow), "refuse.future"},
		{"retime", retimed(2, "10:30", "salah ketik").Check(step2, factNow), ""},
		{"retime what was not passed", retimed(3, "10:30", "x").Check(step2, factNow), "refuse.step-not-passed"},
		{"retime the receipt", retimed(1, "09:30", "x").Check(step2, factNow), "refuse.step-not-passed"},
		{"retime without reason", retimed(2, "10:30", "").Check(step2, factNow), "refuse.reason"},
		{"retime before the step ahead", retimed(2, "09:11", "x").Check(step2, factNow), "refuse.between-steps"},
		{"retime after the step behind", retimed(2, "10:30", "x").Check(atDecision, factNow), "refuse.between-steps"},
		{"retime tomorrow", retimed(2, "12:30", "x").Check(step2, factNow), "refuse.future"},
		{"assign", Assigned{Teams: SetChange{Add: []string{"V"}}}.Check(open), ""},
		{"assign another team", Assigned{Teams: SetChange{Add: []string{"IX"}}}.Check(open), "refuse.team"},
		{"assign nothing", Assigned{}.Check(open), "refuse.nothing-changed"},
		{"assign an ended one", Assigned{Teams: SetChange{Add: []string{"V"}}}.Check(over), "refuse.ended"},
		{"amend", Amended{Values{"risk": RiskHigh}}.Check(open), ""},
		{"amend nothing", Amended{}.Check(open), "refuse.nothing-changed"},
		{"amend to another risk", Amended{Values{"risk": Risk("x")}}.Check(open), "refuse.choice"},
		{"amend to another channel", Amended{Values{"channel": Channel("x")}}.Check(open), "refuse.choice"},
		{"amend to another TLP", Amended{Values{"tlp": TLP("x")}}.Check(open), "refuse.choice"},
		{"amend to another priority", Amended{Values{"priority": Priority("x")}}.Check(open), "refuse.choice"},
		{"amend an ended one", Amended{Values{"risk": RiskHigh}}.Check(over), "refuse.ended"},
	} {
		if got := checked(t, c.err); got != c.key {
			t.Errorf("%s: %q, want %q", c.name, got, c.key)
		}
	}
}

func TestRowsAreRefusedForWhatTheyLack(t *testing.T) {
	at := clockTime("10:00")
	open, over := newFront(t, whole()).incident(), newFront(t, whole(), ended(Rejected, "10:00")).incident()
	sum := strings.Repeat("0a", 32)
	for _, c := range []struct {
		row      Noted
		key      string
		whenOver string
	}{
		{Noted{Note: &Note{At: at, Text: "x"}}, "", ""},
		{Noted{Note: &Note{At: at, Text: " "}}, "refuse.required", "refuse.required"},
		{Noted{Notice: &Notice{At: at, To: "bssn", Number: "500.12/7"}}, "", ""},
		{Noted{Notice: &Notice{At: at, To: "bssn", Number: " "}}, "refuse.notice-empty", "refuse.notice-empty"},
		{Noted{Notice: &Notice{At: at, To: "tetangga"}}, "refuse.choice", "refuse.choice"},
		{Noted{Occurrence: &Occurrence{At: at, Text: "x"}}, "", "refuse.ended"},
		{Noted{Occurrence: &Occurrence{At: factNow + 121, Text: "x"}}, "refuse.future", "refuse.ended"},
		{Noted{Action: &Action{At: at, Text: "x", Phase: "recovery"}}, "", "refuse.ended"},
		{Noted{Action: &Action{At: at, Text: "x"}}, "refuse.required", "refuse.ended"},
		{Noted{Action: &Action{At: at, Text: "x", Phase: "x"}}, "refuse.choice", "refuse.ended"},
		{Noted{Evidence: &Evidence{At: at, Name: "log", SHA256: sum}}, "", "refuse.ended"},
		{Noted{Evidence: &Evidence{At: at, Name: "log"}}, "", "refuse.ended"},
		{Noted{Evidence: &Evidence{At: at, Name: "log", SHA256: sum[:62]}}, "refuse.sha256", "refuse.ended"},
		{Noted{Evidence: &Evidence{At: at, SHA256: sum}}, "refuse.required", "refuse.ended"},
		{Noted{Evidence: &Evidence{At: at, Name: "log", SHA256: strings.ToUpper(sum)}}, "refuse.sha256", "refuse.ended"},
		{Noted{Evidence: &Evidence{At: at, Name: "log", SHA256: sum, File: "log.txt", Size: LargestFile}}, "", "refuse.ended"},
		{Noted{Evidence: &Evidence{At: at, Name: "log", SHA256: sum, File: "log.txt", Size: LargestFile + 1}}, "refuse.evidence-large", "refuse.ended"},
		{Noted{Evidence: &Evidence{At: at, Name: "log", File: "log.txt", Size: 5}}, "refuse.evidence-file", "refuse.ended"},
		{Noted{Evidence: &Evidence{At: at, Name: "log", SHA256: sum, Size: 5}}, "refuse.evidence-file", "refuse.ended"},
		{Noted{}, "refuse.nothing-changed", "refuse.ended"},
	} {
		if got := checked(t, c.row.Check(open, factNow)); got != c.key {
			t.Errorf("%+v: %q, want %q", c.row, got, c.key)
		}
		if got := checked(t, c.row.Check(over, factNow)); got != c.whenOver {
			t.Errorf("%+v when it is over: %q, want %q", c.row, got, c.whenOver)
		}
	}
}

func TestEachStepSaysWhatItStillAsksFor(t *testing.T) {
	r := Registered{Ticket: "T", Policy: Decree(), Title: "Situs diretas", Reporter: Reporter{Name: "Sri"}, ReceivedAt: clockTime("09:12")}
	f := newFront(t, r)
	for step, c := range map[Step]struct {
		missing []string
		facts   []Fact
	}{
		2: {[]string{"channel", "class"}, []Fact{Amended{Values{"channel": Channel("telepon")}}, Classified{Class: Tinggi, At: clockTime("09:20")}}},
		3: {[]string{"category", "initialAnalysis"}, []Fact{Amended{Values{"category": "WDF", "initialAnalysis": "x"}}}},
		4: {[]string{"impact", "risk", "priority"}, []Fact{Amended{Values{"impact": "x", "risk": RiskHigh, "priority": Priority("tinggi")}}}},
		5: {[]string{"teams"}, []Fact{Assigned{Teams: SetChange{Add: []string{"V"}}}}},
		6: {[]string{"analysis"}, []Fact{Amended{Values{"analysis": "x"}}}},
		7: {[]string{"actions"}, []Fact{Noted{Action: &Action{At: clockTime("10:00"), Text: "x", Phase: "recovery"}}}},
		8: {[]string{"rootCause", "lessons"}, []Fact{Amended{Values{"rootCause": "x", "lessons": "x"}}}},
		9: {[]string{"announcement"}, []Fact{Amended{Values{"notAnnounced": "x"}}}},
	} {
		stands := newFront(t, append([]Fact{r}, through(step-1, "2026-10-05 10:00")...)...)
		if got := missing(stands.incident()); !slices.Equal(got, c.missing) {
			t.Errorf("step %d asks for %v, want %v", step, got, c.missing)
		}
		if got := missing(stands.record(c.facts...).incident()); got != nil {
			t.Errorf("step %d has all and still asks for %v", step, got)
		}
	}
	if got := missing(f.record(through(StepAnnounce, "2026-10-05 10:00")...).incident()); got != nil {
		t.Errorf("it is closed and asks for %v", got)
	}
}

func missing(i Incident) (names []string) {
	for _, r := range i.Missing() {
		names = append(names, r.Name)
	}
	return names
}
