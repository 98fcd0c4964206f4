package systems

import (
	"siaga/app"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// askAgency shows the form of a Perangkat Daerah, a new one when it has no
// identity.
func (p *Page) askAgency(a model.Agency) {
	entry := func(text string) *widgets.Entry {
		e := widgets.NewEntry("")
		e.SetText(text)
		return e
	}
	name, short, address, phone, email := entry(a.Name), entry(a.Short), entry(a.Address), entry(a.Phone), entry(a.Email)
	kind := widgets.NewPick(p.around.T("systems.pickkind"), p.kinds())
	kind.SetSelected(a.Kind)
	example := widgets.NewCheck(p.around.T("field.example"), nil)
	example.SetChecked(a.Example)
	d := &widgets.Dialog{Title: p.around.T("systems.addagency"), Width: 760, Primary: p.around.T("common.save"), Secondary: p.around.T("common.cancel"),
		Content: widgets.NewForm(
			widgets.NewField("name", p.around.T("field.name"), name).Required(),
			widgets.NewField("short", p.around.T("field.short"), short),
			widgets.NewField("kind", p.around.T("field.kind"), kind),
			widgets.NewField("phone", p.around.T("field.phone"), phone),
			widgets.NewField("email", p.around.T("field.email"), email),
			widgets.NewField("example", "", example),
			widgets.NewField("address", p.around.T("field.address"), address).Wide())}
	if a.ID != "" {
		d.Title = p.around.T("systems.editagency")
	}
	d.OnPrimary = func() bool {
		chosen := kind.Selected()
		var c app.Command = app.AmendAgency{Agency: app.AgencyRef(a.ID), Name: &name.Text, Short: &short.Text, Kind: &chosen,
			Address: &address.Text, Phone: &phone.Text, Email: &email.Text, Example: &example.Checked}
		if a.ID == "" {
			c = app.AddAgency{Name: name.Text, Short: short.Text, Kind: chosen, Address: address.Text, Phone: phone.Text,
				Email: email.Text, Example: example.Checked}
		}
		if _, err := p.desk.Do(app.Order{Command: c}); err != nil {
			return d.ShowErrors(p.around.Errors(err))
		}
		p.around.Tell(look.Kept, p.around.T("systems.saved", "Name", name.Text), nil)
		p.Reload()
		return true
	}
	d.Show(p.around.Canvas())
}

func (p *Page) kinds() (choices []widgets.Choice) {
	for _, k := range model.AgencyKinds {
		choices = append(choices, widgets.Choice{Key: string(k), Title: p.around.Book.Word(k)})
	}
	return choices
}
