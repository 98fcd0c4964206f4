package exchange

import (
	"testing"

	"siaga/app"
	"siaga/model"
)

// Whatever is wrong with a file, or asked of who reads it, stands behind the icon
// of a tone, not behind the small mark of what it brings.
func TestWhatIsWrongIsToldInATone(t *testing.T) {
	a := app.Arrival{Request: true, Disputes: []app.Dispute{{Field: "impact"}}, Early: []model.Ticket{"CSIRT-2026-B-0001-7"}, Rewritten: 1, Lost: 2,
		Gaps: []app.Gap{{Desk: "x", From: 1, To: 2}}, Strangers: []model.DeskID{"y"}, NewLetter: "D",
		Forks: []app.Fork{{Desk: "x"}, {Desk: "x", File: "aside"}}, Clocks: map[model.DeskID]app.Skew{"x": {Seconds: 7200}}}
	for _, s := range a.Told(func(model.DeskID) string { return "B" })[1:] {
		if tonesOfArrival[s.Key].Icon() == nil {
			t.Errorf("%s has no tone", s.Key)
		}
	}
}
