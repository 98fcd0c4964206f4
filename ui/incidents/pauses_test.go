package incidents

import (
	"strings"
	"testing"

	"siaga/locales"
	"siaga/model"
	"siaga/ui/place"
)

func TestPausesAddUpInTheWindow(t *testing.T) {
	d := &detail{Page: &Page{Around: place.Around{Book: locales.Open(locales.ID)}}}
	at := model.At(moment(t, "2026-10-05 11:00"))
	s := model.PauseSum{Office: true, Total: 7200, Overlap: 1200, Pauses: []model.CountedPause{
		{Pause: model.Pause{From: at, Until: at + 30*3600, Reason: "menunggu-pengguna"}, Counted: 4800},
		{Pause: model.Pause{From: at + 29*3600, Until: at + 31*3600 + 5, Reason: "menunggu-pengguna"}, Counted: 3600}}}
	if words := d.pauseWords(s.Pauses[0], s); !strings.Contains(words, "05-10-2026 11.00.00 – 06-10-2026 17.00.00 (jam kerja: 1 jam 20 menit)") {
		t.Error(words)
	}
	if words := d.pauseTotal(s); !strings.Contains(words, "dalam jam kerja: 2 jam. Jeda yang tumpang tindih dihitung satu kali") {
		t.Error(words)
	}
}
