package cli

import (
	"slices"
	"strings"
)

// help prints what the program or one verb does, from the table of verbs.
func help(c *call) error {
	v := c.verb
	if v.name == "help" {
		if len(c.args) == 0 {
			v = verb{}
		} else if found, ok := findVerb(strings.Join(c.args, " ")); ok {
			v = found
		} else {
			return wrongly("usage.verb", "Value", strings.Join(c.args, " "))
		}
	}
	if v.name == "" {
		c.generalHelp()
		return nil
	}
	c.say(c.usageLine(v), "", c.book.T("verb."+v.name))
	if more := "verb." + v.name + ".more"; c.book.Has(more) {
		c.say("", strings.TrimSpace(c.book.T(more)))
	}
	c.say("", c.book.T("help.options"))
	c.optionTable(v, append(slices.Clone(v.options), without(everywhere, v.options)...))
	return nil
}

func (c *call) generalHelp() {
	c.say(c.usageLine(verb{}), "", c.book.T("help.what"), "", c.book.T("help.verbs"))
	var rows [][]string
	for _, v := range verbs() {
		rows = append(rows, []string{v.name, c.book.T("verb." + v.name)})
	}
	table(c.Stdout, "  ", rows)
	c.say("", c.book.T("help.options"))
	c.optionTable(verb{}, everywhere)
	c.say("", strings.TrimSpace(c.book.T("help.more")))
}

// usageLine is how a verb is called, or the program when there is none.
func (c *call) usageLine(v verb) string {
	parts := []string{c.book.T("help.usage"), "siaga"}
	if v.name == "" {
		return strings.Join(append(parts, "[--data DIR]", "[--lang id|en]", "[--json]", "VERB", "…"), " ")
	}
	parts = append(parts, v.name)
	if v.args != "" {
		parts = append(parts, v.args)
	}
	for _, o := range v.options {
		parts = append(parts, "["+o.shown()+"]")
	}
	return strings.Join(parts, " ")
}

func (o option) shown() string { return strings.TrimSpace("--" + o.name + " " + o.value) }

func (c *call) optionTable(v verb, options []option) {
	var rows [][]string
	for _, o := range options {
		key := "option." + v.name + "." + o.name
		if !c.book.Has(key) {
			key = "option." + o.name
		}
		rows = append(rows, []string{o.shown(), c.book.T(key, "Default", c.DefaultFolder)})
	}
	table(c.Stdout, "  ", rows)
}

// without leaves out the options that a verb gives a meaning of its own.
func without(all, own []option) []option {
	return slices.DeleteFunc(slices.Clone(all), func(o option) bool {
		return slices.ContainsFunc(own, func(p option) bool { return p.name == o.name })
	})
}
