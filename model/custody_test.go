package model

import "testing"

// Where a piece lies follows from its chain; a copy that a merge made is found by
// both of its marks.
func TestTheChainTellsWhereEvidenceLies(t *testing.T) {
	mark := func(n uint64) Mark { return Mark{"a", n} }
	i := Incident{
		Evidence: []Evidence{{Mark: mark(9), Name: "Cakram", Location: "Lemari 1", Origin: &Origin{Row: mark(1)}}, {Mark: mark(2), Name: "Log", Location: "Folder"}},
		Custody: []Custody{
			{Mark: mark(10), Evidence: mark(1), To: "Laboratorium", Location: "Lemari 2", Origin: &Origin{Row: mark(3)}},
			{Mark: mark(4), Evidence: mark(1), To: "Penyidik"},
			{Mark: mark(5), Evidence: mark(7), To: "Penyidik"}, // its piece was withdrawn
		},
	}
	if at, other := i.KeptAt(i.Evidence[0]), i.KeptAt(i.Evidence[1]); at != "Lemari 2" || other != "Folder" {
		t.Errorf("the pieces lie in %q and %q", at, other)
	}
	for _, row := range []Mark{mark(10), mark(3)} {
		if c, v, known := i.Handover(row); !known || c.To != "Laboratorium" || v.Name != "Cakram" {
			t.Errorf("%v is %+v of %+v", row, c, v)
		}
	}
	for _, row := range []Mark{mark(5), mark(8), {}} {
		if _, _, known := i.Handover(row); known {
			t.Errorf("%v is a handover", row)
		}
	}
	if r := RowOf(i); r.Evidence != 2 || r.Handovers != 2 {
		t.Errorf("the row counts %d and %d", r.Evidence, r.Handovers)
	}
}
