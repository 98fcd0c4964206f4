package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"siaga/app"
	"siaga/locales"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// order gives an order without the window.
func (o *office) order(c app.Command) app.Done {
	o.Helper()
	done, err := o.desk.Do(app.Order{Command: c})
	if err != nil {
		o.Fatal(err)
	}
	return done
}

// furnished is an office with a person, a system and two incidents.
func furnished(t *testing.T) (o *office, person, system model.SubjectID, incident app.Done) {
	o = openOffice(t, morning)
	person = o.order(app.AddPerson{Name: "Rina Kartika (contoh)", JobTitle: "Kepala Bidang"}).ID
	system = o.order(app.AddSystem{Name: "SIMPEG Kota Bekasi", URL: "https://simpeg.example.go.id"}).ID
	o.order(app.RegisterIncident{ReporterName: "Guru piket", Description: "Halaman depan situs sekolah berubah"})
	incident = o.order(app.RegisterIncident{ReporterName: "Warga", Description: "Tautan mencurigakan pada situs dinas"})
	return o, person, system, incident
}

func (o *office) here() place.Route { return o.shell.built[o.shell.here].Route() }

func (o *office) language(lang locales.Lang) {
	o.shortcut(widgets.KeysOfPlaces[6])
	for o.field("language") == nil {
		o.toTheTable()
		o.key(fyne.KeyDown)
	}
	o.window.Canvas().Focus(o.field("language").Input.(*widgets.Pick))
	o.key(fyne.KeyReturn)
	o.write(o.book.T("language." + string(lang)))
	o.key(fyne.KeyReturn)
}

func TestEveryPlaceHasItsKey(t *testing.T) {
	o, _, _, _ := furnished(t)
	for i, p := range places {
		o.shortcut(widgets.KeysOfPlaces[i])
		if o.shell.here != p.name || o.shell.stage.Objects[0] != o.shell.built[p.name].Content() {
			t.Errorf("Ctrl+%d leads to %s", i+1, o.shell.here)
		}
	}
	for range places[1:] {
		o.key(widgets.KeyBack)
	}
	if o.shell.here != place.Today {
		t.Errorf("Esc led back to %s", o.shell.here)
	}
}

func TestACallIsTakenFromAnywhereByKeyboard(t *testing.T) {
	o, _, _, _ := furnished(t)
	o.shortcut(widgets.KeysOfPlaces[3])
	o.shortcut(widgets.KeyNewIncident)
	o.write("Guru piket SMP Negeri 73")
	o.window.Canvas().FocusNext()
	o.window.Canvas().FocusNext()
	o.write("Situs sekolah menampilkan iklan")
	o.window.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(widgets.KeySubmit)
	rows := o.desk.Search(app.Filter{Text: "iklan"})
	if len(rows) != 1 || !o.shows(string(rows[0].Ticket)) {
		t.Fatalf("%d reports, the window shows %q", len(rows), texts(o.top()))
	}
	o.window.Canvas().Unfocus()
	o.key(widgets.KeyBack) // to the list of incidents
	o.key(widgets.KeyBack)
	if o.shell.here != place.Systems {
		t.Errorf("Esc led back to %s", o.shell.here)
	}
}

func TestTheSearchHasOneKey(t *testing.T) {
	o, _, _, _ := furnished(t)
	for i, p := range places {
		o.shortcut(widgets.KeysOfPlaces[i])
		_, searches := o.shell.built[p.name].(place.Searcher)
		o.shortcut(widgets.KeySearch)
		search, ok := o.window.Canvas().Focused().(*widgets.Search)
		if want := p.name; !ok || searches && o.shell.here != want || !searches && o.shell.here != place.Incidents {
			t.Errorf("Ctrl+F at %s: at %s, the keyboard in %T", p.name, o.shell.here, o.window.Canvas().Focused())
			continue
		}
		o.write("tidak ada")
		o.key(widgets.KeyBack)
		if search.Text != "" {
			t.Errorf("%s: Esc does not empty the search", p.name)
		}
	}
}

