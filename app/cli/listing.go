package cli

import "slices"

// inUse leaves out what was retired, unless --all was given.
func inUse[T any](c *call, all []T, retired func(T) string) []T {
	if c.has("all") {
		return all
	}
	return slices.DeleteFunc(all, func(t T) bool { return retired(t) != "" })
}

// listing prints a table under its headings, "column.<name>", and how many
// lines it has, "count.<what>".
func (c *call) listing(what string, columns []string, rows [][]string) {
	if len(rows) == 0 {
		c.say(c.book.T("listing.none"))
		return
	}
	lines := [][]string{each(columns, func(name string) string { return c.book.T("column." + name) })}
	for _, row := range rows {
		lines = append(lines, each(row, plain))
	}
	table(c.Stdout, "", filled(lines, 1))
	c.say("", c.book.N("count."+what, len(rows)))
}

// filled leaves out the columns in which nothing stands below so many headings.
func filled(lines [][]string, headings int) [][]string {
	for i := len(lines[0]) - 1; i >= 0; i-- {
		if !slices.ContainsFunc(lines[headings:], func(line []string) bool { return line[i] != "" }) {
			lines = each(lines, func(line []string) []string { return slices.Delete(line, i, i+1) })
		}
	}
	return lines
}

// status says what is to be known before an entry is used: that it is an
// example, or why it is no longer in use.
func (c *call) status(example bool, retired word) string {
	switch {
	case retired != "":
		return c.book.T("status.retired", "Reason", string(retired))
	case example:
		return c.book.T("common.example")
	}
	return ""
}
