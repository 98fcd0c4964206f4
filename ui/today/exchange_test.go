package today

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"siaga/locales"
	"siaga/ui/place/stage"
	"siaga/ui/widgets"
)

// An office of one desk hears of its backup only; with another desk each warning
// leads to where something is done about it.
func TestTheExchangeIsToldWhereItIsDealtWith(t *testing.T) {
	alone := morning(t)
	page, _ := alone.show(locales.ID)
	if text := strings.Join(stage.Texts(page.exchange), " "); !strings.Contains(text, "cadangan") || strings.Contains(text, "Sidik jari") {
		t.Errorf("one desk alone is told: %s", text)
	}
	a, _ := stage.Pair(t, "Ruang server")
	o := &office{a}
	o.register("Uji", "")
	page, w := o.show(locales.EN)
	if text := strings.Join(stage.Texts(page.exchange), " "); !strings.Contains(text, "The fingerprint of desk B (Ruang server)") {
		t.Errorf("two desks are told: %s", text)
	}
	stage.Photograph(t, w, "today-exchange")
	press(t, page, "Open")
	if len(o.Gone) != 1 || o.Gone[0].Part != "desks" {
		t.Errorf("gone to %v", o.Gone)
	}
}

// press taps the first button of a word in the list of the exchange.
func press(t *testing.T, p *Page, word string) {
	t.Helper()
	for _, section := range p.exchange.Objects {
		if b := button(section, word); b != nil {
			test.Tap(b)
			return
		}
	}
	t.Fatalf("no button %q", word)
}

func button(o fyne.CanvasObject, word string) *widgets.Button {
	if b, ok := o.(*widgets.Button); ok && b.Text == word {
		return b
	}
	var children []fyne.CanvasObject
	switch o := o.(type) {
	case fyne.Widget:
		children = test.WidgetRenderer(o).Objects()
	case *fyne.Container:
		children = o.Objects
	}
	for _, child := range children {
		if b := button(child, word); b != nil {
			return b
		}
	}
	return nil
}
