package cli

import (
	"fmt"

	"siaga/app"
)

// stopWish is closed when somebody wishes to stop what the verb does; it begins
// to listen when it is first asked for.
func (c *call) stopWish() <-chan struct{} {
	if c.stop == nil && c.Interrupted != nil {
		c.stop = c.Interrupted()
	}
	return c.stop
}

// progress says on stderr how far a long piece of work has come, and stops it
// when somebody wishes so.
func (c *call) progress() app.Progress {
	goOn, said := c.stoppable(), uint64(0)
	return func(did, total uint64) bool {
		if did < said {
			said = 0 // the work begins another round
		}
		if did >= said+everyEvents {
			said = did - did%everyEvents
			fmt.Fprintln(c.Stderr, c.book.N("cli.progress", int(said), "Of", int(total)))
		}
		return goOn(did, total)
	}
}

// stoppable says nothing and stops a piece of work when somebody wishes so.
func (c *call) stoppable() app.Progress {
	stop := c.stopWish()
	return func(uint64, uint64) bool {
		select {
		case <-stop:
			return false
		default:
			return true
		}
	}
}
