package cli

import (
	"slices"
	"strings"
	"testing"
)

// Incidents are tagged by orders, listed and counted by their tags, and shown with
// them.
func TestIncidentsAreListedByTheirTags(t *testing.T) {
	b := newDesk(t)
	made := results(t, b.feed(`{"do":"register-incident","as":"a","reporterName":"Guru","description":"Iklan judi"}
{"do":"register-incident","as":"b","reporterName":"Warga","description":"Laman berubah"}
{"do":"register-incident","as":"c","reporterName":"Warga","description":"Surel palsu"}
{"do":"tag-incident","incident":"$a","add":["Judi daring 2026","latihan"]}
{"do":"tag-incident","incident":"$b","add":["judi daring 2026"]}
{"do":"tag-incident","incident":"$c","add":["=latihan"]}
{"do":"tag-incident","incident":"$a","remove":["LATIHAN"]}`, "apply", "-").out)
	if out := b.must("tags"); !strings.Contains(out, "Judi daring 2026") || !strings.Contains(out, "2 penanda") {
		t.Errorf("the tags are told so:\n%s", out)
	}
	if all := parsed[[]tagValue](t, b.must("tags", "--json")); !slices.Equal(all, []tagValue{{"=latihan", 1}, {"Judi daring 2026", 2}}) {
		t.Errorf("%+v", all)
	}
	found := parsed[[]listed](t, b.must("list", "--json", "--tag", "JUDI daring 2026"))
	if len(found) != 2 || !slices.Equal(found[1].Tags, []string{"Judi daring 2026"}) {
		t.Errorf("%+v", found)
	}
	if both := parsed[[]listed](t, b.must("list", "--json", "--tag", "judi daring 2026,=latihan")); len(both) != 3 {
		t.Errorf("%d are listed by two tags", len(both))
	}
	if f := parsed[figuresValue](t, b.must("figures", "2026-S2", "--json", "--tag", "judi daring 2026")); f.All != 2 {
		t.Errorf("%d are counted", f.All)
	}
	if out := b.must("show", made[0].Ticket); !strings.Contains(out, "Penanda") || !strings.Contains(out, "Judi daring 2026") || strings.Contains(out, "latihan") {
		t.Errorf("it is shown so:\n%s", out)
	}
	if out := b.must("history", made[0].Ticket, "--lang", "en"); !strings.Contains(out, "Tags changed") {
		t.Errorf("its history:\n%s", out)
	}
}
