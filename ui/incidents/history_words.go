package incidents

import (
	"encoding/json"
	"strings"

	"siaga/locales"
	"siaga/model"
)

// fieldLabel names a field of a history; families such as passed/1.3 by their first
// part, and by the step that they are about.
func (p *Page) fieldLabel(field string) string {
	family, key, _ := strings.Cut(field, "/")
	label := p.T("field." + family)
	switch family {
	case "passed":
		if _, step, ok := strings.Cut(key, "."); ok && len(step) == 1 {
			return label + ": " + p.stepWord(model.Step(step[0]-'0'))
		}
	case "paper":
		return p.paperName(key)
	}
	return label
}

// value is a value of a history in words; what has no words of its own is said to be
// recorded, because JSON is not for people.
func (p *Page) value(field string, raw json.RawMessage) string {
	if len(raw) == 0 || string(raw) == "null" {
		return ""
	}
	family, _, _ := strings.Cut(field, "/")
	read, known := readers[family]
	if !known {
		read = readText
	}
	words, err := read(p, raw)
	if err != nil {
		return p.T("incidents.history.recorded")
	}
	return words
}

// reader turns a JSON value into words.
type reader func(*Page, json.RawMessage) (string, error)

// readers are the fields whose value is more than a text.
var readers = map[string]reader{
	"class":    reads(func(p *Page, v model.Class) string { return wordOf(p, v) }),
	"channel":  reads(func(p *Page, v model.Channel) string { return wordOf(p, v) }),
	"tlp":      reads(func(p *Page, v model.TLP) string { return wordOf(p, v) }),
	"risk":     reads(func(p *Page, v model.Risk) string { return wordOf(p, v) }),
	"priority": reads(func(p *Page, v model.Priority) string { return wordOf(p, v) }),

	"happenedAt": readInstant, "knownAt": readInstant, "reportedAt": readInstant, "receivedAt": readInstant,
	"answeredAt": readInstant, "resumed": readInstant,

	"personalData": reads((*Page).yesNo), "vital": reads((*Page).yesNo),
	"agency":   reads(func(p *Page, v model.AgencyID) string { return p.names.agencies[v] }),
	"system":   reads(func(p *Page, v model.SystemID) string { return p.names.system(v, "") }),
	"category": reads(func(p *Page, v string) string { return p.names.category(v) }),
	"systems": reads(func(p *Page, v []model.SystemID) string {
		return joined(each(v, func(id model.SystemID) string { return p.names.system(id, "") })...)
	}),
	"persons": reads(func(p *Page, v []model.PersonID) string { return joined(p.names.persons(v)...) }),
	"teams": reads(func(p *Page, v []string) string {
		return joined(each(v, func(t string) string { return p.T(model.TeamKey(t)) })...)
	}),
	"links": reads(func(p *Page, v []string) string { return joined(each(v, p.ticket)...) }),

	"reporter": reads(func(_ *Page, v model.Reporter) string { return joined(v.Name, v.Position, v.Agency, v.Phone, v.Email) }),
	"policy":   reads((*Page).policyWords),
	"paper":    reads(func(p *Page, v model.PaperNumber) string { return joined(v.Number, p.dateTime(v.Date)) }),
	"passed":   reads(func(p *Page, v model.Passage) string { return joined(p.dateTime(v.At), v.Note) }),
	"classifications": reads(func(p *Page, v model.Classification) string {
		return joined(wordOf(p, v.Class), p.dateTime(v.At), v.Reason)
	}),
	"pause": reads(func(p *Page, v model.Pause) string {
		return joined(wordOf(p, v.Reason), p.dateTime(v.From), p.T("incidents.history.expected", "At", p.dateTime(v.Expected)), v.Note)
	}),
	"reopened": reads(func(p *Page, v model.Reopening) string { return joined(p.dateTime(v.At), p.stepWord(v.Step), v.Reason) }),
	"ended": reads(func(p *Page, v model.Ending) string {
		of := ""
		if v.Duplicate != "" {
			of = p.ticket(string(v.Duplicate))
		}
		return joined(wordOf(p, v.Outcome), of, p.dateTime(v.At), v.Reason)
	}),

	"chronology": reads(func(p *Page, v model.Occurrence) string { return joined(p.dateTime(v.At), v.Text) }),
	"notes":      reads(func(p *Page, v model.Note) string { return joined(p.dateTime(v.At), v.Text) }),
	"actions":    reads(func(p *Page, v model.Action) string { return joined(wordOf(p, v.Phase), p.dateTime(v.At), v.Text) }),
	"evidence": reads(func(p *Page, v model.Evidence) string {
		return joined(v.Name, p.dateTime(v.At), v.Description, v.Location, v.SHA256)
	}),
	"notices": reads(func(p *Page, v model.Notice) string {
		return joined(wordOf(p, v.To), p.dateTime(v.At), v.Number, v.Text)
	}),
}

// readText is a plain text.
var readText = reads(func(_ *Page, v string) string { return v })

var readInstant = reads((*Page).dateTime)

func reads[T any](words func(*Page, T) string) reader {
	return func(p *Page, raw json.RawMessage) (string, error) {
		var v T
		err := json.Unmarshal(raw, &v)
		return words(p, v), err
	}
}

// policyWords are the promises of each class and from when they count.
func (p *Page) policyWords(policy model.Policy) string {
	var parts []string
	for _, class := range model.Classes {
		t := policy.Targets[class]
		parts = append(parts, p.T("incidents.history.policy", "Class", locales.Worded(class),
			"Response", p.Book.Duration(t.Response.Duration()), "Resolution", p.Book.Duration(t.Resolution.Duration())))
	}
	return joined(append(parts, p.Book.Word(policy.Basis))...)
}

// joined leaves out what is empty.
func joined(parts ...string) string {
	return strings.Join(each(parts, func(s string) string { return s }), " · ")
}
