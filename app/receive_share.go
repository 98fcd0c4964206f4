package app

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"siaga/app/bundle"
	"siaga/model"
)

// SharedIncident is an incident that another CSIRT has shared, and its ticket
// here once it has one.
type SharedIncident struct {
	model.Excerpt
	Here  model.Ticket `json:"here,omitempty"`
	Known bool         `json:"known,omitempty"` // it was taken in before this file
}

// largestExcerpt is the most bytes of one incident that another CSIRT shares.
const largestExcerpt = 1 << 20

// longestTeam is the most characters of another CSIRT's name.
const longestTeam = 200

func (s *survey) isShare() bool { return s.header.Kind == bundle.Share }

// beginShare refuses a file of our own and one that holds more than such a file
// does.
func (s *survey) beginShare() error {
	h := s.header
	switch {
	case h.Office == s.desk.officeID:
		return model.Refuse("refuse.share-own")
	case h.Events != 0 || h.Heads != 0 || h.Parts < 2:
		return errors.Join(errors.New("no file of shared incidents"), model.Refuse("refuse.bundle-damaged"))
	case h.Parts > 1+MostShared:
		return model.Refuse("refuse.bundle-large")
	}
	return nil
}

// unpack reads what another CSIRT has shared. Its signature says only that all of
// it is from one hand: nobody here knows the key.
func (s *survey) unpack(r *bundle.Reader) error {
	var sender shareSender
	team := model.CleanLine(s.header.Name)
	if json.Unmarshal(s.parts[partSender], &sender) != nil || !r.SignedBy(sender.Key) || team == "" ||
		len([]rune(team)) > longestTeam || len(s.parts) != s.header.Parts {
		return errors.Join(errors.New("the sender does not read"), model.Refuse("refuse.bundle-damaged"))
	}
	s.sender = model.DeskInfo{Desk: s.header.Desk, Name: team, Key: sender.Key, Recipient: sender.Recipient}
	for n := 1; n < s.header.Parts; n++ {
		e, err := model.DecodeExcerpt(s.parts[fmt.Sprintf(partIncident, n)])
		if err != nil {
			return err
		}
		if slices.ContainsFunc(s.shared, func(o model.Excerpt) bool { return o.Ticket == e.Ticket }) {
			return errors.Join(errors.New("an incident is shared twice"), model.Refuse("refuse.bundle-damaged"))
		}
		s.shared = append(s.shared, e)
	}
	return nil
}

// shareArrival is what a file of another CSIRT brings, and what of it is here.
func (s *survey) shareArrival(file string) Arrival {
	s.desk.mu.RLock()
	defer s.desk.mu.RUnlock()
	a := Arrival{File: file, Kind: string(s.header.Kind), From: s.sender, MadeAt: s.header.MadeAt, Clocks: map[model.DeskID]Skew{}}
	if lead := s.header.MadeAt.Sub(model.At(s.desk.now())); lead > maxSkew {
		a.Clocks[s.header.Desk] = Skew{Seconds: int64(lead / time.Second), At: model.At(s.desk.now())}
	}
	for _, e := range s.shared {
		here, known := s.desk.learnedAs(s.header.Office, e.Ticket)
		a.Shared = append(a.Shared, SharedIncident{e, here, known})
	}
	return a
}

// source is where one of the incidents comes from.
func (s *survey) source(e model.Excerpt) model.Source {
	return model.Source{Excerpt: e, Team: s.sender.Name, Office: s.header.Office, SharedAt: s.header.MadeAt,
		Fingerprint: s.sender.Fingerprint()}
}

// takeShare registers what another CSIRT has shared, each as a new incident. It
// refuses a file of which everything was taken in before; one that was broken off
// can be taken in again.
func (d *Desk) takeShare(s *survey, file string, progress Progress) (Arrival, error) {
	a := s.shareArrival(file)
	if !slices.ContainsFunc(a.Shared, func(i SharedIncident) bool { return !i.Known }) {
		return a, errors.Join(d.Discard(file), refuseKnown(a.From.Name, a.Shared[0].Ticket, a.Shared[0].Here))
	}
	for n := range a.Shared {
		if err := progress.goOn(uint64(n), uint64(len(a.Shared))); err != nil {
			return a, err
		}
		if a.Shared[n].Known {
			continue
		}
		done, err := d.Do(Order{Command: learnIncident{s.source(a.Shared[n].Excerpt)}})
		if err != nil {
			return a, err
		}
		a.Shared[n].Here, a.NewIncidents = done.Ticket, append(a.NewIncidents, done.Ticket)
	}
	if err := d.renote(func(x *exchanged) { x.keepFile(file) }); err != nil {
		return a, err
	}
	return a, d.putAway(a.File, false)
}

