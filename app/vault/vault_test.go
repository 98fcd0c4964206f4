package vault

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"siaga/model"
)

var cheap = Cost{Memory: 8, Passes: 1, Threads: 1}

const phrase = "kopi pagi di alun-alun"

func newVault(t *testing.T) (*Vault, string, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "vault.json")
	v, recovery, err := Create(path, cheap, phrase)
	if err != nil {
		t.Fatal(err)
	}
	return v, path, recovery
}

func unlock(t *testing.T, path string, with Credential) (*Vault, error) {
	t.Helper()
	locked, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	return locked.Unlock(with)
}

func wantRefusal(t *testing.T, err error, key string) *model.Refusal {
	t.Helper()
	r, refused := model.AsRefusal(err)
	if !refused || r.Key != key {
		t.Fatalf("want %s, got %v", key, err)
	}
	return r
}

func TestEveryWayInGivesTheSameKeys(t *testing.T) {
	v, path, recovery := newVault(t)
	keyFile := filepath.Join(t.TempDir(), "desk.key")
	if err := v.AddKeyFile(keyFile); err != nil {
		t.Fatal(err)
	}
	typed := strings.ToLower(strings.ReplaceAll(recovery, "-", " "))
	for _, with := range []Credential{Passphrase(phrase), Recovery(recovery), Recovery(typed), KeyFile(keyFile)} {
		again, err := unlock(t, path, with)
		if err != nil {
			t.Fatalf("%v: %v", with, err)
		}
		if again.Key("journal") != v.Key("journal") {
			t.Fatalf("%v: another key", with)
		}
	}
	if v.Key("journal") == v.Key("store") {
		t.Fatal("two purposes, one key")
	}
}

func TestWrongCredentialsAreRefused(t *testing.T) {
	v, path, recovery := newVault(t)
	_, other, err := Create(filepath.Join(t.TempDir(), "vault.json"), cheap, phrase)
	if err != nil {
		t.Fatal(err)
	}
	_, err = unlock(t, path, Passphrase(phrase+" "))
	wantRefusal(t, err, "refuse.passphrase")
	_, err = unlock(t, path, Recovery(other))
	wantRefusal(t, err, "refuse.recovery")
	_, err = unlock(t, path, Recovery(recovery[1:]))
	wantRefusal(t, err, "refuse.recovery-length")
	_, err = unlock(t, path, KeyFile(path+".none"))
	wantRefusal(t, err, "refuse.key-file-missing")
	_, err = unlock(t, path, KeyFile(path))
	wantRefusal(t, err, "refuse.key-file")
	wantRefusal(t, v.AddKeyFile(path), "refuse.key-file-exists")
	_, _, err = Create(path, cheap, phrase)
	wantRefusal(t, err, "refuse.vault-exists")
}

func TestChangedPassphrase(t *testing.T) {
	v, path, _ := newVault(t)
	before := v.Key("journal")
	wantRefusal(t, v.ChangePassphrase(cheap, "bukan yang lama", "sesuatu yang baru"), "refuse.passphrase")
	wantRefusal(t, v.ChangePassphrase(cheap, phrase, "pendek"), "refuse.passphrase-short")
	if _, err := unlock(t, path, Passphrase(phrase)); err != nil {
		t.Fatal("a refused change changed something:", err)
	}
	if err := v.ChangePassphrase(cheap, phrase, "sesuatu yang baru"); err != nil {
		t.Fatal(err)
	}
	_, err := unlock(t, path, Passphrase(phrase))
	wantRefusal(t, err, "refuse.passphrase")
	again, err := unlock(t, path, Passphrase("sesuatu yang baru"))
	if err != nil || again.Key("journal") != before {
		t.Fatal("the new passphrase gives another key", err)
	}
}

