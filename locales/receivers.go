package locales

import (
	"strings"

	"siaga/model"
)

// Receivers says for whom a file was written: another CSIRT, desks, or without
// either whoever knows its passphrase.
func (b *Book) Receivers(csirt string, desks []model.DeskInfo) string {
	switch {
	case csirt != "":
		return csirt
	case len(desks) == 0:
		return b.T("given-out.passphrase")
	}
	names := make([]string, len(desks))
	for n, k := range desks {
		names[n] = b.DeskName(k)
	}
	return strings.Join(names, ", ")
}
