package app

import (
	"strings"

	"siaga/model"
)

// References name a subject as people do; the identity always works too.
type (
	// IncidentRef is a ticket in any case, or an IncidentID.
	IncidentRef string
	// PersonRef is a person's full name or NIP, or a PersonID.
	PersonRef string
	// AgencyRef is the short or full name of a Perangkat Daerah, or an AgencyID.
	AgencyRef string
	// SystemRef is the name of a Sistem Elektronik, or a SystemID.
	SystemRef string
	// SeatRef is a SeatID.
	SeatRef string
	// DutyRef is a DutyID.
	DutyRef string
)

func (d *Desk) findIncident(field string, ref IncidentRef) (model.IncidentID, error) {
	if ref == "" {
		return "", model.RefuseAt(field, "refuse.incident-missing")
	}
	if _, ok := d.rows[model.IncidentID(ref)]; ok {
		return model.IncidentID(ref), nil
	}
	ticket, err := model.ParseTicket(string(ref))
	if err != nil {
		return "", err
	}
	return d.byTicket(field, ticket)
}

func (d *Desk) findPerson(field string, ref PersonRef) (model.PersonID, error) {
	if p, ok := d.people[model.PersonID(ref)]; ok {
		return p.ID, nil
	}
	return match(field, string(ref), d.people, func(p model.Person) (model.SubjectID, []string) {
		return p.ID, []string{p.Name, p.NIP}
	})
}

func (d *Desk) findAgency(field string, ref AgencyRef) (model.AgencyID, error) {
	if a, ok := d.agencies[model.AgencyID(ref)]; ok {
		return a.ID, nil
	}
	return match(field, string(ref), d.agencies, func(a model.Agency) (model.SubjectID, []string) {
		return a.ID, []string{a.Short, a.Name}
	})
}

func (d *Desk) findSystem(field string, ref SystemRef) (model.SystemID, error) {
	if s, ok := d.systems[model.SystemID(ref)]; ok {
		return s.ID, nil
	}
	return match(field, string(ref), d.systems, func(s model.System) (model.SubjectID, []string) {
		return s.ID, []string{s.Name, s.URL}
	})
}

// match finds the one record that carries a name; it refuses none and several.
// An empty name is not a reference and finds nothing without complaint.
func match[T any](field, name string, all map[model.SubjectID]T, names func(T) (model.SubjectID, []string)) (model.SubjectID, error) {
	if name == "" {
		return "", nil
	}
	var found []model.SubjectID
	for _, t := range all {
		id, own := names(t)
		for _, n := range own {
			if n != "" && strings.EqualFold(strings.TrimSpace(name), n) {
				found = append(found, id)
				break
			}
		}
	}
	switch len(found) {
	case 0:
		return "", model.RefuseAt(field, "refuse.unknown-name", "Name", name)
	case 1:
		return found[0], nil
	}
	return "", model.RefuseAt(field, "refuse.ambiguous-name", "Name", name)
}

func (d *Desk) findPersons(field string, refs []PersonRef) ([]string, error) {
	var out []string
	for _, ref := range refs {
		id, err := d.findPerson(field, ref)
		if err != nil {
			return nil, err
		}
		if id != "" {
			out = append(out, string(id))
		}
	}
	return out, nil
}
