package incidents

import (
	"time"

	"siaga/app"
	"siaga/locales"
	"siaga/model"
)

// Desk is what this place asks of the desk; *app.Desk is one.
type Desk interface {
	Do(app.Order) (app.Done, error)
	DoTold(app.Order, app.Progress) (app.Done, error)

	Search(app.Filter) []*model.Row
	Tags() []app.Tag
	Incident(app.IncidentRef) (model.Incident, error)
	History(model.SubjectID) ([]model.Change, error)
	Escalation(app.IncidentRef) (app.Escalation, error)
	MergePlan(into, from app.IncidentRef) (model.Join, error)
	Merged(app.IncidentRef) (app.Merged, bool, error)

	Tell(app.ShareOut) (app.SharedOut, error)
	Share(path string, what app.ShareOut, progress app.Progress) (app.SharedOut, error)
	NewFileName() (string, error)
	HasFile(model.Evidence) bool
	SaveEvidenceFile(incident app.IncidentRef, row, path string, progress app.Progress) (model.Evidence, error)
	ErasurePlan(subject string, fields, rows []string) (app.ErasurePlan, error)
	ErasuresOf(model.SubjectID) []app.Erased

	locales.Names
	Zone() (*time.Location, string)
	AtDesk() (model.Person, bool)
	People() []model.Person
	Agencies() []model.Agency
	Systems() []model.System

	Draft(name string) ([]byte, error)
	KeepDraft(name string, draft []byte) error
}
