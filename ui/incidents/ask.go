package incidents

import (
	"fyne.io/fyne/v2"

	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// question is what a dialog asks for, and what it does with the answers.
type question struct {
	title   string
	primary string
	danger  bool
	width   float32
	fields  []*widgets.Field
	do      func() error // a refusal stays at its field, and the dialog open
	done    string       // what is told afterwards, nothing when empty
}

func (p *Page) ask(q question) *widgets.Dialog {
	d := &widgets.Dialog{
		Title: q.title, Content: widgets.NewForm(q.fields...), Width: q.width,
		Primary: q.primary, Secondary: p.T("common.cancel"), Danger: q.danger,
	}
	d.OnPrimary = func() bool {
		p.given = nil
		if err := q.do(); err != nil {
			return d.ShowErrors(p.Errors(err))
		}
		if q.done != "" {
			p.Tell(look.Kept, q.done, p.undoButton())
		}
		return true
	}
	d.Show(p.Canvas())
	return d
}

// askReason asks for nothing but why.
func (p *Page) askReason(title, sentence, primary string, do func(reason string) error) {
	reason := widgets.NewLongEntry("", 3)
	p.ask(question{
		title: title, primary: primary, danger: true, done: p.T("incidents.saved"),
		fields: []*widgets.Field{
			p.labelled("reason", reason).Required().Hint(sentence),
		},
		do: func() error { return do(reason.Text) },
	})
}

// labelled is a field with the label of its name.
func (p *Page) labelled(name string, input fyne.CanvasObject) *widgets.Field {
	return widgets.NewField(name, p.T("field."+name), input)
}

// atField puts a refusal under a field when it names none itself.
func atField(field string, err error) error {
	if r, ok := model.AsRefusal(err); ok && r.Field == "" {
		return &model.Refusal{Key: r.Key, Field: field, Args: r.Args}
	}
	return err
}
