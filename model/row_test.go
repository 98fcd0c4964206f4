package model

import (
	"cmp"
	"errors"
	"reflect"
	"slices"
	"testing"
)

func sampleRow() Row {
	policy := Decree()
	return Row{ID: "9f0c6a1e5d3b4c2f8a7e6d5c4b3a2918", Ticket: "CSIRT-2026-A-0137-7", Title: "Situs berubah", Channel: "telepon",
		Agency: "aa", System: "bb", Affected: "situs", Category: "WDF", TLP: TLPAmber, Risk: RiskHigh, Priority: "tinggi",
		Teams: []string{"V", "VII"}, HappenedAt: 5, TypedAt: 9, Announced: true, Evidence: 3, Handovers: 4, Reporter: "Guru, SD", Conflicts: 2,
		Persons: []PersonID{"cc"}, PersonalData: true, DataBreach: true, Vital: true, Crime: true, KnownAt: 7, RelayedAt: 33,
		Warned: []Given{{Response, 1, Tinggi, 80, 31}}, Notices: []Notice{{At: 11, To: "bssn"}}, Files: []KeptFile{{Mark{"ee", 4}, Hash{1, 2}, "akses.log", 9, true}}, Former: []Ticket{"CSIRT-2026-A-0136-9"}, Text: "situs\nberubah", Tags: "judi daring 2026,latihan",
		Course: Course{Policy: &policy, Class: Tinggi, ReceivedAt: 10, AnsweredAt: 12, Step: StepDone, Outcome: Closed, CompletedAt: 99,
			Passages:   []Passage{{Segment: 1, Step: 1, At: 10}, {Segment: 1, Step: 2, At: 20, Signature: &Signature{Note: "terlambat karena jaringan padam"}}},
			Classes:    []Classification{{Class: Rendah, At: 10}, {Class: Tinggi, At: 15}},
			Pauses:     []Pause{{From: 30, Until: 40, Expected: 35, Reason: "lainnya"}},
			Reopenings: []Reopening{{Segment: 2, At: 60, Step: 6}},
			Endings:    []Ending{{Segment: 1, Outcome: Closed, At: 50}, {Segment: 2, Outcome: Duplicate, At: 99, Duplicate: "dd"}}}}
}

// Every field of a row comes back; a field that is added and forgotten in the
// list of fields is found here, because none of the sample is zero.
func TestARowComesBackWhole(t *testing.T) {
	want := sampleRow()
	for i, v := 0, reflect.ValueOf(want); i < v.NumField(); i++ {
		if v.Field(i).IsZero() {
			t.Errorf("the sample leaves %s empty", v.Type().Field(i).Name)
		}
	}
	got, err := NewRowReader().Read(want.Bytes())
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%v: came back as\n%+v, was\n%+v", err, got, want)
	}
}

// Incidents that keep different policies keep them in their rows too, whichever
// was read before.
func TestEachKeepsItsOwnPolicy(t *testing.T) {
	strict := Decree()
	strict.Ends = StepRecover
	for n, want := range []Policy{Decree(), strict, strict, Decree()} {
		value := want.marshalled()
		got := readPolicy([]byte(value))
		if got == nil || got.marshalled() != value {
			t.Fatalf("%d: %s came back as %v", n, value, got)
		}
		row, err := NewRowReader().Read(Row{Course: Course{Policy: got}}.Bytes())
		if err != nil || row.Policy.marshalled() != value {
			t.Errorf("%d: %v: the row keeps %v", n, err, row.Policy)
		}
		other := Decree()
		other.Warnings = []int{n}
		if row, err = NewRowReader().Read(Row{Course: Course{Policy: &other}}.Bytes()); err != nil || !reflect.DeepEqual(*row.Policy, other) {
			t.Errorf("%d: %v: one that nobody read comes back as %v", n, err, row.Policy)
		}
	}
	if readPolicy([]byte("null")) != nil {
		t.Error("none was read as one")
	}
}

// A row that was cut or grew is told.
func TestACutRowIsTold(t *testing.T) {
	b := sampleRow().Bytes()
	for n := range b {
		if _, err := NewRowReader().Read(b[:n]); err == nil {
			t.Errorf("cut at %d of %d it was read", n, len(b))
		}
	}
	if _, err := NewRowReader().Read(append(b, 0)); err == nil {
		t.Error("a byte too many was read")
	}
}

func FuzzRow(f *testing.F) {
	f.Add(sampleRow().Bytes())
	f.Fuzz(func(t *testing.T, b []byte) {
		row, err := NewRowReader().Read(b)
		if err != nil {
			return
		}
		again, err := NewRowReader().Read(row.Bytes())
		if err != nil || !reflect.DeepEqual(again, row) {
			t.Errorf("a row that was read does not come back: %v", err)
		}
	})
}

// What is in memory after a change is what the next start reads.
func TestARowInMemoryIsTheRowOnTheDisk(t *testing.T) {
	i := Incident{ID: "9f0c6a1e5d3b4c2f8a7e6d5c4b3a2918", Title: "Situs berubah", Course: sampleRow().Course}
	i.Passages[0].Signature, i.Passages[1].TypedAt = &Signature{By: "aa"}, 9
	i.Classes[1].Reason, i.Pauses[0].ID = "salah baca", "bb"
	i.Reopenings[0].Reason, i.Endings[0].Reason, i.Endings[0].By = "belum pulih", "selesai", "cc"
	want := RowOf(i)
	got, err := NewRowReader().Read(want.Bytes())
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%v: the disk gives\n%+v, memory\n%+v", err, got, want)
	}
	if i.Passages[0].By != "aa" {
		t.Error("the incident itself was shortened")
	}
}

// A list is read in the order of receipt, whatever the order on the disk.
func TestRowsAreReadInTheOrderOfReceipt(t *testing.T) {
	reader, want := NewRowReader(), []Row{}
	for _, at := range []Instant{300, 100, 500, 200, 400} {
		row := sampleRow()
		row.ReceivedAt, row.Ticket = at, Ticket(at.Time().String())
		want = append(want, row)
		if err := reader.Take(row.Bytes()); err != nil {
			t.Fatal(err)
		}
	}
	slices.SortFunc(want, func(a, b Row) int { return cmp.Compare(b.ReceivedAt, a.ReceivedAt) })
	var got []Row
	if err := reader.Each(func(r *Row) { got = append(got, *r) }); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%v: came back as\n%+v, was\n%+v", err, got, want)
	}
	if err := reader.Take(sampleRow().Bytes()[:8]); err == nil {
		t.Error("half a front was taken in")
	}
	whole := sampleRow().Bytes()
	if err := errors.Join(reader.Take(whole[:len(whole)-1]), reader.Each(func(*Row) {})); !errors.Is(err, ErrRow) {
		t.Errorf("a row that was cut was read: %v", err)
	}
}
