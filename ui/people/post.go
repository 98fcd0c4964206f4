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
	o.content = widgets.Over(head, widgets.NewSplit(left, o.quotations(), 0.62, nil))
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
	slices.SortStableFunc(rows, func(a, b model.Seat) int { return cmp.Compare(standing(a, now), standing(b, now)) })
	o.seats.SetRows(rows)
	o.choose(o.seats.Selected())
	if o.agents != nil {
		o.agents.reload()
	}
}

// seatState is how an assignment stands at an instant, in the order of the list.
type seatState int

const (
	held seatState = iota
	ahead
	past
	withdrawn
)

func standing(s model.Seat, now model.Instant) seatState {
	switch {
	case s.Retired != "":
		return withdrawn
	case s.Held(now):
		return held
	case s.From > now:
		return ahead
	}
	return past
}

var stateTones = [...]look.Tone{held: look.Kept, ahead: look.Running, past: look.Neutral, withdrawn: look.Neutral}
var stateKeys = [...]string{held: "people.state.held", ahead: "people.state.ahead", past: "people.state.past", withdrawn: "people.state.withdrawn"}

func (o *post) newSeats() *widgets.Table[model.Seat] {
	book, now := o.p.around.Book, func() model.Instant { return model.At(o.p.around.Doors.Now()) }
	date := func(key string, width float32, at func(model.Seat) model.Instant) widgets.Column[model.Seat] {
		return widgets.Column[model.Seat]{ID: key, Title: book.T("people.column." + key), Width: width,
			Text:    func(s model.Seat) string { return o.p.day(at(s)) },
			Compare: func(a, b model.Seat) int { return cmp.Compare(at(a), at(b)) }}
	}
	columns := []widgets.Column[model.Seat]{
		{ID: "holder", Title: book.T("people.column.holder"), Width: 130, Stretch: 2, Text: o.p.holder},
		date("from", 100, func(s model.Seat) model.Instant { return s.From }),
		date("to", 130, lastOf),
		{ID: "state", Title: book.T("common.status"), Width: 115, Stretch: 1,
			Text: func(s model.Seat) string { return book.T(stateKeys[standing(s, now())], "Reason", s.Retired) },
			Tone: func(s model.Seat) look.Tone { return stateTones[standing(s, now())] }},
	}
	if len(o.entries) > 1 {
		columns = slices.Insert(columns, 1, widgets.Column[model.Seat]{ID: "post", Title: book.T("people.column.post"), Width: 110, Text: o.role})
	}
	if o.entries[0].Post == "IX" {
		columns = slices.Insert(columns, 1, widgets.Column[model.Seat]{ID: "agency", Title: book.T("people.column.agency"), Width: 150,
			Text: func(s model.Seat) string { return o.p.desk.Agency(s.Agency).Label() }})
	}
	table := widgets.NewTable(func(s model.Seat) string { return string(s.ID) }, columns...)
	table.Single = true
	table.OnSelect = o.choose
	table.SetEmpty(widgets.NewEmpty(look.IconPerson, book.T("people.noseats"),
		widgets.NewButton(book.T("people.give"), look.IconAdd, func() { o.askGive("") })))
	return table
}

// lastOf is an instant on the last day of an assignment, zero while it lasts.
func lastOf(s model.Seat) model.Instant { return max(s.To, 1) - 1 }

// day prints the day of an instant for a cell, nothing when it is not known.
func (p *Page) day(at model.Instant) string {
	if !at.Known() {
		return ""
	}
	return strings.Fields(p.around.Book.Stamp(at.Time()))[0]
}

// role is coordinator or member.
func (o *post) role(s model.Seat) string {
	if e, _ := s.Post.Entry(); e.Many {
		return o.p.around.T("people.member")
	}
	return o.p.around.T("people.coordinator")
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
