package demo

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"unicode"
)

//go:embed texts/*.txt
var textFiles embed.FS

// tale is one section of a text file: a variant of a story, or a pool of
// sentences. A field may have several lines, to choose from or to use all.
type tale struct {
	category string
	targets  []string // the words in the brackets
	fields   map[string][]string
}

// library holds all tales: the variants by category code ("JDL"), "BUKAN" for
// those that are no incident, and the pools: "JDL/umum" for a category's own and
// "answer", "late" … for all.
type library map[string][]tale

// readTexts reads the embedded files: "[words]" begins a section, "name: text"
// is a line of it, "#" a remark.
func readTexts() (library, error) {
	l := library{}
	files, err := fs.Glob(textFiles, "texts/*.txt")
	if err != nil {
		return nil, err
	}
	for _, file := range files {
		b, err := textFiles.ReadFile(file)
		if err != nil {
			return nil, err
		}
		sections, err := parseTales(string(b))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		l.shelve(strings.ToUpper(strings.TrimSuffix(path.Base(file), ".txt")), sections)
	}
	return l, nil
}

func parseTales(text string) ([]tale, error) {
	var out []tale
	for n, line := range strings.Split(text, "\n") {
		name, value, named := strings.Cut(line, ": ")
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			out = append(out, tale{targets: strings.Fields(strings.Trim(line, "[]")), fields: map[string][]string{}})
		case !named || len(out) == 0:
			return nil, fmt.Errorf("line %d is neither a section nor a field", n+1)
		default:
			last := out[len(out)-1]
			last.fields[name] = append(last.fields[name], value)
		}
	}
	return out, nil
}

func (l library) shelve(code string, sections []tale) {
	for _, s := range sections {
		shelf := code
		s.category = code
		switch {
		case code == "UMUM":
			shelf = s.targets[0]
		case code == "BUKAN":
			s.category, s.targets = s.targets[0], s.targets[1:]
		case s.targets[0] == "umum":
			shelf = code + "/umum"
		}
		l[shelf] = append(l[shelf], s)
	}
}

// sentence begins with a capital letter.
func sentence(s string) string {
	for i, r := range s {
		return string(unicode.ToUpper(r)) + s[i+len(string(r)):]
	}
	return s
}
