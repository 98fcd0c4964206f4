package exchange

import (
	"strings"

	"siaga/app"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// askCompare shows a desk's fingerprint, to be compared with what is read aloud
// there; what is typed in is compared by the desk.
func (s *desks) askCompare(k model.DeskInfo) {
	typed := widgets.NewEntry("12345 67890 …")
	form := widgets.NewForm(widgets.NewField("", "", widgets.NewProse(s.T("exchange.compare.sentence", "Name", s.all.Named(k)))),
		widgets.NewField("", "", widgets.NewSpelled(k.Fingerprint())),
		widgets.NewField("fingerprint", s.T("exchange.compare.typed"), typed).Hint(s.T("exchange.compare.hint")))
	d := &widgets.Dialog{Title: s.T("exchange.compare"), Content: form, Primary: s.T("exchange.compare.same"), Secondary: s.T("common.cancel")}
	d.OnPrimary = func() bool {
		heard := typed.Text
		if strings.TrimSpace(heard) == "" {
			heard = k.Fingerprint() // compared by ear
		}
		return s.send(d, app.CompareDesk{Desk: string(k.Desk), Fingerprint: heard}, s.T("exchange.compare.done", "Name", s.all.Named(k)))
	}
	d.Show(s.Canvas())
}

// askAmend renames a desk, or says until when its files are taken in.
func (s *desks) askAmend(k model.DeskInfo) {
	name, expires := widgets.NewEntry(""), s.newWhen()
	name.SetText(k.Name)
	fields := []*widgets.Field{widgets.NewField("name", s.T("exchange.invite.name"), name).Required()}
	if k.Expires.Known() {
		expires.SetValue(k.Expires.Time())
	}
	if k.Desk != s.me {
		fields = append(fields, widgets.NewField("expires", s.T("exchange.column.expires"), expires).Hint(s.T("exchange.expires.hint")))
	}
	d := &widgets.Dialog{Title: s.T("exchange.amend", "Name", s.all.Named(k)), Content: widgets.NewForm(fields...), Primary: s.T("common.save"), Secondary: s.T("common.cancel")}
	d.OnPrimary = func() bool {
		mistakes := map[string]string{}
		until := s.instant("expires", expires, mistakes)
		if len(mistakes) > 0 {
			return d.ShowErrors(mistakes)
		}
		return s.send(d, app.AmendDesk{Desk: string(k.Desk), Name: &name.Text, Expires: &until}, s.T("exchange.amended", "Name", name.Text))
	}
	d.Show(s.Canvas())
}

// send gives the order of a dialog; a refusal stays in it.
func (s *desks) send(d *widgets.Dialog, c app.Command, done string) bool {
	if _, err := s.desk.Do(app.Order{Command: c}); err != nil {
		return d.ShowErrors(s.Errors(err))
	}
	s.Tell(look.Kept, done, nil)
	s.reload()
	return true
}

// askRevoke ends that a desk's files are taken in, with a reason.
func (s *desks) askRevoke(k model.DeskInfo) {
	widgets.Confirm{Title: s.T("exchange.revoke.title", "Name", s.all.Named(k)), Sentence: s.T("exchange.revoke.sentence"), Danger: true,
		Reason: s.T("common.reason"), Missing: s.T("refuse.reason"), Primary: s.T("exchange.revoke"), Secondary: s.T("common.cancel"),
		OnConfirm: func(reason string) {
			s.order(app.RevokeDesk{Desk: string(k.Desk), Reason: reason}, s.T("exchange.revoked", "Name", s.all.Named(k)))
		}}.Show(s.Canvas())
}
