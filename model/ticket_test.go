package model

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestTheCheckCharacterIsTheStandards(t *testing.T) {
	for body, want := range map[string]byte{
		"A1-2425G-ABC1234002": 'M', // the example of the GRid standard, ISO 7064 MOD 37,36
		"CSIRT-2026-A-0137":   '7', // the example of this package
	} {
		if got := checkCharacter(body); got != want {
			t.Errorf("%s has %c, not %c", body, got, want)
		}
	}
}

func TestATicketIsReadAsPeopleTypeIt(t *testing.T) {
	for _, typed := range []string{"CSIRT-2026-A-0137-7", "csirt-2026-a-0137-7", "  CSIRT - 2026 - A - 0137 - 7 "} {
		if got, err := ParseTicket(typed); err != nil || got != "CSIRT-2026-A-0137-7" {
			t.Errorf("%q is read as %q: %v", typed, got, err)
		}
	}
	for typed, key := range map[string]string{
		"": "refuse.ticket-form", "CSIRT": "refuse.ticket-form", "CSIRT-2026-A-0137": "refuse.ticket-form",
		"CSIRT-2026-A-0137-77": "refuse.ticket-form", "CSIRT-2026-A-0137-8": "refuse.ticket-check",
		"CSIRT-2026-A-0173-7": "refuse.ticket-check", "CSIRT-2026-A-01.37-7": "refuse.ticket-form",
	} {
		_, err := ParseTicket(typed)
		refusedWith(t, typed, err, key)
	}
}

func TestEveryTicketThatIsIssuedCanBeTyped(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		prefix := rapid.StringMatching(`[A-Za-z0-9]{1,8}(-[A-Z]{1,4})?`).Draw(t, "prefix")
		ticket := NewTicket(prefix, rapid.IntRange(2023, 2123).Draw(t, "year"), rapid.StringMatching(`[A-Z]{1,2}`).Draw(t, "letter"), rapid.IntRange(1, 20_000).Draw(t, "count"))
		if got, err := ParseTicket(strings.ToLower(string(ticket))); err != nil || got != ticket {
			t.Fatalf("%s: %s, %v", ticket, got, err)
		}
	})
}

func TestEveryWrongCharacterIsCaught(t *testing.T) {
	tried := 0
	rapid.Check(t, func(t *rapid.T) {
		ticket := NewTicket("CSIRT", rapid.IntRange(2023, 2123).Draw(t, "year"), rapid.StringMatching(`[A-Z]`).Draw(t, "letter"), rapid.IntRange(1, 99_999).Draw(t, "count"))
		for i := range ticket {
			for _, c := range ticketAlphabet {
				wrong := string(ticket[:i]) + string(c) + string(ticket[i+1:])
				if ticket[i] == '-' || wrong == string(ticket) {
					continue
				}
				tried++
				if _, err := ParseTicket(wrong); err == nil {
					t.Fatalf("%s passes for %s", wrong, ticket)
				}
			}
		}
	})
	t.Logf("%d wrong tickets refused", tried)
}

// MOD 37,36 catches almost all exchanged neighbours: for each of the 36 states
// in which the first of them is met, one pair of characters gives the same
// whichever comes first. All others are caught.
func TestExchangedNeighboursAreCaughtAsTheStandardPromises(t *testing.T) {
	state := func(p, v int) int {
		if p = (p + v) % 36; p == 0 {
			p = 36
		}
		return p * 2 % 37
	}
	missed := 0
	for p := 1; p <= 36; p++ {
		for a := range 36 {
			for b := range a {
				if state(state(p, a), b) == state(state(p, b), a) {
					missed++
				}
			}
		}
	}
	if missed != 36 {
		t.Errorf("%d pairs are missed, not 36 of 22,680", missed)
	}
	caught, passed := 0, 0
	for count := range 10_000 {
		ticket := string(NewTicket("CSIRT", 2026, "A", count))
		for i := range len(ticket) - 3 {
			if ticket[i] == ticket[i+1] || ticket[i] == '-' || ticket[i+1] == '-' {
				continue
			}
			if _, err := ParseTicket(ticket[:i] + ticket[i+1:i+2] + ticket[i:i+1] + ticket[i+2:]); err == nil {
				passed++
			} else {
				caught++
			}
		}
	}
	if passed*300 > caught {
		t.Errorf("%d of %d exchanged neighbours pass", passed, passed+caught)
	}
	t.Logf("%d of %d exchanged neighbours caught", caught, caught+passed)
}

func refusedWith(t *testing.T, what string, err error, key string) {
	t.Helper()
	if r, ok := AsRefusal(err); !ok || r.Key != key {
		t.Errorf("%s: %v; want %s", what, err, key)
	}
}
