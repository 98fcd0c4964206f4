package app

import (
	"slices"
	"time"

	"siaga/model"
)

// Arrival tells what a file from another desk brings: before it is taken in as
// a preview, afterwards as a report.
type Arrival struct {
	File   string         `json:"file"` // its name in the inbox
	Kind   string         `json:"kind"`
	From   model.DeskInfo `json:"from"` // who sent it
	MadeAt model.Instant  `json:"madeAt"`

	Events uint64 `json:"events"`          // new ones
	Known  uint64 `json:"known"`           // that were here already
	Files  int    `json:"files,omitempty"` // of evidence, whose content was not here
	Rough  bool   `json:"rough,omitempty"` // a preview of so many events that it does not tell what they change

	NewIncidents     []model.Ticket   `json:"newIncidents,omitempty"`
	ChangedIncidents []model.Ticket   `json:"changedIncidents,omitempty"`
	Others           map[string]Count `json:"others,omitempty"` // other things by their kind, "person", "duty", …
	Disputes         []Dispute        `json:"disputes,omitempty"`
	Early            []model.Ticket   `json:"early,omitempty"` // received in the future, see [Early]

	Rewritten int `json:"rewritten,omitempty"` // fields that were erased and are written again: people are asked
	Copies    int `json:"copies,omitempty"`    // of what was erased, that were erased too

	Gaps      []Gap                 `json:"gaps,omitempty"`      // what has to come before the rest can be taken in
	Strangers []model.DeskID        `json:"strangers,omitempty"` // desks that nobody here knows yet
	Forks     []Fork                `json:"forks,omitempty"`
	Clocks    map[model.DeskID]Skew `json:"clocks,omitempty"`
	Request   bool                  `json:"request,omitempty"`   // the sender asks for what it is missing
	Own       uint64                `json:"own,omitempty"`       // events of this very desk that it had lost
	Lost      uint64                `json:"lost,omitempty"`      // events of this very desk that the sender has, and this file has not
	NewLetter string                `json:"newLetter,omitempty"` // this desk's, because another one had it too

	Shared []SharedIncident `json:"shared,omitempty"` // another CSIRT's, who is then the sender
}

// Count is how many things of a kind are new and how many changed.
type Count struct {
	New     int `json:"new"`
	Changed int `json:"changed"`
}

// Dispute is a field in which desks disagree since this file.
type Dispute struct {
	Subject model.SubjectID `json:"subject"`
	Kind    string          `json:"kind"`
	Ticket  model.Ticket    `json:"ticket,omitempty"`
	Field   string          `json:"field"`
}

// Whole reports whether nothing of the file is left to be taken in later.
func (a Arrival) Whole() bool { return len(a.Gaps) == 0 && len(a.Strangers) == 0 }

// tidings collects what events change.
type tidings struct {
	touched map[model.SubjectID]*touched
	order   []model.SubjectID
	events  uint64
}

// touched is a subject that events have changed.
type touched struct {
	kind     string
	ticket   model.Ticket
	received model.Instant // of an incident
	isNew    bool
	before   []string // fields in dispute already
	now      []string
}

func newTidings() *tidings { return &tidings{touched: map[model.SubjectID]*touched{}} }

// fold folds events into their subjects and notes which are met.
func (t *tidings) fold(working subjects, events []model.Event) {
	for _, e := range events {
		s := working[e.Header.Subject]
		t.meet(s)
		s.Fold(e)
		t.events++
	}
}

// meet notes a subject as it was before the first of the events.
func (t *tidings) meet(s *model.Subject) {
	if t.touched[s.ID] == nil {
		t.touched[s.ID] = &touched{isNew: s.Kind == "", before: s.Conflicts()}
		t.order = append(t.order, s.ID)
	}
}

// left notes subjects as they are after some of the events.
func (t *tidings) left(after subjects) {
	for id, s := range after {
		if was := t.touched[id]; was != nil {
			was.kind, was.now = s.Kind, s.Conflicts()
			if s.Kind == "incident" {
				was.ticket, was.received = model.TicketOf(s), model.ReceivedOf(s)
			}
		}
	}
}

// tell writes down what was collected, as it is at an instant.
func (t *tidings) tell(a *Arrival, now model.Instant) {
	a.Events = t.events
	for _, id := range t.order {
		was := t.touched[id]
		a.count(was)
		if Early(was.received, now) {
			a.Early = append(a.Early, was.ticket)
		}
		for _, field := range was.now {
			if !slices.Contains(was.before, field) {
				a.Disputes = append(a.Disputes, Dispute{Subject: id, Kind: was.kind, Ticket: was.ticket, Field: field})
			}
		}
	}
	slices.Sort(a.NewIncidents)
	slices.Sort(a.ChangedIncidents)
	slices.Sort(a.Early)
}

func (a *Arrival) count(was *touched) {
	switch {
	case was.kind == "incident" && was.isNew:
		a.NewIncidents = append(a.NewIncidents, was.ticket)
	case was.kind == "incident":
		a.ChangedIncidents = append(a.ChangedIncidents, was.ticket)
	default:
		if a.Others == nil {
			a.Others = map[string]Count{}
		}
		c := a.Others[was.kind]
		if was.isNew {
			c.New++
		} else {
			c.Changed++
		}
		a.Others[was.kind] = c
	}
}

// maxSkew is how far another desk's clock may be ahead before people are told.
const maxSkew = 5 * time.Minute

// arrival is what the survey says by itself.
func (s *survey) arrival(file string) Arrival {
	a := Arrival{File: file, Kind: string(s.header.Kind), From: s.sender, MadeAt: s.header.MadeAt, Files: s.files,
		Request: s.header.Kind == requestKind, Clocks: map[model.DeskID]Skew{}}
	now := model.At(s.desk.now())
	if lead := s.header.MadeAt.Sub(now); lead > maxSkew {
		a.Clocks[s.header.Desk] = Skew{Seconds: int64(lead / time.Second), At: now}
	}
	for _, desk := range sortedKeys(s.runs) {
		r := s.runs[desk]
		a.Known += min(r.To, r.have.n) - min(r.From-1, r.have.n)
		switch g, gap := r.gap(); {
		case r.forked:
			a.Forks = append(a.Forks, Fork{Desk: desk, N: min(r.have.n, r.To), To: r.To, From: s.header.Desk, File: file, At: now})
		case !r.verified:
			a.Strangers = append(a.Strangers, desk)
		case gap:
			a.Gaps = append(a.Gaps, g)
		case desk == s.desk.me && r.brings():
			a.Own = r.To - r.have.n
		}
		if r.lead > maxSkew {
			a.Clocks[desk] = Skew{Seconds: int64(r.lead / time.Second), At: now}
		}
	}
	for _, desk := range sortedKeys(s.branched) {
		if r := s.runs[desk]; r == nil || !r.forked {
			a.Forks = append(a.Forks, Fork{Desk: desk, N: s.branched[desk], To: s.branched[desk], From: s.header.Desk, At: now})
		}
	}
	a.Lost = s.lost()
	return a
}
