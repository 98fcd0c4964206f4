package settings_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"siaga/locales"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// submit is Ctrl+Enter in a field.
func (o *office) submit(id string) *office {
	o.t.Helper()
	o.field(id).Input.(*widgets.Entry).TypedShortcut(widgets.KeySubmit)
	return o
}

func (o *office) tick(word string) *office {
	o.t.Helper()
	test.Tap(find(o, func(c *widgets.Check) bool { return c.Text == word }))
	return o
}

// How warnings are announced holds on this computer, each answer at once.
func TestWarningsAreAnnouncedAsThisComputerLikes(t *testing.T) {
	for _, lang := range locales.Langs() {
		o, word := newOffice(t, lang, look.Choice{}).part("warn"), locales.Open(lang).T
		before := o.chosen.Choices()
		for _, key := range []string{"system", "sound", "tray", "hidden"} {
			o.tick(word("settings.warn." + key + ".label"))
		}
		c := o.chosen.Choices()
		if c.Quiet == before.Quiet || c.Sound == before.Sound || c.Tray == before.Tray || c.Hidden == before.Hidden {
			t.Errorf("%s: %+v became %+v", lang, before, c)
		}
		o.write("quiet", "22-05").submit("quiet")
		if said := o.field("quiet").Error(); !strings.Contains(said, "22-05") || o.chosen.Choices().QuietHours.String() != "" {
			t.Errorf("%s: no span is answered %q", lang, said)
		}
		o.write("quiet", "22:00 - 05:00").tap(word("common.save"))
		if got := o.chosen.Choices().QuietHours.String(); got != "22.00-05.00" || o.field("quiet").Error() != "" || !slices.Contains(o.told, word("settings.warn.saved")) {
			t.Errorf("%s: quiet from %q", lang, got)
		}
		o.write("quiet", "").submit("quiet")
		if got := o.chosen.Choices().QuietHours.String(); got != "" {
			t.Errorf("%s: quiet still from %q", lang, got)
		}
	}
}

// The chain of escalation is the office's; what is wrong is told at its field and
// stays to be mended.
func TestTheChainOfEscalationIsSettled(t *testing.T) {
	o := newOffice(t, locales.ID, look.Choice{}).part("warn")
	for wrong, says := range map[string]string{
		"":                      "belum diisi",
		"50 piket\nseratus IV":  "seratus IV",
		"50 piket\nIV":          "“IV”",
		"100 IV\n80 III":        "urut",
		"100+30 IV\n100+10 III": "urut",
		"50 IV\n80 IV":          "urut",
		"50 Kepala Dinas":       "Kepala Dinas",
		"100000 IV":             "urut",
	} {
		o.write("escalation", wrong).submit("escalation")
		entry := o.field("escalation").Input.(*widgets.Entry)
		if said := o.field("escalation").Error(); !strings.Contains(said, says) || entry.Text != wrong || len(o.Office().Escalation) != len(model.DefaultEscalation()) {
			t.Errorf("%q is answered %q", wrong, said)
		}
	}
	o.write("escalation", "50 piket\n\n100+30  III").submit("escalation")
	want := []model.Rung{{Post: model.PostOnDuty, Percent: 50}, {Post: "III", Percent: 100, Minutes: 30}}
	if got := o.Office().Escalation; !slices.Equal(got, want) || o.field("escalation").Error() != "" {
		t.Errorf("the chain is %+v", got)
	}
	if text := o.part("office").part("warn").field("escalation").Input.(*widgets.Entry).Text; text != "50 piket\n100+30 III" {
		t.Errorf("it is shown as %q", text)
	}
}
