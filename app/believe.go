package app

import (
	"errors"
	"slices"

	"siaga/model"
)

// What a desk is stands in the event that admits it, and how one can join in the
// event that invites: no other event writes these fields.
var (
	fixedOfDesk       = []string{"desk", "key", "recipient", "invitation", "succeeds", "proof"}
	fixedOfInvitation = []string{"key"}
)

// mostHeld bounds what a file can make a desk keep in memory, in bytes, before it
// is known who signed it.
const mostHeld = 64 << 20

// holdBack counts what is kept in memory of a file, and refuses too much.
func (s *survey) holdBack(bytes int) error {
	if s.held += bytes; s.held > mostHeld {
		return model.Refuse("refuse.bundle-large")
	}
	return nil
}

// weigh looks at a new event with the eyes of somebody who is lied to. What no
// program of ours writes refuses the file once it is known who signed it: the
// signature says who wrote it, not that it may be written.
func (s *survey) weigh(e model.Event) error {
	if _, ok := model.Raw(string(e.Header.Subject)); !ok {
		return errors.Join(errors.New("a subject that is no identity"), model.Refuse("refuse.bundle-damaged"))
	}
	switch {
	case s.lie != nil:
	case model.Known(e.Header.Kind) && s.usurps(e):
		s.lie = model.Refuse("refuse.bundle-usurps", "Name", s.nameOf(e.Header.Desk))
	}
	return nil
}

// usurps reports whether an event makes one thing of another: a desk of another
// desk, a person of an incident; or ends its own desk's revocation.
func (s *survey) usurps(e model.Event) bool {
	s.desk.mu.RLock()
	defer s.desk.mu.RUnlock()
	id, kind := e.Header.Subject, e.Header.Kind.SubjectKind()
	before := s.kindOf(id)
	if before == "" {
		s.kinds[id] = kind
	}
	switch {
	case before != "" && before != kind:
		return true
	case e.Header.Kind == "desk.admitted":
		return s.admitsAnother(e)
	case e.Header.Kind == "invitation.made":
		i, known := s.desk.invited[id]
		return known && i.Key != nil
	case kind == "desk":
		mine := slices.Contains(e.Header.Fields, "revoked") && s.desk.desks[id].Desk == e.Header.Desk
		return mine || writesAny(e, fixedOfDesk)
	case kind == "invitation":
		return writesAny(e, fixedOfInvitation)
	}
	return false
}

func writesAny(e model.Event, fields []string) bool {
	return slices.ContainsFunc(e.Header.Fields, func(f string) bool { return slices.Contains(fields, f) })
}

// admitsAnother reports whether an admission is of a desk that was admitted
// already, or under an identity that is none.
func (s *survey) admitsAnother(e model.Event) bool {
	said := model.Subject{ID: e.Header.Subject}
	said.Fold(e)
	admitted := model.DeskInfoOf(&said)
	_, ok := model.Raw(string(admitted.Desk))
	if before, twice := s.admitted[admitted.Desk]; !ok || twice && before != said.ID {
		return true
	}
	s.admitted[admitted.Desk] = said.ID
	for _, k := range s.desk.desks {
		if k.Key != nil && (k.ID == said.ID || k.Desk == admitted.Desk) {
			return true
		}
	}
	return false
}

// kindOf is what a thing is here, or in the part of the file that was read.
func (s *survey) kindOf(id model.SubjectID) string {
	if kind, read := s.kinds[id]; read {
		return kind
	}
	return s.desk.kindOf(id)
}

// kindOf is what kind of thing is here under an identity; empty for none, and for
// things of which nothing is held in memory.
func (d *Desk) kindOf(id model.SubjectID) string {
	switch {
	case d.rows[id] != nil:
		return "incident"
	case id == d.officeID:
		return "office"
	case has(d.people, id):
		return "person"
	case has(d.agencies, id):
		return "agency"
	case has(d.systems, id):
		return "system"
	case has(d.seats, id):
		return "seat"
	case has(d.duties, id):
		return "duty"
	case has(d.desks, id):
		return "desk"
	case has(d.invited, id):
		return "invitation"
	case has(d.orders, id):
		return "erasure"
	}
	return ""
}

func has[K comparable, V any](m map[K]V, key K) bool {
	_, there := m[key]
	return there
}
