package model

import (
	"slices"
	"testing"
)

func TestLampiranIHasNineNumbersAndThirteenPosts(t *testing.T) {
	seen := map[Post]bool{}
	teams := map[string]int{}
	for _, e := range Posts {
		if seen[e.Post] {
			t.Errorf("%s stands twice", e.Post)
		}
		seen[e.Post] = true
		teams[e.Team]++
		if got, ok := e.Post.Entry(); !ok || got != e {
			t.Errorf("%s is not found", e.Post)
		}
	}
	if len(seen) != 13 || teams[""] != 4 || teams["IX"] != 1 {
		t.Errorf("%d posts in teams %v", len(seen), teams)
	}
	for _, team := range HandlingTeams {
		if teams[team] != 2 {
			t.Errorf("Team %s has %d posts, not a Koordinator and Anggota", team, teams[team])
		}
	}
	if _, ok := Post("X").Entry(); ok {
		t.Error("Lampiran I has no X")
	}
}

func TestQuotationsAreCountedLikeTheAnnex(t *testing.T) {
	ketua, _ := Post("III").Entry()
	if keys := ketua.DutyKeys(); len(keys) != 8 || keys[0] != "duty.III.1" || keys[7] != "duty.III.8" {
		t.Errorf("the Ketua has letters a to h, not %v", keys)
	}
	if keys := ketua.TitleKeys(); !slices.Equal(keys, []string{"posttitle.III"}) {
		t.Errorf("the Ketua is one official, not %v", keys)
	}
	members, _ := Post("V.anggota").Entry()
	if keys := members.TitleKeys(); len(keys) != 4 || keys[3] != "posttitle.V.anggota.4" {
		t.Errorf("Team V has four kinds of members, not %v", keys)
	}
}
