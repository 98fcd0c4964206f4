package app

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"siaga/app/journal"
	"siaga/app/whole"
	"siaga/model"
)

// Upkeep is what a desk does by itself, as chosen at this desk; an empty folder
// means that it does not.
type Upkeep struct {
	SharedFolder string
	BackupFolder string
	KeepBackups  int // how many backups stay in the folder
}

// Tended is what was done, and what could not be.
type Tended struct {
	Called
	BackedUp string // path of the backup that was made
	Tested   uint64 // events of the backup that was opened and compared
	Failed   []error
}

// Keeper does the upkeep whenever it is called, and remembers what it has seen in
// the shared folder, which it watches between the calls. It may be called from one
// goroutine at a time.
type Keeper struct {
	desk   *Desk
	folder *SharedFolder
}

// NewKeeper makes the keeper of a desk.
func NewKeeper(d *Desk) *Keeper { return &Keeper{desk: d} }

// Tend takes in what lies in the shared folder and leaves what is new; makes a
// backup when one is due; opens and compares the last one once a week; and keeps
// some room on the disk in reserve for the day on which others have filled it.
func (k *Keeper) Tend(u Upkeep, progress Progress) (t Tended) {
	_ = journal.KeepBallast(k.desk.folder) // a desk without it works as well, and tries again at the next round
	t.note(k.call(u, &t, progress))
	t.note(k.backUp(u, &t, progress))
	t.note(k.test(&t, progress))
	return t
}

func (t *Tended) note(err error) {
	if err != nil {
		t.Failed = append(t.Failed, err)
	}
}

func (k *Keeper) call(u Upkeep, t *Tended, progress Progress) (err error) {
	if k.folder != nil && k.folder.path != u.SharedFolder {
		k.Close()
	}
	if u.SharedFolder == "" {
		return nil
	}
	if k.folder == nil {
		k.folder = k.desk.SharedFolderAt(u.SharedFolder)
	}
	k.folder.Watch()
	t.Called, err = k.folder.Call(progress)
	return err
}

// Stirred reports whether the shared folder is to be visited before its time; see
// [SharedFolder.Stirred].
func (k *Keeper) Stirred() bool { return k.folder != nil && k.folder.Stirred() }

// Close ends the watching of the shared folder until Tend is called again.
func (k *Keeper) Close() {
	if k.folder != nil {
		k.folder.Close()
		k.folder = nil
	}
}

// backUp makes a backup when the last one is older than the office wishes, or
// lies elsewhere.
func (k *Keeper) backUp(u Upkeep, t *Tended, progress Progress) error {
	d := k.desk
	last, now := d.lastBackup(), d.Now()
	due := now.Sub(last.At) >= days(max(1, d.Office().BackupDays)) || filepath.Dir(last.Path) != filepath.Clean(u.BackupFolder) ||
		last.At <= d.lastCarried() || last.isGone()
	if u.BackupFolder == "" || !due {
		return nil
	}
	if !fileExists(u.BackupFolder) {
		return model.Refuse("refuse.backup-folder", "Path", u.BackupFolder)
	}
	path := d.BackupPath(u.BackupFolder)
	if _, err := d.BackUp(path, progress); err != nil {
		return err
	}
	t.BackedUp = path
	return d.thin(u.BackupFolder, u.KeepBackups)
}

func (k *Keeper) test(t *Tended, progress Progress) (err error) {
	last := k.desk.lastBackup()
	if last.Path == "" || k.desk.Now().Sub(last.TestedAt) < days(testDays) {
		return nil
	}
	t.Tested, err = k.desk.TestBackup(progress)
	return err
}

func (d *Desk) lastBackup() Backup {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.others.Backup
}

const (
	backupBegins = "siaga-cadangan-"
	backupEnds   = ".siaga"
	// DefaultBackups is how many backups stay unless chosen otherwise.
	DefaultBackups = 10
)

// BackupName is what a backup made now is called: it tells which desk made it, by
// the beginning of its random identity, when, and nothing else.
func (d *Desk) BackupName() string {
	return d.backupsBegin() + d.Now().Time().UTC().Format("20060102-150405") + backupEnds
}

// BackupPath is where a backup made now goes in a folder: under a name that no
// other one has there.
func (d *Desk) BackupPath(folder string) string {
	path := filepath.Join(folder, d.BackupName())
	stem := strings.TrimSuffix(path, backupEnds)
	for n := 2; fileExists(path); n++ {
		path = fmt.Sprintf("%s-%d%s", stem, n, backupEnds)
	}
	return path
}

// backupsBegin is how the names of this desk's backups begin.
func (d *Desk) backupsBegin() string { return backupBegins + d.me.Short() + "-" }

// thin removes the oldest of this desk's backups beyond those that are to stay,
// and what was written of one when the desk was killed. Several desks may use one
// folder: what others made stays.
func (d *Desk) thin(folder string, keep int) error {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return model.Refuse("refuse.backup-folder", "Path", folder)
	}
	var names, gone []string
	for _, e := range entries {
		switch name := e.Name(); {
		case strings.HasSuffix(name, backupEnds) && d.madeBackup(filepath.Join(folder, name)):
			names = append(names, name)
		case strings.HasPrefix(name, d.backupsBegin()) && strings.HasSuffix(name, backupEnds+whole.Beside):
			gone = append(gone, name)
		}
	}
	slices.SortFunc(names, func(a, b string) int { return strings.Compare(d.backupTime(a), d.backupTime(b)) })
	keep = cmp.Or(max(0, keep), DefaultBackups)
	for _, name := range append(gone, names[:max(0, len(names)-keep)]...) {
		if err := os.Remove(filepath.Join(folder, name)); err != nil {
			return fmt.Errorf("remove an old backup: %w", err)
		}
	}
	return nil
}

// madeBackup reports whether this desk made the backup at a path and named it by
// itself; those named when the name told the time alone stand in its notes.
func (d *Desk) madeBackup(path string) bool {
	name := filepath.Base(path)
	if strings.HasPrefix(name, d.backupsBegin()) {
		return true
	}
	return strings.HasPrefix(name, backupBegins) && d.HasBackup(path)
}

// HasBackup reports whether a backup was made here at a path.
func (d *Desk) HasBackup(path string) bool {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return slices.ContainsFunc(d.others.Backups, func(c Copy) bool { return c.Path == path })
}

// IsBackup reports whether what lies at a path is a backup: one that was made
// here, or another desk's as its name tells.
func (d *Desk) IsBackup(path string) bool {
	return strings.HasPrefix(filepath.Base(path), backupBegins) || d.HasBackup(path)
}

// backupTime is what the name of one of this desk's backups says of its time.
func (d *Desk) backupTime(name string) string {
	name = strings.TrimPrefix(strings.TrimPrefix(name, d.backupsBegin()), backupBegins)
	return strings.TrimSuffix(name, backupEnds)
}
