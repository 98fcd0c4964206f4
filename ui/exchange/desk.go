package exchange

import (
	"time"

	"siaga/app"
	"siaga/model"
)

// Exchanging is what sending, receiving, admitting and backing up ask of the desk.
type Exchanging interface {
	Exchange() (app.Exchange, error)
	MissingFiles() []app.MissingFile
	Label(model.DeskID) string
	NewFileName() (string, error)
	NewPassphrase() (string, error)
	Export(path string, x app.Export, progress app.Progress) (app.Exported, error)
	Receive(paths ...string) (name string, err error)
	Preview(name, passphrase string, progress app.Progress) (app.Arrival, error)
	Import(name, passphrase string, progress app.Progress) (app.Arrival, error)
	Discard(name string) error
	Invite(path string, i app.Invite, progress app.Progress) (app.Invited, error)
	BackupName() string
	BackupPath(folder string) string
	BackUp(path string, progress app.Progress) (app.Exported, error)
	TestBackup(progress app.Progress) (events uint64, err error)
	ForkedEvents(model.DeskID) ([]model.Change, error)
	SettleFork(model.DeskID) error
	LyingIn(folder string) ([]app.Lying, error)
}

// Keeper is what the window does by itself: visits to the shared folder, backups.
type Keeper interface {
	// Visited is when the shared folder was last visited since the program was
	// opened, zero when it was not, and why that failed.
	Visited() (at time.Time, failed error)
	// Visit goes there now; then hears of it on the window's thread.
	Visit(then func())
}

// The sections, as routes name them.
const (
	partSend   = "send"
	partDesks  = "desks"
	partBackup = "backup"
)
