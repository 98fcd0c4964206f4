package bundle

import (
	"errors"
	"fmt"

	"siaga/model"
)

// Damage says that a bundle is not what was written: changed, cut short, or made
// wrongly. It is a refusal, "refuse.bundle-damaged", with the details for the log.
type Damage struct {
	At   int64 // plain bytes read before it was noticed
	What string
}

// Error is for logs.
func (d *Damage) Error() string {
	return fmt.Sprintf("bundle: damaged after %d plain bytes: %s", d.At, d.What)
}

// Unwrap is the refusal that a person reads.
func (d *Damage) Unwrap() error { return model.Refuse("refuse.bundle-damaged") }

// unreadable is an error of the file's medium: nobody knows then whether the
// bundle is good.
type unreadable struct{ cause error }

func (u *unreadable) Error() string { return "bundle: read: " + u.cause.Error() }
func (u *unreadable) Unwrap() error { return u.cause }

// fault sorts an error met while reading: the medium's stays what it is, and so
// does a refusal; everything else means that the bytes are wrong.
func fault(at int64, err error) error {
	var medium *unreadable
	if errors.As(err, &medium) {
		return medium
	}
	if _, refused := model.AsRefusal(err); refused {
		return err
	}
	return &Damage{at, err.Error()}
}
