package demo

import (
	"time"

	"siaga/model"
)

// pausedFor is how long after the end the pause that lasts is expected to last.
const pausedFor = 3 * time.Hour

// scene is an incident that is open at the end: when it came in and passed its
// steps, in minutes before the end.
type scene struct {
	category string
	class    model.Class // empty: nobody has classified it yet
	received int
	passed   []int // step 2 first
	paused   int
	late     bool
}

// lastDay is what the office has before it at the end: two overdue, one
// Strategis with minutes left, two with hours, one paused, one not classified,
// one just registered, one each waiting at steps 8 and 9, one without a team.
var lastDay = []scene{
	{category: "JDL", class: model.Tinggi, received: 1591, passed: []int{1562, 1540, 1521, 1502, 1180}, late: true},
	{category: "AKN", class: model.Rendah, received: 3030, passed: []int{2990, 2961, 2930, 2907, 1510}, late: true},
	{category: "RSW", class: model.Strategis, received: 497, passed: []int{491, 483, 477, 471, 190}},
	{category: "PHS", class: model.Tinggi, received: 165, passed: []int{149, 123, 101, 85}},
	{category: "WDF", class: model.Rendah, received: 1500, passed: []int{1466, 1440, 1422, 1400, 1003}},
	{category: "MAL", class: model.Tinggi, received: 1403, passed: []int{1370, 1345, 1320, 1301, 1010}, paused: 985},
	{category: "PHS", received: 7},
	{category: "JDL", class: model.Tinggi, received: 24},
	{category: "KRN", class: model.Tinggi, received: 1290, passed: []int{1262, 1240, 1221, 1202, 1131, 95}},
	{category: "WDF", class: model.Rendah, received: 1583, passed: []int{1555, 1530, 1501, 1480, 1300, 1102, 125}},
	{category: "SPM", class: model.Rendah, received: 152, passed: []int{131, 104, 71}},
}

// The scenes in which the second desk has a part: the one whose impact both
// desks tell differently, and the one that was reported at both.
const (
	sceneMerged   = 3
	sceneDisputed = 4
)

// scenes is how much of the last day an office of that size has.
func (t *teller) scenes() []scene { return lastDay[:min(len(lastDay), t.options.Incidents)] }

// planLastDay plans what is open at the end.
func (t *teller) planLastDay() {
	for _, s := range t.scenes() {
		p := t.unfinished(s)
		t.today = append(t.today, p)
		t.tell(p)
	}
}

func (t *teller) unfinished(s scene) *plan {
	ago := func(minutes int) model.Instant { return t.until - model.Instant(60*minutes) }
	p := t.conceive(s.category, s.class)
	p.fate = fate{first: s.class, class: s.class, late: s.late}
	if s.class == "" {
		p = t.unclassified(s.category)
	}
	c := &p.course
	c.received = ago(s.received)
	c.reported, c.known, c.happened = c.received-t.minutes(1, 5), c.received-t.minutes(6, 30), c.received-t.minutes(40, 600)
	for i, minutes := range s.passed {
		c.passed[model.StepReceive+model.Step(i)] = ago(minutes)
	}
	t.outOfHours(p)
	if s.paused > 0 {
		p.fate.paused, c.pauseFrom = "menunggu-pihak-ketiga", ago(s.paused)
	}
	return p
}

// unclassified draws until something is not a system of the list, which would
// bring its class.
func (t *teller) unclassified(category string) *plan {
	for {
		if p := t.conceive(category, ""); p.place.system == "" {
			return p
		}
	}
}
