package app

import (
	"crypto/ed25519"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"siaga/app/bundle"
	"siaga/model"
)

// Invite says which desk is to join the office.
type Invite struct {
	Name    string        // what the new desk is called
	Expires model.Instant // until when it can join; zero: for a week
	By      PersonRef     // empty: the person at the desk
}

// Invited is an invitation that was written out. The passphrase opens it and is
// to be told by telephone; it is not kept.
type Invited struct {
	ID         model.SubjectID `json:"id"`
	Letter     string          `json:"letter"`
	Passphrase string          `json:"passphrase"`
	Expires    model.Instant   `json:"expires"`
	Exported
}

// unwritten is why an invitation is withdrawn whose file could not be written.
const unwritten = "–"

// invitationTime is how long an invitation holds unless said otherwise.
const invitationTime = 7 * 24 * time.Hour

// Invite writes the one file from which a new desk is set up: everything of the
// office, and the key by which the new desk is admitted. It refuses a desk
// without a name and an invitation that would end before it begins.
func (d *Desk) Invite(path string, i Invite, progress Progress) (Invited, error) {
	seed, err := drawSeed(d.random)
	if err != nil {
		return Invited{}, err
	}
	passphrase, err := bundle.NewPassphrase(d.random)
	if err != nil {
		return Invited{}, err
	}
	if !i.Expires.Known() {
		i.Expires = d.Now().Add(invitationTime)
	}
	key := ed25519.NewKeyFromSeed(seed).Public().(ed25519.PublicKey)
	done, err := d.Do(Order{By: i.By, Command: inviteDesk{i, key}})
	if err != nil {
		return Invited{}, err
	}
	out := Invited{ID: done.ID, Passphrase: passphrase, Expires: i.Expires}
	if out.Exported, err = d.exportInvitation(path, done.ID, seed, passphrase, progress); err != nil {
		_, undone := d.Do(Order{By: i.By, Command: WithdrawInvitation{Invitation: string(done.ID), Reason: unwritten}})
		return Invited{}, errors.Join(err, undone)
	}
	d.mu.RLock()
	defer d.mu.RUnlock()
	out.Letter = d.invited[done.ID].Letter
	return out, nil
}

// inviteDesk records the invitation; it goes with its file, so no line of
// orders can give it.
type inviteDesk struct {
	invite Invite
	key    []byte
}

func (inviteDesk) Do() string { return "invite-desk" }

func (c inviteDesk) decide(w *work) error {
	fact, err := model.InviteDesk(model.Invitation{Letter: w.desk.nextLetter(), Name: c.invite.Name, Key: c.key,
		Expires: c.invite.Expires}, w.now)
	return w.enter("invitation", fact, err)
}

// nextLetter is one that no desk has had and none was promised.
func (d *Desk) nextLetter() string {
	var given []string
	for _, k := range d.desks {
		given = append(given, k.Letter)
	}
	for _, i := range d.invited {
		given = append(given, i.Letter)
	}
	return model.NextLetter(given)
}

// welcomeKit is what an invitation holds beside the events: how the new desk is
// admitted, and whom it trusts to begin with.
type welcomeKit struct {
	Invitation model.SubjectID `json:"invitation"`
	Letter     string          `json:"letter"`
	Name       string          `json:"name"`
	Seed       []byte          `json:"seed"`
	Anchors    model.Keys      `json:"anchors"`
}

const partWelcome = "welcome"

func (d *Desk) exportInvitation(path string, id model.SubjectID, seed []byte, passphrase string, progress Progress) (Exported, error) {
	o, err := d.outgoing(Export{Passphrase: passphrase})
	if err != nil {
		return Exported{}, err
	}
	d.mu.RLock()
	i := d.invited[id]
	trusted, err := d.trusted()
	o.header.Name = d.office.Team
	d.mu.RUnlock()
	if err != nil {
		return Exported{}, err
	}
	o.header.Kind, o.seal.WorkFactor = bundle.Invitation, bundle.DrawnWorkFactor
	kit, err := json.Marshal(welcomeKit{Invitation: id, Letter: i.Letter, Name: i.Name, Seed: seed, Anchors: trusted})
	if err != nil {
		return Exported{}, fmt.Errorf("encode an invitation: %w", err)
	}
	o.parts = append(o.parts, bundle.Part{Name: partWelcome, Content: kit})
	done, err := o.toFile(path, progress)
	if err != nil {
		return done, err
	}
	return done, d.gaveOut(o, path)
}

// trusted are the desks whose signatures count here, with their keys.
func (d *Desk) trusted() (model.Keys, error) {
	anchors, err := d.anchors()
	return model.Trusted(d.officeID, anchors, values(d.desks), values(d.invited)), err
}

// WithdrawInvitation ends an invitation that was not used. It refuses one by
// which a desk has joined already: that desk is to be revoked instead.
type WithdrawInvitation struct {
	Invitation string `json:"invitation" need:"yes"` // letter or identity
	Reason     string `json:"reason" need:"yes"`
}

// Do is "withdraw-invitation".
func (WithdrawInvitation) Do() string { return "withdraw-invitation" }

func (c WithdrawInvitation) decide(w *work) error {
	id, err := w.desk.findInvitation(c.Invitation)
	if err != nil {
		return err
	}
	for _, k := range w.desk.desks {
		if k.Invitation == id {
			return model.RefuseAt("invitation", "refuse.invitation-used", "Name", k.Label())
		}
	}
	if strings.TrimSpace(c.Reason) == "" {
		return model.RefuseAt("reason", "refuse.reason")
	}
	return w.amend("invitation", id, model.Values{"withdrawn": c.Reason})
}

// findInvitation finds an invitation that still holds by its letter or identity.
func (d *Desk) findInvitation(ref string) (model.SubjectID, error) {
	for id, i := range d.invited {
		if i.Withdrawn == "" && (string(id) == ref || strings.EqualFold(i.Letter, ref)) {
			return id, nil
		}
	}
	return "", model.RefuseAt("invitation", "refuse.invitation-unknown", "Value", ref)
}
