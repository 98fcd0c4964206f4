package store

import "fmt"

// A store of the first version may hold this: what every thing adds up to, and
// the mark of a remake that was broken off, with the name of the position.
const (
	markProjection = 'p'
	remakingName   = "store.remaking"
)

// raise makes a store of the first version one of this version.
func (s *Store) raise() error {
	superfluous, batch := []byte{markProjection}, Batch{}
	position, err := s.Meta(remakingName)
	if err != nil {
		return err
	}
	if position != nil { // half of it: the journal has the whole
		superfluous = append(superfluous, markEvent, markHead, markSubject, markRow)
		batch.Meta = []Meta{{Name: string(position)}, {Name: remakingName}}
		s.setCounts(Counts{})
	}
	for n := range superfluous {
		if err := s.db.DropPrefix(superfluous[n : n+1]); err != nil {
			return fmt.Errorf("store: raise: %w", err)
		}
	}
	return s.Commit(batch)
}
