// Siaga keeps the incidents of a city's computer security incident response
// team: in a window, or on the command line (siaga help).
package main

import (
	"context"
	"crypto/rand"
	"fmt"
	"os"
	"os/signal"
	"runtime"
	"runtime/debug"
	"time"
	_ "time/tzdata" // the office's zone, also where the system has none

	"golang.org/x/term"

	"siaga/app"
	"siaga/app/cli"
	"siaga/app/vault"
)

func main() {
	debug.SetGCPercent(app.GCPercent)
	home, _ := os.UserHomeDir() // without one, --data says where
	os.Exit(cli.Run(cli.Context{
		Stdin:          os.Stdin,
		Stdout:         os.Stdout,
		Stderr:         os.Stderr,
		Env:            os.Getenv,
		Now:            time.Now,
		Random:         rand.Reader,
		DefaultFolder:  cli.DataFolder(runtime.GOOS, home, os.Getenv),
		Cost:           vault.DefaultCost,
		Window:         window,
		Tour:           tour,
		ReadPassphrase: terminal(),
		Interrupted:    interrupted,
	}, os.Args[1:]))
}

// terminal asks for a passphrase without showing what is typed; it is nil
// where there is no terminal.
func terminal() func(prompt string) (string, error) {
	in := int(os.Stdin.Fd())
	if !term.IsTerminal(in) {
		return nil
	}
	return func(prompt string) (string, error) {
		fmt.Fprint(os.Stderr, prompt)
		typed, err := term.ReadPassword(in)
		fmt.Fprintln(os.Stderr)
		return string(typed), err
	}
}

// interrupted listens for Ctrl-C from now on; the second one ends the program.
func interrupted() <-chan struct{} {
	first, release := signal.NotifyContext(context.Background(), os.Interrupt)
	context.AfterFunc(first, release)
	return first.Done()
}
