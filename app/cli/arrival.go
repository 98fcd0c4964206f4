package cli

import (
	"siaga/app"
	"siaga/model"
)

// arrivalValue is what a file brings, for a program.
type arrivalValue struct {
	File      string               `json:"file"` // its name in the inbox
	TakenIn   bool                 `json:"takenIn"`
	Whole     bool                 `json:"whole"` // nothing of it waits
	Kind      string               `json:"kind"`
	From      deskName             `json:"from"`
	MadeAt    word                 `json:"madeAt"`
	Events    uint64               `json:"events"`
	Known     uint64               `json:"known"`
	Files     int                  `json:"files"`
	New       []model.Ticket       `json:"newIncidents"`
	Changed   []model.Ticket       `json:"changedIncidents"`
	Others    map[string]app.Count `json:"others"`
	Disputes  []disputeValue       `json:"disputes"`
	Gaps      []gapValue           `json:"gaps"`
	Strangers []deskName           `json:"strangers"`
	Forks     []deskName           `json:"forks"`
	Clocks    []clockLead          `json:"clocks"`
	Request   bool                 `json:"request"`
	Own       uint64               `json:"own"`
	Lost      uint64               `json:"lost"`
	NewLetter word                 `json:"newLetter"`
	Sentences []string             `json:"sentences"`

	Fingerprint word           `json:"fingerprint,omitempty"` // of another CSIRT, which nobody has compared
	Shared      []learnedValue `json:"shared,omitempty"`
}

// deskName is a desk in JSON; one that nobody knows has neither letter nor name.
type deskName struct {
	ID     model.DeskID `json:"id"`
	Letter word         `json:"letter"`
	Name   word         `json:"name"`
}

type disputeValue struct {
	Subject model.SubjectID `json:"subject"`
	Kind    string          `json:"kind"`
	Ticket  word            `json:"ticket"`
	Field   string          `json:"field"`
}

type gapValue struct {
	Desk deskName `json:"desk"`
	From uint64   `json:"from"`
	To   uint64   `json:"to"`
}

type clockLead struct {
	Desk    deskName `json:"desk"`
	Seconds int64    `json:"seconds"`
}

func (v view) deskName(desk model.DeskID) deskName {
	for _, k := range v.desk.Desks() {
		if k.Desk == desk {
			return deskName{desk, word(k.Letter), word(k.Name)}
		}
	}
	return deskName{ID: desk}
}

func (v view) gap(g app.Gap) gapValue { return gapValue{v.deskName(g.Desk), g.From, g.To} }

func (v view) arrival(a app.Arrival, takenIn bool) arrivalValue {
	out := arrivalValue{
		File: a.File, TakenIn: takenIn, Whole: a.Whole(), Kind: a.Kind, MadeAt: v.instants().at(a.MadeAt), Events: a.Events, Known: a.Known, Files: a.Files,
		From: deskName{a.From.Desk, word(a.From.Letter), word(a.From.Name)}, New: append([]model.Ticket{}, a.NewIncidents...),
		Changed: append([]model.Ticket{}, a.ChangedIncidents...), Others: map[string]app.Count{}, Gaps: each(a.Gaps, v.gap),
		Strangers: each(a.Strangers, v.deskName), Request: a.Request, Own: a.Own, Lost: a.Lost, NewLetter: word(a.NewLetter), Sentences: v.sentences(a),
		Forks: each(a.Forks, func(f app.Fork) deskName { return v.deskName(f.Desk) }), Clocks: []clockLead{},
		Disputes: each(a.Disputes, func(x app.Dispute) disputeValue {
			return disputeValue{x.Subject, x.Kind, word(x.Ticket), x.Field}
		}),
	}
	if len(a.Shared) > 0 {
		out.Fingerprint, out.Shared = word(a.From.Fingerprint()), each(a.Shared, v.instants().learned)
	}
	for kind, n := range a.Others {
		out.Others[kind] = n
	}
	for _, k := range v.desk.Desks() {
		if skew, wrong := a.Clocks[k.Desk]; wrong {
			out.Clocks = append(out.Clocks, clockLead{v.deskName(k.Desk), skew.Seconds})
		}
	}
	return out
}

// sentences say what a file brings.
func (v view) sentences(a app.Arrival) []string {
	return each(a.Told(v.desk.Label), func(s app.Sentence) string {
		named := each(a.Named(s), func(t model.Ticket) string { return string(t) })
		return plain(v.book.Tell(s.Key, s.Args...) + " " + v.book.Some(named))
	})
}

// sayArrival says who sent a file, and below what it brings.
func (c *call) sayArrival(d *app.Desk, a app.Arrival) {
	sentences := view{d, c.book}.sentences(a)
	c.say(sentences[0])
	for _, more := range sentences[1:] {
		c.say("  " + more)
	}
}

// stamp prints an instant shortly, nothing for one that was not recorded.
func (c *call) stamp(at model.Instant) string {
	if !at.Known() {
		return ""
	}
	return c.book.Stamp(at.Time())
}
