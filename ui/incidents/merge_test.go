package incidents

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"siaga/app"
	"siaga/locales"
	"siaga/model"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// answer taps a chip of a clash.
func (o *office) answer(field, key string) {
	o.Helper()
	chips, ok := o.field(field).Input.(*fyne.Container).Objects[1].(*widgets.Chips)
	if !ok {
		o.Fatalf("field %q has no chips", field)
	}
	chips.Toggle(key)
}

// One tap from "seen before" opens both tickets side by side; what differs is
// asked, and the merged ticket says where it went and how to part them.
func TestTwoTicketsAreMergedThroughThePage(t *testing.T) {
	o := newOffice(t, "2026-10-05 09:12")
	first := o.call("Halaman depan berubah")
	o.clock = o.clock.Add(time.Hour)
	second := o.call("Ada gambar peretas di situs")
	o.do(app.AddNote{Incident: app.IncidentRef(second), Text: "hubungi warga"})
	o.page.Open(place.Route{Subject: second, Part: "related"})
	o.press("Gabungkan")
	into, from := o.incident(first), o.incident(second)
	if !o.shows(string(into.Ticket)) || !o.shows("Berbeda") {
		t.Fatal("the two tickets are not side by side")
	}
	o.press("Gabungkan")
	if o.field("title").Error() == "" {
		t.Fatal("a clash without an answer is not refused at its field")
	}
	o.answer("title", model.TakeInto)
	o.answer("description", writeOwn)
	if o.window.Canvas().Focused() == nil {
		t.Error("the entry for a text of one's own has no keyboard")
	}
	written := o.field("description").Input.(*fyne.Container).Objects[2].(*widgets.Entry)
	written.SetText("Halaman depan diganti gambar peretas")
	o.press("Gabungkan")
	if o.field("reason").Error() == "" {
		t.Fatal("a missing reason is not refused at its field")
	}
	o.write("reason", "Kejadian yang sama")
	o.press("Gabungkan")
	i := o.incident(first)
	if i.Description != "Halaman depan diganti gambar peretas" || len(i.Notes) != 1 || o.page.detail.incident.ID != first {
		t.Fatalf("description %q, %d notes, the page shows %s", i.Description, len(i.Notes), o.page.detail.incident.Ticket)
	}
	o.page.Open(place.Route{Subject: first, Part: "notes"})
	if !o.shows("dari " + string(from.Ticket)) {
		t.Error("the copied note does not say where it came from")
	}
	o.page.Open(place.Route{Subject: second})
	if !o.shows("Digabungkan ke "+string(into.Ticket)) || o.page.detail.primary.Visible() {
		t.Error("the merged ticket does not say where it went")
	}
	o.press("Buka " + string(into.Ticket))
	if o.page.Route().Subject != first || !o.page.Back() || o.page.Route().Subject != second {
		t.Error("the way there and back is not one tap each")
	}
	o.press("Pisahkan lagi")
	o.write("reason", "Ternyata dua kejadian")
	o.press("Pisahkan lagi")
	if i := o.incident(first); i.Description != into.Description || len(i.Notes) != 0 || o.incident(second).Outcome != "" {
		t.Errorf("parted it is %q with %d notes", i.Description, len(i.Notes))
	}
	if !o.page.detail.primary.Visible() {
		t.Error("the page does not show that the ticket lives again")
	}
}

// The other ticket can be chosen from the acts, the direction swapped, and the
// dialog left by keyboard.
func TestAMergeIsChosenSwappedAndLeft(t *testing.T) {
	o := newOffice(t, "2026-10-05 09:12")
	first := o.call("Halaman depan berubah")
	o.clock = o.clock.Add(time.Hour)
	second := o.call("Halaman depan berubah")
	o.page.detail.askMerge()
	o.press("Lanjut")
	if o.field("other").Error() == "" {
		t.Error("no ticket was chosen, and nobody says so")
	}
	o.choose("other", string(first))
	o.press("Lanjut")
	o.press("Tukar arah")
	o.write("reason", "Laporan kedua lebih lengkap")
	o.press("Tukar arah")
	o.press("Tukar arah")
	if o.field("reason").Input.(*widgets.Entry).Text == "" {
		t.Error("the reason is lost with the swap")
	}
	o.press("Gabungkan")
	if i := o.incident(first); i.Outcome != model.Duplicate || o.incident(second).ReceivedAt != i.ReceivedAt {
		t.Errorf("outcome %q", i.Outcome)
	}
	o.page.detail.askUnmerge(first, o.incident(second).Ticket)
	o.window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if o.window.Canvas().Overlays().Top() != nil {
		t.Error("Esc does not leave the dialog")
	}
}

func TestPicturesOfAMerge(t *testing.T) {
	if *pictures == "" {
		t.Log("no folder for pictures was given")
		return
	}
	for _, lang := range locales.Langs() {
		o := newOffice(t, "2026-10-05 09:12")
		o.openPage(lang)
		first := o.do(app.RegisterIncident{ReporterName: "Raden Ajeng Kartika Wulandari Kusumaningtyas", ReporterAgency: "Bidang Pembinaan Sekolah Dasar", Agency: "Disdik",
			Description: "Halaman depan situs penerimaan peserta didik baru berubah menjadi gambar peretas dan tidak dapat dibuka dari jaringan kantor", Channel: "telepon", Class: model.Rendah, TLP: model.TLPGreen}).ID
		o.clock = o.clock.Add(time.Hour)
		second := o.do(app.RegisterIncident{ReporterName: "Warga", ReporterPhone: "0812", Agency: "Disdik", Title: "Situs diretas", Description: "Ada gambar peretas", Channel: "surel",
			Class: model.Strategis, TLP: model.TLPAmberStrict, Category: "WDF"}).ID
		o.do(app.Assign{Incident: app.IncidentRef(second), Teams: []string{"V", "VII"}})
		o.do(app.AddNote{Incident: app.IncidentRef(second), Text: "Hubungi pelapor lagi besok"})
		o.page.Open(place.Route{Subject: second, Part: "related"})
		o.photograph("related-" + string(lang))
		o.page.detail.askMergeWith(first)
		o.photograph("merge-" + string(lang))
		o.press(o.around.Book.T("merge.act"))
		o.answer("title", model.TakeInto)
		o.answer("description", writeOwn)
		o.photograph("merge-asked-" + string(lang))
		o.answer("description", model.TakeBoth)
		o.answer("reporter", model.TakeInto)
		o.write("reason", "Satu kejadian")
		o.press(o.around.Book.T("merge.act"))
		o.photograph("merged-into-" + string(lang))
		o.page.Open(place.Route{Subject: second})
		o.photograph("merged-away-" + string(lang))
		o.press(o.around.Book.T("merge.unmerge"))
		o.photograph("unmerge-" + string(lang))
	}
}
