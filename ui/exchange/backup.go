package exchange

import (
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"siaga/app"
	"siaga/app/settings"
	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// backup is the section of what this desk keeps for itself.
type backup struct {
	flat
	*Page
	last   *fyne.Container
	byself *fyne.Container
	shared *fyne.Container
	latest widgets.Latest
	face   fyne.CanvasObject
}

func newBackup(p *Page) *backup {
	s := &backup{Page: p, last: widgets.Stacked(), byself: widgets.Stacked(), shared: widgets.Stacked()}
	now := widgets.NewPrimary(p.T("exchange.backup.now"), look.IconSave, s.now)
	test := widgets.NewButton(p.T("exchange.backup.test"), look.IconShield, s.test)
	s.face = widgets.Scrolled(widgets.Stacked(
		widgets.NewSection(p.T("exchange.backup"), nil, widgets.Stacked(s.last, widgets.NewFlow(now, test))),
		widgets.NewSection(p.T("exchange.backup.byself"), nil, s.byself),
		widgets.NewSection(p.T("exchange.shared"), nil, s.shared),
		widgets.NewSection(p.T("exchange.restore"), nil, widgets.NewProse(p.T("exchange.restore.sentence")))))
	return s
}

func (s *backup) content() fyne.CanvasObject { return s.face }

func (s *backup) open(place.Route) { s.reload() }

func (s *backup) reload() {
	x, err := s.desk.Exchange()
	if err != nil {
		s.Fail(err)
		return
	}
	s.showLast(x.Backup)
	s.showBySelf()
	s.showShared()
	s.face.Refresh()
}

// showLast says when the last backup was made and what its test showed.
func (s *backup) showLast(b app.Backup) {
	tone, made := look.Warning, s.T("exchange.backup.none")
	if b.Path != "" {
		tone, made = look.Kept, s.Book.N("exchange.backup.last", int(b.Events), "At", b.At.Time(), "Path", b.Path)
	}
	s.last.Objects = []fyne.CanvasObject{s.line(tone, made)}
	switch {
	case b.Path == "":
	case b.Fault != "":
		s.last.Add(s.line(look.Breached, s.T("exchange.backup.fault", "At", b.TestedAt.Time(), "Fault", s.fault(b.Fault))))
	case b.TestedAt.Known():
		s.last.Add(s.line(look.Kept, s.T("exchange.backup.tested", "At", b.TestedAt.Time())))
	default:
		s.last.Add(s.line(look.Neutral, s.T("exchange.backup.untested")))
	}
}

// fault is why the last test failed, as far as that was kept.
func (s *backup) fault(key string) string {
	if text := s.T(key); !strings.Contains(text, "<no value>") {
		return text
	}
	return s.T("exchange.backup.damaged")
}

// now makes a backup: in the folder for it, or where the person says.
func (s *backup) now() {
	if folder := s.Settings.Choices().BackupFolder; folder != "" {
		s.backUp(s.desk.BackupPath(folder))
		return
	}
	s.Choose.Save(s.T("exchange.backup.where"), s.desk.BackupName(), s.backUp)
}

func (s *backup) backUp(path string) {
	place.Long(s.Around, s.T("exchange.backup.making"), func(progress app.Progress) (app.Exported, error) {
		return s.desk.BackUp(path, progress)
	}, func(done app.Exported, err error) {
		if err != nil {
			s.Fail(err)
			return
		}
		folder := widgets.NewButton(s.T("common.openfolder"), look.IconFolder, func() { _ = s.Files.Show(filepath.Dir(path)) })
		s.Tell(look.Kept, s.Book.N("exchange.backup.made", int(done.Events), "Size", s.Book.Bytes(done.Bytes)), folder)
		s.reload()
	})
}

// test opens the last backup and compares every event.
func (s *backup) test() {
	place.Long(s.Around, s.T("exchange.backup.testing"), s.desk.TestBackup, func(events uint64, err error) {
		if err != nil {
			s.Fail(err)
		} else {
			s.Tell(look.Kept, s.Book.N("exchange.backup.same", int(events)), nil)
		}
		s.reload()
	})
}

// keeps are how many backups can be chosen to stay.
var keeps = []int{5, 10, 20, 50}

// showBySelf is the folder for backups that are made by themselves.
func (s *backup) showBySelf() {
	chosen := s.Settings.Choices()
	var choices []widgets.Choice
	for _, n := range keeps {
		choices = append(choices, widgets.Choice{Key: strconv.Itoa(n), Title: s.Book.N("exchange.keep.backups", n)})
	}
	keep := widgets.NewPick(s.T("common.choose"), choices)
	keep.SetSelected(strconv.Itoa(chosen.KeepBackups))
	if chosen.KeepBackups == 0 {
		keep.SetSelected(strconv.Itoa(app.DefaultBackups))
	}
	keep.OnChange = func(key string) {
		n, _ := strconv.Atoi(key) // nothing chosen means the usual number
		s.change(func(c *settings.Choices) { c.KeepBackups = n })
	}
	folder := s.folder(chosen.BackupFolder, "exchange.backup.folder", func(c *settings.Choices, path string) { c.BackupFolder = path })
	days := s.T("exchange.backup.daily")
	if n := s.desk.Office().BackupDays; n > 1 {
		days = s.Book.N("exchange.backup.days", n)
	}
	change := widgets.NewQuiet(s.T("exchange.backup.change"), look.IconNext, func() { s.Go(place.Route{Place: place.Settings, Part: "exchange"}) })
	s.byself.Objects = []fyne.CanvasObject{folder,
		widgets.NewForm(widgets.NewField("keep", s.T("exchange.backup.keep"), keep)),
		widgets.Toolbar(widgets.NewProse(days), change)}
}

// folder shows a folder of this computer, to be chosen and given up.
func (s *backup) folder(path, key string, set func(*settings.Choices, string)) fyne.CanvasObject {
	shown, tone := path, look.Kept
	if path == "" {
		shown, tone = s.T(key+".none"), look.Neutral
	}
	acts := widgets.NewFlow(widgets.NewButton(s.T("exchange.folder"), look.IconFolder, func() {
		s.Choose.Folder(s.T(key), func(path string) { s.change(func(c *settings.Choices) { set(c, path) }) })
	}))
	if path != "" {
		acts.Add(widgets.NewButton(s.T("exchange.folder.off"), look.IconWithdraw, func() { s.change(func(c *settings.Choices) { set(c, "") }) }))
	}
	return widgets.Stacked(s.line(tone, shown), acts)
}

// change keeps a choice of this computer, and does at once what follows from it.
func (s *backup) change(edit func(*settings.Choices)) {
	if err := s.Settings.Change(edit); err != nil {
		s.Fail(err)
		return
	}
	s.keeper.Visit(s.reload)
	s.reload()
}
