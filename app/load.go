package app

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"sync"
	"time"

	"siaga/app/journal"
	"siaga/model"
)

// hold keeps in memory what lists, references and letters need of a subject.
func (d *Desk) hold(s *model.Subject) {
	switch s.Kind {
	case "incident":
		row := model.RowOf(model.IncidentOf(s))
		d.holdRow(&row)
	case "person":
		d.people[s.ID] = model.PersonOf(s)
	case "agency":
		d.agencies[s.ID] = model.AgencyOf(s)
	case "system":
		d.systems[s.ID] = model.SystemOf(s)
	case "seat":
		d.seats[s.ID] = model.SeatOf(s)
	case "duty":
		d.duties[s.ID] = model.DutyOf(s)
	case "office":
		d.holdOffice(model.OfficeOf(s))
	case "desk":
		d.holdDesk(model.DeskInfoOf(s))
	}
}

func (d *Desk) holdRow(row *model.Row) {
	if d.rows[row.ID] == nil {
		if year, letter := ticketParts(row.Ticket); letter == d.letter {
			d.counts[year]++
		}
	}
	d.rows[row.ID] = row
	d.tickets[row.Ticket] = row.ID
	d.sorted = nil
}

// ticketParts reads year and letter of a ticket, counted from its end so that
// the prefix may be anything.
func ticketParts(t model.Ticket) (year int, letter string) {
	parts := strings.Split(string(t), "-")
	if len(parts) < 5 {
		return 0, ""
	}
	_, _ = fmt.Sscanf(parts[len(parts)-4], "%d", &year)
	return year, parts[len(parts)-3]
}

func (d *Desk) holdOffice(o model.Office) {
	d.office = o
	if zone, err := time.LoadLocation(o.Zone); err == nil {
		d.zone = zone
	}
}

func (d *Desk) holdDesk(k model.DeskInfo) {
	d.desks[k.ID] = k
	if k.Desk == d.me {
		d.letter = k.Letter
	}
}

// load reads the store into memory: every row and every small thing, and how
// far this desk has come.
func (d *Desk) load() error {
	if err := d.loadHead(); err != nil {
		return err
	}
	var incidents [][]byte
	err := d.store.EachRow(func(_ [16]byte, b []byte) error {
		if len(b) > 0 && b[0] == 'i' {
			incidents = append(incidents, append([]byte(nil), b[1:]...))
			return nil
		}
		var s model.Subject
		if len(b) == 0 || json.Unmarshal(b[1:], &s) != nil {
			return errors.New("a row cannot be read")
		}
		d.hold(&s)
		return nil
	})
	if err != nil {
		return err
	}
	rows, err := decodeRows(incidents)
	if err != nil {
		return err
	}
	policies := map[string]*model.Policy{}
	for i := range rows {
		rows[i].Policy = sharedPolicy(policies, rows[i].Policy)
		d.holdRow(&rows[i])
	}
	person, err := d.store.Meta(metaAtDesk)
	d.atDesk = model.PersonID(person)
	return err
}

// sharedPolicy lets incidents of the same policy share one value.
func sharedPolicy(known map[string]*model.Policy, p *model.Policy) *model.Policy {
	if p == nil {
		return nil
	}
	key := fmt.Sprint(p.Targets, p.Basis)
	if known[key] == nil {
		known[key] = p
	}
	return known[key]
}

// decodeRows decodes on all cores: this is what the start waits for.
func decodeRows(encoded [][]byte) ([]model.Row, error) {
	rows := make([]model.Row, len(encoded))
	workers := runtime.GOMAXPROCS(0)
	errs := make([]error, workers)
	var wg sync.WaitGroup
	for k := range workers {
		wg.Go(func() {
			for i := k; i < len(encoded); i += workers {
				if err := json.Unmarshal(encoded[i], &rows[i]); err != nil {
					errs[k] = fmt.Errorf("decode a row: %w", err)
					return
				}
				encoded[i] = nil
			}
		})
	}
	wg.Wait()
	return rows, errors.Join(errs...)
}

func (d *Desk) loadHead() error {
	raw, ok := model.Raw(string(d.me))
	if !ok {
		return errors.New("the desk's identity is not one")
	}
	head, found, err := d.store.Head(raw)
	if err != nil {
		return err
	}
	if !found && d.store.Counts().Events > 0 {
		return errors.New("the store holds events but not the head of this desk")
	}
	if !found {
		return nil
	}
	d.n, d.head = head.N, head.Hash
	b, err := d.store.Event(raw, head.N)
	if err != nil {
		return err
	}
	events, err := model.Unpack(b)
	if err != nil || len(events) != 1 || events[0].Chain() != d.head {
		return fmt.Errorf("event %d of desk %s is not the one its head names", head.N, hex.EncodeToString(raw[:2]))
	}
	d.stamp = events[0].Header.At
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
	replay := &replay{desk: d}
	if err := d.journal.Replay(position, replay.record); err != nil {
		return err
	}
	return replay.flush()
}

func (d *Desk) position() (journal.Position, error) {
	b, err := d.store.Meta(metaPosition)
	if err != nil || b == nil {
		return journal.Position{}, err
	}
	return journal.ParsePosition(b)
}

// follows refuses an event that does not continue this desk's chain.
func (d *Desk) follows(e model.Event, before []model.Event) error {
	n, head := d.n, d.head
	if k := len(before); k > 0 {
		n, head = before[k-1].Header.N, before[k-1].Chain()
	}
	if e.Header.Desk != d.me || e.Header.N != n+1 || e.Header.Prev != head {
		return fmt.Errorf("event %s does not follow %d: the chain is broken", e.Mark(), n)
	}
	return nil
}
