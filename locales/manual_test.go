package locales

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"
)

// Each part of the manual stands in both languages, with the same headings and
// lists, so that neither falls behind.
func TestBothManualsHaveTheSameParts(t *testing.T) {
	shape := func(text string) (lines []string) {
		for _, line := range strings.Split(text, "\n") {
			if mark := regexp.MustCompile(`^(#+|-|\d+\.) `).FindString(line); mark != "" {
				lines = append(lines, mark)
			}
		}
		return lines
	}
	for _, part := range ManualParts() {
		indonesian, english := Manual(ID, part), Manual(EN, part)
		if !strings.HasPrefix(indonesian, "# ") || !strings.HasPrefix(english, "# ") {
			t.Errorf("%s does not begin with its title in both languages", part)
		}
		if a, b := strings.Join(shape(indonesian), ""), strings.Join(shape(english), ""); a != b {
			t.Errorf("%s is built differently:\n%s\n%s", part, a, b)
		}
	}
	files, err := fs.Glob(manual, "manual/*.md")
	if err != nil || len(files) != len(Langs())*len(ManualParts()) {
		t.Errorf("%d files for %d parts: %v", len(files), len(ManualParts()), err)
	}
}

// The toolkit's Markdown knows no tables; what it cannot show must not be used.
func TestTheManualUsesOnlyWhatTheWindowShows(t *testing.T) {
	for _, part := range ManualParts() {
		for _, lang := range Langs() {
			for _, line := range strings.Split(Manual(lang, part), "\n") {
				if strings.HasPrefix(line, "|") || strings.Contains(line, "<") {
					t.Errorf("%s.%s: %q", part, lang, line)
				}
			}
		}
	}
}

func TestTheManualSaysWhatTheOfficeSays(t *testing.T) {
	forbidden := regexp.MustCompile(`(?i)\b(OPD|Walikota|perlindungan data|notulen|the|of|is)\b`)
	for _, part := range ManualParts() {
		if word := forbidden.FindString(Manual(ID, part)); word != "" {
			t.Errorf("%s says %q", part, word)
		}
	}
}
