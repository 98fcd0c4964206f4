package cli

import (
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"siaga/app/settings"
	"siaga/locales"
	"siaga/model"
)

// call is one use of the program: what was asked for, and the language it
// answers in.
type call struct {
	Context
	verb    verb
	args    []string
	options map[string]string
	book    *locales.Book
	folder  string
	stop    <-chan struct{} // see stopWish
}

func (c *call) has(name string) bool { _, given := c.options[name]; return given }

// parse reads the arguments; options may stand anywhere, and after "--" there
// are none.
func (c *call) parse(args []string) error {
	wrong := c.sort(args)
	c.folder = c.chosenFolder()
	if err := c.chooseLanguage(); err != nil {
		return err
	}
	if wrong != nil {
		return wrong
	}
	if !c.has("help") && (len(c.args) < c.verb.least || len(c.args) > c.verb.most) {
		return wrongly("usage.arguments", "Verb", c.verb.name)
	}
	return c.fixClock()
}

// sort tells options from arguments and finds the verb.
func (c *call) sort(args []string) error {
	for len(args) > 0 {
		word := args[0]
		args = args[1:]
		switch {
		case word == "--":
			c.args = append(c.args, args...)
			args = nil
		case word == "-h":
			c.options["help"] = ""
		case strings.HasPrefix(word, "--"):
			taken, err := c.option(word[2:], args)
			if err != nil {
				return err
			}
			args = args[taken:]
		case c.verb.name == "":
			taken, err := c.named(word, args)
			if err != nil {
				return err
			}
			args = args[taken:]
		default:
			c.args = append(c.args, word)
		}
	}
	return nil
}

// named finds the verb, which may be two words, and says how many more it took.
func (c *call) named(word string, next []string) (taken int, err error) {
	if len(next) > 0 {
		if v, ok := findVerb(word + " " + next[0]); ok {
			c.verb = v
			return 1, nil
		}
	}
	v, ok := findVerb(word)
	if !ok {
		return 0, wrongly("usage.verb", "Value", word)
	}
	c.verb = v
	return 0, nil
}

// option reads one option and says how many of the following words it took.
func (c *call) option(word string, next []string) (taken int, err error) {
	name, value, glued := strings.Cut(word, "=")
	at := slices.IndexFunc(c.known(), func(o option) bool { return o.name == name })
	if at < 0 {
		return 0, wrongly("usage.option", "Value", "--"+name)
	}
	switch takes := c.known()[at].value != ""; {
	case takes && !glued && len(next) == 0, !takes && glued:
		return 0, wrongly("usage.value", "Value", "--"+name)
	case takes && !glued:
		value, taken = next[0], 1
	}
	c.options[name] = value
	return taken, nil
}

// known are the options that are understood where the parsing has come to.
func (c *call) known() []option { return append(slices.Clone(c.verb.options), everywhere...) }

func (c *call) chosenFolder() string {
	for _, folder := range []string{c.options["data"], c.Env("SIAGA_DATA")} {
		if folder != "" {
			return folder
		}
	}
	return c.DefaultFolder
}

// chooseLanguage takes --lang, else what this desk is set to.
func (c *call) chooseLanguage() error {
	lang := locales.Lang(c.options["lang"])
	if c.has("lang") && !slices.Contains(locales.Langs(), lang) {
		return wrongly("usage.lang", "Value", string(lang))
	}
	kept, told, err := settings.Open(c.settingsPath())
	if lang == "" && err == nil {
		lang = locales.Lang(kept.Choices().Language)
	}
	c.book = locales.Open(lang)
	if key, args := told.Sentence(); key != "" {
		fmt.Fprintln(c.Stderr, c.book.T(key, args...))
	}
	return nil
}

func (c *call) settingsPath() string { return filepath.Join(c.folder, "settings.json") }

// fixClock lets --now stand for the clock.
func (c *call) fixClock() error {
	if !c.has("now") {
		return nil
	}
	at, err := c.book.ParseInstant(c.options["now"], c.Now())
	if err != nil {
		return usage{err}
	}
	c.Now = func() time.Time { return at }
	return nil
}

// number reads an option that is a whole number, at least 0.
func (c *call) number(name string, otherwise int) (int, error) {
	if !c.has(name) {
		return otherwise, nil
	}
	n, err := strconv.Atoi(c.options[name])
	if err != nil || n < 0 {
		return 0, wrongly("usage.number", "Value", "--"+name)
	}
	return n, nil
}

func wrongly(key string, args ...any) error { return usage{model.Refuse(key, args...)} }
