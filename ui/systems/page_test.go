package systems

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"siaga/app"
	"siaga/locales"
	"siaga/model"
	"siaga/ui/place"
	"siaga/ui/place/stage"
)

// office is the stage on which this place is tried out.
type office struct{ *stage.Office }

func newOffice(t *testing.T, start string) *office { return &office{stage.New(t, start)} }

func (o *office) show(lang locales.Lang) (*Page, fyne.Window) {
	return stage.Show(o.Office, lang, func(around place.Around, d *app.Desk) *Page { return New(around, d) })
}

// registered is an office with some systems, one of them on the border.
func registered(t *testing.T) *office {
	o := newOffice(t, "2026-11-24 10:04")
	for _, c := range []app.AddSystem{
		{Name: "Sistem Informasi Administrasi Kependudukan Terpusat Kota Bekasi", Agency: "Disdukcapil", URL: "https://siak.contoh.example", Answers: "AAAAABBCCC", PersonalData: true, Vital: true},
		{Name: "Perizinan Daring", Agency: "DPMPTSP", Answers: "BBBBBBBBBC", PersonalData: true},
		{Name: "Situs Sekolah", Agency: "Disdik", Answers: "CCCCCCCCCC", Example: true},
		{Name: "Absensi Pegawai", Agency: "BKPSDM"},
	} {
		o.Give(c)
	}
	for range 3 {
		o.register("Perizinan Daring")
	}
	return o
}

func (o *office) register(system app.SystemRef) app.Done {
	o.T.Helper()
	return o.Give(app.RegisterIncident{ReporterName: "Petugas Loket", Description: "Layanan tidak dapat diakses", System: system, Channel: "telepon"})
}

func (o *office) system(name string) model.System {
	for _, s := range o.Systems() {
		if s.Name == name {
			return s
		}
	}
	return model.System{}
}

func TestEveryPartSpeaksBothLanguages(t *testing.T) {
	for _, lang := range locales.Langs() {
		o := registered(t)
		page, w := o.show(lang)
		for name, route := range map[string]place.Route{"list": {Part: partSystems}, "agencies": {Part: partAgencies}, "new": {Part: partNew},
			"detail": {Subject: o.system("Sistem Informasi Administrasi Kependudukan Terpusat Kota Bekasi").ID}} {
			page.Open(route)
			stage.Photograph(t, w, "systems-"+name+"-"+string(lang))
			if page.detail != nil {
				scrollDown(page.detail.content)
				stage.Photograph(t, w, "systems-"+name+"-lower-"+string(lang))
			}
		}
		page, w = newOffice(t, "2026-11-24 10:00").show(lang)
		page.Open(place.Route{Part: partSystems})
		stage.Photograph(t, w, "systems-empty-"+string(lang))
		page.askAgency(model.Agency{})
		stage.Photograph(t, w, "systems-agency-"+string(lang))
	}
}

// scrollDown shows the end of the form.
func scrollDown(o fyne.CanvasObject) {
	each(o, func(o fyne.CanvasObject) {
		if s, ok := o.(*container.Scroll); ok {
			s.ScrollToBottom()
		}
	})
}
