// Package settings keeps how this desk looks and what its people are used to:
// language, theme, size of letters and window, columns, saved views. It lies in
// settings.json in plain text and so holds nothing about a person.
//
// The file begins with its version line; keys that this program does not know
// are kept as they are. A value that cannot be read becomes its default, and a
// file that cannot be read is put aside under another name and all values are
// defaults. The sum in it tells when it was changed otherwise than by this
// program: by hand, or by a disk that lets a folder's name decay, and with it the
// backups. [Open] tells all that. Nothing here is worth refusing to start for.
package settings

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"sync"
	"time"

	"siaga/app/whole"
)

// Theme is how bright the window is.
type Theme string

// The themes.
const (
	System Theme = "system" // as the computer is set
	Light  Theme = "light"
	Dark   Theme = "dark"
)

// Choices are the settings; change a copy with [Settings.Change].
type Choices struct {
	Language       string // "id" or "en"
	Theme          Theme
	Contrast       bool    // black and white with strong borders
	TextScale      float32 // 1 is the normal size; 0.75 to 2
	Window         Size
	Tables         map[string]Table // by the name of the table
	Views          map[string][]View
	LastFolder     string // where a file was last saved or opened
	Quiet          bool   // no system notification
	Sound          bool   // a sound with each warning
	QuietHours     Hours  // without notification and sound, except for Strategis
	Tray           bool   // stay in the tray when the window is closed
	Hidden         bool   // start in the tray, without a window
	PersonChosenAt time.Time
	SharedFolder   string // carried between desks by the office's own means; empty: none
	BackupFolder   string // empty: no backups by itself
	KeepBackups    int    // how many stay there; 0 means as many as the program likes
}

// Size is the window in Fyne's units; zero means as the program likes.
type Size struct {
	Width  float32 `json:"width"`
	Height float32 `json:"height"`
}

// Table is how a table is shown; a column that is not named stands behind the others.
type Table struct {
	Columns []Column `json:"columns"`
}

// Column is one column, in its place from the left; width 0 means its own.
type Column struct {
	Name   string  `json:"name"`
	Width  float32 `json:"width,omitempty"`
	Hidden bool    `json:"hidden,omitempty"`
}

// View is a saved filter of one place. It holds chosen codes by field, such as
// class: tinggi, never a free text that could name a person.
type View struct {
	Name   string              `json:"name"`
	Filter map[string][]string `json:"filter"`
	Sort   string              `json:"sort,omitempty"`
}

// Told is what [Open] could not read: the file as a whole, with where it was
// put aside, or single keys; "sum" among them when something was changed that can
// still be read.
type Told struct {
	Damaged error
	Aside   string
	Keys    []string
}

// Sentence is what people are told of it: the key and what stands in it, no key
// when all was well.
func (t Told) Sentence() (key string, args []any) {
	switch {
	case t.Damaged != nil:
		return "settings.damaged", []any{"Path", t.Aside}
	case len(t.Keys) > 0:
		return "settings.altered", nil
	}
	return "", nil
}

// Settings are open settings; they may be used from several goroutines.
type Settings struct {
	path string

	mu      sync.Mutex
	choices Choices
	unknown raw
}

// Defaults are the settings of a new desk.
func Defaults() Choices {
	return Choices{Language: "id", Theme: Light, TextScale: 1, Tables: map[string]Table{}, Views: map[string][]View{}}
}

// Open reads the settings at path, or takes the defaults and tells why. The
// error says only that the disk does not let itself be read.
func Open(path string) (*Settings, Told, error) {
	s := &Settings{path: path, choices: Defaults(), unknown: raw{}}
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return s, Told{}, nil
	}
	if err != nil {
		return nil, Told{}, fmt.Errorf("settings: read: %w", err)
	}
	choices, unknown, keys, err := decode(data)
	if err == nil {
		s.choices, s.unknown = choices, unknown
		return s, Told{Keys: keys}, nil
	}
	aside := path + ".damaged"
	if moved := os.Rename(path, aside); moved != nil {
		return nil, Told{}, fmt.Errorf("settings: put aside: %w", moved)
	}
	return s, Told{Damaged: err, Aside: aside}, nil
}

// Choices returns a copy of the settings as they stand.
func (s *Settings) Choices() Choices {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.choices.clone()
}

// Change lets edit change the settings and writes them; an impossible value
// becomes its default, and nothing is changed when the file cannot be written.
func (s *Settings) Change(edit func(*Choices)) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	next := s.choices.clone()
	edit(&next)
	next.settle()
	data, err := encode(next, s.unknown)
	if err != nil {
		return err
	}
	if err := whole.WriteBytes(s.path, data); err != nil {
		return err
	}
	s.choices = next.clone()
	return nil
}
