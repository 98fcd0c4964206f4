package demo

import (
	"fmt"
	"slices"
	"strings"

	"siaga/app"
	"siaga/model"
)

// plan is one incident before it is told: what it is about, what becomes of
// it, and when.
type plan struct {
	ref    app.IncidentRef // its ticket, once it was registered
	tale   tale
	pool   tale // what its category says in every variant
	words  *strings.Replacer
	place  place
	sender sender
	fate   fate
	course course
	twin   *plan // the incident that a duplicate repeats
}

// place is what an incident happened to: a system of the list, or something of
// a unit.
type place struct {
	object   string
	host     string
	system   model.SystemID
	agency   model.AgencyID
	owner    string
	unit     string
	kind     string // of unit
	class    model.Class
	vital    bool
	personal bool
}

// shares is how often each of the sixteen categories comes, of 100; gambling
// pages are the everyday case of a city.
var shares = []struct {
	category string
	share    int
}{
	{"JDL", 24}, {"WDF", 11}, {"PHS", 12}, {"AKN", 10}, {"MAL", 9}, {"KRN", 7}, {"SCN", 5}, {"SPM", 5}, {"DOS", 3},
	{"AKS", 3}, {"KBD", 2}, {"PDP", 2}, {"GGN", 3}, {"RSW", 2}, {"PGL", 1}, {"LLN", 1},
}

func (t *teller) category() string {
	n := t.rand.IntN(100)
	for _, s := range shares {
		if n -= s.share; n < 0 {
			return s.category
		}
	}
	return "LLN"
}

// conceive draws what an incident of a category is about. A class that is
// asked for must fit what it happens to: a unit's things are never Strategis.
func (t *teller) conceive(category string, class model.Class) *plan {
	p := t.about(draw(t, t.texts[category]))
	for range 60 {
		if (class == "" || p.place.class == class) && !t.toldLately(p) {
			break
		}
		p = t.about(draw(t, t.texts[category]))
	}
	return p
}

// about plans an incident of a tale.
func (t *teller) about(story tale) *plan {
	p := &plan{tale: story, place: t.placeFor(story), pool: draw(t, t.texts[story.category+"/umum"])}
	p.words = strings.NewReplacer("{objek}", p.place.object, "{alamat}", p.place.host, "{unit}", p.place.unit, "{pd}", p.place.owner,
		"{ip}", fmt.Sprintf("203.0.113.%d", 1+t.rand.IntN(250)), "{ip2}", fmt.Sprintf("198.51.100.%d", 1+t.rand.IntN(250)),
		"{n}", fmt.Sprint(12+t.rand.IntN(180)), "{k}", fmt.Sprint(2+t.rand.IntN(7)))
	p.sender = t.senderFor(p)
	return p
}

// toldLately reports whether the same happened to the same a short while ago,
// or will on the last day.
func (t *teller) toldLately(p *plan) bool {
	same := func(r *plan) bool {
		return r.place.object == p.place.object && r.tale.fields["title"][0] == p.tale.fields["title"][0]
	}
	return slices.ContainsFunc(t.recent, same) || slices.ContainsFunc(t.today, same)
}

func (t *teller) placeFor(story tale) place {
	word := draw(t, slices.DeleteFunc(slices.Clone(story.targets), func(w string) bool { return slices.Contains(unitKinds, w) }))
	if word != "situs" && word != "kantor" {
		return t.systemFor(word, story.category)
	}
	u := t.unitFor(story.targets)
	p := place{object: "situs " + u.name, host: u.host, agency: u.agency, owner: u.owner, unit: u.name, kind: u.kind, class: model.Rendah}
	if objects := story.fields["objek"]; objects != nil {
		p.object = strings.ReplaceAll(draw(t, objects), "{unit}", u.name)
	}
	if t.chance(0.3) {
		p.class = model.Tinggi
	}
	p.personal = aboutData(story.category)
	return p
}

func (t *teller) systemFor(word, category string) place {
	s := draw(t, slices.DeleteFunc(slices.Clone(t.systems), func(s system) bool { return !slices.Contains(s.tags, word) }))
	owner := t.town.agencies[s.agency]
	return place{object: s.name, host: s.host, system: s.id, agency: owner.ID, owner: owner.Name, unit: owner.Name, kind: "dinas",
		class: s.class(), vital: s.vital, personal: s.personal && aboutData(category)}
}

// aboutData reports whether incidents of a category concern data of people.
func aboutData(category string) bool { return category == "PDP" || category == "KBD" }

// say fills a line of the tale, or of its category when the tale has none; ""
// when neither has.
func (t *teller) say(p *plan, field string) string {
	lines := p.tale.fields[field]
	if lines == nil {
		lines = p.pool.fields[field]
	}
	if lines == nil {
		return ""
	}
	return p.fill(draw(t, lines))
}

// saying fills a sentence from one of the pools for all incidents.
func (t *teller) saying(p *plan, pool, field string) string {
	return p.fill(draw(t, draw(t, t.texts[pool]).fields[field]))
}

func (p *plan) fill(line string) string {
	return sentence(strings.ReplaceAll(p.words.Replace(line), "{tiket}", string(p.ref)))
}
