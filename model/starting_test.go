package model

import (
	"slices"
	"testing"
)

func TestTheStartingListIsCompleteAndWithoutDoubles(t *testing.T) {
	kinds, names, shorts := map[AgencyKind]int{}, map[string]bool{}, map[string]bool{}
	for _, a := range StartingAgencies() {
		kinds[a.Kind]++
		if a.Name == "" || a.Short == "" || names[a.Name] || shorts[a.Short] {
			t.Errorf("%+v is empty or stands twice", a)
		}
		names[a.Name], shorts[a.Short] = true, true
		if !slices.Contains(AgencyKinds, a.Kind) {
			t.Errorf("%s has the unknown kind %s", a.Name, a.Kind)
		}
	}
	if kinds["dinas"]+kinds["satuan"] != 22 || kinds["kecamatan"] != 12 || len(names) != 44 {
		t.Errorf("%d agencies: %v", len(names), kinds)
	}
}
