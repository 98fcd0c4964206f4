package model

import (
	"fmt"
	"strings"
)

// Ticket is the number people use: year, letter of the desk, that desk's own
// count in that year, and an ISO 7064 MOD 37,36 check character, for example
// "CSIRT-2026-A-0137-7". It is unique without contact between desks; the
// identity of an incident is its IncidentID.
type Ticket string

const ticketAlphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"

// NewTicket forms the ticket of a desk's count-th incident of a year.
func NewTicket(prefix string, year int, letter string, count int) Ticket {
	body := strings.ToUpper(fmt.Sprintf("%s-%d-%s-%04d", prefix, year, letter, count))
	return Ticket(body + "-" + string(checkCharacter(body)))
}

// ParseTicket reads a ticket as a person types it, in any case and with
// spaces, and refuses one whose check character does not fit.
func ParseTicket(s string) (Ticket, error) {
	t := strings.ToUpper(strings.ReplaceAll(strings.TrimSpace(s), " ", ""))
	i := strings.LastIndexByte(t, '-')
	if i < 0 || len(t)-i != 2 || strings.Count(t, "-") < 4 || strings.Trim(t, ticketAlphabet+"-") != "" {
		return "", RefuseAt("incident", "refuse.ticket-form", "Ticket", s)
	}
	if checkCharacter(t[:i]) != t[i+1] {
		return "", RefuseAt("incident", "refuse.ticket-check", "Ticket", s)
	}
	return Ticket(t), nil
}

// checkCharacter is ISO 7064 MOD 37,36 over the letters and digits of body.
func checkCharacter(body string) byte {
	p := 36
	for _, r := range body {
		v := strings.IndexRune(ticketAlphabet, r)
		if v < 0 {
			continue
		}
		p = (p + v) % 36
		if p == 0 {
			p = 36
		}
		p = p * 2 % 37
	}
	return ticketAlphabet[(37-p)%36]
}
