package people

import (
	"cmp"
	"slices"
	"strings"

	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// order puts the coordinator before the members.
func (o *post) order(s model.Seat) int {
	return slices.IndexFunc(o.entries, func(e model.PostEntry) bool { return e.Post == s.Post })
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
		{ID: "holder", Title: book.T("people.column.holder"), Width: 180, Stretch: 2, Text: o.p.holder},
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
