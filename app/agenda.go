package app

import (
	"cmp"
	"slices"

	"siaga/model"
)

// Queue is one of the lists of what waits. Each open incident stands in the
// first of the urgent queues that fits it, and besides in QueueWarned, QueueOwed
// and QueueMine when it belongs there. What was closed stands in the first two
// until its letters are recorded; QueueConflicts holds whatever has ended.
type Queue string

// The queues, in the order in which they are decided and shown.
const (
	QueueWarned    Queue = "warned"    // somebody was warned, and nothing has been done since
	QueueOverdue   Queue = "overdue"   // a deadline has passed
	QueueOwed      Queue = "owed"      // a letter that a duty of reporting asks for is still to be sent
	QueueStale     Queue = "stale"     // paused beyond the expected end
	QueueFresh     Queue = "fresh"     // not yet classified, or the response clock runs
	QueueTeamless  Queue = "teamless"  // at or past step 5 without a team
	QueueClosing   Queue = "closing"   // waits for the report or the announcement
	QueueNext      Queue = "next"      // everything else with a running clock
	QueueConflicts Queue = "conflicts" // desks disagree, or what they did does not fit together
	QueueMine      Queue = "mine"      // assigned to the person at the desk
)

// Queues are all of them in the order in which people read them.
var Queues = []Queue{QueueWarned, QueueOverdue, QueueOwed, QueueStale, QueueFresh, QueueTeamless, QueueClosing, QueueNext, QueueConflicts, QueueMine}

// WordKey names the queue's heading.
func (q Queue) WordKey() string { return "today.list." + string(q) }

// Task is one line of a queue: an incident, and what is to be done next. It tells
// of the nearer clock; with a Letter, of that duty of reporting.
type Task struct {
	Row    *model.Row
	Due    model.Instant // of what it tells of, zero when no time runs
	Act    Act
	Letter model.LegalDuty // without a code where it tells of a clock
}

// Agenda is everything that waits at one instant.
type Agenda struct {
	Tallies map[Tally]int
	Queues  map[Queue][]Task
}

// Waits reports whether anything is to be done.
func (a Agenda) Waits() bool { return len(a.Queues) > 0 }

// Plan makes the agenda in one pass over all rows; old and closed ones cost only
// a look at receipt, outcome and what makes a duty of reporting. Midnight is the beginning of today in the
// office's zone; me is the person at the desk, empty for nobody.
func Plan(rows []*model.Row, now, midnight model.Instant, me model.PersonID) Agenda {
	a := Agenda{Tallies: map[Tally]int{}, Queues: map[Queue][]Task{}}
	filters := filtersAt(now, midnight)
	for _, r := range rows {
		if r.ReceivedAt >= midnight || r.Outcome == "" {
			a.count(r, now, filters)
		}
		if r.Outcome == "" {
			a.queue(r, now, me)
		}
		a.promised(r, now)
		if r.Conflicts > 0 {
			a.add(QueueConflicts, Task{Row: r, Due: dueOf(r, now), Act: ActDecide})
		}
	}
	for _, tasks := range a.Queues {
		slices.SortFunc(tasks, func(x, y Task) int {
			return cmp.Or(cmp.Compare(lastIfUnknown(x.Due), lastIfUnknown(y.Due)), cmp.Compare(x.Row.Ticket, y.Row.Ticket))
		})
	}
	return a
}

// lastIfUnknown orders what has no deadline behind everything else.
func lastIfUnknown(due model.Instant) uint64 { return uint64(due) - 1 }

func (a *Agenda) queue(r *model.Row, now model.Instant, me model.PersonID) {
	task := Task{Row: r, Due: dueOf(r, now), Act: nextAct(r, now)}
	a.add(urgent(r, now), task)
	if me != "" && slices.Contains(r.Persons, me) {
		a.add(QueueMine, task)
	}
}

// promised lists the letters that are still to be sent, and the warnings on which
// nobody has acted, by what falls due first.
func (a *Agenda) promised(r *model.Row, now model.Instant) {
	owed := r.Owed(now)
	if len(owed) > 0 {
		a.add(QueueOwed, Task{r, owed[0].Due, ActSend, owed[0]})
	} else if r.Outcome != "" {
		return // most: nothing runs
	}
	if _, unheeded := r.Unheeded(now); !unheeded {
		return
	}
	warned := Task{Row: r, Due: dueOf(r, now), Act: ActRelay}
	if len(owed) > 0 && lastIfUnknown(owed[0].Due) < lastIfUnknown(warned.Due) {
		warned.Due, warned.Letter = owed[0].Due, owed[0]
	}
	a.add(QueueWarned, warned)
}

// dueOf is when the nearer clock falls due, zero when none runs.
func dueOf(r *model.Row, now model.Instant) model.Instant {
	if k, ok := NearerClock(r.Course, now); ok {
		return k.Due()
	}
	return 0
}

func (a *Agenda) add(q Queue, task Task) { a.Queues[q] = append(a.Queues[q], task) }

// urgent is the first queue that fits an open incident.
func urgent(r *model.Row, now model.Instant) Queue {
	response, resolution := r.Response(now), r.Resolution(now)
	pause, paused := r.PausedNow()
	switch {
	case response.State() == model.Overdue || resolution.State() == model.Overdue:
		return QueueOverdue
	case paused && pause.Expected < now:
		return QueueStale
	case r.Class == "" || !response.EndAt.Known():
		return QueueFresh
	case r.Step >= model.StepEscalate && len(r.Teams) == 0:
		return QueueTeamless
	case r.Step >= model.StepConclude:
		return QueueClosing
	}
	return QueueNext
}
