package app

import (
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"siaga/model"
)

// told is what a desk knows, in words that a later release can say as well: each
// change of each thing, and what the desk makes of them.
func (b *bench) told() string {
	b.t.Helper()
	var s strings.Builder
	for _, d := range b.Desks() {
		fmt.Fprintf(&s, "desk %s %q %s\n", d.Letter, d.Name, d.Fingerprint())
	}
	person, _ := b.AtDesk()
	fmt.Fprintf(&s, "%s, %q at desk %s\n", b.Office().City, person.Name, b.Label(b.Me().Desk))
	fmt.Fprintf(&s, "%d people, %d agencies, %d systems, %d seats, %d duties, %d policies\n",
		len(b.People()), len(b.Agencies()), len(b.Systems()), len(b.Seats()), len(b.Duties()), len(b.Office().Policies))
	s.WriteString(b.toldOfIncidents())
	for _, id := range b.subjects() {
		b.tellChanges(&s, id)
	}
	return s.String()
}

// toldOfIncidents says where each incident stands, by list and by itself.
func (b *bench) toldOfIncidents() string {
	b.t.Helper()
	var s strings.Builder
	rows := slices.Clone(b.Incidents())
	slices.SortFunc(rows, func(a, b *model.Row) int { return strings.Compare(string(a.Ticket), string(b.Ticket)) })
	for _, row := range rows {
		i, err := b.Incident(IncidentRef(row.ID))
		if err != nil {
			b.t.Fatal(err)
		}
		fmt.Fprintf(&s, "%s %q for %s: class %q, step %d, %s, in dispute %v, teams %v\n", i.Ticket, row.Title, b.Agency(row.Agency).Short,
			row.Class, row.Step, row.Outcome, i.Conflicts, row.Teams)
		fmt.Fprintf(&s, "  response %s\n  resolution %s\n", toldOfClock(i.Response(b.Now())), toldOfClock(i.Resolution(b.Now())))
	}
	return s.String()
}

func toldOfClock(k model.Clock) string {
	return fmt.Sprintf("%s from %s, due %s, took %s", k.State(), k.StartAt, k.Due(), k.Took())
}

func (b *bench) tellChanges(s *strings.Builder, id model.SubjectID) {
	changes, err := b.History(id)
	if err != nil {
		b.t.Fatal(err)
	}
	fmt.Fprintf(s, "%s\n", id)
	for _, c := range changes {
		fmt.Fprintf(s, "  %s %s %s: %s -> %s\n", c.At, c.Kind, c.Field, c.Before, c.After)
	}
}

// subjects are the identities of all things, in order.
func (b *bench) subjects() (ids []model.SubjectID) {
	b.t.Helper()
	err := b.store.EachRow(func(id [16]byte, _ []byte) error {
		ids = append(ids, model.SubjectID(hex.EncodeToString(id[:])))
		return nil
	})
	if err != nil {
		b.t.Fatal(err)
	}
	return ids
}
