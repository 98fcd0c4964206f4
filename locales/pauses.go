package locales

import "siaga/model"

// PauseNotes are the sentences that explain why pauses add up as they do, none
// where their lengths are simply the sum.
func (b *Book) PauseNotes(s model.PauseSum) (notes []string) {
	if s.Overlap > 0 {
		notes = append(notes, b.T("pauses.overlap", "Overlap", b.Hours(s.Overlap.Duration())))
	}
	if s.Outside {
		notes = append(notes, b.T("pauses.outside"))
	}
	return notes
}

// PauseLength names the column of the lengths of pauses, and the hours in which
// they are counted.
func (b *Book) PauseLength(s model.PauseSum) string {
	if s.Office {
		return b.T("pauses.length.office")
	}
	return b.T("pauses.length")
}
