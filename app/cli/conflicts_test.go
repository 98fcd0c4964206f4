package cli

import (
	"encoding/json"
	"strings"
	"testing"

	"siaga/app"
	"siaga/locales"
	"siaga/model"
	"siaga/ui/place/stage"
)

// What desks left open is listed in words and for programs, and what the list
// names decides it.
func TestWhatDesksLeftOpenIsListedAndDecided(t *testing.T) {
	o := stage.New(t, "2026-10-05 09:00")
	done := o.Give(app.RegisterIncident{ReporterName: "Guru Piket", Description: "Situs berubah", Class: model.Rendah})
	impact := "=Ringan"
	o.Give(app.AmendIncident{Incident: app.IncidentRef(done.ID), Details: app.Details{Impact: &impact}})
	o.At("2026-10-05 09:30").AdmitBack("Ruang server")
	o.Elsewhere("incident.amended", done.ID, model.Values{"impact": "Berat"})
	o.Elsewhere("incident.registered", "cccccccccccccccccccccccccccccccc", model.Registered{Ticket: done.Ticket, Policy: model.Decree(), ReceivedAt: o.Now()}.Values())
	o.Notes(`{"forks":[{"desk":"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb","n":7,"from":"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb","file":"x","at":"2026-10-05T02:00:00Z"}]}`)
	b := newBench(t)
	b.folder = o.World.Folder
	if err := o.Close(); err != nil {
		t.Fatal(err)
	}
	b.env["SIAGA_PASSPHRASE"] = stage.Passphrase
	for _, lang := range locales.Langs() {
		out := b.must("--lang", string(lang), "conflicts")
		for _, says := range []string{string(done.Ticket), "=Ringan", "Berat", "Ruang server", locales.Open(lang).T("decide.kind.fork"), locales.Open(lang).T("decide.fork.todo", "File", "x"), map[locales.Lang]string{locales.ID: "09.30", locales.EN: "09:30"}[lang], "cccccccccccccccccccccccccccccccc"} {
			if !strings.Contains(out, says) {
				t.Errorf("%s: %q is not told in\n%s", lang, says, out)
			}
		}
	}
	for _, lang := range locales.Langs() {
		book, out := locales.Open(lang), b.must("--lang", string(lang), "show", string(done.ID))
		for _, says := range []string{book.T("incidents.conflicts", "Fields", book.T("field.impact")), book.T("show.decide")} {
			if !strings.Contains(out, says) {
				t.Errorf("%s: %q is not told in\n%s", lang, says, out)
			}
		}
	}
	var listed []decisionValue
	if err := json.Unmarshal([]byte(b.must("conflicts", "--json")), &listed); err != nil || len(listed) != 3 {
		t.Fatalf("%v, %+v", err, listed)
	}
	k := listed[2]
	lines := `{"do":"decide","subject":"` + string(k.Subject) + `","field":"` + string(k.Field) + `","take":"` + k.Values[0].Mark + `","reason":"disepakati"}` + "\n" +
		`{"do":"renumber-incident","incident":"cccccccccccccccccccccccccccccccc","reason":"folder disalin"}`
	b.must("apply", written(t, "decided.jsonl", lines))
	if err := json.Unmarshal([]byte(b.must("conflicts", "--json")), &listed); err != nil || len(listed) != 1 || listed[0].Kind != app.DecideFork {
		t.Errorf("%v, %+v", err, listed)
	}
}

// What was erased and is written once more is listed, and erased too by the order
// that the list leads to.
func TestWhatWasWrittenAgainIsListedAndErased(t *testing.T) {
	o := stage.New(t, "2026-10-05 09:00")
	into := o.Give(app.RegisterIncident{ReporterName: "Guru Piket", Description: "Situs berubah", Title: "Situs"})
	from := o.Give(app.RegisterIncident{ReporterName: "Guru Piket", Description: "Halaman berubah", Title: "Situs"})
	o.Give(app.MergeIncidents{Into: app.IncidentRef(into.ID), From: app.IncidentRef(from.ID), Reason: "satu kejadian", Take: map[string]string{"description": "both"}})
	short := "Diringkas"
	o.Give(app.AmendIncident{Incident: app.IncidentRef(into.ID), Details: app.Details{Description: &short}})
	o.Give(app.ErasePersonalData{Subject: string(from.ID), Fields: []string{"description"}, Ground: "request", OrderedBy: "Ketua", Reason: "diminta"})
	b := newBench(t)
	b.folder = o.World.Folder
	if err := o.Close(); err != nil {
		t.Fatal(err)
	}
	b.env["SIAGA_PASSPHRASE"] = stage.Passphrase
	for _, lang := range locales.Langs() {
		if out, says := b.must("--lang", string(lang), "conflicts"), locales.Open(lang).T("decide.rewritten.told"); !strings.Contains(out, says) || !strings.Contains(out, short) {
			t.Errorf("%s: it is not told in\n%s", lang, out)
		}
	}
	b.must("apply", written(t, "erased.jsonl", `{"do":"decide","subject":"`+string(into.Ticket)+`","field":"description","take":"erase"}`))
	if out := b.must("history", string(into.Ticket)); strings.Contains(out, short) {
		t.Errorf("the history still reads\n%s", out)
	}
}
