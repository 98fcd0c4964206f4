package vault

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func fileOf(t *testing.T, v *Vault, path string) []byte {
	t.Helper()
	if err := v.SetSecret("desk.seed", []byte("seed")); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestEveryFlippedBitIsToldAsDamage(t *testing.T) {
	v, path, _ := newVault(t)
	data := fileOf(t, v, path)
	for bit := range len(data) * 8 {
		data[bit/8] ^= 1 << (bit % 8)
		if _, err := decode(data); err == nil {
			t.Fatalf("bit %d flipped and nobody said so", bit)
		} else if bit > len(versionLine)*8 && !errors.As(err, new(*Damage)) {
			t.Fatalf("bit %d: %v", bit, err)
		}
		data[bit/8] ^= 1 << (bit % 8)
	}
	t.Logf("%d flipped bits, each told", len(data)*8)
}

func TestEveryTruncationIsToldAsDamage(t *testing.T) {
	v, path, _ := newVault(t)
	data := fileOf(t, v, path)
	for size := range data {
		if _, err := decode(data[:size]); !errors.As(err, new(*Damage)) {
			t.Fatalf("cut to %d bytes: %v", size, err)
		}
	}
	if _, err := decode(append(data, ' ')); !errors.As(err, new(*Damage)) {
		t.Fatal("one byte too many:", err)
	}
}

// Somebody without the key changes the file and puts a fitting checksum.
func TestForgedFilesAreFoundByTheSeal(t *testing.T) {
	v, path, recovery := newVault(t)
	data := fileOf(t, v, path)
	forge := map[string]func(*content){
		"slot taken away":   func(c *content) { c.Slots = c.Slots[1:] },
		"secret taken away": func(c *content) { c.Secrets = nil },
		"secret renamed":    func(c *content) { c.Secrets[0].Name = "other" },
		"seal emptied":      func(c *content) { c.Seal = nil },
		"slot twice":        func(c *content) { c.Slots = append(c.Slots, c.Slots[0]) },
	}
	for name, change := range forge {
		c, err := decode(data)
		if err != nil {
			t.Fatal(err)
		}
		change(&c)
		c.Check = c.checked()
		if err := os.WriteFile(path, c.encode(), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := unlock(t, path, Recovery(recovery)); !errors.As(err, new(*Damage)) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestACheaperCostDoesNotOpenAndADearOneIsNotTried(t *testing.T) {
	v, path, _ := newVault(t)
	c, err := decode(fileOf(t, v, path))
	if err != nil {
		t.Fatal(err)
	}
	c.Slots[0].Cost = &Cost{Memory: 8, Passes: 2, Threads: 1}
	_, err = (&Locked{content: c}).Unlock(Passphrase(phrase))
	wantRefusal(t, err, "refuse.passphrase")
	c.Slots[0].Cost = &Cost{Memory: 1 << 31, Passes: 1, Threads: 1}
	c.Check = c.checked()
	if _, err = decode(c.encode()); !errors.As(err, new(*Damage)) {
		t.Fatal("would ask for 2 TiB of memory:", err)
	}
}

func TestANewerFileIsNotCalledDamaged(t *testing.T) {
	_, err := decode([]byte("siaga-vault 2\nwhatever"))
	wantRefusal(t, err, "refuse.newer-file")
	path := filepath.Join(t.TempDir(), "vault.json")
	if _, err := Open(path); !errors.Is(err, os.ErrNotExist) {
		t.Fatal(err)
	}
}

func TestEveryTypingMistakeInARecoveryKeyIsTold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		right := newRecovery()
		letters := []byte(strings.ReplaceAll(right, "-", ""))
		at := rapid.IntRange(0, len(letters)-2).Draw(t, "at")
		letter := rapid.SampledFrom([]byte("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")).Draw(t, "letter")
		wrong := append([]byte{}, letters...)
		if rapid.Bool().Draw(t, "exchanged") {
			wrong[at], wrong[at+1] = wrong[at+1], wrong[at]
		} else {
			wrong[at] = letter
		}
		if string(wrong) == string(letters) {
			return
		}
		if _, err := parseRecovery(string(wrong)); err == nil {
			t.Fatalf("%s typed as %s", right, wrong)
		}
	})
	groups := strings.Split(newRecovery(), "-")
	groups[2], groups[7] = groups[7], groups[2]
	_, err := parseRecovery(strings.Join(groups, "-"))
	if r := wantRefusal(t, err, "refuse.recovery-typing"); groups[2] != groups[7] && r.Args[1] != 3 {
		t.Fatal("names group", r.Args[1])
	}
}

func FuzzVaultFile(f *testing.F) {
	path := filepath.Join(f.TempDir(), "vault.json")
	if _, _, err := Create(path, cheap, phrase); err != nil {
		f.Fatal(err)
	}
	data, _ := os.ReadFile(path)
	f.Add(data)
	f.Add([]byte(versionLine + "{}"))
	f.Add([]byte("siaga-vault 2\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := decode(data)
		if err == nil && string(c.encode()) != string(data) {
			t.Fatal("read what would not be written so")
		}
	})
}

func FuzzRecovery(f *testing.F) {
	f.Add(newRecovery())
	f.Fuzz(func(t *testing.T, text string) {
		if secret, err := parseRecovery(text); err == nil && len(secret) != recoveryGroups*recoveryGroup {
			t.Fatal(len(secret))
		}
	})
}

func FuzzKeyFile(f *testing.F) {
	f.Add([]byte(keyFileLine + strings.Repeat("ab", keySize) + "\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if key, err := parseKeyFile(data); err == nil && len(key) != keySize {
			t.Fatal(len(key))
		}
	})
}

func BenchmarkUnlockAtDefaultCost(b *testing.B) {
	path := filepath.Join(b.TempDir(), "vault.json")
	if _, _, err := Create(path, DefaultCost, phrase); err != nil {
		b.Fatal(err)
	}
	locked, err := Open(path)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := locked.Unlock(Passphrase(phrase)); err != nil {
			b.Fatal(err)
		}
	}
}
