package model

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// watched is an incident and a desk that warns about it whenever it is looked at.
type watched struct {
	t   *testing.T
	row Row
	all []Warning
}

// watch begins with an incident of a class, received at 09:00.
func watch(t *testing.T, class Class) *watched {
	w := &watched{t: t, row: Row{Course: Course{Class: class, ReceivedAt: clockTime("09:00"), Step: StepReceive}}}
	if class != "" {
		w.row.Classes = []Classification{{Class: class, At: clockTime("09:00")}}
	}
	return w
}

// escalated passes steps 2 to 5 at once, so that the resolution runs from there.
func (w *watched) escalated(hm string) *watched {
	for s := StepReceive; s <= StepEscalate; s++ {
		w.row.Passages = append(w.row.Passages, Passage{Segment: 1, Step: s, At: clockTime(hm)})
	}
	return w
}

func (w *watched) reclassified(class Class, hm string) {
	w.row.Class = class
	w.row.Classes = append(w.row.Classes, Classification{Class: class, At: clockTime(hm)})
}

// at looks at the incident and checks which warnings are given, as
// "response strategis 50", with "late" behind those that are caught up.
func (w *watched) at(hm string, wanted ...string) {
	w.t.Helper()
	var got []string
	for _, d := range w.row.DueWarnings(clockTime(hm)) {
		said := fmt.Sprintf("%s %s %d", d.Clock, d.Class, d.Percent)
		if d.CaughtUp {
			said += " late"
		}
		got, w.all = append(got, said), append(w.all, d)
	}
	w.row.Warned = given(w.all)
	if !slices.Equal(got, wanted) {
		w.t.Errorf("at %s the desk warns of %q, not of %q", hm, got, wanted)
	}
}

func TestEachShareIsWarnedAboutOnce(t *testing.T) {
	w := watch(t, Tinggi)
	w.at("09:29")
	w.at("09:30", "response tinggi 50")
	w.at("09:31")
	w.at("09:48", "response tinggi 80")
	w.at("10:00", "response tinggi 100")
	w.at("10:30", "response tinggi 150")
	w.at("23:00")
	w.row.AnsweredAt = clockTime("23:00")
	w.at("23:01")
}

func TestADeskThatWasOffWarnsOfTheLargestShareAlone(t *testing.T) {
	w := watch(t, Tinggi)
	w.at("10:10", "response tinggi 100 late")
	w.at("10:30", "response tinggi 150")
}

// A desk looks every quarter of a minute; two minutes are not called late.
func TestAWarningIsLateAfterTwoMinutes(t *testing.T) {
	for hm, want := range map[string]string{"09:32": "response tinggi 50", "09:33": "response tinggi 50 late"} {
		watch(t, Tinggi).at(hm, want)
	}
}

func TestAPauseMovesWhatIsWarnedAbout(t *testing.T) {
	w := watch(t, Strategis).escalated("09:00")
	w.row.Pauses = []Pause{{From: clockTime("12:00")}}
	w.at("15:00") // half of eight hours would have been 13:00
	w.row.Pauses[0].Until = clockTime("15:00")
	w.at("15:59")
	w.at("16:00", "resolution strategis 50")
	w.row.Pauses = append(w.row.Pauses, Pause{From: clockTime("16:30"), Until: clockTime("17:30")})
	w.at("17:00") // reached again, and not warned about again
	w.at("19:24", "resolution strategis 80")
}

func TestABreachIsToldAlsoWhileTheClockIsPaused(t *testing.T) {
	w := watch(t, Strategis).escalated("09:00")
	w.row.Pauses = []Pause{{From: clockTime("17:30")}}
	w.at("18:00", "resolution strategis 100 late") // the desk was off at 17:00
	w.at("23:59")                                  // the next share waits for the pause to end
	if _, ok := w.row.Unheeded(clockTime("23:59")); ok {
		t.Error("nobody is to be told of a clock that is paused")
	}
}

func TestANewClassGivesItsOwnWarnings(t *testing.T) {
	w := watch(t, Tinggi)
	w.at("09:30", "response tinggi 50")
	w.reclassified(Strategis, "09:31")
	w.at("09:31", "response strategis 150 late") // ten minutes since 09:00
	w.reclassified(Tinggi, "09:32")
	w.at("09:33")
	w.at("09:48", "response tinggi 80")
}

func TestWhatIsNotClassifiedIsWarnedAboutByTheStrictestTarget(t *testing.T) {
	w := watch(t, "")
	w.at("09:05", "response  50")
	w.reclassified(Strategis, "09:06")
	w.at("09:07") // the same target: it was told
	w.at("09:08", "response strategis 80")
}

