package bundle

import (
	"crypto/ed25519"
	"encoding/binary"

	"siaga/model"
)

// Head is a desk's signature over its first N events: Hash is the chain of the
// N-th ([model.Event.Chain]), which stands for all before it.
type Head struct {
	Desk      model.DeskID `json:"desk"`
	N         uint64       `json:"n"`
	Hash      model.Hash   `json:"hash"`
	Signature []byte       `json:"signature"`
}

const (
	headTag  = "siaga head 1\x00"
	totalTag = "siaga bundle 1\x00"
)

// SignHead signs that the desk's first n events in this office end in hash.
func SignHead(office model.OfficeID, desk model.DeskID, n uint64, hash model.Hash, key ed25519.PrivateKey) Head {
	return Head{desk, n, hash, ed25519.Sign(key, headText(office, desk, n, hash))}
}

// Verify reports whether the key's owner signed this head in that office.
func (h Head) Verify(office model.OfficeID, key ed25519.PublicKey) bool {
	return len(key) == ed25519.PublicKeySize && ed25519.Verify(key, headText(office, h.Desk, h.N, h.Hash), h.Signature)
}

func headText(office model.OfficeID, desk model.DeskID, n uint64, hash model.Hash) []byte {
	text := named(headTag, office, desk)
	text = binary.BigEndian.AppendUint64(text, n)
	return append(text, hash[:]...)
}

// totalText is what the sender signs in the trailer.
func totalText(h Header, sum model.Hash) []byte {
	return append(named(totalTag, h.Office, h.Desk), sum[:]...)
}

// named begins a text to be signed. The lengths keep two different pairs of
// names from giving one text.
func named(tag string, office model.OfficeID, desk model.DeskID) []byte {
	text := []byte(tag)
	text = append(binary.AppendUvarint(text, uint64(len(office))), office...)
	return append(binary.AppendUvarint(text, uint64(len(desk))), desk...)
}
