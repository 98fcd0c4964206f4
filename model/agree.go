package model

import (
	"encoding/json"
	"strings"
)

// agree reports whether all live values mean the same: two desks that wrote the
// same thing do not disagree.
func agree(field string, live []Entry) bool {
	for _, e := range live[1:] {
		if meaning(field, e.Value) != meaning(field, live[0].Value) {
			return false
		}
	}
	return true
}

// meaning is what a value says. Of a withdrawal and of an ending that is not
// why, when and by which merge: two desks that withdrew the same row, or merged
// the same tickets, did the same.
func meaning(field string, value json.RawMessage) string {
	var e Ending
	switch family, _, keyed := strings.Cut(field, "/"); {
	case !keyed || string(value) == "null":
	case family == "withdrawn":
		return "withdrawn"
	case family == "ended" && json.Unmarshal(value, &e) == nil:
		return string(e.Outcome) + " " + string(e.Duplicate)
	}
	return string(value)
}
