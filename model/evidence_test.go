package model

import (
	"bytes"
	"strings"
	"testing"
)

func TestTheChainOfCustodyFollowsAPieceOfEvidence(t *testing.T) {
	at := clockTime("10:00")
	f := newFront(t, whole(), Noted{Evidence: &Evidence{At: at, Name: "laptop"}}, Noted{Evidence: &Evidence{At: at, Name: "log"}})
	laptop, log := f.incident().Evidence[0], f.incident().Evidence[1]
	for _, c := range []struct {
		handed Custody
		key    string
	}{
		{Custody{At: at, Evidence: laptop.Mark, To: "Tim VI", Purpose: "analisis"}, ""},
		{Custody{At: at, Evidence: laptop.Mark, To: " ", Purpose: "analisis"}, "refuse.custody-receiver"},
		{Custody{At: at, Evidence: laptop.Mark, To: "Tim VI"}, "refuse.required"},
		{Custody{At: at - 60, Evidence: laptop.Mark, To: "Tim VI", Purpose: "analisis"}, "refuse.custody-early"},
		{Custody{At: factNow + 121, Evidence: laptop.Mark, To: "Tim VI", Purpose: "analisis"}, "refuse.future"},
		{Custody{At: at, Evidence: Mark{"front", 1}, To: "Tim VI", Purpose: "analisis"}, "refuse.evidence-unknown"},
	} {
		if got := checked(t, Noted{Custody: &c.handed}.Check(f.incident(), factNow)); got != c.key {
			t.Errorf("%+v: %q, want %q", c.handed, got, c.key)
		}
	}
	f.record(Noted{Custody: &Custody{At: at + 120, Evidence: laptop.Mark, From: "Tim VI", To: "Penyidik", Purpose: "laporan polisi"}},
		Noted{Custody: &Custody{At: at + 60, Evidence: laptop.Mark, To: "Tim VI", Purpose: "analisis"}}, ended(Rejected, "10:30"),
		Noted{Custody: &Custody{At: at + 3600, Evidence: log.Mark, To: "Arsip", Purpose: "simpan"}})
	i := f.incident()
	if chain := i.CustodyOf(laptop); len(chain) != 2 || chain[0].To != "Tim VI" || chain[1].To != "Penyidik" {
		t.Errorf("the laptop went %+v", chain)
	}
	if chain := i.CustodyOf(log); len(chain) != 1 || chain[0].By != "user" {
		t.Errorf("the log went %+v", chain)
	}
}

func TestAMergeTakesEvidenceWithItsChainOfCustody(t *testing.T) {
	at := clockTime("11:00")
	p := pairs(t, []Fact{whole()}, []Fact{second(), Noted{Evidence: &Evidence{At: at, Name: "index.html"}}}, "front")[0]
	_, from := p.incidents()
	found := from.Evidence[0].Mark
	p.from.write(t, noon, factOf(Noted{Custody: &Custody{At: at, Evidence: found, To: "Tim VI", Purpose: "analisis"}}))
	p.merge(t, TakeFrom, at+60, noon)
	i, _ := p.incidents()
	if len(i.Evidence) != 1 || i.Evidence[0].Mark == found || i.Evidence[0].First() != found {
		t.Fatalf("the evidence came as %+v", i.Evidence)
	}
	if chain := i.CustodyOf(i.Evidence[0]); len(chain) != 1 || chain[0].To != "Tim VI" || chain[0].Origin.Incident != from.ID {
		t.Errorf("its chain came as %+v", chain)
	}
	if v, known := i.EvidenceOf(found); !known || v.Name != "index.html" {
		t.Error("the first mark of the piece is not known any more")
	}
}

func TestAFileIsKeptAsLongAsARowOfItIsNotErased(t *testing.T) {
	at := clockTime("10:00")
	kept := Evidence{At: at, Name: "log", File: "akses.log", SHA256: strings.Repeat("0f", 32), Size: 9}
	elsewhere := Evidence{At: at, Name: "disk", SHA256: strings.Repeat("ab", 32)}
	f := newFront(t, whole(), Noted{Evidence: &kept}, Noted{Evidence: &elsewhere})
	row := f.incident().Evidence[0].Mark
	f.record(Withdrawn{Row: row, Reason: "salah berkas"})
	i := f.incident()
	if len(i.Files) != 1 || i.Files[0].Row != row || !i.Files[0].Withdrawn || i.Files[0].Sum != (Hash(bytes.Repeat([]byte{0x0f}, 32))) {
		t.Errorf("the withdrawn row keeps %+v", i.Files)
	}
	if row := RowOf(i); len(row.Files) != 1 {
		t.Errorf("a list knows of %+v", row.Files)
	}
	for _, strange := range []Evidence{{File: "x"}, {File: "x", SHA256: "0f"}, {File: "x", SHA256: strings.Repeat("0F", 32)}, elsewhere} {
		if sum, kept := strange.Sum(); kept {
			t.Errorf("%+v is kept as %v", strange, sum)
		}
	}
}
