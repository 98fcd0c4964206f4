package incidents

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"siaga/model"
	"siaga/ui/widgets"
)

// section is one part of what is known about an incident, shown below its head.
type section struct {
	name  string
	count func(model.Incident) int // beside the name; nil for none
	draw  func(*detail) fyne.CanvasObject
}

// firstSection is shown at opening.
const firstSection = "overview"

// sections are the parts in the order of their chips.
func sections() []section {
	return []section{
		{firstSection, nil, (*detail).overview},
		{"chronology", func(i model.Incident) int { return len(i.Chronology) + len(i.Warnings) + len(i.Relays) }, (*detail).chronology},
		{"actions", func(i model.Incident) int { return len(i.Actions) }, (*detail).actions},
		{"evidence", func(i model.Incident) int { return len(i.Evidence) }, (*detail).evidence},
		{"warnings", func(i model.Incident) int { return len(i.Warnings) + len(i.Relays) }, (*detail).warnings},
		{"notices", func(i model.Incident) int { return len(i.Notices) + len(i.Shares) }, (*detail).notices},
		{"notes", func(i model.Incident) int { return len(i.Notes) }, (*detail).notes},
		{"related", func(i model.Incident) int { return len(i.Links) }, (*detail).relatedSection},
		{"papers", nil, (*detail).papers},
		{"history", nil, (*detail).history},
	}
}

// sectionNamed is nil for a name that no section has.
func sectionNamed(name string) *section {
	for _, s := range sections() {
		if s.name == name {
			return &s
		}
	}
	return nil
}

// tabChosen shows another section; the one that is shown cannot be switched off.
func (d *detail) tabChosen(active []string) {
	if len(active) > 0 {
		d.section = active[0]
	}
	d.drawSection()
	d.showSection()
}

// showSection brings the chosen section up to the top of the page, once it has
// been laid out: on a small window it begins below what is seen.
func (d *detail) showSection() {
	if d.section == firstSection {
		d.scroll.ScrollToTop()
		return
	}
	widgets.Run(d.Doors, func() bool { return true }, func(bool) {
		d.scroll.ScrollToOffset(fyne.NewPos(0, max(0, d.tabs.Position().Y-theme.Padding())))
	})
}

func (d *detail) drawSection() {
	var chips []widgets.Chip
	for _, s := range sections() {
		chip := widgets.Chip{Key: s.name, Word: d.T("incidents.section." + s.name), Count: -1}
		if s.count != nil {
			chip.Count = s.count(d.incident)
		}
		chips = append(chips, chip)
	}
	d.tabs.SetChips(chips...)
	d.tabs.SetActive(d.section)
	d.setBody(sectionNamed(d.section).draw(d))
}

func (d *detail) setBody(content fyne.CanvasObject) {
	d.body.Objects = []fyne.CanvasObject{content}
	d.body.Refresh()
	d.scroll.Refresh()
}
