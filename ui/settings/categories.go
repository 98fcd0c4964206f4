package settings

import (
	"slices"
	"strings"

	"siaga/app"
	"siaga/locales"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// categories is the section of the kinds of incidents and their teams.
type categories struct {
	page  *Page
	table *widgets.Table[model.Category]
}

func (p *Page) categoriesSection() section {
	c := &categories{page: p}
	column := func(id string, width, stretch float32, text func(model.Category) string) widgets.Column[model.Category] {
		return widgets.Column[model.Category]{ID: id, Title: p.around.T("settings.category." + id), Width: width, Stretch: stretch, Text: text,
			Compare: func(a, b model.Category) int { return locales.Compare(text(a), text(b)) }}
	}
	c.table = widgets.NewTable(func(c model.Category) string { return c.Code },
		column("code", 70, 0, func(c model.Category) string { return c.Code }),
		column("indonesian", 200, 2, func(c model.Category) string { return c.Indonesian }),
		column("english", 150, 1, func(c model.Category) string { return c.English }),
		column("rsit", 186, 0, func(c model.Category) string { return c.RSIT }),
		column("team", 64, 0, func(c model.Category) string { return c.Team }))
	c.table.Single = true
	c.table.OnOpen = func(chosen model.Category) { c.ask(chosen) }
	add := widgets.NewPrimary(p.around.T("common.add"), look.IconAdd, func() { c.ask(model.Category{}) })
	edit := widgets.NewButton(p.around.T("common.edit"), look.IconEdit, func() { c.chosen(c.ask) })
	retire := widgets.NewButton(p.around.T("settings.category.retire"), look.IconWithdraw, func() { c.chosen(c.retire) })
	bar := widgets.Toolbar(widgets.NewMuted(p.around.T("settings.categories.hint")), edit, retire, add)
	return section{"categories", widgets.Over(bar, c.table), func() { c.table.SetRows(p.desk.Office().Categories) }}
}

// chosen does something with the selected category, or says that one is to be
// chosen first.
func (c *categories) chosen(do func(model.Category)) {
	if rows := c.table.Selected(); len(rows) == 1 {
		do(rows[0])
		return
	}
	c.page.page.Say(look.Running, c.page.around.T("settings.category.choose"))
}

// ask shows a category to change, an empty one to add.
func (c *categories) ask(was model.Category) {
	around := c.page.around
	code, indonesian, english, rsit := widgets.NewEntry("WDF"), widgets.NewEntry(""), widgets.NewEntry(""), widgets.NewEntry("Intrusions")
	var teams []widgets.Choice
	for _, team := range model.HandlingTeams {
		teams = append(teams, widgets.Choice{Key: team, Title: around.T(model.TeamKey(team))})
	}
	team := widgets.NewPick(around.T("common.choose"), teams)
	code.SetText(was.Code)
	indonesian.SetText(was.Indonesian)
	english.SetText(was.English)
	rsit.SetText(was.RSIT)
	team.SetSelected(was.Team)
	title := "settings.category.add"
	if was.Code != "" {
		title = "settings.category.edit"
		code.Disable() // incidents carry the code
	}
	field := func(id string, input *widgets.Entry) *widgets.Field {
		return widgets.NewField(id, around.T("settings.category."+id), input)
	}
	d := &widgets.Dialog{Title: around.T(title), Primary: around.T("common.save"), Secondary: around.T("common.cancel"),
		Content: widgets.NewForm(field("code", code).Required().Hint(around.T("settings.category.code.hint")), field("indonesian", indonesian).Required(),
			field("english", english).Required(), field("rsit", rsit).Hint(around.T("settings.category.rsit.hint")),
			widgets.NewField("team", around.T("settings.category.team"), team).Required())}
	d.OnPrimary = func() bool {
		return c.put(d, was.Code, model.Category{Code: strings.ToUpper(strings.TrimSpace(code.Text)), Indonesian: strings.TrimSpace(indonesian.Text),
			English: strings.TrimSpace(english.Text), RSIT: strings.TrimSpace(rsit.Text), Team: team.Selected()})
	}
	d.Show(around.Canvas())
}

// put records a category in the place of the one with that code, or as a new
// one; it returns whether the dialog may close.
func (c *categories) put(d *widgets.Dialog, code string, is model.Category) bool {
	list := slices.Clone(c.page.desk.Office().Categories)
	at := slices.IndexFunc(list, func(c model.Category) bool { return c.Code == code })
	if at < 0 {
		list = append(list, is)
	} else {
		list[at] = is
	}
	if _, err := c.page.desk.Do(app.Order{Command: app.AmendOffice{Categories: &list}}); err != nil {
		return d.ShowErrors(c.page.around.Errors(err))
	}
	c.page.Reload()
	c.table.Select(is.Code)
	return true
}

// retire takes a category off the list after asking; incidents keep its code.
func (c *categories) retire(gone model.Category) {
	around := c.page.around
	widgets.Confirm{
		Title: around.T("settings.category.retire.title", "Code", gone.Code), Sentence: around.T("settings.category.retire.sentence", "Code", gone.Code),
		Primary: around.T("settings.category.retire"), Secondary: around.T("common.cancel"),
		OnConfirm: func(string) {
			list := slices.DeleteFunc(slices.Clone(c.page.desk.Office().Categories), func(c model.Category) bool { return c.Code == gone.Code })
			if _, err := c.page.desk.Do(app.Order{Command: app.AmendOffice{Categories: &list}}); err != nil {
				around.Fail(err)
				return
			}
			c.page.Reload()
		},
	}.Show(around.Canvas())
}
