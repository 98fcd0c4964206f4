package app

import (
	"path/filepath"
	"testing"
	"time"
)

// join sets up a further desk of the office, with the same person at it.
func (b *bench) join(name string) *bench {
	b.t.Helper()
	file := filepath.Join(b.t.TempDir(), "undangan.siaga")
	invited, err := b.Invite(file, Invite{Name: name}, nil)
	if err != nil {
		b.t.Fatal(err)
	}
	other := &bench{t: b.t, clock: b.clock}
	other.world = World{Folder: b.t.TempDir(), Now: func() time.Time { return other.clock }, Random: seeded(b.t.Name() + name), FileCost: 8}
	other.Desk, _, err = Join(other.world, Lock{Passphrase: testPassphrase, Cost: cheap}, []string{file}, invited.Passphrase, nil)
	if err != nil {
		b.t.Fatal(err)
	}
	b.t.Cleanup(func() { other.Desk.Close() })
	if err := other.Sit(PersonRef(b.atDesk)); err != nil {
		b.t.Fatal(err)
	}
	return other
}

// send carries what is new from one desk to others.
func send(t *testing.T, from *bench, to ...*bench) []Arrival {
	t.Helper()
	file := from.written(Export{})
	var out []Arrival
	for _, desk := range to {
		a, err := desk.takeInFrom(file, nil)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, a)
	}
	return out
}

// written is a file that the desk wrote for others.
func (b *bench) written(x Export) string {
	b.t.Helper()
	file := filepath.Join(b.t.TempDir(), "kiriman.siaga")
	if _, err := b.Export(file, x, nil); err != nil {
		b.t.Fatal(err)
	}
	return file
}

// call registers an incident.
func (b *bench) call(what string) Done {
	b.t.Helper()
	return b.do(RegisterIncident{ReporterName: "Pelapor", Description: what})
}

// meets is the key of the refusal with which a desk meets a file.
func (b *bench) meets(file string) string {
	b.t.Helper()
	before := b.own()
	_, err := b.takeInFrom(file, nil)
	if after := b.own(); after != before {
		b.t.Error("a file that was refused has changed the desk")
	}
	return faultOf(err)
}

func same(t *testing.T, desks ...*bench) {
	t.Helper()
	first, err := desks[0].Digest()
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range desks[1:] {
		if digest, err := d.Digest(); err != nil || digest != first {
			t.Errorf("%s and %s differ (%v)", desks[0].letter, d.letter, err)
		}
	}
}

// Two desks work apart, exchange files, and show the same office.
func TestTwoDesksExchangeAndAreEqual(t *testing.T) {
	front := newDeskAt(t, "2026-10-05 08:00")
	call := front.do(RegisterIncident{ReporterName: "Pelapor", Description: "uji"})
	back := front.join("Meja belakang")
	if back.letter != "B" {
		t.Errorf("the second desk is %q", back.letter)
	}
	send(t, back, front)
	same(t, front, back)
	front.do(AmendIncident{Incident: IncidentRef(call.ID), Details: Details{Impact: text("Ringan")}})
	back.do(AmendIncident{Incident: IncidentRef(call.ID), Details: Details{Impact: text("Berat")}})
	second := back.do(RegisterIncident{ReporterName: "Pelapor", Description: "uji"})
	if second.Ticket == call.Ticket {
		t.Errorf("two incidents are %s", call.Ticket)
	}
	at := send(t, front, back)[0]
	if at.Events != 1 || len(at.Disputes) != 1 || at.Disputes[0].Field != "impact" {
		t.Errorf("%+v", at)
	}
	at = send(t, back, front)[0]
	if len(at.NewIncidents) != 1 || len(at.ChangedIncidents) != 1 {
		t.Errorf("%+v", at)
	}
	same(t, front, back)
	for _, b := range []*bench{front, back} {
		if _, err := b.Check(); err != nil {
			t.Error(err)
		}
		b.again()
	}
	same(t, front, back)
	if i, _ := front.Incident(IncidentRef(call.ID)); len(i.Conflicts) != 1 {
		t.Errorf("%v", i.Conflicts)
	}

}

// A person whom both desks know is changed at one of them, and is the same at both.
func TestAPersonIsTheSameAtBothDesks(t *testing.T) {
	front := newDeskAt(t, "2026-10-05 08:00")
	person := front.do(AddPerson{Name: "Petugas Contoh"})
	back := front.join("Meja belakang")
	send(t, back, front)
	back.do(AmendPerson{Person: "Petugas Contoh", Phone: text("021-555")})
	send(t, back, front)
	same(t, front, back)
	if p := front.Person(person.ID); p.Name != "Petugas Contoh" || p.Phone != "021-555" {
		t.Errorf("the person is %+v", p)
	}
	front.again()
	same(t, front, back)
}
