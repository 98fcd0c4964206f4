package ui

import (
	"crypto/sha256"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"siaga/app"
	"siaga/app/settings"
	"siaga/app/vault"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// second is a further desk of the window's office, in the same present.
func (o *office) second() *app.Desk {
	o.Helper()
	file := filepath.Join(o.TempDir(), "undangan.siaga")
	invited, err := o.desk.Invite(file, app.Invite{Name: "Ruang server"}, nil)
	if err != nil {
		o.Fatal(err)
	}
	world := app.World{Folder: filepath.Join(o.TempDir(), "desk"), Now: func() time.Time { return o.clock.UTC() },
		Random: rand.NewChaCha8(sha256.Sum256([]byte("second")))}
	lock := app.Lock{Passphrase: passphrase, Cost: vault.Cost{Memory: 64, Passes: 1, Threads: 1}}
	d, _, err := app.Join(world, lock, []string{file}, invited.Passphrase, nil)
	if err != nil {
		o.Fatal(err)
	}
	o.Cleanup(func() { d.Close() })
	return d
}

func (o *office) drops(path string) {
	o.drop(fyne.Position{}, []fyne.URI{storage.NewFileURI(path)})
}

func TestAFileIsDroppedAnywhere(t *testing.T) {
	o := openOffice(t, morning)
	file := filepath.Join(t.TempDir(), "surat.txt")
	if err := os.WriteFile(file, []byte("bukan kiriman"), 0o600); err != nil {
		t.Fatal(err)
	}
	o.shortcut(widgets.KeyGoAnywhere)
	o.drops(file)
	if o.shell.here != place.Today {
		t.Error("a file is taken while something stands open")
	}
	o.key(widgets.KeyBack)
	o.drops(file)
	if o.shell.here != place.Exchange || !o.asked() || !o.shows("Ini bukan berkas kiriman Siaga") {
		t.Errorf("at %s: %q", o.shell.here, texts(o.top()))
	}
}

// A file that is dropped on an open incident is its evidence; a bundle is taken in
// wherever it is dropped.
func TestAFileDroppedOnAnIncidentIsItsEvidence(t *testing.T) {
	o := openOffice(t, morning)
	done, err := o.desk.Do(app.Order{Command: app.RegisterIncident{ReporterName: "Guru piket", Description: "Uji"}})
	if err != nil {
		t.Fatal(err)
	}
	file, bundle := filepath.Join(t.TempDir(), "akses.log"), filepath.Join(t.TempDir(), "kiriman.siaga")
	for path, content := range map[string]string{file: "GET /", bundle: "rusak"} {
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	o.find(string(done.Ticket))
	o.drops(file)
	o.press(o.book.T("common.save"))
	if i := o.incident(app.IncidentRef(done.ID)); len(i.Evidence) != 1 || i.Evidence[0].File != "akses.log" || o.shell.here != place.Incidents {
		t.Errorf("%+v", i.Evidence)
	}
	o.drops(bundle)
	if o.shell.here != place.Exchange {
		t.Errorf("a bundle is taken in at %s", o.shell.here)
	}
}

// toasted is what the corner says, in one line.
func (o *office) toasted() string { return strings.Join(texts(o.toasts), " ") }

func TestTheWindowTendsTheSharedFolderByItself(t *testing.T) {
	o := openOffice(t, morning)
	other := o.second()
	if p, ok := o.desk.AtDesk(); ok {
		if err := other.Sit(app.PersonRef(p.ID)); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := other.Do(app.Order{Command: app.RegisterIncident{ReporterName: "Guru piket", Description: "Uji"}}); err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	if _, err := other.SharedFolderAt(folder).Call(nil); err != nil {
		t.Fatal(err)
	}
	choose := func(path string) {
		if err := o.program.Settings.Change(func(c *settings.Choices) { c.SharedFolder = path }); err != nil {
			t.Fatal(err)
		}
	}
	choose(folder)
	o.clock = o.clock.Add(tendEvery)
	o.tick()
	if n := len(o.desk.Incidents()); n != 1 || !strings.Contains(o.toasted(), "dimasukkan dari folder bersama") {
		t.Errorf("%d incidents, told %q", n, o.toasted())
	}
	choose(filepath.Join(folder, "tidak-ada"))
	told := 0
	for range 3 {
		o.clock = o.clock.Add(tendEvery)
		before := strings.Count(o.toasted(), "tidak dapat dibuka")
		o.tick()
		if strings.Count(o.toasted(), "tidak dapat dibuka") > before {
			told++
		}
	}
	if _, failed := o.keeper.Visited(); told != 1 || failed == nil {
		t.Errorf("a folder that is gone is told %d times", told)
	}
	visited := 0
	choose(folder)
	o.keeper.Visit(func() { visited++ })
	if at, failed := o.keeper.Visited(); visited != 1 || failed != nil || !at.Equal(o.clock.UTC()) {
		t.Errorf("visited %d times, %v, %v", visited, at, failed)
	}
}

// What comes into the shared folder is taken in before the next round is due.
func TestTheWindowHearsOfTheSharedFolder(t *testing.T) {
	o := openOffice(t, morning)
	other, folder := o.second(), t.TempDir()
	if err := o.program.Settings.Change(func(c *settings.Choices) { c.SharedFolder = folder }); err != nil {
		t.Fatal(err)
	}
	o.keeper.Visit(func() {})
	if _, err := other.SharedFolderAt(folder).Call(nil); err != nil {
		t.Fatal(err)
	}
	for range 2000 {
		if strings.Contains(o.toasted(), "dimasukkan dari folder bersama") {
			return
		}
		o.clock = o.clock.Add(time.Second)
		o.keeper.began = o.clock // the schedule never comes
		o.tick()
		<-time.After(5 * time.Millisecond)
	}
	t.Error("nothing is taken in")
}

// A round that lasts is not begun again, and the window waits for its end.
func TestTheKeeperNeverWorksTwiceAtOnce(t *testing.T) {
	o := openOffice(t, morning)
	o.alarms.busy = true // it looks for itself
	var later []func()
	o.program.Doors.Later = func(work func()) { later = append(later, work) }
	o.clock = o.clock.Add(tendEvery)
	o.tick()
	o.clock = o.clock.Add(tendEvery)
	o.tick()
	o.keeper.Visit(func() {})
	if len(later) != 1 {
		t.Fatalf("%d rounds at once", len(later))
	}
	later[0]()
	if len(later) != 2 {
		t.Error("who asked for a visit meanwhile gets none")
	}
	o.keeper.close()
	later[1]()
	if !slices.Contains(o.paletteTitles("cadangan"), "Cadangan") {
		t.Errorf("the palette finds %q", o.paletteTitles("cadangan"))
	}
}

func (o *office) paletteTitles(query string) (titles []string) {
	for _, c := range o.shell.find(query, map[string]place.Route{}) {
		titles = append(titles, c.Title)
	}
	return titles
}
