package locales

import (
	"strings"
	"testing"

	"siaga/model"
)

// Keys that package model composes at run time: every value of every closed
// set has its word, and every label, question and quotation its sentence.
func TestEveryValueOfTheModelHasItsWord(t *testing.T) {
	var keys []string
	add := func(more ...string) { keys = append(keys, more...) }
	add(words(model.Classes)...)
	add(words(model.Channels)...)
	add(words(model.TLPs)...)
	add(words(model.Risks)...)
	add(words(model.Priorities)...)
	add(words(model.ActionPhases)...)
	add(words(model.Outcomes)...)
	add(words(model.PauseReasons)...)
	add(words(model.Standings)...)
	add(words(model.Addressees)...)
	add(words(model.Securities)...)
	add(words(model.JoinRules)...)
	add(words(model.LegalStates)...)
	add(words(model.STRStates)...)
	add(words(model.Tables)...)
	add(words(model.AgencyKinds)...)
	add(words([]model.ClockName{model.Response, model.Resolution})...)
	add(words([]model.ClockState{model.NotStarted, model.Running, model.Paused, model.Overdue, model.Kept, model.Breached, model.Stopped})...)
	for _, b := range model.Bases {
		add(b.WordKey(), b.WordKey()+".long")
	}
	for _, a := range model.Activities {
		add(a.Step.WordKey(), a.Step.WordKey()+".short", a.By.WordKey(), a.Phase.WordKey())
		add(words(a.Requires)...)
	}
	for _, p := range model.Posts {
		add(p.Post.WordKey())
		add(p.TitleKeys()...)
		add(p.DutyKeys()...)
	}
	add(words(model.RungPosts())...)
	for _, team := range append([]string{"IX"}, model.HandlingTeams...) {
		add(model.TeamKey(team), model.TeamKey(team)+".long")
	}
	for n := 1; n <= model.Questions; n++ {
		add(model.QuestionKey(n))
		for _, letter := range model.Choices {
			add(model.QuestionKey(n) + "." + strings.ToLower(letter))
		}
	}
	for _, k := range model.Kinds() {
		add("kind." + string(k))
	}
	add(labels()...)
	for _, lang := range Langs() {
		book := Open(lang)
		for _, key := range keys {
			if !book.Has(key) {
				t.Errorf("%s: %q has no sentence", lang, key)
			}
		}
	}
}

func words[T Worded](set []T) []string {
	keys := make([]string, len(set))
	for i, v := range set {
		keys[i] = v.WordKey()
	}
	return keys
}

func labels() []string {
	var keys []string
	keys = append(keys, words(model.IncidentFields)...)
	keys = append(keys, words(model.PersonFields)...)
	keys = append(keys, words(model.AgencyFields)...)
	keys = append(keys, words(model.SystemFields)...)
	keys = append(keys, words(model.SeatFields)...)
	keys = append(keys, words(model.DutyFields)...)
	return append(keys, words(model.OfficeFields)...)
}

// A quotation that the table does not count would never be shown.
func TestEveryQuotationIsCounted(t *testing.T) {
	counted := map[string]bool{}
	for _, p := range model.Posts {
		for _, key := range append(p.TitleKeys(), p.DutyKeys()...) {
			counted[key] = true
		}
	}
	for _, key := range Open(ID).Keys() {
		if (strings.HasPrefix(key, "duty.") || strings.HasPrefix(key, "posttitle.")) && !counted[key] {
			t.Errorf("%q is counted by no post", key)
		}
	}
}
