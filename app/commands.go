package app

import (
	"bytes"
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strings"

	"siaga/model"
)

// commands is every order that can be given, in the order in which a manual
// lists them; lists, `apply` and `commands --json` read this table.
var commands = []Command{
	RegisterIncident{}, AmendIncident{}, ClassifyIncident{}, AnswerReporter{}, PassStep{}, CorrectStepTime{},
	NotAnIncident{}, RejectIncident{}, MarkDuplicate{}, MergeIncidents{}, UnmergeIncidents{}, PauseClock{}, ResumeClock{}, Assign{}, LinkIncident{}, TagIncident{},
	AddChronology{}, AddAction{}, AddNote{}, AddEvidence{}, AddCustody{}, AddNotice{}, WithdrawRow{}, ReopenIncident{}, NumberPaper{}, RelayIncident{}, WarnIncidents{},
	AddPerson{}, AmendPerson{}, AddAgency{}, AmendAgency{}, AddSystem{}, AmendSystem{},
	Decide{}, RenumberIncident{}, Undo{}, GiveSeat{}, EndSeat{}, WithdrawSeat{}, SetDuty{}, WithdrawDuty{}, AmendOffice{}, SettlePolicy{},
	CompareDesk{}, AmendDesk{}, RevokeDesk{}, WithdrawInvitation{}, ErasePersonalData{},
}

// Commands lists every order there is.
func Commands() []Command { return slices.Clone(commands) }

// Parameter describes one field of a command: its JSON name and type, whether
// it must be given, and the values to choose from.
type Parameter struct {
	Name    string   `json:"name"`
	Type    string   `json:"type"`
	Needed  bool     `json:"needed"`
	Choices []string `json:"choices,omitempty"`
}

// Parameters describes the fields of a command, in order.
func Parameters(c Command) []Parameter { return parameters(reflect.TypeOf(c)) }

func parameters(t reflect.Type) []Parameter {
	var out []Parameter
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Anonymous {
			out = append(out, parameters(f.Type)...)
			continue
		}
		ft := f.Type
		if ft.Kind() == reflect.Pointer {
			ft = ft.Elem()
		}
		p := Parameter{Name: f.Tag.Get("json"), Type: typeName(ft), Needed: f.Tag.Get("need") == "yes", Choices: fieldChoices[t.Name()+"."+f.Name]}
		if p.Choices == nil {
			p.Choices = choices(ft)
		}
		out = append(out, p)
	}
	return out
}

// fieldChoices are the closed sets of fields whose type is plain text or has a
// larger one.
var fieldChoices = map[string][]string{
	"PassStep.Teams": model.HandlingTeams, "Assign.Teams": model.HandlingTeams, "Assign.RemoveTeams": model.HandlingTeams,
	"NumberPaper.Paper": papers, "RelayIncident.Post": words(model.RungPosts()), "RelayIncident.Channel": words(model.RelayChannels), "AmendOffice.Paper": {"a4", "f4"},
}

// typeNames are the words for types in the documentation of commands.
var typeNames = map[string]string{
	"Instant": "instant", "IncidentRef": "incident", "PersonRef": "person", "AgencyRef": "agency", "SystemRef": "system",
	"int": "number", "SeatRef": "seat", "DutyRef": "duty", "Step": "step", "Date": "date", "Calendar": "calendar", "LegalClock": "legal clock", "Target": "target", "Rung": "rung", "Category": "category", "string": "text", "bool": "boolean",
}

func typeName(t reflect.Type) string {
	if t.Kind() == reflect.Map {
		return "answers by field"
	}
	if t == reflect.TypeFor[json.RawMessage]() {
		return "value"
	}
	if t.Kind() == reflect.Slice {
		if t.Elem().Kind() == reflect.Uint8 {
			return "base64"
		}
		return "list of " + typeName(t.Elem())
	}
	if name, ok := typeNames[t.Name()]; ok {
		return name
	}
	return "choice"
}

