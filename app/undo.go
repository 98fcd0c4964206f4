package app

import (
	"slices"
	"strings"

	"siaga/model"
)

// Undo takes back the last change of an incident, person, agency, system,
// seat, duty or of the office: every field gets the value it had before. The
// history keeps both. An undo can be undone. Where a decision is taken back, its
// question stands again, at every desk; Done.Notice says so.
type Undo struct {
	Subject string `json:"subject" need:"yes"` // ticket or identity
	Reason  string `json:"reason"`
}

// Do is "undo".
func (Undo) Do() string { return "undo" }

func (c Undo) decide(w *work) error {
	s, err := w.about(c.Subject)
	if err != nil {
		return err
	}
	events, err := w.desk.eventsOf(s.ID)
	if err != nil {
		return err
	}
	if s.Kind == "erasure" {
		return model.RefuseAt("subject", "refuse.undo-erasure")
	}
	if last(events).Header.Kind.IsMerge() {
		return model.RefuseAt("subject", "refuse.undo-merge")
	}
	if last(events).Header.Kind.IsSharing() {
		return model.RefuseAt("subject", "refuse.undo-shared")
	}
	facts, err := model.Undone(events, last(events), c.Reason)
	if err != nil {
		return err
	}
	before := s.Undecided()
	for _, fact := range facts {
		if err := w.checkPolicies(fact); err != nil {
			return err
		}
		if err := w.write(s.ID, fact); err != nil {
			return err
		}
	}
	if s.Undecided() > before {
		w.done.Notice = &model.Refusal{Key: "notice.undo-open"}
	}
	return nil
}

// checkPolicies refuses to take back a policy that has been in force: incidents
// were received under it.
func (w *work) checkPolicies(fact model.Fact) error {
	today := model.DateOf(w.at, w.desk.zone)
	for field := range fact.Values() {
		if day, policy := strings.CutPrefix(field, "policy/"); policy && model.Date(day) < today {
			return model.RefuseAt("subject", "refuse.policy-held")
		}
	}
	return nil
}

// last is the deed that a history shows last; what a desk records of itself is
// none.
func last(events []model.Event) model.Event {
	order := slices.DeleteFunc(model.InOrder(events), func(e model.Event) bool { return e.Header.Kind.Keeps() || e.Header.Kind.Automatic() })
	return order[len(order)-1]
}

// eventsOf reads every event of a subject.
func (d *Desk) eventsOf(id model.SubjectID) ([]model.Event, error) {
	raw, ok := model.Raw(string(id))
	if !ok {
		return nil, model.Refuse("refuse.incident-unknown", "Ticket", string(id))
	}
	var events []model.Event
	err := d.store.EventsOf(raw, func(_ [16]byte, _ uint64, b []byte) error {
		found, err := model.Unpack(b)
		events = append(events, found...)
		return err
	})
	return events, err
}
