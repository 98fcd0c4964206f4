package locales

import (
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"time"

	"github.com/BurntSushi/toml"
	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"

	"siaga/model"
)

//go:embed words/*.toml
var files embed.FS

// vocabulary is every sentence of one language.
type vocabulary struct {
	keys   []string
	fixed  map[string]string // those without field or plural: most, and asked for a million times
	moving *i18n.Localizer
}

// load reads every area of a language; the files are part of the program, so
// a broken one is a mistake of ours and ends it.
func load(lang Lang) *vocabulary {
	bundle := i18n.NewBundle(language.Make(string(lang)))
	bundle.RegisterUnmarshalFunc("toml", toml.Unmarshal)
	v := &vocabulary{fixed: map[string]string{}, moving: i18n.NewLocalizer(bundle, string(lang))}
	paths, _ := fs.Glob(files, "words/*."+string(lang)+".toml")
	for _, path := range paths {
		file, err := bundle.LoadMessageFileFS(files, path)
		if err != nil {
			panic(fmt.Errorf("read %s: %w", path, err))
		}
		for _, m := range file.Messages {
			v.keys = append(v.keys, m.ID)
			if m.One == "" && !strings.Contains(m.Other, "{{") {
				v.fixed[m.ID] = m.Other
			}
		}
	}
	slices.Sort(v.keys)
	return v
}

// Keys returns the key of every sentence, sorted.
func (b *Book) Keys() []string { return slices.Clone(b.words.keys) }

// Has reports whether the book has a sentence for the key.
func (b *Book) Has(key string) bool {
	_, found := slices.BinarySearch(b.words.keys, key)
	return found
}

// T returns the sentence of a key, with its fields given as name, value, …;
// a missing sentence is shown as ⟦key⟧.
func (b *Book) T(key string, args ...any) string {
	if fixed, ok := b.words.fixed[key]; ok {
		return fixed
	}
	return b.sentence(&i18n.LocalizeConfig{MessageID: key, TemplateData: b.fields(args)})
}

// N returns the sentence of a key in the form for n things; the sentence
// prints n as {{.Count}}.
func (b *Book) N(key string, n int, args ...any) string {
	fields := b.fields(args)
	fields["Count"] = b.Number(n)
	return b.sentence(&i18n.LocalizeConfig{MessageID: key, PluralCount: n, TemplateData: fields})
}

// Tell returns the sentence of a key in the form for as many things as its
// argument "Count" says; without one it is the same as T.
func (b *Book) Tell(key string, args ...any) string {
	for i := 0; i+1 < len(args); i += 2 {
		if n, counted := args[i+1].(int); counted && args[i] == "Count" {
			return b.N(key, n, args...)
		}
	}
	return b.T(key, args...)
}

// mostNamed is how many names a sentence lists; the rest is counted.
const mostNamed = 8

// Some lists the first of many names, and counts the rest.
func (b *Book) Some(names []string) string {
	text := strings.Join(names[:min(mostNamed, len(names))], ", ")
	if rest := len(names) - mostNamed; rest > 0 {
		text += b.N("exchange.more", rest)
	}
	return text
}

// Worded is a value of a closed set, whose word is the sentence of that key.
type Worded interface{ WordKey() string }

// Word returns the word for a value of a closed set, such as Strategis.
func (b *Book) Word(v Worded) string { return b.T(v.WordKey()) }

// Refusal returns the sentence for a refusal, and one general sentence for any
// other error. {{.Field}} in it is the label of the refused field, the sentence
// "field.<name>"; a refusal may name another field with the argument "Field".
func (b *Book) Refusal(err error) string {
	refusal, ok := model.AsRefusal(err)
	if !ok {
		return b.T("error.general")
	}
	label := "field." + refusal.Field
	if !b.Has(label) {
		label = "field.unknown"
	}
	args := append([]any{"Field", b.T(label)}, refusal.Args...)
	for i := 2; i+1 < len(args); i += 2 {
		if name, ok := args[i+1].(string); ok && args[i] == "Field" && b.Has("field."+name) {
			args[i+1] = b.T("field." + name)
		}
	}
	return b.T(refusal.Key, args...)
}

func (b *Book) sentence(config *i18n.LocalizeConfig) string {
	text, err := b.words.moving.Localize(config)
	if err != nil {
		return "⟦" + config.MessageID + "⟧"
	}
	return text
}

// fields pairs names with printable values; of two with one name the later counts.
func (b *Book) fields(args []any) map[string]any {
	fields := make(map[string]any, len(args)/2+1)
	for i := 0; i+1 < len(args); i += 2 {
		fields[fmt.Sprint(args[i])] = b.printed(args[i+1])
	}
	return fields
}

func (b *Book) printed(value any) any {
	switch v := value.(type) {
	case Worded:
		return b.Word(v)
	case model.FieldNames:
		labels := make([]string, len(v))
		for n, name := range v {
			labels[n] = b.FieldLabel(name)
		}
		return strings.Join(labels, ", ")
	case model.Instant:
		return b.DateTime(v.Time())
	case model.Category:
		return b.Category(v)
	case model.DeskInfo:
		return b.DeskName(v)
	case time.Time:
		return b.DateTime(v)
	case time.Duration:
		return b.Duration(v)
	case int:
		return b.Number(v)
	case int64:
		return b.Number(int(v))
	}
	return value
}

// DeskName is a desk as people call it: its letter, and its name where that is
// another.
func (b *Book) DeskName(d model.DeskInfo) string {
	switch {
	case d.Letter == "":
		return b.T("decide.desk.unknown")
	case d.Name == "" || d.Name == d.Letter:
		return b.T("decide.desk.letter", "Letter", d.Letter)
	}
	return b.T("decide.desk", "Letter", d.Letter, "Name", d.Name)
}
