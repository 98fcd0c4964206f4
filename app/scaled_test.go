package app

import (
	"os"
	"strconv"
)

// scaled is how often a test does something: as often as usual, or as often as
// the long proofs ask for.
func scaled(usual int, name string) int {
	if n, err := strconv.Atoi(os.Getenv(name)); err == nil {
		return n
	}
	return usual
}
