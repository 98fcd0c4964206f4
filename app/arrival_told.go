package app

import (
	"time"

	"siaga/model"
)

// arrivalKinds are the things other than incidents that have a sentence of their
// own, "arrival.<kind>", in the order in which they are told.
var arrivalKinds = []string{"person", "agency", "system", "seat", "duty", "office", "desk", "invitation", "erasure"}

// Told says in sentences what a file brings, what waits, and what is to be done,
// first of all who sent it. The same sentences hold before and after it was taken
// in; label names a desk.
func (a Arrival) Told(label func(model.DeskID) string) (out []Sentence) {
	if len(a.Shared) > 0 {
		return a.toldShare()
	}
	tell := func(key string, args ...any) { out = append(out, Sentence{key, args}) }
	count := func(key string, n int) {
		if n > 0 {
			tell(key, "Count", n)
		}
	}
	tell("arrival.from", "Name", a.From.Label(), "At", a.MadeAt.Time())
	if a.Request {
		tell("arrival.request", "Name", a.From.Label())
	}
	if a.Rough {
		count("arrival.rough", int(a.Events))
	}
	count("arrival.new-incidents", len(a.NewIncidents))
	count("arrival.changed-incidents", len(a.ChangedIncidents))
	a.tellOthers(count)
	count("arrival.files", a.Files)
	count("arrival.own", int(a.Own))
	if a.isNothingNew() {
		tell("arrival.nothing")
	} else {
		count("arrival.known", int(a.Known))
	}
	count("arrival.disputes", len(a.Disputes))
	count("arrival.copies", a.Copies)
	count("arrival.rewritten", a.Rewritten)
	a.tellTroubles(label, tell)
	return out
}

// isNothingNew reports whether all of it is here already.
func (a Arrival) isNothingNew() bool {
	return a.Events == 0 && a.Files == 0 && len(a.Shared) == 0 && a.Whole() && len(a.Forks) == 0 && a.Lost == 0 && !a.Request
}

// Outcome is the key of the sentence that says whether the file was taken in.
func (a Arrival) Outcome() string {
	switch came, left := a.Events > 0 || a.Files > 0 || len(a.Shared) > 0, !a.Whole() || len(a.Forks) > 0; {
	case came && left:
		return "arrival.taken-part"
	case came:
		return "arrival.taken"
	case left:
		return "arrival.taken-none"
	case a.Request:
		return "arrival.taken-request"
	}
	return "arrival.taken-nothing"
}

// Named are the tickets that a sentence of the arrival counts.
func (a Arrival) Named(s Sentence) []model.Ticket {
	switch s.Key {
	case "arrival.new-incidents":
		return a.NewIncidents
	case "arrival.changed-incidents":
		return a.ChangedIncidents
	}
	return nil
}

// tellOthers counts the things that are no incidents, those of one kind together.
func (a Arrival) tellOthers(count func(key string, n int)) {
	told := 0
	for _, kind := range arrivalKinds {
		n := a.Others[kind].New + a.Others[kind].Changed
		count("arrival."+kind, n)
		told += n
	}
	all := 0
	for _, c := range a.Others {
		all += c.New + c.Changed
	}
	count("arrival.unknown", all-told)
}

// tellTroubles tells what could not be taken in, and what is wrong.
func (a Arrival) tellTroubles(label func(model.DeskID) string, tell func(key string, args ...any)) {
	tellMissing(a.Gaps, a.Strangers, a.From.Label(), label, tell)
	if !a.Whole() {
		tell("arrival.waits")
	}
	for _, f := range a.Forks {
		if f.File == "" {
			tell("arrival.branch", "Name", label(f.Desk), "Sender", label(f.From))
			continue
		}
		tell("arrival.fork", "Name", label(f.Desk))
	}
	if a.Lost > 0 {
		tell("arrival.lost", "Count", int(a.Lost), "Sender", a.From.Label())
	}
	for _, desk := range sortedKeys(a.Clocks) {
		tell("arrival.clock", "Name", label(desk), "Lead", time.Duration(a.Clocks[desk].Seconds)*time.Second)
	}
	if a.NewLetter != "" {
		tell("arrival.letter", "Letter", a.NewLetter)
	}
}

// Told says in sentences what a file waits for; label names a desk.
func (w Waiting) Told(label func(model.DeskID) string) (out []Sentence) {
	tellMissing(w.Gaps, w.Strangers, label(w.From), label, func(key string, args ...any) { out = append(out, Sentence{key, args}) })
	return out
}

// tellMissing tells what has to come before the rest can be taken in, and whom to
// ask for it.
func tellMissing(gaps []Gap, strangers []model.DeskID, sender string, label func(model.DeskID) string, tell func(key string, args ...any)) {
	for _, g := range gaps {
		if g.From == g.To {
			tell("arrival.gap-one", "Name", label(g.Desk), "Number", int(g.From), "Sender", sender)
			continue
		}
		tell("arrival.gap", "Name", label(g.Desk), "From", int(g.From), "To", int(g.To), "Sender", sender)
	}
	stranger := "arrival.stranger"
	if len(gaps) > 0 {
		stranger = "arrival.stranger-later" // its admission may stand in what has not arrived
	}
	for _, desk := range strangers {
		tell(stranger, "Name", label(desk))
	}
}
