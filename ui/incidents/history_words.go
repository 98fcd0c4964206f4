package incidents

import (
	"encoding/json"
	"strings"
)

// fieldLabel names a field of a history.
func (p *Page) fieldLabel(field string) string { return p.Book.FieldLabel(field) }

// value is a value of a history in words.
func (p *Page) value(field string, raw json.RawMessage) string {
	return p.Book.Recorded(field, raw, p.desk)
}

// joined leaves out what is empty.
func joined(parts ...string) string {
	return strings.Join(each(parts, func(s string) string { return s }), " · ")
}
