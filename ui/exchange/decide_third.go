package exchange

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"siaga/app"
	"siaga/locales"
	"siaga/model"
	"siaga/ui/widgets"
)

// The fields whose value is more than a text.
var (
	lineFields    = []string{"letterhead", "legalBasis", "addressee", "copiesTo", "toBSSN", "copyBSSN", "toLembaga", "toAPH"}
	instantFields = []string{"happenedAt", "knownAt", "reportedAt", "receivedAt", "answeredAt", "from", "to", "startAt", "endAt"}
	yesNoFields   = []string{"personalData", "vital", "crime", "example"}
	notTyped      = []string{"policy", "categories", "emblem", "answers", "ticket", "confirmDays", "backupDays", "strYears"}
)

// third is an input for a value of one's own, with what is shown now in it; nil
// for fields that are written on a page of their own.
func (o *one) third() fyne.CanvasObject {
	family, _, isFamily := strings.Cut(o.Field, "/")
	if o.Kind != app.DecideValues && o.Kind != app.DecideEarly || isFamily && family != "resumed" || slices.Contains(notTyped, o.Field) {
		return nil
	}
	switch shown := o.shown(); {
	case o.Field == "reporter":
		return o.askReporter(shown)
	case slices.Contains(lineFields, o.Field):
		return o.askLines(shown)
	case slices.Contains(instantFields, o.Field) || isFamily:
		return o.askInstant(shown)
	case slices.Contains(yesNoFields, o.Field):
		yes, no := widgets.Choice{Key: "true", Title: o.d.T("common.yes")}, widgets.Choice{Key: "false", Title: o.d.T("common.no")}
		return o.askPick(string(shown), []widgets.Choice{yes, no}, func(key string) any { return key == "true" })
	default:
		if choices := o.choices(); choices != nil {
			return o.askPick(textOf(shown), choices, func(key string) any { return key })
		}
		return o.askText(shown)
	}
}

// shown is the value that every page shows: the one written last.
func (o *one) shown() json.RawMessage {
	shown := o.Values[0]
	for _, r := range o.Values {
		if r.At >= shown.At {
			shown = r
		}
	}
	return shown.Value
}

func textOf(raw json.RawMessage) (text string) {
	_ = json.Unmarshal(raw, &text) // what is no text is none
	return text
}

func (o *one) askText(shown json.RawMessage) fyne.CanvasObject {
	entry := widgets.NewLongEntry("", 3)
	entry.SetText(textOf(shown))
	o.read = func() (json.RawMessage, error) { return json.Marshal(entry.Text) }
	return entry
}

func (o *one) askLines(shown json.RawMessage) fyne.CanvasObject {
	var lines []string
	_ = json.Unmarshal(shown, &lines) // what cannot be read is typed anew
	entry := widgets.NewLongEntry("", 4)
	entry.SetText(strings.Join(lines, "\n"))
	o.read = func() (json.RawMessage, error) {
		return json.Marshal(strings.FieldsFunc(entry.Text, func(r rune) bool { return r == '\n' }))
	}
	return entry
}

func (o *one) askInstant(shown json.RawMessage) fyne.CanvasObject {
	var at model.Instant
	_ = json.Unmarshal(shown, &at) // what cannot be read is typed anew
	when := widgets.NewWhen(o.d.whenWords(), o.d.Doors.Now)
	when.SetValue(at.Time())
	o.read = func() (json.RawMessage, error) {
		if when.Empty() {
			return json.RawMessage(`""`), nil
		}
		t, err := when.Value()
		if err != nil {
			return nil, atValue(err)
		}
		return json.Marshal(model.At(t))
	}
	return when
}

func (o *one) askPick(chosen string, choices []widgets.Choice, value func(key string) any) fyne.CanvasObject {
	pick := widgets.NewPick(o.d.T("incidents.pick"), choices)
	pick.Nothing = o.d.T("incidents.pick.nothing")
	pick.SetSelected(chosen)
	o.read = func() (json.RawMessage, error) {
		if pick.Selected() == "" {
			return nil, model.RefuseAt("value", "refuse.required")
		}
		return json.Marshal(value(pick.Selected()))
	}
	return pick
}

