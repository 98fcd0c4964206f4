package systems

import (
	"slices"
	"strings"

	"siaga/model"
)

// sieve is a filter of the list, by its chip.
type sieve struct {
	key  string
	word string
	fits func(model.System) bool
}

// withRetired is the chip that widens the list instead of narrowing it.
const withRetired = "retired"

// sieves are the filters; those of the class widen each other.
func (l *list) sieves() []sieve {
	around := l.p.around
	var all []sieve
	for _, c := range model.Classes {
		all = append(all, sieve{"class." + string(c), around.Book.Word(c), func(s model.System) bool { return s.Class == c }})
	}
	return append(all,
		sieve{"class.none", around.T("systems.unclassified"), func(s model.System) bool { return s.Class == "" }},
		sieve{"vital", around.T("systems.vital"), func(s model.System) bool { return s.Vital }},
		sieve{"personal", around.T("systems.personal"), func(s model.System) bool { return s.PersonalData }},
		sieve{onlyExamples, around.T("systems.examples"), func(s model.System) bool { return s.Example }},
		sieve{withRetired, around.T("systems.withretired"), func(s model.System) bool { return s.Retired != "" }})
}

// fits reports whether the chosen filters let a system through.
func fits(s model.System, sieves []sieve, active []string) bool {
	classes, ofClass := 0, false
	for _, v := range sieves {
		switch {
		case !slices.Contains(active, v.key):
		case strings.HasPrefix(v.key, "class."):
			classes++
			ofClass = ofClass || v.fits(s)
		case v.key != withRetired && !v.fits(s):
			return false
		}
	}
	return (classes == 0 || ofClass) && (s.Retired == "" || slices.Contains(active, withRetired))
}

// found reports whether every word of a query stands somewhere in the texts.
func found(query string, texts ...string) bool {
	all := strings.ToLower(strings.Join(texts, "\n"))
	for _, word := range strings.Fields(strings.ToLower(query)) {
		if !strings.Contains(all, word) {
			return false
		}
	}
	return true
}