func TestAReopenedIncidentIsWarnedAboutAnew(t *testing.T) {
	w := watch(t, Strategis).escalated("09:00")
	w.at("13:00", "resolution strategis 50")
	w.row.Endings, w.row.Outcome = []Ending{{Segment: 1, Outcome: Rejected, At: clockTime("13:10")}}, Rejected
	w.at("18:00") // an ended incident is not warned about
	w.row.Reopenings, w.row.Outcome = []Reopening{{Segment: 2, At: clockTime("18:00"), Step: StepInvestigate}}, ""
	w.at("21:59")
	w.at("22:00", "resolution strategis 50")
}

func TestAWarningIsHeededByTellingOrByAStep(t *testing.T) {
	w := watch(t, Tinggi)
	w.at("09:30", "response tinggi 50")
	heeded := func(hm string, want bool) {
		t.Helper()
		if _, unheeded := w.row.Unheeded(clockTime(hm)); unheeded == want {
			t.Errorf("at %s it is unheeded: %v", hm, unheeded)
		}
	}
	heeded("09:30", false)
	w.row.RelayedAt = clockTime("09:35")
	heeded("09:36", true)
	w.at("09:48", "response tinggi 80")
	heeded("09:48", false)
	w.row.AnsweredAt = clockTime("09:50")
	heeded("09:51", true)
}

// The last warning is what waits, until somebody is told or a step is passed; at
// its very second counts.
func TestTheLastWarningWaitsUntilAStepIsPassed(t *testing.T) {
	w := watch(t, Strategis).escalated("09:00")
	w.at("13:00", "resolution strategis 50")
	w.at("15:24", "resolution strategis 80")
	if last, ok := w.row.Unheeded(clockTime("15:24")); !ok || last.Percent != 80 {
		t.Errorf("%+v waits, %v", last, ok)
	}
	w.row.Warned = append(w.row.Warned, Given{Resolution, 1, Strategis, 50, clockTime("13:00")}) // in whatever order they stand
	if last, ok := w.row.Unheeded(clockTime("15:24")); !ok || last.Percent != 80 {
		t.Errorf("%+v waits, %v", last, ok)
	}
	for name, heed := range map[string]func(*Row){
		"a step": func(r *Row) {
			r.Passages = append(r.Passages, Passage{Segment: 1, Step: StepInvestigate, At: clockTime("15:24")})
		},
		"a call": func(r *Row) { r.RelayedAt = clockTime("15:24") },
	} {
		then := w.row
		then.Passages = slices.Clone(w.row.Passages)
		heed(&then)
		if last, ok := then.Unheeded(clockTime("15:25")); ok {
			t.Errorf("after %s %+v waits still", name, last)
		}
	}
}

// Whatever the order in which desks hear of each other's warnings: the first of
// each share stays, of each segment and class, and the row keeps the largest.
func TestTheFirstWarningOfEachShareStays(t *testing.T) {
	at := func(at Instant, segment int, class Class, percent int) Warning {
		return Warning{At: at, Clock: Resolution, Segment: segment, Class: class, Percent: percent}
	}
	all := []Warning{at(9, 1, Tinggi, 50), at(3, 1, Tinggi, 80), at(5, 1, Tinggi, 50), at(7, 2, Tinggi, 50), at(8, 1, Rendah, 50)}
	want := []Warning{at(3, 1, Tinggi, 80), at(5, 1, Tinggi, 50), at(7, 2, Tinggi, 50), at(8, 1, Rendah, 50)}
	if got := onceEach(all); !slices.Equal(got, want) {
		t.Errorf("%+v", got)
	}
	kept := []Given{{Resolution, 1, Tinggi, 80, 3}, {Resolution, 2, Tinggi, 50, 7}, {Resolution, 1, Rendah, 50, 8}}
	if got := given(want); !slices.Equal(got, kept) {
		t.Errorf("the row keeps %+v", got)
	}
}

func TestTwoDesksThatWarnOfTheSameAgree(t *testing.T) {
	desks := story("front", "back")
	front, back := desks[0], desks[1]
	front.write(t, noon, factOf(whole()))
	send(front, back)
	warn := func(d *desk, seconds Instant, percent int) {
		w := Warning{At: At(noon) + seconds, Clock: Response, Segment: 1, Class: Tinggi, Percent: percent, Due: 9, ReachedAt: 5}
		d.write(t, noon.Add(time.Duration(seconds)*time.Second), factOf(Warned{w}))
	}
	warn(back, 1, 50)
	warn(front, 2, 50)
	warn(front, 9, 80)
	send(front, back)
	send(back, front)
	sameOffice(t, front, back)
	for _, d := range desks {
		i := IncidentOf(&d.subject)
		if len(i.Conflicts)+len(i.Misfits) > 0 || len(i.Warnings) != 2 || i.Warnings[0].At != At(noon)+1 {
			t.Errorf("%s: %v %v, %+v", d.id, i.Conflicts, i.Misfits, i.Warnings)
		}
		if row := RowOf(i); len(row.Warned) != 1 || row.Warned[0].Percent != 80 {
			t.Errorf("%s: the row has %+v", d.id, row.Warned)
		}
	}
}

