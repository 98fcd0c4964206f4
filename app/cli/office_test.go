package cli

import (
	"encoding/json"
	"strings"
	"testing"

	"siaga/app"
	"siaga/model"
)

// What office tells a program is an order that apply takes.
func TestTheOfficeCanBeSettledFromWhatItTells(t *testing.T) {
	b := newDesk(t)
	told := b.must("office", "--json")
	fields := parsed[map[string]json.RawMessage](t, told)
	for _, p := range app.Parameters(app.AmendOffice{}) {
		if value, there := fields[p.Name]; !there || string(value) == "null" && p.Name != "emblem" {
			t.Errorf("office does not tell %s", p.Name)
		}
	}
	fields["do"], fields["city"] = json.RawMessage(`"amend-office"`), json.RawMessage(`"Bandung"`)
	line, err := json.Marshal(fields)
	if err != nil {
		t.Fatal(err)
	}
	if r := b.feed(string(line), "apply", "-"); r.code != done {
		t.Fatalf("%s%s", r.out, r.err)
	}
	if again := b.must("office", "--json"); again != strings.Replace(told, `"city": "Bekasi"`, `"city": "Bandung"`, 1) {
		t.Errorf("settled again, the office tells\n%s", again)
	}
}

// A person who was appointed, acts for somebody, and leaves again.
func TestTheRosterOfADay(t *testing.T) {
	b, _ := afterTheDay(t)
	r := b.feed(`{"do":"give-seat","as":"ketua","post":"III","person":"Rina Kartika (contoh)","from":"2026-01-01T00:00:00+07:00"}
{"do":"give-seat","post":"III","person":"Bagus Wirawan (contoh)","standing":"plh","from":"2026-10-06T00:00:00+07:00","to":"2026-10-10T00:00:00+07:00"}
{"do":"give-seat","post":"IX","person":"Dedi Saputra (contoh)","agency":"Disdik","from":"2026-10-06T00:00:00+07:00"}`, "apply", "-")
	if r.code != done {
		t.Fatal(r.out)
	}
	chair := func(at string) (names []string) {
		told := parsed[rosterValue](t, b.must("roster", "--json", "--at", at))
		for _, p := range told.Posts {
			if p.Post != "III" {
				continue
			}
			for _, s := range p.Holders {
				names = append(names, s.Standing+" "+s.Person)
			}
			if p.Vacant != (len(p.Holders) == 0) {
				t.Errorf("%s: vacant with %d holders", at, len(p.Holders))
			}
		}
		return names
	}
	for at, want := range map[string]string{
		"2025-12-31": "", "2026-01-01": "definitif Rina Kartika (contoh)",
		"2026-10-07T10:00:00+07:00": "plh Bagus Wirawan (contoh), definitif Rina Kartika (contoh)",
		"2026-10-09":                "plh Bagus Wirawan (contoh), definitif Rina Kartika (contoh)", "2026-10-10": "definitif Rina Kartika (contoh)",
	} {
		if got := strings.Join(chair(at), ", "); got != want {
			t.Errorf("%s: %q, want %q", at, got, want)
		}
	}
	told := parsed[rosterValue](t, b.must("roster", "--json"))
	if len(told.Posts) != len(model.Posts) || len(told.Agentless) != 43 {
		t.Errorf("%d posts, %d without an agent", len(told.Posts), len(told.Agentless))
	}
	b.refuses(wrongUsage, "kemarin dulu", "roster", "--at", "kemarin dulu")
}

