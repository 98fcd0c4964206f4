package people

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// post is one position of Lampiran I, or a team with its coordinator and
// members: who holds and held it, and what Lampiran II says they do.
type post struct {
	p       *Page
	entries []model.PostEntry
	seats   *widgets.Table[model.Seat]
	end     *widgets.Button
	undo    *widgets.Button
	agents  *agents // of post IX only
	content fyne.CanvasObject
}

// entriesOf are the rows of Lampiran I under a key of the chart: a position by
// its number, or all of a team.
func entriesOf(key string) (entries []model.PostEntry) {
	for _, e := range model.Posts {
		if string(e.Post) == key || e.Team == key {
			entries = append(entries, e)
		}
	}
	return entries
}

func newPost(p *Page, key string) *post {
	o := &post{p: p, entries: entriesOf(key)}
	o.seats = o.newSeats()
	give := widgets.NewPrimary(p.around.T("people.give"), look.IconAdd, func() { o.askGive("") })
	o.end = widgets.NewButton(p.around.T("people.end"), look.IconClock, o.askEnd)
	o.undo = widgets.NewButton(p.around.T("common.withdraw"), look.IconWithdraw, o.askWithdraw)
	o.choose(nil)
	title := widgets.NewHeading(o.title(), theme.SizeNameSubHeadingText)
	title.Shorten = true
	back := widgets.NewQuiet(p.around.T("people.tochart"), look.IconBack, func() { p.Back() })
	head := container.NewBorder(nil, nil, back, nil, title)
	var left fyne.CanvasObject = widgets.Over(widgets.NewFlow(give, o.end, o.undo), o.seats)
	if o.entries[0].Post == "IX" {
		o.agents = newAgents(p, o.askGive)
		left = container.NewGridWithRows(2, o.agents.content, left)
	}
	o.content = widgets.Over(head, widgets.NewSplit(left, o.quotations(), 0.68, nil))
	return o
}

func (o *post) title() string {
	e := o.entries[0]
	if e.Team == "" || e.Post == "IX" {
		return string(e.Post) + ". " + o.p.around.Book.Word(e.Post)
	}
	return e.Team + ". " + o.p.around.T(model.TeamKey(e.Team)+".long")
}

func (o *post) reload() {
	var rows []model.Seat
	for _, s := range o.p.desk.Seats() {
		if slices.ContainsFunc(o.entries, func(e model.PostEntry) bool { return e.Post == s.Post }) {
			rows = append(rows, s)
		}
	}
	slices.Reverse(rows) // the latest first
	now := model.At(o.p.around.Doors.Now())
	slices.SortStableFunc(rows, func(a, b model.Seat) int {
		return cmp.Or(cmp.Compare(standing(a, now), standing(b, now)), cmp.Compare(o.order(a), o.order(b)))
	})
	o.seats.SetRows(rows)
	o.choose(o.seats.Selected())
	if o.agents != nil {
		o.agents.reload()
	}
}

// choose enables what can be done with the chosen assignment.
func (o *post) choose(rows []model.Seat) {
	for _, b := range []*widgets.Button{o.end, o.undo} {
		b.Disable()
	}
	if len(rows) == 1 && rows[0].Retired == "" {
		o.undo.Enable()
		if !rows[0].To.Known() || rows[0].To > model.At(o.p.around.Doors.Now()) {
			o.end.Enable()
		}
	}
}

// quotations are who holds the post by office and what they do, in the
// decree's own words.
func (o *post) quotations() fyne.CanvasObject {
	column := widgets.Stacked()
	for _, e := range o.entries {
		var titles, duties []string
		for _, key := range e.TitleKeys() {
			titles = append(titles, o.p.around.T(key))
		}
		for i, key := range e.DutyKeys() {
			duties = append(duties, string(rune('a'+i))+". "+o.p.around.T(key))
		}
		heading := o.p.around.T("people.decree")
		if len(o.entries) > 1 {
			heading = o.role(model.Seat{Post: e.Post})
		}
		column.Add(widgets.NewSection(heading, nil, container.NewVBox(
			widgets.NewMuted(o.p.around.T("people.byoffice")), widgets.NewProse(strings.Join(titles, "\n")),
			widgets.NewMuted(o.p.around.T("people.duties")), widgets.NewProse(strings.Join(duties, "\n")))))
	}
	return widgets.Scrolled(column)
}
