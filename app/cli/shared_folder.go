package cli

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"siaga/app"
	"siaga/app/settings"
	"siaga/model"
)

// visitValue is one visit to a shared folder, for a program.
type visitValue struct {
	Arrivals []arrivalValue `json:"arrivals"`
	Left     bool           `json:"left"`
	Refused  []refusedValue `json:"refused"`
}

type refusedValue struct {
	File     string `json:"file"`
	Key      word   `json:"key"`
	Sentence string `json:"sentence"`
}

// visitFolder takes in what others have left in a shared folder and leaves what
// is new here: once, or again and again until somebody stops it.
func visitFolder(c *call) error {
	seconds, err := c.number("watch", 0)
	if err != nil {
		return err
	}
	path, err := c.folderChosen("shared-folder", func(s settings.Choices) string { return s.SharedFolder })
	if err != nil {
		return err
	}
	if !c.has("watch") {
		return c.withDesk(func(d *app.Desk) error { return c.visit(d, d.SharedFolderAt(path)) })
	}
	return c.withDesk(func(d *app.Desk) error {
		return c.keepVisiting(d, d.SharedFolderAt(path), time.Duration(max(1, seconds))*time.Second)
	})
}

// keepVisiting visits again and again, and whenever something has come; a folder
// that is gone for a while is told once and tried again.
func (c *call) keepVisiting(d *app.Desk, folder *app.SharedFolder, pause time.Duration) error {
	said := ""
	defer folder.Close()
	for stop := c.stopWish(); ; {
		folder.Watch()
		err := c.visit(d, folder)
		refusal, ours := model.AsRefusal(err)
		switch {
		case err == nil:
			said = ""
		case !ours:
			return err
		case refusal.Key == "refuse.stopped":
			return nil
		case refusal.Key != said:
			said = refusal.Key
			fmt.Fprintln(c.Stderr, c.book.Refusal(err))
		}
		if !nextVisit(folder, pause, stop) {
			return nil
		}
	}
}

// nextVisit waits until something has come or the pause is over; it is false when
// somebody has stopped meanwhile.
func nextVisit(folder *app.SharedFolder, pause time.Duration, stop <-chan struct{}) bool {
	look := time.NewTicker(time.Second)
	defer look.Stop()
	for end := time.After(pause); ; {
		select {
		case <-stop:
			return false
		case <-end:
			return true
		case <-look.C:
			if folder.Stirred() {
				return true
			}
		}
	}
}

func (c *call) visit(d *app.Desk, folder *app.SharedFolder) error {
	called, err := folder.Call(c.progress())
	v := view{d, c.book}
	if c.has("json") {
		told := visitValue{Left: called.Left, Refused: v.refusals(called.Refused), Arrivals: []arrivalValue{}}
		for _, a := range called.Arrivals {
			told.Arrivals = append(told.Arrivals, v.arrival(a, true))
		}
		if err != nil && len(told.Arrivals)+len(told.Refused) == 0 {
			return err
		}
		return errors.Join(c.sayJSON(told), err) // what was taken in before something failed is here
	}
	for _, a := range called.Arrivals {
		c.sayArrival(d, a)
	}
	for _, r := range v.refusals(called.Refused) {
		fmt.Fprintln(c.Stderr, c.book.T("folder.refused", "File", plain(r.File), "Why", r.Sentence))
	}
	switch {
	case called.Left:
		c.say(c.book.T("folder.left"))
	case err == nil && len(called.Arrivals) == 0 && !c.has("watch"):
		c.say(c.book.T("folder.nothing"))
	}
	return err
}

func (v view) refusals(all map[string]error) []refusedValue {
	return each(slices.Sorted(maps.Keys(all)), func(name string) refusedValue {
		out := refusedValue{File: name, Sentence: v.book.Refusal(all[name])}
		if r, ok := model.AsRefusal(all[name]); ok {
			out.Key = word(r.Key)
		}
		return out
	})
}
