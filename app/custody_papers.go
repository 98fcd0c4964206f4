package app

import (
	"siaga/model"
	"siaga/reports"
)

// CustodyForm is the form of the chain of custody of the piece of evidence with a
// row, of every piece without one. It refuses an incident without evidence, and a
// row that it does not have.
func (d *Desk) CustodyForm(ref IncidentRef, row model.Mark) (reports.CustodyForm, error) {
	i, err := d.Incident(ref)
	if err != nil {
		return reports.CustodyForm{}, err
	}
	pieces := i.Evidence
	if v, known := i.EvidenceOf(row); known {
		pieces = []model.Evidence{v}
	} else if row != (model.Mark{}) && len(pieces) > 0 {
		return reports.CustodyForm{}, model.RefuseAt("row", "refuse.evidence-unknown")
	}
	return reports.CustodyForm{Office: d.Office(), Names: d.directory(), Incident: i, Pieces: pieces, PrintedAt: d.Now()}, nil
}

// CustodyRecord is the Berita Acara of the handover with a row. It refuses a row
// that the incident does not have.
func (d *Desk) CustodyRecord(ref IncidentRef, row model.Mark) (reports.CustodyRecord, error) {
	i, err := d.Incident(ref)
	if err != nil {
		return reports.CustodyRecord{}, err
	}
	handover, piece, known := i.Handover(row)
	switch {
	case len(i.Custody) == 0:
		return reports.CustodyRecord{}, model.Refuse("refuse.custody-none", "Ticket", string(i.Ticket))
	case !known:
		return reports.CustodyRecord{}, model.RefuseAt("row", "refuse.custody-unknown")
	}
	now := d.Now()
	number := i.Papers[handover.Paper()]
	return reports.CustodyRecord{
		Office: d.Office(), Names: d.directory(), Incident: i, Piece: piece, Handover: handover,
		Number: number, Signer: d.signer("III", dated(number, now)), PrintedAt: now,
	}, nil
}
