package cli

import (
	"encoding/hex"
	"fmt"

	"siaga/app"
)

// rebuilt is what rebuild tells a program.
type rebuilt struct {
	Events uint64 `json:"events"`
	Digest string `json:"digest"`
}

// everyEvents is after how many events rebuild says how far it has come.
const everyEvents = 10_000

// rebuild makes the store again from the journal; where the journal is the one
// that is not whole, the journal from the store.
func rebuild(c *call) error {
	return c.withAnyDesk(func(d *app.Desk) error {
		said := uint64(0)
		events, err := d.Repair(func(events uint64) bool {
			if events >= said+everyEvents {
				said = events - events%everyEvents
				fmt.Fprintln(c.Stderr, c.book.N("rebuild.progress", int(said)))
			}
			return true
		})
		if err != nil {
			return err
		}
		digest, err := d.Digest()
		if err != nil {
			return err
		}
		if c.has("json") {
			return c.sayJSON(rebuilt{events, hex.EncodeToString(digest[:])})
		}
		c.say(c.book.N("rebuild.done", int(events)))
		return nil
	})
}
