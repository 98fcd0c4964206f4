package model

import (
	"cmp"
	"slices"
)

// Figures is everything a periodic report counts, as lists of the incidents
// counted: a number is the length of its list, and can be opened.
//
// Each incident is counted once: Opening and Incoming together are the same
// incidents as Completed and Closing together, so that saldo awal + masuk −
// selesai = saldo akhir. An incident of an earlier period that was opened
// again comes in anew (and stands in Reopened too).
type Figures struct {
	Period Period
	Until  Instant // the end of the period, or the present while it lasts
	Ran    Reach   // the period, and the time through which the clocks ran that ran in it

	Opening   []*Row // open when the period began
	Incoming  []*Row // received or opened again in it
	Completed []*Row // of these, not open at its end
	Closing   []*Row // open at its end
	Reopened  []*Row // of the incoming, those that were opened again

	Outcomes   []Group // the completed, by outcome
	Response   Rates   // response clocks that ended in the period
	Resolution Rates   // resolution clocks that ended in it
	Steps      []Stage // steps that were passed in it
	Overdue    []*Row  // open at its end with the resolution deadline passed
	Categories []Flow  // by category code
	Agencies   []Flow  // by AgencyID
	Systems    []Flow  // by SystemID
	Classes    []Flow  // by class
	Channels   []Group // the incoming, by channel
	Announced  []*Row  // closed in the period with an announcement
	Vital      []*Row  // of all, those on Infrastruktur Informasi Vital
	Personal   []*Row  // of all, those that touch personal data
	Pauses     []Standstill
	Parts      []Part // the months of a longer period
	Main       []*Row // the incidents to tell about, weightiest first
	All        []*Row // opening and incoming, by receipt
}

// Lasting reports whether the period had not ended when it was counted.
func (f Figures) Lasting() bool { return f.Until < f.Period.To }

// Group is a list of incidents under one key.
type Group struct {
	Key  string
	Rows []*Row
}

// Flow is how many incidents of one key came in, were completed and remain.
type Flow struct {
	Key                          string
	Opening, Incoming, Completed []*Row
	Closing                      []*Row
}

// maxMain is how many incidents a report tells as stories.
const maxMain = 5

// Question is what a count is about. Keep chooses incidents as they stood at
// the end of the period; nil keeps all. Parts are the shorter periods that are
// counted besides; those that have not begun are left out.
type Question struct {
	Period Period
	Parts  []Period
	Policy Policy // the one in force at the end, or now: its targets stand beside the rates
	Now    Instant
	Keep   func(*Row) bool
}

// Count makes the figures of a period from the rows of all incidents, as they
// stood at its end, or now while it lasts.
func Count(rows []*Row, period Period, policy Policy, now Instant) Figures {
	return Question{Period: period, Policy: policy, Now: now}.Count(rows)
}

// Count makes the figures from the rows of all incidents.
func (q Question) Count(rows []*Row) Figures {
	f := counting{Figures{Period: q.Period, Until: max(q.Period.From, min(q.Period.To, q.Now+1))}, map[*Row]*Course{}}
	f.Ran = Reach{q.Period.From, f.Until}
	for _, r := range rows {
		if r.Course.active(q.Period.From, f.Until) {
			f.consider(r, q.Keep)
		}
	}
	slices.SortStableFunc(f.All, func(a, b *Row) int { return cmp.Compare(a.ReceivedAt, b.ReceivedAt) })
	f.group()
	response := f.verdicts(func(c *Course, tell func(Clock)) { tell(c.Response(f.Until)) })
	resolution := f.verdicts(func(c *Course, tell func(Clock)) { c.eachResolution(f.Until, tell) })
	f.Response = ratesOf(response, q.Policy, Target.forResponse)
	f.Resolution = ratesOf(resolution, q.Policy, Target.forResolution)
	f.stages()
	f.standstills()
	f.parts(q.Parts, response, resolution)
	f.Main = f.weightiest()
	return f.Figures
}

// counting is figures in the making, with the courses that had stood otherwise
// at their end than they do now.
type counting struct {
	Figures
	stood map[*Row]*Course
}

// course is the course of an incident as it stood.
func (f *counting) course(r *Row) *Course {
	if c := f.stood[r]; c != nil {
		return c
	}
	return &r.Course
}

// consider counts a row that is kept, as it stood.
func (f *counting) consider(r *Row, keep func(*Row) bool) {
	course := r.Course.stood(f.Until)
	then := r
	if keep != nil && course != &r.Course {
		then = new(*r)
		then.Course = *course
	}
	if keep == nil || keep(then) {
		f.add(r, course)
	}
}

