package model

import (
	"encoding/json"
	"slices"
	"sort"
	"strings"
)

func (i *Incident) sortByTime() {
	sort.SliceStable(i.Chronology, func(a, b int) bool { return i.Chronology[a].At < i.Chronology[b].At })
	sort.SliceStable(i.Actions, func(a, b int) bool { return i.Actions[a].At < i.Actions[b].At })
	sort.SliceStable(i.Notes, func(a, b int) bool { return i.Notes[a].At < i.Notes[b].At })
	sort.SliceStable(i.Evidence, func(a, b int) bool { return i.Evidence[a].At < i.Evidence[b].At })
	sort.SliceStable(i.Custody, func(a, b int) bool { return i.Custody[a].At < i.Custody[b].At })
	sort.SliceStable(i.Relays, func(a, b int) bool { return i.Relays[a].At < i.Relays[b].At })
	sort.SliceStable(i.Notices, func(a, b int) bool { return i.Notices[a].At < i.Notices[b].At })
}

func (i *Incident) readPapers(s *Subject) {
	s.family("paper", func(key string, e Entry) {
		var n PaperNumber
		if json.Unmarshal(e.Value, &n) == nil && n.Number != "" {
			if i.Papers == nil {
				i.Papers = map[string]PaperNumber{}
			}
			i.Papers[key] = n
		}
	})
}

// Row is an incident as a list needs it: everything to show, filter, sort,
// search and count without reading the incident itself.
type Row struct {
	ID     IncidentID
	Ticket Ticket
	Course

	Title        string
	Channel      Channel
	Agency       AgencyID
	System       SystemID
	Affected     string
	Category     string
	TLP          TLP
	Risk         Risk
	Priority     Priority
	Teams        []string
	HappenedAt   Instant
	TypedAt      Instant
	Announced    bool   // has an announcement, sent when it is closed
	Reporter     string // name and where from
	Conflicts    int    // fields in which desks disagree, and what does not fit
	Persons      []PersonID
	PersonalData bool
	DataBreach   bool
	Vital        bool
	Crime        bool
	KnownAt      Instant
	Notices      []Notice // when and to whom, nothing else
	Files        []KeptFile
	Former       []Ticket
	Warned       []Given // the warnings that were given
	RelayedAt    Instant // when somebody was last told about a promise at risk
	Text         string  // lower case, what a search looks through
}

// maxSearched bounds the searchable text of one incident, in bytes.
const maxSearched = 1200

// RowOf is the incident's row.
func RowOf(i Incident) Row {
	return Row{
		ID: i.ID, Ticket: i.Ticket, Course: i.Course.brief(),
		Title: i.Title, Channel: i.Channel, Agency: i.Agency, System: i.System, Affected: i.Affected,
		Category: i.Category, TLP: i.TLP, Risk: i.Risk, Priority: i.Priority, Teams: i.Teams,
		Reporter:   i.Reporter.Label(),
		HappenedAt: i.HappenedAt, TypedAt: i.TypedAt, Announced: i.Announcement != "",
		Conflicts: len(i.Conflicts) + len(i.Misfits), Former: i.Former, Persons: i.Persons, PersonalData: i.PersonalData, DataBreach: i.DataBreach, Vital: i.Vital,
		Crime: i.Crime, KnownAt: i.KnownAt, Notices: brief(i.Notices), Files: i.Files,
		Warned: given(i.Warnings), RelayedAt: i.relayedAt(),
		Text: searchText(i),
	}
}

func (i *Incident) relayedAt() (last Instant) {
	for _, r := range i.Relays {
		last = max(last, r.At)
	}
	return last
}

// DuplicateOf is the ticket that the incident ended as a duplicate of, "" while
// it goes on or when it ended otherwise.
func (c *Course) DuplicateOf() IncidentID {
	e, _ := c.ending(c.Segment())
	return e.Duplicate
}

// brief is the course without authors and reasons, but with the notes on steps,
// which say why a promise was missed.
func (c Course) brief() Course {
	c.Passages, c.Classes, c.Pauses = slices.Clone(c.Passages), slices.Clone(c.Classes), slices.Clone(c.Pauses)
	c.Reopenings, c.Endings = slices.Clone(c.Reopenings), slices.Clone(c.Endings)
	for i, p := range c.Passages {
		c.Passages[i] = Passage{Segment: p.Segment, Step: p.Step, At: p.At, Signature: noted(p.Signed().Note)}
	}
	for i, k := range c.Classes {
		c.Classes[i] = Classification{Class: k.Class, At: k.At}
	}
	for i, p := range c.Pauses {
		c.Pauses[i] = Pause{From: p.From, Until: p.Until, Expected: p.Expected, Reason: p.Reason}
	}
	for i, r := range c.Reopenings {
		c.Reopenings[i] = Reopening{Segment: r.Segment, At: r.At, Step: r.Step}
	}
	for i, e := range c.Endings {
		c.Endings[i] = Ending{Segment: e.Segment, Outcome: e.Outcome, At: e.At, Duplicate: e.Duplicate}
	}
	return c
}

func searchText(i Incident) string {
	parts := []string{string(i.Ticket), i.Title, i.Reporter.Name, i.Reporter.Agency, i.Affected, i.Category,
		i.Description, i.RootCause, i.Analysis}
	if i.Source != nil {
		parts = slices.Insert(parts, 1, string(i.Source.Ticket), i.Source.Team)
	}
	for _, t := range i.Former {
		parts = slices.Insert(parts, 1, string(t))
	}
	for _, n := range i.Notes {
		parts = append(parts, n.Text)
	}
	text := strings.ToLower(strings.Join(parts, "\n"))
	if len(text) > maxSearched {
		text = strings.ToValidUTF8(text[:maxSearched], "")
	}
	return text
}
