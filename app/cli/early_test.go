package cli

import (
	"os"
	"strings"
	"testing"

	"siaga/app"
)

// A desk whose clock is days ahead registers an incident: what is wrong with it
// is listed and shown, and corrected as the list says.
func TestAnIncidentOfTheFutureIsListedAndCorrected(t *testing.T) {
	front, back := twoDesks(t)
	back.now = "2026-10-10T09:00:00+07:00"
	ticket := back.registers("Situs dinas")
	carry(t, back, front)
	back.now = ""
	carry(t, back, front)
	for lang, says := range map[string][]string{"id": {"Diterima di masa depan", "di masa depan menurut jam meja ini"}, "en": {"Received in the future", "in the future by this desk"}} {
		if out := front.must("--lang", lang, "conflicts"); !strings.Contains(out, says[0]) || !strings.Contains(out, ticket) {
			t.Error(out)
		}
		if out := front.must("--lang", lang, "show", ticket); !strings.Contains(out, says[1]) {
			t.Error(out)
		}
	}
	if w := parsed[whole](t, front.must("show", ticket, "--json")); !w.Early {
		t.Error("show --json does not say that it is early")
	}
	k := parsed[[]decisionValue](t, front.must("conflicts", "--json"))
	if len(k) != 1 || k[0].Kind != app.DecideEarly || k[0].Ahead == 0 {
		t.Fatalf("%+v", k)
	}
	front.feed(`{"do":"decide","subject":"`+ticket+`","field":"receivedAt","value":"2026-10-07T16:00:00+07:00","reason":"jam keliru"}`, "apply", "-")
	if out := front.must("show", ticket); strings.Contains(out, "di masa depan") {
		t.Error(out)
	}
	if k := parsed[[]decisionValue](t, front.must("conflicts", "--json")); len(k) != 0 {
		t.Errorf("%+v", k)
	}
}

// A desk's folder is put back from an old copy: the next file tells it, and so
// do its desks and its check; once it has used a number again that is a fork.
func TestAnOldCopyOfADeskIsTold(t *testing.T) {
	front, back := twoDesks(t)
	old := newBench(t)
	old.seed = "3"
	if err := os.CopyFS(old.folder, os.DirFS(back.folder)); err != nil {
		t.Fatal(err)
	}
	back.registers("Hilang")
	carry(t, back, front)
	if out := carry(t, front, old); !strings.Contains(out, "salinan lama") || strings.Contains(out, "Tidak ada yang baru") {
		t.Error(out)
	}
	for _, page := range []string{"desks", "check"} {
		if out := old.must(page); !strings.Contains(out, "salinan lama") {
			t.Error(out)
		}
	}
	old.registers("Memakai nomor yang sama")
	if out := carry(t, front, old); !strings.Contains(out, "dua versi") {
		t.Error(out)
	}
	if out := old.must("conflicts"); !strings.Contains(out, "terbukti dari tanda tangan") {
		t.Error(out)
	}
	old.refuses(refused, "tidak tercatat", "conflicts", "--fork", "B")
	old.must("conflicts", "--settle", "B")
}
