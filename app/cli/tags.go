package cli

import "siaga/app"

// tagValue is a tag in JSON.
type tagValue struct {
	Tag       string `json:"tag"`
	Incidents int    `json:"incidents"`
}

// tags prints every tag that incidents have.
func tags(c *call) error {
	return c.withDesk(func(d *app.Desk) error {
		found := each(d.Tags(), func(t app.Tag) tagValue { return tagValue{t.Name, t.Incidents} })
		if c.has("json") {
			return c.sayJSON(found)
		}
		c.listing("tags", []string{"tag", "all"}, each(found, func(t tagValue) []string {
			return []string{t.Tag, c.book.Number(t.Incidents)}
		}))
		return nil
	})
}
