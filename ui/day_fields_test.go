package ui

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"siaga/app"
	"siaga/locales"
	"siaga/model"
	"siaga/ui/widgets"
)

// answer is a field of an order: its name there, which is the field's in the
// window too, and what was told.
type answer struct {
	name  string
	value any
}

// answers are the fields of an order that were told.
func answers(command reflect.Value) (list []answer) {
	for i := range command.NumField() {
		field, name := command.Field(i), command.Type().Field(i).Tag.Get("json")
		switch {
		case command.Type().Field(i).Anonymous:
			list = append(list, answers(field)...)
		case field.IsZero():
		case field.Kind() == reflect.Pointer:
			list = append(list, answer{name, field.Elem().Interface()})
		default:
			list = append(list, answer{name, field.Interface()})
		}
	}
	return list
}

// field is the visible field of a name, nil when there is none.
func (o *office) field(name string) (found *widgets.Field) {
	walk(o.top(), func(c fyne.CanvasObject) {
		if f, ok := c.(*widgets.Field); ok && f.ID == name {
			found = f
		}
	})
	return found
}

// fill answers a field as a person does: typing, choosing from a list, ticking.
func (o *office) fill(name string, value any) {
	o.Helper()
	f := o.field(name)
	if f == nil {
		o.Fatalf("no field %q among %q", name, texts(o.top()))
	}
	switch input := f.Input.(type) {
	case *widgets.Pick:
		o.choose(input, name, value)
	case *widgets.Check:
		if input.Checked != value.(bool) {
			test.Tap(input)
		}
	case *widgets.Entry:
		o.overwrite(input, o.typed(name, value))
	default:
		o.fillWhole(f, value)
	}
}

// fillWhole answers a field that is made of several parts.
func (o *office) fillWhole(f *widgets.Field, value any) {
	o.Helper()
	switch value := value.(type) {
	case model.Instant:
		o.overwrite(entryOf(f), o.typed(f.ID, value))
	case string: // beside a button
		o.overwrite(entryOf(f), value)
	case model.Answers:
		o.answerQuestions(f, string(value))
	default:
		o.Fatalf("nobody knows how to tell %v to %T", value, f.Input)
	}
}

func (o *office) overwrite(e fyne.Focusable, words string) {
	o.window.Canvas().Focus(e)
	e.(interface{ SetText(string) }).SetText("")
	o.write(words)
	o.window.Canvas().FocusNext() // leaves the entry, which tidies what was typed
}

// entryOf is the entry of a field that has other things beside it.
func entryOf(f *widgets.Field) (found fyne.Focusable) {
	walk(f, func(c fyne.CanvasObject) {
		if _, ok := c.(interface{ SetText(string) }); ok && found == nil {
			if e, ok := c.(fyne.Focusable); ok {
				found = e
			}
		}
	})
	return found
}

// typed is what a person types for a value.
func (o *office) typed(name string, value any) string {
	switch v := value.(type) {
	case model.Instant:
		switch {
		case name == "from":
			return o.book.Date(v.Time())
		case name == "to": // the order names the midnight after the last day
			return o.book.Date(v.Time().Add(-time.Second))
		case v%60 != 0:
			return o.book.Stamp(v.Time()) + "." + strconv.Itoa(100 + int(v%60))[1:]
		}
		return o.book.Stamp(v.Time())
	case []string:
		return strings.Join(v, "\n")
	}
	return reflect.ValueOf(value).String()
}

// choose opens a list, types what is looked for and goes down to it.
func (o *office) choose(pick *widgets.Pick, name string, value any) {
	o.Helper()
	key, query := o.sought(name, value)
	if pick.Selected() == key {
		return
	}
	for down := range 40 {
		o.window.Canvas().Focus(pick)
		o.key(fyne.KeyReturn)
		o.write(query)
		for range down {
			o.key(fyne.KeyDown)
		}
		o.key(fyne.KeyReturn)
		if pick.Selected() == key {
			return
		}
	}
	o.Fatalf("field %q does not offer %v as %q", name, value, query)
}

