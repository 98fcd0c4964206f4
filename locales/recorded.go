package locales

import (
	"cmp"
	"encoding/json"
	"strconv"
	"strings"

	"siaga/model"
)

// Names finds what identities stand for; *app.Desk does.
type Names interface {
	Person(model.PersonID) model.Person
	Agency(model.AgencyID) model.Agency
	System(model.SystemID) model.System
	Ticket(model.IncidentID) model.Ticket
	Office() model.Office
}

// FieldLabel is the label of a field as a history names it; a family such as
// passed/1.3 by the step or the paper that it is about.
func (b *Book) FieldLabel(field string) string {
	family, key, _ := strings.Cut(field, "/")
	switch {
	case family == "passed":
		if _, step, ok := strings.Cut(key, "."); ok && len(step) == 1 {
			return b.T("field.passed") + ": " + b.stepWord(model.Step(step[0]-'0'))
		}
	case family == "policy" && key != "":
		return b.T("policy.field", "Date", b.DayDate(model.Date(key)))
	case family == "paper" && key != "":
		kind, _, _ := strings.Cut(key, "/")
		return b.T("incidents.paper." + kind)
	case family == "paper":
		return b.T("settings.paper") // of the office
	}
	if !b.Has("field." + family) {
		return field
	}
	return b.T("field." + family)
}

// Recorded is a recorded value of a field in words: instants in the book's
// zone, closed sets by their words, people and agencies by name. It is empty
// for no value; what has no words of its own is said to be recorded.
func (b *Book) Recorded(field string, value json.RawMessage, names Names) string {
	if len(value) == 0 || string(value) == "null" {
		return ""
	}
	family, _, isFamily := strings.Cut(field, "/")
	if isFamily {
		family += "/"
	}
	read, known := readers[family]
	if !known {
		read = readText
	}
	words, err := read(teller{b, names}, value)
	if err != nil {
		return b.T("incidents.history.recorded")
	}
	return words
}

// teller puts values into words.
type teller struct {
	*Book
	names Names
}

func (b *Book) stepWord(s model.Step) string {
	return strconv.Itoa(int(s)) + " " + b.T(s.WordKey()+".short")
}

func (t teller) instant(at model.Instant) string {
	if !at.Known() {
		return ""
	}
	return t.DateTime(at.Time())
}

func (t teller) yesNo(yes bool) string {
	if yes {
		return t.T("common.yes")
	}
	return t.T("common.no")
}

// category is the name of a code, the code itself when the office dropped it.
func (t teller) category(code string) string {
	c, _ := t.names.Office().Category(code)
	return cmp.Or(t.Category(c), code)
}

// Category is the name of a category in the book's language.
func (b *Book) Category(c model.Category) string {
	if b.lang == EN {
		return c.English
	}
	return c.Indonesian
}

func (t teller) person(id model.PersonID) string { return t.names.Person(id).Name }
func (t teller) agency(id model.AgencyID) string { return t.names.Agency(id).Label() }
func (t teller) system(id model.SystemID) string { return t.names.System(id).Name }
func (t teller) ticket(id model.IncidentID) string {
	return string(t.names.Ticket(id))
}

// dotted leaves out what is empty.
func dotted(parts ...string) string {
	var said []string
	for _, p := range parts {
		if p != "" {
			said = append(said, p)
		}
	}
	return strings.Join(said, " · ")
}
