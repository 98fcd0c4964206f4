package welcome

import (
	"siaga/app"
	"siaga/app/vault"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// Unlock asks for the passphrase, or for the recovery key.
type Unlock struct {
	*screen
	unlock func(vault.Credential) error
	open   func()
}

// NewUnlock returns the question for the passphrase. unlock opens the desk,
// beside the window; open goes on into it.
func NewUnlock(around place.Around, unlock func(vault.Credential) error, open func()) *Unlock {
	u := &Unlock{screen: newScreen(around), unlock: unlock, open: open}
	u.askPassphrase()
	return u
}

func (u *Unlock) askPassphrase() {
	typed := widgets.NewSecret("")
	form := widgets.NewForm(widgets.NewField("passphrase", u.around.T("field.passphrase"), typed).Required())
	form.OnSubmit = func() { u.try(vault.Passphrase(typed.Text)) }
	typed.OnSubmitted = func(string) { form.Submit() }
	u.show(u.around.T("welcome.unlock.title"), form,
		widgets.NewPrimary(u.around.T("welcome.unlock"), nil, form.Submit),
		widgets.NewQuiet(u.around.T("welcome.unlock.use-key"), nil, u.askKey))
}

func (u *Unlock) askKey() {
	typed := widgets.NewEntry("AAAAA-AAAAA-…")
	form := widgets.NewForm(widgets.NewField("recovery", u.around.T("welcome.unlock.key"), typed).Required().Hint(u.around.T("welcome.unlock.key.hint")))
	form.OnSubmit = func() { u.try(vault.Recovery(typed.Text)) }
	typed.OnSubmitted = func(string) { form.Submit() }
	u.show(u.around.T("welcome.unlock.key.title"), form,
		widgets.NewPrimary(u.around.T("welcome.unlock"), nil, form.Submit),
		widgets.NewQuiet(u.around.T("welcome.unlock.use-passphrase"), nil, u.askPassphrase))
}

// try opens the desk; a refusal is told with what was typed still there.
func (u *Unlock) try(with vault.Credential) {
	progress := widgets.NewProgress(u.around.T("welcome.unlocking"), "")
	progress.Show(u.around.Canvas())
	widgets.Run(u.around.Doors, func() error { return u.unlock(with) }, func(err error) {
		progress.Hide()
		if err != nil {
			u.say(look.Breached, u.around.Book.Refusal(err)) // too long to stand under the field
			u.Focus()
			return
		}
		u.open()
	})
}

// People is what the question who sits at the desk asks of the desk.
type People interface {
	People() []model.Person
	AtDesk() (model.Person, bool)
	Sit(app.PersonRef) error
}

// Sitting asks who sits at the desk.
type Sitting struct{ *screen }

// NewSitting returns the question who sits at the desk; open goes on.
func NewSitting(around place.Around, desk People, open func()) *Sitting {
	s := &Sitting{newScreen(around)}
	var choices []widgets.Choice
	for _, p := range desk.People() {
		if p.Retired == "" {
			choices = append(choices, widgets.Choice{Key: string(p.ID), Title: p.Name, Subtitle: p.JobTitle})
		}
	}
	pick := widgets.NewPick(around.T("common.choose"), choices)
	pick.Nothing = around.T("common.none")
	if p, ok := desk.AtDesk(); ok {
		pick.SetSelected(string(p.ID))
	}
	form := widgets.NewForm(widgets.NewField("by", around.T("welcome.sitting"), pick).Hint(around.T("welcome.sitting.hint")))
	form.OnSubmit = func() {
		if err := desk.Sit(app.PersonRef(pick.Selected())); err != nil {
			form.ShowErrors(map[string]string{"by": around.Book.Refusal(err)})
			s.root.Refresh()
			return
		}
		open()
	}
	next := widgets.NewPrimary(around.T("common.next"), nil, form.Submit)
	s.show(around.T("welcome.sitting.title"), form, next)
	return s
}
