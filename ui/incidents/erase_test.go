package incidents

import (
	"testing"

	"siaga/model"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// Nothing is erased before the ground, the order and the ticket's number are
// given; afterwards the page says what is gone, and leads to the record.
func TestPersonalDataAreErasedThroughThePage(t *testing.T) {
	o := newOffice(t, "2026-10-05 09:12")
	id := o.call("Halaman depan berubah")
	ticket := string(o.incident(id).Ticket)
	erase := func(field string) {
		t.Helper()
		o.press("Hapus selamanya")
		if field != "" && o.field(field).Error() == "" {
			t.Errorf("nothing is refused at %s", field)
		}
	}
	o.page.Open(place.Route{Subject: id, Part: "erase"})
	o.photograph("erase")
	if !o.shows("Yang lain") || !o.shows("Penghapusan tidak") {
		t.Error("it does not say what stays")
	}
	erase("confirm")
	o.write("confirm", ticket)
	erase("ground")
	o.field("ground").Input.(*widgets.Pick).SetSelected("request")
	erase("orderedBy")
	o.write("orderedBy", "Ketua Tim")
	erase("reason")
	o.write("reason", "Permintaan pelapor")
	o.write("requestedAt", "kapan-kapan")
	erase("requestedAt")
	o.write("requestedAt", "")
	erase("")
	if got := o.incident(id).Reporter; got.Name != model.Gone || got.Phone != "" {
		t.Fatalf("the reporter is %+v", got)
	}
	o.page.Open(place.Route{Subject: id})
	o.photograph("erased")
	if !o.shows("Data pribadi telah dihapus") || !o.shows("Berita acara penghapusan") {
		t.Error("the page does not say that something was erased")
	}
	o.page.Open(place.Route{Subject: id, Part: "history"})
	if !o.shows("Penghapusan data pribadi") || !o.shows("dihapus") {
		t.Error("the history does not tell of it")
	}
}
