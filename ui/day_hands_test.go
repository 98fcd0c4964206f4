package ui

import (
	"reflect"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"siaga/app"
	"siaga/model"
	"siaga/ui/widgets"
)

// form is what stands open for an order.
type form struct {
	button string            // key of the word of the button that gives it
	told   []string          // fields that were answered by coming here
	called map[string]string // fields that the window calls otherwise
	closed bool              // the window does not offer the order
}

// ways are how one comes to the form of each order.
var ways = map[string]func(*office, app.Command) form{
	"register-incident": (*office).takeCall,
	"pass-step":         (*office).passStep,
	"not-incident":      (*office).decideNo,
	"amend-incident":    (*office).amendIncident,
	"classify-incident": act("reclassify", "common.save"),
	"answer-reporter":   act("answer", "common.save"),
	"correct-step-time": act("correct", "common.save"),
	"reject-incident":   act("reject", "incidents.act.reject"),
	"mark-duplicate":    act("duplicate", "incidents.act.duplicate"),
	"reopen-incident":   act("reopen", "incidents.act.reopen"),
	"pause-clock":       act("pause", "incidents.act.pause"),
	"resume-clock":      act("resume", "incidents.act.resume"),
	"assign":            act("assign", "common.save"),
	"link-incident":     (*office).linkIncident,
	"add-chronology":    act("chronology", "common.save"),
	"add-action":        act("action", "common.save"),
	"add-note":          act("note", "common.save"),
	"add-evidence":      act("evidence", "common.save"),
	"add-notice":        act("notice", "common.save"),
	"number-paper":      act("number", "common.save"),
	"undo":              act("undo", "common.undo"),
	"withdraw-row":      (*office).withdrawRow,
	"add-person":        (*office).addPerson,
	"amend-person":      (*office).amendPerson,
	"add-system":        (*office).addSystem,
	"amend-system":      (*office).amendSystem,
	"add-agency":        (*office).addAgency,
	"amend-agency":      (*office).amendAgency,
	"give-seat":         (*office).giveSeat,
	"end-seat":          (*office).endSeat,
	"withdraw-seat":     (*office).withdrawSeat,
	"set-duty":          (*office).setDuty,
	"withdraw-duty":     (*office).withdrawDuty,
	"amend-office":      (*office).amendOffice,
}

// about is whom or what an order is about: its first field, when that is a name.
func about(c app.Command) string {
	if first := reflect.ValueOf(c).Field(0); first.Kind() == reflect.String {
		return first.String()
	}
	return ""
}

// act is one of the other acts of an incident, which its menu offers.
func act(name, button string) func(*office, app.Command) form {
	return func(o *office, c app.Command) form {
		o.openIncident(c)
		o.press(o.book.T("incidents.acts"))
		if !o.tap(o.book.T("incidents.act." + name)) {
			o.top().Hide()
			return form{closed: true}
		}
		return form{button: button, told: []string{"incident", "subject"}}
	}
}

func (o *office) openIncident(c app.Command) model.Incident {
	i := o.incident(app.IncidentRef(about(c)))
	o.find(string(i.Ticket))
	return i
}

// takeCall opens an empty report with all its questions.
func (o *office) takeCall(c app.Command) form {
	o.shortcut(widgets.KeyNewIncident)
	o.press(o.book.T("incidents.intake.more"))
	call := c.(app.RegisterIncident)
	f := form{button: "incidents.intake.save"}
	if call.Affected != "" {
		o.tell("system", call.Affected)
		f.told = append(f.told, "affected")
	}
	return f
}

// passStep opens the dialog of the present step; what that does not ask is
// filled in at the overview before.
func (o *office) passStep(c app.Command) form {
	order := c.(app.PassStep)
	i := o.openIncident(c)
	word := o.book.T("incidents.pass." + string(rune('0'+order.Step)))
	if i.Step != order.Step || buttonOf(o.top(), word) == nil {
		return form{closed: true}
	}
	f := form{button: "incidents.pass." + string(rune('0'+order.Step)), told: []string{"incident", "step"}}
	o.press(word)
	var before []answer
	for _, a := range answers(reflect.ValueOf(order.Details)) {
		if o.field(a.name) == nil {
			before, f.told = append(before, a), append(f.told, a.name)
		}
	}
	if len(before) > 0 {
		o.press(o.book.T("common.cancel"))
		o.fillBefore(before)
		o.press(word)
	}
	return f
}

