package today

import (
	"strings"
	"testing"

	"siaga/app"
	"siaga/locales"
	"siaga/model"
	"siaga/ui/place/stage"
)

func TestTheRegistrationLetterIsRemindedOfHalfAYearBefore(t *testing.T) {
	for from, want := range map[model.Date]string{"2023-08-04": "habis masa berlakunya pada 4 Agustus 2026", "2024-02-04": "berlaku sampai dengan 4 Februari 2027 (72 hari lagi)", "2025-08-04": ""} {
		o := newOffice(t, "2026-11-24 10:00")
		o.Give(app.AmendOffice{STRFrom: &from})
		_, w := o.show(locales.ID)
		shown := strings.Join(stage.Texts(w.Content()), "\n")
		if want != "" && !strings.Contains(shown, want) || want == "" && strings.Contains(shown, "Surat tanda register") {
			t.Errorf("from %s: %s", from, shown)
		}
	}
}
