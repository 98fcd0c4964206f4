package exchange

import (
	"strconv"
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
	name, expires, as := widgets.NewEntry(s.T("exchange.invite.example")), s.newWhen(), widgets.NewPick(s.T("common.choose"), s.shapes())
	expires.SetValue(s.Doors.Now().AddDate(0, 0, inviteDays))
	as.SetSelected(asFile)
	form := widgets.NewForm(widgets.NewField("name", s.T("exchange.invite.name"), name).Required(),
		widgets.NewField("expires", s.T("exchange.invite.expires"), expires).Hint(s.T("exchange.invite.hint")),
		widgets.NewField("as", s.T("exchange.send.as"), as).Hint(s.T("exchange.as.pieces.hint")))
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
		d.OnClose = func() { s.invite(invite, sizeOf(as.Selected())) }
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
	name   string
	pieces []string // or the whole file
}

// shapes are how an invitation can travel: it holds all that the office has.
func (s *desks) shapes() []widgets.Choice {
	choices := []widgets.Choice{{Key: asFile, Title: s.T("exchange.as.file")}}
	for _, size := range sizes {
		choices = append(choices, widgets.Choice{Key: strconv.Itoa(size), Title: s.T("exchange.invite.pieces", "Size", size)})
	}
	return choices
}

// sizeOf is how large a piece may be, in bytes; 0 leaves the file whole.
func sizeOf(chosen string) int64 {
	size, err := strconv.ParseInt(chosen, 10, 64)
	if err != nil {
		return 0
	}
	return size * app.Megabyte
}

// invite writes the file of an invitation and shows its passphrase, this one
// time.
func (s *desks) invite(i app.Invite, size int64) {
	file, err := s.desk.NewFileName()
	if err != nil {
		s.Fail(err)
		return
	}
	s.Choose.Save(s.T("exchange.invite.where"), file, func(path string) {
		place.Long(s.Around, s.T("exchange.writing"), func(progress app.Progress) (out invitation, err error) {
			out.name = i.Name
			if out.Invited, err = s.desk.Invite(path, i, progress); err == nil {
				out.pieces, err = inPieces(path, size)
			}
			return out, err
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
	if len(i.pieces) > 1 {
		lines = append(lines, widgets.NewProse(s.Book.N("exchange.sent.pieces", len(i.pieces))))
	}
	s.result(s.T("exchange.invite.title"), i.pieces[0], append(lines, widgets.NewProse(s.T("exchange.invite.next")), s.lies(i.pieces[0]))...)
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
