package cli

import (
	"strings"
	"testing"
)

// Half an hour after the call about a Tinggi system nobody has done anything: the
// desk warns once, and who is told next is recorded with the incident.
func TestAWarningIsGivenOnceAndPassedOn(t *testing.T) {
	b := newDesk(t)
	b.now = "2026-10-09T09:00:00+07:00"
	ticket := results(t, b.feed(`{"do":"register-incident","reporterName":"Bu Guru","description":"Situs diretas","class":"tinggi"}`, "apply", "-").out)[0].Ticket
	b.now = "2026-10-09T09:30:00+07:00"
	if told := b.must("warn"); !strings.Contains(told, ticket) || !strings.Contains(told, "Waktu respons") {
		t.Errorf("at half of the hour the warning is %q", told)
	}
	if told := b.must("warn"); strings.Contains(told, ticket) {
		t.Errorf("warned twice: %s", told)
	}
	told := b.must("escalate", ticket)
	if !strings.Contains(told, ticket) || strings.Contains(told, "Bu Guru") {
		t.Errorf("the message names the ticket and no reporter, not\n%s", told)
	}
	b.must("escalate", ticket, "--record", "--channel", "telepon", "--post", "IV", "--to", "Petugas Piket")
	history := b.must("show", ticket, "--history")
	for _, want := range []string{"50 persen", "Diteruskan menurut rantai eskalasi", "Telepon"} {
		if !strings.Contains(history, want) {
			t.Errorf("%q is not in the history:\n%s", want, history)
		}
	}
}
