package papers

import (
	"io"
	"slices"
	"time"

	"siaga/app"
	"siaga/locales"
	"siaga/model"
	"siaga/reports"
	"siaga/reports/paper"
)

// request is everything that decides what a paper says; it is read from the
// page once and may then be worked on beside it.
type request struct {
	kind     kind
	book     *locales.Book // of the paper, not of the window
	zone     *time.Location
	period   model.Period
	from, to model.Instant // of a register: from its first second to before to
	filter   app.Filter    // of a register, beside from and to
	incident app.IncidentRef
	row      model.Mark // of its evidence or of a handover
	erasure  model.SubjectID
	letter   model.PaperNumber // of a periodic report or an erasure; others have it in their record
}

// document is a paper that was made: what can be shown and saved of it.
type document struct {
	name     string        // of its file, without ending and without personal data
	sheets   *paper.Sheets // nil when it has no pages
	workbook func(w io.Writer, spill string) error
	periodic *reports.Periodic // the figures, of a periodic report
	rows     []*model.Row      // the lines, of a register
	missing  []reports.Need    // what a letter lacks that is drafted from an incident
}

// document makes the paper that was asked for. It is slow work.
func (r request) document(desk Desk) (document, error) {
	switch r.kind {
	case periodic:
		return r.periodic(desk)
	case register:
		return r.register(desk)
	case erasure:
		return r.erased(desk)
	}
	return r.about(desk)
}

func (r request) periodic(desk Desk) (document, error) {
	value, err := desk.Periodic(r.period, r.letter)
	if err != nil {
		return document{}, err
	}
	d := document{name: r.book.T("papers.file."+string(r.period.Span)) + "_" + r.period.String(), periodic: &value}
	d.workbook = func(w io.Writer, spill string) error { return value.XLSX(w, r.book, spill) }
	d.sheets, err = value.Sheets(r.book)
	return d, err
}

func (r request) register(desk Desk) (document, error) {
	value, err := desk.Register(r.from, r.to)
	if err != nil {
		return document{}, err
	}
	now := desk.Now()
	value.Rows = slices.DeleteFunc(value.Rows, func(row *model.Row) bool { return !r.filter.Match(row, now) })
	d := document{name: r.book.T("papers.file.register") + r.days(), rows: value.Rows}
	d.workbook = func(w io.Writer, spill string) error { return value.XLSX(w, r.book, spill) }
	return d, nil
}

// days are the first and the last day of a register, for its file's name.
func (r request) days() (name string) {
	for _, day := range []model.Instant{r.from, r.to - 1} {
		if day > 0 {
			name += "_" + day.Time().In(r.zone).Format(time.DateOnly)
		}
	}
	return name
}

// erased makes the record of an erasure.
func (r request) erased(desk Desk) (d document, err error) {
	if r.erasure == "" {
		return d, nil
	}
	d.name = r.book.T("papers.file.erasure") + "_" + string(r.erasure[:8])
	d.sheets, err = r.laidOut(desk.ErasureRecord(r.erasure, r.letter))
	return d, err
}

// about makes a paper about one incident.
func (r request) about(desk Desk) (d document, err error) {
	if r.incident == "" {
		return d, nil
	}
	i, err := desk.Incident(r.incident)
	if err != nil {
		return d, err
	}
	name := r.book.T("papers.file."+string(r.kind)) + "_" + string(i.Ticket)
	d.name = name
	switch r.kind {
	case resolution:
		d.sheets, err = r.laidOut(desk.Resolution(r.incident))
	case answer:
		d.sheets, err = r.laidOut(desk.Answer(r.incident))
	case announcement:
		d.sheets, err = r.laidOut(desk.Announcement(r.incident))
	case custodyForm, custodyRecord:
		d.sheets, err = r.custody(desk)
	default:
		d, err = r.outward(desk)
		d.name = name
	}
	return d, err
}

// pages is a paper that lays itself out in a language.
type pages interface {
	Sheets(*locales.Book) (*paper.Sheets, error)
}

// laidOut lays out what a question to the desk returned.
func (r request) laidOut(value pages, err error) (*paper.Sheets, error) {
	if err != nil {
		return nil, err
	}
	return value.Sheets(r.book)
}