// However often and whenever a desk looks: no share of a clock and class is
// warned about twice, none before it is reached, and when it has looked nothing is due.
func TestWarningsComeOnceAndNotTooEarly(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		w := watch(t, rapid.SampledFrom([]Class{"", Strategis, Tinggi, Rendah}).Draw(rt, "class")).escalated("09:00")
		w.row.Passages = w.row.Passages[:rapid.IntRange(0, 4).Draw(rt, "steps")]
		now, seen := clockTime("09:00"), map[Given]bool{}
		for range rapid.IntRange(1, 30).Draw(rt, "looks") {
			now += Instant(rapid.IntRange(1, 40000).Draw(rt, "seconds"))
			switch last := len(w.row.Pauses) - 1; rapid.IntRange(0, 3).Draw(rt, "deed") {
			case 0:
				class := rapid.SampledFrom(Classes).Draw(rt, "new class")
				w.row.Class, w.row.Classes = class, append(w.row.Classes, Classification{Class: class, At: now})
			case 1:
				if last < 0 || w.row.Pauses[last].Until.Known() {
					w.row.Pauses = append(w.row.Pauses, Pause{From: now})
				} else {
					w.row.Pauses[last].Until = now
				}
			}
			for _, d := range w.row.DueWarnings(now) {
				g := Given{d.Clock, d.Segment, strictest(d.Class), d.Percent, 0}
				if seen[g] || d.ReachedAt > now || d.At != now {
					rt.Fatalf("%+v at %v", d, now)
				}
				seen[g], w.all = true, append(w.all, d)
			}
			w.row.Warned = given(w.all)
			if due := w.row.DueWarnings(now); len(due) > 0 {
				rt.Fatalf("still due: %+v", due)
			}
		}
	})
}

func TestAChainOfEscalationThatCannotBe(t *testing.T) {
	if err := CheckEscalation(DefaultEscalation()); err != nil {
		t.Error(err)
	}
	for name, chain := range map[string][]Rung{
		"nobody":       {},
		"twice":        {{"IV", 50, 0}, {"IV", 80, 0}},
		"the agents":   {{"IX", 50, 0}},
		"backwards":    {{"IV", 100, 0}, {"III", 80, 0}},
		"before it":    {{"IV", 100, 30}, {"III", 100, 10}},
		"at no share":  {{"IV", 0, 0}},
		"far too late": {{"IV", 100, 999_999}},
		"far too much": {{"IV", 1001, 0}},
		"in the past":  {{"IV", 100, -1}},
		"no post":      {{"", 100, 0}},
	} {
		if CheckEscalation(chain) == nil {
			t.Errorf("%s can be told", name)
		}
	}
	if err := CheckEscalation([]Rung{{"IV", 100, 30}, {"III", 100, 30}, {"II", 1000, 0}}); err != nil {
		t.Errorf("two at the same time: %v", err)
	}
}

func TestATurnComesSomeMinutesAfterItsShare(t *testing.T) {
	k := Clock{StartAt: clockTime("09:00"), Target: 3600}
	if at := (Rung{"III", 100, 30}).ReachedAt(k); at != clockTime("10:30") {
		t.Errorf("its turn comes at %s", at)
	}
	if at := (Rung{"III", 100, 30}).ReachedAt(Clock{Target: 3600}); at.Known() {
		t.Errorf("on a clock that does not run it comes at %s", at)
	}
}

// A vital system's report to BSSN is warned about as a promise is, until the
// letter is recorded; no office hours and no pause move it.
func TestADutyOfReportingIsWarnedAbout(t *testing.T) {
	policy := Decree()
	policy.Calendar = officeHours()
	found := wib("2026-10-09 23:50")
	r := Row{Vital: true, KnownAt: found, Course: Course{Policy: &policy, Class: Tinggi, ReceivedAt: found, AnsweredAt: found, Step: StepDecide}}
	for after, percent := range map[time.Duration]int{11 * time.Hour: 0, 12 * time.Hour: 50, 24 * time.Hour: 100, 36 * time.Hour: 150} {
		due := r.DueWarnings(found.Add(after))
		if percent == 0 && len(due) > 0 || percent > 0 && (len(due) != 1 || due[0].Percent != percent || due[0].Clock != "legal-bssn" || due[0].Due != found.Add(24*time.Hour)) {
			t.Errorf("after %s: %+v", after, due)
		}
	}
	r.Crime = true // "kesempatan pertama": without a number there is no share
	if due := r.DueWarnings(found.Add(12 * time.Hour)); len(due) != 1 || due[0].Clock != "legal-bssn" {
		t.Errorf("with a duty without a number: %+v", due)
	}
	r.Notices = []Notice{{At: found + 3600, To: "bssn"}}
	if due := r.DueWarnings(found.Add(36 * time.Hour)); len(due) > 0 {
		t.Errorf("the letter was sent, and still %+v", due)
	}
}
