package app

import (
	"slices"
	"strings"
	"testing"

	"siaga/model"
)

// twins are three desks, and a copy of the second one's folder; both have written
// under the same number.
func twins(t *testing.T) (front, back, third, twin *bench) {
	t.Helper()
	front = newDeskAt(t, "2026-10-05 08:00")
	back, third = front.join("Meja belakang"), front.join("Meja ketiga")
	send(t, back, front)
	send(t, third, front)
	send(t, front, back, third)
	twin = back.on(back.copied())
	back.call("di meja")
	twin.call("di salinannya")
	return front, back, third, twin
}

// A desk's folder is copied; one desk takes the original's event of a number, the
// other the copy's. Each file between these two carries the proof, and tells it.
func TestACopyThatOnlyAnotherDeskTookIsNoticedBySignatures(t *testing.T) {
	front, back, third, twin := twins(t)
	send(t, back, front)
	send(t, twin, third)
	third.wantWarned("exchange.warn.fork", false)
	if a := send(t, third, front)[0]; len(a.Forks) != 1 {
		t.Errorf("%+v", a)
	}
	a := send(t, front, third)[0]
	if len(a.Forks) != 1 || a.Forks[0].Desk != back.me || a.Forks[0].N != back.own().n || !a.tells("arrival.branch") || a.tells("arrival.fork") {
		t.Errorf("%+v", a)
	}
	third.wantWarned("exchange.warn.fork", true)
	if k := third.only(DecideFork); k.File != "" || !said(k, "decide.fork.signed") || len(third.Received()) != 0 {
		t.Errorf("%+v", k)
	}
	if _, err := third.ForkedEvents(back.me); faultOf(err) != "refuse.fork-gone" {
		t.Error(err)
	}
	third.again()
	full := front.written(Export{Full: true})
	if a, err := third.takeInFrom(full, nil); err != nil || !a.tells("arrival.fork") {
		t.Errorf("%+v %v", a, err)
	}
	a = send(t, front, third)[0] // the file that was set aside stays named
	if other, err := third.ForkedEvents(back.me); err != nil || len(other) == 0 || len(third.others.Forks) != 1 {
		t.Errorf("%+v %+v %v", a, other, err)
	}
}

// The other version has an earlier number than what is here by now.
func TestASignatureUnderAnEarlierNumberIsComparedToo(t *testing.T) {
	front, back, third, twin := twins(t)
	twin.call("dan lagi")
	send(t, back, front)
	send(t, twin, third)
	send(t, third, front)
	if a := send(t, front, third)[0]; len(a.Forks) != 1 || a.Forks[0].N != back.own().n {
		t.Errorf("%+v", a)
	}
	if err := third.SettleFork(back.me); err != nil {
		t.Fatal(err)
	}
	front.call("lain")
	if a := send(t, front, third)[0]; len(a.Forks) != 0 {
		t.Errorf("what was dealt with is told again: %+v", a)
	}
	third.wantWarned("exchange.warn.fork", false)
	back.call("masih dipakai")
	send(t, back, front)
	if a := send(t, front, third)[0]; len(a.Forks) != 1 {
		t.Errorf("the other copy is still used, and nobody is told: %+v", a)
	}
}

// A desk's folder is put back from an old copy: what others hold of it tells it so.
func TestADeskThatWasPutBackFromAnOldCopyIsTold(t *testing.T) {
	front := newDeskAt(t, "2026-10-05 08:00")
	back := front.join("Meja belakang")
	send(t, back, front)
	send(t, front, back)
	old := back.on(back.copied())
	back.call("hilang")
	send(t, back, front)
	a := send(t, front, old)[0]
	if a.Lost != 1 || !a.tells("arrival.lost") || a.tells("arrival.nothing") {
		t.Errorf("%+v", a)
	}
	old.wantWarned("exchange.warn.lost", true)
	old.again()
	old.wantWarned("exchange.warn.lost", true)
	old.call("memakai nomor yang sama")
	if a := send(t, front, old)[0]; len(a.Forks) != 1 || a.Forks[0].Desk != old.me || !a.tells("arrival.branch") {
		t.Errorf("%+v", a)
	}
	old.wantWarned("exchange.warn.fork", true)
	old.only(DecideFork)
}

// What the others hold of a desk that was put back comes when it asks for it.
func TestADeskThatWasPutBackGetsItsRecordsOnRequest(t *testing.T) {
	front := newDeskAt(t, "2026-10-05 08:00")
	back := front.join("Meja belakang")
	send(t, back, front)
	send(t, front, back)
	old := back.on(back.copied())
	back.call("hilang")
	send(t, back, front)
	send(t, front, old)
	if _, err := front.takeInFrom(old.written(Export{Request: true}), nil); err != nil {
		t.Fatal(err)
	}
	if a := send(t, front, old)[0]; a.Own != 1 || a.Lost != 0 {
		t.Errorf("%+v", a)
	}
	old.wantWarned("exchange.warn.lost", false)
	same(t, front, old)
}

// tells reports whether a sentence is among those that a file is told in.
func (a Arrival) tells(key string) bool {
	return slices.ContainsFunc(a.Told(func(id model.DeskID) string { return string(id) }), func(s Sentence) bool { return s.Key == key })
}

func said(k Decision, key string) bool {
	says, _ := k.Says()
	return strings.HasPrefix(says, key)
}
