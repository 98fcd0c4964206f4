package incidents

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"siaga/app"
	"siaga/model"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// wish is what the list is to show: the desk's filter, and three conditions that
// need to know who asks, and when.
type wish struct {
	app.Filter
	noTeam, mine, closedThisMonth bool
}

// chip is one condition that a person switches on and off.
type chip struct {
	key string
	get func(wish) bool
	set func(*wish, bool)
}

const open = "open" // the outcome that app.Filter calls so

// chips are the conditions in their order; those of one kind widen each other,
// those of different kinds narrow.
func chips() []chip {
	all := []chip{
		of(open, func(w *wish) *[]string { return &w.Outcome }, open),
		of("overdue", func(w *wish) *[]model.ClockState { return &w.Clock }, model.Overdue),
		of("paused", func(w *wish) *[]model.ClockState { return &w.Clock }, model.Paused),
		of("legal.owed", legal, model.LegalRunning, model.LegalOwed),
		of("legal.overdue", legal, model.LegalOverdue),
		of("legal.done", legal, model.LegalKept, model.LegalLate, model.LegalDone),
	}
	for _, class := range model.Classes {
		all = append(all, of("class."+string(class), func(w *wish) *[]model.Class { return &w.Class }, class))
	}
	return append(all,
		of("unclassified", func(w *wish) *[]model.Class { return &w.Class }, ""),
		chip{"noTeam", func(w wish) bool { return w.noTeam }, func(w *wish, on bool) { w.noTeam = on }},
		chip{"mine", func(w wish) bool { return w.mine }, func(w *wish, on bool) { w.mine = on }},
		chip{"closedThisMonth", func(w wish) bool { return w.closedThisMonth }, func(w *wish, on bool) { w.closedThisMonth = on }})
}

func legal(w *wish) *[]model.LegalState { return &w.Legal }

// of is a chip for values of a list in the filter; it is on when one of them is
// chosen.
func of[T comparable](key string, list func(*wish) *[]T, values ...T) chip {
	its := func(v T) bool { return slices.Contains(values, v) }
	return chip{key,
		func(w wish) bool { return slices.ContainsFunc(*list(&w), its) },
		func(w *wish, on bool) {
			*list(w) = slices.DeleteFunc(slices.Clone(*list(w)), its)
			if on {
				*list(w) = append(*list(w), values...)
			}
		}}
}

func (p *Page) chipFaces() []widgets.Chip {
	var faces []widgets.Chip
	for _, c := range chips() {
		faces = append(faces, widgets.Chip{Key: c.key, Word: p.T("incidents.chip." + c.key), Count: -1})
	}
	return faces
}

func (w wish) activeChips() []string {
	var keys []string
	for _, c := range chips() {
		if c.get(w) {
			keys = append(keys, c.key)
		}
	}
	return keys
}

func (w *wish) setChips(active []string) {
	for _, c := range chips() {
		if on := slices.Contains(active, c.key); on != c.get(*w) {
			c.set(w, on)
		}
	}
}

// asker is who asks, and the month it is.
type asker struct {
	me    model.PersonID
	month model.Period
}

func (p *Page) asker() asker {
	person, _ := p.desk.AtDesk()
	zone, _ := p.desk.Zone()
	return asker{person.ID, model.PeriodOf(model.Month, p.now(), zone)}
}

// keeps is the part of the wish that the desk's filter does not know.
func (w wish) keeps(r *model.Row, a asker) bool {
	return (!w.noTeam || len(r.Teams) == 0) &&
		(!w.mine || slices.Contains(r.Persons, a.me)) &&
		(!w.closedThisMonth || r.Outcome == model.Closed && a.month.Holds(r.CompletedAt))
}

// codes writes a wish as a saved view does: codes only, never the searched text,
// which could name a person.
func (w wish) codes() map[string][]string {
	codes := map[string][]string{
		"outcome": w.Outcome, "class": strs(w.Class), "category": w.Category, "agency": strs(w.Agency),
		"system": strs(w.System), "team": w.Team, "tag": each(w.Tag, tagCode), "clock": strs(w.Clock), "legal": strs(w.Legal),
	}
	for _, s := range w.Step {
		codes["step"] = append(codes["step"], strconv.Itoa(int(s)))
	}
	for key, at := range map[string]model.Instant{"from": w.From, "to": w.To, "dueBefore": w.DueBefore} {
		if at.Known() {
			codes[key] = []string{at.String()}
		}
	}
	for key, on := range map[string]bool{"noTeam": w.noTeam, "mine": w.mine, "closedThisMonth": w.closedThisMonth} {
		if on {
			codes["only"] = append(codes["only"], key)
		}
	}
	slices.Sort(codes["only"])
	for key, values := range codes {
		if len(values) == 0 {
			delete(codes, key)
		}
	}
	return codes
}

// wishOf reads what codes wrote, but for the tags (see [Page.tagsOf]).
func wishOf(codes map[string][]string) wish {
	var w wish
	w.Outcome, w.Category, w.Team = codes["outcome"], codes["category"], codes["team"]
	w.Class = typed[model.Class](codes["class"])
	w.Clock, w.Legal = typed[model.ClockState](codes["clock"]), typed[model.LegalState](codes["legal"])
	w.Agency, w.System = typed[model.AgencyID](codes["agency"]), typed[model.SystemID](codes["system"])
	for _, s := range codes["step"] {
		n, _ := strconv.Atoi(s)
		w.Step = append(w.Step, model.Step(n))
	}
	w.From, w.To, w.DueBefore = instantOf(codes["from"]), instantOf(codes["to"]), instantOf(codes["dueBefore"])
	return w.only(codes["only"])
}

// wishOfRoute is what a route asks the list to show.
func wishOfRoute(r place.Route) wish {
	var w wish
	if r.Filter != nil {
		w.Filter = *r.Filter
	}
	return w.only(strings.Split(r.Part, ","))
}

// only adds the conditions that the desk's filter does not know.
func (w wish) only(named []string) wish {
	w.noTeam = slices.Contains(named, "noTeam")
	w.mine = slices.Contains(named, "mine")
	w.closedThisMonth = slices.Contains(named, "closedThisMonth")
	return w
}

func instantOf(codes []string) model.Instant {
	if len(codes) == 0 {
		return 0
	}
	t, err := time.Parse(time.RFC3339, codes[0])
	if err != nil {
		return 0
	}
	return model.At(t)
}

func strs[T ~string](values []T) []string { return typed[string](values) }

func typed[T, S ~string](values []S) []T {
	var out []T
	for _, v := range values {
		out = append(out, T(v))
	}
	return out
}
