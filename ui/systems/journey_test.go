package systems

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

func (f *form) answer(letters string) {
	for i, letter := range letters {
		f.questions.chips[i].SetActive()
		f.questions.chips[i].Toggle(string(letter))
	}
}

func TestTheTenQuestionsDecideTheClassOfANewSystem(t *testing.T) {
	o := registered(t)
	page, _ := o.show(locales.ID)
	press(t, page.Content(), "Tambah sistem")
	f := page.detail.form
	test.Type(f.name, "Sistem Pajak Daerah")
	f.answer("AAAAA")
	if got := stage.Texts(page.detail.score.content); !slices.Contains(got, "5 dari 10 terjawab") || f.class.Selected() != "" {
		t.Errorf("halfway the card says %v and the class is %q", got, f.class.Selected())
	}
	press(t, page.Content(), "Simpan")
	if f.Field("answers").Error() == "" || f.name.Text != "Sistem Pajak Daerah" {
		t.Fatal("half of the answers must be refused at the questions, with the text kept")
	}
	f.answer("AAAAABBBBB")
	if f.class.Selected() != string(model.Tinggi) || !page.detail.score.warning.Visible() {
		t.Errorf("35 points are Tinggi with a warning, not %q", f.class.Selected())
	}
	press(t, page.Content(), "Simpan")
	s := o.system("Sistem Pajak Daerah")
	if s.Class != model.Tinggi || s.Answers != "AAAAABBBBB" || page.detail != nil {
		t.Errorf("saved as %+v", s)
	}
	if len(o.Told) != 2 || !strings.Contains(o.Told[1], "35") {
		t.Errorf("the desk's own warning is not told: %v", o.Told)
	}
	if rows := page.list.table.Selected(); len(rows) != 1 || rows[0].ID != s.ID {
		t.Error("the new system is not the chosen one")
	}
}

func TestTheOtherTableReadsTheSameScoreOtherwise(t *testing.T) {
	page, _ := registered(t).show(locales.EN)
	page.Open(place.Route{Part: partNew})
	f := page.detail.form
	f.answer("AAAAABBBBB")
	f.table.SetSelected(string(model.TableKAMI))
	f.table.OnChange(string(model.TableKAMI))
	if f.class.Selected() != string(model.Strategis) {
		t.Errorf("by the KAMI Index 35 points are %q", f.class.Selected())
	}
	f.class.SetSelected(string(model.Rendah))
	f.class.OnChange(string(model.Rendah))
	f.answer("AAAAAAAAAA")
	if f.class.Selected() != string(model.Rendah) {
		t.Error("what a person decided was overwritten by the answers")
	}
}

func TestWhatWasTypedIsNotLostByGoingBack(t *testing.T) {
	o := registered(t)
	page, w := o.show(locales.ID)
	page.Open(place.Route{Subject: o.system("Perizinan Daring").ID})
	if page.Back(); page.detail != nil {
		t.Fatal("nothing was typed, so back leaves at once")
	}
	page.Open(place.Route{Subject: o.system("Perizinan Daring").ID})
	test.Type(page.detail.form.manager, "Bidang Perizinan")
	page.Reload()
	page.Back()
	press(t, w.Canvas().Overlays().Top(), "Kembali ke isian")
	if page.detail == nil || page.detail.form.manager.Text != "Bidang Perizinan" {
		t.Fatal("the form is gone")
	}
	page.parts.Toggle(partAgencies)
	press(t, w.Canvas().Overlays().Top(), "Buang perubahan")
	if page.Route().Part != partAgencies || o.system("Perizinan Daring").Manager != "" {
		t.Errorf("at %+v", page.Route())
	}
}

func TestEveryFigureOpensTheIncidentsItCounted(t *testing.T) {
	o := registered(t)
	page, _ := o.show(locales.ID)
	id := o.system("Perizinan Daring").ID
	page.list.table.Select(string(id))
	if row := page.list.table.Selected()[0]; row.open != 3 || row.all != 3 || row.score != 19 {
		t.Errorf("the row says %+v, score %d", row.tally, row.score)
	}
	press(t, page.Content(), "Lihat insiden")
	page.Open(place.Route{Subject: id})
	press(t, page.Content(), "3 insiden, 3 terbuka")
	for _, r := range o.Gone {
		if r.Place != place.Incidents || len(o.Search(*r.Filter)) != 3 {
			t.Errorf("went to %+v", r)
		}
	}
}

