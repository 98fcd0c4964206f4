package app

import (
	"siaga/model"
	"siaga/reports"
)

// Outward is a letter or form that tells somebody outside of an incident; it
// refuses one that the incident has no use for when it is laid out.
func (d *Desk) Outward(ref IncidentRef, kind reports.OutwardKind) (reports.Outward, error) {
	i, err := d.Incident(ref)
	if err != nil {
		return reports.Outward{}, err
	}
	now := d.Now()
	number := i.Papers[string(kind)]
	return reports.Outward{
		Kind: kind, Office: d.Office(), Names: d.directory(), Incident: i,
		Number: number, Signer: d.signer("III", dated(number, now)), PrintedAt: now,
	}, nil
}

// STR is the registration of the office's team as it stands today.
func (d *Desk) STR() model.STR {
	zone, _ := d.Zone()
	return d.Office().STR(model.DateOf(d.Now(), zone))
}
