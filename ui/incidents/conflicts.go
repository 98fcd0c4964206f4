package incidents

import (
	"slices"

	"siaga/model"
	"siaga/ui/place"
)

// askConflicts goes to where everything is decided that desks left open, to what
// concerns this incident.
func (d *detail) askConflicts() { d.Go(place.Route{Place: place.Exchange, Subject: d.incident.ID}) }

// reporterNames are the parts of the reporter as an order names them.
var reporterNames = []string{"reporterName", "reporterPosition", "reporterAgency", "reporterPhone", "reporterEmail"}

// namesOf are the fields of an order that write a register, none when none does.
func namesOf(register string) []string {
	if register == "reporter" {
		return reporterNames
	}
	if _, known := detailFields[register]; known {
		return []string{register}
	}
	return nil
}

// undisputed are the fields that a form may ask for: saving one in which desks disagree
// would settle it unseen.
func undisputed(i model.Incident, names []string) (out []string) {
	for _, name := range names {
		if !slices.ContainsFunc(i.Conflicts, func(register string) bool { return slices.Contains(namesOf(register), name) }) {
			out = append(out, name)
		}
	}
	return out
}
