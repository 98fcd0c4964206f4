package incidents

import (
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"siaga/model"
	"siaga/ui/widgets"
)

// pick is a chooser with something chosen.
func (p *Page) pick(choices []widgets.Choice, chosen string) *widgets.Pick {
	pick := widgets.NewPick(p.T("incidents.pick"), choices)
	pick.Nothing = p.T("incidents.pick.nothing")
	pick.SetSelected(chosen)
	return pick
}

// whenInput is an entry for an instant that gives back the very second it was
// shown, as long as nobody typed another minute.
type whenInput struct {
	*widgets.When
	shown model.Instant
}

func (p *Page) when(shown model.Instant) whenInput {
	w := whenInput{widgets.NewWhen(p.whenWords(), p.Doors.Now), shown}
	w.SetValue(shown.Time())
	return w
}

// at is the instant, zero when nothing is typed; what cannot be read is refused
// at the field.
func (w whenInput) at(field string) (model.Instant, error) {
	if w.Empty() {
		return 0, nil
	}
	t, err := w.Value()
	if err != nil {
		return 0, atField(field, err)
	}
	return sameMinute(model.At(t), w.shown), nil
}

// sameMinute gives the exact instant for a typed minute that contains it; who
// types a second means that second.
func sameMinute(typed, exact model.Instant) model.Instant {
	if exact.Known() && typed%60 == 0 && typed <= exact && exact.Sub(typed) < time.Minute {
		return exact
	}
	return typed
}

func (p *Page) whenWords() widgets.WhenWords {
	zone, _ := p.desk.Zone()
	words := widgets.WhenWords{
		Now: p.T("incidents.now"), Placeholder: p.Book.Stamp(p.Doors.Now()), Zone: zone, Format: p.Book.Stamp,
		Parse: func(text string) (time.Time, error) { return p.Book.ParseInstant(text, p.Doors.Now()) },
	}
	for i := range words.Months {
		words.Months[i] = p.T("month." + strconv.Itoa(i+1))
	}
	for i := range words.Days {
		words.Days[i] = p.T("day.short." + strconv.Itoa((i+1)%7))
	}
	return words
}

// orText is a chooser that also takes what is not in its list.
type orText struct{ *widgets.Pick }

const asText = "text:" // begins the key of what was typed

func (p *Page) pickOrText(choices func() []widgets.Choice) orText {
	o := orText{p.pick(choices(), "")}
	o.AddWord = func(query string) string { return p.T("incidents.pick.text", "Text", query) }
	o.OnAdd = func(query string) {
		o.set(choices(), "", strings.TrimSpace(query))
		if o.OnChange != nil {
			o.OnChange(o.Selected())
		}
	}
	return o
}

// set chooses one of the list, or else shows the text.
func (o orText) set(choices []widgets.Choice, key, text string) {
	if key == "" && text != "" {
		key = asText + text
		choices = append(choices, widgets.Choice{Key: key, Title: text})
	}
	o.SetChoices(choices)
	o.SetSelected(key)
}

// value is what was chosen: a key of the list, or a text.
func (o orText) value() (key, text string) {
	if text, told := strings.CutPrefix(o.Selected(), asText); told {
		return "", text
	}
	return o.Selected(), ""
}

// ticks are boxes to tick for a few choices.
type ticks struct {
	box   *fyne.Container
	keys  []string
	boxes []*widgets.Check
}

func newTicks(choices []widgets.Choice, ticked []string) *ticks {
	t := &ticks{box: container.NewVBox()}
	for _, c := range choices {
		t.add(c, false)
	}
	for _, key := range ticked {
		t.tick(key)
	}
	return t
}

func (t *ticks) add(c widgets.Choice, ticked bool) {
	box := widgets.NewCheck(c.Title, nil)
	box.SetChecked(ticked)
	t.keys, t.boxes = append(t.keys, c.Key), append(t.boxes, box)
	t.box.Add(box)
}

func (t *ticks) tick(key string) bool {
	for i, k := range t.keys {
		if k == key {
			t.boxes[i].SetChecked(true)
			return true
		}
	}
	return false
}

// ticked are the keys with a tick.
func (t *ticks) ticked() (keys []string) {
	for i, box := range t.boxes {
		if box.Checked {
			keys = append(keys, t.keys[i])
		}
	}
	return keys
}
