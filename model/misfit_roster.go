package model

import (
	"cmp"
	"slices"
)

// SeatMisfits are the pairs of seats that [MisfitSeats] is about: two people
// definitively on a post that one holds, or one person on it twice.
func SeatMisfits(seats []Seat) [][2]Seat {
	at := map[Post][]Seat{}
	for _, s := range seats {
		if s.Retired == "" {
			at[s.Post] = append(at[s.Post], s)
		}
	}
	var out [][2]Seat
	for post, held := range at {
		entry, _ := post.Entry()
		slices.SortFunc(held, func(a, b Seat) int { return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.ID, b.ID)) })
		for i, a := range held {
			for _, b := range held[i+1:] {
				twice := a.Person == b.Person && a.Agency == b.Agency
				if a.meets(b) && (twice || !entry.Many && a.Standing == Definitive && b.Standing == Definitive) {
					out = append(out, [2]Seat{a, b})
				}
			}
		}
	}
	return out
}

func (s Seat) meets(o Seat) bool {
	return (!s.To.Known() || o.From < s.To) && (!o.To.Known() || s.From < o.To)
}

// DutyMisfits are the pairs of turns that [MisfitDuties] is about.
func DutyMisfits(duties []Duty) [][2]Duty {
	of := map[PersonID][]Duty{}
	for _, d := range duties {
		if d.Retired == "" {
			of[d.Person] = append(of[d.Person], d)
		}
	}
	var out [][2]Duty
	for _, turns := range of {
		slices.SortFunc(turns, func(a, b Duty) int { return cmp.Or(cmp.Compare(a.StartAt, b.StartAt), cmp.Compare(a.ID, b.ID)) })
		for i, a := range turns {
			for _, b := range turns[i+1:] {
				if b.StartAt >= a.EndAt {
					break
				}
				out = append(out, [2]Duty{a, b})
			}
		}
	}
	return out
}
