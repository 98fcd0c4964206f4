package model

import "maps"

// Vector counts each desk's events: those here, or those that a desk confirmed.
// It never forgets a desk.
type Vector map[DeskID]uint64

// Join keeps the larger count of each desk.
func (v Vector) Join(other Vector) Vector {
	out := maps.Clone(v)
	if out == nil {
		out = Vector{}
	}
	for desk, n := range other {
		out[desk] = max(out[desk], n)
	}
	return out
}

// Meet keeps the smaller count of each desk: what both have.
func (v Vector) Meet(other Vector) Vector {
	out := Vector{}
	for desk, n := range v {
		if m := min(n, other[desk]); m > 0 {
			out[desk] = m
		}
	}
	return out
}

// Covers reports whether nothing is missing of what the other counts.
func (v Vector) Covers(other Vector) bool {
	for desk, n := range other {
		if v[desk] < n {
			return false
		}
	}
	return true
}

// Beyond is how many events it counts that the other does not.
func (v Vector) Beyond(other Vector) uint64 {
	var total uint64
	for desk, n := range v {
		total += n - min(n, other[desk])
	}
	return total
}

// Events is how many events it counts.
func (v Vector) Events() uint64 {
	var total uint64
	for _, n := range v {
		total += n
	}
	return total
}

// marks are the last events that it counts, in order.
func (v Vector) marks() (marks []Mark) {
	for desk, n := range v {
		marks = insert(marks, Mark{desk, n})
	}
	return marks
}
