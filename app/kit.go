package app

import (
	"crypto/ed25519"
	"encoding/json"

	"siaga/app/bundle"
	"siaga/model"
)

// readWelcome reads what an invitation holds beside the events. It comes from
// outside: keys of another length would end the program where they are used.
func readWelcome(b []byte) (kit welcomeKit, err error) {
	good := json.Unmarshal(b, &kit) == nil
	_, known := model.Raw(string(kit.Invitation))
	if !good || !known || !model.IsLetter(kit.Letter) || len(kit.Seed) != ed25519.SeedSize || !areKeys(kit.Anchors) {
		return welcomeKit{}, model.Refuse("refuse.not-invitation")
	}
	return kit, nil
}

// readDeskKit reads what a backup holds beside the events.
func readDeskKit(b []byte) (kit deskKit, err error) {
	good := json.Unmarshal(b, &kit) == nil && len(kit.Seed) == ed25519.SeedSize && areKeys(kit.Anchors)
	for _, identity := range kit.Identities {
		_, err := bundle.RecipientOf(identity)
		good = good && err == nil
	}
	if !good {
		return deskKit{}, model.Refuse("refuse.not-backup")
	}
	return kit, nil
}

// areKeys reports whether there is somebody to trust, each a desk with a key.
func areKeys(anchors model.Keys) bool {
	for desk, key := range anchors {
		if _, ok := model.Raw(string(desk)); !ok || len(key) != ed25519.PublicKeySize {
			return false
		}
	}
	return len(anchors) > 0
}
