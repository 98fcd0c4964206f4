package incidents

import (
	"time"

	"siaga/app"
	"siaga/model"
)

// report is the order that the form gives; an instant that cannot be read is
// refused at its field.
func (f *intakeForm) report() (app.RegisterIncident, error) {
	r := f.words()
	for _, part := range f.instants(&r) {
		at, err := part.input.at(part.field)
		if err != nil {
			return r, err
		}
		*part.into = at
	}
	return r, nil
}

// typed is the draft of the form: what can be read of it, and nothing at all as
// long as nobody has typed.
func (f *intakeForm) typed() app.RegisterIncident {
	r := f.words()
	for _, part := range f.instants(&r) {
		*part.into, _ = part.input.at(part.field)
	}
	untouched := app.RegisterIncident{Channel: model.Channels[0], TLP: model.TLPAmber, ReceivedAt: f.received.shown}
	if r == untouched {
		return app.RegisterIncident{}
	}
	return r
}

func (f *intakeForm) words() app.RegisterIncident {
	agency, from := f.agency.value()
	system, affected := f.system.value()
	return app.RegisterIncident{
		ReporterName: f.name.Text, ReporterPosition: f.position.Text, ReporterAgency: from,
		ReporterPhone: f.phone.Text, ReporterEmail: f.email.Text,
		Agency: app.AgencyRef(agency), System: app.SystemRef(system), Affected: affected,
		Description: f.description.Text, Title: f.title.Text,
		Channel: model.Channel(f.channel.Selected()), Class: model.Class(f.class.Selected()),
		Category: f.category.Selected(), TLP: model.TLP(f.tlp.Selected()), Crime: f.crime.Checked, DataBreach: f.breach.Checked,
	}
}

// timed is an instant of the form and where it goes.
type timed struct {
	field string
	input *whenInput
	into  *model.Instant
}

func (f *intakeForm) instants(r *app.RegisterIncident) []timed {
	return []timed{
		{"receivedAt", &f.received, &r.ReceivedAt}, {"happenedAt", &f.happened, &r.HappenedAt},
		{"knownAt", &f.known, &r.KnownAt}, {"reportedAt", &f.reported, &r.ReportedAt},
	}
}

// write fills the form with a draft.
func (f *intakeForm) write(r app.RegisterIncident) {
	listening := f.onChange
	f.onChange = func() {}
	defer func() { f.onChange = listening }()
	f.name.SetText(r.ReporterName)
	f.position.SetText(r.ReporterPosition)
	f.phone.SetText(r.ReporterPhone)
	f.email.SetText(r.ReporterEmail)
	f.title.SetText(r.Title)
	f.description.SetText(r.Description)
	f.agency.set(f.agencyChoices(), string(r.Agency), r.ReporterAgency)
	f.system.set(f.systemChoices(), string(r.System), r.Affected)
	f.channel.SetSelected(string(r.Channel))
	f.class.SetSelected(string(r.Class))
	f.category.SetSelected(r.Category)
	f.tlp.SetSelected(string(r.TLP))
	f.crime.SetChecked(r.Crime)
	f.breach.SetChecked(r.DataBreach)
	for _, part := range f.instants(&r) {
		part.input.shown = *part.into
		part.input.SetValue(part.into.Time())
	}
}

// usesMore reports whether a field that is folded away has been filled in.
func (f *intakeForm) usesMore() bool {
	r := f.words()
	return r.Title != "" || r.ReporterPhone != "" || r.ReporterEmail != "" || r.ReporterPosition != "" || r.Category != "" || r.Crime || r.DataBreach ||
		!f.happened.Empty() || !f.known.Empty() || !f.reported.Empty()
}

// changed hears of an instant.
func (f *intakeForm) changed(time.Time) { f.onChange() }
