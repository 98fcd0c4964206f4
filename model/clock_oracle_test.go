package model

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"reflect"
	"strconv"
	"testing"
	"time"
)

// happening is one thing that befell an incident, as a second, slow
// implementation of the clocks reads it.
type happening struct {
	at    Instant
	what  string // received, answered, passed, class, pause, resume, ended, reopened
	step  Step
	class Class
	pause string
	fact  Fact
}

// life is a random incident in whole minutes, with all that a merge can bring:
// pauses that overlap, lie before the start or are never resumed.
type life struct {
	rnd     *rand.Rand
	policy  Policy
	days    map[int]*[minutesOfDay]bool // which minutes of a day count
	all     []happening
	at      Instant
	segment int
	step    Step
	class   Class
	ended   bool
	closed  bool
}

// gaps are in minutes; many are exactly a promise of Lampiran III.
var gaps = []int{0, 0, 1, 3, 10, 11, 30, 59, 60, 61, 200, 479, 480, 481, 900, 1440, 2880}

var eves = []string{"2028-02-28 20:13", "2027-02-28 23:59", "2026-12-31 22:30", "2026-04-30 12:00", "2026-10-05 09:12", "2100-02-28 23:00"}

func newLife(rnd *rand.Rand) *life {
	l := &life{rnd: rnd, policy: somePolicy(rnd), days: map[int]*[minutesOfDay]bool{}, segment: 1, step: StepReceive}
	l.at = wib(eves[rnd.IntN(len(eves))]) + Instant(60*rnd.IntN(600))
	if rnd.IntN(4) > 0 {
		l.class = Classes[rnd.IntN(3)]
	}
	l.add(happening{what: "received", class: l.class}, Registered{Ticket: "T", Policy: l.policy, ReceivedAt: l.at, Class: l.class})
	for range rnd.IntN(28) {
		l.at += Instant(60 * gaps[rnd.IntN(len(gaps))])
		if l.ended {
			l.reopen()
			continue
		}
		l.live()
	}
	return l
}

func (l *life) add(h happening, f Fact) {
	if h.at == 0 {
		h.at = l.at
	}
	h.fact = f
	l.all = append(l.all, h)
}

func (l *life) reopen() {
	if l.rnd.IntN(2) == 0 {
		return
	}
	l.at += 60
	if l.rnd.IntN(3) == 0 {
		l.at += Instant(60 * l.rnd.IntN(100*24*60))
	}
	if l.closed {
		l.step = StepInvestigate
	}
	l.segment, l.ended, l.closed = l.segment+1, false, false
	l.add(happening{what: "reopened", step: l.step}, Reopened{Reopening{Segment: l.segment, At: l.at, Step: l.step, Reason: "x"}})
}

func (l *life) live() {
	switch l.rnd.IntN(12) {
	case 0:
		l.add(happening{what: "answered"}, Answered{At: l.at, Answer: "x"})
	case 1, 2:
		if class := Classes[l.rnd.IntN(3)]; class != l.class {
			l.class = class
			l.add(happening{what: "class", class: class}, Classified{Class: class, At: l.at, Reason: "x"})
		}
	case 3, 4:
		from := l.at - Instant(60*l.rnd.IntN(90))
		id := strconv.Itoa(len(l.all))
		l.add(happening{at: from, what: "pause", pause: id}, PauseBegun{Pause{ID: id, From: from, Reason: "kahar"}})
	case 5, 6:
		l.resume()
	case 7:
		if l.rnd.IntN(4) == 0 {
			merged := Merged{Ending{Segment: l.segment, Outcome: Duplicate, At: l.at, Reason: "x", Duplicate: "d", Joined: []Mark{{"d", 1}}}}
			switch l.rnd.IntN(3) {
			case 0: // merged, and taken back: as if it had never been
				l.add(happening{what: "parted"}, merged)
				l.add(happening{what: "parted"}, Record{"incident.parted", Values{endedField(l.segment): json.RawMessage("null")}})
				return
			case 1:
				l.ended = true
				l.add(happening{what: "ended"}, merged)
				return
			}
			l.ended = true
			l.add(happening{what: "ended"}, Ended{Ending: Ending{Segment: l.segment, Outcome: Rejected, At: l.at, Reason: "x"}})
		}
	default:
		l.add(happening{what: "passed", step: l.step}, Passed{Segment: l.segment, Step: l.step, At: l.at})
		if l.step == StepAnnounce {
			l.ended, l.closed = true, true
		}
		l.step++
	}
}

