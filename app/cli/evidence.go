package cli

import (
	"path/filepath"
	"slices"
	"strings"

	"siaga/app"
	"siaga/model"
)

// evidenceValue is a piece of evidence and where its file is, for a program.
type evidenceValue struct {
	Ticket model.Ticket `json:"ticket"`
	Row    string       `json:"row"`
	Name   word         `json:"name"` // of the piece; not told of what is missing
	File   word         `json:"file"`
	Size   int64        `json:"size"`
	SHA256 word         `json:"sha256"`
	State  string       `json:"state"` // "here", "missing" or "elsewhere"
	Ask    []string     `json:"ask"`   // letters of the desks that may have it
}

// listEvidence prints the evidence of an incident and where its files are, or all
// files that are missing at this desk.
func listEvidence(c *call) error {
	return c.withDesk(func(d *app.Desk) error {
		missing := each(d.MissingFiles(), view{d, c.book}.missingFile)
		if len(c.args) == 0 {
			return c.sayEvidence("evidence.none-missing", missing)
		}
		i, err := d.Incident(app.IncidentRef(c.args[0]))
		if err != nil {
			return err
		}
		return c.sayEvidence("evidence.none", each(i.Evidence, func(e model.Evidence) evidenceValue {
			return view{d, c.book}.evidence(i.Ticket, e, missing)
		}))
	})
}

func (v view) missingFile(f app.MissingFile) evidenceValue {
	return evidenceValue{Ticket: f.Ticket, Row: f.Row.String(), File: word(f.Name), Size: f.Size, SHA256: word(f.Sum.Hex()), State: "missing",
		Ask: each(f.Ask, func(k model.DeskInfo) string { return k.Letter })}
}

func (v view) evidence(ticket model.Ticket, e model.Evidence, missing []evidenceValue) evidenceValue {
	out := evidenceValue{Ticket: ticket, Row: e.Mark.String(), Name: word(e.Name), File: word(e.File), Size: e.Size, SHA256: word(e.SHA256),
		State: "elsewhere", Ask: []string{}}
	if n := slices.IndexFunc(missing, func(f evidenceValue) bool { return f.Row == out.Row }); n >= 0 {
		out.State, out.Ask = "missing", missing[n].Ask
	} else if v.desk.HasFile(e) {
		out.State = "here"
	}
	return out
}

func (c *call) sayEvidence(none string, all []evidenceValue) error {
	if c.has("json") {
		return c.sayJSON(all)
	}
	if len(all) == 0 {
		c.say(c.book.T(none))
		return nil
	}
	for _, e := range all {
		c.say(strings.TrimSpace(string(e.Ticket) + "  " + plain(string(e.Name))))
		if e.File != "" {
			c.say("  " + plain(string(e.File)) + "  " + c.book.Bytes(e.Size))
		}
		if e.SHA256 != "" {
			c.say("  SHA-256 " + plain(string(e.SHA256)))
		}
		key := "evidence." + e.State
		if e.State == "missing" && len(e.Ask) == 0 {
			key = "evidence.missing-alone"
		}
		c.say("  "+c.book.T(key, "Names", strings.Join(e.Ask, ", ")), "  "+e.Row)
	}
	return nil
}

// saveEvidence writes the file of a piece of evidence.
func saveEvidence(c *call) error {
	return c.withDesk(func(d *app.Desk) error {
		ticket, row, path := app.IncidentRef(c.args[0]), c.args[1], c.args[2]
		v, err := d.EvidenceAt(ticket, row)
		if err != nil {
			return err
		}
		if isFolder(path) {
			path = filepath.Join(path, app.FileNameOf(v))
		}
		if err := c.mayReplace(path, func(string) bool { return false }); err != nil {
			return err
		}
		if v, err = d.SaveEvidenceFile(ticket, row, path, c.stoppable()); err != nil {
			return err
		}
		if c.has("json") {
			return c.sayJSON(map[string]any{"path": path, "size": v.Size, "sha256": v.SHA256})
		}
		c.say(c.book.T("evidence.saved", "Path", path, "Size", c.book.Bytes(v.Size)))
		return nil
	})
}
