package settings

import (
	"time"

	"siaga/app"
	"siaga/app/vault"
	"siaga/model"
)

// Desk is what this place asks of the desk.
type Desk interface {
	Do(app.Order) (app.Done, error)
	Office() model.Office
	OfficeHours() *model.Calendar
	Policies() ([]app.PolicyEntry, error)
	PreviewPolicy(app.SettlePolicy, model.Period) (app.PolicyPreview, error)
	Person(model.PersonID) model.Person
	Zone() (*time.Location, string)
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
