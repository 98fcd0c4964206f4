package cli

import (
	"io"
	"strings"

	"siaga/app"
	"siaga/model"
)

// longestSummaries bounds a file of summaries, in bytes.
const longestSummaries = 4 << 20

// sharedOutValue is a file for another CSIRT that was written, for a program.
type sharedOutValue struct {
	Path       string         `json:"path"`
	Bytes      int64          `json:"bytes"`
	To         string         `json:"to"`
	Passphrase string         `json:"passphrase"`
	Incidents  []excerptValue `json:"incidents"`
}

// share writes chosen incidents for another CSIRT and shows the passphrase.
func share(c *call) error {
	for _, needed := range []string{"to", "summary-file"} {
		if err := c.needs(needed); err != nil {
			return err
		}
	}
	summaries, err := c.summaries(c.args[1:])
	if err != nil {
		return err
	}
	return c.withDesk(func(d *app.Desk) error {
		path, err := c.outPath(d)
		if err != nil {
			return err
		}
		order := app.ShareOut{To: c.options["to"], NeedToKnow: c.options["need-to-know"], Armor: c.has("armor"), By: app.PersonRef(c.options["by"])}
		for n, ticket := range c.args[1:] {
			order.Incidents = append(order.Incidents, app.Telling{Incident: app.IncidentRef(ticket), Summary: summaries[n],
				Indicators: strings.Fields(c.options["indicators"]), Fields: c.list("with")})
			if !c.has("indicators") {
				order.Incidents[n].Indicators = nil
			}
		}
		done, err := d.Share(path, order, c.progress())
		if err != nil {
			return err
		}
		if c.has("json") {
			z := view{d, c.book}.instants()
			return c.sayJSON(sharedOutValue{path, done.Bytes, order.To, done.Passphrase, each(done.Excerpts, z.excerpt)})
		}
		c.say(c.book.N("share.written", len(done.Excerpts), "To", plain(order.To), "Path", path, "Size", c.book.Bytes(done.Bytes)))
		c.sayPassphrase(done.Passphrase)
		return nil
	})
}

// list is an option that names several things, with commas between them.
func (c *call) list(option string) (names []string) {
	for name := range strings.SplitSeq(c.options[option], ",") {
		if name = strings.TrimSpace(name); name != "" {
			names = append(names, name)
		}
	}
	return names
}

// summaries are the summaries of these tickets: the whole file for one, else what
// stands below a line that is the ticket.
func (c *call) summaries(tickets []string) ([]string, error) {
	path := c.options["summary-file"]
	in, err := c.input(path)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	text, err := io.ReadAll(io.LimitReader(in, longestSummaries))
	if err != nil {
		return nil, model.Refuse("refuse.file", "Path", path)
	}
	below := map[int]string{}
	current := -1
	for line := range strings.Lines(string(text)) {
		if n := named(tickets, line); n >= 0 {
			current = n
			below[n] += ""
		} else if current >= 0 {
			below[current] += line
		}
	}
	if len(tickets) == 1 && len(below) == 0 {
		return []string{string(text)}, nil
	}
	out := make([]string, len(tickets))
	for n, ticket := range tickets {
		summary, found := below[named(tickets, ticket)]
		if !found {
			return nil, model.Refuse("refuse.summary-file", "Ticket", ticket)
		}
		out[n] = summary
	}
	return out, nil
}

// named is which of the tickets a line is, -1 for none.
func named(tickets []string, line string) int {
	for n, ticket := range tickets {
		if strings.EqualFold(strings.TrimSpace(line), strings.TrimSpace(ticket)) {
			return n
		}
	}
	return -1
}