// choices are the closed sets by the type that holds them.
func choices(t reflect.Type) []string {
	switch t {
	case reflect.TypeFor[model.Class]():
		return words(model.Classes)
	case reflect.TypeFor[model.Channel]():
		return words(model.Channels)
	case reflect.TypeFor[model.TLP]():
		return words(model.TLPs)
	case reflect.TypeFor[model.Risk]():
		return words(model.Risks)
	case reflect.TypeFor[model.Priority]():
		return words(model.Priorities)
	case reflect.TypeFor[model.ActionPhase]():
		return words(model.ActionPhases)
	case reflect.TypeFor[model.PauseReason]():
		return words(model.PauseReasons)
	case reflect.TypeFor[model.Standing]():
		return words(model.Standings)
	case reflect.TypeFor[model.Addressee]():
		return words(model.Addressees)
	case reflect.TypeFor[model.Ground]():
		return words(model.Grounds)
	case reflect.TypeFor[model.Table]():
		return words(model.Tables)
	case reflect.TypeFor[model.Step]():
		return []string{"1", "2", "3", "4", "5", "6", "7", "8", "9"}
	case reflect.TypeFor[model.Post]():
		return posts()
	}
	return nil
}

func words[T ~string](set []T) []string {
	out := make([]string, len(set))
	for i, v := range set {
		out[i] = string(v)
	}
	return out
}

func posts() []string {
	var out []string
	for _, p := range model.Posts {
		out = append(out, string(p.Post))
	}
	return out
}

// ParseOrder reads one line of `apply`: {"do":"…","at":"…","by":"…", fields…}.
// It refuses an unknown order, an unknown field and a value of the wrong type,
// naming it.
func ParseOrder(line []byte) (Order, error) {
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(line, &fields); err != nil {
		return Order{}, model.Refuse("refuse.json")
	}
	var head struct {
		Do string
		At model.Instant
		By PersonRef
	}
	err := firstRefusal(decodeField(fields, "do", &head.Do), decodeField(fields, "at", &head.At), decodeField(fields, "by", &head.By))
	if err != nil {
		return Order{}, err
	}
	i := slices.IndexFunc(commands, func(c Command) bool { return c.Do() == head.Do })
	if i < 0 {
		return Order{}, model.RefuseAt("do", "refuse.command", "Value", head.Do)
	}
	command, err := parseCommand(commands[i], fields)
	return Order{By: head.By, At: head.At, Command: command}, err
}

// decodeField reads one of the fields that every order has, and takes it away.
func decodeField(fields map[string]json.RawMessage, name string, into any) error {
	raw, there := fields[name]
	delete(fields, name)
	if !there {
		return nil
	}
	if err := json.Unmarshal(raw, into); err != nil {
		return refuseJSON(name, err)
	}
	return nil
}

// parseCommand reads the fields one by one, so that a refusal names its field.
func parseCommand(kind Command, fields map[string]json.RawMessage) (Command, error) {
	into := reflect.New(reflect.TypeOf(kind))
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		one, err := json.Marshal(map[string]json.RawMessage{name: fields[name]})
		if err != nil {
			return nil, err
		}
		decoder := json.NewDecoder(bytes.NewReader(one))
		decoder.DisallowUnknownFields()
		if err := decoder.Decode(into.Interface()); err != nil {
			return nil, refuseJSON(name, err)
		}
	}
	return into.Elem().Interface().(Command), nil
}

// refuseJSON turns a decoder's complaint into a refusal that names the field.
func refuseJSON(field string, err error) error {
	if r, ok := model.AsRefusal(err); ok {
		return &model.Refusal{Key: r.Key, Field: field, Args: r.Args}
	}
	if strings.HasPrefix(err.Error(), "json: unknown field ") {
		return model.RefuseAt(field, "refuse.json-field", "Name", field)
	}
	return model.RefuseAt(field, "refuse.json-type", "Name", field)
}