func (l *life) resume() {
	for i := len(l.all) - 1; i >= 0; i-- {
		if id := l.all[i].pause; l.all[i].what == "pause" {
			l.add(happening{what: "resume", pause: id}, PauseEnded{ID: id, At: l.at})
			return
		}
	}
}

// course is the life read back from its events, folded in a random order.
func (l *life) course(t testing.TB) Course {
	d := story("front")[0]
	for i, h := range l.all {
		d.write(t, noon.Add(time.Duration(i)*time.Second), factOf(h.fact))
	}
	var s Subject
	for _, i := range l.rnd.Perm(len(d.seen)) {
		s.Fold(d.seen[i])
	}
	return IncidentOf(&s).Course
}

// slowClock is what a clock must be, counted minute by minute.
type slowClock struct {
	Class      Class
	Start, End Instant
	Due        Instant
	Paused     Seconds
	Took       Seconds
	Breached   bool
	Stopped    bool
	Former     []FormerTarget
}

func (l *life) slow(name ClockName, segment int, now Instant) slowClock {
	mine, before := l.inSegment(segment)
	k := slowClock{Class: before}
	targets := func(c Class) Seconds { return Decree().Targets[c].Resolution }
	if name == Response {
		targets = func(c Class) Seconds { return Decree().Targets[c].Response }
	}
	end := l.slowBounds(&k, name, segment, mine)
	for _, h := range mine {
		if h.what == "class" || h.what == "received" {
			k.Class = h.class
		}
	}
	if k.Class == "" {
		k.Class = l.firstClass()
	}
	if k.Start == 0 {
		return k
	}
	k.End = end
	until := end
	if until == 0 {
		until = max(now, k.Start)
	}
	active, paused := map[Instant]Seconds{k.Start: 0}, map[Instant]Seconds{k.Start: 0}
	for m := k.Start; m < until; m += 60 {
		active[m+60], paused[m+60] = active[m], paused[m]
		switch {
		case !l.counts(m):
		case name == Resolution && l.standsStill(m):
			paused[m+60] += 60
		default:
			active[m+60] += 60
		}
	}
	k.Paused, k.Took = paused[until], active[until]
	class := k.Class
	if class == "" {
		class = Strategis
	}
	k.Due = l.slowDue(k.Start, targets(class)+k.Paused)
	had, since := before, k.Start
	for _, h := range mine {
		if h.what != "class" && h.what != "received" || h.class == "" {
			continue
		}
		if had != "" && h.at >= k.Start {
			changed := min(h.at, until)
			f := FormerTarget{Class: had, Target: targets(had), Due: l.slowDue(k.Start, targets(had)+paused[changed])}
			f.Ended, f.Passed = until < h.at, changed > f.Due
			f.Breached = f.Passed && since <= until && since <= l.slowDue(k.Start, targets(had)+paused[since])
			k.Former = append(k.Former, f)
			k.Breached = k.Breached || f.Breached
		}
		if had != "" {
			since = max(k.Start, h.at) // the first class holds from the start
		}
		had = h.class
	}
	k.Breached = k.Class != "" && (k.Breached || until > k.Due)
	return k
}

// firstClass holds for all that came before it too.
func (l *life) firstClass() Class {
	for _, h := range l.all {
		if h.class != "" {
			return h.class
		}
	}
	return ""
}

// inSegment is what happened in a segment, and the class it began with.
func (l *life) inSegment(segment int) (mine []happening, before Class) {
	number := 1
	for _, h := range l.all {
		if h.what == "reopened" {
			number++
		}
		switch {
		case number == segment:
			mine = append(mine, h)
		case number < segment && (h.what == "class" || h.what == "received"):
			before = h.class
		}
	}
	return mine, before
}

