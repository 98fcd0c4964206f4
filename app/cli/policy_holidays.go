package cli

import (
	"io"

	"siaga/app"
	"siaga/model"
)

// policyHolidays settles the holidays and the Ramadan of a file.
func policyHolidays(c *call) error {
	file, err := c.input(c.args[0])
	if err != nil {
		return err
	}
	defer file.Close()
	text, err := io.ReadAll(io.LimitReader(file, model.MostHolidayBytes+1))
	if err != nil {
		return model.Refuse("refuse.file", "Path", c.args[0])
	}
	return c.withDesk(func(d *app.Desk) error {
		order, err := d.HolidaysFrom(model.Date(c.options["from"]), text)
		if err != nil {
			return err
		}
		order.Letter = c.options["letter"]
		return c.settle(d, order)
	})
}

// policyTemplate writes the holidays and Ramadan in force, or those of 2026, as the file
// that policy holidays reads.
func policyTemplate(c *call) error {
	return c.withDesk(func(d *app.Desk) error {
		return c.save(c.args[0], "csv", func(w io.Writer) error {
			_, err := w.Write(model.WriteHolidays(d.CalendarDays()))
			return err
		})
	})
}
