package app

import (
	"reflect"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"

	"siaga/model"
)

// Filter chooses incidents; an empty field chooses all. Text is looked for
// anywhere in ticket, title, description, reporter, system, notes.
type Filter struct {
	Text     string
	Outcome  []string // "open" or an outcome
	Class    []model.Class
	Category []string
	Agency   []model.AgencyID
	System   []model.SystemID
	Team     []string
	Tag      []string // in whatever capitals
	Step     []model.Step
	Clock    []model.ClockState        // state of either clock
	Legal    []model.LegalState        // state of any duty of reporting
	From, To model.Instant             // of receipt: From ≤ t < To
	IDs      map[model.IncidentID]bool // exactly these, as a figure counted them; nil is no limit

	// DueBefore chooses incidents whose nearer clock runs and falls due from
	// now until before this instant.
	DueBefore model.Instant
}

// Search returns the rows that a filter chooses, in the order of Incidents.
func (d *Desk) Search(f Filter) []*model.Row {
	rows := d.Incidents()
	now := d.Now()
	f.Text = strings.ToLower(strings.TrimSpace(f.Text))
	parts := runtime.GOMAXPROCS(0)
	if len(rows) < 4096 {
		parts = 1
	}
	found := make([][]*model.Row, parts)
	var wg sync.WaitGroup
	for k := range parts {
		wg.Go(func() {
			for _, r := range rows[k*len(rows)/parts : (k+1)*len(rows)/parts] {
				if f.Match(r, now) {
					found[k] = append(found[k], r)
				}
			}
		})
	}
	wg.Wait()
	return slices.Concat(found...)
}

// Match reports whether the filter chooses the row at an instant.
func (f Filter) Match(r *model.Row, now model.Instant) bool {
	return (f.IDs == nil || f.IDs[r.ID]) && among(f.Class, r.Class) && among(f.Category, r.Category) && among(f.Agency, r.Agency) &&
		among(f.System, r.System) && among(f.Step, r.Step) && f.outcome(r) && f.team(r) && f.tag(r) &&
		(!f.From.Known() || r.ReceivedAt >= f.From) && (!f.To.Known() || r.ReceivedAt < f.To) &&
		f.clock(r, now) && f.legal(r, now) && f.due(r, now) && (f.Text == "" || strings.Contains(r.Text, f.Text))
}

func among[T comparable](chosen []T, value T) bool {
	return len(chosen) == 0 || slices.Contains(chosen, value)
}

func (f Filter) outcome(r *model.Row) bool {
	outcome := string(r.Outcome)
	if outcome == "" {
		outcome = "open"
	}
	return among(f.Outcome, outcome)
}

func (f Filter) team(r *model.Row) bool {
	return len(f.Team) == 0 || slices.ContainsFunc(r.Teams, func(t string) bool { return slices.Contains(f.Team, t) })
}

func (f Filter) tag(r *model.Row) bool {
	return len(f.Tag) == 0 || slices.ContainsFunc(r.TagList(), func(t string) bool { return model.HasTag(f.Tag, t) })
}

func (f Filter) clock(r *model.Row, now model.Instant) bool {
	return len(f.Clock) == 0 || slices.Contains(f.Clock, r.Response(now).State()) ||
		slices.Contains(f.Clock, r.Resolution(now).State())
}

func (f Filter) legal(r *model.Row, now model.Instant) bool {
	return len(f.Legal) == 0 || slices.ContainsFunc(r.Duties(now), func(d model.LegalDuty) bool { return slices.Contains(f.Legal, d.State()) })
}

func (f Filter) due(r *model.Row, now model.Instant) bool {
	if !f.DueBefore.Known() {
		return true
	}
	k, ok := NearerClock(r.Course, now)
	return ok && k.State() == model.Running && now <= k.Due() && k.Due() < f.DueBefore
}

// NearerClock is the clock that still runs, or is paused, and falls due first;
// false when none does, as between the response and the escalation.
func NearerClock(c model.Course, now model.Instant) (near model.Clock, ok bool) {
	for _, k := range []model.Clock{c.Response(now), c.Resolution(now)} {
		if k.StartAt.Known() && !k.EndAt.Known() && (!ok || k.Due() < near.Due()) {
			near, ok = k, true
		}
	}
	return near, ok
}

// ParseFilter reads "class=tinggi category=WDF,JDL outcome=open text" as the
// command line gives it; words without "=" are text. It refuses unknown names and
// values.
func (d *Desk) ParseFilter(query string) (Filter, error) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	var f Filter
	var text []string
	for _, word := range strings.Fields(query) {
		name, value, ok := strings.Cut(word, "=")
		if !ok {
			text = append(text, word)
			continue
		}
		if err := d.addFilter(&f, name, strings.Split(value, ",")); err != nil {
			return f, err
		}
	}
	f.Text = strings.Join(text, " ")
	return f, nil
}

// Narrow adds one condition to a filter, by the names and values of
// [Desk.ParseFilter]; here a value may have spaces. It refuses what ParseFilter
// refuses.
func (d *Desk) Narrow(f *Filter, name, value string) error {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.addValue(f, name, value)
}

func (d *Desk) addFilter(f *Filter, name string, values []string) error {
	for _, v := range values {
		if err := d.addValue(f, name, v); err != nil {
			return err
		}
	}
	return nil
}

func (d *Desk) addValue(f *Filter, name, v string) (err error) {
	switch name {
	case "class":
		f.Class = append(f.Class, model.Class(v))
		return oneOf(model.Class(v), model.Classes)
	case "category":
		f.Category = append(f.Category, strings.ToUpper(v))
		return d.checkCategory(strings.ToUpper(v))
	case "outcome":
		f.Outcome = append(f.Outcome, v)
		return oneOf(v, append([]string{"open"}, words(model.Outcomes)...))
	case "team":
		f.Team = append(f.Team, strings.ToUpper(v))
		return oneOf(strings.ToUpper(v), model.HandlingTeams)
	case "tag":
		f.Tag = append(f.Tag, model.CleanTags([]string{v})...)
		return nil
	case "clock":
		f.Clock = append(f.Clock, model.ClockState(v))
		return oneOf(model.ClockState(v), model.ClockStates)
	case "legal":
		f.Legal = append(f.Legal, model.LegalState(v))
		return oneOf(model.LegalState(v), model.LegalStates)
	case "step":
		n, _ := strconv.Atoi(v)
		f.Step = append(f.Step, model.Step(n))
		return oneOf(v, choices(reflect.TypeFor[model.Step]()))
	case "agency":
		var id model.AgencyID
		id, err = d.findAgency("agency", AgencyRef(v))
		f.Agency = append(f.Agency, id)
		return err
	case "system":
		var id model.SystemID
		id, err = d.findSystem("system", SystemRef(v))
		f.System = append(f.System, id)
		return err
	}
	return model.RefuseAt("filter", "refuse.filter", "Name", name)
}

// oneOf refuses a value that is not in its closed set.
func oneOf[T ~string](value T, set []T) error {
	if slices.Contains(set, value) {
		return nil
	}
	return model.RefuseAt("filter", "refuse.choice", "Value", string(value), "Choices", strings.Join(words(set), ", "))
}
