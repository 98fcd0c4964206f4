package incidents

import (
	"strings"

	"fyne.io/fyne/v2"

	"siaga/app"
	"siaga/ui/place"
)

// askErasure asks what personal data of the incident are erased for good.
func (d *detail) askErasure() {
	place.AskErasure(d.Around, d.desk, d.incident.ID, func(app.Done) { d.given = nil })
}

// erasedSaid says what was erased of the incident, with the way to the record of
// the last time.
func (d *detail) erasedSaid() (said []string, actions []fyne.CanvasObject) {
	for _, e := range d.desk.ErasuresOf(d.incident.ID) {
		said = append(said, d.T("erase.banner", "At", e.At.Time(), "Fields", strings.Join(each(e.Fields(), d.fieldLabel), ", ")))
		if len(actions) == 0 {
			actions = append(actions, place.RecordOfErasure(d.Around, e.ID))
		}
	}
	return said, actions
}
