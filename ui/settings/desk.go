package settings

import (
	"siaga/app"
	"siaga/app/vault"
	"siaga/model"
)

// Desk is what this place asks of the desk.
type Desk interface {
	Do(app.Order) (app.Done, error)
	Office() model.Office
	Now() model.Instant
	Desks() []model.DeskInfo
	Check() (app.Checked, error)
	Rebuild(onProgress func(events uint64) bool) (uint64, error)
	ChangePassphrase(cost vault.Cost, old, next string) error
	NewRecoveryKey() (string, error)
}

// Program is what the place is told about the program around it.
type Program struct {
	Version string
	Folder  string     // where the desk's data lies
	Cost    vault.Cost // of a new passphrase
	OnLook  func()     // language or look were changed; the window dresses anew
}
