package incidents

import (
	"fyne.io/fyne/v2"

	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// evidence shows every piece with its hash value and its chain of custody.
func (d *detail) evidence() fyne.CanvasObject {
	add := d.whileOpen("incidents.act.evidence", d.askEvidence)
	if len(d.incident.Evidence) == 0 {
		return d.recordSection("evidence", nil, add)
	}
	var action fyne.CanvasObject
	if add != nil {
		action = add
	}
	pieces := widgets.Stacked()
	for _, v := range d.incident.Evidence {
		pieces.Add(d.piece(v))
	}
	return widgets.NewSection(d.T("incidents.section.evidence"), action, pieces)
}

// piece is what a piece of evidence is and where it is kept, what can be done about
// it, and through whose hands it went.
func (d *detail) piece(v model.Evidence) fyne.CanvasObject {
	about := widgets.NewMuted(joined(d.dateTime(v.At), d.names.people[v.By], d.Book.Origin(v.Origin, d.desk)))
	about.Shorten = true
	told := widgets.Stacked(about, widgets.NewTitled(v.Name, v.Description, d.told("field.location", v.Location), d.told("field.file", d.fileOf(v))))
	chain, fold := d.custody(v)
	deeds := widgets.NewFlow(widgets.NewButton(d.T("custody.record"), look.IconAdd, func() { d.askCustodyOf(v) }))
	if file := d.fileButton(v); file != nil {
		deeds.Add(file)
	}
	if v.SHA256 != "" {
		deeds.Add(widgets.NewQuiet(d.T("piece.hash", "Sum", shortSum(v.SHA256)), look.IconCopy, func() { d.showSum(v) }))
	}
	if fold != nil {
		deeds.Add(fold)
	}
	return widgets.NewPanel(widgets.Stacked(d.withdrawable(record{mark: v.Mark, text: v.Name}, told), deeds, chain))
}

// told is a text behind the label of its field, nothing when there is none.
func (d *detail) told(label, text string) string {
	if text == "" {
		return ""
	}
	return d.T("piece.told", "Label", d.T(label), "Text", text)
}

// shortSum is a hash value as it fits a button; one that is none, of a strange desk,
// stays what it is.
func shortSum(sum string) string {
	if len(sum) != 64 {
		return short(sum)
	}
	return sum[:8] + "…" + sum[56:]
}

// showSum shows the whole hash value, to be compared by eye or copied.
func (d *detail) showSum(v model.Evidence) {
	shown := &widgets.Dialog{Title: d.T("piece.hash.title"), Width: 640, Primary: d.T("common.copy"), Secondary: d.T("common.close"),
		Content: widgets.Stacked(widgets.NewTitled(v.Name), widgets.NewSpelled(grouped(v.SHA256)))}
	shown.OnPrimary = func() bool {
		fyne.CurrentApp().Clipboard().SetContent(v.SHA256)
		d.Tell(look.Kept, d.T("piece.hash.copied"), nil)
		return true
	}
	shown.Show(d.Canvas())
}

// grouped parts a hash value so that the eye does not lose its place.
func grouped(sum string) (out string) {
	for n := 0; n < len(sum); n += 8 {
		out += sum[n:min(n+8, len(sum))] + " "
	}
	return out
}
