package people

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"siaga/locales"
	"siaga/model"
	"siaga/ui/place"
	"siaga/ui/place/stage"
	"siaga/ui/widgets"
)

// each visits everything that an object shows.
func each(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	visit(o)
	switch o := o.(type) {
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			each(child, visit)
		}
	case *fyne.Container:
		for _, child := range o.Objects {
			each(child, visit)
		}
	}
}

// asked is the form of the dialog that is open.
func asked(t *testing.T, w fyne.Window) (form *widgets.Form) {
	t.Helper()
	if w.Canvas().Overlays().Top() == nil {
		t.Fatal("no dialog is open")
	}
	each(w.Canvas().Overlays().Top(), func(o fyne.CanvasObject) {
		if f, ok := o.(*widgets.Form); ok {
			form = f
		}
	})
	return form
}

func press(t *testing.T, on fyne.CanvasObject, word string) {
	t.Helper()
	var found *widgets.Button
	each(on, func(o fyne.CanvasObject) {
		if b, ok := o.(*widgets.Button); ok && b.Text == word && found == nil {
			found = b
		}
	})
	if found == nil {
		t.Fatalf("no button %q", word)
	}
	test.Tap(found)
}

// confirm presses a button of the dialog and says whether the dialog went.
func confirm(t *testing.T, w fyne.Window, word string) bool {
	t.Helper()
	press(t, w.Canvas().Overlays().Top(), word)
	return w.Canvas().Overlays().Top() == nil
}

func pick(form *widgets.Form, field string, key any) {
	input := form.Field(field).Input.(*widgets.Pick)
	switch key := key.(type) {
	case model.SubjectID:
		input.SetSelected(string(key))
	case string:
		input.SetSelected(key)
	}
}

func (o *office) person(name string) model.PersonID {
	for _, m := range o.People() {
		if m.Name == name {
			return m.ID
		}
	}
	return ""
}

func shows(o fyne.CanvasObject, sentence string) bool {
	return slices.ContainsFunc(stage.Texts(o), func(s string) bool { return strings.Contains(s, sentence) })
}

func TestTheSecretaryIsAppointedAndTheChartRemembersTheDayBefore(t *testing.T) {
	o := staffed(t)
	page, w := o.show(locales.ID)
	page.team.chart.OnTap("IV")
	press(t, page.Content(), "Tetapkan pemegang")
	pick(asked(t, w), "person", o.person("Eko Contoh"))
	if !confirm(t, w, "Tetapkan pemegang") {
		t.Fatalf("refused: %v", stage.Texts(w.Canvas().Overlays().Top()))
	}
	if !shows(page.Content(), "Eko Contoh") || !shows(page.Content(), "Menyelenggarakan rapat koordinasi") {
		t.Error("the post does not show its holder and the words of Lampiran II")
	}
	if !page.Back() || !shows(page.team.chart, "Eko Contoh") || page.Back() {
		t.Error("back leads to the chart, once")
	}
	page.team.day.SetValue(page.today().AddDate(0, 0, -1))
	if shows(page.team.chart, "Eko Contoh") {
		t.Error("yesterday's chart knows the secretary of today")
	}
}

func TestASecondChairIsRefusedAtItsFieldUntilTheFirstOneGoes(t *testing.T) {
	o := staffed(t)
	page, w := o.show(locales.EN)
	page.Open(place.Route{Part: "post.III"})
	press(t, page.Content(), "Appoint")
	form := asked(t, w)
	pick(form, "person", o.person("Dewi Contoh"))
	if confirm(t, w, "Appoint") || !strings.Contains(form.Field("post").Error(), "Citra Contoh") {
		t.Fatalf("the refusal does not stand at the post: %q", form.Field("post").Error())
	}
	press(t, w.Canvas().Overlays().Top(), "Cancel")
	page.post.seats.Select(string(o.Holders("III", o.Now())[0].ID))
	press(t, page.Content(), "End")
	if !confirm(t, w, "End") || len(o.Holders("III", o.Now())) != 0 {
		t.Fatal("the chair did not leave")
	}
	press(t, page.Content(), "Appoint")
	pick(asked(t, w), "person", o.person("Dewi Contoh"))
	if !confirm(t, w, "Appoint") || !shows(page.post.seats, "Ended") {
		t.Error("the successor cannot begin on the following day")
	}
}

func TestAMistakeIsWithdrawnWithItsReason(t *testing.T) {
	o := staffed(t)
	page, w := o.show(locales.ID)
	page.Open(place.Route{Part: "post.V"})
	page.post.seats.Select(string(o.Holders("V.anggota", o.Now())[0].ID))
	press(t, page.Content(), "Tarik kembali")
	if confirm(t, w, "Tarik kembali") {
		t.Fatal("withdrawn without a reason")
	}
	test.Type(asked(t, w).Field("reason").Input.(fyne.Focusable), "salah orang")
	if !confirm(t, w, "Tarik kembali") || len(o.Holders("V.anggota", o.Now())) != 0 || !shows(page.post.seats, "Ditarik") {
		t.Error("the assignment still holds")
	}
}

