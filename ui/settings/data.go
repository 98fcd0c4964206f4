package settings

import (
	"strconv"

	"siaga/app"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// dataSection is where the desk's data lies and whether it is whole.
func (p *Page) dataSection() section {
	letter, version := widgets.NewProse(""), strconv.Itoa(model.Version)
	show := func() {
		for _, d := range p.desk.Desks() {
			letter.SetText(p.around.T("settings.data.desk", "Letter", d.Letter, "Name", d.Name))
		}
	}
	open := widgets.NewButton(p.around.T("common.openfolder"), look.IconFolder, func() {
		if err := p.around.Files.Show(p.program.Folder); err != nil {
			p.around.Fail(err)
		}
	})
	lies := widgets.NewSection(p.around.T("settings.data.lies"), nil, widgets.Stacked(
		widgets.NewProse(p.program.Folder), letter, widgets.NewProse(p.around.T("settings.data.backup")), widgets.NewFlow(open)))
	whole := widgets.NewSection(p.around.T("settings.data.whole"), nil, widgets.Stacked(
		widgets.NewProse(p.around.T("settings.data.whole.sentence")),
		widgets.NewFlow(widgets.NewPrimary(p.around.T("settings.data.check"), look.IconShield, p.check),
			widgets.NewButton(p.around.T("settings.data.rebuild"), look.IconRefresh, p.askRebuild))))
	versions := widgets.NewSection(p.around.T("settings.data.versions"), nil,
		widgets.NewProse(p.around.T("settings.data.version", "Version", p.program.Version, "Events", version)))
	return section{"data", widgets.Scrolled(widgets.Stacked(lies, whole, versions)), show}
}

// checked is the answer to a check of the whole desk.
type checked struct {
	app.Checked
	err error
}

// check reads everything and says what was verified.
func (p *Page) check() {
	progress := widgets.NewProgress(p.around.T("settings.data.checking"), "")
	progress.Set(0, p.around.T("settings.data.patience"))
	progress.Show(p.around.Canvas())
	widgets.Run(p.around.Doors, func() checked {
		c, err := p.desk.Check()
		return checked{c, err}
	}, func(c checked) {
		progress.Hide()
		if c.err != nil {
			p.page.Say(look.Breached, p.around.T(app.TroubleKey(c.err)))
			return
		}
		said := p.around.T("settings.data.checked", "Records", int(c.Records), "Segments", c.Segments,
			"Events", int(c.Events), "Chained", int(c.Chained))
		if c.Files+c.Missing > 0 {
			said += " " + p.around.T("settings.data.files", "Files", c.Files, "Missing", c.Missing)
		}
		p.page.Say(look.Kept, said)
	})
}

// askRebuild asks before the store is made again.
func (p *Page) askRebuild() {
	widgets.Confirm{
		Title: p.around.T("settings.data.rebuild"), Sentence: p.around.T("settings.data.rebuild.sentence"),
		Primary: p.around.T("settings.data.rebuild"), Secondary: p.around.T("common.cancel"),
		OnConfirm: func(string) { p.rebuild() },
	}.Show(p.around.Canvas())
}

// rebuilt is the answer to a rebuild.
type rebuilt struct {
	events uint64
	err    error
}

// rebuild makes the store again. It is not broken off: a desk that stands half
// way would have to be repaired.
func (p *Page) rebuild() {
	progress := widgets.NewProgress(p.around.T("settings.data.rebuilding"), "")
	progress.Show(p.around.Canvas())
	widgets.Run(p.around.Doors, func() rebuilt {
		events, err := p.desk.Rebuild(func(events uint64) bool {
			p.around.Doors.Draw(func() { progress.Set(0, p.around.Book.N("settings.data.read", int(events))) })
			return true
		})
		return rebuilt{events, err}
	}, func(r rebuilt) {
		progress.Hide()
		if r.err != nil {
			p.page.Say(look.Breached, p.around.Book.Refusal(r.err))
			return
		}
		p.page.Say(look.Kept, p.around.Book.N("settings.data.rebuilt", int(r.events)))
	})
}
