package exchange

import (
	"fyne.io/fyne/v2"

	"siaga/app"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// showInbox lists the files that came and are not taken in whole.
func (s *send) showInbox(x app.Exchange) {
	s.inbox.Objects = []fyne.CanvasObject{widgets.NewProse(s.T("exchange.inbox.sentence"))}
	for _, name := range x.Received {
		s.inbox.Add(s.inboxLine(look.Warning, s.T("exchange.inbox.received", "Name", short(name)), name))
	}
	for _, w := range x.Waiting {
		ask := widgets.NewButton(s.T("exchange.request"), look.IconMail, func() { s.request(w.From) })
		s.inbox.Add(s.inboxLine(look.Paused, s.waits(w), w.File, ask))
	}
	s.inbox.Refresh()
}

// inboxLine is one file with what can be done about it.
func (s *send) inboxLine(tone look.Tone, sentence, name string, acts ...fyne.CanvasObject) fyne.CanvasObject {
	line := widgets.NewBanner()
	acts = append(acts, widgets.NewButton(s.T("exchange.look"), look.IconSearch, func() { s.examine(incoming{name: name}) }),
		widgets.NewButton(s.T("exchange.discard"), look.IconWithdraw, func() { s.askDiscard(name) }))
	line.Say(tone, sentence, acts...)
	return line
}

// waits says what has to come before the rest of a file can be taken in.
func (s *send) waits(w app.Waiting) string {
	text := s.T("exchange.waits", "Name", s.desk.Label(w.From), "Since", s.Book.Stamp(w.Since.Time()))
	for _, told := range w.Told(s.desk.Label) {
		text += " " + s.Book.Tell(told.Key, told.Args...)
	}
	return text
}

// short is the beginning of a name that is a long sum.
func short(name string) string { return name[:min(8, len(name))] }

// askDiscard asks before a received file goes.
func (p *Page) askDiscard(name string) {
	widgets.Confirm{Title: p.T("exchange.discard"), Sentence: p.T("exchange.discard.sentence"), Danger: true,
		Primary: p.T("exchange.discard"), Secondary: p.T("common.cancel"),
		OnConfirm: func(string) { p.discard(name) }}.Show(p.Canvas())
}

func (p *Page) discard(name string) {
	if err := p.desk.Discard(name); err != nil {
		p.Fail(err)
		return
	}
	p.Tell(look.Neutral, p.T("exchange.discarded"), nil)
	p.Reload()
}

// request writes a file that tells a desk what is missing here.
func (p *Page) request(from model.DeskID) {
	p.write(parcel{Export: app.Export{Request: true, For: []model.DeskID{from}}})
}