func refuseKnown(team string, there, here model.Ticket) error {
	return model.Refuse("refuse.share-known", "Team", team, "Ticket", string(there), "Here", string(here))
}

// learnIncident registers what another CSIRT has told; it goes with its file, so
// no line of orders can give it.
type learnIncident struct{ source model.Source }

func (learnIncident) Do() string { return "learn-incident" }

func (c learnIncident) decide(w *work) error {
	e := c.source.Excerpt
	if here, known := w.desk.learnedAs(c.source.Office, e.Ticket); known {
		return refuseKnown(c.source.Team, e.Ticket, here)
	}
	r := RegisterIncident{ReporterName: c.source.Team, Channel: model.ChannelCSIRT, Description: e.Summary,
		Affected: e.Texts["affected"], Category: w.desk.ownCategory(e.Category), TLP: e.TLP}
	r.HappenedAt, r.KnownAt, r.ReportedAt = before(w.at, e.HappenedAt), before(w.at, e.KnownAt), before(w.at, c.source.SharedAt)
	if r.HappenedAt > r.KnownAt {
		r.KnownAt = 0 // their clocks contradict each other; the source keeps both
	}
	if err := r.decide(w); err != nil {
		return err
	}
	return w.write(w.done.ID, model.Learned{Source: c.source})
}

// before leaves out an instant after the receipt: another office's clock may be
// wrong.
func before(receipt, at model.Instant) model.Instant {
	if at > receipt {
		return 0
	}
	return at
}

// ownCategory is this office's code for another's category: that of the same code
// and class of the RSIT, else the only one of that class.
func (d *Desk) ownCategory(theirs model.Category) string {
	if own, ok := d.office.Category(theirs.Code); ok && own.RSIT == theirs.RSIT {
		return own.Code
	}
	var same []string
	for _, own := range d.office.Categories {
		if own.RSIT != "" && own.RSIT == theirs.RSIT {
			same = append(same, own.Code)
		}
	}
	if len(same) == 1 {
		return same[0]
	}
	return ""
}

// learnedAs is the ticket under which an incident of another office was taken in.
func (d *Desk) learnedAs(office model.OfficeID, there model.Ticket) (here model.Ticket, known bool) {
	searched := strings.ToLower(string(there))
	for _, row := range d.rows {
		if !strings.Contains(row.Text, searched) {
			continue
		}
		if i, err := d.readIncident(row.ID); err == nil && i.Source != nil && i.Source.Office == office && i.Source.Ticket == there {
			return row.Ticket, true
		}
	}
	return "", false
}

// toldShare says what another CSIRT shares, under which label, and that nobody
// has checked who it is.
func (a Arrival) toldShare() (out []Sentence) {
	tell := func(key string, args ...any) { out = append(out, Sentence{key, args}) }
	tell("arrival.share-from", "Name", a.From.Name, "At", a.MadeAt.Time())
	tell("arrival.share-unverified", "Name", a.From.Name, "Fingerprint", a.From.Fingerprint())
	for _, i := range a.Shared {
		args := []any{"Ticket", string(i.Ticket), "TLP", i.TLP, "Category", i.Category, "Summary", i.Summary, "Here", string(i.Here)}
		switch {
		case i.Known:
			tell("arrival.share-known", args...)
		case i.Here != "":
			tell("arrival.share-taken", args...)
		default:
			tell("arrival.share-incident", args...)
		}
	}
	for _, label := range model.TLPs {
		if slices.ContainsFunc(a.Shared, func(i SharedIncident) bool { return i.TLP == label }) {
			tell("tlp.rule."+string(label), "TLP", label)
		}
	}
	for _, skew := range a.Clocks {
		tell("arrival.clock", "Name", a.From.Name, "Lead", time.Duration(skew.Seconds)*time.Second)
	}
	return out
}
