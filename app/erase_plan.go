package app

import (
	"cmp"
	"maps"
	"slices"

	"siaga/model"
)

// ErasurePlan is what an erasure would do.
type ErasurePlan struct {
	Subject model.SubjectID
	Of      string           // its kind
	Ticket  model.Ticket     // of an incident
	Name    string           // of a person or a system
	All     []model.Erasable // what can be erased
	Chosen  []string         // the keys of what is
	Events  []model.Erasing  // the events of which something goes
	Copies  []model.Ticket   // the other incidents that have copies of it, which go too
}

// ErasurePlan reckons what an erasure of personal data would do: what can be
// erased of a subject, and which events lose what when the fields and rows named
// are. It refuses what cannot be erased.
func (d *Desk) ErasurePlan(subject string, fields, rows []string) (ErasurePlan, error) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	p, _, err := d.planErasure(subject, fields, rows)
	return p, err
}

func (d *Desk) planErasure(ref string, fields, rows []string) (p ErasurePlan, events map[model.Mark]model.Event, err error) {
	c := d.choosing()
	if p.Subject, err = d.findErasable(ref); err != nil {
		return p, nil, err
	}
	about, err := c.eventsOf(p.Subject)
	if err != nil {
		return p, nil, err
	}
	p.Of, p.All = model.FoldAll(about).Kind, model.ErasableOf(about)
	p.Name = cmp.Or(d.people[p.Subject].Name, d.systems[p.Subject].Name)
	if row := d.rows[p.Subject]; row != nil {
		p.Ticket = row.Ticket
	}
	if p.Of == "incident" && len(fields)+len(rows) == 0 {
		fields = []string{"reporter"}
	}
	marks, err := p.choose(fields, rows)
	if err != nil {
		return p, nil, err
	}
	if err := c.subject(p.Subject, fields, marks); err != nil {
		return p, nil, err
	}
	p.Events, p.Copies = c.erasing(), c.others(p.Subject)
	return p, c.byMark(), nil
}

// choose notes what was chosen, and refuses what cannot be erased.
func (p *ErasurePlan) choose(fields, rows []string) (marks []model.Mark, err error) {
	can := func(key string) bool {
		return slices.ContainsFunc(p.All, func(e model.Erasable) bool { return e.Key() == key })
	}
	for _, field := range fields {
		if !can(field) {
			return nil, model.RefuseAt("fields", "refuse.erase-field", "Field", field)
		}
	}
	for _, row := range rows {
		mark, _ := model.ParseMark(row)
		if !can(row) {
			return nil, model.RefuseAt("rows", "refuse.row-unknown")
		}
		marks = append(marks, mark)
	}
	p.Chosen = slices.Concat(fields, rows)
	return marks, nil
}

// findErasable finds an incident, a person or a system.
func (d *Desk) findErasable(ref string) (model.SubjectID, error) {
	if id, err := d.findIncident("subject", IncidentRef(ref)); err == nil {
		return id, nil
	}
	if id, err := d.findPerson("subject", PersonRef(ref)); err == nil && id != "" {
		return id, nil
	}
	if id, err := d.findSystem("subject", SystemRef(ref)); err == nil && id != "" {
		return id, nil
	}
	return "", model.RefuseAt("subject", "refuse.erase-subject", "Name", ref)
}

// choosing follows what is to be erased through the merges of incidents.
type choosing struct {
	desk    *Desk
	events  map[model.SubjectID][]model.Event
	brings  map[model.SubjectID][]model.Event // by a file that is not taken in yet
	found   map[model.Mark]model.Erasing
	origins map[model.Origin]bool // the rows that are erased, where they were recorded first
	done    map[string]bool
	but     func(event model.Event, field string) bool // of copies; nil for all
}

func (d *Desk) choosing() *choosing {
	return &choosing{desk: d, events: map[model.SubjectID][]model.Event{}, found: map[model.Mark]model.Erasing{},
		origins: map[model.Origin]bool{}, done: map[string]bool{}}
}

func (c *choosing) eventsOf(id model.SubjectID) ([]model.Event, error) {
	if c.events[id] == nil {
		events, err := c.desk.eventsOf(id)
		if err != nil {
			return nil, err
		}
		c.events[id] = append(events, c.brings[id]...)
	}
	return c.events[id], nil
}

// subject chooses fields and rows of a subject with all their copies and with
// what they are copies of.
func (c *choosing) subject(id model.SubjectID, fields []string, rows []model.Mark) error {
	events, err := c.eventsOf(id)
	if err != nil || !c.begin(id, fields, rows) {
		return err
	}
	own := model.Erase(events, fields, rows)
	c.add(own)
	if model.FoldAll(events).Kind != "incident" {
		return nil
	}
	origins := model.OriginsOf(events)
	for _, row := range rows {
		if err := c.origin(id, row, origins); err != nil {
			return err
		}
	}
	if slices.Contains(fields, "reporter") || slices.Contains(fields, "answer") {
		c.origins[model.Origin{Incident: id}] = true // the report that another ticket has of it
	}
	if err := c.sources(id, own); err != nil {
		return err
	}
	c.add(model.Erase(events, nil, c.copiedRows(events)))
	return c.copies(id, fields)
}

