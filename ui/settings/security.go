package settings

import (
	"fyne.io/fyne/v2"

	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// securitySection is the ways to open the desk.
func (p *Page) securitySection() section {
	old, next, again := widgets.NewSecret(""), widgets.NewSecret(""), widgets.NewSecret("")
	form := widgets.NewForm(
		widgets.NewField("old", p.around.T("settings.passphrase.old"), old).Required().Wide(),
		widgets.NewField("passphrase", p.around.T("settings.passphrase.new"), next).Required().Hint(p.around.T("settings.passphrase.hint")),
		widgets.NewField("again", p.around.T("settings.passphrase.again"), again).Required())
	change := func() {
		if next.Text != again.Text {
			form.ShowErrors(map[string]string{"again": p.around.Book.Refusal(model.Refuse("refuse.passphrase-twice"))})
			return
		}
		was, will := old.Text, next.Text
		widgets.Run(p.around.Doors, func() error { return p.desk.ChangePassphrase(p.program.Cost, was, will) }, func(err error) {
			if err != nil {
				p.refusedPassphrase(form, err)
				return
			}
			for _, entry := range []*widgets.Entry{old, next, again} {
				entry.SetText("")
			}
			form.ShowErrors(nil)
			p.around.Tell(look.Kept, p.around.T("settings.passphrase.done"), nil)
		})
	}
	form.OnSubmit = change
	passphrase := widgets.NewSection(p.around.T("settings.passphrase"), nil, widgets.Stacked(form,
		widgets.NewFlow(widgets.NewPrimary(p.around.T("settings.passphrase.change"), look.IconLock, form.Submit))))
	recovery := widgets.NewSection(p.around.T("settings.recovery"), nil, widgets.Stacked(
		widgets.NewProse(p.around.T("settings.recovery.sentence")),
		widgets.NewFlow(widgets.NewButton(p.around.T("settings.recovery.new"), look.IconLock, p.newRecoveryKey))))
	return section{"security", widgets.Scrolled(widgets.Stacked(passphrase, recovery)), func() {}}
}

// refusedPassphrase shows a refusal at the passphrase it is about.
func (p *Page) refusedPassphrase(form *widgets.Form, err error) {
	field := "passphrase"
	if r, ok := model.AsRefusal(err); ok && r.Key == "refuse.passphrase" {
		field = "old"
	}
	form.ShowErrors(map[string]string{field: p.around.Book.Refusal(err)})
}

// newRecoveryKey makes one more recovery key and shows it this one time.
func (p *Page) newRecoveryKey() {
	key, err := p.desk.NewRecoveryKey()
	if err != nil {
		p.around.Fail(err)
		return
	}
	shown := widgets.NewEntry("")
	shown.SetText(key)
	shown.TextStyle = fyne.TextStyle{Monospace: true, Bold: true}
	shown.OnChanged = func(string) { shown.SetText(key) } // to be copied, not changed
	copied := widgets.NewButton(p.around.T("common.copy"), look.IconCopy, func() {
		fyne.CurrentApp().Clipboard().SetContent(key)
	})
	d := &widgets.Dialog{Title: p.around.T("settings.recovery.title"), Primary: p.around.T("settings.recovery.kept"), Width: 760,
		Content: widgets.Stacked(widgets.NewProse(p.around.T("settings.recovery.once")), shown, widgets.NewFlow(copied))}
	d.Show(p.around.Canvas())
}
