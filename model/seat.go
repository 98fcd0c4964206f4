package model

// Seat is an assignment: a person holds a post from one day to another,
// definitively or acting. The decree's structure on any day is the seats that
// were held on it.
type Seat struct {
	ID       SeatID   `json:"id"`
	Post     Post     `json:"post"`
	Person   PersonID `json:"person"`
	Agency   AgencyID `json:"agency,omitempty"` // for agents (IX)
	Standing Standing `json:"standing"`
	From     Instant  `json:"from"`
	To       Instant  `json:"to,omitempty"` // zero while it lasts
	Retired  string   `json:"retired,omitempty"`
}

// SeatFields are the registers of a seat.
var SeatFields = []Field[Seat]{
	{"post", false, func(s *Seat) any { return &s.Post }},
	{"person", false, func(s *Seat) any { return &s.Person }},
	{"agency", false, func(s *Seat) any { return &s.Agency }},
	{"standing", false, func(s *Seat) any { return &s.Standing }},
	{"from", false, func(s *Seat) any { return &s.From }},
	{"to", false, func(s *Seat) any { return &s.To }},
	{"retired", false, func(s *Seat) any { return &s.Retired }},
}

// SeatOf reads a folded subject as a seat.
func SeatOf(s *Subject) Seat {
	seat := Seat{ID: s.ID}
	readInto(s, &seat, SeatFields)
	return seat
}

// Held reports whether the seat was held at an instant.
func (s Seat) Held(at Instant) bool {
	return s.Retired == "" && s.From <= at && (!s.To.Known() || at < s.To)
}

// GiveSeat is the fact that a person was given a post; it refuses an unknown
// post or standing, a missing person or beginning, and an end before it.
func GiveSeat(s Seat) (Record, error) {
	if s.Standing == "" {
		s.Standing = Definitive
	}
	v := Values{"post": s.Post, "person": s.Person, "standing": s.Standing, "from": s.From}
	v.put("agency", s.Agency).put("to", s.To)
	if _, ok := s.Post.Entry(); !ok {
		return Record{}, RefuseAt("post", "refuse.post", "Value", string(s.Post))
	}
	return Record{"seat.given", v}, firstError(filled("person", string(s.Person)),
		choose("standing", s.Standing, Standings), CheckSpan("to", s.From, s.To))
}

// CheckSpan refuses a missing beginning and an end that is not after it.
func CheckSpan(field string, from, to Instant) error {
	if !from.Known() {
		return RefuseAt("from", "refuse.required")
	}
	if to.Known() && to <= from {
		return RefuseAt(field, "refuse.end-before-start", "From", from.Time())
	}
	return nil
}

// Duty is one turn of the duty roster (piket).
type Duty struct {
	ID      DutyID   `json:"id"`
	Person  PersonID `json:"person"`
	StartAt Instant  `json:"startAt"`
	EndAt   Instant  `json:"endAt"`
	Note    string   `json:"note,omitempty"`
	Retired string   `json:"retired,omitempty"`
}

// DutyFields are the registers of a duty.
var DutyFields = []Field[Duty]{
	{"person", false, func(d *Duty) any { return &d.Person }},
	{"startAt", false, func(d *Duty) any { return &d.StartAt }},
	{"endAt", false, func(d *Duty) any { return &d.EndAt }},
	{"note", true, func(d *Duty) any { return &d.Note }},
	{"retired", true, func(d *Duty) any { return &d.Retired }},
}

// DutyOf reads a folded subject as a duty.
func DutyOf(s *Subject) Duty {
	d := Duty{ID: s.ID}
	readInto(s, &d, DutyFields)
	return d
}

// Covers reports whether the duty lasts at an instant.
func (d Duty) Covers(at Instant) bool { return d.Retired == "" && d.StartAt <= at && at < d.EndAt }

// SetDuty is the fact that a person was put on duty; it refuses a missing
// person or beginning, and a turn that does not end after it began.
func SetDuty(d Duty) (Record, error) {
	v := Values{"person": d.Person, "startAt": d.StartAt, "endAt": d.EndAt}
	v.put("note", d.Note)
	if !d.EndAt.Known() {
		return Record{}, RefuseAt("endAt", "refuse.required")
	}
	return Record{"duty.set", v}, firstError(filled("person", string(d.Person)), CheckSpan("endAt", d.StartAt, d.EndAt))
}
