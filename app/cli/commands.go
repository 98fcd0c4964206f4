package cli

import (
	"strings"

	"siaga/app"
)

// described is a command as its documentation shows it.
type described struct {
	Do          string  `json:"do"`
	Description string  `json:"description"`
	Fields      []field `json:"fields"`
}

type field struct {
	app.Parameter
	Label string `json:"label"`
}

// shared are the fields that every line of apply can have beside its own.
var shared = []app.Parameter{{Name: "at", Type: "instant"}, {Name: "by", Type: "person"}, {Name: "as", Type: "text"}}

// listCommands documents every command that apply understands.
func listCommands(c *call) error {
	var all []described
	for _, command := range app.Commands() {
		d := described{Do: command.Do(), Description: c.book.T("command." + command.Do())}
		for _, p := range append(app.Parameters(command), shared...) {
			d.Fields = append(d.Fields, field{p, c.label(command, p.Name)})
		}
		all = append(all, d)
	}
	if c.has("json") {
		return c.sayJSON(all)
	}
	c.say(strings.TrimSpace(c.book.T("commands.about")))
	for _, d := range all {
		c.say("", d.Do, "  "+d.Description)
		c.fieldTable(d.Fields[:len(d.Fields)-len(shared)])
	}
	return nil
}

// label is the word for a field, its own where a command means something else
// by the name than others do.
func (c *call) label(command app.Command, name string) string {
	if own := "field." + command.Do() + "." + name; c.book.Has(own) {
		return c.book.T(own)
	}
	return c.book.T("field." + name)
}

func (c *call) fieldTable(fields []field) {
	var rows [][]string
	for _, f := range fields {
		needed := ""
		if f.Needed {
			needed = c.book.T("common.required")
		}
		rows = append(rows, []string{f.Name, f.Type, needed, f.Label, strings.Join(f.Choices, " | ")})
	}
	table(c.Stdout, "    ", rows)
}
