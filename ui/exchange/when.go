package exchange

import (
	"strconv"
	"time"

	"siaga/model"
	"siaga/ui/widgets"
)

// newWhen is an entry for an instant in the page's language.
func (p *Page) newWhen() *widgets.When {
	w := widgets.WhenWords{Zone: p.zone(), Now: p.T("people.now"), Placeholder: p.T("people.whenexample"), Format: p.Book.Stamp,
		Parse: func(text string) (time.Time, error) { return p.Book.ParseInstant(text, p.Doors.Now()) }}
	for i := range w.Months {
		w.Months[i] = p.T("month." + strconv.Itoa(i+1))
	}
	for i := range w.Days {
		w.Days[i] = p.T("day.short." + strconv.Itoa((i+1)%7))
	}
	return widgets.NewWhen(w, p.Doors.Now)
}

// instant reads an entry; what cannot be read stands among the mistakes, and
// nothing typed is no instant.
func (p *Page) instant(field string, w *widgets.When, mistakes map[string]string) model.Instant {
	if w.Empty() {
		return 0
	}
	at, err := w.Value()
	if err != nil {
		mistakes[field] = p.Book.Refusal(err)
		return 0
	}
	return model.At(at)
}
