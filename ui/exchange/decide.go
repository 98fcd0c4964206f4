package exchange

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"siaga/app"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

const partDecide = "decide"

// decide is the section Perlu diputuskan: the list, or one thing.
type decide struct {
	*Page
	box   *fyne.Container
	table *widgets.Table[app.Decision]
	only  *widgets.Button // takes the filter away
	about model.SubjectID // the list shows only what concerns this one
	one   *one            // that is open, nil at the list
}

func newDecide(p *Page) *decide {
	d := &decide{Page: p, box: container.NewStack()}
	d.only = widgets.NewQuiet(p.T("decide.all"), look.IconClose, func() { d.show("") })
	d.table = d.newTable()
	return d
}

func (d *decide) newTable() *widgets.Table[app.Decision] {
	column := func(id string, width, stretch float32, text func(app.Decision) string) widgets.Column[app.Decision] {
		return widgets.Column[app.Decision]{ID: id, Title: d.T("decide.column." + id), Width: width, Stretch: stretch, Text: text}
	}
	kind := column("kind", 200, 1, func(k app.Decision) string { return d.Book.Word(k.Kind) })
	kind.Tone = func(k app.Decision) look.Tone { return tones[k.Kind] }
	since := column("since", 130, 0, func(k app.Decision) string {
		if !k.Since.Known() {
			return ""
		}
		return d.Book.Stamp(k.Since.Time())
	})
	since.Compare = func(a, b app.Decision) int { return int(a.Since - b.Since) }
	table := widgets.NewTable(app.Decision.Key, kind, column("subject", 165, 2, d.called), column("field", 130, 1, d.field),
		column("first", 120, 2, func(k app.Decision) string { return d.short(k, 0) }),
		column("second", 120, 2, func(k app.Decision) string { return d.short(k, 1) }), since)
	table.Single = true
	table.OnOpen = func(k app.Decision) { d.open1(k) }
	table.SetEmpty(widgets.NewEmpty(look.IconKept, d.T("decide.none"), nil))
	return table
}

// tones are how much each kind endangers.
var tones = map[app.DecisionKind]look.Tone{
	app.DecideFork: look.Breached, app.DecideClock: look.Breached, app.DecideRewritten: look.Breached, app.DecideEarly: look.Breached, app.DecideTicket: look.Warning,
	app.DecideValues: look.Warning, app.DecideMisfit: look.Warning, app.DecideOvertaken: look.Warning,
}

// called is what a decision is about.
func (d *decide) called(k app.Decision) string {
	key, about := k.Called()
	return d.T(key, about...)
}

// says is what happened.
func (d *decide) says(k app.Decision) string {
	key, about := k.Says()
	return d.T(key, about...)
}

func (d *decide) field(k app.Decision) string {
	if k.Field == "" {
		return ""
	}
	return d.Book.FieldLabel(k.Field)
}

// short is one of the values as the list shows it.
func (d *decide) short(k app.Decision, n int) string {
	if n >= len(k.Values) {
		return ""
	}
	return d.value(k.Values[n])
}

// value is a value in words, also when there is none.
func (d *decide) value(r app.Rival) string {
	if words := d.Book.Recorded(r.Field, r.Value, d.desk); words != "" {
		return words
	}
	return d.T("common.notrecorded")
}

func (d *decide) content() fyne.CanvasObject { return d.box }

func (d *decide) route() place.Route { return place.Route{Subject: d.about} }

// open shows the list, or what concerns one subject; a single thing at once.
func (d *decide) open(r place.Route) {
	switch {
	case r.Subject != "":
		d.show(r.Subject)
		if rows := d.table.Rows(); len(rows) == 1 {
			d.open1(rows[0])
		}
	case d.one == nil:
		d.show(d.about)
	}
}

// show shows the list of what concerns a subject, of everything for none.
func (d *decide) show(about model.SubjectID) {
	d.about, d.one = about, nil
	d.read()
	d.draw(d.table)
	if about != "" {
		d.draw(widgets.Over(container.NewHBox(d.only), d.table))
	}
	d.table.Focus()
}

func (d *decide) draw(content fyne.CanvasObject) {
	d.box.Objects = []fyne.CanvasObject{content}
	d.box.Refresh()
}

// read fills the list.
func (d *decide) read() []app.Decision {
	all, err := d.desk.Decisions()
	if err != nil {
		d.Fail(err)
	}
	if d.about != "" {
		all = slices.DeleteFunc(all, func(k app.Decision) bool { return !k.Concerns(d.about) })
	}
	d.table.SetRows(all)
	return all
}

// reload reads the list anew; what is open stays as it is being decided, unless
// it was decided elsewhere.
func (d *decide) reload() {
	all := d.read()
	if d.one == nil {
		return
	}
	if !slices.ContainsFunc(all, func(k app.Decision) bool { return k.Key() == d.one.Key() }) {
		d.show(d.about)
	}
}

func (d *decide) back() bool {
	if d.one == nil {
		return false
	}
	d.show(d.about)
	return true
}

// open1 shows one thing.
func (d *decide) open1(k app.Decision) {
	d.one = newOne(d, k)
	d.draw(d.one.page)
	d.one.focus()
}

// order gives an order, says so, and goes on with the list.
func (d *decide) order(c app.Command, done string) error {
	given, err := d.desk.Do(app.Order{Command: c})
	if err != nil {
		return err
	}
	d.Tell(look.Kept, done, widgets.NewQuiet(d.T("common.undo"), look.IconUndo, func() { d.undo(given) }))
	d.show(d.about)
	return nil
}

// undo takes a decision back, as long as nobody has changed the subject since.
func (d *decide) undo(given app.Done) {
	changes, err := d.desk.History(given.ID)
	if err == nil && changes[len(changes)-1].Mark != given.Events[len(given.Events)-1] {
		err = model.Refuse("refuse.undo-overtaken")
	}
	var done app.Done
	if err == nil {
		done, err = d.desk.Do(app.Order{Command: app.Undo{Subject: string(given.ID)}})
	}
	if err != nil {
		d.Fail(err)
		return
	}
	d.Tell(look.Kept, d.T("decide.undone"), nil)
	if done.Notice != nil {
		d.Tell(look.Warning, d.Book.Refusal(done.Notice), nil)
	}
	d.reload()
}
