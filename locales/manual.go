package locales

import (
	"embed"
	"slices"
	"strings"
)

//go:embed manual/*.md
var manual embed.FS

// manualParts are the parts of the manual in reading order; those that bear the
// name of a place are what F1 opens there.
var manualParts = []string{"start", "today", "incidents", "steps", "clocks", "legal", "closing", "people", "systems", "papers", "exchange", "desks", "settings", "keyboard", "data", "commands"}

// ManualParts lists the parts of the manual in reading order.
func ManualParts() []string { return slices.Clone(manualParts) }

// Manual is one part of the user manual as Markdown, beginning with its title;
// a part that does not exist gives an empty text.
func Manual(lang Lang, part string) string {
	text, err := manual.ReadFile("manual/" + part + "." + string(lang) + ".md")
	if err != nil {
		return ""
	}
	return string(text)
}

// ManualTitle is the title of one part.
func ManualTitle(lang Lang, part string) string {
	title, _, _ := strings.Cut(Manual(lang, part), "\n")
	return strings.TrimPrefix(title, "# ")
}
