package incidents

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"fyne.io/fyne/v2/container"

	"siaga/app"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// addTags shows the incident's tags beside the badges, each a way to all incidents that
// have it, and the way to change them.
func (d *detail) addTags() {
	edit := widgets.NewQuiet(d.T("incidents.act.tag"), look.IconAdd, d.askTags)
	for n, badge := range d.badges.Objects {
		d.badges.Objects[n] = widgets.NewHeight(edit.MinSize().Height, container.NewCenter(badge))
	}
	for _, tag := range d.incident.Tags {
		d.badges.Add(widgets.NewQuiet(tag, look.IconTag, func() {
			d.Go(place.Route{Place: place.Incidents, Filter: &app.Filter{Tag: []string{tag}}})
		}))
	}
	d.badges.Add(edit)
}

func (d *detail) askTags() {
	had := d.incident.Tags
	tags := newTagTicks(d.Page, had)
	d.ask(question{
		title: d.T("incidents.act.tag"), primary: d.T("common.save"), done: d.T("incidents.saved"),
		fields: []*widgets.Field{d.tagField(tags)},
		do: func() error {
			return d.do(app.TagIncident{Incident: d.ref(), Add: tags.ticked(), Remove: lacking(had, tags.ticked())})
		},
	})
}

func (l *list) askBatchTags(chosen []model.IncidentID) {
	tags := newTagTicks(l.Page, nil)
	l.ask(question{
		title: l.Book.N("incidents.batch.tag", len(chosen)), primary: l.T("common.save"),
		fields: []*widgets.Field{l.tagField(tags)},
		do: func() error {
			return l.doEach(chosen, func(id model.IncidentID) app.Command {
				return app.TagIncident{Incident: app.IncidentRef(id), Add: tags.ticked()}
			})
		},
	})
}

// tagField carries the name of the order's field, where a refusal belongs.
func (p *Page) tagField(tags *roster) *widgets.Field {
	return widgets.NewField("add", p.T("field.tags"), tags.whole).Hint(p.T("incidents.tag.hint"))
}

// newTagTicks are tags with a tick, and a chooser that adds one more: a known one, or
// what is typed.
func newTagTicks(p *Page, has []string) *roster {
	r := &roster{ticks: newTicks(nil, nil)}
	more := p.pick(p.tagChoices(), "")
	tick := func(tag string) {
		if tag != "" && !r.tick(tag) {
			r.add(widgets.Choice{Key: tag, Title: tag}, true)
		}
		more.SetSelected("")
	}
	for _, tag := range has {
		tick(tag)
	}
	more.AddWord = func(query string) string { return p.T("incidents.tag.new", "Tag", query) }
	more.OnChange = tick
	more.OnAdd = func(query string) { tick(model.CleanTags([]string{query})[0]) }
	r.whole = container.NewVBox(r.box, more)
	return r
}

func (p *Page) tagChoices() (out []widgets.Choice) {
	for _, t := range p.desk.Tags() {
		out = append(out, widgets.Choice{Key: t.Name, Title: t.Name, Subtitle: p.Book.N("incidents.count", t.Incidents)})
	}
	return out
}

// tagCode stands for a tag in a saved view, where no words are kept: people may have
// written a name.
func tagCode(tag string) string {
	sum := sha256.Sum256([]byte(model.TagKey(tag)))
	return hex.EncodeToString(sum[:8])
}

// tagsOf are the tags that such codes stand for; a code whose tag no incident has any
// more stays, and finds nothing.
func (p *Page) tagsOf(codes []string) []string {
	tags := slices.Clone(codes)
	for _, t := range p.desk.Tags() {
		if n := slices.Index(codes, tagCode(t.Name)); n >= 0 {
			tags[n] = t.Name
		}
	}
	return tags
}
