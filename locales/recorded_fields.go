package locales

import (
	"encoding/json"

	"siaga/model"
)

// reader turns a recorded JSON value into words.
type reader func(teller, json.RawMessage) (string, error)

// readers are the fields whose value is more than a text; a name with a slash
// is that of a family.
var readers = map[string]reader{
	"class": readWord[model.Class](), "channel": readWord[model.Channel](), "tlp": readWord[model.TLP](),
	"risk": readWord[model.Risk](), "priority": readWord[model.Priority](), "standing": readWord[model.Standing](),
	"post": readWord[model.Post](), "table": readWord[model.Table](), "kind": readWord[model.AgencyKind](),

	"happenedAt": readInstant, "knownAt": readInstant, "reportedAt": readInstant, "receivedAt": readInstant,
	"answeredAt": readInstant, "respondedAt": readInstant, "resumed/": readInstant, "from": readInstant, "to": readInstant,
	"startAt": readInstant, "endAt": readInstant,

	"personalData": reads(teller.yesNo), "dataBreach": reads(teller.yesNo), "vital": reads(teller.yesNo), "crime": reads(teller.yesNo), "example": reads(teller.yesNo),
	"agency": reads(teller.agency), "system": reads(teller.system), "person": reads(teller.person), "head": reads(teller.person), "category": reads(teller.category),
	"systems": readList(teller.system), "persons": readList(teller.person), "links": readList(teller.ticket), "tags": readLines,
	"erased":     readList(func(t teller, field string) string { return t.FieldLabel(field) }),
	"ground":     readWord[model.Ground](),
	"teams":      readList(func(t teller, team string) string { return t.T(model.TeamKey(team)) }),
	"letterhead": readLines, "legalBasis": readLines, "addressee": readLines, "copiesTo": readLines,
	"toBSSN": readLines, "copyBSSN": readLines, "toLembaga": readLines, "toAPH": readLines,
	"paper":      reads(func(t teller, size string) string { return t.T("settings.paper." + size) }),
	"categories": readList(func(_ teller, c model.Category) string { return c.Code }),

	"reporter": reads(func(_ teller, v model.Reporter) string { return reporter(v) }),
	"policy":   reads(teller.policy),
	"policy/":  reads(teller.settledPolicy),
	"paper/":   reads(func(t teller, v model.PaperNumber) string { return dotted(v.Number, t.instant(v.Date)) }),
	"passed/":  reads(func(t teller, v model.Passage) string { return dotted(t.instant(v.At), v.Signed().Note) }),
	"classifications": reads(func(t teller, v model.Classification) string {
		return dotted(word(t, v.Class), t.instant(v.At), v.Reason)
	}),
	"pause/": reads(func(t teller, v model.Pause) string {
		return dotted(word(t, v.Reason), t.instant(v.From), t.T("incidents.history.expected", "At", v.Expected), v.Note)
	}),
	"reopened/": reads(func(t teller, v model.Reopening) string { return dotted(t.instant(v.At), t.stepWord(v.Step), v.Reason) }),
	"ended/": reads(func(t teller, v model.Ending) string {
		of := ""
		if v.Duplicate != "" {
			of = t.ticket(v.Duplicate)
		}
		return dotted(word(t, v.Outcome), of, t.instant(v.At), v.Reason)
	}),

	"chronology": reads(func(t teller, v model.Occurrence) string { return dotted(t.instant(v.At), v.Text, t.origin(v.Origin)) }),
	"notes":      reads(func(t teller, v model.Note) string { return dotted(t.instant(v.At), v.Text, t.origin(v.Origin)) }),
	"actions": reads(func(t teller, v model.Action) string {
		return dotted(word(t, v.Phase), t.instant(v.At), v.Text, t.origin(v.Origin))
	}),
	"evidence": reads(func(t teller, v model.Evidence) string {
		return dotted(v.Name, t.instant(v.At), v.Description, v.Location, t.file(v), v.SHA256, t.origin(v.Origin))
	}),
	"custody": reads(func(t teller, v model.Custody) string {
		key := "custody.handover"
		if v.From == "" {
			key = "custody.handover.found"
		}
		return dotted(t.T(key, "From", v.From, "To", v.To), t.instant(v.At), v.Purpose, v.Location, t.origin(v.Origin))
	}),
	"notices": reads(func(t teller, v model.Notice) string {
		return dotted(word(t, v.To), t.instant(v.At), v.Number, v.Text, t.origin(v.Origin))
	}),
	"warned":     reads(teller.warning),
	"relayed":    reads(func(t teller, r model.Relay) string { return dotted(t.relay(r), t.instant(r.At)) }),
	"escalation": readList(teller.rung),

	"shares":   reads(teller.sharing),
	"source":   reads(teller.source),
	"reports":  reads(teller.report),
	"partings": reads(func(t teller, v model.Parting) string { return dotted(t.ticket(v.With), t.instant(v.At), v.Reason) }),
}

var (
	readText    = reads(func(_ teller, v string) string { return v })
	readInstant = reads(teller.instant)
	readLines   = readList(func(_ teller, line string) string { return line })
)

func reads[T any](words func(teller, T) string) reader {
	return func(t teller, raw json.RawMessage) (string, error) {
		var v T
		err := json.Unmarshal(raw, &v)
		return words(t, v), err
	}
}

func readList[T any](words func(teller, T) string) reader {
	return reads(func(t teller, list []T) string {
		said := make([]string, len(list))
		for i, v := range list {
			said[i] = words(t, v)
		}
		return dotted(said...)
	})
}

// worded is a value of a closed set as it is recorded.
type worded interface {
	~string
	Worded
}

func readWord[T worded]() reader { return reads(word[T]) }

// word is the word of a value, the value itself when this program has none.
func word[T worded](t teller, v T) string {
	if v == "" || !t.Has(v.WordKey()) {
		return string(v)
	}
	return t.Word(v)
}

// file is the kept file of a piece of evidence, nothing when there is none.
func (t teller) file(v model.Evidence) string {
	if v.File == "" {
		return ""
	}
	return t.T("piece.file", "Name", v.File, "Size", t.Bytes(v.Size))
}