func TestSlotsAreAddedAndRemovedButNeverTheLast(t *testing.T) {
	v, path, recovery := newVault(t)
	if err := v.AddPassphrase(cheap, "kata sandi petugas dua"); err != nil {
		t.Fatal(err)
	}
	second, err := v.AddRecovery()
	if err != nil || second == recovery {
		t.Fatal(second, err)
	}
	slots := v.Slots()
	if len(slots) != 4 || slots[0].Kind != ByPassphrase || slots[3].Kind != ByRecovery {
		t.Fatal(slots)
	}
	for _, s := range slots[:3] {
		if err := v.Remove(s.ID); err != nil {
			t.Fatal(err)
		}
	}
	wantRefusal(t, v.Remove(slots[3].ID), "refuse.last-slot")
	if v.Remove("nobody") == nil {
		t.Fatal("removed a slot that is not there")
	}
	if _, err = unlock(t, path, Recovery(second)); err != nil {
		t.Fatal(err)
	}
	_, err = unlock(t, path, Recovery(recovery))
	wantRefusal(t, err, "refuse.recovery")
}

func TestSecretsAreSealed(t *testing.T) {
	v, path, _ := newVault(t)
	seed := []byte("a seed that nobody may read on disk")
	for _, value := range [][]byte{[]byte("first"), seed} {
		if err := v.SetSecret("desk.seed", value); err != nil {
			t.Fatal(err)
		}
	}
	if err := v.SetSecret("another", nil); err != nil {
		t.Fatal(err)
	}
	if err := v.SetSecret("not \xff text", seed); err == nil {
		t.Fatal("took a name that does not come back from the file")
	}
	again, err := unlock(t, path, Passphrase(phrase))
	if err != nil {
		t.Fatal(err)
	}
	if got, known := again.Secret("desk.seed"); !known || !bytes.Equal(got, seed) {
		t.Fatal("the secret did not come back")
	}
	if _, known := again.Secret("nothing"); known {
		t.Fatal("a secret that nobody set")
	}
	file, _ := os.ReadFile(path)
	if bytes.Contains(file, seed) || bytes.Contains(file, []byte(phrase)) {
		t.Fatal("readable in the file")
	}
}

func TestNothingChangesWhenTheFileCannotBeWritten(t *testing.T) {
	v, path, _ := newVault(t)
	if err := os.Mkdir(path+".new", 0o700); err != nil { // stands where the copy would go
		t.Fatal(err)
	}
	if err := v.SetSecret("desk.seed", []byte("lost")); err == nil {
		t.Fatal("acknowledged what was not written")
	}
	if _, known := v.Secret("desk.seed"); known {
		t.Fatal("remembers what was not written")
	}
	if err := v.AddKeyFile(filepath.Join(t.TempDir(), "none", "desk.key")); err == nil {
		t.Fatal("a key file in no folder")
	}
}

func TestPassphrasesThatAreTooEasy(t *testing.T) {
	for text, key := range map[string]string{
		"":             "refuse.passphrase-short",
		"sembilan9":    "refuse.passphrase-short",
		"aaaaaaaaaaaa": "refuse.passphrase-weak",
		"1234567890":   "refuse.passphrase-weak",
		"abcabcabcabc": "refuse.passphrase-weak",
		"9876543210":   "refuse.passphrase-weak",
	} {
		_, _, err := Create(filepath.Join(t.TempDir(), "vault.json"), cheap, text)
		wantRefusal(t, err, key)
	}
	for _, text := range []string{phrase, "sepuluh 10", "Rahasia#2026"} {
		if err := CheckPassphrase(text); err != nil {
			t.Error(text, err)
		}
	}
}

func TestCredentialsStayOutOfLogs(t *testing.T) {
	if c := Passphrase(phrase); strings.Contains(c.String()+c.GoString(), "kopi") {
		t.Fatal("the passphrase would stand in a log")
	}
}

func TestACostOfNothingIsNotTaken(t *testing.T) {
	if _, _, err := Create(filepath.Join(t.TempDir(), "vault.json"), Cost{}, phrase); err == nil {
		t.Fatal("a passphrase that costs nothing to try")
	}
}
