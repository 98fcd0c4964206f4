package cli

import (
	"cmp"
	"encoding/json"

	"siaga/app"
	"siaga/model"
)

// changeValue is one field of one event. Before and after are as recorded, with
// instants in UTC; the same in words stands beside them.
type changeValue struct {
	Mark        string          `json:"mark"`
	At          word            `json:"at"`
	By          word            `json:"by"`
	Kind        string          `json:"kind"`
	Field       string          `json:"field"`
	Before      json.RawMessage `json:"before"`
	After       json.RawMessage `json:"after"`
	BeforeWords word            `json:"beforeWords"`
	AfterWords  word            `json:"afterWords"`
}

// history prints every change of a subject, named by its ticket or identity, or
// by "office".
func history(c *call) error {
	return c.withDesk(func(d *app.Desk) error {
		id, err := subject(d, c.args[0])
		if err != nil {
			return err
		}
		changes, err := d.History(id)
		if err != nil {
			return err
		}
		if len(changes) == 0 {
			return model.RefuseAt("subject", "refuse.subject-unknown")
		}
		v := view{d, c.book}
		if c.has("json") {
			return c.sayJSON(each(changes, v.change))
		}
		c.sayChanges(v, changes)
		return nil
	})
}

// theOffice is the word for the one subject that has neither ticket nor name.
const theOffice = "office"

func subject(d *app.Desk, named string) (model.SubjectID, error) {
	if named == theOffice {
		return d.Office().ID, nil
	}
	if _, ok := model.Raw(named); ok {
		return model.SubjectID(named), nil
	}
	i, err := d.Incident(app.IncidentRef(named))
	return i.ID, err
}

func (v view) change(c model.Change) changeValue {
	after := v.book.Recorded(c.Field, c.After, v.desk)
	if c.Erased {
		after = v.book.T("erase.erased")
	}
	return changeValue{
		c.Mark.String(), v.instants().at(c.At), word(v.person(c.By)), string(c.Kind), c.Field, c.Before, c.After,
		word(v.book.Recorded(c.Field, c.Before, v.desk)), word(after),
	}
}

// sayChanges prints each event, when it was typed in and by whom, with the
// fields that it changed.
func (c *call) sayChanges(v view, changes []model.Change) {
	for i, change := range changes {
		if i > 0 && changes[i-1].Mark != change.Mark {
			c.say("")
		}
		if i == 0 || changes[i-1].Mark != change.Mark {
			table(c.Stdout, "", [][]string{{c.book.Stamp(change.At.Time()), c.book.T("kind." + string(change.Kind)), plain(v.person(change.By))}})
		}
		c.say("  " + c.book.FieldLabel(change.Field) + ": " + c.changed(v.change(change)))
	}
}

// changed sets before beside after; what had nothing before is only told.
func (c *call) changed(h changeValue) string {
	none := c.book.T("format.none")
	after := cmp.Or(plain(string(h.AfterWords)), none)
	if h.BeforeWords == "" {
		return after
	}
	return plain(string(h.BeforeWords)) + " → " + after
}
