package app

import (
	"cmp"
	"slices"

	"siaga/model"
)

// byReceipt puts the incident received last first.
func byReceipt(a, b *model.Row) int {
	return cmp.Or(cmp.Compare(b.ReceivedAt, a.ReceivedAt), cmp.Compare(a.Ticket, b.Ticket), cmp.Compare(a.ID, b.ID))
}

// sortRows puts all incidents in order, after loading.
func (d *Desk) sortRows() {
	d.sorted = make([]*model.Row, 0, len(d.rows))
	for _, r := range d.rows {
		d.sorted = append(d.sorted, r)
	}
	slices.SortFunc(d.sorted, byReceipt)
}

// placeRow puts one incident in its place. Lists that were handed out keep
// what they showed: the order is a new slice each time.
func (d *Desk) placeRow(old, row *model.Row) {
	next := slices.Clone(d.sorted)
	if old != nil {
		if i, found := slices.BinarySearchFunc(next, old, byReceipt); found {
			next = slices.Delete(next, i, i+1)
		}
	}
	i, _ := slices.BinarySearchFunc(next, row, byReceipt)
	d.sorted = slices.Insert(next, i, row)
}
