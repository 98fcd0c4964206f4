package place_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"siaga/app/settings"
	"siaga/locales"
	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/place/stage"
	"siaga/ui/widgets"
)

// asker is a window that asks where a file is to be saved, and the answers.
type asker struct {
	t        *testing.T
	window   fyne.Window
	around   place.Around
	folder   string
	answered []string
}

func newAsker(t *testing.T, lang locales.Lang) *asker {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Choice{}))
	chosen, _, err := settings.Open(filepath.Join(t.TempDir(), "settings.json"))
	if err != nil {
		t.Fatal(err)
	}
	a := &asker{t: t, window: test.NewTempWindow(t, widgets.NewWords("")), folder: t.TempDir()}
	a.window.Resize(fyne.NewSize(1060, 720))
	a.around = place.Around{Book: locales.Open(lang), Window: a.window, Settings: chosen, Files: place.Files{Folder: a.folder}}
	return a
}

func (a *asker) ask(name string) {
	place.NewChooser(a.around).Save("Kiriman", name, func(path string) { a.answered = append(a.answered, path) })
}

// key presses a key where the keyboard is.
func (a *asker) key(name fyne.KeyName) {
	c := a.window.Canvas()
	if c.Focused() != nil {
		c.Focused().TypedKey(&fyne.KeyEvent{Name: name})
		return
	}
	c.OnTypedKey()(&fyne.KeyEvent{Name: name})
}

// rename writes another name over the one that was offered.
func (a *asker) rename(name string) {
	a.t.Helper()
	entry, ok := a.window.Canvas().Focused().(*widgets.Entry)
	if !ok {
		a.t.Fatalf("the keyboard is at %T", a.window.Canvas().Focused())
	}
	entry.SetText(name)
}

func (a *asker) shows(sentence string) bool {
	top := a.window.Canvas().Overlays().Top()
	return top != nil && strings.Contains(strings.Join(strings.Fields(strings.Join(stage.Texts(top), " ")), " "), sentence)
}

// A file that is there is replaced only when that is wanted, and asking touches
// nothing: whoever writes puts the new one in its place whole.
func TestAskingWhereToSaveTouchesNoFile(t *testing.T) {
	for _, lang := range locales.Langs() {
		a := newAsker(t, lang)
		old := filepath.Join(a.folder, "kiriman.siaga")
		if err := os.WriteFile(old, []byte("lama"), 0o600); err != nil {
			t.Fatal(err)
		}
		kept := func() bool { b, err := os.ReadFile(old); return err == nil && string(b) == "lama" }
		a.ask("kiriman.siaga")
		stage.Photograph(t, a.window, "save-"+string(lang))
		a.key(fyne.KeyReturn)
		if !a.shows(a.around.T("save.replace.title")) || len(a.answered) > 0 || !kept() {
			t.Fatalf("%s: %q, answered %v", lang, stage.Texts(a.window.Canvas().Overlays().Top()), a.answered)
		}
		stage.Photograph(t, a.window, "replace-"+string(lang))
		a.key(fyne.KeyEscape)
		if !a.shows(a.around.T("save.name")) || len(a.answered) > 0 {
			t.Errorf("%s: after no: %q, answered %v", lang, stage.Texts(a.window.Canvas().Overlays().Top()), a.answered)
		}
		a.key(fyne.KeyReturn)
		a.key(fyne.KeyReturn)
		if len(a.answered) != 1 || a.answered[0] != old || !kept() || a.window.Canvas().Overlays().Top() != nil {
			t.Errorf("%s: after yes: answered %v, kept %v", lang, a.answered, kept())
		}
		if a.around.Settings.Choices().LastFolder != a.folder {
			t.Errorf("the last folder is %q", a.around.Settings.Choices().LastFolder)
		}
	}
}

func TestANameThatIsNoneIsRefusedBesideIt(t *testing.T) {
	for _, lang := range locales.Langs() {
		a := newAsker(t, lang)
		if err := os.Mkdir(filepath.Join(a.folder, "Arsip"), 0o700); err != nil {
			t.Fatal(err)
		}
		a.ask("kiriman.siaga")
		for name, refusal := range map[string]string{" ": a.around.T("refuse.save-name"), "..": a.around.T("refuse.save-name"),
			"a/b": a.around.T("refuse.save-path"), `a\b`: a.around.T("refuse.save-path"), "Arsip": a.around.T("refuse.save-folder", "Name", "Arsip")} {
			a.rename(name)
			a.key(fyne.KeyReturn)
			if !a.shows(refusal) || len(a.answered) > 0 {
				t.Errorf("%s: %q: %q, answered %v", lang, name, stage.Texts(a.window.Canvas().Overlays().Top()), a.answered)
			}
		}
		a.rename("baru.siaga")
		a.key(fyne.KeyReturn)
		if len(a.answered) != 1 || a.answered[0] != filepath.Join(a.folder, "baru.siaga") {
			t.Errorf("%s: answered %v", lang, a.answered)
		}
		a.ask("lain.siaga")
		if err := os.RemoveAll(a.folder); err != nil {
			t.Fatal(err)
		}
		a.key(fyne.KeyReturn)
		if !a.shows(a.around.T("refuse.save-gone", "Path", a.folder)) || len(a.answered) > 1 {
			t.Errorf("%s: a folder that is gone: %q", lang, stage.Texts(a.window.Canvas().Overlays().Top()))
		}
		a.key(fyne.KeyEscape)
	}
}
