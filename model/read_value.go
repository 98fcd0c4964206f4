package model

import (
	"bytes"
	"encoding/json"
	"reflect"
	"slices"
	"strings"
)

// families are the fields with a key behind a slash, and what their values are.
var families = map[string]func() any{
	"passed": func() any { return new(Passage) }, "ended": func() any { return new(Ending) },
	"reopened": func() any { return new(Reopening) }, "pause": func() any { return new(Pause) },
	"resumed": func() any { return new(Instant) }, "paper": func() any { return new(PaperNumber) },
	"withdrawn": func() any { return new(string) },
}

// ReadValue reads a value that somebody gives a field of a subject of a kind,
// null to take back a step, an end, a reopening or a pause. It refuses a field
// that is none, a value of another type, and one that the field cannot have.
func ReadValue(kind, field string, raw json.RawMessage) (any, error) {
	family, _, isFamily := strings.Cut(field, "/")
	var into any
	if !isFamily {
		into = fieldOf(kind, field)
	} else if family == "policy" && kind == "office" {
		into = new(SettledPolicy)
	} else if make := families[family]; make != nil && kind == "incident" {
		if string(raw) == "null" {
			return raw, nil
		}
		into = make()
	}
	if into == nil || field == "ticket" {
		return nil, RefuseAt("field", "refuse.field-unknown", "Value", field)
	}
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.DisallowUnknownFields()
	if string(raw) == "null" || decoder.Decode(into) != nil {
		return nil, RefuseAt("value", "refuse.json-type", "Name", "value")
	}
	value := reflect.ValueOf(into).Elem().Interface()
	return value, atValue(checkGiven(field, value))
}

func fieldOf(kind, field string) any {
	switch kind {
	case "incident":
		return newValue(IncidentFields, field)
	case "person":
		return newValue(PersonFields, field)
	case "agency":
		return newValue(AgencyFields, field)
	case "system":
		return newValue(SystemFields, field)
	case "seat":
		return newValue(SeatFields, field)
	case "duty":
		return newValue(DutyFields, field)
	case "office":
		return newValue(OfficeFields, field)
	}
	return nil
}

func newValue[T any](fields []Field[T], name string) any {
	for _, f := range fields {
		if f.Name == name {
			return f.into(new(T))
		}
	}
	return nil
}

// neverEmpty are the fields without which their subject cannot be named or
// reckoned with.
var neverEmpty = []string{"name", "officeName", "person", "post", "from", "startAt", "endAt", "receivedAt", "ticketPrefix", "policy", "categories"}

// checkGiven refuses what the orders of the field would refuse as well.
func checkGiven(field string, value any) error {
	if slices.Contains(neverEmpty, field) && reflect.ValueOf(value).IsZero() {
		return RefuseAt(field, "refuse.required")
	}
	switch v := value.(type) {
	case Class:
		return choose(field, v, Classes)
	case Table:
		return choose(field, v, Tables)
	case Standing:
		return choose(field, v, Standings)
	case Post:
		if _, known := v.Entry(); !known {
			return RefuseAt(field, "refuse.post", "Value", string(v))
		}
	case Answers:
		return CheckSystem("", v, "")
	case Policy:
		return v.Check()
	case *Policy:
		return v.Check()
	case SettledPolicy:
		return firstError(known(field, v.From), v.Policy.Check())
	case []Category:
		return CheckCategories(v)
	case Passage:
		return known(field, v.At)
	case Reopening:
		return known(field, v.At)
	case Pause:
		return known(field, v.From)
	case Ending:
		return firstError(known(field, v.At), filled(field, string(v.Outcome)), choose(field, v.Outcome, Outcomes))
	case string:
		return checkText(field, v)
	}
	return checkValue(field, value)
}

func known(field string, at Instant) error {
	if !at.Known() {
		return RefuseAt(field, "refuse.instant-missing")
	}
	return nil
}

func checkText(field, text string) error {
	switch field {
	case "nip":
		return CheckNIP(text)
	case "name", "officeName":
		return worded(field, text)
	}
	return nil
}

// atValue moves a refusal to where the value was given.
func atValue(err error) error {
	if r, ok := AsRefusal(err); ok {
		return &Refusal{Key: r.Key, Field: "value", Args: r.Args}
	}
	return err
}
