package incidents

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"siaga/app"
	"siaga/locales"
	"siaga/model"
	"siaga/ui/place"
)

// Keys that the place composes have their sentences in both languages.
func TestEveryComposedKeyHasItsSentence(t *testing.T) {
	o := newOffice(t, "2026-10-05 09:12")
	var keys []string
	for _, c := range chips() {
		keys = append(keys, "chip."+c.key)
	}
	for _, c := range o.page.columns() {
		keys = append(keys, "column."+c.ID)
	}
	for _, s := range sections() {
		keys = append(keys, "section."+s.name)
	}
	for _, g := range groups {
		keys = append(keys, "group."+g.name)
	}
	for _, a := range acts() {
		if a.name != "" {
			keys = append(keys, "act."+a.name)
		}
	}
	for _, name := range []string{"chronology", "actions", "evidence", "notices", "notes", "related"} {
		keys = append(keys, "empty."+name)
	}
	for _, kind := range paperKinds {
		keys = append(keys, "paper."+kind)
	}
	for _, a := range model.Activities {
		keys = append(keys, "pass."+strconv.Itoa(int(a.Step)))
	}
	for _, lang := range locales.Langs() {
		for _, key := range keys {
			if !locales.Open(lang).Has("incidents." + key) {
				t.Errorf("%s: %q has no sentence", lang, key)
			}
		}
	}
}

// Every field of app.Details is asked for somewhere in the overview.
func TestEveryDetailHasItsPlace(t *testing.T) {
	var grouped []string
	for _, g := range groups {
		grouped = append(grouped, g.fields...)
	}
	for _, p := range app.Parameters(app.AmendIncident{}) {
		if p.Name != "incident" && p.Name != "reason" && (!slices.Contains(grouped, p.Name) || detailFields[p.Name].ask == nil) {
			t.Errorf("%s cannot be edited", p.Name)
		}
	}
	for _, fields := range stepAsks {
		for _, name := range fields {
			if detailFields[name].ask == nil {
				t.Errorf("a step asks for %s", name)
			}
		}
	}
}

// A history of a whole year reads in words: no JSON, no missing sentence, and nothing
// that is only said to be recorded.
func TestAHistoryReadsInWords(t *testing.T) {
	o := newOffice(t, "2026-10-05 15:12")
	o.fill(40)
	for _, lang := range locales.Langs() {
		o.openPage(lang)
		for _, r := range o.desk.Search(app.Filter{}) {
			changes, err := o.desk.History(r.ID)
			if err != nil {
				t.Fatal(err)
			}
			for _, c := range changes {
				said := o.page.fieldLabel(c.Field) + ": " + o.page.value(c.Field, c.Before) + " " + o.page.value(c.Field, c.After)
				if strings.ContainsAny(said, "{}⟦") || strings.Contains(said, o.page.T("incidents.history.recorded")) {
					t.Errorf("%s %s: %s (%s)", r.Ticket, c.Field, said, c.After)
				}
			}
		}
	}
}

// Every section of incidents in every state draws without a missing sentence.
func TestNoSentenceIsMissingOnThePage(t *testing.T) {
	o := newOffice(t, "2026-10-05 15:12")
	o.fill(25)
	o.openPage(locales.EN)
	seen := map[string]bool{}
	for _, r := range o.desk.Search(app.Filter{}) {
		state := string(r.Outcome) + strconv.Itoa(int(r.Step))
		if seen[state] {
			continue
		}
		seen[state] = true
		for _, s := range sections() {
			o.page.Open(place.Route{Subject: r.ID, Part: s.name})
			if o.shows("⟦") {
				t.Errorf("%s of %s: a sentence is missing", s.name, r.Ticket)
			}
		}
		for _, item := range o.page.detail.actMenu().Items {
			if !item.IsSeparator {
				item.Action()
				if o.shows("⟦") {
					t.Errorf("%s: a sentence is missing", item.Label)
				}
				if o.window.Canvas().Overlays().Top() != nil { // some acts say only why not
					o.press("Cancel")
				}
			}
		}
	}
}
