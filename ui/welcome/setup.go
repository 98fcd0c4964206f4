package welcome

import (
	"strings"

	"fyne.io/fyne/v2"

	"siaga/app/vault"
	"siaga/locales"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// Chosen is what a person settled for a new desk.
type Chosen struct {
	Language   locales.Lang
	Way        Way
	File       string // from which a desk joins or is restored
	Code       string // that opens it
	Office     model.Office
	Person     string // who is at the desk first: a name or a role
	Passphrase string
	Unattended bool // write a key file, so that the desk opens without a person
	Demo       bool // fill it with invented incidents
}

// Made is a desk that was made.
type Made struct {
	Recovery string // the key, shown this one time
	Office   string // its name, for the page to print
}

// Create makes the desk that was chosen; it runs beside the window, and stops
// when progress returns false.
type Create func(chosen Chosen, progress func(share float64) (goOn bool)) (Made, error)

// Setup is the set-up of a new desk, in a few steps and the recovery key.
type Setup struct {
	*screen
	create Create
	open   func()
	chosen Chosen
	again  string // the passphrase once more
	office string // as the desk that was made calls it
	step   int
}

// NewSetup returns the set-up, with the decree's defaults filled in. create
// makes the desk; open goes on into it.
func NewSetup(around place.Around, create Create, open func()) *Setup {
	s := &Setup{screen: newScreen(around), create: create, open: open,
		chosen: Chosen{Language: around.Book.Lang(), Way: Found, Office: model.NewOffice(), Person: around.T("welcome.person.default")}}
	s.draw()
	return s
}

// question is one step: its title, and what asks it. That returns what is shown,
// and what takes the answers over (false leaves it with its mistakes).
type question struct {
	title string
	ask   func() (body fyne.CanvasObject, take func() bool)
}

// steps are the questions in their order; a desk that comes from a file is asked
// only what the file does not say.
func (s *Setup) steps() []question {
	language, passphrase := question{"welcome.language.title", s.askLanguage}, question{"welcome.passphrase.title", s.askPassphrase}
	if s.chosen.Way != Found {
		return []question{language, {"welcome." + string(s.chosen.Way) + ".title", s.askFile}, passphrase}
	}
	return []question{language, {"welcome.office.title", s.askOffice}, {"welcome.person.title", s.askPerson}, passphrase,
		{"welcome.start.title", s.askStart}}
}

// draw shows the present step.
func (s *Setup) draw() {
	steps := s.steps()
	body, take := steps[s.step].ask()
	word := "common.next"
	if s.step == len(steps)-1 {
		word = "welcome.create"
	}
	next := widgets.NewPrimary(s.around.T(word), nil, func() {
		if take() {
			s.move(1)
		}
	})
	back := widgets.NewButton(s.around.T("common.back"), nil, func() { s.move(-1) })
	back.Hidden = s.step == 0
	if form := formIn(body); form != nil {
		form.OnSubmit = next.OnTapped
	}
	s.progress.SetText(s.around.T("welcome.step", "Step", s.step+1, "Of", len(steps)))
	s.show(s.around.T(steps[s.step].title), body, back, next)
}

func (s *Setup) move(by int) {
	if s.step += by; s.step == len(s.steps()) {
		s.step--
		s.found()
		return
	}
	s.draw()
}

func (s *Setup) askLanguage() (fyne.CanvasObject, func() bool) {
	var chips []widgets.Chip
	for _, lang := range locales.Langs() {
		chips = append(chips, widgets.Chip{Key: string(lang), Word: s.around.T("language." + string(lang)), Count: -1})
	}
	choice := widgets.NewChips(chips...)
	choice.Single = true
	choice.SetActive(string(s.chosen.Language))
	choice.OnChange = func(active []string) {
		if len(active) == 1 {
			s.speak(locales.Lang(active[0]))
		}
		s.draw()
	}
	return widgets.Stacked(widgets.NewProse(s.around.T("welcome.language.sentence")), choice, s.wayChips()), func() bool { return true }
}

// speak goes on in another language; a default that nobody changed changes too.
func (s *Setup) speak(lang locales.Lang) {
	untouched := s.chosen.Person == s.around.T("welcome.person.default")
	s.chosen.Language, s.around.Book = lang, locales.Open(lang)
	if untouched {
		s.chosen.Person = s.around.T("welcome.person.default")
	}
}

func (s *Setup) askOffice() (fyne.CanvasObject, func() bool) {
	o := &s.chosen.Office
	government, name, city := entry(o.Government), entry(o.OfficeName), entry(o.City)
	address := widgets.NewLongEntry(s.around.T("welcome.office.example"), 3)
	address.SetText(strings.Join(o.Letterhead, "\n"))
	form := widgets.NewForm(
		widgets.NewField("government", s.around.T("field.government"), government),
		widgets.NewField("officeName", s.around.T("field.officeName"), name).Required(),
		widgets.NewField("city", s.around.T("field.city"), city).Hint(s.around.T("welcome.office.city.hint")),
		widgets.NewField("letterhead", s.around.T("field.letterhead"), address).Hint(s.around.T("welcome.office.letterhead.hint")))
	return form, func() bool {
		o.Government, o.OfficeName, o.City = strings.TrimSpace(government.Text), strings.TrimSpace(name.Text), strings.TrimSpace(city.Text)
		o.Letterhead = nil
		for _, l := range strings.Split(address.Text, "\n") {
			if l = strings.TrimSpace(l); l != "" {
				o.Letterhead = append(o.Letterhead, l)
			}
		}
		return s.filled(form, "officeName", o.OfficeName)
	}
}

func (s *Setup) askPerson() (fyne.CanvasObject, func() bool) {
	person := entry(s.chosen.Person)
	form := widgets.NewForm(
		widgets.NewField("name", s.around.T("welcome.person"), person).Required().Hint(s.around.T("welcome.person.hint")))
	return widgets.Stacked(widgets.NewProse(s.around.T("welcome.person.sentence")), form), func() bool {
		s.chosen.Person = strings.TrimSpace(person.Text)
		return s.filled(form, "name", s.chosen.Person)
	}
}

// filled refuses an empty answer at its field.
func (s *Setup) filled(form *widgets.Form, field, answer string) bool {
	mistakes := map[string]string{}
	if answer == "" {
		mistakes = s.around.Errors(model.RefuseAt(field, "refuse.required"))
	}
	form.ShowErrors(mistakes)
	return len(mistakes) == 0
}

func (s *Setup) askPassphrase() (fyne.CanvasObject, func() bool) {
	first, again := widgets.NewSecret(""), widgets.NewSecret("")
	first.SetText(s.chosen.Passphrase)
	again.SetText(s.again)
	unattended := widgets.NewCheck(s.around.T("welcome.unattended"), nil)
	unattended.Checked = s.chosen.Unattended
	strength := widgets.NewField("passphrase", s.around.T("field.passphrase"), first).Required().Hint(s.around.T("welcome.passphrase.hint"))
	first.OnChanged = func(text string) {
		hint := "welcome.passphrase.strong"
		if vault.CheckPassphrase(text) != nil {
			hint = "welcome.passphrase.hint"
		}
		strength.Hint(s.around.T(hint))
		strength.Refresh()
	}
	form := widgets.NewForm(strength, widgets.NewField("again", s.around.T("welcome.passphrase.again"), again).Required(),
		widgets.NewField("unattended", s.around.T("welcome.unattended.label"), unattended))
	body := widgets.Stacked(widgets.NewProse(s.around.T("welcome.passphrase.sentence")), form, widgets.NewProse(s.around.T("welcome.unattended.sentence")))
	return body, func() bool {
		s.chosen.Passphrase, s.again, s.chosen.Unattended = first.Text, again.Text, unattended.Checked
		mistakes := map[string]string{}
		if err := vault.CheckPassphrase(first.Text); err != nil {
			mistakes["passphrase"] = s.around.Book.Refusal(err)
		} else if first.Text != again.Text {
			mistakes["again"] = s.around.Book.Refusal(model.Refuse("refuse.passphrase-twice"))
		}
		form.ShowErrors(mistakes)
		return len(mistakes) == 0
	}
}

func (s *Setup) askStart() (fyne.CanvasObject, func() bool) {
	empty, demo := "empty", "demo"
	choice := widgets.NewChips(
		widgets.Chip{Key: empty, Word: s.around.T("welcome.start.empty"), Icon: look.IconShield, Count: -1},
		widgets.Chip{Key: demo, Word: s.around.T("welcome.start.demo"), Icon: look.IconHelp, Count: -1})
	choice.Single = true
	active := func() {
		if s.chosen.Demo {
			choice.SetActive(demo)
		} else {
			choice.SetActive(empty)
		}
	}
	active()
	choice.OnChange = func(on []string) {
		s.chosen.Demo = len(on) == 1 && on[0] == demo
		active()
	}
	return widgets.Stacked(choice, widgets.NewProse(s.around.T("welcome.start.sentence")), widgets.NewProse(s.around.T("welcome.create.sentence"))),
		func() bool { return true }
}

func entry(text string) *widgets.Entry {
	e := widgets.NewEntry("")
	e.SetText(text)
	return e
}
