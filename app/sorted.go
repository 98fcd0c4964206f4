package app

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"siaga/model"
)

// byReceipt puts the incident received last first.
func byReceipt(a, b *model.Row) int {
	if a.ReceivedAt != b.ReceivedAt {
		return cmp.Compare(b.ReceivedAt, a.ReceivedAt)
	}
	return cmp.Or(strings.Compare(string(a.Ticket), string(b.Ticket)), strings.Compare(string(a.ID), string(b.ID)))
}

// list is all incidents in order. Changes are only noted; the order is made
// when it is asked for, so that a command does not wait for it. A list that was
// handed out keeps what it showed: the order is a new slice each time.
type list struct {
	mu    sync.Mutex // several may ask at once
	rows  []*model.Row
	moves []move
	stale bool // too many moves: all is to be sorted
}

// move is a row that came, instead of an old one or as a new one.
type move struct{ old, row *model.Row }

// maxMoves is how many single moves cost less than sorting everything.
const maxMoves = 64

func (l *list) note(old, row *model.Row) {
	l.stale = l.stale || len(l.moves) == maxMoves
	if l.stale {
		l.moves = nil
		return
	}
	l.moves = append(l.moves, move{old, row})
}

// ordered returns all rows in order.
func (l *list) ordered(all map[model.IncidentID]*model.Row) []*model.Row {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.stale {
		l.rows = make([]*model.Row, 0, len(all))
		for _, r := range all {
			l.rows = append(l.rows, r)
		}
		slices.SortFunc(l.rows, byReceipt)
	} else if len(l.moves) > 0 {
		l.rows = slices.Clone(l.rows)
		for _, m := range l.moves {
			l.place(m)
		}
	}
	l.stale, l.moves = false, nil
	return l.rows
}

func (l *list) place(m move) {
	if m.old != nil {
		if i, found := slices.BinarySearchFunc(l.rows, m.old, byReceipt); found {
			l.rows = slices.Delete(l.rows, i, i+1)
		}
	}
	i, _ := slices.BinarySearchFunc(l.rows, m.row, byReceipt)
	l.rows = slices.Insert(l.rows, i, m.row)
}
