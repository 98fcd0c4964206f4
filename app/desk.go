package app

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"sync"
	"time"

	"siaga/app/files"
	"siaga/app/journal"
	"siaga/app/store"
	"siaga/app/vault"
	"siaga/model"
)

// World is what the desk needs from outside: where its data lies, what time it
// is, and where randomness comes from.
type World struct {
	Folder string
	Now    func() time.Time
	Random io.Reader

	FileCost int // how hard the passphrase of a file is to try, see [bundle.Seal]; 0 is the usual cost
}

// Desk is one open desk of the office. It may be used from several goroutines.
type Desk struct {
	mu        sync.RWMutex
	importing sync.Mutex // one file at a time
	keeping   sync.Mutex // one file of evidence at a time

	folder  string
	cost    int // of the passphrase of a file
	now     func() time.Time
	random  io.Reader
	vault   *vault.Vault
	journal *journal.Journal
	store   *store.Store
	files   *files.Files
	broken  error // why nothing is written; nil when all is well
	torn    int64

	me     model.DeskID
	letter string
	chains chains
	stamp  model.Stamp
	others exchanged
	atDesk model.PersonID

	officeID model.OfficeID
	office   model.Office
	zone     *time.Location
	people   map[model.PersonID]model.Person
	agencies map[model.AgencyID]model.Agency
	systems  map[model.SystemID]model.System
	seats    map[model.SeatID]model.Seat
	duties   map[model.DutyID]model.Duty
	desks    map[model.SubjectID]model.DeskInfo
	invited  map[model.SubjectID]model.Invitation
	small    map[model.SubjectID]bool // everything that is known and no incident
	rows     map[model.IncidentID]*model.Row
	tickets  map[model.Ticket]model.IncidentID
	former   map[model.Ticket]model.IncidentID   // numbers that incidents had before
	twins    map[model.Ticket][]model.IncidentID // numbers that several have
	counts   map[series]int                      // the last number by desk and year
	open     map[model.SubjectID]int             // how much is to be decided about what
	clashes  clashes
	orders   orders         // to erase personal data
	again    again          // what is written once more of it
	erased   model.Erasures // what they erase
	order    *list          // of the rows, the one received last first

	listeners map[int]func()
	listener  int
}

// Names of the named values in the store.
const (
	metaPosition = "journal"
	metaAtDesk   = "at-desk"
)

// Exists reports whether a desk was set up in the folder.
func Exists(folder string) bool { return fileExists(VaultPath(folder)) }

// VaultPath is where the desk's vault lies.
func VaultPath(folder string) string { return filepath.Join(folder, "vault.json") }

// Open opens the desk whose vault has been unlocked; it refuses a folder that
// another program has open. When journal and store do not fit together the
// desk opens in recovery (see Recovery); the error is for what cannot be
// opened at all.
func Open(world World, v *vault.Vault) (*Desk, error) {
	d := newDesk(world, v)
	if journal.WantRoom(d.folder) != nil {
		_ = journal.DropBallast(d.folder) // opening writes too; what fails for want of room says so below
	}
	// The store first: its lock guards the journal too.
	for _, step := range []func() error{d.identify, d.openFiles, d.openStore, d.finishSwap, d.openJournal} {
		if err := step(); err != nil {
			d.Close()
			return nil, err
		}
	}
	switch {
	case d.broken == nil && d.swapping():
		d.broken = d.takeSwapped()
	case d.broken == nil:
		d.broken = d.catchUp()
	case errors.Is(d.broken, model.ErrRow) && d.journal != nil:
		_, d.broken = d.rebuild(nil) // rows of an earlier version of the program
	}
	err := errors.Join(d.clearInbox(), d.settleFiles(), d.resume())
	_ = d.settleErasures(nil) // what fails stays due, and is told
	return d, err
}

func newDesk(world World, v *vault.Vault) *Desk {
	d := &Desk{folder: world.Folder, cost: world.FileCost, now: world.Now, random: &oneAtATime{in: world.Random}, vault: v, listeners: map[int]func(){}}
	d.forget()
	return d
}

// oneAtATime lets several goroutines draw from a source that is not made for it.
type oneAtATime struct {
	mu sync.Mutex
	in io.Reader
}

func (o *oneAtATime) Read(b []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.in.Read(b)
}

// forget empties what is held in memory, before it is loaded.
func (d *Desk) forget() {
	d.office, d.zone = model.NewOffice(), time.FixedZone("WIB", 7*3600)
	d.people, d.agencies = map[model.PersonID]model.Person{}, map[model.AgencyID]model.Agency{}
	d.systems, d.seats = map[model.SystemID]model.System{}, map[model.SeatID]model.Seat{}
	d.duties, d.desks = map[model.DutyID]model.Duty{}, map[model.SubjectID]model.DeskInfo{}
	d.invited, d.small = map[model.SubjectID]model.Invitation{}, map[model.SubjectID]bool{}
	d.rows, d.tickets = map[model.IncidentID]*model.Row{}, map[model.Ticket]model.IncidentID{}
	d.former, d.twins = map[model.Ticket]model.IncidentID{}, map[model.Ticket][]model.IncidentID{}
	d.counts, d.order = map[series]int{}, &list{}
	d.orders, d.erased = orders{}, model.Erasures{}
	d.again.forget()
	d.open, d.clashes.known = map[model.SubjectID]int{}, false
	d.chains, d.stamp, d.others = chains{}, model.Stamp{}, exchanged{}
}

// openStore opens what everything reads; a damaged store is for recovery.
func (d *Desk) openStore() error {
	s, err := store.Open(d.storePath(), d.vault.Key("store"))
	var damage *store.Damage
	if errors.As(err, &damage) {
		d.broken = err
		return nil
	}
	if err != nil {
		return fmt.Errorf("open the store: %w", err)
	}
	d.store = s
	d.broken = d.load()
	return nil
}

// openJournal opens what was written here; a damaged journal is for recovery.
func (d *Desk) openJournal() error {
	folder, err := journal.Dir(d.journalPath())
	if err != nil {
		return fmt.Errorf("open the journal's folder: %w", err)
	}
	j, opened, err := journal.Open(folder, journal.Options{Key: d.vault.Key("journal")})
	var damage *journal.Damage
	if errors.As(err, &damage) {
		d.broken = err
		return nil
	}
	if err != nil {
		return fmt.Errorf("open the journal: %w", err)
	}
	d.journal, d.torn = j, opened.Torn
	return nil
}

func (d *Desk) journalPath() string { return filepath.Join(d.folder, "journal") }

func (d *Desk) storePath() string { return filepath.Join(d.folder, "store") }

// Close ends the use of the desk; what was acknowledged is on the disk already.
func (d *Desk) Close() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	var errs []error
	if d.journal != nil {
		errs = append(errs, d.journal.Close())
		d.journal = nil
	}
	if d.store != nil {
		errs = append(errs, d.store.Close())
		d.store = nil
	}
	return errors.Join(errs...)
}

// OnChange calls f after every change, on the goroutine that made it, until
// the returned function is called.
func (d *Desk) OnChange(f func()) (stop func()) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.listener++
	id := d.listener
	d.listeners[id] = f
	return func() {
		d.mu.Lock()
		defer d.mu.Unlock()
		delete(d.listeners, id)
	}
}

func (d *Desk) tellChanged() {
	d.mu.RLock()
	calls := make([]func(), 0, len(d.listeners))
	for _, f := range d.listeners {
		calls = append(calls, f)
	}
	d.mu.RUnlock()
	for _, f := range calls {
		f()
	}
}
