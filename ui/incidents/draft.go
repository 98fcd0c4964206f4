package incidents

import (
	"encoding/json"
	"slices"

	"siaga/app"
	"siaga/ui/widgets"
)

const draftName = "intake"

// drafts keeps what is being typed, and what was left behind earlier, in one draft
// of the desk: a list of orders, the one being typed last. Each change is written at
// once; while the disk is busy the newest change waits and overtakes the others.
type drafts struct {
	*Page
	offered []app.RegisterIncident // left behind, not taken up yet
	current app.RegisterIncident
	loaded  bool
	busy    bool
	again   bool
}

// begin offers all that was left behind: by the program before, or on this form.
func (d *drafts) begin() {
	if d.current != (app.RegisterIncident{}) {
		d.offered, d.current = append(d.offered, d.current), app.RegisterIncident{}
	}
	if d.loaded {
		return
	}
	d.loaded = true
	kept, err := d.desk.Draft(draftName)
	if err != nil || len(kept) == 0 {
		return
	}
	// A draft of another version that cannot be read offers nothing.
	_ = json.Unmarshal(kept, &d.offered)
}

// takeUp makes the last offered draft the current one.
func (d *drafts) takeUp() app.RegisterIncident {
	last := len(d.offered) - 1
	d.current, d.offered = d.offered[last], d.offered[:last]
	return d.current
}

// discard forgets the last offered draft.
func (d *drafts) discard() {
	d.offered = d.offered[:len(d.offered)-1]
	d.write()
}

// keep remembers what is typed now; an empty form is not worth keeping.
func (d *drafts) keep(typed app.RegisterIncident) {
	if typed != d.current {
		d.current = typed
		d.write()
	}
}

func (d *drafts) write() {
	if d.busy {
		d.again = true
		return
	}
	d.busy = true
	bytes, err := d.encode()
	widgets.Run(d.Doors, func() error {
		if err != nil {
			return err
		}
		return d.desk.KeepDraft(draftName, bytes)
	}, func(err error) {
		d.busy = false
		if err != nil {
			d.Fail(err)
		}
		if d.again {
			d.again = false
			d.write()
		}
	})
}

func (d *drafts) encode() ([]byte, error) {
	all := slices.Clone(d.offered)
	if d.current != (app.RegisterIncident{}) {
		all = append(all, d.current)
	}
	if len(all) == 0 {
		return nil, nil
	}
	return json.Marshal(all)
}
