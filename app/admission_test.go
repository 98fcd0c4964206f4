package app

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"siaga/app/vault"
	"siaga/model"
)

// Fingerprints are read aloud: the right one is recorded, a wrong one is refused.
func TestFingerprintsAreCompared(t *testing.T) {
	front := newDeskAt(t, "2026-10-05 08:00")
	back := front.join("Meja belakang")
	send(t, back, front)
	front.wantWarned("exchange.warn.uncompared", true)
	if _, err := front.Do(Order{Command: CompareDesk{Desk: "B", Fingerprint: front.Me().Fingerprint()}}); faultOf(err) != "refuse.fingerprint" {
		t.Errorf("a wrong one: %v", err)
	}
	front.do(CompareDesk{Desk: "B", Fingerprint: back.Me().Fingerprint()})
	front.wantWarned("exchange.warn.uncompared", false)
}

// An invitation that was withdrawn, has run out or was used is no way in.
func TestOnlyAGoodInvitationIsAWayIn(t *testing.T) {
	front := newDeskAt(t, "2026-10-05 08:00")
	file := filepath.Join(t.TempDir(), "undangan.siaga")
	invited, err := front.Invite(file, Invite{Name: "Meja belakang"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	try := func(passphrase string, at time.Time) string {
		d, _, err := Join(World{Folder: t.TempDir(), Now: func() time.Time { return at }, Random: seeded("try" + at.String() + passphrase), FileCost: 8},
			Lock{Passphrase: testPassphrase, Cost: cheap}, []string{file}, passphrase, nil)
		if err == nil {
			d.Close()
			return ""
		}
		return faultOf(err)
	}
	if key := try("ABCD-EFGH-JKMN-PQRS-TUVW-XYZ2", front.clock); key != "refuse.bundle-passphrase" {
		t.Errorf("a wrong passphrase: %s", key)
	}
	if key := try(invited.Passphrase, front.clock.Add(8*24*time.Hour)); key != "refuse.invitation-expired" {
		t.Errorf("after a week: %s", key)
	}
	if key := try(invited.Passphrase, front.clock.Add(time.Hour)); key != "" {
		t.Errorf("in time: %s", key)
	}
	if _, err := front.Invite(file, Invite{Name: " "}, nil); faultOf(err) != "refuse.required" {
		t.Errorf("without a name: %v", err)
	}
	front.do(WithdrawInvitation{Invitation: invited.Letter, Reason: "salah orang"})
	if x, _ := front.Exchange(); len(x.Invitations) != 0 {
		t.Errorf("%+v", x.Invitations)
	}
}

// Somebody who knows the office, its desks and even an invitation, but not the
// invitation's key, does not get in.
func TestAnIntruderIsNotBelieved(t *testing.T) {
	front := newDeskAt(t, "2026-10-05 08:00")
	if _, err := front.Invite(filepath.Join(t.TempDir(), "undangan.siaga"), Invite{Name: "Meja belakang"}, nil); err != nil {
		t.Fatal(err)
	}
	x, err := front.Exchange()
	if err != nil || len(x.Invitations) != 1 {
		t.Fatal(x.Invitations, err)
	}
	intruder := newDeskOf(t, "2026-10-05 08:00", "penyusup")
	world := World{Folder: t.TempDir(), Now: front.now, Random: seeded("penyusup 2")}
	v, _, err := vault.Create(VaultPath(world.Folder), cheap, testPassphrase)
	if err != nil {
		t.Fatal(err)
	}
	d := newDesk(world, v)
	t.Cleanup(func() { d.Close() })
	trusted, _ := front.trusted()
	if err := d.begin(front.officeID, trusted); err != nil {
		t.Fatal(err)
	}
	for _, k := range front.desks {
		d.desks[k.ID] = k
	}
	wrong, _ := intruder.key()
	said := model.DeskInfo{Letter: "B", Name: "Meja belakang", Invitation: x.Invitations[0].ID}
	if err := d.admitSelf(said, wrong); err != nil {
		t.Fatal(err)
	}
	own := bench{Desk: d, t: t}
	if key := front.meets(own.written(Export{})); key != "refuse.bundle-stranger" {
		t.Errorf("met with %s", key)
	}
}

// One invitation was used twice: two desks are called alike. Their short
// identities tell them apart in every order, and once one is revoked the other
// is meant by the name again.
func TestDesksThatAreCalledAlikeAreToldApart(t *testing.T) {
	front := newDeskAt(t, "2026-10-05 08:00")
	file := filepath.Join(t.TempDir(), "undangan.siaga")
	invited, err := front.Invite(file, Invite{Name: "Loket"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	var both []*bench
	for _, seed := range []string{"satu", "dua"} {
		b := &bench{t: t, clock: front.clock}
		b.world = World{Folder: t.TempDir(), Now: func() time.Time { return b.clock }, Random: seeded(seed), FileCost: 8}
		if b.Desk, _, err = Join(b.world, Lock{Passphrase: testPassphrase, Cost: cheap}, []string{file}, invited.Passphrase, nil); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { b.Close() })
		send(t, b, front)
		both = append(both, b)
	}
	known, stray := both[0].me, both[1].me
	_, err = front.NamedDesk("Loket")
	if r, _ := model.AsRefusal(err); r.Key != "refuse.desk-ambiguous" || !strings.Contains(r.Args[3].(string), known.Short()) {
		t.Errorf("%+v", err)
	}
	x, err := front.Exchange()
	if err != nil || x.Apart(x.Others[0].DeskInfo) != x.Others[0].Desk.Short() || x.Apart(x.Me) != "" {
		t.Errorf("%+v, %v", x.Others, err)
	}
	for _, ref := range []string{stray.Short(), strings.ToUpper(stray.Short()), string(stray)} {
		if k, err := front.NamedDesk(ref); err != nil || k.Desk != stray {
			t.Errorf("%s is %s: %v", ref, k.Desk, err)
		}
	}
	front.do(RevokeDesk{Desk: stray.Short(), Reason: "tidak dikenal"})
	if k, err := front.NamedDesk("B"); err != nil || k.Desk != known {
		t.Errorf("B is %s: %v", k.Desk, err)
	}
	x, _ = front.Exchange()
	for _, n := range x.Others {
		if none := n.Unconfirmed == 0; none != (n.Desk == stray) {
			t.Errorf("%s: %d unconfirmed", n.Label(), n.Unconfirmed)
		}
	}
}
