package settings

import (
	"time"

	"siaga/model"
	"siaga/ui/widgets"
)

// newDuties is the list of duties of reporting outwards.
func (f *timesForm) newDuties() *listEditor[model.LegalClock] {
	around := f.times.page.around
	column := func(id string, width, stretch float32, text func(model.LegalClock) string) widgets.Column[model.LegalClock] {
		return widgets.Column[model.LegalClock]{ID: id, Title: around.T("settings.times.duty." + id), Width: width, Stretch: stretch, Text: text}
	}
	code := column("code", 105, 0, func(d model.LegalClock) string { return d.Code })
	code.Hidden = true // for files of orders; the words need the room
	return newListEditor(f.times.page, func(d model.LegalClock) string { return d.Code }, f.askDuty, 215, []widgets.Column[model.LegalClock]{
		code,
		column("cause", 100, 2, func(d model.LegalClock) string { return around.Book.Word(d.Cause) }),
		column("to", 100, 1, func(d model.LegalClock) string { return around.Book.Word(d.To) }),
		column("limit", 195, 0, around.Book.LegalLimit),
		column("source", 100, 2, around.Book.DutySource),
	})
}

func (f *timesForm) askDuty(was model.LegalClock, put func(model.LegalClock)) {
	around := f.times.page.around
	code, source := widgets.NewEntry("bssn-iiv"), widgets.NewEntry("UU 27/2022 Pasal 46")
	limit := widgets.NewSpan(around.T("settings.times.example"), f.times.page.hours, around.Book.ParseDuration)
	internal := widgets.NewCheck(around.T("settings.times.duty.internal"), nil)
	var causes, to []widgets.Choice
	for _, c := range model.LegalCauses {
		causes = append(causes, widgets.Choice{Key: string(c), Title: around.Book.Word(c)})
	}
	for _, a := range model.Addressees {
		to = append(to, widgets.Choice{Key: string(a), Title: around.Book.Word(a)})
	}
	cause, addressee := widgets.NewPick(around.T("common.choose"), causes), widgets.NewPick(around.T("common.choose"), to)
	code.SetText(was.Code)
	source.SetText(was.Source)
	cause.SetSelected(string(was.Cause))
	addressee.SetSelected(string(was.To))
	internal.SetChecked(was.Internal)
	if was.Limit > 0 {
		limit.SetValue(was.Limit.Duration())
	}
	field := func(id string) string { return around.T("settings.times.duty." + id) }
	d := &widgets.Dialog{Title: field("title"), Primary: around.T("common.ok"), Secondary: around.T("common.cancel"), Width: 780, Content: widgets.NewForm(
		widgets.NewField("code", field("code"), code).Required(), widgets.NewField("cause", field("cause"), cause).Required(),
		widgets.NewField("to", field("to"), addressee).Required(), widgets.NewField("limit", field("limit"), limit).Hint(field("limit.hint")),
		widgets.NewField("source", field("source"), source).Required(), widgets.NewField("internal", "", internal))}
	d.OnPrimary = func() bool {
		is := model.LegalClock{Code: code.Text, Cause: model.LegalCause(cause.Selected()), To: model.Addressee(addressee.Selected()), Internal: internal.Checked, Source: source.Text}
		mistakes := map[string]string{}
		if limit.Text != "" {
			span, err := limit.Value()
			f.hours.wrong(mistakes)("limit", err)
			is.Limit = model.Seconds(span / time.Second)
		}
		f.missing(mistakes, map[string]string{"code": code.Text, "cause": cause.Selected(), "to": addressee.Selected(), "source": source.Text})
		return d.ShowErrors(mistakes) && done(put, is)
	}
	d.Show(around.Canvas())
}

// missing tells of each answer that is empty.
func (f *timesForm) missing(mistakes, answers map[string]string) {
	for id, answer := range answers {
		if answer == "" {
			mistakes[id] = f.times.page.around.Book.Refusal(model.RefuseAt(id, "refuse.required"))
		}
	}
}

func (f *timesForm) zone() *time.Location {
	zone, _ := f.times.page.desk.Zone()
	return zone
}
