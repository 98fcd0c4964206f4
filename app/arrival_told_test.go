package app

import (
	"strings"
	"testing"

	"siaga/locales"
	"siaga/model"
)

// Whatever a file brings is said in a whole sentence, in both languages, for one
// thing and for several.
func TestEveryArrivalIsToldInSentences(t *testing.T) {
	others := map[string]Count{"from-tomorrow": {New: 1}}
	for n, kind := range arrivalKinds {
		others[kind] = Count{New: n % 2, Changed: 1}
	}
	full := Arrival{From: model.DeskInfo{Letter: "B", Name: "Loket"}, MadeAt: 1, Request: true, Own: 2, Lost: 1, NewLetter: "C",
		NewIncidents: []model.Ticket{"x"}, ChangedIncidents: []model.Ticket{"x", "y"}, Others: others, Disputes: make([]Dispute, 3), Early: []model.Ticket{"x"},
		Gaps: []Gap{{"c", 4, 4}, {"c", 7, 9}}, Strangers: []model.DeskID{"d"}, Forks: []Fork{{Desk: "e"}, {Desk: "e", File: "x"}},
		Clocks: map[model.DeskID]Skew{"f": {Seconds: 600}}}
	for _, a := range []Arrival{full, {From: model.DeskInfo{Letter: "B"}, MadeAt: 1}} {
		for _, lang := range locales.Langs() {
			book := locales.Open(lang)
			for _, s := range a.Told(func(desk model.DeskID) string { return "Meja " + string(desk) }) {
				said := book.Tell(s.Key, s.Args...)
				if strings.Contains(said, "⟦") || strings.Contains(said, "<no value>") || !strings.HasSuffix(said, ".") {
					t.Errorf("%s: %s says %q", lang, s.Key, said)
				}
			}
		}
	}
	if told := (Arrival{}).Told(nil); len(told) != 2 || told[1].Key != "arrival.nothing" {
		t.Errorf("an empty file tells %v", told)
	}
	for want, a := range map[string]Arrival{
		"arrival.taken": {Events: 1}, "arrival.taken-nothing": {Known: 3}, "arrival.taken-request": {Request: true},
		"arrival.taken-none": {Forks: []Fork{{}}}, "arrival.taken-part": {Events: 1, Gaps: []Gap{{"c", 4, 4}}},
	} {
		if got := a.Outcome(); got != want {
			t.Errorf("%+v ends in %s", a, got)
		}
	}
	if told := full.Told(func(model.DeskID) string { return "" }); len(told) != 26 {
		t.Errorf("%d sentences", len(told))
	}
}