func (l *life) slowBounds(k *slowClock, name ClockName, segment int, mine []happening) (end Instant) {
	for _, h := range mine {
		switch {
		case name == Response && h.what == "received", name == Resolution && l.policy.Basis == FromReceipt && (h.what == "received" || h.what == "reopened"),
			name == Resolution && h.what == "reopened" && h.step > StepEscalate,
			name == Resolution && l.policy.Basis == FromEscalation && h.what == "passed" && h.step == StepEscalate:
			k.Start = h.at
		case name == Resolution && end == 0 && h.what == "passed" && h.step >= l.policy.EndStep(),
			name == Response && end == 0 && h.what == "passed" && h.step == StepReceive:
			end = h.at
		case h.what == "ended":
			k.Stopped = true
			if name == Resolution || end == 0 {
				end = h.at
			}
		}
	}
	if name == Response {
		end = l.answeredOr(end)
	}
	return end
}

// answeredOr is the last answer on record when it came before; it counts in
// whatever segment it was given.
func (l *life) answeredOr(end Instant) Instant {
	answered := Instant(0)
	for _, h := range l.all {
		if h.what == "answered" {
			answered = h.at
		}
	}
	if answered != 0 && (end == 0 || answered < end) {
		return answered
	}
	return end
}

// standsStill: some pause lasts in that minute; none outlives its segment.
func (l *life) standsStill(m Instant) bool {
	for i, p := range l.all {
		if p.what != "pause" || p.at > m {
			continue
		}
		over := false
		for j, h := range l.all {
			ends := h.what == "ended" || h.what == "passed" && h.step == StepAnnounce
			resumed := h.what == "resume" && h.pause == p.pause && !l.resumedAgain(j)
			over = over || h.at <= m && (resumed || ends && h.at >= p.at)
		}
		if !over && i >= 0 {
			return true
		}
	}
	return false
}

// resumedAgain: a later word about the same pause replaces this one.
func (l *life) resumedAgain(j int) bool {
	for _, h := range l.all[j+1:] {
		if h.what == "resume" && h.pause == l.all[j].pause {
			return true
		}
	}
	return false
}

func TestTheClocksAgreeWithCountingMinutes(t *testing.T) {
	histories := 5000
	if n, err := strconv.Atoi(os.Getenv("SIAGA_PROOF_CLOCKS")); err == nil {
		histories = n
	}
	clocks, breached, paused, former, segments := 0, 0, 0, 0, 0
	for n := range histories {
		l := newLife(rand.New(rand.NewPCG(5, uint64(n))))
		c := l.course(t)
		now := l.at + Instant(60*l.rnd.IntN(600))
		compare := func(k Clock) {
			got := slowClock{k.Class, k.StartAt, 0, k.Due(), k.Paused, Seconds(k.Took() / time.Second), k.Breached(), k.Stopped, k.Former}
			if k.StartAt.Known() {
				got.End = k.EndAt
			}
			want := l.slow(k.Name, k.Segment, now)
			if !reflect.DeepEqual(got, want) {
				t.Fatalf("history %d, %s of segment %d:\n%+v\nnot, as counted,\n%+v\n%s", n, k.Name, k.Segment, got, want, l)
			}
			clocks++
			if k.Breached() {
				breached++
			}
			if k.Paused > 0 {
				paused++
			}
			former += len(k.Former)
		}
		compare(c.Response(now))
		for _, k := range c.Resolutions(now) {
			compare(k)
			segments++
		}
	}
	t.Logf("%d histories, %d clocks in %d segments: %d breached, %d paused, %d former targets", histories, clocks, segments, breached, paused, former)
}

func (l *life) String() string {
	out := fmt.Sprintf("%s, ends %d, %+v", l.policy.Basis, l.policy.EndStep(), l.policy.Calendar)
	for _, h := range l.all {
		out += fmt.Sprintf("\n%s %s %d %s %s", h.at, h.what, h.step, h.class, h.pause)
	}
	return out
}
