package app

import (
	"maps"
	"slices"

	"siaga/model"
)

// looking looks for what orders to erase do not name and have to cover: among the
// events that are here, and those of a file before it is taken in.
type looking struct {
	desk   *Desk
	orders orders
	erased model.Erasures
	brings map[model.SubjectID][]model.Event // by the file
	copies []erasingAgain
	asked  []erasingAgain
}

func (d *Desk) looking() *looking { return &looking{desk: d, orders: d.orders, erased: d.erased} }

// bring adds what a file brings, orders among it.
func (l *looking) bring(events []model.Event) {
	l.orders, l.erased, l.brings = maps.Clone(l.orders), model.Erasures{}, map[model.SubjectID][]model.Event{}
	for _, e := range events {
		id := e.Header.Subject
		l.brings[id] = append(l.brings[id], l.desk.erased.Strip(e))
		if e.Header.Kind.SubjectKind() == "erasure" {
			l.orders[id] = model.ErasureOf(model.FoldAll(l.brings[id]))
		}
	}
	for _, order := range l.orders {
		l.erased.Add(order)
	}
}

func (l *looking) look() error {
	for _, id := range sortedKeys(l.orders) {
		if order := l.orders[id]; l.orders.first(order).ID == id {
			if err := l.lookFor(l.orders.withFollowing(order)); err != nil {
				return err
			}
		}
	}
	return nil
}

// lookFor looks for what one order does not name.
func (l *looking) lookFor(order model.Erasure) error {
	c := l.desk.choosing()
	c.brings = l.brings
	if err := l.unaware(c, order); err != nil {
		return err
	}
	asked := map[string]*erasingAgain{}
	for _, id := range order.Subjects() {
		if l.desk.kindOf(id) == "" && l.brings[id] == nil {
			continue
		}
		events, err := c.eventsOf(id)
		if err != nil {
			return err
		}
		for _, r := range order.Rewritten(events, l.erased) {
			key := string(id) + "/" + r.Fields[0]
			switch _, copied := c.found[r.Event]; {
			case copied && slices.Contains(c.found[r.Event].Fields, r.Fields[0]):
			case r.Copied:
				c.add([]model.Erasing{r.Erasing})
			case asked[key] == nil:
				asked[key] = &erasingAgain{order, []model.Erasing{r.Erasing}}
			default:
				asked[key].events = append(asked[key].events, r.Erasing)
			}
		}
	}
	if len(c.found) > 0 {
		l.copies = append(l.copies, erasingAgain{order, c.erasing()})
	}
	for _, key := range sortedKeys(asked) {
		l.asked = append(l.asked, *asked[key])
	}
	return nil
}

// unaware chooses what merges copied of what an order erases, made where it was
// not known.
func (l *looking) unaware(c *choosing, order model.Erasure) error {
	c.but = func(e model.Event, field string) bool { return e.Knew(order.Mark) || l.erased[e.Mark()][field] }
	for _, id := range order.Subjects() {
		if l.desk.rows[id] == nil && model.FoldAll(l.brings[id]).Kind != "incident" {
			continue
		}
		events, err := c.eventsOf(id)
		if err != nil {
			return err
		}
		fields := c.erasedAgain(id, order, model.OriginsOf(events))
		if err := c.copies(id, fields); err != nil {
			return err
		}
	}
	return nil
}

// erasedAgain are the registers that an order erases of an incident; the rows are
// noted with where they were recorded first.
func (c *choosing) erasedAgain(id model.IncidentID, order model.Erasure, origins map[model.Mark]model.Origin) (fields []string) {
	for _, x := range order.Events {
		if x.Subject != id {
			continue
		}
		fields = append(fields, x.Fields...)
		if x.HasRow("incident") {
			c.origins[model.Origin{Incident: id, Row: x.Event}] = true
			if o, copied := origins[x.Event]; copied {
				c.origins[model.Origin{Incident: o.Incident, Row: o.Row}] = true
			}
		}
		if slices.Contains(x.Fields, "reporter") || slices.Contains(x.Fields, "answer") {
			c.origins[model.Origin{Incident: id}] = true
		}
	}
	slices.Sort(fields)
	return slices.Compact(fields)
}
