// Package locales says everything Siaga says, in Indonesian and in English:
// sentences, dates, times, numbers, durations and numbers in words. It also
// reads what a person typed as a date or a duration.
//
//	book := locales.Open(locales.ID)
//	book.T("common.save")                        Simpan
//	book.N("duration.hours", 3)                  3 jam
//	book.Refusal(err)                            the sentence for a model.Refusal
//	book.DateTime(at)                            Selasa, 9 Mei 2023 pukul 14.30 WIB
//
// A Book is an immutable value: a window in Indonesian and a report in English
// use two of them at the same time, from any goroutine.
//
// # Words
//
// Sentences live in words/<area>.<language>.toml, one pair of files per area,
// one line per key; a file that stands there is loaded. Every key exists in
// both languages with the same fields. Plurals are tables with one and other,
// in Indonesian other alone:
//
//	"incidents.title" = "Insiden"
//	"incidents.count" = { other = "{{.Count}} insiden" }
//
// A key that is missing is shown as ⟦key⟧.
//
// Fields are given as name, value, name, value. Instants, durations and whole
// numbers are printed as this book prints them (give a year as a string), and
// a Worded value as its word.
//
// # Layouts
//
// The keys that begin with format. are layouts of Go's time package with
// English names of month and day, which are then translated; MST stands for
// the abbreviation of the book's zone.
//
// # A new language
//
// Add a Lang to Langs, one words/<area>.<language>.toml for each area, and a
// fyne.<language>.json.
package locales

import (
	"slices"
	"sync"
	"time"
)

// Lang is a language that Siaga speaks, as its ISO 639-1 code, such as "id".
type Lang string

// The languages of Siaga; Indonesian is the one that binds.
const (
	ID Lang = "id"
	EN Lang = "en"
)

// Langs returns every language, Indonesian first.
func Langs() []Lang { return []Lang{ID, EN} }

// Book is one language in one time zone.
type Book struct {
	lang  Lang
	words *vocabulary
	zone  *time.Location
	short string // the zone's abbreviation, as printed
}

var vocabularies = map[Lang]func() *vocabulary{
	ID: sync.OnceValue(func() *vocabulary { return load(ID) }),
	EN: sync.OnceValue(func() *vocabulary { return load(EN) }),
}

// Open returns the book of a language in Western Indonesian Time (UTC+07:00,
// WIB); a language that Siaga does not speak gives the Indonesian book.
func Open(lang Lang) *Book {
	if !slices.Contains(Langs(), lang) {
		lang = ID
	}
	zone := time.FixedZone("WIB", 7*60*60)
	return &Book{lang: lang, words: vocabularies[lang](), zone: zone, short: "WIB"}
}

// In returns the same book for an office in another zone, with the zone's
// abbreviation as it is printed, such as WITA.
func (b *Book) In(loc *time.Location, abbreviation string) *Book {
	moved := *b
	moved.zone, moved.short = loc, abbreviation
	return &moved
}

// For returns the book of another language for the same office.
func (b *Book) For(lang Lang) *Book { return Open(lang).In(b.zone, b.short) }

// Lang returns the book's language.
func (b *Book) Lang() Lang { return b.lang }
