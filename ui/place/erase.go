package place

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"siaga/app"
	"siaga/locales"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// Eraser is what erasing personal data asks of the desk.
type Eraser interface {
	Do(app.Order) (app.Done, error)
	ErasurePlan(subject string, fields, rows []string) (app.ErasurePlan, error)
	locales.Names
}

// erasing is the dialog that erases personal data: what goes and what stays is
// seen before, and the name of it has to be typed.
type erasing struct {
	around  Around
	desk    Eraser
	plan    app.ErasurePlan
	confirm string // what has to be typed

	ticks   map[string]*widgets.Check
	effect  *widget.Label
	ground  *widgets.Pick
	other   *widgets.Entry
	orderer *widgets.Entry
	letter  *widgets.Entry
	request *widgets.Entry
	reason  *widgets.Entry
	typed   *widgets.Entry
}

// AskErasure shows the dialog; done hears of the erasure.
func AskErasure(around Around, desk Eraser, subject model.SubjectID, done func(app.Done)) {
	plan, err := desk.ErasurePlan(string(subject), nil, nil)
	if r, refused := model.AsRefusal(err); err != nil && !(refused && r.Key == "refuse.erase-field") {
		around.Fail(err)
		return
	}
	e := &erasing{around: around, desk: desk, plan: plan, confirm: cmp.Or(string(plan.Ticket), plan.Name)}
	e.ticks, e.effect = map[string]*widgets.Check{}, widgets.NewProse("")
	e.ground = widgets.NewPick("", groundChoices(around.Book))
	e.other, e.orderer, e.letter = widgets.NewEntry(""), widgets.NewEntry(""), widgets.NewEntry("")
	e.request, e.reason, e.typed = widgets.NewEntry(around.Book.DateTime(around.Doors.Now())), widgets.NewLongEntry("", 2), widgets.NewEntry(e.confirm)
	d := &widgets.Dialog{Title: around.T("erase.title", "Name", e.confirm), Content: e.form(), Width: 820,
		Primary: around.T("erase.do"), Secondary: around.T("common.cancel"), Danger: true}
	d.OnPrimary = func() bool {
		result, err := e.erase()
		if err != nil {
			return d.ShowErrors(around.Errors(err))
		}
		e.tell(result)
		done(result)
		return true
	}
	e.reckon()
	d.Show(around.Canvas())
}

func groundChoices(book *locales.Book) (choices []widgets.Choice) {
	for _, g := range model.Grounds {
		choices = append(choices, widgets.Choice{Key: string(g), Title: book.Word(g)})
	}
	return choices
}

func (e *erasing) form() *widgets.Form {
	field := func(name string, input fyne.CanvasObject) *widgets.Field {
		return widgets.NewField(name, e.around.T("field."+name), input)
	}
	return widgets.NewForm(
		widgets.NewField("fields", e.around.T("erase.can"), e.choices()).Hint(e.around.T("erase.irreversible")),
		widgets.NewField("effect", "", e.effect),
		field("ground", e.ground).Required(), field("groundText", e.other),
		field("orderedBy", e.orderer).Required(),
		widgets.NewField("letter", e.around.T("field.erase-personal-data.letter"), e.letter),
		field("requestedAt", e.request), field("reason", e.reason).Required(),
		widgets.NewField("confirm", e.around.T("erase.confirm", "Ticket", e.confirm), e.typed).Required())
}

// choices are what can be erased, each with what it says now; the reporter is
// chosen.
func (e *erasing) choices() fyne.CanvasObject {
	if len(e.plan.All) == 0 {
		return widgets.NewProse(e.around.T("erase.nothing"))
	}
	lines := container.NewVBox()
	for _, can := range e.plan.All {
		says := e.around.Book.Recorded(can.Field, can.Value, e.desk)
		tick := widgets.NewCheck(e.around.Book.FieldLabel(can.Field)+": "+shortened(says), func(bool) { e.reckon() })
		tick.Checked = slices.Contains(e.plan.Chosen, can.Key())
		e.ticks[can.Key()] = tick
		lines.Add(tick)
	}
	return widgets.NewHeight(min(200, lines.MinSize().Height), widgets.Scrolled(lines))
}

// shortened is what fits a line.
func shortened(text string) string {
	const most = 90
	if runes := []rune(strings.Join(strings.Fields(text), " ")); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return strings.Join(strings.Fields(text), " ")
}

// chosen are the fields and rows that are ticked.
func (e *erasing) chosen() (fields, rows []string) {
	for _, can := range e.plan.All {
		switch tick := e.ticks[can.Key()]; {
		case !tick.Checked:
		case can.Row == (model.Mark{}):
			fields = append(fields, can.Key())
		default:
			rows = append(rows, can.Key())
		}
	}
	return fields, rows
}

// reckon tells what would go and what stays.
func (e *erasing) reckon() {
	fields, rows := e.chosen()
	if len(fields)+len(rows) == 0 {
		e.effect.SetText(e.around.T("refuse.erase-nothing"))
		return
	}
	plan, err := e.desk.ErasurePlan(string(e.plan.Subject), fields, rows)
	if err != nil {
		e.effect.SetText(e.around.Book.Refusal(err))
		return
	}
	said := []string{e.around.Book.N("erase.what", len(plan.Events))}
	if len(plan.Copies) > 0 {
		var tickets []string
		for _, t := range plan.Copies {
			tickets = append(tickets, string(t))
		}
		said = append(said, e.around.T("erase.copies", "Tickets", strings.Join(tickets, ", ")))
	}
	e.effect.SetText(strings.Join(append(said, e.around.T("erase.stays")), " "))
}

// erase gives the order when the name was typed.
func (e *erasing) erase() (app.Done, error) {
	fields, rows := e.chosen()
	if len(fields)+len(rows) == 0 {
		return app.Done{}, model.RefuseAt("fields", "refuse.erase-nothing")
	}
	order := app.ErasePersonalData{Subject: string(e.plan.Subject), Fields: fields, Rows: rows,
		Ground: model.Ground(e.ground.Selected()), GroundText: e.other.Text, OrderedBy: e.orderer.Text,
		Letter: e.letter.Text, Reason: e.reason.Text}
	if strings.TrimSpace(e.request.Text) != "" {
		at, err := e.around.Book.ParseInstant(e.request.Text, e.around.Doors.Now())
		if r, refused := model.AsRefusal(err); refused {
			return app.Done{}, &model.Refusal{Key: r.Key, Field: "requestedAt", Args: r.Args}
		}
		order.RequestedAt = model.At(at)
	}
	if strings.TrimSpace(e.typed.Text) != e.confirm {
		return app.Done{}, model.RefuseAt("confirm", "refuse.erase-confirm", "Ticket", e.confirm)
	}
	return e.desk.Do(app.Order{Command: order})
}

// tell says what was done, with the way to its record.
func (e *erasing) tell(done app.Done) {
	name := cmp.Or(string(done.Ticket), e.around.T("erase.about."+e.plan.Of))
	tone, said := look.Kept, e.around.T("erase.done", "Name", name)
	if done.Notice != nil {
		tone, said = look.Warning, e.around.Book.Refusal(done.Notice)
	}
	e.around.Tell(tone, said, RecordOfErasure(e.around, done.ID))
}

// RecordOfErasure leads to the Berita Acara of an erasure.
func RecordOfErasure(around Around, id model.SubjectID) *widgets.Button {
	return widgets.NewButton(around.T("erase.paper"), look.IconPapers, func() {
		around.Go(Route{Place: Papers, Part: "erasure", Subject: id})
	})
}