func TestEveryAgencyGetsItsAgent(t *testing.T) {
	o := staffed(t)
	page, w := o.show(locales.ID)
	page.Open(place.Route{Part: "post.IX"})
	page.post.agents.without.Toggle("without")
	if rows := page.post.agents.table.Rows(); len(rows) != len(o.Agencies())-1 {
		t.Fatalf("%d agencies have no agent", len(rows))
	}
	test.Type(page.post.agents.search, "dinas kesehatan")
	rows := page.post.agents.table.Rows()
	page.post.agents.table.Open(string(rows[0].agency.ID))
	pick(asked(t, w), "person", o.person("Eko Contoh"))
	if !confirm(t, w, "Tetapkan pemegang") || len(page.post.agents.table.Rows()) != 0 {
		t.Error("the agency still has no agent")
	}
}

func TestAGapInTheRosterIsFilledAndTheTurnWithdrawn(t *testing.T) {
	o := staffed(t)
	page, w := o.show(locales.ID)
	page.Open(place.Route{Part: "duty"})
	saturday := func() cell { return page.roster.blocks[0].shown.cells[5][0] }
	page.roster.blocks[0].grid.OnTap(5, 0)
	form := asked(t, w)
	pick(form, "person", o.person("Eko Contoh"))
	if !confirm(t, w, "Tetapkan piket") || len(saturday().turns) != 1 || saturday().gap != filled {
		t.Fatalf("saturday is %+v", saturday())
	}
	page.roster.blocks[0].grid.OnTap(5, 0)
	form = asked(t, w)
	pick(form, "person", o.person("Eko Contoh"))
	if confirm(t, w, "Tetapkan piket") || form.Field("person").Error() == "" || form.Field("person").Input.(*widgets.Pick).Selected() == "" {
		t.Error("twice at the same time must be refused at the person, who stays chosen")
	}
	press(t, w.Canvas().Overlays().Top(), "Tarik kembali")
	test.Type(asked(t, w).Field("reason").Input.(fyne.Focusable), "cuti")
	if !confirm(t, w, "Tarik kembali") || saturday().gap != nobody {
		t.Error("the turn still stands")
	}
}

func TestTheNextWeekTakesOverThePattern(t *testing.T) {
	o := staffed(t)
	page, w := o.show(locales.EN)
	page.Open(place.Route{Part: "duty"})
	next := page.roster.blocks[1]
	test.Tap(next.copy)
	if !confirm(t, w, "Copy") {
		t.Fatal("the question stays")
	}
	for day, want := range []gap{filled, filled, filled, filled, filled, nobody, nobody} {
		if next.shown.cells[day][0].gap != want {
			t.Errorf("day %d: %+v", day, next.shown.cells[day][0])
		}
	}
	test.Tap(next.copy)
	if w.Canvas().Overlays().Top() != nil || !strings.Contains(o.Told[len(o.Told)-1], "no shifts") {
		t.Errorf("there is nothing more to copy, but %v", o.Told)
	}
}

func TestAPersonIsEnteredCorrectedAndRetired(t *testing.T) {
	o := staffed(t)
	page, w := o.show(locales.ID)
	page.Open(place.Route{Part: "people"})
	press(t, page.Content(), "Tambah orang")
	form := asked(t, w)
	test.Type(form.Field("name").Input.(fyne.Focusable), "Gita Contoh")
	test.Type(form.Field("nip").Input.(fyne.Focusable), "1980")
	if confirm(t, w, "Simpan") || form.Field("nip").Error() == "" || form.Field("name").Input.(*widgets.Entry).Text != "Gita Contoh" {
		t.Fatal("four digits are no NIP")
	}
	form.Field("nip").Input.(*widgets.Entry).SetText("198001012005012001")
	if !confirm(t, w, "Simpan") || !shows(page.people.table, "19800101 200501 2 001") {
		t.Fatal("she is not in the list")
	}
	page.Open(place.Route{Subject: o.person("Gita Contoh")})
	press(t, page.Content(), "Nonaktifkan")
	test.Type(asked(t, w).Field("reason").Input.(fyne.Focusable), "mutasi")
	if !confirm(t, w, "Nonaktifkan") || shows(page.people.table, "Gita Contoh") {
		t.Fatal("she is still to choose from")
	}
	page.Open(place.Route{Subject: o.person("Gita Contoh")})
	press(t, page.Content(), "Aktifkan kembali")
	if m := o.Person(o.person("Gita Contoh")); m.Retired != "" {
		t.Errorf("still retired: %q", m.Retired)
	}
}

func TestAnUnknownNameIsEnteredOnTheWay(t *testing.T) {
	o := staffed(t)
	page, w := o.show(locales.EN)
	page.Open(place.Route{Part: "post.IV"})
	press(t, page.Content(), "Appoint")
	below := w.Canvas().Overlays().Top()
	person := asked(t, w).Field("person").Input.(*widgets.Pick)
	person.OnAdd("Hana Contoh")
	press(t, w.Canvas().Overlays().Top(), "Save")
	if w.Canvas().Overlays().Top() != below || person.Selected() != string(o.person("Hana Contoh")) {
		t.Error("the new person is not chosen")
	}
}

func TestOneIsNeverWithoutAPart(t *testing.T) {
	page, _ := staffed(t).show(locales.ID)
	page.Open(place.Route{Part: "duty"})
	page.parts.Toggle("duty")
	if r := page.Route(); r.Part != "duty" || page.parts.Active()[0] != "duty" {
		t.Errorf("at %+v", r)
	}
	page.Open(place.Route{Part: "nowhere"})
	if page.Route().Part != "team" {
		t.Error("an unknown part must be the chart")
	}
	page.FocusSearch()
	if page.around.Canvas().Focused() != page.people.search {
		t.Error("the search has not the keyboard")
	}
}
