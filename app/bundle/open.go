package bundle

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"filippo.io/age"
	"filippo.io/age/armor"
	"github.com/klauspost/compress/zstd"

	"siaga/model"
)

// Keys are what a desk can try on a bundle.
type Keys struct {
	Identities []string // "AGE-SECRET-KEY-1…"
	Passphrase string
}

// Open begins to read a bundle, armored or not. It refuses what is no bundle, a
// part of a split one, a newer program's, one for other desks, a passphrase that
// does not fit, and what is damaged so far.
func Open(r io.Reader, k Keys, l Limits) (*Reader, error) {
	in, err := unwrapped(r)
	if err != nil {
		return nil, fault(0, err)
	}
	identities, err := k.identities()
	if err != nil {
		return nil, err
	}
	packed, err := age.Decrypt(in, identities...)
	if err != nil {
		return nil, fault(0, k.explain(err))
	}
	unpacked, err := zstd.NewReader(packed, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true),
		zstd.WithDecoderMaxWindow(2*window), zstd.WithDecodeBuffersBelow(0))
	if err != nil {
		return nil, fault(0, err)
	}
	return newReader(unpacked, l)
}

// unwrapped takes the armor off and refuses what is no bundle.
func unwrapped(r io.Reader) (io.Reader, error) {
	in := bufio.NewReaderSize(medium{r}, peeked)
	first, err := in.Peek(peeked)
	if err != nil && err != io.EOF {
		return nil, err
	}
	switch what(first) {
	case IsBundle:
		return in, nil
	case IsArmored:
		_, err := in.Discard(blank(first))
		return armor.NewReader(in), err
	case IsPiece:
		return nil, model.Refuse("refuse.bundle-piece")
	}
	if strings.HasPrefix(ageIntro, string(first)) {
		return nil, errors.New("cut short at its very beginning")
	}
	return nil, model.Refuse("refuse.bundle-not")
}

// medium marks the errors of the file's medium.
type medium struct{ in io.Reader }

func (m medium) Read(b []byte) (int, error) {
	n, err := m.in.Read(b)
	if err != nil && err != io.EOF {
		err = &unreadable{err}
	}
	return n, err
}

func (k Keys) identities() ([]age.Identity, error) {
	identities := []age.Identity{nobody{}}
	for _, text := range k.Identities {
		identity, err := age.ParseX25519Identity(text)
		if err != nil {
			return nil, errors.New("bundle: an identity does not read") // the cause may show the secret
		}
		identities = append(identities, identity)
	}
	if typed := normal(k.Passphrase); typed != "" {
		identity, err := age.NewScryptIdentity(typed)
		if err != nil {
			return nil, fmt.Errorf("bundle: passphrase: %w", err)
		}
		identity.SetMaxWorkFactor(LargestWorkFactor)
		identities = append(identities, identity)
	}
	return identities, nil
}

// nobody opens nothing: without any key, too, age then says to whom the file is
// encrypted.
type nobody struct{}

func (nobody) Unwrap([]*age.Stanza) ([]byte, error) { return nil, age.ErrIncorrectIdentity }

// explain says why no key fits.
func (k Keys) explain(err error) error {
	var none *age.NoIdentityMatchError
	switch {
	case !errors.As(err, &none):
		return err
	case !slices.Contains(none.StanzaTypes, "scrypt"):
		return model.Refuse("refuse.bundle-others")
	case normal(k.Passphrase) == "":
		return model.RefuseAt("passphrase", "refuse.bundle-passphrase-needed")
	}
	return model.RefuseAt("passphrase", "refuse.bundle-passphrase")
}
