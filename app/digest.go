package app

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"hash"

	"siaga/model"
)

// Digest is a SHA-256 over everything the store adds up to, the fold and the row
// of every subject in the order of identities: equal events give equal digests.
func (d *Desk) Digest() ([32]byte, error) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	sum := sha256.New()
	err := d.store.EachRow(func(id [16]byte, row []byte) error {
		s, err := d.readSubject(model.SubjectID(hex.EncodeToString(id[:])))
		if err != nil {
			return err
		}
		folded, err := json.Marshal(s)
		if err != nil {
			return err
		}
		addTo(sum, folded)
		addTo(sum, row)
		return nil
	})
	return [32]byte(sum.Sum(nil)), err
}

func addTo(sum hash.Hash, b []byte) {
	sum.Write(binary.BigEndian.AppendUint64(nil, uint64(len(b))))
	sum.Write(b)
}
