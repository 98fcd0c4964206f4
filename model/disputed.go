package model

import "slices"

// Disputed names the registers of an incident that wait for a decision: desks
// disagree about them, or what stands in them does not fit together.
func (i Incident) Disputed() FieldNames {
	fields := slices.Clone(i.Conflicts)
	for _, m := range i.Misfits {
		fields = append(append(fields, m.Fields...), m.Late...)
	}
	slices.Sort(fields)
	return slices.Compact(fields)
}

// Unsettled are the disputed fields that hold up the present step: an incident
// is not closed and announced on what another desk denies.
func (i Incident) Unsettled() FieldNames {
	if i.Outcome != "" || i.Step != StepAnnounce {
		return nil
	}
	return i.Disputed()
}
