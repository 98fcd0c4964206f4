package vault

import (
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"siaga/app/whole"
	"siaga/model"
)

const keyFileLine = "siaga-key 1\n"

// AddKeyFile writes a new random key into a file at path, which then opens the
// vault without a person: whoever can copy that file and the desk's folder can
// read the desk. It refuses a path that is taken.
func (v *Vault) AddKeyFile(path string) error {
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
		return model.Refuse("refuse.key-file-exists", "Path", path)
	}
	key := random(keySize)
	text := keyFileLine + hex.EncodeToString(key) + "\n"
	if err := whole.WriteBytes(path, []byte(text)); err != nil {
		return err
	}
	err := v.change(func(c *content) error { return v.add(c, ByKeyFile, key, nil) })
	if err != nil {
		return errors.Join(err, os.Remove(path))
	}
	return nil
}

func readKeyFile(path string) ([]byte, error) {
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, model.Refuse("refuse.key-file-missing", "Path", path)
	}
	if err != nil {
		return nil, fmt.Errorf("vault: read key file: %w", err)
	}
	return parseKeyFile(data)
}

func parseKeyFile(data []byte) ([]byte, error) {
	text, ours := bytes.CutPrefix(data, []byte(keyFileLine))
	key, err := hex.DecodeString(string(bytes.TrimSpace(text)))
	if !ours || err != nil || len(key) != keySize {
		return nil, model.Refuse("refuse.key-file")
	}
	return key, nil
}
