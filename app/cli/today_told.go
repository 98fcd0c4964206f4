package cli

import "siaga/app"

// toldValue is a sentence of Hari ini in JSON.
type toldValue struct {
	Key  string `json:"key"`
	Says string `json:"says"`
}

func (v view) told(all []app.Sentence) []toldValue {
	return each(all, func(s app.Sentence) toldValue { return toldValue{s.Key, v.book.Tell(s.Key, s.Args...)} })
}

// saySentences prints sentences under a heading, or nothing.
func (c *call) saySentences(heading string, all []app.Sentence) {
	c.section(c.book.T(heading), each(all, func(s app.Sentence) []string { return []string{plain(c.book.Tell(s.Key, s.Args...))} }))
}
