package cli

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"

	"siaga/app"
	"siaga/model"
)

// ordered is a line of apply: the order, its word, and the name that later
// lines refer to it by.
type ordered struct {
	do, as string
	order  app.Order
}

var referenceName = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_-]{0,63}$`)

// references are the types of fields in which "$name" stands for what an
// earlier line made.
var references = []string{"incident", "person", "agency", "system", "seat", "duty"}

// read reads a line. {"as":"guru"} names it; later "$guru" in a field that
// names an incident, person, agency, system, seat or duty, in by and in subject
// is its identity, and in the field row the row it wrote.
func (a *application) read(text []byte) (ordered, error) {
	var fields map[string]json.RawMessage
	if json.Unmarshal(text, &fields) != nil {
		return ordered{}, model.Refuse("refuse.json")
	}
	line := ordered{do: textOf(fields["do"]), as: textOf(fields["as"])}
	if _, given := fields["as"]; given && !referenceName.MatchString(line.as) {
		return line, model.RefuseAt("as", "refuse.as-form", "Name", line.as)
	}
	if _, taken := a.names[line.as]; taken {
		return line, model.RefuseAt("as", "refuse.as-taken", "Name", line.as)
	}
	delete(fields, "as")
	for _, name := range referring(line.do) {
		if err := a.resolve(fields, name); err != nil {
			return line, err
		}
	}
	resolved, err := json.Marshal(fields)
	if err != nil {
		return line, err
	}
	line.order, err = app.ParseOrder(resolved)
	return line, err
}

// ofRows are the fields in which a reference means the row that was added, not
// what it was added to.
var ofRows = []string{"row", "evidence"}

// referring are the fields of a command in which a reference can stand.
func referring(do string) []string {
	names := append([]string{"by", "subject"}, ofRows...)
	for _, command := range app.Commands() {
		if command.Do() != do {
			continue
		}
		for _, p := range app.Parameters(command) {
			if slices.Contains(references, strings.TrimPrefix(p.Type, "list of ")) {
				names = append(names, p.Name)
			}
		}
	}
	return names
}

// resolve puts identities in the place of "$name", alone or in a list.
func (a *application) resolve(fields map[string]json.RawMessage, field string) error {
	var list []string
	alone := textOf(fields[field])
	if alone != "" {
		list = []string{alone}
	} else if json.Unmarshal(fields[field], &list) != nil {
		return nil // the order refuses what is neither
	}
	for i, value := range list {
		name, ok := strings.CutPrefix(value, "$")
		if !ok {
			continue
		}
		made, known := a.names[name]
		if !known {
			return model.RefuseAt(field, "refuse.reference", "Name", name)
		}
		list[i] = string(made.ID)
		if slices.Contains(ofRows, field) {
			list[i] = made.Events[len(made.Events)-1].String()
		}
	}
	var err error
	if alone != "" {
		fields[field], err = json.Marshal(list[0])
	} else {
		fields[field], err = json.Marshal(list)
	}
	return err
}

func textOf(raw json.RawMessage) string {
	var text string
	_ = json.Unmarshal(raw, &text) // what is no text is empty here, and refused with the order
	return text
}
