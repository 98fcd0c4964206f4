package app

import "siaga/model"

// GiveSeat gives a person a post of Lampiran I from a day on, definitively or
// acting (Plt., Plh., Pj.).
type GiveSeat struct {
	Post     model.Post     `json:"post" need:"yes"`
	Person   PersonRef      `json:"person" need:"yes"`
	Agency   AgencyRef      `json:"agency"`
	Standing model.Standing `json:"standing"`
	From     model.Instant  `json:"from"`
	To       model.Instant  `json:"to"`
}

// Do is "give-seat".
func (GiveSeat) Do() string { return "give-seat" }

func (c GiveSeat) decide(w *work) error {
	person, err := w.desk.findPerson("person", c.Person)
	if err != nil {
		return err
	}
	agency, err := w.desk.findAgency("agency", c.Agency)
	if err != nil {
		return err
	}
	seat := model.Seat{Post: c.Post, Person: person, Agency: agency, Standing: c.Standing, From: c.From, To: c.To}
	if !seat.From.Known() {
		seat.From = w.at
	}
	if err := w.desk.checkFree(seat); err != nil {
		return err
	}
	fact, err := model.GiveSeat(seat)
	return w.enter("seat", fact, err)
}

// checkFree refuses a second definitive holder of a post that one person
// holds, and the same person twice on one post.
func (d *Desk) checkFree(seat model.Seat) error {
	entry, ok := seat.Post.Entry()
	if !ok {
		return nil // the fact refuses it
	}
	for _, s := range d.seats {
		if s.Post != seat.Post || s.Retired != "" || s.To.Known() && s.To <= seat.From || seat.To.Known() && seat.To <= s.From {
			continue
		}
		if s.Person == seat.Person && s.Agency == seat.Agency {
			return model.RefuseAt("person", "refuse.seat-held", "Post", seat.Post)
		}
		definitive := seat.Standing == "" || seat.Standing == model.Definitive
		if !entry.Many && definitive && s.Standing == model.Definitive {
			return model.RefuseAt("post", "refuse.seat-taken", "Post", seat.Post, "Name", d.people[s.Person].Name)
		}
	}
	return nil
}

// EndSeat ends an assignment on a day; the structure before it stays.
type EndSeat struct {
	Seat SeatRef       `json:"seat" need:"yes"`
	To   model.Instant `json:"to"`
}

// Do is "end-seat".
func (EndSeat) Do() string { return "end-seat" }

func (c EndSeat) decide(w *work) error {
	seat, ok := w.desk.seats[model.SeatID(c.Seat)]
	if !ok {
		return model.RefuseAt("seat", "refuse.seat-unknown")
	}
	if !c.To.Known() {
		c.To = w.at
	}
	if err := model.CheckSpan("to", seat.From, c.To); err != nil {
		return err
	}
	v := model.Values{}
	change(v, "to", &c.To, seat.To)
	return w.amend("seat", seat.ID, v)
}

// WithdrawSeat withdraws an assignment that was entered by mistake, with a
// reason; one that was held is ended instead.
type WithdrawSeat struct {
	Seat   SeatRef `json:"seat" need:"yes"`
	Reason string  `json:"reason" need:"yes"`
}

// Do is "withdraw-seat".
func (WithdrawSeat) Do() string { return "withdraw-seat" }

func (c WithdrawSeat) decide(w *work) error {
	seat, ok := w.desk.seats[model.SeatID(c.Seat)]
	if !ok {
		return model.RefuseAt("seat", "refuse.seat-unknown")
	}
	if c.Reason == "" {
		return model.RefuseAt("reason", "refuse.reason")
	}
	return w.amend("seat", seat.ID, model.Values{"retired": c.Reason})
}
