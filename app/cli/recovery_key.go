package cli

import "siaga/app"

// newRecoveryKey makes one more recovery key and shows it once.
func newRecoveryKey(c *call) error {
	return c.withDesk(func(d *app.Desk) error {
		key, err := d.NewRecoveryKey()
		if err != nil {
			return err
		}
		if c.has("json") {
			return c.sayJSON(struct {
				RecoveryKey string `json:"recoveryKey"`
			}{key})
		}
		c.sayRecoveryKey(key)
		return nil
	})
}

func (c *call) sayRecoveryKey(key string) {
	c.say(c.book.T("init.recovery"), "", "    "+key, "", c.book.T("init.recovery.keep"))
}
