package app

import (
	"crypto/ed25519"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"siaga/app/bundle"
	"siaga/app/vault"
	"siaga/model"
)

// Names of the secrets in the vault.
const (
	secretDesk     = "desk"
	secretKey      = "desk-key"
	secretAge      = "desk-age"
	secretFormer   = "former-ages" // identities of the desks whose backups this one was restored from
	secretOffice   = "office"
	secretAnchors  = "anchors"  // keys of the desks this one was set up with
	secretRecovery = "recovery" // recipients of the recovery keys; not secret, but to be kept
)

// giveIdentity draws the desk's identity and keys, and the office's identity,
// unless an earlier attempt did.
func giveIdentity(random io.Reader, v *vault.Vault) error {
	draw := map[string]func() ([]byte, error){
		secretDesk:   func() ([]byte, error) { return drawID(random) },
		secretOffice: func() ([]byte, error) { return drawID(random) },
		secretKey:    func() ([]byte, error) { return drawSeed(random) },
		secretAge:    func() ([]byte, error) { return drawAge(random) },
	}
	for _, name := range []string{secretDesk, secretOffice, secretKey, secretAge} {
		if _, there := v.Secret(name); there {
			continue
		}
		secret, err := draw[name]()
		if err != nil {
			return err
		}
		if err := v.SetSecret(name, secret); err != nil {
			return err
		}
	}
	return nil
}

func drawID(random io.Reader) ([]byte, error) {
	id, err := model.NewID(random)
	return []byte(id), err
}

func drawSeed(random io.Reader) ([]byte, error) {
	seed := make([]byte, ed25519.SeedSize)
	if _, err := io.ReadFull(random, seed); err != nil {
		return nil, fmt.Errorf("draw a key: %w", err)
	}
	return seed, nil
}

func drawAge(random io.Reader) ([]byte, error) {
	seed, err := drawSeed(random)
	if err != nil {
		return nil, err
	}
	identity, _, err := bundle.IdentityFrom([32]byte(seed))
	return []byte(identity), err
}

func (d *Desk) identify() error {
	me, ok1 := d.vault.Secret(secretDesk)
	office, ok2 := d.vault.Secret(secretOffice)
	if !ok1 || !ok2 {
		return errors.New("the vault does not say which desk this is")
	}
	d.me, d.officeID = model.DeskID(me), model.OfficeID(office)
	return nil
}

// key is what this desk signs with.
func (d *Desk) key() (ed25519.PrivateKey, error) {
	seed, ok := d.vault.Secret(secretKey)
	if !ok || len(seed) != ed25519.SeedSize {
		return nil, errors.New("the vault does not hold the desk's key")
	}
	return ed25519.NewKeyFromSeed(seed), nil
}

func (d *Desk) publicKey() (ed25519.PublicKey, error) {
	key, err := d.key()
	if err != nil {
		return nil, err
	}
	return key.Public().(ed25519.PublicKey), nil
}

// self is what this desk says of itself when it is admitted.
func (d *Desk) self() (model.DeskInfo, error) {
	key, err := d.publicKey()
	if err != nil {
		return model.DeskInfo{}, err
	}
	recipient, err := d.recipient()
	return model.DeskInfo{Desk: d.me, Key: key, Recipient: recipient}, err
}

// recipient is what bundles for this desk are encrypted to.
func (d *Desk) recipient() (string, error) {
	identity, ok := d.vault.Secret(secretAge)
	if !ok {
		return "", errors.New("the vault does not hold the desk's identity")
	}
	return bundle.RecipientOf(string(identity))
}

// identities are what opens files for this desk, and for those before it.
func (d *Desk) identities() []string {
	var former []string
	if b, there := d.vault.Secret(secretFormer); there {
		_ = json.Unmarshal(b, &former) // what does not read opens nothing
	}
	identity, _ := d.vault.Secret(secretAge)
	return append([]string{string(identity)}, former...)
}

func (d *Desk) recoveryRecipients() (recipients []string) {
	b, _ := d.vault.Secret(secretRecovery)
	_ = json.Unmarshal(b, &recipients) // absent in vaults that never made one
	return recipients
}

// recoveryPurpose is what the recovery key's own key pair is derived for.
const recoveryPurpose = "backup"

// recoveryKeys are what opens a backup with a printed recovery key.
func recoveryKeys(recovery string) (bundle.Keys, error) {
	secret, err := vault.FromRecovery(recovery, recoveryPurpose)
	if err != nil {
		return bundle.Keys{}, err
	}
	identity, _, err := bundle.IdentityFrom(secret)
	return bundle.Keys{Identities: []string{identity}}, err
}

// keepRecovery keeps the recipient of a new recovery key, so that backups can be
// opened with it.
func keepRecovery(v *vault.Vault, recovery string, before []string) error {
	secret, err := vault.FromRecovery(recovery, recoveryPurpose)
	if err != nil {
		return err
	}
	_, recipient, err := bundle.IdentityFrom(secret)
	if err != nil {
		return err
	}
	b, err := json.Marshal(append(before, recipient))
	if err != nil {
		return fmt.Errorf("encode the recipients: %w", err)
	}
	return v.SetSecret(secretRecovery, b)
}

// anchors are the desks that this one trusts without anybody's word: itself, and
// those it was set up with.
func (d *Desk) anchors() (model.Keys, error) {
	keys := model.Keys{}
	if b, there := d.vault.Secret(secretAnchors); there {
		if err := json.Unmarshal(b, &keys); err != nil {
			return nil, fmt.Errorf("decode the anchors: %w", err)
		}
	}
	key, err := d.publicKey()
	keys[d.me] = key
	return keys, err
}
