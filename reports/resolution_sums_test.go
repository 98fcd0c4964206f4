package reports

import (
	"strings"
	"testing"

	"siaga/locales"
	"siaga/model"
)

// An auditor adds up what the closing report prints: late by seconds, pauses that
// overlap, one that lies beside the clock.
func TestTheReportAddsUp(t *testing.T) {
	late := shown()["resolution-paused"].(Resolution)
	course := &late.Incident.Course
	k := course.Resolution(late.PrintedAt)
	overlapping := course.Pauses[0]
	overlapping.ID, overlapping.From, overlapping.Until = "z", overlapping.Until-1200, overlapping.Until+2400
	beside := model.Pause{ID: "y", From: k.EndAt, Until: k.EndAt + 600, Reason: overlapping.Reason}
	course.Pauses = append(course.Pauses, overlapping, beside)
	for i := range course.Passages {
		if p := &course.Passages[i]; p.Step >= model.StepConclude {
			p.At = course.Resolution(late.PrintedAt).Due() + 30
		}
	}
	course.Pauses[2].From, course.Pauses[2].Until = course.PassedAt(1, model.StepConclude), course.PassedAt(1, model.StepConclude)+600
	text := everything(sheetsOf(t, late, locales.ID))
	for _, want := range []string{"04-10-2026 15.30.00", "04-10-2026 15.30.30", "terlambat 30 detik", "jeda 2 jam = 4 Oktober 2026 pukul 15.30.00 WIB",
		"Jumlah yang dihitung2 jam", "dihitung satu kali, sehingga jumlahnya 20 menit lebih sedikit", "ketika waktu resolusi tidak berjalan tidak dihitung"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in %s", want, text)
		}
	}
}

func TestTheReportTellsAnEndBeforeItsStart(t *testing.T) {
	wrong := shown()["resolution-paused"].(Resolution)
	wrong.Incident.AnsweredAt = wrong.Incident.ReceivedAt - 600
	if text := everything(sheetsOf(t, wrong, locales.EN)); !strings.Contains(text, "Its end is recorded before its start") {
		t.Errorf("wrong desk clocks are not told in %s", text)
	}
}
