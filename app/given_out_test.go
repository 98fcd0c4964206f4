package app

import (
	"path/filepath"
	"testing"

	"siaga/model"
)

// The record of an erasure names the files that this desk wrote with the data in
// them, whoever they were for, and none without.
func TestAnErasureKnowsWhatWasGivenOut(t *testing.T) {
	front := newDeskAt(t, "2026-10-05 08:00")
	back := front.join("Meja belakang")
	send(t, back, front)
	send(t, front, back)
	send(t, back, front)
	front.written(Export{})
	call := secretCall(front)
	file := func(x Export) string {
		path := filepath.Join(t.TempDir(), "kiriman.siaga")
		if _, err := front.Export(path, x, nil); err != nil {
			t.Fatal(err)
		}
		return path
	}
	file(Export{Request: true})
	forDesks, forAnyone := file(Export{}), file(Export{Passphrase: "empat kata yang panjang sekali"})
	front.again()
	front.at("2026-10-05 09:00").erase(string(call.Ticket))
	front.at("2026-10-05 09:05")
	file(Export{Full: true})

	got := front.Erasures()[0].GivenOut
	if len(got) != 2 || got[0].Path != forDesks || got[1].Path != forAnyone || len(got[0].For) != 1 || len(got[1].For) != 0 {
		t.Errorf("given out: %+v", got)
	}
	if desks := front.DesksOf(got[0]); len(desks) != 1 || desks[0].Desk != back.me {
		t.Error(desks)
	}
	record, err := front.ErasureRecord(front.Erasures()[0].ID, model.PaperNumber{})
	if err != nil || len(record.GivenOut) != 2 {
		t.Errorf("%+v, %v", record.GivenOut, err)
	}
}
