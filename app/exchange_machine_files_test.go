package app

import (
	"os"
	"path/filepath"
	"slices"

	"siaga/model"
)

// loseContent spoils one of a desk's contents of evidence, or takes it away.
func (y *yard) loseContent(b *bench) {
	y.t.Helper()
	names := b.kept()
	if len(names) == 0 {
		return
	}
	path := filepath.Join(b.world.Folder, "files", names[y.chance.IntN(len(names))])
	if y.chance.IntN(2) == 0 {
		must(os.Remove(path))
		y.did["content lost"]++
		return
	}
	sealed, err := os.ReadFile(path)
	must(err)
	must(os.WriteFile(path, flip(sealed, y.chance), 0o600))
	y.did["content spoiled"]++
}

// contents are those that some desk has whole.
func (y *yard) contents() (sums []model.Hash) {
	y.t.Helper()
	for _, b := range y.desks {
		if _, err := b.Check(); err != nil && TroubleKey(err) != "recovery.files" {
			y.t.Fatal(y.name, err)
		}
		for _, sum := range sumsOf(b.namedFiles()) {
			if b.files.Has(sum) && !slices.Contains(sums, sum) {
				sums = append(sums, sum)
			}
		}
	}
	return sums
}

// holdsAll makes sure that a desk has every content which some desk had and which it
// names itself: nobody had to ask.
func (y *yard) holdsAll(b *bench, contents []model.Hash) {
	y.t.Helper()
	for _, f := range b.namedFiles() {
		if slices.Contains(contents, f.Sum) && !b.files.Has(f.Sum) && y.did["revoked"] == 0 {
			y.t.Fatalf("%s: %s lacks %s, which another desk had", y.name, b.letter, f.Name)
		}
		y.did["contents"]++
	}
}
