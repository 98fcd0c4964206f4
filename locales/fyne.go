package locales

import "embed"

//go:embed fyne.*.json
var toolkit embed.FS

// FyneWords returns the words of the window toolkit itself (OK, Cancel, its
// file dialog and calendar) as its JSON, nil for a language Siaga does not speak.
func FyneWords(lang Lang) []byte {
	words, err := toolkit.ReadFile("fyne." + string(lang) + ".json")
	if err != nil {
		return nil
	}
	return words
}
