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

	Received int            `json:"received"` // files of the inbox that nobody has decided about
	Waiting  int            `json:"waiting"`  // those that wait for others
	Warnings []warningValue `json:"warnings"` // of the exchange
	warnings []app.Sentence
}

// check reads everything, the journal, the store and the chains, counts what it
// verified, and tells how the exchange with other desks stands.
func check(c *call) error {
	return c.withAnyDesk(func(d *app.Desk) error {
		verified, err := d.Check()
		told := checked{OK: err == nil, Verified: verified, Torn: d.TornBytes(), Warnings: []warningValue{}}
		if err != nil {
			told.Key = word(app.TroubleKey(err))
			told.Sentence = word(c.book.T(string(told.Key)))
		} else if digest, err := d.Digest(); err == nil {
			told.Digest = word(hex.EncodeToString(digest[:]))
		}
		if x, err := d.Exchange(); err == nil {
			told.Received, told.Waiting, told.warnings = len(x.Received), len(x.Waiting), x.Warnings
			told.Warnings = view{d, c.book}.warnings(x)
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
			{"chained", int(told.Verified.Chained)}, {"rows", int(told.Verified.Rows)},
			{"files", told.Verified.Files}, {"missing", told.Verified.Missing}, {"torn", int(told.Torn)},
			{"received", told.Received}, {"waiting", told.Waiting}, {"warnings", len(told.Warnings)},
		})
		c.sayWarnings(told.warnings)
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
