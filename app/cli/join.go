package cli

import (
	"errors"
	"io"

	"siaga/app"
	"siaga/model"
)

// joinedValue is a desk that was set up from a file, for a program.
type joinedValue struct {
	Folder      string   `json:"folder"`
	Office      string   `json:"office"`
	Desk        deskName `json:"desk"`
	Fingerprint string   `json:"fingerprint"`
	Incidents   int      `json:"incidents"`
	RecoveryKey string   `json:"recoveryKey"`
	KeyFile     word     `json:"keyFile"`
}

// join sets up a further desk of the office from the file of an invitation,
// or from its pieces.
func join(c *call) error {
	return c.setUp("join", c.filePassphrase, app.Join)
}

// setUp sets a desk up from a file and the secret that opens it, and shows the
// recovery key. The sentences are "<verb>.done" and "<verb>.next".
func (c *call) setUp(verb string, secret func() (string, error), from func(app.World, app.Lock, []string, string, app.Progress) (*app.Desk, string, error)) error {
	if app.Exists(c.folder) {
		return model.Refuse("refuse.desk-exists") // before anybody types anything
	}
	random, err := c.randomFor(verb)
	if err != nil {
		return err
	}
	opens, err := secret()
	if err != nil {
		return err
	}
	passphrase, err := c.newPassphrase()
	if err != nil {
		return err
	}
	lock := app.Lock{Passphrase: passphrase, KeyFile: c.options["key-file"], Cost: c.Cost}
	d, recovery, err := from(app.World{Folder: c.folder, Now: c.Now, Random: random}, lock, c.args, opens, c.progress())
	if err != nil {
		return err
	}
	c.book = c.book.In(d.Zone())
	err = errors.Join(c.keepLanguage(), c.sayJoined(verb, d, recovery))
	if err == nil && c.has("person") {
		err = d.Sit(app.PersonRef(c.options["person"]))
	}
	return errors.Join(err, d.Close())
}

// randomFor draws other things for a further desk than the first one drew from
// the same seed.
func (c *call) randomFor(verb string) (io.Reader, error) {
	if !c.has("seed") {
		return c.Random, nil
	}
	seed, err := c.number("seed", 0)
	return seeded("siaga "+verb, uint64(seed)), err
}

func (c *call) sayJoined(verb string, d *app.Desk, recovery string) error {
	me := d.Me()
	told := joinedValue{Folder: c.folder, Office: d.Office().OfficeName, Desk: deskName{me.Desk, word(me.Letter), word(me.Name)},
		Fingerprint: me.Fingerprint(), Incidents: len(d.Incidents()), RecoveryKey: recovery, KeyFile: word(c.options["key-file"])}
	if c.has("json") {
		return c.sayJSON(told)
	}
	c.say(c.book.T(verb+".done", "Name", plain(me.Label()), "Office", plain(told.Office), "Folder", told.Folder))
	c.say(c.book.N("join.incidents", told.Incidents), "")
	c.sayRecoveryKey(recovery)
	if told.KeyFile != "" {
		c.say("", c.book.T("init.keyfile", "Path", string(told.KeyFile)))
	}
	c.say("", c.book.T("desks.fingerprint.own"), "", "    "+told.Fingerprint, "", c.book.T(verb+".next"))
	return nil
}
