package app

import (
	"cmp"
	"slices"
	"strings"

	"siaga/model"
)

// Message is what people are told of alarms: one line, and the sentences below.
type Message struct {
	Title    Sentence
	Text     []Sentence
	Incident model.IncidentID // empty when it is about several
	Urgent   bool             // about a Strategis system: no quiet hours hold it back
}

// Messages puts alarms into messages: one for each that comes in time, and a
// single one for all that came late, because the desk was off or they were typed
// in afterwards.
func Messages(alarms []Alarm) (out []Message) {
	var late []Alarm
	for _, a := range alarms {
		if a.CaughtUp {
			late = append(late, a)
		} else {
			out = append(out, a.message())
		}
	}
	switch len(late) {
	case 0:
		return out
	case 1:
		return append(out, late[0].message())
	}
	return append(out, caughtUp(late))
}

// message names ticket, title, class, time left and who is on duty.
func (a Alarm) message() Message {
	return Message{Title: a.headline(), Text: []Sentence{a.about(), a.duty()}, Incident: a.Row.ID, Urgent: a.urgent()}
}

func (a Alarm) headline() Sentence {
	key, left := "warn.left", a.Due.Sub(a.At)
	if left <= 0 {
		key, left = "warn.over", -left
	}
	return Sentence{key, []any{"Ticket", string(a.Row.Ticket), "Class", classWord(a.Row.Class), "Clock", a.Clock, "Left", left}}
}

// about is left without the title where TLP:RED keeps it to those who were told:
// anybody may read a notification on a screen.
func (a Alarm) about() Sentence {
	key := "warn.about"
	if a.Row.TLP == model.TLPRed {
		key = "warn.about.red"
	} else if a.Row.Title == "" {
		key = "warn.about.untitled"
	}
	return Sentence{key, []any{"Title", a.Row.Title, "Percent", a.Percent, "Due", a.Due}}
}

func (a Alarm) duty() Sentence {
	if len(a.OnDuty) == 0 {
		return Sentence{"warn.nobody", nil}
	}
	var names []string
	for _, p := range a.OnDuty {
		names = append(names, p.Name)
	}
	return Sentence{"warn.onduty", []any{"Names", strings.Join(names, ", ")}}
}

// urgent goes by the incident's class, also of a duty; without a class it counts
// as the strictest.
func (a Alarm) urgent() bool { return a.Row.Class == model.Strategis || a.Row.Class == "" }

// caughtUp is the one message about alarms that came late; it names what presses
// most.
func caughtUp(late []Alarm) Message {
	incidents := map[model.IncidentID]bool{}
	for _, a := range late {
		incidents[a.Row.ID] = true
	}
	first := slices.MinFunc(late, func(a, b Alarm) int {
		return cmp.Or(cmp.Compare(classOrder(a.Row.Class), classOrder(b.Row.Class)), cmp.Compare(a.Due, b.Due))
	})
	return Message{
		Title:  Sentence{"warn.late", []any{"Count", len(incidents)}},
		Text:   []Sentence{{"warn.late.first", nil}, first.headline(), first.duty()},
		Urgent: slices.ContainsFunc(late, Alarm.urgent),
	}
}

// classOrder puts the highest class first, and what has none right behind it.
func classOrder(c model.Class) int {
	if c == "" {
		return 1
	}
	return 2 * slices.Index(model.Classes, c)
}

// word is a key as a value that is put into words where it is printed.
type word string

// WordKey is the word.
func (w word) WordKey() string { return string(w) }

// classWord is a class in words, also where there is none yet.
func classWord(c model.Class) any {
	if c == "" {
		return word("today.unclassified")
	}
	return c
}

func compareNames(a, b model.Person) int { return cmp.Compare(a.Name, b.Name) }
