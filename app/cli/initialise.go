package cli

import (
	"errors"

	"siaga/app"
	"siaga/app/settings"
	"siaga/model"
)

// founded is what init tells a program.
type founded struct {
	Folder      string `json:"folder"`
	Office      string `json:"office"`
	Person      word   `json:"person"`
	Agencies    int    `json:"agencies"`
	RecoveryKey string `json:"recoveryKey"`
	KeyFile     word   `json:"keyFile"`
}

// initialise sets up a new desk and shows its recovery key.
func initialise(c *call) error {
	told, err := c.found()
	if err != nil {
		return err
	}
	if c.has("json") {
		return c.sayJSON(told)
	}
	c.sayFounded(told)
	return nil
}

// found makes the vault and the office of a new desk.
func (c *call) found() (founded, error) {
	if c.has("agencies") && c.has("empty") {
		return founded{}, wrongly("usage.both", "First", "--agencies", "Second", "--empty")
	}
	random, err := c.random()
	if err != nil {
		return founded{}, err
	}
	passphrase, err := c.newPassphrase()
	if err != nil {
		return founded{}, err
	}
	world := app.World{Folder: c.folder, Now: c.Now, Random: random}
	lock := app.Lock{Passphrase: passphrase, KeyFile: c.options["key-file"], Cost: c.Cost}
	d, recovery, err := app.Create(world, lock, c.setup())
	if err != nil {
		return founded{}, err
	}
	told := founded{Folder: c.folder, Office: d.Office().OfficeName, Person: word(c.options["person"]),
		Agencies: len(d.Agencies()), RecoveryKey: recovery, KeyFile: word(c.options["key-file"])}
	return told, errors.Join(c.keepLanguage(), d.Close())
}

func (c *call) setup() app.Setup {
	office := model.NewOffice()
	if c.options["office"] != "" {
		office.OfficeName = c.options["office"]
	}
	return app.Setup{Office: office, Person: c.options["person"], Agencies: !c.has("empty")}
}

// keepLanguage makes the language of init the desk's own.
func (c *call) keepLanguage() error {
	kept, _, err := settings.Open(c.settingsPath())
	if err != nil {
		return err
	}
	return kept.Change(func(s *settings.Choices) { s.Language = string(c.book.Lang()) })
}

func (c *call) sayFounded(told founded) {
	c.say(c.book.T("init.done", "Office", told.Office, "Folder", told.Folder))
	c.say(c.book.N("init.agencies", told.Agencies), "")
	c.sayRecoveryKey(told.RecoveryKey)
	if told.KeyFile != "" {
		c.say("", c.book.T("init.keyfile", "Path", string(told.KeyFile)))
	}
}
