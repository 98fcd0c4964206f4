package model

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

func TestWhatIsNoTagIsRefused(t *testing.T) {
	for tag, wanted := range map[string]string{
		"judi daring 2026":      "",
		"Gerakan #BekasiAman ✓": "",
		strings.Repeat("é", 40): "",
		strings.Repeat("é", 41): "refuse.tag-length",
		"":                      "refuse.tag-length",
		"judi, daring":          "refuse.tag-sign",
		"judi\x07daring":        "refuse.tag-sign",
		"judi\u202egnirad":      "refuse.tag-sign",
	} {
		if got := keyOf(Tagged{SetChange{Add: []string{tag}}}.Check()); got != wanted {
			t.Errorf("%q: %q, not %q", tag, got, wanted)
		}
	}
	if got := keyOf(Tagged{}.Check()); got != "refuse.nothing-changed" {
		t.Error(got)
	}
	if got := CleanTags([]string{"  judi\t daring\n2026 "}); got[0] != "judi daring 2026" {
		t.Errorf("%q", got)
	}
}

// Two desks give an incident one tag in two spellings: it reads as one, and goes
// in both.
func TestATagInTwoSpellingsIsOne(t *testing.T) {
	desks := story("front", "back")
	front, back := desks[0], desks[1]
	back.take(front.write(t, noon, factOf(whole())))
	theirs := back.write(t, noon, factOf(Tagged{SetChange{Add: []string{"Judi Daring"}}}))
	front.write(t, noon, factOf(Tagged{SetChange{Add: []string{"judi daring", "latihan"}}}))
	front.take(theirs)
	i := IncidentOf(&front.subject)
	if !slices.Equal(i.Tags, []string{"Judi Daring", "latihan"}) || len(i.Conflicts) > 0 {
		t.Errorf("%q, %v", i.Tags, i.Conflicts)
	}
	if lacks := i.TagsLacking([]string{"JUDI DARING", "siaga", "Siaga"}); !slices.Equal(lacks, []string{"siaga"}) {
		t.Errorf("it lacks %q", lacks)
	}
	front.write(t, noon, factOf(Tagged{SetChange{Remove: i.TagsAmong([]string{"judi DARING"})}}))
	if i = IncidentOf(&front.subject); !slices.Equal(i.Tags, []string{"latihan"}) {
		t.Errorf("left are %q", i.Tags)
	}
}

func TestARowHasTheTagsAndTheyAreSearched(t *testing.T) {
	r := RowOf(Incident{Title: "Situs", Tags: []string{"Judi daring 2026", "latihan"}})
	if !slices.Equal(r.TagList(), []string{"Judi daring 2026", "latihan"}) || !strings.Contains(r.Text, "judi daring 2026") {
		t.Errorf("%q, searched %q", r.TagList(), r.Text)
	}
	if none := RowOf(Incident{}); none.TagList() != nil {
		t.Errorf("%q", none.TagList())
	}
}

// Who erases the tags erases them all, and nothing else that these events wrote.
func TestTagsAreErased(t *testing.T) {
	tags := func(add ...string) Fact {
		return Record{"incident.undone", Values{"tags": SetChange{Add: add}, "teams": SetChange{Add: []string{"V"}}}}
	}
	f := newFront(t, whole(), tags("Sri", "latihan"), Tagged{SetChange{Remove: []string{"Sri"}}})
	was := f.incident()
	can := ErasableOf(f.d.seen)
	n := slices.IndexFunc(can, func(e Erasable) bool { return e.Field == "tags" })
	if n < 0 || string(can[n].Value) != `["latihan"]` || can[n].Events != 2 {
		t.Fatalf("%+v", can)
	}
	left := f.erase([]string{"tags"})
	is := IncidentOf(FoldAll(left))
	if len(is.Tags) > 0 || strings.Contains(string(Pack(left)), "Sri\"") {
		t.Errorf("left are %q in %s", is.Tags, Pack(left))
	}
	was.Tags, was.tagged = is.Tags, is.tagged
	if !reflect.DeepEqual(is, was) {
		t.Errorf("it reads\n%+v\nnot\n%+v", is, was)
	}
}

// An erasure of something else leaves the tags of that event.
func TestTagsOutliveAnotherErasure(t *testing.T) {
	f := newFront(t, whole(), Record{"incident.undone", Values{"tags": SetChange{Add: []string{"latihan"}}, "impact": "kata Sri"}},
		Record{"incident.undone", Values{"tags": SetChange{Remove: []string{"latihan"}, Add: []string{"siaga"}}, "analysis": "kata Sri"}})
	left := f.erase([]string{"impact", "analysis"})
	if i := IncidentOf(FoldAll(left)); !slices.Equal(i.Tags, []string{"siaga"}) || i.Impact != Gone {
		t.Errorf("%q, %q", i.Tags, i.Impact)
	}
}
