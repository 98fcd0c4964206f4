package app

import (
	"slices"

	"siaga/model"
	"siaga/reports"
)

// Papers: the questions that return a document's value with every number in
// it; the value prints itself in any language.

// Resolution is the Laporan Penyelesaian Insiden of an incident.
func (d *Desk) Resolution(ref IncidentRef) (reports.Resolution, error) {
	i, err := d.Incident(ref)
	if err != nil {
		return reports.Resolution{}, err
	}
	now := d.Now()
	number := i.Papers["resolution"]
	if n := len(i.Reopenings); n > 0 && number.Date < i.Reopenings[n-1].At {
		number = model.PaperNumber{} // it was given to the report before the reopening
	}
	date := dated(number, now)
	return reports.Resolution{
		Office: d.Office(), Names: d.directory(), Incident: i, Number: number,
		Signer: d.signer("III", date), Preparer: d.preparer(i, date), PrintedAt: now,
	}, nil
}

// Answer is the letter to the reporter of what was not an incident; it refuses
// any other outcome when it is laid out.
func (d *Desk) Answer(ref IncidentRef) (reports.Answer, error) {
	i, err := d.Incident(ref)
	if err != nil {
		return reports.Answer{}, err
	}
	now := d.Now()
	number := i.Papers["answer"]
	return reports.Answer{Office: d.Office(), Incident: i, Number: number, Signer: d.signer("III", dated(number, now)), PrintedAt: now}, nil
}

// Announcement is the announcement of an incident; without text, or with
// TLP:RED, it refuses when it is laid out.
func (d *Desk) Announcement(ref IncidentRef) (reports.Announcement, error) {
	i, err := d.Incident(ref)
	if err != nil {
		return reports.Announcement{}, err
	}
	now := d.Now()
	number := i.Papers["announcement"]
	return reports.Announcement{
		Office: d.Office(), Ticket: i.Ticket, Label: i.TLP, Service: d.System(i.System).Name, Agency: d.Agency(i.Agency).Name,
		Text: i.Announcement, ReceivedAt: i.ReceivedAt, CompletedAt: i.CompletedAt, Disputed: i.Disputed(),
		Number: number, Signer: d.signer("III", dated(number, now)), PrintedAt: now,
	}, nil
}

// ErasureRecord is the Berita Acara of an erasure of personal data, as this desk
// carried it out, with its number and date.
func (d *Desk) ErasureRecord(id model.SubjectID, number model.PaperNumber) (reports.Erasure, error) {
	e, err := d.FindErasure(id)
	if err != nil {
		return reports.Erasure{}, err
	}
	now := d.Now()
	r := reports.Erasure{
		Office: d.Office(), Order: e.Erasure, Tickets: e.Tickets, OrderedAt: e.OrderedAt.Label(), Desk: d.Me().Label(),
		CarriedAt: e.Carried.At, Here: e.Carried.Events, Operator: d.Person(e.By).Name,
		First: e.First, Following: e.Following,
		Number: number, Signer: d.signer("III", dated(number, now)), PrintedAt: now,
	}
	for _, c := range e.Doomed {
		r.Doomed = append(r.Doomed, reports.OldCopy{Path: c.Path, MadeAt: c.At})
	}
	for _, g := range e.GivenOut {
		r.GivenOut = append(r.GivenOut, reports.GivenOut{Path: g.Path, MadeAt: g.At, CSIRT: g.CSIRT, Desks: d.DesksOf(g)})
	}
	return r, nil
}

// dated is the date of a paper: the day it is printed until it is numbered.
func dated(n model.PaperNumber, now model.Instant) model.Instant {
	if n.Date.Known() {
		return n.Date
	}
	return now
}

// preparer is the Koordinator of the first team that handles the incident, of
// Team V before one does.
func (d *Desk) preparer(i model.Incident, date model.Instant) reports.Signer {
	team := "V"
	if len(i.Teams) > 0 {
		team = i.Teams[0]
	}
	return d.signer(model.Post(team+".koordinator"), date)
}

// signer is who holds a post on a date; without a holder only the post.
func (d *Desk) signer(post model.Post, date model.Instant) reports.Signer {
	s := reports.Signer{Post: post, Standing: model.Definitive}
	holders := d.Holders(post, date)
	if len(holders) == 0 {
		return s
	}
	p := d.Person(holders[0].Person)
	s.Standing, s.Name, s.JobTitle, s.Rank, s.NIP = holders[0].Standing, p.Name, p.JobTitle, p.Rank, p.NIP
	return s
}

// Register is the incident register of what was received from one instant to
// another; zero instants are no limit.
func (d *Desk) Register(from, to model.Instant) (reports.Register, error) {
	rows := d.Search(Filter{From: from, To: to})
	return reports.Register{Office: d.Office(), Names: d.directory(), Rows: rows, From: from, To: to, PrintedAt: d.Now()}, nil
}

// trendLength is how many periods a trend shows, by span.
var trendLength = map[model.Span]int{model.Month: 12, model.Quarter: 8, model.Half: 6, model.Year: 5}

// Periodic is the laporan berkala of a period with the number and date of its
// letter; without a date it is today's. The Ketua of that date signs. It refuses
// a period that has not begun.
func (d *Desk) Periodic(period model.Period, letter model.PaperNumber) (reports.Periodic, error) {
	zone, _ := d.Zone()
	now := d.Now()
	if err := period.Begun(now); err != nil {
		return reports.Periodic{}, err
	}
	date := dated(letter, now)
	p := reports.Periodic{
		Office: d.Office(), Names: d.directory(), Figures: d.Figures(period, Filter{}),
		Number: letter.Number, Date: date, Signer: d.signer("III", date), PrintedAt: now,
	}
	p.Trend = []model.Figures{p.Figures}
	for at := period; len(p.Trend) < trendLength[period.Span]; {
		at = at.Before(zone)
		p.Trend = slices.Insert(p.Trend, 0, d.count(model.Question{Period: at}))
	}
	p.Before = p.Trend[len(p.Trend)-2]
	for _, row := range p.Figures.Main {
		story, err := d.Incident(IncidentRef(row.ID))
		if err != nil {
			return p, err
		}
		p.Stories = append(p.Stories, story)
	}
	return p, nil
}

// directory collects the names that documents print.
func (d *Desk) directory() reports.Directory {
	d.mu.RLock()
	defer d.mu.RUnlock()
	names := reports.Directory{
		People: map[model.PersonID]string{}, Agencies: map[model.AgencyID]string{}, Short: map[model.AgencyID]string{},
		Systems: map[model.SystemID]string{}, Tickets: map[model.IncidentID]model.Ticket{},
	}
	for id, p := range d.people {
		names.People[id] = p.Name
	}
	for id, a := range d.agencies {
		names.Agencies[id], names.Short[id] = a.Name, a.Label()
	}
	for id, s := range d.systems {
		names.Systems[id] = s.Name
	}
	for id, r := range d.rows {
		names.Tickets[id] = r.Ticket
	}
	return names
}
