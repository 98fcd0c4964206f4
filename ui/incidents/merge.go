package incidents

import (
	"encoding/json"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"siaga/app"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// askMerge asks for the other ticket of the same event.
func (d *detail) askMerge() {
	other := d.pick(d.incidentChoices(d.incident.ID, d.desk.Search(app.Filter{Outcome: []string{open}})), "")
	var chosen model.IncidentID
	shown := d.ask(question{
		title: d.T("merge.title"), primary: d.T("common.next"), width: 640,
		fields: []*widgets.Field{widgets.NewField("other", d.T("merge.other"), other).Required().Hint(d.T("merge.choose"))},
		do: func() error {
			if other.Selected() == "" {
				return model.RefuseAt("other", "refuse.incident-missing")
			}
			chosen = model.IncidentID(other.Selected())
			return nil
		},
	})
	shown.OnClose = func() { // one dialog after the other: each gives the keyboard back
		if chosen != "" {
			d.askMergeWith(chosen)
		}
	}
}

// askMergeWith shows what merging would do with another ticket; the one that
// was received first goes on.
func (d *detail) askMergeWith(other model.IncidentID) {
	i, err := d.desk.Incident(app.IncidentRef(other))
	switch {
	case err != nil:
		d.Fail(err)
	case i.ReceivedAt < d.incident.ReceivedAt:
		d.showMerge(i.ID, d.incident.ID, "")
	default:
		d.showMerge(d.incident.ID, i.ID, "")
	}
}

// mergeDialog sets two tickets side by side and asks where they differ.
type mergeDialog struct {
	*detail
	join    model.Join
	shown   *widgets.Dialog
	reason  *widgets.Entry
	clashes []*clashInput
}

func (d *detail) showMerge(into, from model.IncidentID, reason string) {
	join, err := d.desk.MergePlan(app.IncidentRef(into), app.IncidentRef(from))
	if err != nil {
		d.Fail(err)
		return
	}
	m := &mergeDialog{detail: d, join: join, reason: widgets.NewLongEntry("", 2)}
	m.reason.SetText(reason)
	m.shown = d.ask(question{title: d.T("merge.title"), primary: d.T("merge.act"), width: 960, fields: m.fields(), do: m.merge})
	m.focus()
}

// focus puts the keyboard on the first question, not on the button that swaps.
func (m *mergeDialog) focus() {
	if form := m.shown.Content.(*widgets.Form); len(m.clashes) > 0 {
		form.Field(m.join.Clashes[0].Field).Focus()
	} else {
		form.Field("reason").Focus()
	}
}

func (m *mergeDialog) fields() []*widgets.Field {
	fields := []*widgets.Field{widgets.NewField("from", "", m.sides()).Wide()}
	for n, c := range m.join.Clashes {
		input := m.newClash(c)
		m.clashes = append(m.clashes, input)
		label := m.fieldLabel(c.Field)
		if n == 0 {
			fields = append(fields, widgets.NewField("", "", widgets.NewHeading(m.T("merge.heading.clashes"), "")).Wide())
		}
		fields = append(fields, widgets.NewField(c.Field, label, input.box).Required().Wide())
	}
	gains := widgets.NewDiff(m.T("incidents.history.field"), m.T("merge.heading.before"), m.T("merge.heading.after"), m.gains())
	stays := container.NewVBox()
	for _, sentence := range m.Book.JoinStays(m.join) {
		stays.Add(widgets.NewProse(sentence))
	}
	if len(m.gains()) > 0 {
		fields = append(fields, widgets.NewField("gains", m.T("merge.heading.gains"), gains).Wide())
	}
	return append(fields, widgets.NewField("stays", "", stays).Wide(),
		m.labelled("reason", m.reason).Required().Wide().Hint(m.T("merge.reason.hint")))
}

// sides are the two tickets, and the button that swaps them.
func (m *mergeDialog) sides() fyne.CanvasObject {
	side := func(word string, i model.Incident) fyne.CanvasObject {
		about := container.NewVBox(widgets.NewWords(string(i.Ticket)))
		for _, line := range []string{i.Title, i.Reporter.Label(), joined(m.dateTime(i.ReceivedAt), m.className(i.Class))} {
			words := widgets.NewMuted(line)
			words.Shorten = true
			about.Add(words)
		}
		return widgets.NewSection(word, nil, about)
	}
	swap := widgets.NewQuiet(m.T("merge.swap"), look.IconRefresh, func() {
		m.shown.Hide()
		m.showMerge(m.join.From.ID, m.join.Into.ID, m.reason.Text)
	})
	return container.NewVBox(widgets.Columns(side(m.T("merge.into"), m.join.Into), side(m.T("merge.from"), m.join.From)), container.NewHBox(swap))
}

// gains are what changes without being asked for, each with its rule.
func (m *mergeDialog) gains() (changes []widgets.Change) {
	for _, g := range m.join.Gains {
		changes = append(changes, widgets.Change{
			Field:  m.T("merge.gain", "Field", m.fieldLabel(g.Field), "Rule", g.Rule),
			Before: m.value(g.Field, g.Before), After: m.value(g.Field, g.After)})
	}
	for _, a := range m.join.Additions {
		changes = append(changes, widgets.Change{Field: m.T("merge.added", "Field", m.fieldLabel(a.Field)),
			After: m.Book.Elements(a.Field, a.Names, m.desk)})
	}
	return changes
}

func (m *mergeDialog) merge() error {
	take := map[string]string{}
	for _, c := range m.clashes {
		take[c.field] = c.answer()
	}
	into, from := m.join.Into, m.join.From
	err := m.do(app.MergeIncidents{Into: app.IncidentRef(into.ID), From: app.IncidentRef(from.ID), Reason: m.reason.Text, Take: take})
	if err != nil {
		return err
	}
	m.given = nil // taking it back concerns both tickets
	back := widgets.NewQuiet(m.T("merge.unmerge"), look.IconUndo, func() { m.askUnmerge(from.ID, into.Ticket) })
	m.Tell(look.Kept, m.T("merge.done", "From", string(from.Ticket), "Into", string(into.Ticket)), back)
	if m.incident.ID == from.ID {
		m.openIncident(into.ID)
	}
	return nil
}

// clashInput asks which of two values stands.
type clashInput struct {
	field   string
	box     *fyne.Container
	chips   *widgets.Chips
	written *widgets.Entry
}

const writeOwn = "written"

func (m *mergeDialog) newClash(c model.Clash) *clashInput {
	in := &clashInput{field: c.Field, written: widgets.NewLongEntry("", 2)}
	words := map[string]string{
		model.TakeInto: string(m.join.Into.Ticket), model.TakeFrom: string(m.join.From.Ticket), model.TakeBoth: m.T("merge.clash.both")}
	var choices []widgets.Chip
	for _, answer := range c.Answers() {
		choices = append(choices, widgets.Chip{Key: answer, Word: words[answer], Count: -1})
	}
	if c.Written {
		choices = append(choices, widgets.Chip{Key: writeOwn, Word: m.T("merge.clash.written"), Count: -1})
	}
	in.chips = widgets.NewChips(choices...)
	in.chips.Single = true
	in.chips.OnChange = func([]string) { m.chosen(in) }
	in.written.Hide()
	into, from := m.value(c.Field, c.Into), m.value(c.Field, c.From)
	if c.Written {
		in.written.SetText(textOf(c.Into))
	}
	in.box = container.NewVBox(widgets.Columns(widgets.NewProse(into), widgets.NewProse(from)), in.chips, in.written)
	return in
}

// chosen takes the mistake away, and shows the entry for a text of one's own.
func (m *mergeDialog) chosen(in *clashInput) {
	own := in.own()
	m.shown.Content.(*widgets.Form).Field(in.field).SetError("")
	in.written.Hidden = !own
	m.shown.SetError("") // the dialog becomes as high as it needs
	if own {
		m.Canvas().Focus(in.written)
	}
}

func (c *clashInput) own() bool {
	active := c.chips.Active()
	return len(active) == 1 && active[0] == writeOwn
}

// answer is "" until one was chosen.
func (c *clashInput) answer() string {
	active := c.chips.Active()
	switch {
	case len(active) == 0:
		return ""
	case c.own():
		return c.written.Text
	}
	return active[0]
}

func textOf(raw json.RawMessage) (text string) {
	_ = json.Unmarshal(raw, &text) // what is no text is not written by hand
	return text
}