func TestFiltersNarrowAndClassesWiden(t *testing.T) {
	page, _ := registered(t).show(locales.ID)
	count := func(keys ...string) int {
		page.list.filters.SetActive(keys...)
		page.list.reload()
		return len(page.list.table.Rows())
	}
	for _, story := range []struct {
		keys []string
		want int
	}{{nil, 4}, {[]string{"class.tinggi"}, 2}, {[]string{"class.tinggi", "class.rendah"}, 3}, {[]string{"class.none"}, 1},
		{[]string{"personal"}, 2}, {[]string{"personal", "vital"}, 1}, {[]string{"vital", "class.rendah"}, 0}} {
		if got := count(story.keys...); got != story.want {
			t.Errorf("%v shows %d systems, want %d", story.keys, got, story.want)
		}
	}
	page.list.filters.SetActive()
	test.Type(page.list.search, "disdik sekolah")
	if rows := page.list.table.Rows(); len(rows) != 1 || rows[0].Name != "Situs Sekolah" {
		t.Errorf("found %d", len(rows))
	}
}

func TestASystemIsRetiredAndComesBack(t *testing.T) {
	o := registered(t)
	page, w := o.show(locales.EN)
	id := o.system("Situs Sekolah").ID
	page.Open(place.Route{Subject: id})
	press(t, page.Content(), "Deactivate")
	press(t, w.Canvas().Overlays().Top(), "Deactivate")
	if asked(t, w).Field("reason").Error() == "" {
		t.Fatal("retired without a reason")
	}
	test.Type(asked(t, w).Field("reason").Input.(fyne.Focusable), "diganti")
	press(t, w.Canvas().Overlays().Top(), "Deactivate")
	if o.System(id).Retired != "diganti" || len(page.list.table.Rows()) != 3 {
		t.Fatalf("retired %q, %d rows", o.System(id).Retired, len(page.list.table.Rows()))
	}
	page.Open(place.Route{Subject: id})
	press(t, page.Content(), "Reactivate")
	if o.System(id).Retired != "" || len(page.list.table.Rows()) != 4 {
		t.Error("it did not come back")
	}
}

func TestTheStartingListIsChecked(t *testing.T) {
	o := newOffice(t, "2026-11-24 10:00")
	page, w := o.show(locales.ID)
	page.Open(place.Route{Part: partAgencies})
	all := page.agencies.table.Rows()
	page.agencies.table.Select(string(all[0].ID), string(all[1].ID))
	press(t, page.Content(), "Tandai sudah diperiksa")
	if o.Agency(all[0].ID).Example || o.Agency(all[1].ID).Example || !o.Agency(all[2].ID).Example {
		t.Fatal("exactly the chosen ones are checked")
	}
	press(t, page.Content(), "Tambah Perangkat Daerah")
	press(t, w.Canvas().Overlays().Top(), "Simpan")
	if asked(t, w).Field("name").Error() == "" {
		t.Fatal("an agency without a name")
	}
	test.Type(asked(t, w).Field("name").Input.(fyne.Focusable), "Kelurahan Kranji")
	head := o.People()[0]
	asked(t, w).Field("head").Input.(*widgets.Pick).SetSelected(string(head.ID))
	test.Type(asked(t, w).Field("headTitle").Input.(fyne.Focusable), "Lurah Kranji")
	press(t, w.Canvas().Overlays().Top(), "Simpan")
	if len(page.agencies.table.Rows()) != len(all)+1 {
		t.Error("the new agency is not in the list")
	}
	test.Type(page.agencies.search, head.Name)
	if rows := page.agencies.table.Rows(); len(rows) != 1 || rows[0].Head != head.ID || rows[0].HeadTitle != "Lurah Kranji" {
		t.Fatalf("%+v is found by the name of its head", rows)
	}
	page.agencies.table.OnOpen(page.agencies.table.Rows()[0])
	asked(t, w).Field("head").Input.(*widgets.Pick).SetSelected("")
	press(t, w.Canvas().Overlays().Top(), "Simpan")
	if page.agencies.search.Clear(); len(page.agencies.table.Rows()) != len(all)+1 || slices.ContainsFunc(o.Agencies(), func(a model.Agency) bool { return a.Head != "" }) {
		t.Error("the head is not taken back")
	}
}