// sought is the key of a choice and what is typed to find it.
func (o *office) sought(name string, value any) (key, query string) {
	switch v := value.(type) {
	case app.PersonRef:
		p := o.person(v)
		return string(p.ID), p.Name
	case app.AgencyRef:
		a := o.agency(v)
		return string(a.ID), a.Name
	case app.SystemRef:
		s := o.system(v)
		return string(s.ID), s.Name
	case app.IncidentRef:
		i := o.incident(v)
		return string(i.ID), string(i.Ticket)
	case model.Step:
		return strconv.Itoa(int(v)), o.book.T(v.WordKey() + ".short")
	case locales.Worded:
		return reflect.ValueOf(v).String(), o.book.Word(v)
	case string:
		if name == "category" {
			return v, v
		}
		return v, ""
	}
	o.Fatalf("nobody knows how to look for %v in a list", value)
	return "", ""
}

// tell answers a chooser in its own words, which its last line takes as they are.
func (o *office) tell(name, words string) {
	o.window.Canvas().Focus(o.field(name).Input.(*widgets.Pick))
	o.key(fyne.KeyReturn)
	o.write(words)
	for range 60 {
		o.key(fyne.KeyDown)
	}
	o.key(fyne.KeyReturn)
}

// tickExactly ticks exactly these of the boxes of a field; who is not among them is
// chosen from the list below.
func (o *office) tickExactly(name string, words []string) {
	o.Helper()
	f := o.field(name)
	ticked := map[string]bool{}
	var list *widgets.Pick
	walk(f, func(c fyne.CanvasObject) {
		switch c := c.(type) {
		case *widgets.Check:
			if want := slices.Contains(words, c.Text); want != c.Checked {
				test.Tap(c)
			}
			ticked[c.Text] = true
		case *widgets.Pick:
			list = c
		}
	})
	for _, w := range words {
		if !ticked[w] {
			o.window.Canvas().Focus(list)
			o.key(fyne.KeyReturn)
			o.write(w)
			o.key(fyne.KeyReturn)
		}
	}
}

// mistakes are the sentences of what is wrong by the field at which they stand,
// or under "" when they stand above all fields.
func (o *office) mistakes() map[string]string {
	found := map[string]string{}
	walk(o.top(), func(c fyne.CanvasObject) {
		switch c := c.(type) {
		case *widgets.Field:
			if c.Error() != "" {
				found[c.ID] = c.Error()
			}
		case *widgets.Banner:
			if words := texts(c); o.asked() && len(words) > 0 {
				found[""] = words[0]
			}
		}
	})
	return found
}

// answerQuestions chooses A, B or C of the ten questions.
func (o *office) answerQuestions(f *widgets.Field, letters string) {
	var questions []*widgets.Chips
	walk(f, func(c fyne.CanvasObject) {
		if chips, ok := c.(*widgets.Chips); ok {
			questions = append(questions, chips)
		}
	})
	for i, letter := range letters {
		if chosen := questions[i].Active(); len(chosen) == 0 || chosen[0] != string(letter) {
			questions[i].Toggle(string(letter))
		}
	}
}

func (o *office) incident(ref app.IncidentRef) model.Incident {
	o.Helper()
	i, err := o.desk.Incident(ref)
	if err != nil {
		o.Fatal(err)
	}
	return i
}

func (o *office) person(ref app.PersonRef) (found model.Person) {
	for _, p := range o.desk.People() {
		if p.Name == string(ref) || p.ID == model.PersonID(ref) {
			found = p
		}
	}
	return found
}

func (o *office) agency(ref app.AgencyRef) (found model.Agency) {
	for _, a := range o.desk.Agencies() {
		if a.Name == string(ref) || a.Short == string(ref) || a.ID == model.AgencyID(ref) {
			found = a
		}
	}
	return found
}

func (o *office) system(ref app.SystemRef) (found model.System) {
	for _, s := range o.desk.Systems() {
		if s.Name == string(ref) || s.ID == model.SystemID(ref) {
			found = s
		}
	}
	return found
}
