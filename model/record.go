package model

import "strings"

// Record is the plain fact about a person, an agency, a system, a seat, a duty,
// the office or a desk: what was written to which fields.
type Record struct {
	kind   Kind
	values Values
}

// Kind is the kind the record was made with.
func (r Record) Kind() Kind { return r.kind }

// Values are the fields written.
func (r Record) Values() Values { return r.values }

// Amend is the record that fields of a subject of this kind were corrected;
// it refuses changing nothing.
func Amend(subjectKind string, fields Values) (Record, error) {
	if len(fields) == 0 {
		return Record{}, Refuse("refuse.nothing-changed")
	}
	return Record{Kind(subjectKind + ".amended"), fields}, nil
}

// kinds lists every kind of event this program knows; others are carried
// unread.
var kinds = map[Kind]bool{
	"incident.registered": true, "incident.amended": true, "incident.classified": true,
	"incident.passed": true, "incident.retimed": true, "incident.ended": true, "incident.reopened": true,
	"incident.paused": true, "incident.resumed": true, "incident.assigned": true, "incident.linked": true, "incident.tagged": true,
	"incident.noted": true, "incident.withdrawn": true, "incident.answered": true, "incident.numbered": true, "incident.undone": true,
	"incident.joined": true, "incident.merged": true, "incident.parted": true,
	"person.added": true, "person.amended": true, "person.undone": true,
	"agency.added": true, "agency.amended": true, "agency.undone": true,
	"system.added": true, "system.amended": true, "system.undone": true,
	"seat.given": true, "seat.amended": true, "seat.undone": true,
	"duty.set": true, "duty.amended": true, "duty.undone": true,
	"office.founded": true, "office.amended": true, "office.undone": true, "office.policySettled": true,
	"desk.admitted": true, "desk.amended": true,
	"incident.decided": true, "person.decided": true, "agency.decided": true, "system.decided": true,
	"seat.decided": true, "duty.decided": true, "office.decided": true, "incident.renumbered": true,
	"invitation.made": true, "invitation.amended": true,
	"incident.shared": true, "incident.learned": true, "incident.warned": true, "incident.relayed": true,
	"erasure.ordered": true, "incident.kept": true, "person.kept": true, "system.kept": true,
}

var subjectKinds = func() map[string]bool {
	out := map[string]bool{}
	for k := range kinds {
		out[k.SubjectKind()] = true
	}
	return out
}()

// Known reports whether this program can read events of that kind.
func Known(k Kind) bool { return kinds[k] }

// Kinds lists every known kind, in no order.
func Kinds() []Kind {
	out := make([]Kind, 0, len(kinds))
	for k := range kinds {
		out = append(out, k)
	}
	return out
}

func filled(field, value string) error {
	if strings.TrimSpace(value) == "" {
		return RefuseAt(field, "refuse.required")
	}
	return nil
}
