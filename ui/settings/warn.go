package settings

import (
	"fmt"
	"strconv"
	"strings"

	"siaga/app"
	"siaga/app/settings"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// warnSection is how this computer announces warnings, and the office's chain of
// escalation.
func (p *Page) warnSection() section {
	chosen := p.around.Settings.Choices()
	quiet := widgets.NewEntry("")
	quiet.SetText(chosen.QuietHours.String())
	form := widgets.NewForm(
		p.choice("settings.warn.system", !chosen.Quiet, func(c *settings.Choices, on bool) { c.Quiet = !on }),
		p.choice("settings.warn.sound", chosen.Sound, func(c *settings.Choices, on bool) { c.Sound = on }),
		p.choice("settings.warn.tray", chosen.Tray, func(c *settings.Choices, on bool) { c.Tray = on }),
		p.choice("settings.warn.hidden", chosen.Hidden, func(c *settings.Choices, on bool) { c.Hidden = on }).Hint(p.around.T("settings.warn.hidden.hint")),
		widgets.NewField("quiet", p.around.T("settings.warn.quiet"), quiet).Hint(p.around.T("settings.warn.quiet.hint")).Wide())
	form.OnSubmit = func() { p.saveQuiet(form, quiet.Text) }
	chain := p.newLineForm(line{id: "escalation", tall: 5, hint: "settings.escalation.hint",
		read: func(o model.Office) string { return chainText(o.Escalation) }, write: func(*app.AmendOffice, string) {}})
	chain.OnSubmit = func() { p.saveChain(chain) }
	return section{"warn", widgets.Scrolled(widgets.Stacked(
		widgets.NewSection(p.around.T("settings.warn.desk"), nil, form), p.saveButton(form.Submit),
		widgets.NewSection(p.around.T("settings.escalation"), nil, chain), p.saveButton(chain.Submit))), chain.show}
}

// choice is a tick that holds at once, on this computer.
func (p *Page) choice(key string, on bool, write func(*settings.Choices, bool)) *widgets.Field {
	check := widgets.NewCheck(p.around.T(key+".label"), nil)
	check.Checked = on
	check.OnChanged = func(on bool) {
		if err := p.around.Settings.Change(func(c *settings.Choices) { write(c, on) }); err != nil {
			p.around.Fail(err)
		}
	}
	return widgets.NewField(key, p.around.T(key), check)
}

func (p *Page) saveQuiet(form *widgets.Form, text string) {
	hours, err := settings.ParseHours(text)
	if err == nil {
		err = p.around.Settings.Change(func(c *settings.Choices) { c.QuietHours = hours })
	}
	if err != nil {
		form.ShowErrors(p.around.Errors(err))
		return
	}
	form.ShowErrors(nil)
	p.around.Tell(look.Kept, p.around.T("settings.warn.saved"), nil)
}

func (p *Page) saveChain(form *lineForm) {
	chain, err := readChain(form.text("escalation"))
	if err != nil {
		form.ShowErrors(p.around.Errors(err))
		return
	}
	if p.amend(app.AmendOffice{Escalation: &chain}, form.Form) {
		form.shown[0] = form.text("escalation")
		p.Reload()
	}
}

// chainText is the chain as it is typed, one turn a line: 100+30 IV.
func chainText(chain []model.Rung) string {
	var lines []string
	for _, r := range chain {
		when := strconv.Itoa(r.Percent)
		if r.Minutes > 0 {
			when += "+" + strconv.Itoa(r.Minutes)
		}
		lines = append(lines, when+" "+string(r.Post))
	}
	return strings.Join(lines, "\n")
}

// readChain reads what chainText writes; it refuses a line that cannot be read.
func readChain(text string) (chain []model.Rung, err error) {
	for _, l := range listed(text) {
		var r model.Rung
		when, post, ok := strings.Cut(strings.Join(strings.Fields(l), " "), " ")
		percent, minutes, more := strings.Cut(when, "+")
		_, err := fmt.Sscan(percent, &r.Percent)
		if more && err == nil {
			_, err = fmt.Sscan(minutes, &r.Minutes)
		}
		if !ok || err != nil {
			return nil, model.RefuseAt("escalation", "refuse.escalation-line", "Value", l)
		}
		r.Post = model.Post(post)
		chain = append(chain, r)
	}
	return chain, nil
}
