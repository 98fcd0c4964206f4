package incidents

import (
	"fyne.io/fyne/v2"

	"siaga/app"
	"siaga/model"
	"siaga/ui/widgets"
)

// detailField is one field of an incident: how it reads, and how a dialog asks for
// it. Its name is that of the order's JSON field, and of its label.
type detailField struct {
	name string
	wide bool
	show func(*Page, model.Incident) string
	ask  func(*Page, model.Incident) (input fyne.CanvasObject, into func(*app.Details) error)
}

// detailFields are all fields of an incident that app.Details carries.
var detailFields = byName(
	line1("title", func(i model.Incident) string { return i.Title }, func(d *app.Details) **string { return &d.Title }),
	prose("description", func(i model.Incident) string { return i.Description }, func(d *app.Details) **string { return &d.Description }),
	line1("reporterName", func(i model.Incident) string { return i.Reporter.Name }, func(d *app.Details) **string { return &d.ReporterName }),
	line1("reporterPosition", func(i model.Incident) string { return i.Reporter.Position }, func(d *app.Details) **string { return &d.ReporterPosition }),
	line1("reporterAgency", func(i model.Incident) string { return i.Reporter.Agency }, func(d *app.Details) **string { return &d.ReporterAgency }),
	line1("reporterPhone", func(i model.Incident) string { return i.Reporter.Phone }, func(d *app.Details) **string { return &d.ReporterPhone }),
	line1("reporterEmail", func(i model.Incident) string { return i.Reporter.Email }, func(d *app.Details) **string { return &d.ReporterEmail }),
	line1("affected", func(i model.Incident) string { return i.Affected }, func(d *app.Details) **string { return &d.Affected }),
	chosen("channel", model.Channels, func(i model.Incident) model.Channel { return i.Channel }, func(d *app.Details) **model.Channel { return &d.Channel }),
	chosen("tlp", model.TLPs, func(i model.Incident) model.TLP { return i.TLP }, func(d *app.Details) **model.TLP { return &d.TLP }),
	chosen("risk", model.Risks, func(i model.Incident) model.Risk { return i.Risk }, func(d *app.Details) **model.Risk { return &d.Risk }),
	chosen("priority", model.Priorities, func(i model.Incident) model.Priority { return i.Priority }, func(d *app.Details) **model.Priority { return &d.Priority }),
	picked("agency", (*Page).agencyChoices, func(i model.Incident) string { return string(i.Agency) },
		func(p *Page, i model.Incident) string { return p.names.agencies[i.Agency] },
		func(d *app.Details, key string) { ref := app.AgencyRef(key); d.Agency = &ref }),
	picked("system", (*Page).systemChoices, func(i model.Incident) string { return string(i.System) },
		func(p *Page, i model.Incident) string { return p.names.system(i.System, "") },
		func(d *app.Details, key string) { ref := app.SystemRef(key); d.System = &ref }),
	picked("category", (*Page).categoryChoices, func(i model.Incident) string { return i.Category },
		func(p *Page, i model.Incident) string { return p.names.category(i.Category) },
		func(d *app.Details, key string) { d.Category = &key }),
	instant("happenedAt", func(i model.Incident) model.Instant { return i.HappenedAt }, func(d *app.Details) **model.Instant { return &d.HappenedAt }),
	instant("knownAt", func(i model.Incident) model.Instant { return i.KnownAt }, func(d *app.Details) **model.Instant { return &d.KnownAt }),
	instant("reportedAt", func(i model.Incident) model.Instant { return i.ReportedAt }, func(d *app.Details) **model.Instant { return &d.ReportedAt }),
	yes("personalData", func(i model.Incident) bool { return i.PersonalData }, func(d *app.Details) **bool { return &d.PersonalData }),
	yes("dataBreach", func(i model.Incident) bool { return i.DataBreach }, func(d *app.Details) **bool { return &d.DataBreach }),
	yes("vital", func(i model.Incident) bool { return i.Vital }, func(d *app.Details) **bool { return &d.Vital }),
	yes("crime", func(i model.Incident) bool { return i.Crime }, func(d *app.Details) **bool { return &d.Crime }),
	prose("exposed", func(i model.Incident) string { return i.Exposed }, func(d *app.Details) **string { return &d.Exposed }),
	prose("exposure", func(i model.Incident) string { return i.Exposure }, func(d *app.Details) **string { return &d.Exposure }),
	prose("initialAnalysis", func(i model.Incident) string { return i.InitialAnalysis }, func(d *app.Details) **string { return &d.InitialAnalysis }),
	prose("impact", func(i model.Incident) string { return i.Impact }, func(d *app.Details) **string { return &d.Impact }),
	prose("analysis", func(i model.Incident) string { return i.Analysis }, func(d *app.Details) **string { return &d.Analysis }),
	prose("rootCause", func(i model.Incident) string { return i.RootCause }, func(d *app.Details) **string { return &d.RootCause }),
	prose("lessons", func(i model.Incident) string { return i.Lessons }, func(d *app.Details) **string { return &d.Lessons }),
	prose("recommendations", func(i model.Incident) string { return i.Recommendations }, func(d *app.Details) **string { return &d.Recommendations }),
	prose("conclusion", func(i model.Incident) string { return i.Conclusion }, func(d *app.Details) **string { return &d.Conclusion }),
	prose("announcement", func(i model.Incident) string { return i.Announcement }, func(d *app.Details) **string { return &d.Announcement }),
	prose("notAnnounced", func(i model.Incident) string { return i.NotAnnounced }, func(d *app.Details) **string { return &d.NotAnnounced }),
)

