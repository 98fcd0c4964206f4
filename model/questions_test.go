package model

import (
	"strings"
	"testing"
)

func TestTenAnswersAddUp(t *testing.T) {
	for answers, want := range map[Answers]int{
		"CCCCCCCCCC": 10,
		"ACCCCCCCCC": 14,
		"BBBBBBBBBB": 20,
		"AAAAACCCCC": 30,
		"AAAAAAAAAA": 50,
		"CCCCCCCCCA": 14,
	} {
		if got, err := Score(answers); err != nil || got != want {
			t.Errorf("%s: %d, %v; want %d", answers, got, err, want)
		}
	}
}

func TestAnythingButTenLettersIsRefused(t *testing.T) {
	for _, answers := range []Answers{"", "AAAAAAAAA", "AAAAAAAAAAA", "AAAAAAAAAD", "aaaaaaaaaa", "AAAAA AAAA", "éAAAAAAAA"} {
		_, err := Score(answers)
		r, ok := AsRefusal(err)
		if !ok || r.Key != "refuse.answers" || r.Field != "answers" {
			t.Errorf("%q: %v", answers, err)
		}
	}
}

func TestTheThresholdsOfBothTables(t *testing.T) {
	for _, c := range []struct {
		score      int
		bssn, kami Class
	}{
		{10, Rendah, Rendah},
		{15, Rendah, Rendah},
		{16, Tinggi, Tinggi},
		{34, Tinggi, Tinggi},
		{35, Tinggi, Strategis},
		{36, Strategis, Strategis},
		{50, Strategis, Strategis},
	} {
		if got := ClassOf(c.score, TableBSSN); got != c.bssn {
			t.Errorf("%d by BSSN 8/2020 is %s, want %s", c.score, got, c.bssn)
		}
		if got := ClassOf(c.score, TableKAMI); got != c.kami {
			t.Errorf("%d by KAMI is %s, want %s", c.score, got, c.kami)
		}
		if ClassOf(c.score, "") != c.bssn {
			t.Errorf("%d without a table is not read by BSSN 8/2020", c.score)
		}
	}
}

func TestTheTablesDisagreeAt35Alone(t *testing.T) {
	for score := 10; score <= 50; score++ {
		if Ambiguous(score) != (score == 35) {
			t.Errorf("%d: ambiguous is %v", score, Ambiguous(score))
		}
	}
	for _, letter := range Choices {
		if _, err := Score(Answers(strings.Repeat(letter, Questions))); err != nil {
			t.Errorf("%s is a choice and refused: %v", letter, err)
		}
	}
}
