package cli

import (
	"siaga/app"
	"siaga/model"
)

// handoverValue is a link of the chain of custody; row is what withdraw-row,
// number-paper and report custody-record take.
type handoverValue struct {
	Row      string `json:"row"`
	At       word   `json:"at"`
	By       word   `json:"by"`
	From     word   `json:"from"`
	To       string `json:"to"`
	Purpose  string `json:"purpose"`
	Location word   `json:"location"`
}

func (v view) handover(c model.Custody) handoverValue {
	return handoverValue{c.Mark.String(), v.instants().at(c.At), word(v.person(c.By)), word(c.From), c.To, c.Purpose, word(c.Location)}
}

// sayPieces prints each piece of evidence, and under it its chain of custody.
func (c *call) sayPieces(v view, i model.Incident) {
	if len(i.Evidence) == 0 {
		return
	}
	c.say("", c.book.T("field.evidence"))
	for _, e := range i.Evidence {
		table(c.Stdout, "  ", filled([][]string{{c.book.Stamp(e.At.Time()), plain(e.Name), plain(e.Description), plain(c.book.EvidenceFile(e)),
			plain(e.SHA256), plain(e.Location), c.book.Origin(e.Origin, v.desk)}}, 0))
		table(c.Stdout, "    ", c.handovers(i.CustodyOf(e)))
	}
}

func (c *call) handovers(chain []model.Custody) [][]string {
	if len(chain) == 0 {
		return [][]string{{c.book.T("chain.never")}}
	}
	return each(chain, func(k model.Custody) []string {
		return []string{c.book.Stamp(k.At.Time()), plain(c.book.Handover(k)), plain(k.Location)}
	})
}

// custodyVerbs make the papers about evidence.
func custodyVerbs() []verb {
	options := []option{{"pdf", "F"}, {"paper-lang", "id|en"}, {"replace", ""}}
	return []verb{
		{"report custody-form", "TICKET [ROW]", 1, 2, options, reportCustodyForm},
		{"report custody-record", "TICKET ROW", 2, 2, options, reportCustodyRecord},
	}
}

func reportCustodyForm(c *call) error {
	row := model.Mark{}
	if len(c.args) > 1 {
		row = rowNamed(c.args[1])
	}
	return c.print(func(d *app.Desk, ref app.IncidentRef) (letter, error) { return d.CustodyForm(ref, row) })
}

func reportCustodyRecord(c *call) error {
	return c.print(func(d *app.Desk, ref app.IncidentRef) (letter, error) {
		return d.CustodyRecord(ref, rowNamed(c.args[1]))
	})
}

// rowNamed reads a row; what is none is one that no incident has.
func rowNamed(text string) model.Mark {
	if row, ok := model.ParseMark(text); ok {
		return row
	}
	return model.Mark{Desk: model.DeskID(text)}
}
