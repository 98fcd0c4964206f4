package incidents

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"siaga/app"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// shareDialog asks what another CSIRT is to be told of some incidents.
type shareDialog struct {
	*Page
	shown *widgets.Dialog
	to    *widgets.Entry
	need  *widgets.Entry // nil where no label asks for it
	tells []*telling
}

// telling is what one of the incidents asks for.
type telling struct {
	incident            model.Incident
	summary, indicators *widgets.Entry
	texts               *ticks
}

func (d *detail) askShare() { d.Page.askShare(d.incident.ID) }

// askShare opens the dialog, or says why one of the incidents may not be shared.
func (p *Page) askShare(chosen ...model.IncidentID) {
	s := &shareDialog{Page: p, to: widgets.NewEntry(p.T("share.to.example"))}
	for _, id := range chosen {
		i, err := p.desk.Incident(app.IncidentRef(id))
		if err == nil {
			err = i.MayShare()
		}
		if err != nil {
			p.Fail(err)
			return
		}
		s.tells = append(s.tells, p.newTelling(i))
		if i.TLP == model.TLPAmber && s.need == nil {
			s.need = widgets.NewLongEntry("", 2)
		}
	}
	s.shown = &widgets.Dialog{Title: p.Book.N("share.title", len(chosen)), Content: widgets.NewForm(s.fields()...), Width: 760,
		Primary: p.T("share.write"), Secondary: p.T("common.cancel"), OnPrimary: s.confirm}
	s.shown.Show(p.Canvas())
}

func (p *Page) newTelling(i model.Incident) *telling {
	t := &telling{incident: i, summary: widgets.NewLongEntry("", 4), indicators: widgets.NewLongEntry("", 2), texts: newTicks(nil, nil)}
	t.indicators.SetText(strings.Join(i.Indicators(), "\n"))
	for _, field := range model.Shareable {
		if text := i.ShareableText(field); text != "" {
			t.texts.add(widgets.Choice{Key: field, Title: p.fieldLabel(field)}, false)
			t.texts.box.Add(container.NewPadded(widgets.NewProse(text))) // to be read before it is ticked
		}
	}
	return t
}

func (s *shareDialog) fields() []*widgets.Field {
	fields := []*widgets.Field{widgets.NewField("to", s.T("share.to"), s.to).Required().Wide()}
	if s.need != nil {
		fields = append(fields, s.labelled("needToKnow", s.need).Required().Wide().Hint(s.T("share.need.hint")))
	}
	for n, t := range s.tells {
		fields = append(fields, s.fieldsOf(n, t)...)
	}
	return fields
}

// fieldsOf are the questions about one of the incidents, below its label.
func (s *shareDialog) fieldsOf(n int, t *telling) []*widgets.Field {
	i := t.incident
	field := func(name, label string, input fyne.CanvasObject) *widgets.Field {
		return widgets.NewField(app.TellingField(n, name), label, input).Wide()
	}
	badge := container.NewCenter(widgets.NewTLP(s.Book.Word(i.TLP), tlpInk[i.TLP]))
	rule := container.NewBorder(nil, nil, badge, nil, widgets.NewProse(s.T("tlp.rule."+string(i.TLP), "TLP", i.TLP)))
	texts := field("with", s.T("share.texts"), t.texts.box).Hint(s.T("share.texts.hint"))
	if len(t.texts.keys) == 0 {
		texts = field("with", s.T("share.texts"), widgets.NewProse(s.T("share.texts.none")))
	}
	return []*widgets.Field{
		field("tlp", joined(string(i.Ticket), i.Title), rule),
		field("summary", s.T("field.summary"), t.summary).Required().Hint(s.T("share.summary.hint")),
		texts,
		field("indicators", s.T("field.indicators"), t.indicators).Hint(s.T("share.indicators.hint")),
	}
}

// order is what the dialog says.
func (s *shareDialog) order() app.ShareOut {
	out := app.ShareOut{To: s.to.Text}
	if s.need != nil {
		out.NeedToKnow = s.need.Text
	}
	for _, t := range s.tells {
		out.Incidents = append(out.Incidents, app.Telling{Incident: app.IncidentRef(t.incident.ID), Summary: t.summary.Text,
			Indicators: linesOf(t.indicators.Text), Fields: t.texts.ticked()})
	}
	return out
}

// linesOf are the lines of a text that are not blank; none is an answer too.
func linesOf(text string) []string {
	lines := []string{}
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

// confirm asks where the file is to lie; the dialog stays until it lies there, so
// that nothing typed is lost.
func (s *shareDialog) confirm() bool {
	order := s.order()
	if _, err := s.desk.Tell(order); err != nil {
		return s.shown.ShowErrors(s.Errors(err))
	}
	name, err := s.desk.NewFileName()
	if err != nil {
		return s.shown.ShowErrors(s.Errors(err))
	}
	s.Choose.Save(s.T("share.where"), name, func(path string) { s.write(path, order) })
	return false
}

func (s *shareDialog) write(path string, order app.ShareOut) {
	type answer struct {
		out app.SharedOut
		err error
	}
	widgets.Run(s.Doors, func() answer {
		out, err := s.desk.Share(path, order, nil)
		return answer{out, err}
	}, func(a answer) {
		if a.err != nil {
			s.shown.ShowErrors(s.Errors(a.err))
			return
		}
		s.shown.OnClose = func() { s.tell(path, order.To, a.out) }
		s.shown.Hide()
	})
}

// tell shows the passphrase, this one time.
func (s *shareDialog) tell(path, to string, out app.SharedOut) {
	d := &widgets.Dialog{Title: s.T("share.done.title", "To", to), Width: 620, Primary: s.T("common.openfolder"), Secondary: s.T("common.close")}
	copied := widgets.NewButton(s.T("common.copy"), look.IconCopy, func() { fyne.CurrentApp().Clipboard().SetContent(out.Passphrase) })
	d.Content = widgets.Stacked(widgets.NewProse(s.T("share.aloud", "To", to)), widgets.NewSpelled(out.Passphrase), widgets.NewFlow(copied),
		widgets.NewProse(s.T("share.next", "Path", path, "Size", s.Book.Bytes(out.Bytes))))
	d.OnPrimary = func() bool {
		if err := s.Files.Show(filepath.Dir(path)); err != nil {
			s.Fail(err)
		}
		return false // the passphrase is not shown again
	}
	d.Show(s.Canvas())
}

// shares are the other CSIRTs that were told of the incident; nothing when none was.
func (d *detail) shares() []fyne.CanvasObject {
	if len(d.incident.Shares) == 0 {
		return nil
	}
	moments := make([]widgets.Moment, len(d.incident.Shares))
	for n, h := range d.incident.Shares {
		at := h.At
		h.At = 0 // it stands above the row
		moments[n] = widgets.Moment{When: d.dateTime(at), Who: d.names.people[h.By], Text: d.Book.Sharing(h, d.desk), Icon: look.IconExport, Tone: look.Neutral}
	}
	line := widgets.NewTimeline()
	line.SetMoments(moments)
	return []fyne.CanvasObject{widgets.NewSection(d.T("field.shares"), nil, line)}
}
