package app

import (
	"crypto/ed25519"
	"encoding/json"
	"fmt"
	"path/filepath"

	"siaga/app/bundle"
	"siaga/model"
)

// Backup is the last one that was made here, and what testing it showed.
type Backup struct {
	Path     string        `json:"path"`
	At       model.Instant `json:"at"`
	Events   uint64        `json:"events"`
	TestedAt model.Instant `json:"testedAt,omitempty"`
	Fault    string        `json:"fault,omitempty"` // the key of the sentence that the last test ended with; empty when all was well
}

// isGone reports whether the file is not where it was written any more. Where the
// whole folder is away, such as on a disk that is not connected, nobody knows.
func (b Backup) isGone() bool {
	return b.Path != "" && fileExists(filepath.Dir(b.Path)) && !fileExists(b.Path)
}

// deskKit is what a backup holds beside the events: what the desk itself is, so
// that another one can take its place.
type deskKit struct {
	Desk       model.DeskID             `json:"desk"`
	Seed       []byte                   `json:"seed"`
	Identities []string                 `json:"identities"`
	Anchors    model.Keys               `json:"anchors"`
	Receipts   map[model.DeskID]Receipt `json:"receipts,omitempty"`
}

const partDesk = "desk"

// BackUp writes everything into a file that the recovery key opens. It is there
// whole or not at all.
func (d *Desk) BackUp(path string, progress Progress) (Exported, error) {
	o, err := d.backupOf()
	if err != nil {
		return Exported{}, err
	}
	done, err := o.toFile(path, progress)
	if err != nil {
		return done, err
	}
	err = d.renote(func(x *exchanged) {
		x.Backup = Backup{Path: path, At: o.header.MadeAt, Events: done.Events, TestedAt: x.Backup.TestedAt, Fault: x.Backup.Fault}
		x.Backups = append(present(x.Backups), Copy{Path: path, At: o.header.MadeAt})
	})
	d.tellChanged()
	return done, err
}

// backupOf is a full file to the recovery key, and to this desk, which is to
// test it.
func (d *Desk) backupOf() (*outgoing, error) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	if d.broken != nil {
		return nil, model.Refuse("refuse.in-recovery")
	}
	o, err := d.outgoingOf(bundle.Backup)
	if err != nil {
		return nil, err
	}
	recipient, err := d.recipient()
	if err != nil {
		return nil, err
	}
	o.seal.Recipients = append(d.recoveryRecipients(), recipient)
	o.since(model.Vector{})
	if err := o.enclose(); err != nil {
		return nil, err
	}
	trusted, err := d.trusted()
	if err != nil {
		return nil, err
	}
	seed, _ := d.vault.Secret(secretKey)
	kit, err := json.Marshal(deskKit{Desk: d.me, Seed: seed, Identities: d.identities(), Anchors: trusted, Receipts: d.others.Receipts})
	if err != nil {
		return nil, fmt.Errorf("encode what the desk is: %w", err)
	}
	o.parts = append(o.parts, bundle.Part{Name: partDesk, Content: kit})
	return o, nil
}

// TestBackup opens the last backup, reads it to its end and compares every event
// with the one here; it returns how many there were. The error, which is kept
// too, says what is wrong with it.
func (d *Desk) TestBackup(progress Progress) (events uint64, err error) {
	last := d.lastBackup()
	if last.Path == "" {
		return 0, model.Refuse("refuse.backup-none")
	}
	events, err = d.compareBackup(last.Path, progress)
	noted := d.renote(func(x *exchanged) {
		x.Backup.TestedAt, x.Backup.Fault = model.At(d.now()), ""
		if err != nil {
			x.Backup.Fault = faultOf(err)
		}
	})
	d.tellChanged()
	if err == nil {
		err = noted
	}
	return events, err
}

func (d *Desk) compareBackup(path string, progress Progress) (events uint64, err error) {
	s, err := d.survey(path, bundle.Keys{}, progress)
	if err != nil {
		return 0, err
	}
	if _, err := readDeskKit(s.parts[partDesk]); s.header.Kind != bundle.Backup || err != nil {
		return 0, model.Refuse("refuse.not-backup")
	}
	for desk, n := range s.header.Seen {
		if r := s.runs[desk]; r == nil || r.From != 1 || r.To != n || r.forked || !r.verified {
			return 0, model.Refuse("refuse.backup-differs", "Name", d.Label(desk))
		}
	}
	return uint64(s.header.Events), nil
}

// faultOf is the key of the sentence for an error.
func faultOf(err error) string {
	if r, ok := model.AsRefusal(err); ok {
		return r.Key
	}
	return "error.general"
}

// Restore sets a desk up anew from a backup and the recovery key with which it
// was made, and opens it. It is a new desk of the office, with a letter of its
// own, that takes the place of the old one: numbers are never used twice. It
// refuses a key that does not open the file, and a file that is no backup;
// whatever fails leaves no desk behind.
func Restore(world World, lock Lock, files []string, recovery string, progress Progress) (d *Desk, newRecovery string, err error) {
	with, err := recoveryKeys(recovery)
	if err != nil {
		return nil, "", err
	}
	return setUp(world, lock, func(d *Desk) error { return d.restore(files, with, progress) })
}

// restore takes everything in and makes the desk the successor of the one that
// made the backup.
func (d *Desk) restore(files []string, with bundle.Keys, progress Progress) error {
	o, err := d.receiveOrigin(files, with)
	if err != nil {
		return err
	}
	kit, err := readDeskKit(o.parts[partDesk])
	if o.header.Kind != bundle.Backup || err != nil {
		return model.Refuse("refuse.not-backup")
	}
	former, err := json.Marshal(kit.Identities)
	if err != nil {
		return fmt.Errorf("encode the identities: %w", err)
	}
	if err := d.vault.SetSecret(secretFormer, former); err != nil {
		return err
	}
	if err := d.begin(o.header.Office, kit.Anchors); err != nil {
		return err
	}
	if err := d.takeAll(o, progress); err != nil {
		return err
	}
	if err := d.renote(func(x *exchanged) { x.Receipts = kit.Receipts }); err != nil {
		return err
	}
	before := d.deskInfo(kit.Desk)
	return d.admitSelf(model.DeskInfo{Letter: d.nextLetter(), Name: before.Name, Succeeds: kit.Desk}, ed25519.NewKeyFromSeed(kit.Seed))
}
