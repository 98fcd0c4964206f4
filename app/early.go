package app

import (
	"encoding/json"

	"siaga/model"
)

// Early reports whether an incident, as it says, was received in the future:
// beyond what the clocks of two desks may differ by.
func Early(received, now model.Instant) bool { return received > now.Add(maxSkew) }

// early are the incidents that were received in this desk's future, because the
// clock of the desk that registered them ran ahead. Whose clock that was is
// forgotten as soon as it runs right; these stay until their instant has passed or
// was corrected.
func (d *Desk) early() (out []*model.Row) {
	now := model.At(d.now())
	for _, r := range d.order.ordered(d.rows) { // received last first
		if !Early(r.ReceivedAt, now) {
			break
		}
		out = append(out, r)
	}
	return out
}

// toCorrect are these incidents, each with who says when it was received.
func (d *Desk) toCorrect() (out []Decision, err error) {
	for _, r := range d.early() {
		events, err := d.eventsOf(r.ID)
		if err != nil {
			return nil, err
		}
		k := d.decision(model.FoldAll(events), events, Decision{Kind: DecideEarly, Field: receivedField, Ahead: r.ReceivedAt.Sub(model.At(d.now()))}, receivedField)
		k.Since = 0 // by a clock that ran wrong
		out = append(out, k)
	}
	return out, nil
}

// Where it stands when an incident was received, and that its first step was
// passed with that.
const (
	receivedField = "receivedAt"
	reportPassed  = "passed/1.1"
)

// early reports whether a field of an incident is its receipt, in the future.
func (w *work) early(s *model.Subject, field string) bool {
	return s.Kind == "incident" && field == receivedField && Early(model.IncidentOf(s).ReceivedAt, w.now)
}

// reportAt lets the first step go with the receipt when that is corrected, where
// both were one instant.
func reportAt(s *model.Subject, received any) (json.RawMessage, bool) {
	r := s.Registers[reportPassed]
	at, given := received.(model.Instant)
	if r == nil || !given {
		return nil, false
	}
	shown, _ := r.Shown()
	var p model.Passage
	if json.Unmarshal(model.Chosen(reportPassed, shown), &p) != nil || p.At != model.IncidentOf(s).ReceivedAt {
		return nil, false
	}
	p.At = at
	b, err := json.Marshal(p)
	return b, err == nil
}