func (o *office) fillBefore(list []answer) {
	o.openGroup(list)
	for _, a := range list {
		o.fill(a.name, a.value)
	}
	o.press(o.book.T("common.save"))
	if o.asked() { // it stood so already
		o.press(o.book.T("common.cancel"))
	}
}

func (o *office) decideNo(c app.Command) form {
	o.openIncident(c)
	o.press(o.book.T("incidents.decide.no"))
	return form{button: "incidents.decide.no", told: []string{"incident"}}
}

func (o *office) amendIncident(c app.Command) form {
	o.openIncident(c)
	o.openGroup(answers(reflect.ValueOf(c.(app.AmendIncident).Details)))
	return form{button: "common.save", told: []string{"incident"}}
}

// openGroup opens the part of the overview that asks for all of these.
func (o *office) openGroup(wanted []answer) {
	o.Helper()
	o.chip(o.book.T("incidents.section.overview"))
	for _, group := range []string{"report", "system", "triage", "analysis", "lessons", "announcement"} {
		edit := o.book.T("common.edit")
		o.pressIn(rowOf(o.top(), o.book.T("incidents.group."+group), edit), edit)
		if !slices.ContainsFunc(wanted, func(a answer) bool { return o.field(a.name) == nil }) {
			return
		}
		o.press(o.book.T("common.cancel"))
	}
	o.Fatalf("no part of the overview asks for %v", wanted)
}

// linkIncident links by the dialog; a link is taken away beside it.
func (o *office) linkIncident(c app.Command) form {
	order := c.(app.LinkIncident)
	f := act("link", "incidents.link")(o, c)
	if len(order.Remove) > 0 {
		o.press(o.book.T("common.cancel"))
		o.chip(o.book.T("incidents.section.related"))
		o.pressIn(rowOf(o.top(), string(o.incident(order.Remove[0]).Ticket), o.book.T("incidents.unlink")), o.book.T("incidents.unlink"))
		return form{}
	}
	return f
}

// withdrawRow looks for the row by what can be read in it.
func (o *office) withdrawRow(c app.Command) form {
	o.openIncident(c)
	for _, section := range []string{"chronology", "actions", "evidence", "notices", "notes"} {
		o.chip(o.book.T("incidents.section." + section))
		if row := rowOf(o.top(), c.(app.WithdrawRow).Row, o.book.T("common.withdraw")); row != nil {
			o.pressIn(row, o.book.T("common.withdraw"))
			return form{button: "common.withdraw", told: []string{"incident", "row"}}
		}
	}
	o.Fatalf("no row %q to withdraw", c.(app.WithdrawRow).Row)
	return form{}
}

func (o *office) people(part string) {
	o.shortcut(widgets.KeysOfPlaces[2])
	o.chip(o.book.T("people.part." + part))
}

func (o *office) addPerson(app.Command) form {
	o.people("people")
	o.press(o.book.T("people.add"))
	return form{button: "common.save"}
}

func (o *office) amendPerson(c app.Command) form {
	o.find(o.person(c.(app.AmendPerson).Person).Name)
	if c.(app.AmendPerson).Retired != nil {
		return o.retire("people.retire", "person")
	}
	o.press(o.book.T("common.edit"))
	return form{button: "common.save", told: []string{"person"}}
}

// retire takes something out of use with a reason.
func (o *office) retire(button, about string) form {
	o.press(o.book.T(button))
	return form{button: button, told: []string{about}, called: map[string]string{"retired": "reason"}}
}

func (o *office) systems(part string) {
	o.shortcut(widgets.KeysOfPlaces[3])
	o.chip(o.book.T("systems.part." + part))
}

func (o *office) addSystem(app.Command) form {
	o.systems("systems")
	o.press(o.book.T("systems.add"))
	return form{button: "common.save"}
}

func (o *office) amendSystem(c app.Command) form {
	o.find(o.system(c.(app.AmendSystem).System).Name)
	if c.(app.AmendSystem).Retired != nil {
		return o.retire("systems.retire", "system")
	}
	return form{button: "common.save", told: []string{"system"}}
}

