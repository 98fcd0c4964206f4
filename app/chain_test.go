package app

import (
	"testing"

	"siaga/app/store"
	"siaga/model"
)

// forged is an event of this desk with another number or another one before it.
func (b *bench) forged(n uint64, prev model.Hash) model.Event {
	b.t.Helper()
	id, err := model.NewID(b.random)
	if err != nil {
		b.t.Fatal(err)
	}
	e, err := model.Write(model.Header{V: 1, Kind: "incident.amended", Desk: b.me, N: n, Prev: prev, Subject: model.SubjectID(id)}, model.Payload{})
	if err != nil {
		b.t.Fatal(err)
	}
	return e
}

// What stands in the journal and does not follow is not taken over: the desk
// stops and says so.
func TestReplayRefusesWhatDoesNotFollow(t *testing.T) {
	for name, forge := range map[string]func(b *bench) model.Event{
		"a number left out":   func(b *bench) model.Event { return b.forged(b.own().n+2, b.own().hash) },
		"a number used twice": func(b *bench) model.Event { return b.forged(b.own().n, b.own().hash) },
		"another one before":  func(b *bench) model.Event { return b.forged(b.own().n+1, model.Hash{1}) },
	} {
		b := newDeskAt(t, "2026-10-05 08:00")
		threeIncidents(b)
		if _, err := b.journal.Append([][]byte{model.Pack([]model.Event{forge(b)})}); err != nil {
			t.Fatal(err)
		}
		b.reopen()
		if trouble := b.Recovery(); trouble == nil || trouble.Key != "recovery.chain" {
			t.Errorf("%s: %+v", name, trouble)
		}
	}
}

// An event in the store, well sealed and named by its head, that does not follow
// the one before it breaks the chain.
func TestACheckFollowsTheChain(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 08:00")
	threeIncidents(b)
	desk, _ := model.Raw(string(b.me))
	wrong := b.forged(b.own().n+1, model.Hash{1})
	subject, _ := model.Raw(string(wrong.Header.Subject))
	err := b.store.Commit(store.Batch{
		Events: []store.Event{{Desk: desk, N: wrong.Header.N, Subject: subject, Bytes: model.Pack([]model.Event{wrong})}},
		Heads:  []store.Head{{Desk: desk, N: wrong.Header.N, Hash: wrong.Chain()}},
	})
	if err != nil {
		t.Fatal(err)
	}
	b.chains[b.me] = endingIn(wrong)
	if checked, err := b.Check(); err == nil {
		t.Errorf("an event that does not follow was passed over: %+v", checked)
	}
}

// A head that is not its event's stops the desk at the next start.
func TestAHeadThatIsNotItsEventsIsTold(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 08:00")
	threeIncidents(b)
	desk, _ := model.Raw(string(b.me))
	if err := b.store.Commit(store.Batch{Heads: []store.Head{{Desk: desk, N: b.own().n, Hash: [32]byte{1}}}}); err != nil {
		t.Fatal(err)
	}
	b.reopen()
	if b.Recovery() == nil {
		t.Error("the head names another event, and the desk goes on writing")
	}
}
