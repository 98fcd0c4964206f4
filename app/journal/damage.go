package journal

import (
	"errors"
	"fmt"
)

var errClosed = errors.New("journal: closed")

// Damage says that something in the journal is not what was written.
type Damage struct {
	Segment uint32
	Offset  int64
	What    string
}

// Error is for logs.
func (d *Damage) Error() string {
	return fmt.Sprintf("journal: damaged: segment %d, byte %d: %s", d.Segment, d.Offset, d.What)
}

// Poisoned says that an earlier write or sync failed, so that the journal
// takes nothing more until it is opened again.
type Poisoned struct{ Cause error }

// Error is for logs.
func (p *Poisoned) Error() string { return "journal: takes nothing more: " + p.Cause.Error() }

// Unwrap is the failure that poisoned the journal.
func (p *Poisoned) Unwrap() error { return p.Cause }

// Ahead says that a position kept elsewhere lies behind the end of the
// journal: records that were acknowledged are missing here.
type Ahead struct{ From, End Position }

// Error is for logs.
func (a *Ahead) Error() string {
	return fmt.Sprintf("journal: ends at record %d, asked for %d", a.End.Index, a.From.Index)
}