func (o *office) addAgency(app.Command) form {
	o.systems("agencies")
	o.press(o.book.T("systems.addagency"))
	return form{button: "common.save"}
}

// amendAgency searches for the agency and opens it with Enter.
func (o *office) amendAgency(c app.Command) form {
	o.systems("agencies")
	o.shortcut(widgets.KeySearch)
	o.overwrite(o.window.Canvas().Focused(), o.agency(c.(app.AmendAgency).Agency).Name)
	o.toTheTable()
	if c.(app.AmendAgency).Retired != nil {
		o.key(fyne.KeyHome)
		return o.retire("systems.retire", "agency")
	}
	o.key(fyne.KeyReturn)
	return form{button: "common.save", told: []string{"agency"}}
}

// openPost opens a post of the chart.
func (o *office) openPost(post model.Post) {
	o.Helper()
	o.people("team")
	entry, _ := post.Entry()
	number := string(post)
	if entry.Team != "" {
		number = entry.Team
	}
	if !o.tap(number + ". ") {
		o.Fatalf("the chart shows no post %s", number)
	}
}

func (o *office) giveSeat(c app.Command) form {
	o.openPost(c.(app.GiveSeat).Post)
	o.press(o.book.T("people.give"))
	return form{button: "people.give"}
}

// openSeat chooses an assignment, which is the first of its post in this story.
func (o *office) openSeat(ref app.SeatRef) {
	for _, s := range o.desk.Seats() {
		if s.ID == model.SeatID(ref) {
			o.openPost(s.Post)
		}
	}
	o.toTheTable()
	o.key(fyne.KeyHome)
}

func (o *office) endSeat(c app.Command) form {
	o.openSeat(c.(app.EndSeat).Seat)
	o.press(o.book.T("people.end"))
	return form{button: "people.end", told: []string{"seat"}}
}

func (o *office) withdrawSeat(c app.Command) form {
	o.openSeat(c.(app.WithdrawSeat).Seat)
	o.press(o.book.T("common.withdraw"))
	return form{button: "common.withdraw", told: []string{"seat"}}
}

func (o *office) setDuty(app.Command) form {
	o.people("duty")
	o.press(o.book.T("people.setduty"))
	return form{button: "people.setduty"}
}

// withdrawDuty opens the day of a turn and takes the person off it.
func (o *office) withdrawDuty(c app.Command) form {
	o.people("duty")
	for _, d := range o.desk.Duties() {
		if d.ID != model.DutyID(c.(app.WithdrawDuty).Duty) {
			continue
		}
		name := o.desk.Person(d.Person).Name
		o.tapCell(name)
		o.pressIn(rowOf(o.top(), name, o.book.T("common.withdraw")), o.book.T("common.withdraw"))
	}
	return form{button: "common.withdraw", told: []string{"duty"}}
}

// tapCell taps the first day of the duty week that names somebody.
func (o *office) tapCell(name string) {
	o.Helper()
	var cell fyne.Tappable
	walk(o.window.Content(), func(c fyne.CanvasObject) {
		week, ok := c.(*widgets.Week)
		if !ok || cell != nil {
			return
		}
		walk(week, func(c fyne.CanvasObject) {
			if t, ok := c.(fyne.Tappable); ok && cell == nil && strings.Contains(strings.Join(texts(c), " "), name) {
				cell = t
			}
		})
	})
	if cell == nil {
		o.Fatalf("%s is in no cell of %q", name, texts(o.top()))
	}
	test.Tap(cell)
}

// amendOffice goes down the list of the settings to the part that asks for these.
func (o *office) amendOffice(c app.Command) form {
	o.shortcut(widgets.KeysOfPlaces[6])
	o.toTheTable()
	o.key(fyne.KeyHome)
	for range 9 {
		if !slices.ContainsFunc(answers(reflect.ValueOf(c)), func(a answer) bool { return o.field(a.name) == nil }) {
			return form{button: "common.save"}
		}
		o.key(fyne.KeyDown)
	}
	o.Fatalf("no part of the settings asks for %+v", c)
	return form{}
}
