package papers

import (
	"time"

	"siaga/app"
	"siaga/model"
	"siaga/reports"
)

// Desk is what this place asks of the desk: the values of the papers, the
// incidents to choose from, and the one order it gives (the number of a letter).
type Desk interface {
	Do(app.Order) (app.Done, error)
	Incident(app.IncidentRef) (model.Incident, error)
	Incidents() []*model.Row
	Now() model.Instant
	Office() model.Office
	Zone() (*time.Location, string)

	Resolution(app.IncidentRef) (reports.Resolution, error)
	Answer(app.IncidentRef) (reports.Answer, error)
	Announcement(app.IncidentRef) (reports.Announcement, error)
	Outward(app.IncidentRef, reports.OutwardKind) (reports.Outward, error)
	CustodyForm(app.IncidentRef, model.Mark) (reports.CustodyForm, error)
	CustodyRecord(app.IncidentRef, model.Mark) (reports.CustodyRecord, error)
	Register(from, to model.Instant) (reports.Register, error)
	Erasures() []app.Erased
	ErasureRecord(model.SubjectID, model.PaperNumber) (reports.Erasure, error)
	Figures(model.Period, app.Filter) model.Figures
	Periodic(model.Period, model.PaperNumber) (reports.Periodic, error)
}
