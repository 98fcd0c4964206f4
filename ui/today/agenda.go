package today

import (
	"cmp"
	"slices"

	"siaga/model"
)

// List is one of the lists of what waits. Each open incident stands in the
// first of the urgent lists that fits it, and besides in Conflicts and Mine
// when it belongs there.
type List string

// The lists, in the order in which they are decided and shown.
const (
	Overdue   List = "overdue"   // a deadline has passed
	Stale     List = "stale"     // paused beyond the expected end
	Fresh     List = "fresh"     // not yet classified, or the response clock runs
	Teamless  List = "teamless"  // at or past step 5 without a team
	Closing   List = "closing"   // waits for the report or the announcement
	Next      List = "next"      // everything else with a running clock
	Conflicts List = "conflicts" // desks disagree about a field
	Mine      List = "mine"      // assigned to the person at the desk
)

// Lists are all lists in the order in which the page shows them.
var Lists = []List{Overdue, Stale, Fresh, Teamless, Closing, Next, Conflicts, Mine}

// WordKey names the list's heading.
func (l List) WordKey() string { return "today.list." + string(l) }

// Item is one line of a list: an incident, and what is to be done next.
type Item struct {
	Row    *model.Row
	Due    model.Instant // of the nearer clock, zero when none runs
	Action Action
}

// Agenda is everything that the page says about incidents at one instant.
type Agenda struct {
	Counts map[Count]int
	Lists  map[List][]Item
}

// Waits reports whether anything is to be done.
func (a Agenda) Waits() bool { return len(a.Lists) > 0 }

// Plan makes the agenda in one pass over all rows; closed ones cost only a look
// at their outcome. Midnight is the beginning of today in the office's zone.
func Plan(rows []*model.Row, now, midnight model.Instant, me model.PersonID) Agenda {
	a := Agenda{Counts: map[Count]int{}, Lists: map[List][]Item{}}
	for _, r := range rows {
		if r.ReceivedAt >= midnight {
			a.Counts[NewToday]++
		}
		if r.Outcome == "" {
			a.count(r, now)
			a.list(r, now, me)
		}
	}
	for _, items := range a.Lists {
		slices.SortFunc(items, func(x, y Item) int {
			return cmp.Or(cmp.Compare(lastIfUnknown(x.Due), lastIfUnknown(y.Due)), cmp.Compare(x.Row.Ticket, y.Row.Ticket))
		})
	}
	return a
}

// lastIfUnknown orders what has no deadline behind everything else.
func lastIfUnknown(due model.Instant) uint64 { return uint64(due) - 1 }

func (a *Agenda) list(r *model.Row, now model.Instant, me model.PersonID) {
	item := Item{Row: r, Action: nextAction(r, now)}
	if k, ok := nearest(r, now); ok {
		item.Due = k.Due()
	}
	a.add(urgent(r, now), item)
	if r.Conflicts > 0 {
		a.add(Conflicts, Item{r, item.Due, Decide})
	}
	if me != "" && slices.Contains(r.Persons, me) {
		a.add(Mine, item)
	}
}

func (a *Agenda) add(l List, item Item) { a.Lists[l] = append(a.Lists[l], item) }

// urgent is the first list that fits an open incident.
func urgent(r *model.Row, now model.Instant) List {
	response, resolution := r.Response(now), r.Resolution(now)
	pause, paused := r.PausedNow()
	switch {
	case response.State() == model.Overdue || resolution.State() == model.Overdue:
		return Overdue
	case paused && pause.Expected < now:
		return Stale
	case r.Class == "" || !response.EndAt.Known():
		return Fresh
	case r.Step >= model.StepEscalate && len(r.Teams) == 0:
		return Teamless
	case r.Step >= model.StepConclude:
		return Closing
	}
	return Next
}

// nearest is the clock that still runs and falls due first; false when none
// runs, as between the response and the escalation.
func nearest(r *model.Row, now model.Instant) (near model.Clock, ok bool) {
	for _, k := range []model.Clock{r.Response(now), r.Resolution(now)} {
		if k.StartAt.Known() && !k.EndAt.Known() && (!ok || k.Due() < near.Due()) {
			near, ok = k, true
		}
	}
	return near, ok
}
