//go:build cgo

package main

import (
	"crypto/rand"
	_ "embed"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"time"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"
	"github.com/BurntSushi/toml"

	"siaga/app"
	"siaga/app/settings"
	"siaga/app/vault"
	"siaga/assets"
	"siaga/locales"
	"siaga/ui"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// window opens the window on a folder and returns when it is closed. A second
// start brings the first window forward instead.
func window(folder string, lang locales.Lang) int {
	if ui.Ring(folder) {
		fmt.Println(locales.Open(lang).T("shell.running"))
		return 0
	}
	a, program, err := prepare(folder, lang)
	if err != nil {
		fmt.Fprintln(os.Stderr, locales.Open(lang).Refusal(err))
		return 1
	}
	w := ui.Open(a, program)
	stop := ui.Hear(folder, func() { fyne.Do(w.Front) })
	defer stop()
	a.Run()
	return 0
}

// tour plays the day through the real window and leaves pictures and papers in
// a folder.
func tour(out string, quick bool) int {
	folder, err := os.MkdirTemp("", "siaga-tour-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(folder)
	a, program, err := prepare(folder, locales.ID)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	if err := ui.Tour(a, program, ui.TourPlan{Out: out, Quick: quick, Shoot: shoot, Press: press}); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

// shoot takes a picture of a window with ImageMagick, which sees what the
// screen shows; what Fyne reads back from a software renderer is black.
func shoot(title, path string) error {
	return exec.Command("import", "-window", title, path).Run()
}

// press works the keyboard of the screen as a person does.
func press(arguments ...string) error { return exec.Command("xdotool", arguments...).Run() }

// prepare gathers what the window gets from the world.
func prepare(folder string, lang locales.Lang) (fyne.App, ui.Program, error) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, ui.Program{}, err
	}
	chosen, told, err := settings.Open(filepath.Join(folder, "settings.json"))
	if err != nil {
		return nil, ui.Program{}, err
	}
	if lang != "" {
		if err := chosen.Change(func(c *settings.Choices) { c.Language = string(lang) }); err != nil {
			return nil, ui.Program{}, err
		}
	}
	meta, err := metadata()
	if err != nil {
		return nil, ui.Program{}, err
	}
	fyneapp.SetMetadata(meta)
	a := fyneapp.NewWithID(meta.ID)
	a.SetIcon(meta.Icon)
	return a, ui.Program{
		World:    app.World{Folder: folder, Now: time.Now, Random: rand.Reader},
		Cost:     vault.DefaultCost,
		Doors:    widgets.Doors{Later: func(work func()) { go work() }, Draw: fyne.Do, Now: time.Now},
		Every:    every,
		Settings: chosen,
		Told:     told,
		Files:    files(a, folder),
		Version:  meta.Version,
		Secret:   os.Getenv("SIAGA_PASSPHRASE"),
		KeyFile:  os.Getenv("SIAGA_KEY_FILE"),
		Sound:    sound,
	}, nil
}

// sounds are the system's own programs that play its sound of a warning, by system.
var sounds = map[string][]string{
	"linux":   {"canberra-gtk-play", "-i", "dialog-warning"},
	"darwin":  {"afplay", "/System/Library/Sounds/Sosumi.aiff"},
	"windows": {"rundll32", "user32.dll,MessageBeep"},
}

// sound plays the system's sound of a warning; a computer that has none stays
// silent, and the warning is seen all the same.
func sound() {
	if program := sounds[runtime.GOOS]; program != nil {
		_ = exec.Command(program[0], program[1:]...).Run()
	}
}

// every calls a function on the window's thread again and again, for as long
// as the program runs.
func every(d time.Duration, f func()) {
	go func() {
		for range time.Tick(d) {
			fyne.Do(f)
		}
	}()
}

func files(a fyne.App, folder string) place.Files {
	home, err := os.UserHomeDir()
	if err != nil {
		home = folder
	}
	documents := filepath.Join(home, "Documents")
	if _, err := os.Stat(documents); err != nil {
		documents = home
	}
	return place.Files{
		Folder: filepath.Join(documents, "Siaga"),
		Spill:  filepath.Join(folder, "spill"),
		Show: func(path string) error {
			return a.OpenURL(&url.URL{Scheme: "file", Path: filepath.ToSlash(path)})
		},
	}
}

//go:embed FyneApp.toml
var fyneApp string

// metadata reads the one place for name, identity and version.
func metadata() (fyne.AppMetadata, error) {
	var file struct {
		Details struct {
			Name, ID, Version string
			Build             int
		}
	}
	if _, err := toml.Decode(fyneApp, &file); err != nil {
		return fyne.AppMetadata{}, fmt.Errorf("read FyneApp.toml: %w", err)
	}
	d := file.Details
	return fyne.AppMetadata{
		Name: d.Name, ID: d.ID, Version: d.Version, Build: d.Build,
		Icon: fyne.NewStaticResource("Icon.png", assets.AppPNG()),
	}, nil
}
