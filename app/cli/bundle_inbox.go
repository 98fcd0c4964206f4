package cli

import (
	"slices"
	"strings"

	"siaga/app"
	"siaga/model"
)

// lyingValue is a file of the inbox; what stands in its way is empty when it can
// be taken in.
type lyingValue struct {
	File      string         `json:"file"`
	From      deskName       `json:"from"`  // nobody when the file does not open
	Since     word           `json:"since"` // waiting since, or made at
	Waits     bool           `json:"waits"`
	Gaps      []gapValue     `json:"gaps"`
	Strangers []deskName     `json:"strangers"`
	Early     []model.Ticket `json:"early"` // received in the future
	Key       word           `json:"key"`   // why it cannot be taken in
	Sentence  word           `json:"sentence"`
	since     model.Instant
}

// inbox prints the files that came from outside and have not been taken in whole.
func inbox(c *call) error {
	return c.withDesk(func(d *app.Desk) error {
		files, err := view{d, c.book}.lying()
		if err != nil {
			return err
		}
		if c.has("json") {
			return c.sayJSON(files)
		}
		if len(files) == 0 {
			c.say(c.book.T("inbox.none"))
			return nil
		}
		c.listing("files", []string{"file", "sender", "since", "missing"}, each(files, func(f lyingValue) []string {
			return []string{f.File[:shownName], f.From.label(), c.stamp(f.since), c.missing(f)}
		}))
		return nil
	})
}

// shownName is how much of a name in the inbox people see: enough to tell one
// from another.
const shownName = 12

// lying are the files that wait, then those that nobody has decided about.
func (v view) lying() ([]lyingValue, error) {
	x, err := v.desk.Exchange()
	if err != nil {
		return nil, err
	}
	files := each(x.Waiting, func(w app.Waiting) lyingValue {
		return lyingValue{File: w.File, From: v.deskName(w.From), Since: v.instants().at(w.Since), since: w.Since, Waits: true,
			Gaps: each(w.Gaps, v.gap), Strangers: each(w.Strangers, v.deskName), Early: []model.Ticket{}}
	})
	return append(files, each(x.Received, v.undecided)...), nil
}

// undecided is a file that is read to see who sent it.
func (v view) undecided(name string) lyingValue {
	out := lyingValue{File: name, Gaps: []gapValue{}, Strangers: []deskName{}, Early: []model.Ticket{}}
	a, err := v.desk.Preview(name, "", nil)
	if err != nil {
		out.Sentence = word(v.book.Refusal(err))
		if r, ok := model.AsRefusal(err); ok {
			out.Key = word(r.Key)
		}
		return out
	}
	told := v.arrival(a, false)
	out.From, out.Since, out.since, out.Gaps, out.Strangers, out.Early = told.From, told.MadeAt, a.MadeAt, told.Gaps, told.Strangers, told.Early
	return out
}

// label is a desk as people call it, the beginning of its identity when nobody
// knows it.
func (n deskName) label() string {
	if n.Letter == "" {
		return n.ID.Short()
	}
	return model.DeskInfo{Letter: string(n.Letter), Name: string(n.Name)}.Label()
}

// missing says what a file of the inbox waits for, and what is to be known of it.
func (c *call) missing(f lyingValue) string {
	if f.Sentence != "" {
		return string(f.Sentence)
	}
	all := c.awaited(f)
	if len(all) == 0 {
		all = append(all, c.book.T("inbox.ready"))
	}
	if len(f.Early) > 0 {
		all = append(all, c.book.N("inbox.early", len(f.Early)))
	}
	return strings.Join(all, "; ")
}

func (c *call) awaited(f lyingValue) (all []string) {
	for _, g := range f.Gaps {
		if g.From == g.To {
			all = append(all, c.book.T("inbox.gap-one", "Name", g.Desk.label(), "Number", int(g.From)))
			continue
		}
		all = append(all, c.book.T("inbox.gap", "Name", g.Desk.label(), "From", int(g.From), "To", int(g.To)))
	}
	if len(f.Gaps) > 0 {
		return all // the admission of strangers may stand in what is missing
	}
	for _, desk := range f.Strangers {
		all = append(all, c.book.T("inbox.stranger", "Name", desk.label()))
	}
	return all
}

// received finds a file of the inbox by its name or the beginning of it.
func received(d *app.Desk, name string) (string, error) {
	fits := slices.DeleteFunc(d.Received(), func(n string) bool { return !strings.HasPrefix(n, name) })
	if len(name) < shownName || len(fits) != 1 {
		return "", model.Refuse("refuse.inbox-unknown", "Value", name)
	}
	return fits[0], nil
}

// discard removes a file of the inbox.
func discard(c *call) error {
	return c.withDesk(func(d *app.Desk) error {
		name, err := received(d, c.args[0])
		if err != nil {
			return err
		}
		if err := d.Discard(name); err != nil {
			return err
		}
		if c.has("json") {
			return c.sayJSON(struct {
				File string `json:"file"`
			}{name})
		}
		c.say(c.book.T("inbox.discarded", "File", name[:shownName]))
		return nil
	})
}
