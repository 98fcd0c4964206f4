package app

import (
	"encoding/json"
	"slices"
	"strings"

	"siaga/model"
)

// PolicyState is whether a policy was, is or will be in force.
type PolicyState string

// The states of a policy.
const (
	PolicyPast    PolicyState = "past"
	PolicyInForce PolicyState = "inForce"
	PolicyComing  PolicyState = "coming"
)

// PolicyStates lists them, the earliest first.
var PolicyStates = []PolicyState{PolicyPast, PolicyInForce, PolicyComing}

// WordKey names the state in words.
func (s PolicyState) WordKey() string { return "policyState." + string(s) }

// PolicyEntry is a policy of the office, how it came about and what it changed.
type PolicyEntry struct {
	model.SettledPolicy
	State    PolicyState
	Day      model.Date   // empty for the one with which the office was set up
	Before   model.Policy // whose place it took; that one's own before it there was any
	By       model.PersonID
	At       model.Instant // when it was recorded
	Disputed bool          // another desk settled another one for that day
}

// Policies are the policies that the office has had, has and will have, the
// earliest first.
func (d *Desk) Policies() ([]PolicyEntry, error) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	s, err := d.readSubject(d.officeID)
	if err != nil {
		return nil, err
	}
	out := []PolicyEntry{d.policyEntry(s, "policy", model.SettledPolicy{Policy: d.office.Policy})}
	for field, r := range s.Registers {
		day, settled := strings.CutPrefix(field, "policy/")
		e, _ := r.Shown()
		var p model.SettledPolicy
		if !settled || json.Unmarshal(e.Value, &p) != nil {
			continue
		}
		at := slices.IndexFunc(d.office.Policies, func(one model.SettledPolicy) bool { return one.From == p.From })
		if at < 0 {
			continue // taken back, or none that can be kept
		}
		entry := d.policyEntry(s, field, d.office.Policies[at])
		entry.Day = model.Date(day)
		out = append(out, entry)
	}
	slices.SortFunc(out, func(a, b PolicyEntry) int { return int(a.From - b.From) })
	d.placePolicies(out)
	return out, nil
}

func (d *Desk) policyEntry(s *model.Subject, field string, p model.SettledPolicy) PolicyEntry {
	entry := PolicyEntry{SettledPolicy: p, Before: p.Policy, Disputed: slices.Contains(s.Conflicts(), field)}
	if r := s.Registers[field]; r != nil {
		e, _ := r.Shown()
		entry.By, entry.At = e.By, e.At.Instant()
	}
	return entry
}

// placePolicies says of each how it stands, and which came before it.
func (d *Desk) placePolicies(all []PolicyEntry) {
	now := d.Now()
	for i := range all {
		if i > 0 {
			all[i].Before = all[i-1].Policy
		}
		switch {
		case all[i].From > now:
			all[i].State = PolicyComing
		case i+1 < len(all) && all[i+1].From <= now:
			all[i].State = PolicyPast
		default:
			all[i].State = PolicyInForce
		}
	}
}

// OfficeHours are the working hours of Perpres 21/2023 in the office's zone, to
// begin with.
func (d *Desk) OfficeHours() *model.Calendar {
	zone, _ := d.Zone()
	offset, _ := offsetOf(zone, d.Now())
	return model.OfficeHours(offset)
}

// CalendarDays are the holidays and seasons of the policy in force, and the ones
// to begin with while it counts all day or names no holiday.
func (d *Desk) CalendarDays() model.CalendarDays {
	c := d.Office().PolicyAt(d.Now()).Calendar
	if c == nil || len(c.Holidays) == 0 {
		c = d.OfficeHours()
	}
	return model.CalendarDays{Holidays: c.Holidays, Seasons: c.Seasons}
}

// HolidaysFrom is the order that settles the holidays and the Ramadan of a file
// from a day on (today where it is empty); those of years that the file does not
// name stay. It refuses a file that is none, and a policy that counts all day.
func (d *Desk) HolidaysFrom(from model.Date, file []byte) (SettlePolicy, error) {
	days, err := model.ReadHolidays(file)
	if err != nil {
		return SettlePolicy{}, err
	}
	at := d.Now()
	if from != "" {
		if err := from.Check("from"); err != nil {
			return SettlePolicy{}, err
		}
		zone, _ := d.Zone()
		at = max(at, from.Begin(zone))
	}
	calendar := d.Office().PolicyAt(at).Calendar
	if calendar == nil {
		return SettlePolicy{}, model.RefuseAt("holidays", "refuse.holidays-all-day")
	}
	return SettlePolicy{From: from, Calendar: calendar.With(days)}, nil
}
