package cli

import (
	"cmp"
	"encoding/json"
	"strings"

	"siaga/app"
	"siaga/model"
)

// decisionValue is one thing that waits for a decision, in JSON; what does not
// belong to its kind is null or left out.
type decisionValue struct {
	Kind    app.DecisionKind  `json:"kind"`
	Subject word              `json:"subject"`
	Of      word              `json:"of"`
	Name    string            `json:"name"`
	Field   word              `json:"field"`
	Misfit  word              `json:"misfit"`
	Says    string            `json:"says"`
	Todo    word              `json:"todo"` // outside of the program
	Values  []rivalValue      `json:"values"`
	Others  []model.SubjectID `json:"others"`
	Desk    word              `json:"desk"`
	Number  uint64            `json:"number,omitempty"`
	File    string            `json:"file,omitempty"`
	Ahead   model.Seconds     `json:"aheadSeconds,omitempty"`
	Since   word              `json:"since"`
}

// rivalValue is one of the values; its mark is what the order decide takes.
type rivalValue struct {
	Mark  string          `json:"mark"`
	Field string          `json:"field"`
	Value json.RawMessage `json:"value"`
	Words word            `json:"words"`
	By    word            `json:"by"`
	Desk  word            `json:"desk"`
	At    word            `json:"at"`
	Why   word            `json:"why"`
}

// conflicts prints everything that waits for a decision between desks.
func conflicts(c *call) error {
	return c.withDesk(func(d *app.Desk) error {
		if c.has("fork") || c.has("settle") {
			return c.ofFork(d)
		}
		all, err := d.Decisions()
		if err != nil {
			return err
		}
		v := view{d, c.book}
		if c.has("json") {
			return c.sayJSON(append([]decisionValue{}, each(all, v.decision)...))
		}
		if len(all) == 0 {
			c.say(c.book.T("decide.none"))
			return nil
		}
		for i, k := range all {
			if i > 0 {
				c.say("")
			}
			c.sayDecision(v, k)
		}
		return nil
	})
}

func (v view) decision(k app.Decision) decisionValue {
	says, about := k.Says()
	out := decisionValue{
		Kind: k.Kind, Subject: word(k.Subject), Of: word(k.Of), Name: v.called(k), Field: word(k.Field), Misfit: word(k.Misfit.Kind),
		Says: v.book.T(says, about...), Values: append([]rivalValue{}, each(k.Values, v.rival)...), Others: append([]model.SubjectID{}, k.Others...),
		Desk: word(k.Desk.Desk), Number: k.N, File: k.File, Ahead: model.Seconds(k.Ahead.Seconds()), Since: v.instants().at(k.Since),
	}
	if key, args := k.Todo(); key != "" {
		out.Todo = word(v.book.T(key, args...))
	}
	return out
}

func (v view) called(k app.Decision) string {
	key, about := k.Called()
	return v.book.T(key, about...)
}

func (v view) rival(r app.Rival) rivalValue {
	return rivalValue{r.Mark.String(), r.Field, r.Value, word(v.book.Recorded(r.Field, r.Value, v.desk)), word(v.person(r.By)),
		word(v.book.DeskName(r.Desk)), v.instants().at(r.At), word(r.Why)}
}

// sayDecision prints what is to be decided, and the values below each other.
func (c *call) sayDecision(v view, k app.Decision) {
	told := v.decision(k)
	head := c.book.Word(k.Kind) + ": " + plain(told.Name)
	if k.Field != "" {
		head += " · " + c.book.FieldLabel(k.Field)
	}
	c.say(head, "  "+plain(told.Says))
	if told.Todo != "" {
		c.say("  " + plain(string(told.Todo)))
	}
	if len(told.Values) > 0 {
		table(c.Stdout, "  ", filled(each(k.Values, func(r app.Rival) []string { return c.rivalLine(v.rival(r), r.At) }), 0))
	}
	if len(k.Others) > 0 {
		c.say("  "+string(k.Subject), "  "+strings.Join(each(k.Others, func(id model.SubjectID) string { return string(id) }), "\n  "))
	}
}

func (c *call) rivalLine(r rivalValue, at model.Instant) []string {
	value := cmp.Or(plain(string(r.Words)), c.book.T("format.none"))
	return []string{c.book.FieldLabel(r.Field), value, plain(string(r.By)), plain(string(r.Desk)), c.stamp(at), plain(string(r.Why)), r.Mark}
}
