package cli

import (
	"strings"

	"siaga/app"
	"siaga/reports"
)

// narrowing are the options that choose incidents, and whether they take
// several values; names of agencies and systems may have commas.
var narrowing = []struct {
	name string
	many bool
}{{"class", true}, {"team", true}, {"category", true}, {"tag", true}, {"agency", false}, {"system", false}}

// showFigures counts a period, of all incidents or of those chosen, or says
// what the figures mean.
func showFigures(c *call) error {
	if c.has("definitions") {
		return c.define()
	}
	if len(c.args) == 0 {
		return wrongly("usage.arguments", "Verb", c.verb.name)
	}
	return c.withDesk(func(d *app.Desk) error {
		period, err := d.Period(c.args[0])
		if err != nil {
			return err
		}
		filter, err := c.narrowed(d)
		if err != nil {
			return err
		}
		f := d.Figures(period, filter)
		if c.has("json") {
			return c.sayJSON(figures(view{d, c.book}, f))
		}
		figuresText{c, d, f}.tell()
		return nil
	})
}

// narrowed is the filter of the options.
func (c *call) narrowed(d *app.Desk) (app.Filter, error) {
	f, err := d.ParseFilter(c.options["filter"])
	for _, o := range narrowing {
		if err != nil || !c.has(o.name) {
			continue
		}
		values := []string{c.options[o.name]}
		if o.many {
			values = strings.Split(values[0], ",")
		}
		for _, v := range values {
			if err == nil {
				err = d.Narrow(&f, o.name, v)
			}
		}
	}
	return f, err
}

// definedValue is a definition in JSON.
type definedValue struct {
	Figure  string `json:"figure"`
	Name    string `json:"name"`
	Meaning string `json:"meaning"`
	Unit    string `json:"unit"`
	Source  string `json:"source"`
}

// define says what every figure means, in which unit and by which record.
func (c *call) define() error {
	defined := each(reports.Definitions(), func(d reports.Definition) definedValue {
		return definedValue{string(d.Figure), c.book.Word(d.Figure), d.Figure.Meaning(c.book), c.book.Word(d.Unit), c.book.Word(d.Source)}
	})
	if c.has("json") {
		return c.sayJSON(defined)
	}
	for _, d := range defined {
		c.say(c.book.T("figures.defined", "Name", d.Name, "Unit", d.Unit, "Source", d.Source), "  "+d.Meaning)
	}
	return nil
}
