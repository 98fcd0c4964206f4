package incidents

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"siaga/app"
	"siaga/app/settings"
	"siaga/locales"
	"siaga/model"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

func (o *office) rows() (tickets []model.Ticket) {
	for _, r := range o.page.list.table.Rows() {
		tickets = append(tickets, r.Ticket)
	}
	return tickets
}

func TestTheListIsFilteredSearchedAndRemembered(t *testing.T) {
	o := newOffice(t, "2026-10-05 15:12")
	o.fill(40)
	l := o.page.list
	all := len(o.rows())
	l.chips.Toggle(open)
	l.chips.Toggle("class.tinggi")
	for _, r := range l.table.Rows() {
		if r.Outcome != "" || r.Class != model.Tinggi {
			t.Errorf("%s is %s, %s", r.Ticket, r.Outcome, r.Class)
		}
	}
	narrowed := o.rows()
	if len(narrowed) == 0 || len(narrowed) == all {
		t.Fatalf("%d of %d incidents", len(narrowed), all)
	}
	l.table.Sort("resolution", true)
	l.table.ShowColumn("category", true)
	if err := l.keepViews("Tinggi", settings.View{Name: "Tinggi", Filter: l.wish.codes(), Sort: "-resolution"}); err != nil {
		t.Fatal(err)
	}

	o.openPage(locales.EN)
	l = o.page.list
	if layout := l.table.Layout(); layout.Sort != "resolution" || !layout.Descending || layout.Hidden["category"] {
		t.Errorf("the table forgot: %+v", layout)
	}
	if len(o.rows()) != all {
		t.Errorf("a new list shows %d of %d", len(o.rows()), all)
	}
	l.showView(l.views()[0])
	slices.Sort(narrowed)
	got := o.rows()
	slices.Sort(got)
	if !slices.Equal(got, narrowed) {
		t.Errorf("the saved view shows %v, saved with %v", got, narrowed)
	}
	l.want(wish{})
	o.page.FocusSearch()
	test.Type(l.search, string(narrowed[0]))
	if got := o.rows(); len(got) != 1 || got[0] != narrowed[0] {
		t.Errorf("searching for %s finds %v", narrowed[0], got)
	}
	l.table.Open(string(l.table.Rows()[0].ID))
	if o.page.Route().Subject == "" || !o.page.Back() || len(o.rows()) != 1 {
		t.Error("Esc does not come back to the list as it was left")
	}
	test.Type(l.search, "zzz")
	if !o.shows("No incident matches") {
		t.Error("an empty result does not say so")
	}
}

func TestSeveralIncidentsAtOnce(t *testing.T) {
	o := newOffice(t, "2026-10-05 09:12")
	first, second := o.call("Halaman depan berubah"), o.call("Surel palsu")
	ended := o.call("Keliru")
	o.do(app.RejectIncident{Incident: app.IncidentRef(ended), Reason: "bukan kewenangan"})
	o.page.Open(place.Route{})
	l := o.page.list
	l.table.Select(string(first), string(second), string(ended))
	l.askBatchTeams(ids(l.table.Selected()))
	test.Tap(boxOf(o, "VI – Infrastruktur"))
	o.press("Tugaskan")
	for _, id := range []model.IncidentID{first, second} {
		if i := o.incident(id); !slices.Equal(i.Teams, []string{"VI"}) {
			t.Errorf("%s has teams %v", i.Ticket, i.Teams)
		}
	}
	if last := o.told[len(o.told)-1]; !strings.Contains(last, "2 dari 3") {
		t.Errorf("the corner says %q", last)
	}
}

func boxOf(o *office, word string) (found *widgets.Check) {
	walk(o.field("teams").Input, func(c fyne.CanvasObject) {
		if box, ok := c.(*widgets.Check); ok && box.Text == word {
			found = box
		}
	})
	return found
}

// A saved view holds codes only, and reads back as it was.
func TestASavedViewReadsBackAsItWas(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var w wish
		for _, c := range chips() {
			if rapid.Bool().Draw(t, c.key) {
				c.set(&w, true)
			}
		}
		if rapid.Bool().Draw(t, "more") {
			w.Category, w.Step, w.Team = []string{"WDF"}, []model.Step{3, 5}, []string{"VI"}
			w.From, w.To, w.DueBefore = 1_700_000_000, 1_800_000_000, 1_800_000_000
		}
		back := wishOf(w.codes())
		if !reflect.DeepEqual(back, w) {
			t.Fatalf("%+v became %+v", w, back)
		}
		w.Text = "nama pelapor"
		for _, codes := range w.codes() {
			if slices.Contains(codes, w.Text) {
				t.Fatal("a saved view holds the searched text")
			}
		}
	})
}

// Duties of reporting: what is owed, overdue and fulfilled, each by its button,
// and kept in a saved view.
func TestTheListIsFilteredByDutiesOfReporting(t *testing.T) {
	o := newOffice(t, "2026-10-05 09:12")
	o.call("Layar biru")
	marked := func(title string, as app.Details) model.IncidentID {
		id := o.call(title)
		o.do(app.AmendIncident{Incident: app.IncidentRef(id), Details: as})
		return id
	}
	yes := true
	crime, vital := marked("Perusakan", app.Details{Crime: &yes}), marked("Server induk", app.Details{Vital: &yes})
	o.clock = o.clock.Add(25 * time.Hour)
	told := marked("Basis data", app.Details{Vital: &yes})
	o.do(app.AddNotice{Incident: app.IncidentRef(told), To: "bssn", Number: "500.12/7"})
	for chip, want := range map[string]model.IncidentID{"legal.owed": crime, "legal.overdue": vital, "legal.done": told} {
		o.page.list.want(wish{})
		o.page.list.chips.Toggle(chip)
		if rows := o.page.list.table.Rows(); len(rows) != 1 || rows[0].ID != want {
			t.Errorf("%s shows %v", chip, o.rows())
		}
		if o.page.list.want(wishOf(o.page.list.wish.codes())); !slices.Equal(o.page.list.chips.Active(), []string{chip}) {
			t.Errorf("a view of %s comes back as %v", chip, o.page.list.chips.Active())
		}
	}
}

func TestAnEmptyListOffersTheFirstStep(t *testing.T) {
	o := newOffice(t, "2026-10-05 09:12")
	if !o.shows("Belum ada insiden") || buttonOf(o.page.list.table, "Insiden baru") == nil {
		t.Error("an empty list does not offer to record the first report")
	}
}

// A route may ask for what the desk's filter does not know, and comes back the same.
func TestARouteNamesWhatTheListShows(t *testing.T) {
	o := newOffice(t, "2026-10-05 09:12")
	alone, mine := o.call("Halaman depan berubah"), o.call("Surel palsu")
	me, _ := o.desk.AtDesk()
	o.do(app.Assign{Incident: app.IncidentRef(mine), Teams: []string{"V"}, Persons: []app.PersonRef{app.PersonRef(me.ID)}})
	for part, want := range map[string]model.IncidentID{"noTeam": alone, "mine": mine} {
		o.page.Open(place.Route{Part: part})
		if rows := o.page.list.table.Rows(); len(rows) != 1 || rows[0].ID != want {
			t.Errorf("%s shows %v", part, o.rows())
		}
		if got := o.page.Route(); got.Part != part || got.Filter == nil {
			t.Errorf("%s came back as %+v", part, got)
		}
	}
}
