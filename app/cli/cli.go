// Package cli is the command line: the same desk without the window.
//
//	siaga                          opens the window
//	siaga [options] VERB …         does one thing and ends
//
// Every verb is one file and one entry of the table in verbs.go; help, in both
// languages, is printed from that table. Exit codes: 0 done, 1 refused (one
// sentence on stderr, or one result on stdout for each line of apply), 2 wrong
// usage.
//
// # Which desk, and who may open it
//
// The folder is --data, else SIAGA_DATA, else the user's own ([DataFolder]).
// It is opened with --key-file or SIAGA_KEY_FILE, else with a passphrase from
// --passphrase-file (first line), SIAGA_PASSPHRASE or the terminal. A file from
// another desk has a passphrase of its own: --passphrase-of-file,
// SIAGA_BUNDLE_PASSPHRASE or the terminal; a backup opens with the recovery key:
// --recovery-file, SIAGA_RECOVERY_KEY or the terminal.
//
// # Outputs
//
// Text is for people and in the chosen language (--lang, else the desk's
// setting, else Indonesian). --json is for programs and the same in every
// language but for sentences: lowerCamel English names, instants in RFC 3339
// with the office's offset, spans in whole seconds, null for what is not
// recorded. An outcome is "open", "closed", "notIncident", "rejected" or
// "duplicate"; a step is 1 to 9, and 10 when all are done.
//
// With --now and --seed every output is the same each time, but for the keys of
// the vault, which are always random. Anybody could compute what a seed gives,
// so it is for demonstrations and tests.
package cli

import (
	"errors"
	"fmt"
	"io"
	"time"

	"siaga/app/vault"
	"siaga/locales"
	"siaga/model"
)

// Context is what the program is given from outside: its streams, clock,
// randomness, the cost of a passphrase, and the two things only a screen or a
// terminal can do.
type Context struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Env            func(name string) string
	Now            func() time.Time
	Random         io.Reader
	DefaultFolder  string
	Cost           vault.Cost
	// Window opens the window on a folder; the language is empty unless given.
	Window func(folder string, lang locales.Lang) int
	// Tour plays a day through the window and leaves pictures in a folder.
	Tour func(folder string, quick bool) int
	// ReadPassphrase asks at the terminal without showing what is typed; nil
	// where nobody can be asked.
	ReadPassphrase func(prompt string) (string, error)
	// Interrupted begins to listen for a wish to stop, such as Ctrl-C, and closes
	// what it returns when there is one; nil where nobody can wish it.
	Interrupted func() <-chan struct{}
}

// The exit codes.
const (
	done       = 0
	refused    = 1
	wrongUsage = 2
)

// Run does what the arguments say and returns the exit code.
func Run(ctx Context, args []string) int {
	c := &call{Context: ctx, book: locales.Open(locales.ID), options: map[string]string{}}
	err := c.parse(args)
	switch {
	case err != nil:
	case c.verb.name == "" && !c.has("help"):
		return ctx.Window(c.folder, locales.Lang(c.options["lang"]))
	case c.has("help"):
		err = help(c)
	default:
		err = c.verb.run(c)
	}
	return c.end(err)
}

// usage is a refusal of how the program was called.
type usage struct{ error }

func (u usage) Unwrap() error { return u.error }

// errTold ends a verb that has said itself what was refused.
var errTold = errors.New("refused")

// end says what was refused and returns the exit code.
func (c *call) end(err error) int {
	var wrong usage
	var ended exit
	switch {
	case errors.As(err, &ended):
		return int(ended)
	case err == nil:
		return done
	case errors.Is(err, errTold):
		return refused
	case errors.As(err, &wrong):
		fmt.Fprintln(c.Stderr, c.book.Refusal(err))
		fmt.Fprintln(c.Stderr, c.usageLine(c.verb))
		return wrongUsage
	}
	fmt.Fprintln(c.Stderr, c.book.Refusal(err))
	if _, ok := model.AsRefusal(err); !ok {
		fmt.Fprintln(c.Stderr, "siaga:", err)
	}
	return refused
}

// tell says on stderr what was refused and ends the verb.
func (c *call) tell(sentence string) error {
	fmt.Fprintln(c.Stderr, sentence)
	return errTold
}
