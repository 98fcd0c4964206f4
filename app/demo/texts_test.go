package demo

import (
	"slices"
	"testing"

	"siaga/model"
)

// needed are the fields that a variant cannot be told without.
var needed = []string{"title", "description", "initialAnalysis", "impact", "chronology", "analysis", "containment", "eradication",
	"recovery", "hardening", "rootCause", "lessons", "recommendations", "evidence"}

func TestEveryCategoryHasFourWholeTales(t *testing.T) {
	texts, err := readTexts()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range model.DefaultCategories() {
		if n := len(texts[c.Code]); n < 4 {
			t.Errorf("%s has %d variants", c.Code, n)
		}
		for _, s := range texts[c.Code] {
			whole(t, s, needed)
		}
		pool := texts[c.Code+"/umum"]
		if len(pool) != 1 || pool[0].fields["conclusion"] == nil || pool[0].fields["announcement"] == nil && pool[0].fields["not"] == nil {
			t.Errorf("%s: what all its variants end with is missing", c.Code)
		}
	}
	for _, s := range texts["BUKAN"] {
		whole(t, s, []string{"title", "description", "reason", "answer"})
	}
}

func whole(t *testing.T, s tale, fields []string) {
	t.Helper()
	for _, f := range fields {
		if len(s.fields[f]) == 0 {
			t.Errorf("%s %v lacks %s", s.category, s.fields["title"], f)
		}
	}
	for _, word := range s.targets {
		if word != "situs" && word != "kantor" && !slices.Contains(unitKinds, word) &&
			!slices.ContainsFunc(startingSystems, func(s system) bool { return slices.Contains(s.tags, word) }) {
			t.Errorf("%s %v happens to %q, which there is not", s.category, s.fields["title"], word)
		}
	}
	if slices.Contains(s.targets, "kantor") && s.fields["objek"] == nil {
		t.Errorf("%s %v does not say what of the office it happens to", s.category, s.fields["title"])
	}
}

func TestALineThatIsNothingIsFound(t *testing.T) {
	for _, text := range []string{"title: no section", "[kantor]\njust words"} {
		if _, err := parseTales(text); err == nil {
			t.Errorf("%q was read", text)
		}
	}
}
