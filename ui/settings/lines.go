package settings

import (
	"strings"

	"fyne.io/fyne/v2"

	"siaga/app"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// line is one setting of the office: its name in the order, how it is read
// from the office and written into the order.
type line struct {
	id       string
	tall     int              // lines of a long entry, 0 for a short one
	choices  []widgets.Choice // to choose from instead of typing
	label    string           // key of what it is called, when "field.<id>" means something else
	hint     string           // key of the sentence below
	required bool
	wide     bool // takes both columns
	read     func(model.Office) string
	write    func(*app.AmendOffice, string)
}

// lineForm is a form over lines.
type lineForm struct {
	*widgets.Form
	page   *Page
	lines  []line
	inputs []input
	shown  []string // what the office said when it was last shown
}

// input is an entry or a pick, by its text.
type input struct {
	object fyne.CanvasObject
	text   func() string
	set    func(string)
}

func (p *Page) newLineForm(lines ...line) *lineForm {
	f := &lineForm{page: p, lines: lines, shown: make([]string, len(lines))}
	var fields []*widgets.Field
	for _, l := range lines {
		in := p.newInput(l)
		f.inputs = append(f.inputs, in)
		label := l.label
		if label == "" {
			label = "field." + l.id
		}
		field := widgets.NewField(l.id, p.around.T(label), in.object)
		if l.hint != "" {
			field.Hint(p.around.T(l.hint))
		}
		if l.required {
			field.Required()
		}
		if l.tall > 0 || l.wide {
			field.Wide()
		}
		fields = append(fields, field)
	}
	f.Form = widgets.NewForm(fields...)
	f.OnSubmit = f.save
	return f
}

func (p *Page) newInput(l line) input {
	if l.choices != nil {
		pick := widgets.NewPick(p.around.T("common.choose"), l.choices)
		pick.Nothing = p.around.T("common.none")
		return input{pick, pick.Selected, pick.SetSelected}
	}
	entry := widgets.NewEntry("")
	if l.tall > 0 {
		entry = widgets.NewLongEntry("", l.tall)
	}
	return input{entry, func() string { return entry.Text }, entry.SetText}
}

// show writes what the office says where nobody has typed something else.
func (f *lineForm) show() {
	office := f.page.desk.Office()
	for i, l := range f.lines {
		if now := l.read(office); f.inputs[i].text() == f.shown[i] {
			f.inputs[i].set(now)
			f.shown[i] = now
		}
	}
}

// save records what was changed.
func (f *lineForm) save() {
	var order app.AmendOffice
	typed := make([]string, len(f.lines))
	for i, l := range f.lines {
		if typed[i] = f.inputs[i].text(); typed[i] != f.shown[i] {
			l.write(&order, strings.TrimSpace(typed[i]))
		}
	}
	if f.page.amend(order, f.Form) {
		f.shown = typed
		f.page.Reload()
	}
}

// text is the text that is typed for a setting.
func (f *lineForm) text(id string) string {
	for i, l := range f.lines {
		if l.id == id {
			return f.inputs[i].text()
		}
	}
	return ""
}

// saveButton is the button below a form.
func (p *Page) saveButton(tapped func()) fyne.CanvasObject {
	return widgets.NewFlow(widgets.NewPrimary(p.around.T("common.save"), look.IconSave, tapped))
}

// listed are the lines of a list that is typed one entry a line.
func listed(text string) []string {
	var list []string
	for _, l := range strings.Split(text, "\n") {
		if l = strings.TrimSpace(l); l != "" {
			list = append(list, l)
		}
	}
	return list
}