func TestThePaletteGoesAnywhere(t *testing.T) {
	o, person, system, incident := furnished(t)
	for query, want := range map[string]place.Route{
		string(incident.Ticket):          {Place: place.Incidents, Subject: incident.ID},
		"tautan mencurigakan":            {Place: place.Incidents, Subject: incident.ID},
		"rina":                           {Place: place.People, Part: "people"},
		"simpeg":                         {Place: place.Systems, Subject: system},
		"simpeg.example":                 {Place: place.Systems, Subject: system},
		o.book.Word(place.Papers):        {Place: place.Papers},
		o.book.T("shell.new-incident"):   {Place: place.Incidents, Part: "intake"},
		strings.ToUpper("orang & piket"): {Place: place.People},
	} {
		o.shortcut(widgets.KeysOfPlaces[0])
		o.find(query)
		got := o.here()
		if o.asked() || got.Place != want.Place || want.Subject != "" && got.Subject != want.Subject || want.Part != "" && got.Part != want.Part {
			t.Errorf("%q leads to %+v, want %+v", query, got, want)
		}
	}
	o.find("rina")
	o.press(o.book.T("common.edit"))
	if !o.shows("Rina Kartika") && o.field("name").Input.(*widgets.Entry).Text != o.desk.Person(person).Name {
		t.Error("the person that was found is not the chosen one")
	}
	o.key(widgets.KeyBack)
	o.shortcut(widgets.KeyGoAnywhere)
	o.write("tidak ada yang begini")
	if !o.shows(o.book.T("shell.palette-nothing")) {
		t.Errorf("an empty palette shows %q", texts(o.top()))
	}
	o.key(widgets.KeyBack)
	if o.asked() {
		t.Error("Esc does not close the palette")
	}
}

func TestEscGoesBackStepByStep(t *testing.T) {
	o, _, _, incident := furnished(t)
	o.shortcut(widgets.KeysOfPlaces[4])
	o.find(string(incident.Ticket))
	o.key(widgets.KeyBack)
	if got := o.here(); got.Place != place.Incidents || got.Subject != "" {
		t.Errorf("the first Esc leads to %+v", got)
	}
	o.key(widgets.KeyBack)
	if o.shell.here != place.Papers {
		t.Errorf("the second Esc leads to %s", o.shell.here)
	}
}

func TestHelpIsThatOfThePresentPlace(t *testing.T) {
	o, _, _, _ := furnished(t)
	for i, p := range places[:len(places)-1] {
		o.shortcut(widgets.KeysOfPlaces[i])
		o.key(widgets.KeyHelp)
		if got := o.here(); got.Place != place.Help || got.Part != string(p.name) {
			t.Errorf("F1 at %s opens %+v", p.name, got)
		}
		o.key(widgets.KeyBack)
		if o.shell.here != p.name {
			t.Errorf("Esc leads from the help of %s to %s", p.name, o.shell.here)
		}
	}
}

// What stands open is answered first: the keys of the window do not change the
// page below a dialog.
func TestADialogKeepsThePageBelowIt(t *testing.T) {
	o, _, _, incident := furnished(t)
	o.find(string(incident.Ticket))
	o.press(o.book.T("incidents.pass.2"))
	o.fill("note", "Ditelepon kembali")
	for _, key := range []fyne.Shortcut{widgets.KeysOfPlaces[2], widgets.KeyNewIncident, widgets.KeyGoAnywhere, widgets.KeySearch, widgets.KeyPaper} {
		o.shortcut(key)
	}
	if got := o.here(); got.Subject != incident.ID || o.field("note") == nil || o.field("note").Input.(*widgets.Entry).Text != "Ditelepon kembali" {
		t.Errorf("below the dialog lies %+v now", got)
	}
	o.key(widgets.KeyBack)
	if o.asked() || o.here().Subject != incident.ID {
		t.Error("Esc closes the dialog and nothing else")
	}
}

// The language changes while a report is being typed: the draft is still there,
// and everything speaks the new language, Fyne's own words too.
func TestTheLanguageChangesWhileTyping(t *testing.T) {
	o, _, _, _ := furnished(t)
	o.shortcut(widgets.KeyNewIncident)
	o.write("Guru piket")
	o.window.Canvas().FocusNext()
	o.window.Canvas().FocusNext()
	o.write("Situs sekolah ber")
	for _, say := range []struct {
		lang  locales.Lang
		paste string
	}{{locales.EN, "Paste"}, {locales.ID, "Tempel"}} {
		old := o.book.T("incidents.saved")
		o.shell.around.Tell(look.Kept, old, nil)
		o.language(say.lang)
		if told := texts(o.shell.window.toasts); strings.Contains(strings.Join(told, " "), old) {
			t.Errorf("%s: a message stands in the old language: %q", say.lang, told)
		}
		if o.shell.here != place.Settings || o.field("language") == nil {
			t.Fatal("the change of language leads away from where it was chosen")
		}
		o.window.Canvas().Unfocus()
		o.key(widgets.KeyBack)
		who, what := o.field("reporterName").Input.(*widgets.Entry), o.field("description").Input.(*widgets.Entry)
		if who.Text != "Guru piket" || what.Text != "Situs sekolah ber" || !o.shows(locales.Open(say.lang).T("incidents.intake.title")) {
			t.Errorf("%s: the draft says %q, %q; the page %q", say.lang, who.Text, what.Text, texts(o.top()))
		}
		test.TapSecondary(what)
		if !o.shows(say.paste) {
			t.Errorf("%s: Fyne's menu says %q", say.lang, texts(o.top()))
		}
		o.top().Hide()
	}
}
