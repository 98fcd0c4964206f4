package cli

import (
	"strconv"

	"siaga/app"
	"siaga/model"
)

// systemValue is a Sistem Elektronik in JSON. Score and proposed are what the
// ten answers give, null without answers; ambiguous is a score that the two
// tables read differently.
type systemValue struct {
	ID            model.SystemID `json:"id"`
	Name          string         `json:"name"`
	Agency        word           `json:"agency"`
	AgencyID      word           `json:"agencyId"`
	URL           word           `json:"url"`
	Description   word           `json:"description"`
	Manager       word           `json:"manager"`
	Class         word           `json:"class"`
	Answers       word           `json:"answers"`
	Table         word           `json:"table"`
	Score         *int           `json:"score"`
	Proposed      word           `json:"proposed"`
	Ambiguous     bool           `json:"ambiguous"`
	Vital         bool           `json:"vital"`
	PersonalData  bool           `json:"personalData"`
	OpenIncidents int            `json:"openIncidents"`
	Incidents     int            `json:"incidents"`
	Example       bool           `json:"example"`
	Retired       word           `json:"retired"`
}

// systems prints every Sistem Elektronik, those no longer in use only with
// --all.
func systems(c *call) error {
	return c.withDesk(func(d *app.Desk) error {
		open, all := map[model.SystemID]int{}, map[model.SystemID]int{}
		for _, r := range d.Incidents() {
			all[r.System]++
			if r.Outcome == "" {
				open[r.System]++
			}
		}
		found := each(inUse(c, d.Systems(), func(s model.System) string { return s.Retired }), func(s model.System) systemValue {
			value := view{d, c.book}.system(s)
			value.OpenIncidents, value.Incidents = open[s.ID], all[s.ID]
			return value
		})
		if c.has("json") {
			return c.sayJSON(found)
		}
		c.listing("systems", []string{"system", "agency", "class", "score", "proposed", "open", "all", "status"}, each(found, c.systemLine))
		return nil
	})
}

func (v view) system(s model.System) systemValue {
	value := systemValue{
		ID: s.ID, Name: s.Name, Agency: word(v.desk.Agency(s.Agency).Label()), AgencyID: word(s.Agency), URL: word(s.URL),
		Description: word(s.Description), Manager: word(s.Manager), Class: word(s.Class), Answers: word(s.Answers), Table: word(s.Table),
		Vital: s.Vital, PersonalData: s.PersonalData, Example: s.Example, Retired: word(s.Retired),
	}
	if class, score, ok := s.Proposed(); ok {
		value.Proposed, value.Score, value.Ambiguous = word(class), &score, model.Ambiguous(score)
	}
	return value
}

func (c *call) systemLine(s systemValue) []string {
	class := func(w word) string { return c.chosen(w != "", model.Class(w)) }
	score, proposed := "", class(s.Proposed)
	if s.Score != nil {
		score = strconv.Itoa(*s.Score)
	}
	if s.Ambiguous {
		proposed = c.book.T("systems.ambiguous.mark", "Class", proposed)
	}
	return []string{s.Name, string(s.Agency), class(s.Class), score, proposed,
		c.book.Number(s.OpenIncidents), c.book.Number(s.Incidents), c.status(s.Example, s.Retired)}
}
