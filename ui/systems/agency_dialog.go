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
	head, title := widgets.NewPick(p.around.T("systems.nohead"), p.heads(a.Head)), entry(a.HeadTitle)
	head.Nothing = p.around.T("people.nobodyfound")
	head.SetSelected(string(a.Head))
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
			widgets.NewField("head", p.around.T("field.head"), head).Hint(p.around.T("systems.head.hint")),
			widgets.NewField("headTitle", p.around.T("field.headTitle"), title).Hint(p.around.T("systems.headTitle.hint")),
			widgets.NewField("address", p.around.T("field.address"), address).Wide())}
	if a.ID != "" {
		d.Title = p.around.T("systems.editagency")
	}
	d.OnPrimary = func() bool {
		chosen, leader := kind.Selected(), app.PersonRef(head.Selected())
		var c app.Command = app.AmendAgency{Agency: app.AgencyRef(a.ID), Name: &name.Text, Short: &short.Text, Kind: &chosen,
			Address: &address.Text, Phone: &phone.Text, Email: &email.Text, Head: &leader, HeadTitle: &title.Text, Example: &example.Checked}
		if a.ID == "" {
			c = app.AddAgency{Name: name.Text, Short: short.Text, Kind: chosen, Address: address.Text, Phone: phone.Text,
				Email: email.Text, Head: leader, HeadTitle: title.Text, Example: example.Checked}
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

// heads are the people in use, nobody, and who is the head now.
func (p *Page) heads(now model.PersonID) []widgets.Choice {
	choices := []widgets.Choice{{Title: p.around.T("systems.nohead")}}
	for _, m := range p.desk.People() {
		if m.Retired == "" || m.ID == now {
			choices = append(choices, widgets.Choice{Key: string(m.ID), Title: m.Name, Subtitle: m.JobTitle})
		}
	}
	return choices
}

func (p *Page) kinds() (choices []widgets.Choice) {
	for _, k := range model.AgencyKinds {
		choices = append(choices, widgets.Choice{Key: string(k), Title: p.around.Book.Word(k)})
	}
	return choices
}
