package app

import (
	"reflect"
	"strings"

	"siaga/model"
)

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
