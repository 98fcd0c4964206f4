package cli

import (
	"strings"
	"testing"
)

// reckoning is one incident of the scripted day, worked out with pencil and
// paper from testdata/day.jsonl and Lampiran III, not with this program.
// Instants are "day hour:minute" of October 2026, WIB; empty means none.
type reckoning struct {
	ticket   string
	class    string
	step     int
	outcome  string
	response hand
	resolve  hand
	reclass  bool
	reopened bool
}

type hand struct {
	start, due, end string
	paused          int // minutes
	breached        bool
	state           string
}

var day = []reckoning{
	// 09:12 + 1 h = 10:12, done 09:30. Escalated 10:05 + 24 h + pause 11:00–12:20 (80 min) = 6th 11:25, done 16:00.
	{"0001", "tinggi", 10, "closed", hand{"05 09:12", "05 10:12", "05 09:30", 0, false, "kept"}, hand{"05 10:05", "06 11:25", "05 16:00", 80, false, "kept"}, false, false},
	// 07:00 + 10 min = 07:10, answered 07:05. 08:00 + 8 h + 120 min + 30 min = 18:30, done 19:00: half an hour late.
	{"0002", "strategis", 10, "closed", hand{"05 07:00", "05 07:10", "05 07:05", 0, false, "kept"}, hand{"05 08:00", "05 18:30", "05 19:00", 150, true, "breached"}, false, false},
	// Rendah, then Tinggi at 14:00: 11:10 + 24 h = 6th 11:10, done at that very second: kept.
	{"0003", "tinggi", 10, "closed", hand{"05 10:00", "05 11:00", "05 10:20", 0, false, "kept"}, hand{"05 11:10", "06 11:10", "06 11:10", 0, false, "kept"}, true, false},
	// Reopened on the 6th 09:00 + 24 h = 7th 09:00, done one second later: breached. Step 9 is still to come.
	{"0004", "tinggi", 9, "open", hand{"05 12:00", "05 13:00", "05 12:10", 0, false, "kept"}, hand{"06 09:00", "07 09:00", "07 09:00:01", 0, true, "breached"}, false, true},
	// Bukan insiden: step 3 began 13:45; no escalation, so no resolution; in no rate.
	{"0005", "rendah", 4, "notIncident", hand{"05 13:30", "05 14:30", "05 13:45", 0, false, "stopped"}, hand{state: "stopped"}, false, false},
	// Never classified: the strictest target, 10 minutes, is shown and nothing is judged.
	{"0006", "", 2, "duplicate", hand{"05 11:30", "05 11:40", "05 11:40", 0, false, "stopped"}, hand{state: "stopped"}, false, false},
	{"0007", "", 2, "rejected", hand{"06 08:00", "06 08:10", "06 08:15", 0, false, "stopped"}, hand{state: "stopped"}, false, false},
	// Typed in four days later. Step 2 first at 09:30 (late), corrected to 08:50: kept. 10:15 + 24 h = 4th 10:15, still running: overdue.
	{"0008", "tinggi", 6, "open", hand{"03 08:00", "03 09:00", "03 08:50", 0, false, "kept"}, hand{"03 10:15", "04 10:15", "", 0, true, "overdue"}, false, false},
	// SIMPEG scores 35: Tinggi by BSSN 8/2020. Paused since 10:00, 7 h by 17:00: 08:45 + 24 h + 7 h = 8th 15:45.
	{"0009", "tinggi", 6, "open", hand{"07 08:00", "07 09:00", "07 08:09", 0, false, "kept"}, hand{"07 08:45", "08 15:45", "", 420, false, "paused"}, false, false},
	// Strategis until 09:30, so its 09:10 was broken and stays broken; as Tinggi 10:00. 10:15 + 24 h = 7th 10:15: overdue.
	{"0010", "tinggi", 6, "open", hand{"06 09:00", "06 10:00", "06 09:40", 0, true, "breached"}, hand{"06 10:15", "07 10:15", "", 0, true, "overdue"}, true, false},
	{"0011", "", 2, "open", hand{"07 16:55", "07 17:05", "", 0, false, "running"}, hand{state: "notStarted"}, false, false},
	{"0012", "tinggi", 2, "open", hand{"07 15:00", "07 16:00", "07 15:30", 0, false, "kept"}, hand{state: "notStarted"}, false, false},
}

// refusedInTheDay are the lines at the end of the day that must not pass.
var refusedInTheDay = []string{"refuse.step-order", "refuse.step-missing", "refuse.paused-already", "refuse.ended",
	"refuse.reclass-reason", "refuse.future", "refuse.reference", "refuse.json"}

