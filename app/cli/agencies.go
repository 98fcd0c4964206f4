package cli

import (
	"siaga/app"
	"siaga/model"
)

// agencyValue is a Perangkat Daerah in JSON.
type agencyValue struct {
	ID        model.AgencyID `json:"id"`
	Name      string         `json:"name"`
	Short     word           `json:"short"`
	Kind      word           `json:"kind"`
	Address   word           `json:"address"`
	Phone     word           `json:"phone"`
	Email     word           `json:"email"`
	Head      word           `json:"head"`
	HeadID    word           `json:"headId"`
	HeadTitle word           `json:"headTitle"`
	Example   bool           `json:"example"`
	Retired   word           `json:"retired"`
}

// agencies prints every Perangkat Daerah, those no longer in use only with
// --all.
func agencies(c *call) error {
	return c.withDesk(func(d *app.Desk) error {
		found := each(inUse(c, d.Agencies(), func(a model.Agency) string { return a.Retired }), func(a model.Agency) agencyValue {
			return agencyValue{a.ID, a.Name, word(a.Short), word(a.Kind), word(a.Address), word(a.Phone), word(a.Email),
				word(d.Person(a.Head).Name), word(a.Head), word(a.HeadTitle), a.Example, word(a.Retired)}
		})
		if c.has("json") {
			return c.sayJSON(found)
		}
		c.listing("agencies", []string{"short", "name", "kind", "phone", "email", "head", "status"}, each(found, func(a agencyValue) []string {
			kind := c.chosen(a.Kind != "", model.AgencyKind(a.Kind))
			return []string{string(a.Short), a.Name, kind, string(a.Phone), string(a.Email), string(a.Head), c.status(a.Example, a.Retired)}
		}))
		return nil
	})
}