// begin reports whether this has not been followed yet.
func (c *choosing) begin(id model.SubjectID, fields []string, rows []model.Mark) bool {
	key := string(id) + model.FieldNames(fields).String()
	for _, m := range rows {
		key += " " + m.String()
	}
	was := c.done[key]
	c.done[key] = true
	return !was
}

// origin chooses the row that a chosen row is a copy of; that of a report is
// who reported the other ticket.
func (c *choosing) origin(id model.SubjectID, row model.Mark, origins map[model.Mark]model.Origin) error {
	o, copied := origins[row]
	if !copied {
		c.origins[model.Origin{Incident: id, Row: row}] = true
		return nil
	}
	c.origins[model.Origin{Incident: o.Incident, Row: o.Row}] = true
	switch {
	case o.Incident == id && o.Row == row:
		return nil
	case o.Row == (model.Mark{}):
		return c.subject(o.Incident, []string{"answer", "reporter"}, nil)
	}
	return c.subject(o.Incident, nil, []model.Mark{o.Row})
}

// copiedRows are those among events that are copies of what is erased.
func (c *choosing) copiedRows(events []model.Event) (rows []model.Mark) {
	for row, o := range model.OriginsOf(events) {
		if c.origins[model.Origin{Incident: o.Incident, Row: o.Row}] {
			rows = append(rows, row)
		}
	}
	return rows
}

// copies chooses what merges wrote of an incident's fields and rows to others.
func (c *choosing) copies(id model.IncidentID, fields []string) error {
	events, err := c.eventsOf(id)
	if err != nil {
		return err
	}
	for _, merge := range model.JoinedInto(events) {
		there, err := c.eventsOf(merge.Duplicate)
		if err != nil {
			return err
		}
		copied := slices.DeleteFunc(model.Erase(there, fields, c.copiedRows(there)), func(x model.Erasing) bool {
			return !slices.Contains(merge.Joined, x.Event) // what is kept of such an event stands in others
		})
		c.add(c.wanted(copied, there))
		if len(copied) > 0 && c.begin(merge.Duplicate, append([]string{"onward"}, fields...), nil) {
			if err := c.copies(merge.Duplicate, fields); err != nil {
				return err
			}
		}
	}
	return nil
}

// wanted leaves out what is not asked for.
func (c *choosing) wanted(all []model.Erasing, events []model.Event) (out []model.Erasing) {
	if c.but == nil {
		return all
	}
	for _, x := range all {
		e := events[slices.IndexFunc(events, func(e model.Event) bool { return e.Mark() == x.Event })]
		x.Fields = slices.DeleteFunc(x.Fields, func(field string) bool { return c.but(e, field) })
		if len(x.Fields) > 0 {
			out = append(out, x)
		}
	}
	return out
}

// sources chooses the fields that a merge took over from another incident there
// too.
func (c *choosing) sources(id model.IncidentID, own []model.Erasing) error {
	for _, from := range sortedKeys(c.desk.rows) {
		merged := func(e model.Ending) bool { return e.Duplicate == id }
		if !slices.ContainsFunc(c.desk.rows[from].Endings, merged) {
			continue
		}
		events, err := c.eventsOf(from)
		if err != nil {
			return err
		}
		for _, merge := range model.JoinedInto(events) {
			for _, x := range own {
				if merge.Duplicate != id || !slices.Contains(merge.Joined, x.Event) {
					continue
				}
				if err := c.subject(from, c.erasable(from, x.Fields), nil); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// erasable are the fields among these that an incident has.
func (c *choosing) erasable(id model.IncidentID, fields []string) []string {
	all := model.ErasableOf(c.events[id])
	return slices.DeleteFunc(slices.Clone(fields), func(field string) bool {
		return !slices.ContainsFunc(all, func(e model.Erasable) bool { return e.Field == field && e.Row == (model.Mark{}) })
	})
}

func (c *choosing) add(erasing []model.Erasing) {
	for _, x := range erasing {
		x.Fields = append(x.Fields, c.found[x.Event].Fields...)
		slices.Sort(x.Fields)
		x.Fields = slices.Compact(x.Fields)
		c.found[x.Event] = x
	}
}

// erasing is all that was found, in the order of the marks.
func (c *choosing) erasing() []model.Erasing {
	return slices.SortedFunc(maps.Values(c.found), func(a, b model.Erasing) int { return inMarks(a.Event, b.Event) })
}

func inMarks(a, b model.Mark) int {
	if a.Before(b) {
		return -1
	}
	return 1
}

// others are the tickets of which something goes besides the one it is about.
func (c *choosing) others(about model.SubjectID) (tickets []model.Ticket) {
	for _, x := range c.found {
		if x.Subject != about {
			tickets = append(tickets, c.desk.ticketOf(x.Subject))
		}
	}
	slices.Sort(tickets)
	return slices.Compact(tickets)
}

func (c *choosing) byMark() map[model.Mark]model.Event {
	out := map[model.Mark]model.Event{}
	for _, events := range c.events {
		for _, e := range events {
			out[e.Mark()] = e
		}
	}
	return out
}