func (o *one) askReporter(shown json.RawMessage) fyne.CanvasObject {
	var r model.Reporter
	_ = json.Unmarshal(shown, &r) // what cannot be read is typed anew
	var fields []*widgets.Field
	parts := map[string]*string{"reporterName": &r.Name, "reporterPosition": &r.Position, "reporterAgency": &r.Agency, "reporterPhone": &r.Phone, "reporterEmail": &r.Email}
	for _, name := range []string{"reporterName", "reporterPosition", "reporterAgency", "reporterPhone", "reporterEmail"} {
		entry, part := widgets.NewEntry(""), parts[name]
		entry.SetText(*part)
		entry.OnChanged = func(text string) { *part = text }
		fields = append(fields, widgets.NewField(name, o.d.T("field."+name), entry))
	}
	o.read = func() (json.RawMessage, error) { return json.Marshal(r) }
	return widgets.NewForm(fields...)
}

// atValue puts a refusal under the input.
func atValue(err error) error {
	if r, ok := model.AsRefusal(err); ok {
		return &model.Refusal{Key: r.Key, Field: "value", Args: r.Args}
	}
	return err
}

// choices are what can be chosen for the field, nil when it is a text.
func (o *one) choices() (out []widgets.Choice) {
	switch b := o.d.Book; o.Field {
	case "class":
		return choicesOf(b, model.Classes)
	case "channel":
		return choicesOf(b, model.Channels)
	case "tlp":
		return choicesOf(b, model.TLPs)
	case "risk":
		return choicesOf(b, model.Risks)
	case "priority":
		return choicesOf(b, model.Priorities)
	case "standing":
		return choicesOf(b, model.Standings)
	case "table":
		return choicesOf(b, model.Tables)
	case "post":
		for _, e := range model.Posts {
			out = append(out, widgets.Choice{Key: string(e.Post), Title: b.Word(e.Post)})
		}
	case "category":
		for _, c := range o.d.desk.Office().Categories {
			code, _ := json.Marshal(c.Code)
			out = append(out, widgets.Choice{Key: c.Code, Title: b.Recorded("category", code, o.d.desk), Subtitle: c.Code})
		}
	case "person", "head":
		for _, m := range o.d.desk.People() {
			out = append(out, widgets.Choice{Key: string(m.ID), Title: m.Name, Subtitle: m.JobTitle})
		}
	case "agency":
		for _, a := range o.d.desk.Agencies() {
			out = append(out, widgets.Choice{Key: string(a.ID), Title: a.Name, Subtitle: a.Short})
		}
	case "system":
		for _, y := range o.d.desk.Systems() {
			out = append(out, widgets.Choice{Key: string(y.ID), Title: y.Name, Subtitle: y.URL})
		}
	}
	return out
}

// worded is a value of a closed set as it is recorded.
type worded interface {
	~string
	locales.Worded
}

func choicesOf[T worded](b *locales.Book, set []T) (out []widgets.Choice) {
	for _, v := range set {
		out = append(out, widgets.Choice{Key: string(v), Title: b.Word(v)})
	}
	return out
}

// whenWords are the words of a calendar in the page's language.
func (p *Page) whenWords() widgets.WhenWords {
	zone, _ := p.desk.Zone()
	w := widgets.WhenWords{Zone: zone, Now: p.T("people.now"), Placeholder: p.T("people.whenexample"), Format: p.Book.Stamp,
		Parse: func(text string) (time.Time, error) { return p.Book.ParseInstant(text, p.Doors.Now()) }}
	for i := range w.Months {
		w.Months[i] = p.T("month." + strconv.Itoa(i+1))
	}
	for i := range w.Days {
		w.Days[i] = p.T("day.short." + strconv.Itoa((i+1)%7))
	}
	return w
}
