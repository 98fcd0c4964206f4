package app

import (
	"path/filepath"
	"slices"

	"siaga/app/bundle"
	"siaga/model"
)

// GivenOut is a file for others that was written here. Where it lies since, and
// who has copied it, nobody knows.
type GivenOut struct {
	Path   string         `json:"path"` // where it was written; empty where that was not kept
	At     model.Instant  `json:"at"`
	For    []model.DeskID `json:"for,omitempty"` // none: whoever knows the passphrase
	CSIRT  string         `json:"csirt,omitempty"`
	Ranges []bundle.Range `json:"ranges,omitempty"` // the events it holds
	Files  []model.Mark   `json:"files,omitempty"`  // rows of evidence of which it holds the file alone
}

// mostGivenOut is how many of them are remembered: the notes are written anew
// each time.
const mostGivenOut = 100

// gaveOut notes a file that left this desk with events in it.
func (d *Desk) gaveOut(o *outgoing, path string) error {
	if len(o.header.Ranges)+len(o.again) == 0 {
		return nil
	}
	if full, err := filepath.Abs(path); err == nil {
		path = full
	}
	return d.renote(func(x *exchanged) {
		x.GivenOut = append(x.GivenOut, GivenOut{Path: path, At: o.header.MadeAt, For: o.header.For, Ranges: o.header.Ranges, Files: o.again})
		x.GivenOut = x.GivenOut[max(0, len(x.GivenOut)-mostGivenOut):]
	})
}

// holds reports whether the file was written with an event in it.
func (g GivenOut) holds(m model.Mark) bool {
	return inRanges(g.Ranges, m) || slices.Contains(g.Files, m)
}

// givenOut are the files of before an erasure that hold what was erased, as far
// as this desk remembers: what it wrote for desks, and what it shared.
func (d *Desk) givenOut(order model.Erasure, carried model.Instant) (out []GivenOut) {
	for _, g := range d.others.GivenOut {
		if g.At <= carried && slices.ContainsFunc(order.Events, func(e model.Erasing) bool { return g.holds(e.Event) }) {
			out = append(out, g)
		}
	}
	fields := order.Fields()
	for _, id := range order.Subjects() {
		s, err := d.readSubject(id)
		if err != nil || s.Kind != "incident" {
			continue // what cannot be read is told of by the check
		}
		for _, h := range model.IncidentOf(s).Shares {
			if h.At <= carried && slices.ContainsFunc(h.Fields, func(f string) bool { return slices.Contains(fields, f) }) {
				out = append(out, GivenOut{At: h.At, CSIRT: h.To})
			}
		}
	}
	return out
}

// DesksOf are the desks for which a file was written.
func (d *Desk) DesksOf(g GivenOut) (desks []model.DeskInfo) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	for _, id := range g.For {
		desks = append(desks, d.deskInfo(id))
	}
	return desks
}
