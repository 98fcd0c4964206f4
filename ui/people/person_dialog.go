package people

import (
	"siaga/app"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// personForm is the form of a person.
type personForm struct {
	name, nip, rank, job, phone, email *widgets.Entry
	agency                             *widgets.Pick
	example                            *widgets.Check
	*widgets.Form
}

func newPersonForm(p *Page, m model.Person) *personForm {
	entry := func(value, placeholder string) *widgets.Entry {
		e := widgets.NewEntry(placeholder)
		e.SetText(value)
		return e
	}
	f := &personForm{name: entry(m.Name, ""), nip: entry(model.PrintNIP(m.NIP), "19800101 200501 1 001"), rank: entry(m.Rank, p.around.T("people.rankexample")),
		job: entry(m.JobTitle, ""), phone: entry(m.Phone, ""), email: entry(m.Email, ""), agency: p.pickAgency()}
	f.agency.SetSelected(string(m.Agency))
	f.example = widgets.NewCheck(p.around.T("field.example"), nil)
	f.example.SetChecked(m.Example)
	f.Form = widgets.NewForm(
		widgets.NewField("name", p.around.T("field.name"), f.name).Required().Hint(p.around.T("people.name.hint")),
		widgets.NewField("nip", p.around.T("field.nip"), f.nip),
		widgets.NewField("rank", p.around.T("field.rank"), f.rank),
		widgets.NewField("jobTitle", p.around.T("field.jobTitle"), f.job),
		widgets.NewField("agency", p.around.T("field.agency"), f.agency),
		widgets.NewField("phone", p.around.T("field.phone"), f.phone),
		widgets.NewField("email", p.around.T("field.email"), f.email),
		widgets.NewField("example", "", f.example))
	return f
}

// order enters the person of the form, or corrects the one of an identity; the
// desk writes only what differs.
func (f *personForm) order(id model.PersonID) app.Command {
	agency := app.AgencyRef(f.agency.Selected())
	if id == "" {
		return app.AddPerson{Name: f.name.Text, NIP: f.nip.Text, Rank: f.rank.Text, JobTitle: f.job.Text,
			Agency: agency, Phone: f.phone.Text, Email: f.email.Text, Example: f.example.Checked}
	}
	return app.AmendPerson{Person: app.PersonRef(id), Name: &f.name.Text, NIP: &f.nip.Text, Rank: &f.rank.Text, JobTitle: &f.job.Text,
		Agency: &agency, Phone: &f.phone.Text, Email: &f.email.Text, Example: &f.example.Checked}
}

// ask shows the form of a person, a new one when it has no identity; entered,
// which may be nil, hears whom it was about.
func (s *persons) ask(m model.Person, entered func(model.PersonID)) {
	p, form := s.p, newPersonForm(s.p, m)
	d := &widgets.Dialog{Title: p.around.T("people.add"), Content: form.Form, Width: 760,
		Primary: p.around.T("common.save"), Secondary: p.around.T("common.cancel")}
	if m.ID != "" {
		d.Title = p.around.T("people.edit")
	}
	d.OnPrimary = func() bool {
		done, err := p.desk.Do(app.Order{Command: form.order(m.ID)})
		if err != nil {
			return d.ShowErrors(p.around.Errors(err))
		}
		p.around.Tell(look.Kept, p.around.T("people.saved", "Name", form.name.Text), nil)
		p.Reload()
		if entered != nil {
			entered(done.ID)
		}
		return true
	}
	d.Show(p.around.Canvas())
}