func (f *counting) add(r *Row, course *Course) {
	before, after := r.OpenAt(f.Period.From), r.OpenAt(f.Until)
	if course != &r.Course {
		f.stood[r] = course
	}
	f.All = append(f.All, r)
	if before {
		f.Opening = append(f.Opening, r)
	} else {
		f.Incoming = append(f.Incoming, r)
		if r.ReceivedAt < f.Period.From {
			f.Reopened = append(f.Reopened, r)
		}
	}
	if after {
		f.Closing = append(f.Closing, r)
		if course.breached(f.Until - 1) {
			f.Overdue = append(f.Overdue, r)
		}
	} else {
		f.Completed = append(f.Completed, r)
		if course.Outcome == Closed && r.Announced {
			f.Announced = append(f.Announced, r)
		}
	}
	if r.Vital {
		f.Vital = append(f.Vital, r)
	}
	if r.PersonalData {
		f.Personal = append(f.Personal, r)
	}
}

func (f *counting) group() {
	f.Outcomes = grouped(f.Completed, func(r *Row) string { return string(f.course(r).Outcome) }, words(Outcomes))
	f.Channels = grouped(f.Incoming, func(r *Row) string { return string(r.Channel) }, words(Channels))
	f.Categories = f.flows(func(r *Row) string { return r.Category }, nil)
	f.Agencies = f.flows(func(r *Row) string { return string(r.Agency) }, nil)
	f.Systems = f.flows(func(r *Row) string { return string(r.System) }, nil)
	f.Classes = f.flows(func(r *Row) string { return string(f.course(r).Class) }, words(Classes))
}

func words[T ~string](set []T) []string {
	out := make([]string, len(set))
	for i, v := range set {
		out[i] = string(v)
	}
	return out
}

// grouped lists rows by key: the keys of order first, all of them, then others
// by size.
func grouped(rows []*Row, key func(*Row) string, order []string) []Group {
	byKey := map[string][]*Row{}
	for _, r := range rows {
		byKey[key(r)] = append(byKey[key(r)], r)
	}
	var out []Group
	for _, k := range order {
		out = append(out, Group{k, byKey[k]})
		delete(byKey, k)
	}
	first := len(out)
	for k, rows := range byKey {
		out = append(out, Group{k, rows})
	}
	slices.SortFunc(out[first:], func(a, b Group) int {
		return cmp.Or(cmp.Compare(len(b.Rows), len(a.Rows)), cmp.Compare(a.Key, b.Key))
	})
	return out
}

// flows sorts the four lists by key, in the order of grouped.
func (f *Figures) flows(key func(*Row) string, order []string) []Flow {
	by := map[string]*Flow{}
	for _, k := range order {
		by[k] = &Flow{Key: k}
	}
	of := func(r *Row) *Flow {
		k := key(r)
		if by[k] == nil {
			by[k] = &Flow{Key: k}
		}
		return by[k]
	}
	for _, r := range f.Opening {
		flow := of(r)
		flow.Opening = append(flow.Opening, r)
	}
	for _, r := range f.Incoming {
		flow := of(r)
		flow.Incoming = append(flow.Incoming, r)
	}
	for _, r := range f.Completed {
		flow := of(r)
		flow.Completed = append(flow.Completed, r)
	}
	for _, r := range f.Closing {
		flow := of(r)
		flow.Closing = append(flow.Closing, r)
	}
	var out []Flow
	for _, k := range order {
		out = append(out, *by[k])
		delete(by, k)
	}
	first := len(out)
	for _, flow := range by {
		out = append(out, *flow)
	}
	slices.SortFunc(out[first:], func(a, b Flow) int {
		return cmp.Or(cmp.Compare(len(b.Opening)+len(b.Incoming), len(a.Opening)+len(a.Incoming)), cmp.Compare(a.Key, b.Key))
	})
	return out
}

// weightiest chooses the incidents to tell about: by class, risk, and a broken
// promise, of equal ones the first received; those that turned out to be none
// are left out.
func (f *counting) weightiest() []*Row {
	var out []*Row
	var weights []int
	for _, r := range f.All {
		if o := f.course(r).Outcome; o != "" && o != Closed {
			continue
		}
		w := f.weight(r)
		at := len(weights)
		for at > 0 && weights[at-1] < w {
			at--
		}
		if at < maxMain {
			out, weights = slices.Insert(out, at, r), slices.Insert(weights, at, w)
			out, weights = out[:min(maxMain, len(out))], weights[:min(maxMain, len(weights))]
		}
	}
	return out
}

func (f *counting) weight(r *Row) int {
	course := f.course(r)
	w := 4 * slices.Index([]Class{"", Rendah, Tinggi, Strategis}, course.Class)
	w += 3 * (1 + slices.Index(Risks, r.Risk))
	if course.breached(f.Until - 1) {
		w += 2
	}
	if len(course.Reopenings) > 0 {
		w++
	}
	return w
}
