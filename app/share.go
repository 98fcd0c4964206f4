package app

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"

	"siaga/app/bundle"
	"siaga/app/whole"
	"siaga/model"
)

// MostShared is how many incidents one file for another CSIRT holds.
const MostShared = 50

// ShareOut says which incidents another CSIRT is to be told of, and what.
type ShareOut struct {
	To         string // the name of the CSIRT
	Incidents  []Telling
	NeedToKnow string // why it has to know; TLP:AMBER asks for it
	Armor      bool   // printable characters only, for mail
	By         PersonRef
}

// Telling is what is told of one incident: a summary written for the other CSIRT,
// indicators, and the texts that somebody has read and ticked, see
// [model.Shareable].
type Telling struct {
	Incident   IncidentRef
	Summary    string
	Indicators []string // nil: those that the incident is linked to
	Fields     []string
}

// SharedOut is a file for another CSIRT that was written out. The passphrase
// opens it and is to be told by telephone; it is not kept.
type SharedOut struct {
	Passphrase string
	Bytes      int64
	Excerpts   []model.Excerpt // what the CSIRT is told
	ids        []model.IncidentID
}

// Share writes a file for another CSIRT and records in each incident who was told
// what. It refuses what [Desk.Tell] refuses.
func (d *Desk) Share(path string, s ShareOut, progress Progress) (SharedOut, error) {
	out, err := d.Tell(s)
	if err != nil {
		return SharedOut{}, err
	}
	if out.Passphrase, err = bundle.NewPassphrase(d.random); err != nil {
		return SharedOut{}, err
	}
	o, err := d.outgoingShare(out, s.Armor)
	if err != nil {
		return SharedOut{}, err
	}
	beside := path + whole.Beside
	done, err := o.toFile(beside, progress)
	if err != nil {
		return SharedOut{}, err
	}
	out.Bytes = done.Bytes
	// Recorded once the file is whole and before it takes the place of another one,
	// which stays when it cannot be recorded. Nobody has seen the passphrase yet.
	_, err = d.Do(Order{By: s.By, Command: shareIncidents{s, out}})
	if err == nil {
		err = whole.Rename(beside, path)
	}
	if err != nil {
		return SharedOut{}, errors.Join(err, os.Remove(beside))
	}
	return out, nil
}

// Tell returns what another CSIRT would be told. It refuses an incident that TLP
// keeps here, an unnamed receiver, a missing need to know or summary, a field that
// is never shared, and too many incidents. A refusal about one of them is at the
// field that [TellingField] names.
func (d *Desk) Tell(s ShareOut) (out SharedOut, err error) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	switch {
	case d.broken != nil:
		return out, model.Refuse("refuse.in-recovery")
	case len(s.Incidents) == 0:
		return out, model.RefuseAt("incident", "refuse.incident-missing")
	case len(s.Incidents) > MostShared:
		return out, model.RefuseAt("incident", "refuse.share-many", "Most", MostShared)
	}
	for n, telling := range s.Incidents {
		i, e, err := d.excerpt(s, telling)
		switch {
		case err != nil:
			return out, ofIncident(n, err)
		case slices.Contains(out.ids, i.ID):
			return out, model.RefuseAt("incident", "refuse.share-twice", "Ticket", string(i.Ticket))
		}
		out.ids, out.Excerpts = append(out.ids, i.ID), append(out.Excerpts, e)
	}
	return out, nil
}

// excerpt is what is told of one incident.
func (d *Desk) excerpt(s ShareOut, t Telling) (i model.Incident, e model.Excerpt, err error) {
	id, err := d.findIncident("incident", t.Incident)
	if err != nil {
		return i, e, err
	}
	if i, err = d.readIncident(id); err != nil {
		return i, e, err
	}
	if err := (model.Shared{Sharing: model.Sharing{To: s.To, NeedToKnow: s.NeedToKnow}}).Check(i); err != nil {
		return i, e, err
	}
	indicators := t.Indicators
	if indicators == nil {
		indicators = i.Indicators()
	}
	category, _ := d.office.Category(i.Category)
	e, err = i.Excerpt(t.Summary, indicators, t.Fields, category)
	return i, e, err
}

// TellingField names a field of the n-th incident that is to be shared.
func TellingField(n int, field string) string { return "incidents." + strconv.Itoa(n) + "." + field }

// ofIncident moves a refusal to the incident of several that it is about.
func ofIncident(n int, err error) error {
	r, ok := model.AsRefusal(err)
	if !ok || r.Field == "to" || r.Field == "needToKnow" {
		return err
	}
	return &model.Refusal{Key: r.Key, Field: TellingField(n, r.Field), Args: r.Args}
}

// shareIncidents records what was told; it goes with its file, so no line of
// orders can give it.
type shareIncidents struct {
	share ShareOut
	told  SharedOut
}

func (shareIncidents) Do() string { return "share-incidents" }

func (c shareIncidents) decide(w *work) error {
	for n, e := range c.told.Excerpts {
		i, err := w.incident(IncidentRef(c.told.ids[n]))
		if err != nil {
			return err
		}
		fact := model.Shared{Sharing: model.Sharing{At: w.at, To: strings.TrimSpace(c.share.To), TLP: e.TLP,
			Fields: e.Fields(), NeedToKnow: c.share.NeedToKnow}}
		if err := fact.Check(i); err != nil {
			return err
		}
		if err := w.write(i.ID, fact); err != nil {
			return err
		}
	}
	return nil
}

// Names of the parts of a file for another CSIRT.
const (
	partSender   = "sender"
	partIncident = "incident/%04d" // counted from 1
)

// shareSender is how a sender whom nobody vouches for introduces itself: by what
// its fingerprint is made of.
type shareSender struct {
	Key       []byte `json:"key"`
	Recipient string `json:"recipient"`
}

// outgoingShare is a file without events: neither chains nor signatures over them
// leave the office.
func (d *Desk) outgoingShare(out SharedOut, armor bool) (*outgoing, error) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	o, err := d.outgoingOf(bundle.Share)
	if err != nil {
		return nil, err
	}
	self, err := d.self()
	if err != nil {
		return nil, err
	}
	o.heads, o.seen, o.header.Seen = nil, nil, nil
	o.header.Name = cmp.Or(strings.TrimSpace(d.office.Team), d.office.OfficeName)
	o.seal.Passphrase, o.seal.WorkFactor, o.seal.Armor = out.Passphrase, d.cost, armor
	sender, err := json.Marshal(shareSender{self.Key, self.Recipient})
	if err != nil {
		return nil, fmt.Errorf("encode the sender: %w", err)
	}
	o.parts = []bundle.Part{{Name: partSender, Content: sender}}
	for n, e := range out.Excerpts {
		content, err := e.Encode()
		if err != nil {
			return nil, fmt.Errorf("encode an excerpt: %w", err)
		}
		o.parts = append(o.parts, bundle.Part{Name: fmt.Sprintf(partIncident, n+1), Content: content})
	}
	return o, nil
}
