package model

import (
	"bytes"
	"crypto/ed25519"
)

// Keys are the public keys of desks.
type Keys map[DeskID]ed25519.PublicKey

// AdmissionText is what the key of an invitation, or of the desk before, signs
// to admit a desk: its identity and keys, in this office.
func AdmissionText(office OfficeID, d DeskInfo) []byte {
	var b bytes.Buffer
	for _, part := range []string{"siaga admission 1", string(office), string(d.Desk), string(d.Key), d.Recipient,
		string(d.Invitation), string(d.Succeeds)} {
		b.WriteString(part)
		b.WriteByte(0)
	}
	return b.Bytes()
}

// Trusted finds the desks whose word counts: the anchors, which are this desk
// itself and those it was set up with, and whomever these admitted, invited or
// were succeeded by. Nobody becomes trusted by its own word.
func Trusted(office OfficeID, anchors Keys, desks []DeskInfo, invitations []Invitation) Keys {
	trusted := Keys{}
	for desk, key := range anchors {
		trusted[desk] = key
	}
	invited := map[SubjectID]Invitation{}
	for _, i := range invitations {
		invited[i.ID] = i
	}
	for grew := true; grew; {
		grew = false
		for _, d := range desks {
			if trusted[d.Desk] == nil && trusted.vouchFor(office, d, invited[d.Invitation]) {
				trusted[d.Desk], grew = d.Key, true
			}
		}
	}
	return trusted
}

// vouchFor reports whether one of these desks admitted another one.
func (k Keys) vouchFor(office OfficeID, d DeskInfo, invitation Invitation) bool {
	if len(d.Key) != ed25519.PublicKeySize || d.Desk == "" {
		return false
	}
	if d.Author != d.Desk {
		return k[d.Author] != nil
	}
	text := AdmissionText(office, d)
	if before := k[d.Succeeds]; before != nil {
		return ed25519.Verify(before, text, d.Proof)
	}
	return k[invitation.Author] != nil && invitation.Withdrawn == "" && d.Admitted <= invitation.Expires &&
		len(invitation.Key) == ed25519.PublicKeySize && ed25519.Verify(invitation.Key, text, d.Proof)
}
