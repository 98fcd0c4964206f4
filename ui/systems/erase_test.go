package systems

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"siaga/app"
	"siaga/locales"
	"siaga/model"
	"siaga/ui/place"
	"siaga/ui/place/stage"
	"siaga/ui/widgets"
)

// Whoever answers for a system is a person: the name can be erased on its page.
func TestPersonalDataOfASystemAreErasedOnItsPage(t *testing.T) {
	o := registered(t)
	name, manager := "Perizinan Daring", "Pengelola Contoh"
	o.Give(app.AmendSystem{System: app.SystemRef(name), Manager: &manager})
	page, w := o.show(locales.ID)
	page.Open(place.Route{Subject: o.system(name).ID})
	press(t, page.Content(), "Hapus data pribadi…")
	top := w.Canvas().Overlays().Top()
	press(t, top, "Hapus selamanya")
	if asked(t, w).Field("fields").Error() == "" {
		t.Error("nothing was chosen, and nothing is refused")
	}
	each(top, func(shown fyne.CanvasObject) {
		if tick, ok := shown.(*widgets.Check); ok && tick.Text == "Pengelola: "+manager {
			test.Tap(tick)
		}
	})
	form := asked(t, w)
	for field, text := range map[string]string{"orderedBy": "Ketua Tim", "reason": "Permintaan yang bersangkutan"} {
		test.Type(form.Field(field).Input.(fyne.Focusable), text)
	}
	form.Field("ground").Input.(*widgets.Pick).SetSelected("request")
	press(t, top, "Hapus selamanya")
	if form.Field("confirm").Error() == "" {
		t.Error("erased without its name")
	}
	test.Type(form.Field("confirm").Input.(fyne.Focusable), name)
	press(t, top, "Hapus selamanya")
	if got := o.system(name).Manager; got != model.Gone || page.detail.form.manager.Text != model.Gone {
		t.Errorf("the manager is %q; the page shows %v", got, stage.Texts(page.Content()))
	}
}
