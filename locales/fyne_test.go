package locales

import (
	"encoding/json"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestTheToolkitSpeaksBothLanguages(t *testing.T) {
	folder, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "fyne.io/fyne/v2").Output()
	if err != nil {
		t.Fatal(err)
	}
	own, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(folder)), "lang", "translations", "base.en.json"))
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range Langs() {
		if got, want := toolkitKeys(t, FyneWords(lang)), toolkitKeys(t, own); !slices.Equal(got, want) {
			t.Errorf("%s: the toolkit's keys are %v, ours %v", lang, want, got)
		}
	}
	if FyneWords("fr") != nil {
		t.Error("French came from somewhere")
	}
}

func TestTheToolkitsWordsCannotBeSpoiled(t *testing.T) {
	FyneWords(ID)[0] = 'x'
	toolkitKeys(t, FyneWords(ID))
}

func toolkitKeys(t *testing.T, words []byte) []string {
	t.Helper()
	var byKey map[string]any
	if err := json.Unmarshal(words, &byKey); err != nil {
		t.Fatal(err)
	}
	return slices.Sorted(maps.Keys(byKey))
}
