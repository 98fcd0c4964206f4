package reports

import "siaga/model"

// Directory gives the names behind the identities that a document prints.
type Directory struct {
	People   map[model.PersonID]string
	Agencies map[model.AgencyID]string // full names
	Short    map[model.AgencyID]string // short names, for tables
	Systems  map[model.SystemID]string
	Tickets  map[model.IncidentID]model.Ticket
}

// Signer is who signs a document, as of its date: the holder of a post and the
// standing in which it is held.
type Signer struct {
	Post     model.Post
	Standing model.Standing
	Name     string // empty when the post is vacant: room is left
	JobTitle string // jabatan as printed; empty prints the post's title
	Rank     string
	NIP      string
}

// Resolution is everything a Laporan Penyelesaian Insiden prints
// (domain outline no. 1).
type Resolution struct {
	Office    model.Office
	Names     Directory
	Incident  model.Incident
	Number    model.PaperNumber // blank when it is not numbered yet
	Signer    Signer            // Ketua as of the date
	Preparer  Signer            // Koordinator of the handling team
	PrintedAt model.Instant     // what clocks that still run are read at
}

// Answer is everything a letter prints that answers the reporter of something
// that was not an incident.
type Answer struct {
	Office    model.Office
	Incident  model.Incident
	Number    model.PaperNumber // blank when it is not numbered yet
	Signer    Signer            // Ketua as of the date
	PrintedAt model.Instant
}

// Announcement is everything an announcement prints. It is public, so it
// carries nothing else of the incident: no reporter, analysis or address.
type Announcement struct {
	Office      model.Office
	Ticket      model.Ticket
	Label       model.TLP // of the incident
	Service     string    // the affected system by its name in the list; may be empty
	Agency      string    // whose service it is; may be empty
	Text        string
	ReceivedAt  model.Instant
	CompletedAt model.Instant     // zero while the incident is handled
	Disputed    model.FieldNames  // of the incident, between desks
	Number      model.PaperNumber // blank when it is not numbered yet
	Signer      Signer            // Ketua as of the date
	PrintedAt   model.Instant
}

// Register is everything the incident register prints: one row an incident.
type Register struct {
	Office    model.Office
	Names     Directory
	Rows      []*model.Row
	From, To  model.Instant // zero: no limit
	PrintedAt model.Instant
}

// Periodic is everything a laporan berkala prints: the figures of the period,
// of the one before, and of the run of periods that ends with it.
type Periodic struct {
	Office    model.Office
	Names     Directory
	Figures   model.Figures
	Before    model.Figures
	Trend     []model.Figures  // oldest first, the period itself last
	Stories   []model.Incident // Figures.Main, read in full
	Number    string
	Date      model.Instant // of the letter
	Signer    Signer        // Ketua as of the date
	PrintedAt model.Instant
}

// Policies are those in force in the period, with the seasons through which its
// clocks ran.
func (v Periodic) Policies() []model.SettledPolicy {
	return v.Figures.Policies(v.Office)
}
