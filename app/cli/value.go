package cli

import (
	"encoding/json"
	"time"

	"siaga/locales"
	"siaga/model"
)

// word is a text in JSON, null where nothing was recorded.
type word string

// MarshalJSON writes the text, or null when it is empty.
func (w word) MarshalJSON() ([]byte, error) {
	if w == "" {
		return []byte("null"), nil
	}
	return json.Marshal(string(w))
}

// instants prints instants for a program: RFC 3339 with the office's offset.
type instants struct{ zone *time.Location }

func (z instants) at(i model.Instant) word {
	if !i.Known() {
		return ""
	}
	return word(i.Time().In(z.zone).Format(time.RFC3339))
}

// clockValue is a clock in JSON; spans are in whole seconds.
type clockValue struct {
	Segment     int           `json:"segment"`
	Class       word          `json:"class"`
	Provisional bool          `json:"provisional"`
	Basis       string        `json:"basis"`
	StartedBy   string        `json:"startedBy"`
	StartAt     word          `json:"startAt"`
	Target      model.Seconds `json:"target"`
	OfficeHours bool          `json:"officeHours"` // target, paused, took and countedLeft are counted in these
	Paused      model.Seconds `json:"paused"`
	PausedNow   bool          `json:"pausedNow"`
	Due         word          `json:"due"`
	EndAt       word          `json:"endAt"`
	Took        model.Seconds `json:"took"`
	Left        model.Seconds `json:"left"` // by the clock on the wall
	CountedLeft model.Seconds `json:"countedLeft"`
	State       string        `json:"state"`
	Breached    bool          `json:"breached"`
	Skewed      bool          `json:"skewed"` // an end before the start, by wrong desk clocks
	Former      []formerValue `json:"former"`
}

type formerValue struct {
	Class    string        `json:"class"`
	Target   model.Seconds `json:"target"`
	Due      word          `json:"due"`
	Breached bool          `json:"breached"`
	Ended    bool          `json:"ended"`  // the clock had, before the class was changed
	Passed   bool          `json:"passed"` // and the deadline had
}

func (z instants) clock(k model.Clock) clockValue {
	v := clockValue{
		Segment: k.Segment, Class: word(k.Class), Provisional: k.Provisional, Basis: string(k.Basis),
		StartedBy: string(k.Start), StartAt: z.at(k.StartAt), Target: k.Target, Paused: k.Paused, PausedNow: k.PausedNow,
		Due: z.at(k.Due()), EndAt: z.at(k.EndAt), State: string(k.State()), Breached: k.Breached(),
		OfficeHours: k.Calendar != nil, Skewed: k.Skewed, Former: []formerValue{},
	}
	if k.StartAt.Known() {
		v.Took, v.Left, v.CountedLeft = model.Seconds(k.Took()/time.Second), model.Seconds(k.Left()/time.Second), model.Seconds(k.CountedLeft()/time.Second)
	}
	for _, f := range k.Former {
		v.Former = append(v.Former, formerValue{string(f.Class), f.Target, z.at(f.Due), f.Breached, f.Ended, f.Passed})
	}
	return v
}

// standing is a clock in a few words: what is left, or how it ended.
func standing(b *locales.Book, k model.Clock) string {
	text := b.Word(k.State())
	switch {
	case k.State() == model.Overdue, k.State() == model.Running && k.Left() < 0:
		text = b.Overdue(k.Left())
	case k.State() == model.Running:
		text = b.T("clock.left", "Duration", k.Left())
	case k.State() == model.Paused:
		text = b.T("clock.left.paused", "Duration", k.Left())
	}
	if k.Calendar != nil && !k.EndAt.Known() && k.StartAt.Known() {
		text = b.T("clock.left.office", "Standing", text, "Counted", b.Hours(k.CountedLeft().Abs()))
	}
	if k.Provisional && k.StartAt.Known() && !k.Stopped {
		return b.T("clock.provisional", "Standing", text)
	}
	return text
}
