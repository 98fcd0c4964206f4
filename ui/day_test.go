package ui

import (
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"siaga/app"
	"siaga/model"
	"siaga/ui/widgets"
)

// leftOut are the refusals of the day that the window cannot earn, and why.
var leftOut = map[string]string{
	"refuse.step-order":     "the window offers only the present step",
	"refuse.paused-already": "a paused incident offers to end the pause, not another one",
	"refuse.ended":          "an ended incident is locked: its menu has no such act",
	"refuse.ticket-form":    "the window names incidents by choosing them, never by a reference",
	"refuse.json":           "a line that is torn exists only in a file",
}

// The scripted day, and what the office did on its evening, goes through apply
// and through the window with the same result: once typed in as it happened,
// once written up on the last evening.
func TestTheDayThroughTheWindow(t *testing.T) {
	day, after := readDay(t, "../app/cli/testdata/day.jsonl"), writtenUp(readDay(t, "testdata/office.jsonl"))
	for _, way := range []struct {
		name string
		day  []moment
	}{{"as it happened", asItHappened(day)}, {"written up in the evening", writtenUp(day)}} {
		t.Run(way.name, func(t *testing.T) { playDay(t, append(way.day, after...)) })
	}
}

func playDay(t *testing.T, day []moment) {
	o := openOffice(t, morning)
	_, d := found(t, "orders", func() time.Time { return o.clock.UTC() })
	t.Cleanup(func() { d.Close() })
	applied, known := byOrders{d, newNames()}, newNames()
	count := map[string]int{}
	for _, m := range day {
		o.clock = m.typed
		err := applied.give(m)
		refusal, refused := model.AsRefusal(err)
		if err != nil && !refused {
			t.Fatalf("%s: %v", m.text, err)
		}
		switch outcome := o.give(m, known); {
		case !outcome.offered:
			if !refused || leftOut[refusal.Key] == "" {
				t.Fatalf("the window does not offer %s; apply says %v", m.text, err)
			}
			t.Logf("left out, %s: %s", leftOut[refusal.Key], m.text)
			count["left out"]++
		case refused:
			o.checkRefusal(m, refusal, outcome)
			count["refused"]++
		case len(outcome.mistakes) > 0:
			t.Fatalf("the window refuses %s: %v", m.text, outcome.mistakes)
		default:
			count["done"]++
		}
	}
	if count["done"] < 120 || count["refused"] < 20 || count["left out"] != len(leftOut) {
		t.Errorf("a thinner day than it was: %v", count)
	}
	t.Logf("%d orders: %d through the window and done, %d refused there at their field as by apply, %d left out",
		len(day), count["done"], count["refused"], count["left out"])
	compareOffices(t, d, o.desk)
}

// outcome is what became of an order in the window.
type outcome struct {
	offered  bool
	mistakes map[string]string // sentences by their field, "" for those at none
}

// give gives an order by the window.
func (o *office) give(m moment, known names) outcome {
	o.Helper()
	o.Window.tick()
	order, err := known.order(m.told)
	if err != nil || strings.HasPrefix(about(order.Command), "$") {
		return outcome{}
	}
	if order.By != "" {
		o.sit(o.person(order.By).Name)
		defer o.sit(atTheDesk)
	}
	before := subjects(o.desk)
	f := ways[m.do](o, order.Command)
	if f.closed {
		return outcome{}
	}
	if f.button != "" {
		o.answer(f, order)
		o.press(o.book.T(f.button))
	}
	if mistakes := o.mistakes(); len(mistakes) > 0 {
		o.checkKept(order.Command)
		return outcome{true, mistakes}
	}
	if o.asked() {
		o.Fatalf("after %s there still stands %q", m.text, texts(o.top()))
	}
	if m.as != "" {
		o.name(m, known, before)
	}
	return outcome{offered: true}
}

// name remembers what a line has made: a subject, or a row by what it reads.
func (o *office) name(m moment, known names, before map[string]bool) {
	for id := range subjects(o.desk) {
		if !before[id] {
			known.subjects[m.as] = id
		}
	}
	for _, field := range []string{"text", "name"} {
		if words := text(m.fields[field]); words != "" {
			known.rows[m.as] = words
		}
	}
}

