package model

import (
	"encoding/json"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// ExcerptVersion is the version of excerpts that this program writes, and the
// newest it reads.
const ExcerptVersion = 1

// Excerpt is what another CSIRT is told of an incident: no events, no reporter,
// no persons, no notes and not the report itself. Of what may hold personal data
// it has a summary that was written for it, and the texts that somebody has read
// and ticked.
type Excerpt struct {
	V       int    `json:"v"`
	Ticket  Ticket `json:"ticket"` // at the CSIRT that shares it
	TLP     TLP    `json:"tlp"`
	Summary string `json:"summary"`

	Category     Category `json:"category,omitzero"` // without its team
	Class        Class    `json:"class,omitempty"`
	Risk         Risk     `json:"risk,omitempty"`
	Priority     Priority `json:"priority,omitempty"`
	Vital        bool     `json:"vital,omitempty"`
	PersonalData bool     `json:"personalData,omitempty"`
	Step         Step     `json:"step,omitempty"`
	Outcome      Outcome  `json:"outcome,omitempty"`

	HappenedAt  Instant `json:"happenedAt,omitzero"`
	KnownAt     Instant `json:"knownAt,omitzero"`
	ReceivedAt  Instant `json:"receivedAt,omitzero"`
	CompletedAt Instant `json:"completedAt,omitzero"`

	Indicators []string          `json:"indicators,omitempty"` // addresses, domain names, hashes, …
	Texts      map[string]string `json:"texts,omitempty"`      // by the field of the incident, see [Shareable]
}

// Shareable are the texts of an incident that may be shared once they were read
// and ticked, in the order in which they are offered. Each may hold personal
// data; what is not here is never shared.
var Shareable = []string{"affected", "impact", "analysis", "rootCause", "lessons", "recommendations", "announcement"}

// ShareableText is one of those texts as it stands.
func (i Incident) ShareableText(field string) (text string) {
	for _, f := range IncidentFields {
		if f.Name == field && slices.Contains(Shareable, field) {
			text = *f.into(&i).(*string)
		}
	}
	return text
}

// Indicators are the links of an incident that name no other incident.
func (i Incident) Indicators() (out []string) {
	for _, link := range i.Links {
		if _, isIncident := Raw(link); !isIncident {
			out = append(out, link)
		}
	}
	return out
}

// The most that an excerpt holds, in characters.
const (
	mostText       = 20_000
	mostLine       = 500
	mostTicket     = 64
	mostIndicators = 200
)

// Excerpt tells another CSIRT of the incident: with a summary, indicators, and
// the texts of these fields as far as they were filled in. It refuses an empty
// summary, what is too long, and a field that is never shared.
func (i Incident) Excerpt(summary string, indicators, fields []string, category Category) (Excerpt, error) {
	category.Team = ""
	e := Excerpt{
		V: ExcerptVersion, Ticket: i.Ticket, TLP: i.TLP, Summary: strings.TrimSpace(summary), Category: category,
		Class: i.Class, Risk: i.Risk, Priority: i.Priority, Vital: i.Vital, PersonalData: i.PersonalData, Step: i.Step, Outcome: i.Outcome,
		HappenedAt: i.HappenedAt, KnownAt: i.KnownAt, ReceivedAt: i.ReceivedAt, CompletedAt: i.CompletedAt,
		Indicators: indicators, Texts: map[string]string{},
	}
	for _, field := range fields {
		if !slices.Contains(Shareable, field) {
			return e, RefuseAt("with", "refuse.share-field", "Name", field, "Choices", strings.Join(Shareable, ", "))
		}
		if text := i.ShareableText(field); text != "" {
			e.Texts[field] = text
		}
	}
	return e, e.check()
}

// check holds for what is written and for what is read.
func (e Excerpt) check() error {
	switch {
	case e.Summary == "":
		return RefuseAt("summary", "refuse.share-summary", "Ticket", string(e.Ticket))
	case utf8.RuneCountInString(e.Summary) > mostText:
		return tooLong("summary", mostText)
	case len(e.Indicators) > mostIndicators:
		return RefuseAt("indicators", "refuse.share-indicators", "Most", mostIndicators)
	}
	for _, line := range e.Indicators {
		if utf8.RuneCountInString(line) > mostLine {
			return tooLong("indicators", mostLine)
		}
	}
	for _, field := range Shareable {
		if utf8.RuneCountInString(e.Texts[field]) > mostText {
			return tooLong(field, mostText)
		}
	}
	return nil
}

func tooLong(field string, most int) error {
	return RefuseAt(field, "refuse.share-long", "Field", field, "Most", most)
}

// Fields are the texts that the excerpt has, in their order.
func (e Excerpt) Fields() (fields FieldNames) {
	for _, field := range Shareable {
		if e.Texts[field] != "" {
			fields = append(fields, field)
		}
	}
	return fields
}

// Encode is the excerpt as a file carries it.
func (e Excerpt) Encode() ([]byte, error) { return json.Marshal(e) }

// DecodeExcerpt reads what another CSIRT has written. It refuses what a newer
// program wrote, and everything that [Excerpt.Encode] would not give; control
// characters, and those that turn the direction of writing, are left out.
func DecodeExcerpt(b []byte) (Excerpt, error) {
	var e Excerpt
	if json.Unmarshal(b, &e) != nil || e.V < 1 {
		return Excerpt{}, Refuse("refuse.bundle-damaged")
	}
	if e.V > ExcerptVersion {
		return Excerpt{}, Refuse("refuse.bundle-newer")
	}
	e.clean()
	if !e.sound() || e.check() != nil {
		return Excerpt{}, Refuse("refuse.bundle-damaged")
	}
	return e, nil
}

func (e *Excerpt) clean() {
	e.Ticket, e.Summary = Ticket(CleanLine(string(e.Ticket))), cleanText(e.Summary)
	for _, line := range []*string{&e.Category.Code, &e.Category.Indonesian, &e.Category.English, &e.Category.RSIT} {
		*line = CleanLine(*line)
	}
	e.Category.Team = ""
	for n, line := range e.Indicators {
		e.Indicators[n] = CleanLine(line)
	}
	for field, text := range e.Texts {
		e.Texts[field] = cleanText(text)
	}
}

// sound reports whether the closed sets hold and the names are as short as
// names are.
func (e Excerpt) sound() bool {
	for field := range e.Texts {
		if !slices.Contains(Shareable, field) {
			return false
		}
	}
	for _, name := range []string{e.Category.Code, e.Category.Indonesian, e.Category.English, e.Category.RSIT} {
		if utf8.RuneCountInString(name) > mostLine {
			return false
		}
	}
	if utf8.RuneCountInString(string(e.Ticket)) > mostTicket {
		return false
	}
	return e.Ticket != "" && e.TLP != "" && e.Step >= 0 && e.Step <= StepDone && firstError(choose("tlp", e.TLP, TLPs),
		choose("class", e.Class, Classes), choose("risk", e.Risk, Risks), choose("priority", e.Priority, Priorities),
		choose("outcome", e.Outcome, Outcomes)) == nil
}

// CleanLine is a text from outside as one line without control characters.
func CleanLine(text string) string { return strings.Join(strings.Fields(cleanText(text)), " ") }

// cleanText leaves line ends and tabs.
func cleanText(text string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' || unicode.In(r, unicode.Bidi_Control) {
			return -1
		}
		return r
	}, text))
}
