package settings

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"siaga/app"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// overview shows the policy in force, and all of them with what each changed.
func (t *times) overview() {
	all, err := t.page.desk.Policies()
	if err != nil {
		t.page.around.Fail(err)
		return
	}
	at := slices.IndexFunc(all, func(p app.PolicyEntry) bool { return p.State == app.PolicyInForce })
	settle := widgets.NewPrimary(t.page.around.T("settings.times.new"), look.IconAdd, t.write)
	t.draw(widgets.Scrolled(widgets.Stacked(
		widgets.NewSection(t.page.around.T("settings.times.all"), settle, widgets.NewHeight(allHeight, t.list(all))),
		widgets.NewSection(t.page.around.T("policy.entry", "State", app.PolicyInForce, "Since", t.since(all[at])), nil, t.parts(all[at].SettledPolicy)))))
}

const (
	allHeight  = 165
	labelWidth = 190
)

// since names a policy by its day.
func (t *times) since(p app.PolicyEntry) string {
	if p.Day == "" {
		return t.page.around.T("policy.first")
	}
	return t.page.around.T("policy.field", "Date", t.page.around.Book.DayDate(p.Day))
}

// parts are what a policy settles, each part under its name.
func (t *times) parts(p model.SettledPolicy) fyne.CanvasObject {
	list := container.NewVBox()
	add := func(label, words string) {
		list.Add(container.NewBorder(nil, nil, widgets.NewWidth(labelWidth, widgets.NewProse(label)), nil, widgets.NewProse(words)))
	}
	if p.Letter != "" {
		add(t.page.around.T("field.settle-policy.letter"), p.Letter)
	}
	for _, part := range t.page.around.Book.PolicyParts(p.Policy) {
		between := "\n"
		if part.Field == "pauseReasons" || part.Field == "warnings" {
			between = ", "
		}
		add(t.page.around.T("field."+part.Field), strings.ReplaceAll(part.Words, " · ", between))
	}
	return list
}

// list is every policy, the latest first.
func (t *times) list(all []app.PolicyEntry) fyne.CanvasObject {
	around := t.page.around
	column := func(id string, width, stretch float32, text func(app.PolicyEntry) string) widgets.Column[app.PolicyEntry] {
		return widgets.Column[app.PolicyEntry]{ID: id, Title: around.T("settings.times.column." + id), Width: width, Stretch: stretch, Text: text}
	}
	state := column("state", 110, 0, func(p app.PolicyEntry) string { return around.Book.Word(p.State) })
	state.Tone = func(p app.PolicyEntry) look.Tone { return policyTones[p.State] }
	table := widgets.NewTable(func(p app.PolicyEntry) string { return string(p.Day) }, state,
		column("from", 140, 0, func(p app.PolicyEntry) string {
			if p.Day == "" {
				return around.T("format.none")
			}
			return around.Book.DayDate(p.Day)
		}),
		column("letter", 110, 1, func(p app.PolicyEntry) string { return p.Letter }),
		column("by", 120, 1, func(p app.PolicyEntry) string { return t.page.desk.Person(p.By).Name }),
		column("differs", 150, 2, t.differs))
	table.Single = true
	table.OnOpen = t.details
	latest := slices.Clone(all)
	slices.Reverse(latest)
	table.SetRows(latest)
	return table
}

// policyTones are how each state is marked.
var policyTones = map[app.PolicyState]look.Tone{app.PolicyInForce: look.Kept, app.PolicyComing: look.Running, app.PolicyPast: look.Plain}

// differs names what a policy changed.
func (t *times) differs(p app.PolicyEntry) string {
	if p.Disputed {
		return t.page.around.T("settings.times.disputed")
	}
	var labels []string
	for _, part := range t.page.around.Book.PolicyChanges(p.Policy, p.Before) {
		labels = append(labels, t.page.around.T("field."+part.Field))
	}
	return strings.Join(labels, ", ")
}

// details shows all that a policy settled, and who recorded it.
func (t *times) details(p app.PolicyEntry) {
	around := t.page.around
	who := t.page.desk.Person(p.By).Name
	if who == "" {
		who = around.T("common.notrecorded")
	}
	content := widgets.Stacked(widgets.NewProse(around.T("settings.times.recorded", "Who", who, "At", p.At)), t.parts(p.SettledPolicy))
	if p.Disputed {
		content.Objects = slices.Insert(content.Objects, 0, fyne.CanvasObject(widgets.NewProse(around.T("policy.disputed"))))
	}
	d := &widgets.Dialog{Title: t.since(p), Content: content, Secondary: around.T("common.close"), Width: 760}
	d.Show(around.Canvas())
}
