package locales

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestNamesStandAsInAnIndonesianList(t *testing.T) {
	names := []string{"dinas Sosial", "Badan", "dinas", "Camat", "Dinas Pendidikan"}
	slices.SortFunc(names, Compare)
	same(t, strings.Join(names, "; "), "Badan; Camat; dinas; Dinas Pendidikan; dinas Sosial")
}

func TestCompareIsAnOrder(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		name := rapid.StringMatching(`[a-cA-Cé ]{0,4}`)
		a, b, c := name.Draw(r, "a"), name.Draw(r, "b"), name.Draw(r, "c")
		if Compare(a, b) != -Compare(b, a) || (Compare(a, b) == 0) != (a == b) {
			r.Fatalf("%q and %q have no order", a, b)
		}
		if Compare(a, b) <= 0 && Compare(b, c) <= 0 && Compare(a, c) > 0 {
			r.Fatalf("%q, %q, %q go round in a circle", a, b, c)
		}
		if la, lb := strings.ToLower(a), strings.ToLower(b); la < lb != (Compare(a, b) < 0) && la != lb {
			r.Fatalf("%q and %q are not in alphabetical order", a, b)
		}
	})
}
