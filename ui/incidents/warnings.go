package incidents

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"siaga/app"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// warnings shows which warnings were given, how the chain of escalation stands,
// and who was told.
func (d *detail) warnings() fyne.CanvasObject {
	given := container.NewVBox()
	for _, r := range d.warned() {
		given.Add(d.recordLine(r))
	}
	if len(given.Objects) == 0 {
		given.Add(widgets.NewProse(d.T("escalation.warned.none")))
	}
	parts := []fyne.CanvasObject{widgets.NewSection(d.T("incidents.section.warnings"), nil, given)}
	if e, err := d.desk.Escalation(d.ref()); err == nil { // none when no time runs
		relay := widgets.NewButton(d.T("today.action.relay"), look.IconChat, d.askRelay)
		parts = append(parts, widgets.NewSection(d.T("field.escalation"), relay, d.chain(e)))
	}
	return widgets.Stacked(parts...)
}

// warned are the warnings and who was told, as rows that nobody withdraws.
func (d *detail) warned() (rows []record) {
	for _, w := range d.incident.Warnings {
		rows = append(rows, record{at: w.At, text: joined(d.T("field.warned"), d.Book.Warning(w))})
	}
	for _, r := range d.incident.Relays {
		rows = append(rows, record{at: r.At, by: r.By, text: joined(d.T("field.relayed"), d.Book.Relay(r, d.desk))})
	}
	slices.SortStableFunc(rows, func(a, b record) int { return cmp.Compare(a.at, b.at) })
	return rows
}

// chain is one line for each turn: who it is, with the telephone, and how it stands.
func (d *detail) chain(e app.Escalation) fyne.CanvasObject {
	end, left := e.Standing()
	lines := container.NewVBox(widgets.NewMuted(d.T("escalation.clock."+end, "Clock", e.Clock.Name, "Due", e.Clock.Due(), "Left", left)))
	for n, t := range e.Turns {
		state := t.State(e, d.now())
		said := widgets.NewWords(d.Book.Tell(state.Key, state.Args...))
		said.Align = fyne.TextAlignTrailing
		if n == e.Next {
			said.SetTone(look.Warning)
		}
		names := each(t.Contacts, func(c app.Contact) string { return joined(c.Name, c.Phone) })
		who := widgets.NewWords(joined(d.Book.Rung(t.Rung), strings.Join(names, ", ")))
		who.Shorten = true
		lines.Add(container.NewBorder(nil, nil, nil, said, who))
	}
	return lines
}

// asked is the dialog in which a message is passed on: to whom, its text, and the
// way it went.
type asked struct {
	*detail
	e        app.Escalation
	contacts []app.Contact
	posts    []model.Post // in the chain, by contact
	who      *widgets.Pick
	message  *widgets.Entry
}

// askRelay drafts the message to whose turn it is; it is copied, sent by hand, and
// recorded.
func (d *detail) askRelay() {
	e, err := d.desk.Escalation(d.ref())
	if err != nil {
		d.Fail(err)
		return
	}
	a := &asked{detail: d, e: e, message: widgets.NewLongEntry("", 8)}
	a.pickContact()
	channel := d.pick(choicesOf(d.Page, model.RelayChannels), "whatsapp")
	copied := widgets.NewButton(d.T("relay.copy"), look.IconCopy, func() {
		fyne.CurrentApp().Clipboard().SetContent(a.message.Text)
		d.Tell(look.Kept, d.T("relay.copied"), nil)
	})
	deed := d.when(d.now())
	d.ask(question{
		title: d.T("relay.title"), primary: d.T("relay.record"), width: 720,
		fields: []*widgets.Field{
			widgets.NewField("person", d.T("relay.who"), a.who).Required(),
			widgets.NewField("channel", d.T("relay.channel"), channel).Required(),
			widgets.NewField("message", d.T("relay.message"), container.NewVBox(a.message, widgets.NewFlow(copied))).Hint(d.T("relay.message.hint")).Wide(),
			d.deedField(deed),
		},
		do: func() error {
			at, err := deed.at("at")
			if err != nil {
				return err
			}
			return a.record(model.Channel(channel.Selected()), at)
		},
		done: d.T("incidents.saved"),
	})
}

// pickContact lists who can be told, by their turn; whose turn it is, is chosen.
func (a *asked) pickContact() {
	var choices []widgets.Choice
	first := ""
	for n, t := range a.e.Turns {
		for _, c := range t.Contacts {
			key := strconv.Itoa(len(a.contacts))
			if n == a.e.Next && first == "" {
				first = key
			}
			a.contacts, a.posts = append(a.contacts, c), append(a.posts, t.Post)
			choices = append(choices, widgets.Choice{Key: key, Title: a.T("relay.contact", "Post", c.Post, "Name", c.Name), Subtitle: c.Phone})
		}
	}
	a.who = a.pick(choices, first)
	a.who.OnChange = func(string) { a.draft() }
	a.draft()
}

// chosen is which contact is, -1 for none.
func (a *asked) chosen() int {
	if n, err := strconv.Atoi(a.who.Selected()); err == nil {
		return n
	}
	return -1
}

func (a *asked) draft() {
	n := a.chosen()
	if n < 0 {
		a.message.SetText("")
		return
	}
	me, _ := a.desk.AtDesk()
	lines := each(a.e.Draft(a.contacts[n], me, a.desk.Office()), func(s app.Sentence) string { return a.Book.Tell(s.Key, s.Args...) })
	a.message.SetText(strings.Join(lines, "\n"))
}

func (a *asked) record(channel model.Channel, at model.Instant) error {
	n := a.chosen()
	if n < 0 {
		return model.RefuseAt("person", "refuse.required")
	}
	return a.doAt(app.RelayIncident{Incident: a.ref(), Post: a.posts[n], Person: app.PersonRef(a.contacts[n].ID), Channel: channel}, at)
}
