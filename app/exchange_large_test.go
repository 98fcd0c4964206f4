package app

import (
	"fmt"
	"strings"
	"testing"
)

// A small event makes the whole row of its thing be written anew: where many
// things with long texts change at once, their rows are more than fits one
// transaction of the store.
func TestSmallChangesOfLargeThingsAreTakenIn(t *testing.T) {
	t.Parallel()
	front := newDeskAt(t, "2026-10-05 08:00")
	back := front.join("Meja belakang")
	send(t, back, front)
	systems := make([]string, 400)
	for n := range systems {
		systems[n] = fmt.Sprintf("Sistem %d", n)
		front.do(AddSystem{Name: systems[n], Description: strings.Repeat("uraian ", 1500)})
	}
	send(t, front, back)
	manager := "Kepala Bidang"
	for _, name := range systems {
		front.do(AmendSystem{System: SystemRef(name), Manager: &manager})
	}
	send(t, front, back)
	same(t, front, back)
	if _, err := back.Rebuild(nil); err != nil {
		t.Fatal(err)
	}
	back.again()
	same(t, front, back)
}

// A thing whose events fill several transactions of one import has one row.
func TestAThingThatFillsManyChunksIsCountedOnce(t *testing.T) {
	t.Parallel()
	front := newDeskAt(t, "2026-10-05 08:00")
	back := front.join("Meja belakang")
	send(t, back, front)
	front.amendAtLength(250)
	send(t, front, back)
	if err := back.store.EachRow(func([16]byte, []byte) error { return nil }); err != nil {
		t.Fatal(err) // it counts them
	}
	back.again()
	same(t, front, back)
}

// What a file says of a desk is read first and counts last: what follows must not
// lie in the same memory meanwhile.
func TestADeskIsKnownFromTheBeginningOfALongFile(t *testing.T) {
	t.Parallel()
	front := newDeskAt(t, "2026-10-05 08:00")
	back := front.join("Meja belakang")
	send(t, back, front)
	third := front.join("Loket")
	send(t, third, front)
	front.amendAtLength(60)
	send(t, front, back)
	same(t, front, back)
}

// amendAtLength changes one system again and again, each time with some 10 KB.
func (b *bench) amendAtLength(times int) {
	b.do(AddSystem{Name: "Sistem besar"})
	for n := range times {
		long := fmt.Sprint(n, strings.Repeat(" uraian", 1500))
		b.do(AmendSystem{System: "Sistem besar", Description: &long})
	}
}
