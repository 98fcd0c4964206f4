//go:build !cgo

package main

import (
	"fmt"
	"os"

	"siaga/locales"
)

// window says that this build has none.
func window(_ string, lang locales.Lang) int {
	fmt.Fprintln(os.Stderr, locales.Open(lang).T("cli.nowindow"))
	return 1
}

// tour says the same: its pictures are of the window.
func tour(string, bool) int { return window("", locales.ID) }
