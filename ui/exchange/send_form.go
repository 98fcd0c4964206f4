package exchange

import (
	"fyne.io/fyne/v2"

	"siaga/app"
	"siaga/model"
	"siaga/ui/widgets"
)

// What the questions of a file can be answered with.
const (
	toAll    = "all"
	toSome   = "some"
	toSecret = "secret" // whoever is told the passphrase

	whatNew     = "new"
	whatAll     = "everything"
	whatRequest = "request"

	asFile   = "file"
	asText   = "text"
	asPieces = "pieces"
)

// sizes are how large a piece may be, in megabytes; offices' mail bears the first.
var sizes = []int{5, 10, 20}

// sendForm asks for whom a file is, what is in it and how it travels.
type sendForm struct {
	*Page
	to, what, as, size *widgets.Pick
	desks              []model.DeskInfo
	ticks              []*widgets.Check
	form               *widgets.Form
	dialog             *widgets.Dialog
}

// ask shows the form; it begins with what is wanted most often.
func (s *send) ask() {
	f := &sendForm{Page: s.Page}
	for _, n := range s.desks.Rows() {
		if n.Welcome(s.now()) {
			f.desks = append(f.desks, n.DeskInfo)
		}
	}
	f.to = f.pick("to", toAll, toSome, toSecret)
	f.what = f.pick("what", whatNew, whatAll, whatRequest)
	f.as = f.pick("as", asFile, asText, asPieces)
	f.size = widgets.NewPick(s.T("common.choose"), f.sizes())
	f.size.SetSelected(f.sizes()[0].Key)
	field := func(id string, input fyne.CanvasObject) *widgets.Field {
		return widgets.NewField(id, s.T("exchange.send."+id), input)
	}
	f.form = widgets.NewForm(field("to", f.to), field("for", f.choice()), field("what", f.what), field("as", f.as), field("size", f.size))
	f.dialog = &widgets.Dialog{Title: s.T("exchange.send.write"), Content: f.form, Primary: s.T("exchange.send.write"),
		Secondary: s.T("common.cancel"), OnPrimary: f.done}
	f.fit()
	f.dialog.Show(s.Canvas())
}

// pick offers the answers of a question; the first is chosen.
func (f *sendForm) pick(id string, answers ...string) *widgets.Pick {
	var choices []widgets.Choice
	for _, a := range answers {
		choices = append(choices, widgets.Choice{Key: a, Title: f.T("exchange." + id + "." + a), Subtitle: f.T("exchange." + id + "." + a + ".hint")})
	}
	pick := widgets.NewPick(f.T("common.choose"), choices)
	pick.SetSelected(answers[0])
	pick.OnChange = func(string) {
		f.fit()
		f.dialog.SetError("")
	}
	return pick
}

func (f *sendForm) sizes() (choices []widgets.Choice) {
	for _, size := range sizes {
		choices = append(choices, widgets.Choice{Key: f.Book.Number(size), Title: f.Book.Number(size) + " MB"})
	}
	return choices
}

// choice is a tick for each desk that a file can be made for.
func (f *sendForm) choice() fyne.CanvasObject {
	lines := widgets.NewFlow()
	for _, k := range f.desks {
		tick := widgets.NewCheck(k.Label(), nil)
		f.ticks = append(f.ticks, tick)
		lines.Add(tick)
	}
	return lines
}

// fit asks only what the answers before leave open.
func (f *sendForm) fit() {
	secret := f.to.Selected() == toSecret
	f.form.ShowField("for", f.to.Selected() == toSome)
	f.form.ShowField("what", !secret) // it is always everything
	f.form.ShowField("size", f.as.Selected() == asPieces)
}

// done makes the parcel of the answers.
func (f *sendForm) done() bool {
	what := parcel{Export: app.Export{Armor: f.as.Selected() == asText}}
	switch f.to.Selected() {
	case toSecret:
		secret, err := f.desk.NewPassphrase()
		if err != nil {
			return f.dialog.ShowErrors(f.Errors(err))
		}
		what.Passphrase = secret
	case toSome:
		if what.For = f.ticked(); len(what.For) == 0 {
			return f.dialog.ShowErrors(map[string]string{"for": f.T("exchange.send.nobody")})
		}
	}
	if what.Passphrase == "" {
		what.Full, what.Request = f.what.Selected() == whatAll, f.what.Selected() == whatRequest
		if len(f.desks) == 0 {
			return f.dialog.ShowErrors(map[string]string{"to": f.Book.Refusal(model.Refuse("refuse.no-other-desk"))})
		}
	}
	for _, size := range sizes {
		if f.as.Selected() == asPieces && f.size.Selected() == f.Book.Number(size) {
			what.size = int64(size) * app.Megabyte
		}
	}
	f.dialog.OnClose = func() { f.write(what) }
	return true
}

func (f *sendForm) ticked() (desks []model.DeskID) {
	for i, tick := range f.ticks {
		if tick.Checked {
			desks = append(desks, f.desks[i].Desk)
		}
	}
	return desks
}
