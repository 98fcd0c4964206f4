package incidents

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// beyond says which conditions hold that no chip shows.
type beyond struct {
	*Page
	line  *fyne.Container
	words *widgets.Words
}

func newBeyond(p *Page, clear func()) *beyond {
	b := &beyond{Page: p, words: widgets.NewWords("")}
	b.words.Shorten = true
	b.line = widgets.Toolbar(b.words, widgets.NewQuiet(p.T("incidents.showall"), look.IconClose, clear))
	b.line.Hide()
	return b
}

func (b *beyond) show(w wish) {
	said := b.conditions(w)
	b.words.SetText(strings.Join(said, "  ·  "))
	b.line.Hidden = len(said) == 0
	b.line.Refresh()
}

func (b *beyond) conditions(w wish) []string {
	var said []string
	say := func(field string, words []string) {
		if len(words) > 0 {
			said = append(said, b.T("field."+field)+": "+strings.Join(words, ", "))
		}
	}
	say("category", each(w.Category, b.names.category))
	say("agency", each(w.Agency, func(id model.AgencyID) string { return b.names.agencies[id] }))
	say("system", each(w.System, func(id model.SystemID) string { return b.names.system(id, "") }))
	say("teams", each(w.Team, func(team string) string { return b.T(model.TeamKey(team)) }))
	say("tags", w.Tag)
	say("step", each(w.Step, b.stepWord))
	say("outcome", each(w.Outcome, func(o string) string {
		if o == open {
			return ""
		}
		return b.Book.Word(model.Outcome(o))
	}))
	if w.From.Known() {
		said = append(said, b.T("common.from")+" "+b.Book.DateTime(w.From.Time()))
	}
	if w.To.Known() {
		said = append(said, b.T("common.until")+" "+b.Book.DateTime(w.To.Time()))
	}
	if w.DueBefore.Known() {
		said = append(said, b.T("incidents.filter.due", "At", b.Book.DateTime(w.DueBefore.Time())))
	}
	return said
}

// each are the words of values, without the empty ones.
func each[T any](values []T, word func(T) string) []string {
	var out []string
	for _, v := range values {
		if s := word(v); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// askFilter asks for the conditions that are too many for chips.
func (l *list) askFilter() {
	category := l.pick(l.categoryChoices(), first(l.wish.Category))
	agency := l.pick(l.agencyChoices(), string(first(l.wish.Agency)))
	system := l.pick(l.systemChoices(), string(first(l.wish.System)))
	team := l.pick(l.teamChoices(), first(l.wish.Team))
	tag := l.pick(l.tagChoices(), first(l.wish.Tag))
	step := l.pick(l.stepChoices(), stepKey(l.wish.Step))
	outcome := l.pick(l.outcomeChoices(), first(l.wish.Outcome))
	from, to := l.when(l.wish.From), l.when(l.wish.To)
	l.ask(question{
		title: l.T("incidents.filter.title"), primary: l.T("common.filter"), width: 760,
		fields: []*widgets.Field{
			l.labelled("category", category), l.labelled("agency", agency), l.labelled("system", system),
			l.labelled("teams", team), l.labelled("tags", tag), l.labelled("step", step), l.labelled("outcome", outcome),
			widgets.NewField("from", l.T("incidents.filter.from"), from), widgets.NewField("to", l.T("incidents.filter.to"), to),
		},
		do: func() (err error) {
			w := l.wish
			if w.From, err = from.at("from"); err != nil {
				return err
			}
			if w.To, err = to.at("to"); err != nil {
				return err
			}
			w.Category, w.Team, w.Outcome = one(category.Selected()), one(team.Selected()), one(outcome.Selected())
			w.Tag = one(tag.Selected())
			w.Agency, w.System = one(model.AgencyID(agency.Selected())), one(model.SystemID(system.Selected()))
			w.Step = nil
			if n, err := strconv.Atoi(step.Selected()); err == nil {
				w.Step = []model.Step{model.Step(n)}
			}
			l.want(w)
			return nil
		},
	})
}

// first is what a chooser shows of several values.
func first[T ~string](values []T) T {
	if len(values) == 0 {
		return ""
	}
	return values[0]
}

// one is a chooser's value as a list, none when nothing was chosen.
func one[T ~string](value T) []T {
	if value == "" {
		return nil
	}
	return []T{value}
}

func stepKey(steps []model.Step) string {
	if len(steps) == 0 {
		return ""
	}
	return strconv.Itoa(int(steps[0]))
}

func (p *Page) stepChoices() (out []widgets.Choice) {
	for _, a := range model.Activities {
		out = append(out, widgets.Choice{Key: strconv.Itoa(int(a.Step)), Title: p.stepWord(a.Step), Subtitle: p.Book.Word(a.Step)})
	}
	return out
}

func (p *Page) outcomeChoices() []widgets.Choice {
	return append([]widgets.Choice{{Key: open, Title: p.T("incidents.open")}}, choicesOf(p, model.Outcomes)...)
}
