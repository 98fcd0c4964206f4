package papers

import (
	"siaga/locales"
	"siaga/ui/widgets"
)

// oneOf are chips of which exactly one is on.
type oneOf struct {
	*widgets.Chips
	key string
}

// newOneOf returns chips with the first switched on; changed hears of another
// choice.
func newOneOf(changed func(), chips ...widgets.Chip) *oneOf {
	o := &oneOf{Chips: widgets.NewChips(chips...)}
	o.Single = true
	o.set(chips[0].Key)
	o.OnChange = func(active []string) {
		if len(active) == 0 { // the one that was on was tapped again
			o.SetActive(o.key)
			return
		}
		o.key = active[0]
		changed()
	}
	return o
}

// set switches one on without telling anybody.
func (o *oneOf) set(key string) {
	o.key = key
	o.SetActive(key)
}

// languages are the languages a paper can be written in, Indonesian first.
func (p *Page) languages() (chips []widgets.Chip) {
	for _, lang := range locales.Langs() {
		chips = append(chips, widgets.Chip{Key: string(lang), Word: p.around.T("language." + string(lang)), Count: -1})
	}
	return chips
}
