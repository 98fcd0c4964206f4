package app

import (
	"sort"

	"siaga/model"
)

// work is one order being carried out: the subjects it has read, and the
// events it has written to them so far. Nothing is kept until all is checked.
type work struct {
	desk    *Desk
	now     model.Instant
	at      model.Instant
	by      model.PersonID
	working map[model.SubjectID]*model.Subject
	events  []model.Event
	done    Done
}

// subject reads a subject for changing; what this work wrote is in it already.
func (w *work) subject(id model.SubjectID) (*model.Subject, error) {
	if s := w.working[id]; s != nil {
		return s, nil
	}
	s, err := w.desk.readSubject(id)
	if err != nil {
		return nil, err
	}
	w.working[id] = s
	return s, nil
}

// incident finds an incident by ticket or identity and makes it the one that
// the order is about.
func (w *work) incident(ref IncidentRef) (model.Incident, error) {
	id, err := w.desk.findIncident("incident", ref)
	if err != nil {
		return model.Incident{}, err
	}
	i, err := w.read(id)
	w.done.ID, w.done.Ticket = id, i.Ticket
	return i, err
}

// read is the incident as this work has left it so far.
func (w *work) read(id model.IncidentID) (model.Incident, error) {
	s, err := w.subject(id)
	if err != nil {
		return model.Incident{}, err
	}
	return model.IncidentOf(s), nil
}

// create begins a new subject of a kind and makes it what the order is about.
func (w *work) create(kind string) (model.SubjectID, error) {
	id, err := model.NewID(w.desk.random)
	if err != nil {
		return "", err
	}
	w.working[model.SubjectID(id)] = &model.Subject{ID: model.SubjectID(id), Kind: kind}
	w.done.ID = model.SubjectID(id)
	return w.done.ID, nil
}

// write records a fact about a subject, with what its author has seen.
func (w *work) write(id model.SubjectID, fact model.Fact) error {
	s, err := w.subject(id)
	if err != nil {
		return err
	}
	values := fact.Values()
	payload, err := w.desk.payload(values)
	if err != nil {
		return err
	}
	header := model.Header{
		V: model.Version, Kind: fact.Kind(), Desk: w.desk.me, N: w.desk.own().n + uint64(len(w.events)) + 1,
		Prev: w.prev(), At: w.stamp(), User: w.by, Subject: id, Fields: fieldNames(values), Base: s.BaseOf(fact),
	}
	if orders := w.knownOrders(); len(orders) > 0 {
		header.Base[model.KnownOrders] = orders
	}
	event, err := model.Write(header, payload)
	if err != nil {
		return err
	}
	s.Fold(event)
	w.events = append(w.events, event)
	w.done.Events = append(w.done.Events, event.Mark())
	return nil
}

func (w *work) prev() model.Hash {
	if n := len(w.events); n > 0 {
		return w.events[n-1].Chain()
	}
	return w.desk.own().hash
}

func (w *work) stamp() model.Stamp {
	last := w.desk.stamp
	if n := len(w.events); n > 0 {
		last = w.events[n-1].Header.At
	}
	return last.Next(w.desk.typed())
}

func fieldNames(values model.Values) []string {
	names := make([]string, 0, len(values))
	for name := range values {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}
