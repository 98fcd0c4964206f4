package app

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"siaga/app/vault"
	"siaga/model"
)

// Lock is how a new desk is locked: by a passphrase always, and by a key file
// too where the office wants an unattended desk.
type Lock struct {
	Passphrase string
	KeyFile    string // path of the key file to write, empty for none
	Cost       vault.Cost
}

// Create sets up the first desk of an office in a folder and opens it. The
// recovery key is returned once, to be printed and locked away. It refuses a
// folder that holds a desk already; whatever fails leaves no desk behind.
func Create(world World, lock Lock, setup Setup) (d *Desk, recovery string, err error) {
	return create(world, lock, func(world World, v *vault.Vault) (*Desk, error) { return Found(world, v, setup) })
}

// create builds a desk beside its place and moves it in when it is whole.
func create(world World, lock Lock, build func(World, *vault.Vault) (*Desk, error)) (d *Desk, recovery string, err error) {
	if Exists(world.Folder) {
		return nil, "", model.Refuse("refuse.desk-exists")
	}
	building := world
	building.Folder = filepath.Join(world.Folder, "new")
	if err := clearAttempt(building.Folder, world.Folder); err != nil {
		return nil, "", err
	}
	if err := os.MkdirAll(building.Folder, 0o700); err != nil {
		return nil, "", fmt.Errorf("make the data folder: %w", err)
	}
	defer os.RemoveAll(building.Folder)
	if recovery, err = lockAndBuild(building, lock, build); err != nil {
		return nil, "", err
	}
	if err := moveIn(building.Folder, world.Folder); err != nil {
		return nil, "", err
	}
	d, err = Unlock(world, vault.Passphrase(lock.Passphrase))
	return d, recovery, err
}

func lockAndBuild(world World, lock Lock, build func(World, *vault.Vault) (*Desk, error)) (recovery string, err error) {
	v, recovery, err := vault.Create(VaultPath(world.Folder), lock.Cost, lock.Passphrase)
	if err != nil {
		return "", err
	}
	if err := equip(v, lock, recovery); err != nil {
		return "", err
	}
	d, err := build(world, v)
	if d != nil {
		err = errors.Join(err, d.Close())
	}
	return recovery, err
}

// equip gives a new vault what the lock asks for, and keeps what backups are
// encrypted to.
func equip(v *vault.Vault, lock Lock, recovery string) error {
	if lock.KeyFile != "" {
		if err := v.AddKeyFile(lock.KeyFile); err != nil {
			return err
		}
	}
	return keepRecovery(v, recovery, nil)
}

// parts are the folders that a desk is made of, beside its vault.
var parts = []string{"journal", "store", "files"}

// clearAttempt removes what an attempt that was broken off left behind: as long
// as its vault was not moved in, its parts hold nothing. Parts without that
// vault belong to a desk whose vault is missing, and are not touched.
func clearAttempt(building, folder string) error {
	for _, name := range parts {
		part := filepath.Join(folder, name)
		if !fileExists(part) {
			continue
		}
		if !fileExists(VaultPath(building)) {
			return model.Refuse("refuse.vault-missing")
		}
		if err := os.RemoveAll(part); err != nil {
			return fmt.Errorf("clear an earlier attempt: %w", err)
		}
	}
	if err := os.RemoveAll(building); err != nil {
		return fmt.Errorf("clear an earlier attempt: %w", err)
	}
	return nil
}

// moveIn moves what was built to its place, the vault last: a folder with a
// vault is a whole desk.
func moveIn(from, to string) error {
	for _, name := range append(slices.Clone(parts), "vault.json") {
		if !fileExists(filepath.Join(from, name)) {
			continue // no file of evidence came
		}
		if err := os.Rename(filepath.Join(from, name), filepath.Join(to, name)); err != nil {
			return fmt.Errorf("move the desk in: %w", err)
		}
	}
	return nil
}

// Unlock opens the desk in a folder with a passphrase, a recovery key or a key
// file. It refuses a folder without a desk and a credential that does not fit.
func Unlock(world World, with vault.Credential) (*Desk, error) {
	locked, err := vault.Open(VaultPath(world.Folder))
	if errors.Is(err, os.ErrNotExist) {
		return nil, model.Refuse("refuse.desk-none")
	}
	if err != nil {
		return nil, err
	}
	v, err := locked.Unlock(with)
	if err != nil {
		return nil, err
	}
	return Open(world, v)
}

// KeyPath is where the key file of an unattended desk lies unless the office
// chooses another place.
func KeyPath(folder string) string { return filepath.Join(folder, "siaga.key") }

// Unattended returns the key file that opens the desk in a folder without
// asking; false when the office did not set the desk up so.
func Unattended(folder string) (vault.Credential, bool) {
	locked, err := vault.Open(VaultPath(folder))
	if err != nil || !fileExists(KeyPath(folder)) {
		return vault.Credential{}, false
	}
	for _, slot := range locked.Slots() {
		if slot.Kind == vault.ByKeyFile {
			return vault.KeyFile(KeyPath(folder)), true
		}
	}
	return vault.Credential{}, false
}

// ChangePassphrase replaces the passphrase; it refuses a wrong old one and a
// weak new one.
func (d *Desk) ChangePassphrase(cost vault.Cost, old, next string) error {
	return d.vault.ChangePassphrase(cost, old, next)
}

// NewRecoveryKey makes one more recovery key and returns it to be printed; the
// next backup opens with it too.
func (d *Desk) NewRecoveryKey() (string, error) {
	recovery, err := d.vault.AddRecovery()
	if err != nil {
		return "", err
	}
	return recovery, keepRecovery(d.vault, recovery, d.recoveryRecipients())
}
