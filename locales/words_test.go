package locales

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/BurntSushi/toml"
	"github.com/nicksnyder/go-i18n/v2/i18n"

	"siaga/model"
)

// area is one words file as it is written, by key.
type area map[string]*i18n.Message

func areas(t *testing.T, lang Lang) map[string]area {
	t.Helper()
	paths, err := fs.Glob(files, "words/*."+string(lang)+".toml")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no words for %s: %v", lang, err)
	}
	all := map[string]area{}
	for _, p := range paths {
		text, _ := files.ReadFile(p)
		file, err := i18n.ParseMessageFileBytes(text, p, map[string]i18n.UnmarshalFunc{"toml": toml.Unmarshal})
		if err != nil {
			t.Fatalf("%s: %v", p, err)
		}
		sentences := area{}
		for _, m := range file.Messages {
			sentences[m.ID] = m
		}
		all[strings.TrimSuffix(path.Base(p), "."+string(lang)+".toml")] = sentences
	}
	return all
}

// Of a key that stood in two files the one read last would win, unseen.
func TestEveryKeyStandsInOneFile(t *testing.T) {
	for _, lang := range Langs() {
		in := map[string]string{}
		for name, sentences := range areas(t, lang) {
			for key := range sentences {
				if other := in[key]; other != "" {
					t.Errorf("%s: %q stands in %s and in %s", lang, key, other, name)
				}
				in[key] = name
			}
		}
	}
}

var fieldName = regexp.MustCompile(`\.([A-Z]\w*)`)

