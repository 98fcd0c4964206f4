package exchange

import (
	"time"

	"fyne.io/fyne/v2"

	"siaga/app"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// inviteDays is how long an invitation holds unless somebody says otherwise.
const inviteDays = 7

// askInvite asks what a new desk is to be called and until when it may join.
func (s *desks) askInvite() {
	name, expires := widgets.NewEntry(s.T("exchange.invite.example")), s.newWhen()
	expires.SetValue(s.Doors.Now().AddDate(0, 0, inviteDays))
	form := widgets.NewForm(widgets.NewField("name", s.T("exchange.invite.name"), name).Required(),
		widgets.NewField("expires", s.T("exchange.invite.expires"), expires).Hint(s.T("exchange.invite.hint")))
	d := &widgets.Dialog{Title: s.T("exchange.invite"), Content: form, Primary: s.T("exchange.invite.write"), Secondary: s.T("common.cancel")}
	d.OnPrimary = func() bool {
		mistakes := map[string]string{}
		invite := app.Invite{Name: name.Text, Expires: s.instant("expires", expires, mistakes)}
		if invite.Name == "" {
			mistakes["name"] = s.Book.Refusal(model.RefuseAt("name", "refuse.required"))
		}
		if invite.Expires.Known() && invite.Expires <= s.now() {
			mistakes["expires"] = s.Book.Refusal(model.RefuseAt("expires", "refuse.invitation-past"))
		}
		d.OnClose = func() { s.invite(invite) }
		if len(mistakes) > 0 {
			d.OnClose = nil
		}
		return d.ShowErrors(mistakes)
	}
	d.Show(s.Canvas())
}

// invitation is an invitation as it was written.
type invitation struct {
	app.Invited
	name, path string
}

// invite writes the file of an invitation and shows its passphrase, this one
// time.
func (s *desks) invite(i app.Invite) {
	file, err := s.desk.NewFileName()
	if err != nil {
		s.Fail(err)
		return
	}
	s.Choose.Save(s.T("exchange.invite.where"), file, func(path string) {
		place.Long(s.Around, s.T("exchange.writing"), func(progress app.Progress) (invitation, error) {
			done, err := s.desk.Invite(path, i, progress)
			return invitation{done, i.Name, path}, err
		}, s.showInvitation)
	})
}

func (s *desks) showInvitation(i invitation, err error) {
	if err != nil {
		s.Fail(err)
		return
	}
	lines := []fyne.CanvasObject{widgets.NewProse(s.T("exchange.invite.done", "Letter", i.Letter, "Name", i.name, "At", i.Expires.Time()))}
	lines = append(lines, s.aloud(i.Passphrase)...)
	s.result(s.T("exchange.invite.title"), i.path, append(lines, widgets.NewProse(s.T("exchange.invite.next")), s.lies(i.path))...)
	s.reload()
}

// askWithdraw ends an invitation with a reason.
func (s *desks) askWithdraw(i model.Invitation) {
	widgets.Confirm{Title: s.T("exchange.withdraw"), Sentence: s.T("exchange.withdraw.sentence", "Name", i.Name),
		Reason: s.T("common.reason"), Missing: s.T("refuse.reason"), Primary: s.T("common.withdraw"), Secondary: s.T("common.cancel"),
		OnConfirm: func(reason string) {
			s.order(app.WithdrawInvitation{Invitation: string(i.ID), Reason: reason}, s.T("exchange.withdrawn", "Name", i.Name))
		}}.Show(s.Canvas())
}

// order gives an order and tells what was done, or why it was refused.
func (p *Page) order(c app.Command, done string) {
	if _, err := p.desk.Do(app.Order{Command: c}); err != nil {
		p.Fail(err)
		return
	}
	p.Tell(look.Kept, done, nil)
	p.Reload()
}

// zone is the office's.
func (p *Page) zone() *time.Location {
	zone, _ := p.desk.Zone()
	return zone
}
