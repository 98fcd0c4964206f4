package app

import (
	"encoding/json"
	"fmt"

	"siaga/app/bundle"
	"siaga/app/journal"
	"siaga/app/store"
	"siaga/model"
)

// exchanged is what this desk knows about the others beyond their events. It is
// no event and goes to nobody; the journal keeps it, so that a rebuild has it.
type exchanged struct {
	Heads    map[model.DeskID]bundle.Head   `json:"heads,omitempty"`    // the last signature over each other desk's events
	Receipts map[model.DeskID]Receipt       `json:"receipts,omitempty"` // what each has confirmed
	Handed   map[model.DeskID]Receipt       `json:"handed,omitempty"`   // what was last written out for each
	Waiting  []Waiting                      `json:"waiting,omitempty"`  // files that came too early
	Forks    []Fork                         `json:"forks,omitempty"`
	Settled  map[model.DeskID]uint64        `json:"settled,omitempty"` // up to where the other version of a desk was dealt with
	Clocks   map[model.DeskID]Skew          `json:"clocks,omitempty"`  // desks whose clocks ran wrong
	Files    []model.Hash                   `json:"files,omitempty"`   // taken in whole, the last ones
	Taking   string                         `json:"taking,omitempty"`  // the file that is being taken in
	Asked    map[model.DeskID]model.Instant `json:"asked,omitempty"`   // who asked for what is missing, and when
	Lacks    map[model.DeskID][]model.Hash  `json:"lacks,omitempty"`   // the contents that each has said it lacks
	Dropped  Dropped                        `json:"dropped,omitzero"`  // what lies in the shared folder
	Backup   Backup                         `json:"backup,omitzero"`
	Backups  []Copy                         `json:"backups,omitempty"`  // that were made here
	GivenOut []GivenOut                     `json:"givenOut,omitempty"` // files for others that were written here, the last ones
	Carried  map[model.SubjectID]Carried    `json:"carried,omitempty"`  // erasures that were carried out here
	Removed  []RemovedFile                  `json:"removed,omitempty"`  // files that held what was erased
}

// Receipt is how far a desk has come, and when it was last heard of.
type Receipt struct {
	Vector model.Vector  `json:"vector"`
	At     model.Instant `json:"at"`
}

// Waiting is a file in the inbox of which a part could not be taken in yet.
type Waiting struct {
	File      string         `json:"file"` // its name in the inbox
	From      model.DeskID   `json:"from"`
	Since     model.Instant  `json:"since"`
	Gaps      []Gap          `json:"gaps,omitempty"`
	Strangers []model.DeskID `json:"strangers,omitempty"` // desks that nobody here knows yet
}

// Gap is what is missing of a desk's events before others can be taken in.
type Gap struct {
	Desk model.DeskID `json:"desk"`
	From uint64       `json:"from"`
	To   uint64       `json:"to"`
}

// Fork is a desk's number that names two different events: its folder was
// copied, or an old copy of it was put back. Both cannot be taken in; the file
// with the other one lies in quarantine. Where only a signature told it there is
// no file.
type Fork struct {
	Desk model.DeskID  `json:"desk"`
	N    uint64        `json:"n"`
	From model.DeskID  `json:"from"` // who sent it
	To   uint64        `json:"to"`   // how far the other version is known
	File string        `json:"file"` // its name in the quarantine, empty: none
	At   model.Instant `json:"at"`
}

// Skew is how far a desk's clock was ahead of ours, in seconds, when that was
// last seen.
type Skew struct {
	Seconds int64         `json:"seconds"`
	At      model.Instant `json:"at"`
}

// metaExchanged names the notes in the store.
const metaExchanged = "exchanged"

// noteMark begins a record of the journal that holds notes instead of events:
// no events, and then bytes.
const noteMark = 0

// isNote reports whether a record of the journal holds notes.
func isNote(record []byte) bool { return len(record) > 1 && record[0] == noteMark }

// renote changes what is known about the others and keeps it.
func (d *Desk) renote(change func(*exchanged)) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.noteChange(change)
}

// noteChange is renote for whoever holds the desk already.
func (d *Desk) noteChange(change func(*exchanged)) error {
	x, err := d.others.copied()
	if err != nil {
		return err
	}
	change(&x)
	return d.note(x)
}

// copied is a copy with maps that can be written to.
func (x exchanged) copied() (exchanged, error) {
	out := exchanged{Heads: map[model.DeskID]bundle.Head{}, Receipts: map[model.DeskID]Receipt{},
		Handed: map[model.DeskID]Receipt{}, Asked: map[model.DeskID]model.Instant{}, Lacks: map[model.DeskID][]model.Hash{}, Clocks: map[model.DeskID]Skew{}, Settled: map[model.DeskID]uint64{}, Carried: map[model.SubjectID]Carried{}}
	b, err := json.Marshal(x)
	if err != nil {
		return out, fmt.Errorf("encode the notes: %w", err)
	}
	return out, json.Unmarshal(b, &out)
}

// note keeps what is known about the others: in the journal first, as all that
// must not be lost.
func (d *Desk) note(x exchanged) error {
	b, err := json.Marshal(x)
	if err != nil {
		return fmt.Errorf("encode the notes: %w", err)
	}
	end, err := d.journal.Append([][]byte{append([]byte{noteMark}, b...)})
	if err != nil {
		return err
	}
	if err := d.holdNote(b, end); err != nil {
		d.broken = err // the journal has it: the next opening replays it
		return err
	}
	return nil
}

// holdNote brings notes that the journal holds into the store and into memory.
func (d *Desk) holdNote(b []byte, end journal.Position) error {
	meta := []store.Meta{{Name: metaExchanged, Bytes: b}, {Name: metaPosition, Bytes: end.Bytes()}}
	if err := d.store.Commit(store.Batch{Meta: meta}); err != nil {
		return fmt.Errorf("write to the store: %w", err)
	}
	return d.readNotes(b)
}

func (d *Desk) loadNotes() error {
	b, err := d.store.Meta(metaExchanged)
	if err != nil {
		return err
	}
	return d.readNotes(b)
}

func (d *Desk) readNotes(b []byte) error {
	d.others = exchanged{}
	if b == nil {
		return nil
	}
	if err := json.Unmarshal(b, &d.others); err != nil {
		return fmt.Errorf("decode the notes: %w", err)
	}
	return nil
}

func (x exchanged) empty() bool {
	b, err := json.Marshal(x)
	return err == nil && string(b) == "{}"
}
