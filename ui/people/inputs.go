package people

import (
	"strconv"
	"time"

	"siaga/model"
	"siaga/ui/widgets"
)

// whenWords are the words of a calendar in the page's language.
func (p *Page) whenWords() widgets.WhenWords {
	w := widgets.WhenWords{Zone: p.zone(), Now: p.around.T("people.now"), Placeholder: p.around.T("people.whenexample"),
		Format: p.around.Book.Stamp,
		Parse:  func(text string) (time.Time, error) { return p.around.Book.ParseInstant(text, p.around.Doors.Now()) }}
	for i := range w.Months {
		w.Months[i] = p.around.T("month." + strconv.Itoa(i+1))
	}
	for i := range w.Days {
		w.Days[i] = p.around.T("day.short." + strconv.Itoa((i+1)%7))
	}
	return w
}

// newWhen is an entry for an instant.
func (p *Page) newWhen() *widgets.When { return widgets.NewWhen(p.whenWords(), p.around.Doors.Now) }

// newDay is an entry for a whole day; its value is the day's midnight.
func (p *Page) newDay() *widgets.When {
	w := p.whenWords()
	w.Now, w.Placeholder, w.Format = p.around.T("common.today"), p.around.T("people.dayexample"), p.around.Book.Date
	w.Parse = func(text string) (time.Time, error) {
		t, err := p.around.Book.ParseInstant(text+" 00.00", p.around.Doors.Now())
		if err != nil {
			return p.around.Book.ParseInstant(text, p.around.Doors.Now())
		}
		return t, nil
	}
	return widgets.NewWhen(w, p.today)
}

// instant reads an entry; what cannot be read stands among the mistakes, and
// nothing typed is no instant.
func (p *Page) instant(field string, w *widgets.When, mistakes map[string]string) model.Instant {
	if w.Empty() {
		return 0
	}
	t, err := w.Value()
	if err != nil {
		mistakes[field] = p.around.Book.Refusal(err)
		return 0
	}
	return model.At(t)
}

// lastDay reads an entry for a last day and returns the midnight that ends it.
func (p *Page) lastDay(field string, w *widgets.When, mistakes map[string]string) model.Instant {
	at := p.instant(field, w, mistakes)
	if at.Known() {
		at = model.At(midnight(at.Time(), p.zone()).AddDate(0, 0, 1))
	}
	return at
}

// pickPerson chooses among the people in use; a name that is not there can be
// entered on the way.
func (p *Page) pickPerson() *widgets.Pick {
	pick := widgets.NewPick(p.around.T("people.pickperson"), p.personChoices())
	pick.Nothing = p.around.T("people.nobodyfound")
	pick.AddWord = func(query string) string { return p.around.T("people.add") }
	pick.OnAdd = func(query string) {
		p.people.ask(model.Person{Name: query}, func(id model.PersonID) {
			pick.SetChoices(p.personChoices())
			pick.SetSelected(string(id))
		})
	}
	return pick
}

func (p *Page) personChoices() (choices []widgets.Choice) {
	for _, m := range p.desk.People() {
		if m.Retired == "" {
			choices = append(choices, widgets.Choice{Key: string(m.ID), Title: m.Name, Subtitle: m.JobTitle})
		}
	}
	return choices
}

// pickAgency chooses among the Perangkat Daerah in use.
func (p *Page) pickAgency() *widgets.Pick {
	var choices []widgets.Choice
	for _, a := range p.desk.Agencies() {
		if a.Retired == "" {
			choices = append(choices, widgets.Choice{Key: string(a.ID), Title: a.Name, Subtitle: a.Short})
		}
	}
	pick := widgets.NewPick(p.around.T("people.pickagency"), choices)
	pick.Nothing = p.around.T("people.noagencyfound")
	return pick
}