// fieldsOf lists the fields of a sentence over all its forms.
func fieldsOf(m *i18n.Message) []string {
	var names []string
	for _, action := range regexp.MustCompile(`\{\{.*?\}\}`).FindAllString(m.One+m.Other, -1) {
		for _, found := range fieldName.FindAllStringSubmatch(action, -1) {
			names = append(names, found[1])
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

func TestBothLanguagesSayTheSame(t *testing.T) {
	indonesian, english := areas(t, ID), areas(t, EN)
	for name := range english {
		if indonesian[name] == nil {
			t.Errorf("area %s exists in English only", name)
		}
	}
	for name, sentences := range indonesian {
		for key, m := range sentences {
			other := english[name][key]
			if other == nil {
				t.Errorf("%s: %q has no English", name, key)
			} else if a, b := fieldsOf(m), fieldsOf(other); !slices.Equal(a, b) {
				t.Errorf("%s: %q has fields %v in Indonesian, %v in English", name, key, a, b)
			}
		}
		for key := range english[name] {
			if sentences[key] == nil {
				t.Errorf("%s: %q has no Indonesian", name, key)
			}
		}
	}
}

func TestNoKeyStandsInTwoAreas(t *testing.T) {
	for _, lang := range Langs() {
		home := map[string]string{}
		for name, sentences := range areas(t, lang) {
			for key := range sentences {
				if home[key] != "" {
					t.Errorf("%s: %q stands in %s and in %s", lang, key, home[key], name)
				}
				home[key] = name
			}
		}
	}
}

func TestEveryTemplateCanBeRead(t *testing.T) {
	for _, lang := range Langs() {
		book := Open(lang)
		for _, key := range book.Keys() {
			if text := book.N(key, 2); strings.Contains(text, "⟦") {
				t.Errorf("%s: %q cannot be printed", lang, key)
			}
		}
	}
}

// Terms that Indonesian papers print in English, most of them in italics.
var foreignTerms = []string{"point of contact", "chain of custody", "indicator of compromise",
	"indicators of compromise", "denial of service", "man in the middle", "internet of things"}

func TestNoEnglishInTheIndonesianWords(t *testing.T) {
	english := regexp.MustCompile(`(?i)\b(the|of|is|are|and|for|with|not|has|been|this|from)\b`)
	eachIndonesian(t, func(key, text string) {
		text = strings.ToLower(regexp.MustCompile(`\*[^*]+\*|\{\{.*?\}\}|--[a-z-]+|"\w+":`).ReplaceAllString(text, ""))
		for _, term := range foreignTerms {
			text = strings.ReplaceAll(text, term, "")
		}
		if !strings.HasPrefix(key, "format.") && english.MatchString(text) {
			t.Errorf("%q leaks English: %s", key, text)
		}
	})
}

func TestNoWordThatTheOfficeDoesNotUse(t *testing.T) {
	forbidden := regexp.MustCompile(`(?i)\b(OPD|Walikota|perlindungan data pribadi|notulen|Jum'at|Jum’at|Nopember)\b`)
	eachIndonesian(t, func(key, text string) {
		if word := forbidden.FindString(text); word != "" && !strings.Contains(key, "synonym") {
			t.Errorf("%q says %s", key, word)
		}
	})
}

func eachIndonesian(t *testing.T, check func(key, text string)) {
	for _, sentences := range areas(t, ID) {
		for key, m := range sentences {
			check(key, m.One+" "+m.Other)
		}
	}
}

type class string

func (c class) WordKey() string { return "language." + string(c) }

func TestASentenceIsFilledIn(t *testing.T) {
	indonesian, english := Open(ID), Open(EN)
	same(t, indonesian.T("common.save"), "Simpan")
	same(t, indonesian.N("duration.hours", 1234), "1.234 jam")
	same(t, english.N("duration.hours", 1), "1 hour")
	same(t, english.N("duration.hours", 1234), "1,234 hours")
	same(t, indonesian.Word(class("en")), "English")
	same(t, string(Open("fr").Lang()), "id")
}

func TestAMissingKeyCannotBeOverlooked(t *testing.T) {
	book := Open(EN)
	same(t, book.T("no.such"), "⟦no.such⟧")
	same(t, book.N("no.such", 2), "⟦no.such⟧")
	if book.Has("no.such") || !book.Has("common.save") {
		t.Error("Has does not know the book's keys")
	}
	if keys := book.Keys(); !slices.IsSorted(keys) || !slices.Contains(keys, "common.save") {
		t.Error("Keys does not list the book's keys in order")
	}
}

func TestARefusalBecomesASentence(t *testing.T) {
	book := Open(ID)
	same(t, book.Refusal(model.RefuseAt("", "refuse.required")), "Isian ini belum diisi. Isi dahulu, lalu simpan lagi.")
	same(t, book.Refusal(model.Refuse("refuse.required", "Field", "Judul")), "Judul belum diisi. Isi dahulu, lalu simpan lagi.")
	same(t, book.Refusal(fmt.Errorf("disk on fire: %w", errors.ErrUnsupported)), book.T("error.general"))
	wrapped := fmt.Errorf("register: %w", model.Refuse("refuse.required", "Field", class("en")))
	same(t, book.Refusal(wrapped), "English belum diisi. Isi dahulu, lalu simpan lagi.")
}

func TestFieldsArePrintedAsTheBookPrintsThem(t *testing.T) {
	at := time.Date(2023, 5, 9, 7, 30, 0, 0, time.UTC)
	for _, c := range []struct {
		value any
		text  string
	}{
		{at, "Selasa, 9 Mei 2023 pukul 14.30 WIB"},
		{model.At(at), "Selasa, 9 Mei 2023 pukul 14.30 WIB"},
		{85 * time.Minute, "1 jam 25 menit"},
		{1234, "1.234"},
		{int64(1234), "1.234"},
		{class("en"), "English"},
		{"2026", "2026"},
	} {
		same(t, Open(ID).T("ahead.span", "Span", c.value), "dalam "+c.text)
	}
}

func TestWindowAndReportSpeakAtOnce(t *testing.T) {
	var speakers sync.WaitGroup
	for _, lang := range Langs() {
		for range 4 {
			speakers.Go(func() {
				book := Open(lang).In(time.UTC, "UTC")
				for _, key := range book.Keys() {
					_ = book.T(key) + book.N(key, 1) + book.DateTime(afternoon)
				}
			})
		}
	}
	speakers.Wait()
	same(t, Open(ID).Clock(afternoon)+" "+Open(EN).Clock(afternoon), "14.30 WIB 14:30 WIB")
}

func same(t *testing.T, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}
