package vault

import (
	"bytes"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"siaga/model"
)

const (
	versionLine    = "siaga-vault 1\n"
	versionName    = "siaga-vault "
	keySize        = 32
	idSize         = 16
	mostSlots      = 64
	purposeSeal    = "seal"
	purposeSecrets = "secrets"
)

// Damage says that the file is not what a vault wrote.
type Damage struct{ What string }

// Error is for logs.
func (d *Damage) Error() string { return "vault: damaged: " + d.What }

// content is the file after its version line.
type content struct {
	ID      []byte   `json:"id"`
	Slots   []slot   `json:"slots"`
	Secrets []secret `json:"secrets"`
	Seal    []byte   `json:"seal"`  // HMAC-SHA256 of all above, by a key from the master key
	Check   []byte   `json:"check"` // SHA-256 of all above, seal included
}

func (c content) clone() content {
	c.Slots, c.Secrets = slices.Clone(c.Slots), slices.Clone(c.Secrets)
	return c
}

func (c content) encode() []byte {
	text, err := json.MarshalIndent(c, "", "  ")
	if err != nil {
		panic(err) // byte slices, strings and numbers always encode
	}
	return append([]byte(versionLine), append(text, '\n')...)
}

func (c content) sealed(key [keySize]byte) []byte {
	c.Seal, c.Check = nil, nil
	mac := hmac.New(sha256.New, key[:])
	mac.Write(c.encode())
	return mac.Sum(nil)
}

func (c content) checked() []byte {
	c.Check = nil
	sum := sha256.Sum256(c.encode())
	return sum[:]
}

// decode takes only the very bytes that encode writes, so that no flipped bit
// can hide in spaces or in the spelling of a number.
func decode(data []byte) (content, error) {
	var c content
	text, ours := bytes.CutPrefix(data, []byte(versionLine))
	if !ours {
		if newer(data) {
			return c, model.Refuse("refuse.newer-file")
		}
		return c, &Damage{"no version line"}
	}
	if err := json.Unmarshal(text, &c); err != nil {
		return c, &Damage{"not readable: " + err.Error()}
	}
	if !bytes.Equal(c.encode(), data) || !bytes.Equal(c.Check, c.checked()) {
		return c, &Damage{"the checksum does not fit"}
	}
	return c, c.sane()
}

func newer(data []byte) bool {
	line, _, _ := bytes.Cut(data, []byte("\n"))
	number, ours := strings.CutPrefix(string(line), versionName)
	version, err := strconv.Atoi(number)
	return ours && err == nil && version > 1
}

// sane keeps a forged file from asking for endless memory or time.
func (c content) sane() error {
	if len(c.ID) != idSize || len(c.Slots) == 0 || len(c.Slots) > mostSlots {
		return &Damage{"no id or an impossible number of slots"}
	}
	for n, s := range c.Slots {
		if !s.sane() {
			return &Damage{fmt.Sprintf("slot %d is impossible", n)}
		}
	}
	return nil
}

func random(n int) []byte {
	b := make([]byte, n)
	_, _ = rand.Read(b) // never fails: crypto/rand stops the program instead
	return b
}
