package locales

import (
	"strings"

	"siaga/model"
)

// EvidenceFile is the file of a piece of evidence that the desks keep, with its
// size to the byte; "" where they keep none.
func (b *Book) EvidenceFile(v model.Evidence) string {
	if v.File == "" {
		return ""
	}
	if v.Size < 1024 {
		return b.N("chain.file.small", int(v.Size), "Name", v.File)
	}
	return b.N("chain.file.kept", int(v.Size), "Name", v.File, "Size", b.Bytes(v.Size))
}

// Handover is a handover of evidence in short: from whom to whom, and what for.
func (b *Book) Handover(c model.Custody) string {
	if strings.TrimSpace(c.From) == "" {
		return b.T("chain.handover.found", "To", c.To, "Purpose", c.Purpose)
	}
	return b.T("chain.handover", "From", c.From, "To", c.To, "Purpose", c.Purpose)
}
