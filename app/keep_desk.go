package app

import (
	"slices"
	"strings"

	"siaga/model"
)

// CompareDesk records that a desk's fingerprint was read aloud and is the one
// seen here: from then on the office knows that nobody stands between. It
// refuses a fingerprint that differs.
type CompareDesk struct {
	Desk        string `json:"desk" need:"yes"` // letter, name or identity
	Fingerprint string `json:"fingerprint" need:"yes"`
}

// Do is "compare-desk".
func (CompareDesk) Do() string { return "compare-desk" }

func (c CompareDesk) decide(w *work) error {
	k, err := w.desk.findDesk(c.Desk)
	if err != nil {
		return err
	}
	if !k.SameFingerprint(c.Fingerprint) {
		return model.RefuseAt("fingerprint", "refuse.fingerprint", "Name", k.Label())
	}
	return w.amend("desk", k.ID, model.Values{"compared": w.now})
}

// AmendDesk renames a desk, or says until when its files are taken in.
type AmendDesk struct {
	Desk    string         `json:"desk" need:"yes"` // letter, name or identity
	Name    *string        `json:"name"`
	Expires *model.Instant `json:"expires"` // zero: without end
}

// Do is "amend-desk".
func (AmendDesk) Do() string { return "amend-desk" }

func (c AmendDesk) decide(w *work) error {
	k, err := w.desk.findDesk(c.Desk)
	if err != nil {
		return err
	}
	if c.Name != nil && strings.TrimSpace(*c.Name) == "" {
		return model.RefuseAt("name", "refuse.required")
	}
	if c.Expires != nil && c.Expires.Known() && *c.Expires <= w.now {
		return model.RefuseAt("expires", "refuse.desk-past")
	}
	v := model.Values{}
	change(v, "name", c.Name, k.Name)
	change(v, "expires", c.Expires, k.Expires)
	return w.amend("desk", k.ID, v)
}

// RevokeDesk says that files which a desk sends are not taken in any more, from
// the moment each desk learns of it. What it has written stays. It refuses this
// very desk, which would lock itself out.
type RevokeDesk struct {
	Desk   string `json:"desk" need:"yes"` // letter, name or identity
	Reason string `json:"reason" need:"yes"`
}

// Do is "revoke-desk".
func (RevokeDesk) Do() string { return "revoke-desk" }

func (c RevokeDesk) decide(w *work) error {
	k, err := w.desk.findDesk(c.Desk)
	switch {
	case err != nil:
		return err
	case k.Desk == w.desk.me:
		return model.RefuseAt("desk", "refuse.desk-itself")
	case k.Revoked != "":
		return model.RefuseAt("desk", "refuse.desk-revoked", "Name", k.Label())
	case strings.TrimSpace(c.Reason) == "":
		return model.RefuseAt("reason", "refuse.reason")
	}
	return w.amend("desk", k.ID, model.Values{"revoked": c.Reason, "revokedAt": w.now})
}

// findDesk finds a desk by its letter, its name or its identity, of which the
// beginning is enough. Where several fit, one that was not revoked is meant; it
// refuses what then fits more than one, and says how to tell them apart.
func (d *Desk) findDesk(ref string) (model.DeskInfo, error) {
	ref = strings.TrimSpace(ref)
	fits := slices.DeleteFunc(d.sortedDesks(), func(k model.DeskInfo) bool {
		return !k.Desk.IsNamedBy(ref) && !strings.EqualFold(k.Letter, ref) && !strings.EqualFold(k.Name, ref)
	})
	if kept := slices.DeleteFunc(slices.Clone(fits), func(k model.DeskInfo) bool { return k.Revoked != "" }); len(kept) == 1 {
		fits = kept
	}
	switch len(fits) {
	case 0:
		return model.DeskInfo{}, model.RefuseAt("desk", "refuse.desk-unknown", "Value", ref)
	case 1:
		return fits[0], nil
	}
	return model.DeskInfo{}, model.RefuseAt("desk", "refuse.desk-ambiguous", "Value", ref, "Desks", toldApart(fits))
}

// toldApart names desks that may be called alike.
func toldApart(desks []model.DeskInfo) string {
	names := make([]string, len(desks))
	for n, k := range desks {
		names[n] = k.Label() + " " + k.Desk.Short()
	}
	return strings.Join(names, ", ")
}

// settleLetter gives this desk another letter when two desks got the same one
// apart from each other and this one is to give way; it returns the new letter.
func (d *Desk) settleLetter() (string, error) {
	for _, k := range model.SharedLetters(d.Desks()) {
		if k.Desk == d.me {
			_, err := d.Do(Order{Command: takeLetter{k.ID}})
			return d.Me().Letter, err
		}
	}
	return "", nil
}

// takeLetter is what a desk does by itself: the other one may be in use already.
type takeLetter struct{ desk model.SubjectID }

func (takeLetter) Do() string { return "take-letter" }

func (takeLetter) ofItself() {}

func (c takeLetter) decide(w *work) error {
	return w.amend("desk", c.desk, model.Values{"letter": w.desk.nextLetter()})
}
