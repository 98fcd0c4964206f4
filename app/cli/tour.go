package cli

import "fmt"

// tourFolder is where the tour leaves its pictures and papers.
const tourFolder = "out/tour"

// exit ends the program with a code of the window's own.
type exit int

func (e exit) Error() string { return fmt.Sprintf("exit %d", int(e)) }

// tour plays a demonstration day through the real window.
func tour(c *call) error {
	out := c.options["out"]
	if out == "" {
		out = tourFolder
	}
	if code := c.Tour(out, c.has("quick")); code != done {
		return exit(code)
	}
	return nil
}