// answer fills a form in; the instant of the deed only where it is not now.
func (o *office) answer(f form, order app.Order) {
	o.Helper()
	for _, a := range answers(reflect.ValueOf(order.Command)) {
		name := a.name
		if called := f.called[name]; called != "" {
			name = called
		}
		switch {
		case slices.Contains(f.told, a.name), strings.HasPrefix(a.name, "remove"):
		case a.name == "teams" || a.name == "persons":
		case name == "links" || name == "systems":
			o.fill(name, reflect.ValueOf(a.value).Index(0).Interface())
		default:
			o.fill(name, a.value)
		}
	}
	o.tickTeam(order.Command)
	if order.At.Known() && order.At != o.desk.Now() {
		o.fill(deed(order.Command), order.At)
	}
}

// deed is the field that says when the deed was done.
func deed(c app.Command) string {
	switch c.(type) {
	case app.RegisterIncident:
		return "receivedAt"
	case app.NumberPaper:
		return "date"
	}
	return "at"
}

// tickTeam ticks the teams and persons of an incident as they are to be.
func (o *office) tickTeam(c app.Command) {
	var order app.Assign
	switch c := c.(type) {
	case app.Assign:
		order = c
	case app.PassStep:
		order = app.Assign{Incident: c.Incident, Teams: c.Teams, Persons: c.Persons}
	}
	if o.field("teams") == nil {
		return
	}
	i := o.incident(order.Incident)
	var teams, persons []string
	for _, team := range append(i.Teams, order.Teams...) {
		if !slices.Contains(order.RemoveTeams, team) {
			teams = append(teams, o.book.T(model.TeamKey(team)))
		}
	}
	for _, id := range i.Persons {
		order.Persons = append(order.Persons, app.PersonRef(id))
	}
	for _, ref := range order.Persons {
		if !slices.Contains(order.RemovePersons, ref) {
			persons = append(persons, o.person(ref).Name)
		}
	}
	o.tickExactly("teams", teams)
	o.tickExactly("persons", persons)
}

// sit changes who is at the desk, by the name at the foot of the side bar.
func (o *office) sit(name string) {
	o.Helper()
	now, _ := o.desk.AtDesk()
	if now.Name == name {
		return
	}
	test.Tap(tappableOf(o.shell.bar, now.Name))
	o.write(name)
	o.key(fyne.KeyReturn)
	if now, _ = o.desk.AtDesk(); now.Name != name {
		o.Fatalf("%s sits at the desk, not %s", now.Name, name)
	}
}

// checkKept finds all that was typed still in its field.
func (o *office) checkKept(c app.Command) {
	o.Helper()
	for _, a := range answers(reflect.ValueOf(c)) {
		if f := o.field(a.name); f != nil {
			if e, ok := f.Input.(*widgets.Entry); ok && e.Text != a.value {
				o.Errorf("%s: a refusal left %q of %q in %s", c.Do(), e.Text, a.value, a.name)
			}
		}
	}
}

// checkRefusal finds the refusal at its field and leaves the form.
func (o *office) checkRefusal(m moment, r *model.Refusal, got outcome) {
	o.Helper()
	sentence := o.book.Refusal(r)
	if got.mistakes[r.Field] != sentence && (o.field(r.Field) != nil || got.mistakes[""] != sentence) {
		o.Errorf("%s\nis refused by apply at %q: %s\nin the window: %v", m.text, r.Field, sentence, slices.Collect(maps.Values(got.mistakes)))
	}
	switch {
	case o.asked():
		o.key(fyne.KeyEscape)
	case m.do == "register-incident":
		o.press(o.book.T("incidents.intake.empty"))
	case m.do == "add-system":
		o.key(fyne.KeyEscape)
		o.press(o.book.T("systems.discard"))
	}
	if o.asked() {
		o.Fatalf("%s cannot be left: %q", m.do, texts(o.top()))
	}
}
