package settings

import (
	"strconv"

	"siaga/app/settings"
	"siaga/locales"
	"siaga/ui/widgets"
)

// scales are the sizes of text to choose from.
var scales = []float32{0.85, 1, 1.15, 1.3, 1.5}

// lookSection is how this window looks; each choice holds at once.
func (p *Page) lookSection() section {
	var languages, themes, sizes []widgets.Choice
	for _, lang := range locales.Langs() {
		languages = append(languages, widgets.Choice{Key: string(lang), Title: p.around.T("language." + string(lang))})
	}
	for _, theme := range []settings.Theme{settings.System, settings.Light, settings.Dark} {
		themes = append(themes, widgets.Choice{Key: string(theme), Title: p.around.T("settings.theme." + string(theme))})
	}
	for _, scale := range scales {
		sizes = append(sizes, widgets.Choice{Key: scaleKey(scale), Title: p.around.Book.Percent(float64(scale))})
	}
	language := p.lookPick(languages, func(c *settings.Choices, key string) { c.Language = key })
	theme := p.lookPick(themes, func(c *settings.Choices, key string) { c.Theme = settings.Theme(key) })
	size := p.lookPick(sizes, func(c *settings.Choices, key string) {
		for _, scale := range scales {
			if scaleKey(scale) == key {
				c.TextScale = scale
			}
		}
	})
	contrast := widgets.NewCheck(p.around.T("settings.contrast"), nil)
	chosen := p.around.Settings.Choices()
	contrast.Checked = chosen.Contrast
	contrast.OnChanged = func(on bool) { p.choose(func(c *settings.Choices) { c.Contrast = on }) }
	language.SetSelected(chosen.Language)
	theme.SetSelected(string(chosen.Theme))
	size.SetSelected(scaleKey(chosen.TextScale))
	form := widgets.NewForm(
		widgets.NewField("language", p.around.T("settings.language"), language).Hint(p.around.T("settings.language.hint")),
		widgets.NewField("theme", p.around.T("settings.theme"), theme),
		widgets.NewField("scale", p.around.T("settings.scale"), size),
		widgets.NewField("contrast", p.around.T("settings.contrast.label"), contrast))
	return section{"look", widgets.Scrolled(widgets.Stacked(widgets.NewSection(p.around.T("settings.part.look"), nil, form))), func() {}}
}

func scaleKey(scale float32) string { return strconv.FormatFloat(float64(scale), 'f', 2, 32) }

func (p *Page) lookPick(choices []widgets.Choice, write func(*settings.Choices, string)) *widgets.Pick {
	pick := widgets.NewPick("", choices)
	pick.Nothing = p.around.T("common.none")
	pick.OnChange = func(key string) {
		if key != "" {
			p.choose(func(c *settings.Choices) { write(c, key) })
		}
	}
	return pick
}

// choose keeps a choice of this computer and lets the window put it on.
func (p *Page) choose(edit func(*settings.Choices)) {
	if err := p.around.Settings.Change(edit); err != nil {
		p.around.Fail(err)
		return
	}
	p.program.OnLook()
}
