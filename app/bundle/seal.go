package bundle

import (
	"crypto/ed25519"
	"errors"
	"fmt"
	"io"

	"filippo.io/age"
	"filippo.io/age/armor"

	"siaga/model"
)

const (
	// WorkFactor is the usual cost of trying one passphrase: 2^18 rounds of
	// scrypt, about a second and 256 MiB.
	WorkFactor = 18
	// DrawnWorkFactor is enough for a passphrase that [NewPassphrase] drew: nobody
	// guesses 118 random bits, and a new desk tries it several times.
	DrawnWorkFactor = 12
	// LargestWorkFactor is the most that is written or opened: 1 GiB. Whoever
	// sends a file could otherwise ask for all the memory there is.
	LargestWorkFactor = 20
	// ShortestPassphrase is the least number of characters, spaces and dashes
	// not counted.
	ShortestPassphrase = 10
)

// Seal says to whom a bundle is encrypted and who signs it: either recipients
// ("age1…") or a passphrase, never both.
type Seal struct {
	Recipients []string
	Passphrase string
	WorkFactor int // of the passphrase; 0 means [WorkFactor]
	Key        ed25519.PrivateKey
	Armor      bool // printable characters only, for mail
}

// encrypt returns what takes the bytes to be encrypted into w and what is to be
// closed after them.
func (s Seal) encrypt(w io.Writer) (io.Writer, []io.Closer, error) {
	recipients, err := s.recipients()
	if err != nil {
		return nil, nil, err
	}
	var shut []io.Closer
	if s.Armor {
		armored := armor.NewWriter(w)
		w, shut = armored, []io.Closer{armored}
	}
	sealed, err := age.Encrypt(w, recipients...)
	if err != nil {
		return nil, nil, fmt.Errorf("bundle: begin encrypting: %w", err)
	}
	return sealed, append([]io.Closer{sealed}, shut...), nil
}

func (s Seal) recipients() ([]age.Recipient, error) {
	if (s.Passphrase == "") == (len(s.Recipients) == 0) {
		return nil, errors.New("bundle: seal it either to recipients or to a passphrase")
	}
	if s.Passphrase != "" {
		return s.passphrase()
	}
	var recipients []age.Recipient
	for _, text := range s.Recipients {
		recipient, err := age.ParseX25519Recipient(text)
		if err != nil {
			return nil, fmt.Errorf("bundle: recipient: %w", err)
		}
		recipients = append(recipients, recipient)
	}
	return recipients, nil
}

func (s Seal) passphrase() ([]age.Recipient, error) {
	typed := normal(s.Passphrase)
	if len([]rune(typed)) < ShortestPassphrase {
		return nil, model.RefuseAt("passphrase", "refuse.passphrase-short", "Least", ShortestPassphrase)
	}
	if s.WorkFactor == 0 {
		s.WorkFactor = WorkFactor
	}
	if s.WorkFactor < 1 || s.WorkFactor > LargestWorkFactor {
		return nil, fmt.Errorf("bundle: a work factor of %d", s.WorkFactor)
	}
	recipient, err := age.NewScryptRecipient(typed)
	if err != nil {
		return nil, fmt.Errorf("bundle: passphrase: %w", err)
	}
	recipient.SetWorkFactor(s.WorkFactor)
	return []age.Recipient{recipient}, nil
}
