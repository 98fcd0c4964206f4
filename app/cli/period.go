package cli

import (
	"encoding/json"
	"errors"
	"io"

	"siaga/app"
	"siaga/model"
	"siaga/reports"
)

// reportPeriod writes the periodic report to --pdf, --xlsx and --json, all from
// the same figures.
func reportPeriod(c *call) error {
	if c.options["pdf"] == "" && c.options["xlsx"] == "" && c.options["json"] == "" {
		return wrongly("usage.output", "Options", "--pdf, --xlsx, --json")
	}
	return c.withDesk(func(d *app.Desk) error {
		zone, _ := d.Zone()
		period, err := d.Period(c.args[0])
		if err != nil {
			return err
		}
		date, err := c.day("date", zone)
		if err != nil {
			return err
		}
		report, err := d.Periodic(period, model.PaperNumber{Number: c.options["number"], Date: date})
		if err != nil {
			return err
		}
		return c.savePeriod(figures(view{d, c.book}, report.Figures), report)
	})
}

func (c *call) savePeriod(f figuresValue, report reports.Periodic) error {
	book, err := c.paperBook()
	if err != nil {
		return err
	}
	var errs []error
	if c.options["json"] != "" {
		errs = append(errs, c.saveFigures(f))
	}
	if c.options["xlsx"] != "" {
		errs = append(errs, c.save(c.options["xlsx"], "xlsx", func(w io.Writer) error { return report.XLSX(w, book, c.spill()) }))
	}
	if c.options["pdf"] != "" {
		errs = append(errs, c.savePDF(report))
	}
	return errors.Join(errs...)
}

// saveFigures writes the figures to a file, or to stdout for "-".
func (c *call) saveFigures(f figuresValue) error {
	if c.options["json"] == "-" {
		return c.sayJSON(f)
	}
	return c.save(c.options["json"], "json", func(w io.Writer) error {
		e := json.NewEncoder(w)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		return e.Encode(f)
	})
}
