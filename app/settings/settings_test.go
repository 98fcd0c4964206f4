package settings

import (
	"math"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
)

func open(t *testing.T, path string) (*Settings, Told) {
	t.Helper()
	s, told, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	return s, told
}

func settingsPath(t *testing.T, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "settings.json")
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestANewDeskHasDefaultsAndRemembersEveryChange(t *testing.T) {
	path := filepath.Join(t.TempDir(), "settings.json")
	s, told := open(t, path)
	if !reflect.DeepEqual(s.Choices(), Defaults()) || told.Damaged != nil {
		t.Fatal(s.Choices(), told)
	}
	want := Choices{
		Language: "en", Theme: Dark, TextScale: 1.25, Window: Size{1200, 800},
		Tables:     map[string]Table{"incidents": {Columns: []Column{{"ticket", 140, false}, {"agency", 0, true}}}},
		Views:      map[string][]View{"incidents": {{"Tinggi", map[string][]string{"class": {"tinggi"}}, "-due"}}},
		LastFolder: "/home/petugas/Dokumen", Quiet: true, Tray: true,
		PersonChosenAt: time.Date(2026, 10, 5, 2, 12, 0, 0, time.UTC),
	}
	if err := s.Change(func(c *Choices) { *c = want }); err != nil {
		t.Fatal(err)
	}
	again, told := open(t, path)
	if !reflect.DeepEqual(again.Choices(), want) || told.Keys != nil {
		t.Fatalf("%+v\n%+v %v", again.Choices(), want, told)
	}
}

func TestChoicesAreACopy(t *testing.T) {
	s, _ := open(t, filepath.Join(t.TempDir(), "settings.json"))
	err := s.Change(func(c *Choices) {
		c.Tables["a"] = Table{[]Column{{"x", 1, false}}}
		c.Views["a"] = []View{{"v", map[string][]string{"class": {"tinggi"}}, ""}}
	})
	if err != nil {
		t.Fatal(err)
	}
	before := s.Choices()
	c := s.Choices()
	c.Tables["a"].Columns[0].Width = 9
	c.Views["a"][0].Filter["class"][0] = "rendah"
	c.Views["b"] = nil
	if !reflect.DeepEqual(s.Choices(), before) {
		t.Fatal("changed from outside")
	}
}

func TestUnknownKeysAreKept(t *testing.T) {
	path := settingsPath(t, firstLine+`{"fromTheFuture":{"a":[1,2]},"language":"en"}`)
	s, told := open(t, path)
	if s.Choices().Language != "en" || told.Keys != nil {
		t.Fatal(told)
	}
	if err := s.Change(func(c *Choices) { c.Language = "id" }); err != nil {
		t.Fatal(err)
	}
	_, unknown, _, err := decode(mustRead(t, path))
	if err != nil || len(unknown) != 1 || unknown["fromTheFuture"] == nil {
		t.Fatal(unknown, err)
	}
}

func TestABadValueSpoilsNoOther(t *testing.T) {
	path := settingsPath(t, firstLine+`{"language":"fr","theme":7,"textScale":40,"window":{"width":-3},`+
		`"tables":{"bad":{"columns":[{"name":"x","width":-1}]},"good":{}},"views":null,"quiet":true,"personChosenAt":"yesterday"}`)
	s, told := open(t, path)
	want := Defaults()
	want.Quiet, want.Tables = true, map[string]Table{"good": {}}
	if !reflect.DeepEqual(s.Choices(), want) {
		t.Fatalf("%+v", s.Choices())
	}
	if got := strings.Join(told.Keys, " "); got != "language personChosenAt tables textScale theme views window" {
		t.Fatal(got)
	}
}

func TestADamagedFileIsPutAsideAndTold(t *testing.T) {
	for _, content := range []string{"", versionLine, firstLine + "null", firstLine + "{", versionLine + firstLine + "{}", "siaga-settings 9\n{}", "\x00\x00"} {
		path := settingsPath(t, content)
		s, told := open(t, path)
		if told.Damaged == nil || !reflect.DeepEqual(s.Choices(), Defaults()) {
			t.Fatalf("%q: %v", content, told)
		}
		if got := mustRead(t, told.Aside); string(got) != content {
			t.Fatalf("%q was not put aside", content)
		}
		if err := s.Change(func(c *Choices) { c.Tray = true }); err != nil {
			t.Fatal(err)
		}
	}
}

// Every flipped bit of the file is noticed: its values stand, or it is put aside.
func TestEveryFlippedBitIsTold(t *testing.T) {
	path := filepath.Join(t.TempDir(), "settings.json")
	s, _ := open(t, path)
	if err := s.Change(func(c *Choices) { c.BackupFolder, c.KeepBackups, c.Window = "/media/cadangan", 12, Size{1200, 800} }); err != nil {
		t.Fatal(err)
	}
	whole, kinds := mustRead(t, path), map[string]int{}
	for bit := range 8 * len(whole) {
		flipped := slices.Clone(whole)
		flipped[bit/8] ^= 1 << (bit % 8)
		spaces := strings.Join(strings.Fields(string(flipped)), " ") == strings.Join(strings.Fields(string(whole)), " ")
		if err := os.WriteFile(path, flipped, 0o600); err != nil {
			t.Fatal(err)
		}
		_, told := open(t, path)
		key, _ := told.Sentence()
		if key == "" && !spaces {
			t.Fatalf("bit %d is not told: %s", bit, flipped)
		}
		kinds[key]++
	}
	if kinds["settings.damaged"] == 0 || kinds["settings.altered"] == 0 {
		t.Error(kinds)
	}
	t.Logf("%d bits: %v", 8*len(whole), kinds)
}

func TestImpossibleChangesBecomeDefaultsAndUnwrittenOnesAreForgotten(t *testing.T) {
	path := filepath.Join(t.TempDir(), "settings.json")
	s, _ := open(t, path)
	err := s.Change(func(c *Choices) { c.TextScale, c.Tables, c.Theme = float32(math.NaN()), nil, "purple" })
	if err != nil || !reflect.DeepEqual(s.Choices(), Defaults()) {
		t.Fatal(s.Choices(), err)
	}
	if err := os.Mkdir(path+".new", 0o700); err != nil { // stands where the copy would go
		t.Fatal(err)
	}
	if err := s.Change(func(c *Choices) { c.Tray = true }); err == nil || s.Choices().Tray {
		t.Fatal("remembers what was not written", err)
	}
	if _, _, err := Open(t.TempDir()); err == nil {
		t.Fatal("read a folder as a file")
	}
}

func mustRead(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func FuzzSettings(f *testing.F) {
	f.Add([]byte(firstLine + `{"language":"en","tables":{"a":{"columns":[{"name":"x","width":3}]}},"other":1}`))
	f.Add([]byte(firstLine + `{"views":{"a":[{"name":"v","filter":{"class":["tinggi"]}}]}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, unknown, _, err := decode(data)
		if err != nil {
			return
		}
		written, err := encode(c, unknown)
		if err != nil {
			t.Fatal(err)
		}
		again, kept, bad, err := decode(written)
		if err != nil || bad != nil || len(kept) != len(unknown) {
			t.Fatal("what was written does not read back", bad, err)
		}
		twice, err := encode(again, kept)
		if err != nil || !slices.Equal(written, twice) {
			t.Fatal("settings do not come to rest", err)
		}
	})
}
