package app

import (
	"reflect"
	"strings"

	"siaga/model"
)

// Period reads a period such as 2026-10, in the office's zone; it refuses one
// that has not begun.
func (d *Desk) Period(s string) (model.Period, error) {
	zone, _ := d.Zone()
	period, err := model.ParsePeriod(s, zone)
	if err != nil {
		return period, err
	}
	return period, period.Begun(d.Now())
}

// Figures counts a period with its months, as it stood at its end or stands
// now. The filter chooses incidents as they stood then, by class, step, outcome,
// clocks and duties of reporting; by team, agency, system and category as they are on record.
func (d *Desk) Figures(period model.Period, f Filter) model.Figures {
	zone, _ := d.Zone()
	q := model.Question{Period: period, Parts: period.Months(zone)}
	if !reflect.ValueOf(f).IsZero() {
		f.Text = strings.ToLower(strings.TrimSpace(f.Text))
		then := min(period.To-1, d.Now())
		q.Keep = func(r *model.Row) bool { return f.Match(r, then) }
	}
	return d.count(q)
}

func (d *Desk) count(q model.Question) model.Figures {
	q.Now = d.Now()
	q.Policy = d.Office().PolicyAt(min(q.Period.To-1, q.Now))
	return q.Count(d.Incidents())
}