// Each turn can be found by its days, and withdrawn by the identity it shows.
func TestTheDutyRoster(t *testing.T) {
	b, _ := afterTheDay(t)
	told := parsed[dutyValue](t, b.must("duty", "--json"))
	if len(told.On) != 1 || len(told.Next) != 0 || len(told.Turns) != 1 {
		t.Fatalf("%+v", told)
	}
	for span, count := range map[string]int{
		"--from 2026-10-01": 1, "--from 2026-10-12": 1, "--from 2026-10-13": 0,
		"--from 2026-10-01 --to 2026-10-04": 0, "--from 2026-10-01 --to 2026-10-05": 1,
	} {
		found := parsed[dutyValue](t, b.must(append([]string{"duty", "--json"}, strings.Fields(span)...)...))
		if len(found.Turns) != count {
			t.Errorf("%s: %d turns, want %d", span, len(found.Turns), count)
		}
	}
	if r := b.feed(`{"do":"withdraw-duty","duty":"`+string(told.On[0].ID)+`","reason":"Salah pekan."}`, "apply", "-"); r.code != done {
		t.Fatal(r.out)
	}
	if left := parsed[dutyValue](t, b.must("duty", "--json")); len(left.On)+len(left.Turns) != 0 {
		t.Errorf("%+v", left)
	}
	b.refuses(wrongUsage, "“Senin”", "duty", "--from", "Senin")
}

func TestWhatWasRetiredIsShownOnlyWithAll(t *testing.T) {
	b, _ := afterTheDay(t)
	if r := b.feed(`{"do":"amend-person","person":"Dedi Saputra (contoh)","retired":"Pindah tugas"}
{"do":"amend-agency","agency":"Disdik","retired":"Digabung"}
{"do":"amend-system","system":"PPDB Daring","retired":"Dihentikan"}`, "apply", "-"); r.code != done {
		t.Fatal(r.out)
	}
	for verb, reason := range map[string]string{"people": "Pindah tugas", "agencies": "Digabung", "systems": "Dihentikan"} {
		if strings.Contains(b.must(verb), reason) || strings.Contains(b.must(verb, "--json"), reason) {
			t.Errorf("%s shows what is retired", verb)
		}
		if !strings.Contains(b.must(verb, "--all"), reason) || !strings.Contains(b.must(verb, "--all", "--json"), reason) {
			t.Errorf("%s --all leaves out what is retired", verb)
		}
	}
}

// The queues hold every open incident once, beside differences, own tasks and
// letters that are to be sent.
func TestTodayForgetsNothing(t *testing.T) {
	b, _ := afterTheDay(t)
	told := parsed[todayValue](t, b.must("today", "--json"))
	if keys := told.Exchange[0].Key + " " + told.Missing[0].Key; keys != "exchange.warn.backup-never today.setup.letterhead" {
		t.Errorf("first of exchange and set-up: %s", keys)
	}
	for lang, words := range map[string][2]string{"id": {"Pertukaran dan cadangan", "Persiapan yang belum lengkap"}, "en": {"Exchange and backup", "Set-up still to be completed"}} {
		if text := b.must("today", "--lang", lang); !strings.Contains(text, words[0]) || !strings.Contains(text, words[1]) {
			t.Errorf("today reads:\n%s", text)
		}
	}
	waiting := 0
	for q, tasks := range told.Queues {
		if q != app.QueueConflicts && q != app.QueueMine && q != app.QueueOwed {
			waiting += len(tasks)
		}
	}
	if open := len(parsed[[]listed](t, b.must("list", "--json", "--filter", "outcome=open"))); waiting != open || told.Counts[app.TallyOpen] != open {
		t.Errorf("%d open, %d wait, %d counted", open, waiting, told.Counts[app.TallyOpen])
	}
}

// Every subject has its history, by ticket or identity.
func TestEverythingHasAHistory(t *testing.T) {
	b, _ := afterTheDay(t)
	subjects := []string{"office", "csirt-2026-a-0001-2", string(parsed[[]personValue](t, b.must("people", "--json"))[0].ID),
		string(parsed[[]systemValue](t, b.must("systems", "--json"))[0].ID), string(parsed[dutyValue](t, b.must("duty", "--json")).On[0].ID)}
	for _, s := range subjects {
		changes := parsed[[]changeValue](t, b.must("history", s, "--json"))
		if len(changes) == 0 {
			t.Errorf("%s has no history", s)
		}
		for _, c := range changes {
			if string(c.After) != "null" && len(c.After) > 0 && c.AfterWords == "" && string(c.After) != `""` {
				t.Errorf("%s: %s has no words for %s", s, c.Field, c.After)
			}
		}
	}
	b.refuses(refused, "tidak ditemukan", "history", strings.Repeat("0", 32))
	b.refuses(refused, "nihil", "history", "nihil")
}
