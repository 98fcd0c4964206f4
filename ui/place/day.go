package place

import (
	"strconv"
	"time"

	"siaga/model"
	"siaga/ui/widgets"
)

// NewDay returns an entry for a day of the office's calendar.
func NewDay(around Around, zone *time.Location) *widgets.When {
	words := widgets.WhenWords{
		Now: around.T("common.today"), Placeholder: around.T("papers.day.example"), Zone: zone,
		Format: around.Book.Date,
		Parse: func(text string) (time.Time, error) {
			if t, err := around.Book.ParseInstant(text+" 00.00", around.Doors.Now()); err == nil {
				return t, nil
			}
			return around.Book.ParseInstant(text, around.Doors.Now())
		},
	}
	for m := range words.Months {
		words.Months[m] = around.T("month." + strconv.Itoa(m+1))
	}
	for d := range words.Days {
		words.Days[d] = around.T("day.short." + strconv.Itoa((d+1)%7))
	}
	return widgets.NewWhen(words, around.Doors.Now)
}

// DayOf is the first second of the day that was typed; an empty entry is no
// day.
func DayOf(w *widgets.When, zone *time.Location) (model.Instant, error) {
	if w.Empty() {
		return 0, nil
	}
	t, err := w.Value()
	if err != nil {
		return 0, err
	}
	year, month, day := t.In(zone).Date()
	return model.At(time.Date(year, month, day, 0, 0, 0, 0, zone)), nil
}
