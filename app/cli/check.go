package cli

import (
	"encoding/hex"

	"siaga/app"
)

// checked is what check tells a program.
type checked struct {
	OK       bool        `json:"ok"`
	Verified app.Checked `json:"verified"`
	Torn     int64       `json:"torn"`
	Digest   word        `json:"digest"`
	Key      word        `json:"key"`
	Sentence word        `json:"sentence"`
}

// check reads everything, the journal, the store and the chains, and counts
// what it verified.
func check(c *call) error {
	return c.withAnyDesk(func(d *app.Desk) error {
		verified, err := d.Check()
		told := checked{OK: err == nil, Verified: verified, Torn: d.TornBytes()}
		if err != nil {
			told.Key = word(app.TroubleKey(err))
			told.Sentence = word(c.book.T(string(told.Key)))
		} else if digest, err := d.Digest(); err == nil {
			told.Digest = word(hex.EncodeToString(digest[:]))
		}
		return c.sayChecked(told)
	})
}

func (c *call) sayChecked(told checked) error {
	if c.has("json") {
		if err := c.sayJSON(told); err != nil {
			return err
		}
	} else if told.OK {
		c.say(c.book.T("check.sound"))
		c.countTable([]count{
			{"segments", told.Verified.Segments}, {"records", int(told.Verified.Records)}, {"events", int(told.Verified.Events)},
			{"chained", int(told.Verified.Chained)}, {"rows", int(told.Verified.Rows)}, {"torn", int(told.Torn)},
		})
	}
	if told.OK {
		return nil
	}
	return c.tell(string(told.Sentence))
}

// count is a number with the name of its sentence, "check.<name>".
type count struct {
	name string
	n    int
}

func (c *call) countTable(counts []count) {
	table(c.Stdout, "  ", each(counts, func(k count) []string {
		return []string{c.book.T("check." + k.name), c.book.Number(k.n)}
	}))
}
