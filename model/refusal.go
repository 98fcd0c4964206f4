package model

import "errors"

// Refusal is a "no" that a person can act on. Key names a sentence in package
// locales, Field the input it belongs to (a command's JSON name, "" for the
// whole), Args the values the sentence mentions. Every error that is not a
// Refusal is our own fault and is shown as one general sentence.
type Refusal struct {
	Key   string
	Field string
	Args  []any // name, value, name, value, …
}

// Error is for logs only: the key, never the values, which may be personal.
func (r *Refusal) Error() string {
	if r.Field == "" {
		return "refused: " + r.Key
	}
	return "refused: " + r.Key + " at " + r.Field
}

// Refuse says no with the sentence of that key.
func Refuse(key string, args ...any) error { return &Refusal{Key: key, Args: args} }

// RefuseAt says no about one input field, named as in the command's JSON.
func RefuseAt(field, key string, args ...any) error {
	return &Refusal{Key: key, Field: field, Args: args}
}

// AsRefusal returns the refusal inside err, if there is one.
func AsRefusal(err error) (*Refusal, bool) {
	var r *Refusal
	ok := errors.As(err, &r)
	return r, ok
}
