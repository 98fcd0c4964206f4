package app

import (
	"cmp"

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
	signer := d.signer("III", dated(number, now))
	if kind.Personal() {
		signer = d.head(i.Agency)
	}
	return reports.Outward{
		Kind: kind, Office: d.Office(), Names: d.directory(), Incident: i,
		Number: number, Signer: signer, PrintedAt: now,
	}, nil
}

// head is who signs for a Perangkat Daerah: its head, unless the name was erased
// or is that of somebody who is no longer there; then only the jabatan.
func (d *Desk) head(id model.AgencyID) reports.Signer {
	a := d.Agency(id)
	p := d.Person(a.Head)
	if p.Retired != "" || p.Name == model.Gone {
		p = model.Person{}
	}
	return reports.Signer{Name: p.Name, JobTitle: cmp.Or(a.HeadTitle, p.JobTitle), Rank: p.Rank, NIP: p.NIP}
}

// STR is the registration of the office's team as it stands today.
func (d *Desk) STR() model.STR {
	zone, _ := d.Zone()
	return d.Office().STR(model.DateOf(d.Now(), zone))
}
