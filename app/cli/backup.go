package cli

import (
	"os"
	"path/filepath"

	"siaga/app"
	"siaga/app/settings"
	"siaga/model"
)

// backUp writes everything into a file that the recovery key opens, or tests the
// last one.
func backUp(c *call) error {
	if c.has("test") {
		if len(c.args) > 0 {
			return wrongly("usage.arguments", "Verb", c.verb.name)
		}
		return testBackup(c)
	}
	return c.withDesk(func(d *app.Desk) error {
		path, err := c.backupPath(d)
		if err != nil {
			return err
		}
		done, err := d.BackUp(path, c.progress())
		if err != nil {
			return err
		}
		told := view{d, c.book}.written(path, done)
		if c.has("json") {
			return c.sayJSON(told)
		}
		c.say(c.book.N("backup.done", int(told.Events), "Path", path, "Size", c.book.Bytes(told.Bytes)), c.book.T("backup.next"))
		return nil
	})
}

// backupPath is a file, or one named by the time in a folder: the one that was
// chosen at this desk when none is given.
func (c *call) backupPath(d *app.Desk) (string, error) {
	if len(c.args) > 0 && !isFolder(c.args[0]) {
		path, err := filepath.Abs(c.args[0])
		if err != nil {
			return "", err
		}
		return path, c.mayReplace(path, d.HasBackup)
	}
	folder, err := c.folderChosen("backup-folder", func(s settings.Choices) string { return s.BackupFolder })
	if err != nil {
		return "", err
	}
	if _, err := os.Stat(folder); err != nil {
		return "", model.Refuse("refuse.backup-folder", "Path", folder)
	}
	return d.BackupPath(folder), nil
}

// folderChosen is the folder of the first argument, else the one chosen at this
// desk; whole, because the desk remembers it.
func (c *call) folderChosen(what string, chosen func(settings.Choices) string) (string, error) {
	if len(c.args) > 0 {
		return filepath.Abs(c.args[0])
	}
	kept, _, err := settings.Open(c.settingsPath())
	if err != nil {
		return "", err
	}
	if folder := chosen(kept.Choices()); folder != "" {
		return folder, nil
	}
	return "", wrongly("usage." + what)
}

func testBackup(c *call) error {
	return c.withDesk(func(d *app.Desk) error {
		events, err := d.TestBackup(c.progress())
		if err != nil {
			return err
		}
		if c.has("json") {
			return c.sayJSON(struct {
				Events uint64 `json:"events"`
			}{events})
		}
		c.say(c.book.N("backup.sound", int(events)))
		return nil
	})
}