func byName(fields ...detailField) map[string]detailField {
	named := map[string]detailField{}
	for _, f := range fields {
		named[f.name] = f
	}
	return named
}

// line1 is a field of one line.
func line1(name string, get func(model.Incident) string, into func(*app.Details) **string) detailField {
	return written(name, get, into, func() *widgets.Entry { return widgets.NewEntry("") })
}

// prose is a field of several lines over the whole width.
func prose(name string, get func(model.Incident) string, into func(*app.Details) **string) detailField {
	f := written(name, get, into, func() *widgets.Entry { return widgets.NewLongEntry("", 3) })
	f.wide = true
	return f
}

func written(name string, get func(model.Incident) string, into func(*app.Details) **string, entry func() *widgets.Entry) detailField {
	return detailField{name: name, show: func(_ *Page, i model.Incident) string { return get(i) },
		ask: func(_ *Page, i model.Incident) (fyne.CanvasObject, func(*app.Details) error) {
			e := entry()
			e.SetText(get(i))
			return e, func(d *app.Details) error {
				*into(d) = &e.Text
				return nil
			}
		}}
}

// chosen is a value of a closed set.
func chosen[T worded](name string, set []T, get func(model.Incident) T, into func(*app.Details) **T) detailField {
	return picked(name, func(p *Page) []widgets.Choice { return choicesOf(p, set) },
		func(i model.Incident) string { return string(get(i)) },
		func(p *Page, i model.Incident) string { return wordOf(p, get(i)) },
		func(d *app.Details, key string) { value := T(key); *into(d) = &value })
}

// picked is one of a list.
func picked(name string, choices func(*Page) []widgets.Choice, key func(model.Incident) string,
	show func(*Page, model.Incident) string, into func(*app.Details, string)) detailField {
	return detailField{name: name, show: show,
		ask: func(p *Page, i model.Incident) (fyne.CanvasObject, func(*app.Details) error) {
			pick := p.pick(choices(p), key(i))
			return pick, func(d *app.Details) error {
				// What the list no longer offers stays as it is.
				if pick.Selected() != "" || p.offered(choices(p), key(i)) {
					into(d, pick.Selected())
				}
				return nil
			}
		}}
}

func (p *Page) offered(choices []widgets.Choice, key string) bool {
	for _, c := range choices {
		if c.Key == key {
			return true
		}
	}
	return false
}

func instant(name string, get func(model.Incident) model.Instant, into func(*app.Details) **model.Instant) detailField {
	return detailField{name: name,
		show: func(p *Page, i model.Incident) string { return p.dateTime(get(i)) },
		ask: func(p *Page, i model.Incident) (fyne.CanvasObject, func(*app.Details) error) {
			w := p.when(get(i))
			return w.When, func(d *app.Details) error {
				at, err := w.at(name)
				*into(d) = &at
				return err
			}
		}}
}

func yes(name string, get func(model.Incident) bool, into func(*app.Details) **bool) detailField {
	return detailField{name: name,
		show: func(p *Page, i model.Incident) string { return p.yesNo(get(i)) },
		ask: func(p *Page, i model.Incident) (fyne.CanvasObject, func(*app.Details) error) {
			box := widgets.NewCheck(p.T("common.yes"), nil)
			box.SetChecked(get(i))
			return box, func(d *app.Details) error {
				*into(d) = &box.Checked
				return nil
			}
		}}
}

func (p *Page) dateTime(at model.Instant) string {
	if !at.Known() {
		return ""
	}
	return p.Book.DateTime(at.Time())
}

func (p *Page) yesNo(b bool) string {
	if b {
		return p.T("common.yes")
	}
	return p.T("common.no")
}

// detailForm asks for some fields of an incident.
type detailForm struct {
	fields []*widgets.Field
	into   []func(*app.Details) error
}

func (p *Page) newDetailForm(i model.Incident, names ...string) *detailForm {
	f := &detailForm{}
	for _, name := range names {
		field := detailFields[name]
		input, into := field.ask(p, i)
		asked := p.labelled(name, input)
		if field.wide {
			asked.Wide()
		}
		f.fields, f.into = append(f.fields, asked), append(f.into, into)
	}
	return f
}

// details are the answers.
func (f *detailForm) details() (d app.Details, err error) {
	for _, into := range f.into {
		if err := into(&d); err != nil {
			return d, err
		}
	}
	return d, nil
}