func TestAScriptedDay(t *testing.T) {
	b, applied := afterTheDay(t)
	if applied.code != refused {
		t.Errorf("apply with refused lines exits with %d", applied.code)
	}
	var keys []string
	carried := 0
	for _, r := range results(t, applied.out) {
		if !r.OK {
			keys = append(keys, r.Key)
			continue
		}
		carried++
	}
	if strings.Join(keys, " ") != strings.Join(refusedInTheDay, " ") {
		t.Errorf("refused were %v", keys)
	}
	if carried < 90 {
		t.Errorf("only %d commands were carried out", carried)
	}
	found := map[string]listed{}
	for _, l := range parsed[[]listed](t, b.must("list", "--json")) {
		found[strings.Split(string(l.Ticket), "-")[3]] = l
	}
	if len(found) != len(day) {
		t.Errorf("%d incidents, want %d", len(found), len(day))
	}
	for _, want := range day {
		t.Run(want.ticket, func(t *testing.T) { compare(t, want, found[want.ticket]) })
	}
}

func compare(t *testing.T, want reckoning, got listed) {
	t.Helper()
	if string(got.Class) != want.class || int(got.Step) != want.step || got.Outcome != want.outcome ||
		got.Reclassified != want.reclass || got.Reopened != want.reopened {
		t.Errorf("class %q, step %d, outcome %s, reclassified %v, reopened %v", got.Class, got.Step, got.Outcome, got.Reclassified, got.Reopened)
	}
	for _, k := range []struct {
		name string
		want hand
		got  clockValue
	}{{"response", want.response, got.Response}, {"resolution", want.resolve, got.Resolution}} {
		is := hand{byHand(k.got.StartAt), byHand(k.got.Due), byHand(k.got.EndAt), int(k.got.Paused) / 60, k.got.Breached, k.got.State}
		if is != k.want {
			t.Errorf("%s is %+v, by hand %+v", k.name, is, k.want)
		}
	}
}

// byHand writes "2026-10-05T09:12:00+07:00" as "05 09:12".
func byHand(at word) string {
	if at == "" {
		return ""
	}
	text := strings.TrimSuffix(strings.Replace(strings.TrimPrefix(string(at), "2026-10-"), "T", " ", 1), "+07:00")
	return strings.TrimSuffix(text, ":00")
}

// show and clock say the same as list, and clock shows every segment.
func TestShowAndClockAgreeWithTheList(t *testing.T) {
	b, _ := afterTheDay(t)
	for _, l := range parsed[[]listed](t, b.must("list", "--json")) {
		w := parsed[whole](t, b.must("show", string(l.Ticket), "--json", "--history"))
		k := parsed[clocksOf](t, b.must("clock", string(l.ID), "--json"))
		last := k.Resolutions[len(k.Resolutions)-1]
		if w.Ticket != l.Ticket || w.Response.Due != l.Response.Due || k.Response.Due != l.Response.Due || last.Due != l.Resolution.Due ||
			len(w.Resolutions) != len(k.Resolutions) || len(k.Resolutions) != l.Segment || len(w.History) == 0 {
			t.Errorf("%s is told in three ways", l.Ticket)
		}
	}
}

// A line that fits the filter is in the answer, and no other.
func TestFilters(t *testing.T) {
	b, _ := afterTheDay(t)
	for filter, want := range map[string]string{
		"class=strategis":                    "0002",
		"outcome=rejected,duplicate":         "0006 0007",
		"outcome=open clock=overdue":         "0008 0010",
		"team=vii category=wdf":              "0001",
		"legal=overdue,running":              "0004 0009 0010",
		"step=9":                             "0004",
		"agency=Disdik":                      "0001 0010",
		"subdomain":                          "0012",
		"class=tinggi outcome=closed margah": "0001",
	} {
		var got []string
		for _, l := range parsed[[]listed](t, b.must("list", "--json", "--filter", filter)) {
			got = append([]string{strings.Split(string(l.Ticket), "-")[3]}, got...)
		}
		if !sameSet(got, strings.Fields(want)) {
			t.Errorf("%q chooses %v, want %s", filter, got, want)
		}
	}
	if got := parsed[[]listed](t, b.must("list", "--json", "--limit", "2")); len(got) != 2 {
		t.Errorf("--limit 2 gives %d", len(got))
	}
	b.refuses(refused, "“warna”", "list", "--lang", "en", "--filter", "warna=merah")
	b.refuses(refused, "“tingi”", "list", "--filter", "class=tingi")
}

func sameSet(a, b []string) bool {
	seen := map[string]int{}
	for _, x := range a {
		seen[x]++
	}
	for _, x := range b {
		seen[x]--
	}
	for _, n := range seen {
		if n != 0 {
			return false
		}
	}
	return true
}
