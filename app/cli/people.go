package cli

import (
	"slices"
	"strings"

	"siaga/app"
	"siaga/model"
)

// personValue is somebody the office works with, in JSON; posts are those held
// now.
type personValue struct {
	ID       model.PersonID `json:"id"`
	Name     string         `json:"name"`
	NIP      word           `json:"nip"`
	Rank     word           `json:"rank"`
	JobTitle word           `json:"jobTitle"`
	Agency   word           `json:"agency"`
	AgencyID word           `json:"agencyId"`
	Phone    word           `json:"phone"`
	Email    word           `json:"email"`
	Example  bool           `json:"example"`
	Retired  word           `json:"retired"` // why no longer to choose from
	Posts    []seatValue    `json:"posts"`
}

// people prints everybody, those no longer in use only with --all.
func people(c *call) error {
	return c.withDesk(func(d *app.Desk) error {
		v := view{d, c.book}
		found := each(inUse(c, d.People(), func(p model.Person) string { return p.Retired }), v.personValue)
		if c.has("json") {
			return c.sayJSON(found)
		}
		c.listing("people", []string{"name", "nip", "jobTitle", "agency", "phone", "post", "status"}, each(found, func(p personValue) []string {
			posts := each(p.Posts, func(s seatValue) string { return c.acting(s) + string(s.Post) })
			return []string{p.Name, model.PrintNIP(string(p.NIP)), string(p.JobTitle), string(p.Agency), string(p.Phone),
				strings.Join(posts, ", "), c.status(p.Example, p.Retired)}
		}))
		return nil
	})
}

func (v view) personValue(p model.Person) personValue {
	held := slices.DeleteFunc(v.desk.Seats(), func(s model.Seat) bool { return s.Person != p.ID || !s.Held(v.desk.Now()) })
	return personValue{
		ID: p.ID, Name: p.Name, NIP: word(p.NIP), Rank: word(p.Rank), JobTitle: word(p.JobTitle),
		Agency: word(v.desk.Agency(p.Agency).Label()), AgencyID: word(p.Agency), Phone: word(p.Phone), Email: word(p.Email),
		Example: p.Example, Retired: word(p.Retired), Posts: each(held, v.seat),
	}
}
