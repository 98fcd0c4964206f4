package app

import (
	"slices"

	"siaga/model"
)

// ErasePersonalData erases personal data of an incident, a person or a system at
// every desk, with all former values and the copies that merges made; see
// [Desk.ErasurePlan]. It cannot be taken back. Fields are names of fields, Rows
// the marks "<desk>.<n>" of rows; without either, the reporter of an incident.
// Nothing that is written here may hold personal data itself.
type ErasePersonalData struct {
	Subject     string        `json:"subject" need:"yes"` // ticket, name or identity
	Fields      []string      `json:"fields"`
	Rows        []string      `json:"rows"`
	Ground      model.Ground  `json:"ground" need:"yes"`
	GroundText  string        `json:"groundText"`
	OrderedBy   string        `json:"orderedBy" need:"yes"`
	Letter      string        `json:"letter"`
	Reason      string        `json:"reason" need:"yes"`
	RequestedAt model.Instant `json:"requestedAt"`
}

// Do is "erase-personal-data".
func (ErasePersonalData) Do() string { return "erase-personal-data" }

func (c ErasePersonalData) decide(w *work) error {
	p, events, err := w.desk.planErasure(c.Subject, c.Fields, c.Rows)
	if err != nil {
		return err
	}
	order := model.Erasure{About: p.Subject, Of: p.Of, Events: p.Events, Ground: c.Ground, GroundText: c.GroundText,
		OrderedBy: c.OrderedBy, Letter: c.Letter, Reason: c.Reason, RequestedAt: c.RequestedAt}
	if !order.RequestedAt.Known() {
		order.RequestedAt = w.at
	}
	fact, err := model.OrderErasure(order, w.now)
	if err != nil {
		return err
	}
	for _, x := range p.Events {
		if err := w.keepOthers(events[x.Event], x); err != nil {
			return err
		}
	}
	if err := w.enter("erasure", fact, nil); err != nil {
		return err
	}
	w.done.Ticket = p.Ticket
	return nil
}

// keepOthers writes down what an event that is erased wrote besides.
func (w *work) keepOthers(e model.Event, x model.Erasing) error {
	if len(e.Sealed) == 0 {
		return nil // that was done by the order that erased it
	}
	gone := slices.Clone(x.Fields)
	for field := range w.desk.erased[x.Event] {
		gone = append(gone, field)
	}
	for _, fact := range model.Keeping(e, gone) {
		if err := w.write(x.Subject, fact); err != nil {
			return err
		}
	}
	return nil
}
