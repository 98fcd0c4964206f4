package incidents

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"siaga/model"
	"siaga/ui/widgets"
)

// cameFrom says which CSIRT has shared the incident and what its label allows, ""
// when none has.
func (d *detail) cameFrom() string {
	s := d.incident.Source
	if s == nil {
		return ""
	}
	return d.T("share.banner", "Team", s.Team, "Ticket", string(s.Ticket), "Rule", d.T("tlp.rule."+string(s.TLP), "TLP", s.TLP))
}

// sourceSection is what another CSIRT has told, apart from what is known here.
func (d *detail) sourceSection() []fyne.CanvasObject {
	s := d.incident.Source
	if s == nil {
		return nil
	}
	facts := container.NewVBox()
	add := func(key, value string) {
		if value != "" {
			facts.Add(d.fact(d.T(key), value))
		}
	}
	add("share.source.team", s.Team)
	add("share.source.ticket", string(s.Ticket))
	add("field.tlp", d.Book.Word(s.TLP))
	add("share.source.sharedAt", d.dateTime(s.SharedAt))
	add("share.source.fingerprint", s.Fingerprint)
	add("field.summary", s.Summary)
	add("field.category", d.Book.Category(s.Category))
	add("field.class", wordOf(d.Page, s.Class))
	add("field.risk", wordOf(d.Page, s.Risk))
	add("field.priority", wordOf(d.Page, s.Priority))
	add("share.source.state", d.stateThere(s))
	for _, instant := range []struct {
		key string
		at  model.Instant
	}{{"field.happenedAt", s.HappenedAt}, {"field.knownAt", s.KnownAt}, {"field.receivedAt", s.ReceivedAt}, {"incidents.column.completedAt", s.CompletedAt}} {
		add(instant.key, d.dateTime(instant.at))
	}
	add("field.indicators", strings.Join(s.Indicators, ", "))
	for _, field := range model.Shareable {
		add("field."+field, s.Texts[field])
	}
	return []fyne.CanvasObject{widgets.NewSection(d.T("field.source"), nil, facts)}
}

// stateThere is how far the incident had come where it was shared.
func (d *detail) stateThere(s *model.Source) string {
	if s.Outcome != "" {
		return d.Book.Word(s.Outcome)
	}
	if s.Step >= model.StepReport && s.Step < model.StepDone {
		return d.stepWord(s.Step)
	}
	return ""
}

// elsewhere says under which ticket another CSIRT has seen the incident.
func (d *detail) elsewhere(i model.Incident) []fyne.CanvasObject {
	if i.Source == nil {
		return nil
	}
	return []fyne.CanvasObject{widgets.NewProse(d.T("share.elsewhere", "Team", i.Source.Team, "Ticket", string(i.Source.Ticket)))}
}
