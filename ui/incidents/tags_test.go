package incidents

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"siaga/app"
	"siaga/app/settings"
	"siaga/locales"
	"siaga/model"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// more is the chooser below the ticked tags.
func (o *office) more() *widgets.Pick {
	o.Helper()
	var found *widgets.Pick
	walk(o.field("add"), func(c fyne.CanvasObject) {
		if p, ok := c.(*widgets.Pick); ok {
			found = p
		}
	})
	return found
}

// untick takes the tick of a tag in the dialog.
func (o *office) untick(tag string) {
	o.Helper()
	walk(o.field("add"), func(c fyne.CanvasObject) {
		if box, ok := c.(*widgets.Check); ok && box.Text == tag {
			test.Tap(box)
		}
	})
}

func (o *office) wantTags(id model.IncidentID, wanted ...string) {
	o.Helper()
	if i := o.incident(id); !slices.Equal(i.Tags, wanted) {
		o.Errorf("the tags are %q, not %q", i.Tags, wanted)
	}
}

func TestAnIncidentIsTaggedFoundByItAndUntagged(t *testing.T) {
	o := newOffice(t, "2026-10-05 09:00")
	first := o.do(app.RegisterIncident{ReporterName: "Pelapor", Title: "Iklan judi", Description: "satu"}).ID
	second := o.do(app.RegisterIncident{ReporterName: "Pelapor", Title: "Laman berubah", Description: "dua"}).ID
	o.do(app.TagIncident{Incident: app.IncidentRef(second), Add: []string{"Judi daring 2026"}})
	o.page.Open(place.Route{Subject: first})
	o.press("Atur penanda")
	if !o.shows("nama orang") {
		t.Error("the field does not say what not to write")
	}
	o.more().OnAdd("judi DARING 2026")
	o.more().OnAdd(strings.Repeat("panjang ", 6))
	o.press("Simpan")
	if !o.shows("1 sampai 40") {
		t.Error("the field does not say what is wrong")
	}
	o.untick(strings.TrimSpace(strings.Repeat("panjang ", 6)))
	o.press("Simpan")
	o.wantTags(first, "Judi daring 2026")

	o.press("Judi daring 2026")
	to := o.went[len(o.went)-1]
	o.page.Open(to)
	if len(o.rows()) != 2 || !o.shows("Penanda: Judi daring 2026") {
		t.Errorf("%+v shows %v", to, o.rows())
	}

	o.page.Open(place.Route{Subject: first})
	o.page.detail.askTags()
	o.untick("Judi daring 2026")
	o.press("Simpan")
	o.wantTags(first)
	o.press("Kembali")
	if len(o.rows()) != 1 {
		t.Errorf("the list still shows %v", o.rows())
	}
}

func TestSeveralIncidentsAreTaggedAndFiltered(t *testing.T) {
	o := newOffice(t, "2026-10-05 15:12")
	o.fill(12)
	l := o.page.list
	all := o.page.list.table.Rows()
	chosen := []model.IncidentID{all[0].ID, all[2].ID, all[5].ID}
	l.askBatchTags(chosen)
	o.more().OnAdd("latihan")
	o.press("Simpan")
	l.askFilter()
	o.choose("tags", "latihan")
	o.press("Saring")
	l.table.ShowColumn("tags", true)
	if len(o.rows()) != 3 || !o.shows("latihan") {
		t.Fatalf("found are %v", o.rows())
	}
	o.photograph("tagged-list")

	// A saved view keeps no word of a tag, and finds by it all the same.
	view := settings.View{Name: "Latihan", Filter: l.wish.codes()}
	if err := l.keepViews(view.Name, view); err != nil || strings.Contains(strings.Join(view.Filter["tag"], ""), "latihan") {
		t.Errorf("%v: %v", err, view.Filter)
	}
	o.openPage(locales.EN)
	l = o.page.list
	l.showView(l.views()[0])
	if len(o.rows()) != 3 || !o.shows("Tags: latihan") {
		t.Errorf("the view shows %v", o.rows())
	}
	for _, id := range chosen {
		o.do(app.TagIncident{Incident: app.IncidentRef(id), Remove: []string{"LATIHAN"}})
	}
	l.showView(l.views()[0])
	if len(o.rows()) != 0 {
		t.Errorf("without the tag the view shows %v", o.rows())
	}
	o.page.Open(place.Route{Subject: chosen[0], Part: "tag"})
	o.more().OnAdd("phishing exercise")
	o.photograph("tags-asked")
	o.press("Save")
	o.photograph("tagged")
	o.wantTags(chosen[0], "phishing exercise")
}
