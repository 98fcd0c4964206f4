package app

import (
	"encoding/json"
	"errors"
	"time"

	"siaga/app/journal"
	"siaga/model"
)

// hold keeps a small thing in memory.
func (d *Desk) hold(s *model.Subject) {
	d.again.touch(s.ID)
	if s.Kind != "incident" {
		d.small[s.ID] = true
		d.holdOpen(s.ID, s.Undecided())
	}
	switch s.Kind {
	case "person":
		d.people[s.ID] = model.PersonOf(s)
	case "agency":
		d.agencies[s.ID] = model.AgencyOf(s)
	case "system":
		d.systems[s.ID] = model.SystemOf(s)
	case "seat":
		d.seats[s.ID], d.clashes.known = model.SeatOf(s), false
	case "duty":
		d.duties[s.ID], d.clashes.known = model.DutyOf(s), false
	case "office":
		d.holdOffice(model.OfficeOf(s))
	case "desk":
		d.holdDesk(model.DeskInfoOf(s))
	case "invitation":
		d.invited[s.ID] = model.InvitationOf(s)
	case "erasure":
		d.orders[s.ID] = model.ErasureOf(s)
		d.erased.Add(d.orders[s.ID])
		d.again.hold(d.orders[s.ID])
	}
}

func (d *Desk) holdRow(row *model.Row) {
	old := d.rows[row.ID]
	d.rows[row.ID] = row
	d.holdTicket(old, row)
	d.holdOpen(row.ID, row.Conflicts)
	d.order.note(old, row)
}

// holdOffice keeps what the office has settled. Office hours are hours of its
// zone, also where that was put right after they had been settled.
func (d *Desk) holdOffice(o model.Office) {
	if zone, err := time.LoadLocation(o.Zone); err == nil {
		d.zone = zone
	}
	if offset, same := offsetOf(d.zone, d.Now()); same {
		o.Policy.Calendar = o.Policy.Calendar.In(offset)
		for i := range o.Policies {
			o.Policies[i].Calendar = o.Policies[i].Calendar.In(offset)
		}
	}
	d.office = o
}

func (d *Desk) holdDesk(k model.DeskInfo) {
	d.desks[k.ID] = k
	if k.Desk == d.me {
		d.letter = k.Letter
	}
}

// GCPercent is what a program that holds a desk gives debug.SetGCPercent:
// nearly all of its memory are the rows, which stay, so that collecting more
// often costs little and keeps 100,000 incidents within 400 MB.
const GCPercent = 30

// load reads the store into memory: every row and every small thing, and how
// far this desk has come.
func (d *Desk) load() error {
	if err := errors.Join(d.loadChains(), d.loadNotes()); err != nil {
		return err
	}
	reader, size := model.NewRowReader(), d.store.Counts().Rows
	d.rows = make(map[model.IncidentID]*model.Row, size)
	d.tickets = make(map[model.Ticket]model.IncidentID, size)
	err := d.store.EachRow(func(_ [16]byte, b []byte) error { return d.loadRow(reader, b) })
	if err == nil {
		err = reader.Each(d.holdRow)
	}
	if err != nil {
		return err
	}
	person, err := d.store.Meta(metaAtDesk)
	d.atDesk = model.PersonID(person)
	return err
}

// loadRow takes in what one row gives: an incident's short form, which is read
// with all others, or the whole of a small thing.
func (d *Desk) loadRow(reader *model.RowReader, b []byte) error {
	if len(b) == 0 {
		return model.ErrRow
	}
	if b[0] == rowOfIncident {
		return reader.Take(b[1:])
	}
	var s model.Subject
	if json.Unmarshal(b[1:], &s) != nil {
		return model.ErrRow
	}
	d.hold(&s)
	return nil
}

// catchUp compares journal and store: what the journal holds beyond the store
// is replayed; a store beyond the journal is an error, because something that
// was acknowledged is missing.
func (d *Desk) catchUp() error {
	position, err := d.position()
	if err != nil {
		return err
	}
	_, err = d.replayFrom(position, nil)
	return err
}

func (d *Desk) position() (journal.Position, error) {
	b, err := d.store.Meta(metaPosition)
	if err != nil || b == nil {
		return journal.Position{}, err
	}
	return journal.ParsePosition(b)
}
