package exchange

import (
	"encoding/json"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"siaga/app"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// one is the page of one thing to decide.
type one struct {
	app.Decision
	d      *decide
	page   fyne.CanvasObject
	reason *widgets.Entry
	form   *widgets.Form // of a third value and the reason; nil when nothing is decided here
	read   func() (json.RawMessage, error)
	first  *widgets.Button
}

func newOne(d *decide, k app.Decision) *one {
	o := &one{Decision: k, d: d}
	said := d.says(k)
	if o.compared() {
		said += " " + d.T("decide.differs")
	}
	parts := []fyne.CanvasObject{o.head(), widgets.NewProse(said)}
	switch k.Kind {
	case app.DecideFork:
		parts = append(parts, o.fork()...)
	case app.DecideClock:
		parts = append(parts, widgets.NewSection(d.T("decide.acts"), nil, widgets.NewProse(d.T("decide.clock.todo"))))
	case app.DecideTicket:
		parts = append(parts, o.twins())
	default:
		parts = append(parts, o.values()...)
		parts = append(parts, o.acts())
	}
	o.page = widgets.Scrolled(widgets.Stacked(parts...))
	return o
}

// head says what it is about, with the way back.
func (o *one) head() fyne.CanvasObject {
	about := o.d.called(o.Decision)
	if field := o.d.field(o.Decision); field != "" && o.Kind == app.DecideValues {
		about = field + " · " + about // the field is what must not be cut off
	}
	title := widgets.NewHeading(about, theme.SizeNameSubHeadingText)
	title.Shorten = true
	back := widgets.NewQuiet(o.d.T("decide.back"), look.IconBack, func() { o.d.back() })
	badge := container.NewCenter(widgets.NewBadge(o.d.Book.Word(o.Kind), tones[o.Kind]))
	return container.NewBorder(nil, nil, back, badge, title)
}

// focus puts the keyboard on the first thing to do.
func (o *one) focus() {
	if o.first != nil {
		o.d.Canvas().Focus(o.first)
	}
}

// perRow is how many values stand side by side before a new row begins.
const perRow = 3

// values are the columns, and below them the form.
func (o *one) values() (parts []fyne.CanvasObject) {
	var columns []fyne.CanvasObject
	for i, r := range o.Values {
		words := fyne.CanvasObject(widgets.NewProse(o.d.value(r)))
		if o.compared() {
			words = differing(o.d.value(r), o.d.value(o.Values[other(i)]))
		}
		columns = append(columns, o.column(i, r, words))
	}
	for row := range slices.Chunk(columns, perRow) {
		parts = append(parts, widgets.Columns(row...))
	}
	if o.Field != "" {
		parts = append(parts, o.ask())
	}
	return parts
}

// compared reports whether the values are texts in which one looks for what differs.
func (o *one) compared() bool {
	return o.Kind == app.DecideValues && !slices.ContainsFunc(o.Values, func(r app.Rival) bool {
		return len(strings.Fields(o.d.value(r))) <= fewWords
	})
}

// other is the value that one is compared with.
func other(i int) int {
	if i == 0 {
		return 1
	}
	return 0
}

// column is one value with who, where, when and why, and what can be done with it.
func (o *one) column(i int, r app.Rival, words fyne.CanvasObject) fyne.CanvasObject {
	heading := o.d.Book.FieldLabel(r.Field)
	if o.Kind == app.DecideValues {
		heading = o.d.T("decide.value", "Number", i+1)
	}
	who := o.d.T("common.notrecorded")
	if name := o.d.desk.Person(r.By).Name; name != "" {
		who = name
	}
	why := o.d.T("decide.why.none")
	if r.Why != "" {
		why = o.d.T("decide.why", "Why", r.Why)
	}
	about := []string{o.d.T("decide.by", "Who", who), o.d.Book.DeskName(r.Desk), o.d.Book.DateTime(r.At.Time()), why}
	if span := o.span(r.Of); span != "" {
		about = append([]string{span}, about...)
	}
	small := widgets.NewProse(strings.Join(about, "\n"))
	small.SizeName = theme.SizeNameCaptionText
	buttons := widgets.NewFlow()
	for _, button := range o.buttons(r) {
		if o.first == nil {
			o.first = button
		}
		buttons.Add(button)
	}
	return widgets.NewSection(heading, nil, container.NewVBox(words, small, buttons))
}

// span is from when to when a seat or turn of duty of a pair lasts.
func (o *one) span(id model.SubjectID) string {
	var from, to model.Instant
	for _, s := range o.d.desk.Seats() {
		if s.ID == id {
			from, to = s.From, s.To
		}
	}
	for _, t := range o.d.desk.Duties() {
		if t.ID == id {
			from, to = t.StartAt, t.EndAt
		}
	}
	switch {
	case !from.Known() || o.Kind != app.DecideMisfit:
		return ""
	case !to.Known():
		return o.d.T("people.since", "Date", o.d.Book.DateTime(from.Time()))
	}
	return o.d.T("people.span", "From", o.d.Book.DateTime(from.Time()), "To", o.d.Book.DateTime(to.Time()))
}

// buttons are what can be decided with a value.
func (o *one) buttons(r app.Rival) []*widgets.Button {
	take := func(word string) *widgets.Button {
		return widgets.NewButton(word, look.IconKept, func() { o.decide(app.Decide{Field: r.Field, Take: r.Mark.String()}) })
	}
	give := func(word string, value string) *widgets.Button {
		return widgets.NewButton(word, look.IconUndo, func() { o.decide(app.Decide{Field: r.Field, Value: json.RawMessage(value)}) })
	}
	back := o.d.T("decide.takeback")
	switch {
	case o.Kind == app.DecideRewritten:
		return []*widgets.Button{widgets.NewButton(o.d.T("decide.rewritten.erase"), look.IconWithdraw, o.askErase), take(o.d.T("decide.rewritten.keep"))}
	case o.Kind == app.DecideValues:
		return []*widgets.Button{take(o.d.T("decide.take"))}
	case !slices.Contains(o.Misfit.Fields, r.Field):
		return nil
	case o.Kind == app.DecideMisfit:
		return []*widgets.Button{give(back, "null")}
	case o.Of == "incident":
		return []*widgets.Button{take(o.d.T("decide.stands")), give(back, "null")}
	}
	return []*widgets.Button{take(o.d.T("decide.stands")), give(o.d.T("decide.use-again"), `""`)}
}

// ask is the form below the values: a third one where one can be typed here, and
// the reason.
func (o *one) ask() fyne.CanvasObject {
	o.reason = widgets.NewLongEntry("", 2)
	fields := []*widgets.Field{widgets.NewField("reason", o.d.T("decide.reason"), o.reason).Hint(o.d.T("decide.reason.hint")).Wide()}
	var save *widgets.Button
	if input := o.third(); input != nil {
		third := widgets.NewField("value", o.d.T("decide.third"), input).Wide()
		if slices.Contains(lineFields, o.Field) {
			third.Hint(o.d.T("decide.lines.hint"))
		}
		fields = append([]*widgets.Field{third}, fields...)
		save = widgets.NewButton(o.d.T("decide.third.save"), look.IconSave, o.saveThird)
	} else if o.Kind == app.DecideValues {
		fields = append([]*widgets.Field{widgets.NewField("", "", widgets.NewProse(o.d.T("decide.third.not"))).Wide()}, fields...)
	}
	o.form = widgets.NewForm(fields...)
	if save == nil {
		return widgets.NewPanel(o.form)
	}
	o.form.OnSubmit = o.saveThird
	return widgets.NewPanel(container.NewVBox(o.form, container.NewHBox(save)))
}

func (o *one) saveThird() {
	value, err := o.read()
	if err != nil {
		o.fail(err)
		return
	}
	o.decide(app.Decide{Field: o.Field, Value: value})
}

// decide gives the order; a refusal is shown at its field.
func (o *one) decide(c app.Decide) {
	c.Subject, c.Reason = string(o.Subject), o.reason.Text
	if err := o.d.order(c, o.d.T("decide.done")); err != nil {
		o.fail(err)
	}
}

func (o *one) fail(err error) {
	for _, sentence := range o.form.ShowErrors(o.d.Errors(err)) {
		o.d.Tell(look.Breached, sentence, nil)
	}
}

// twins are the incidents of one number, each with the button that gives another.
func (o *one) twins() fyne.CanvasObject {
	box := widgets.Stacked()
	for _, id := range append([]model.IncidentID{o.Subject}, o.Others...) {
		i, err := o.d.desk.Incident(app.IncidentRef(id))
		if err != nil {
			o.d.Fail(err)
			continue
		}
		title := i.Title
		if title == "" {
			title = o.d.T("decide.untitled")
		}
		number := widgets.NewButton(o.d.T("decide.renumber"), look.IconEdit, func() { o.askNumber(id, title) })
		if o.first == nil {
			o.first = number
		}
		facts := container.NewVBox(widgets.NewProse(i.Reporter.Label()+"\n"+o.d.Book.DateTime(i.ReceivedAt.Time())),
			widgets.NewFlow(number, o.goTo(o.d.T("decide.go.incident", "Ticket", string(i.Ticket)), incidentRoute(id, ""))))
		box.Add(widgets.NewSection(title, nil, facts))
	}
	return box
}

// askNumber asks why an incident gets another number.
func (o *one) askNumber(id model.IncidentID, title string) {
	widgets.Confirm{Title: o.d.T("decide.renumber.title", "Title", title), Sentence: o.d.T("decide.renumber.hint"),
		Reason: o.d.T("common.reason"), Missing: o.d.T("refuse.reason"), Primary: o.d.T("decide.renumber"), Secondary: o.d.T("common.cancel"),
		OnConfirm: func(reason string) {
			given, err := o.d.desk.Do(app.Order{Command: app.RenumberIncident{Incident: app.IncidentRef(id), Reason: reason}})
			if err != nil {
				o.d.Fail(err)
				return
			}
			o.d.Tell(look.Kept, o.d.T("decide.renumbered", "Ticket", string(given.Ticket)),
				widgets.NewQuiet(o.d.T("common.undo"), look.IconUndo, func() { o.d.undo(given) }))
			o.d.show(o.d.about)
		}}.Show(o.d.Canvas())
}
