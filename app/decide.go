package app

import (
	"encoding/json"
	"slices"

	"siaga/model"
)

// Decide ends a dispute between desks about a field, or mends what does not fit
// together, or corrects the receipt of an incident that lies in the future: one
// of the values is taken, by the mark "<desk>.<n>" of the event that wrote it, or
// another one is given; null takes a step, an end, a reopening or a pause back.
// Where something that was erased stands written once more, a mark lets it stand
// as something new, and "erase" erases it too. `siaga conflicts --json` lists what
// there is to decide.
type Decide struct {
	Subject string          `json:"subject" need:"yes"` // ticket or identity
	Field   string          `json:"field" need:"yes"`
	Take    string          `json:"take"`
	Value   json.RawMessage `json:"value"`
	Reason  string          `json:"reason"`
}

// Do is "decide".
func (Decide) Do() string { return "decide" }

// TakeErase takes none of the values: they are erased by the order that erased
// the field.
const TakeErase = "erase"

func (c Decide) decide(w *work) error {
	s, err := w.about(c.Subject)
	if err != nil {
		return err
	}
	early := w.early(s, c.Field)
	again, err := w.desk.askedAgain(s.ID, c.Field)
	if err != nil {
		return err
	}
	if c.Take == TakeErase && len(again) > 0 {
		return w.eraseAgain(again...)
	}
	if !early && !s.Decidable(c.Field) && len(again) == 0 {
		return model.RefuseAt("field", "refuse.decide-settled")
	}
	value, err := c.chosen(w, s, again)
	if err != nil {
		return err
	}
	disputed, before := slices.Contains(s.Conflicts(), c.Field), misfitsAbout(s, c.Field)
	also := s.Restated(model.Values{c.Field: value})
	if class, ok := classOf(value); ok && s.Kind == "incident" && c.Field == "class" {
		also["classifications"] = c.classification(w, s, class)
	}
	if passed, goesWith := reportAt(s, value); early && goesWith {
		also[reportPassed] = passed
	}
	if err := w.write(s.ID, model.Decided{Subject: s.Kind, Field: c.Field, Value: value, Reason: c.Reason, Also: also}); err != nil {
		return err
	}
	still := !early && misfitsAbout(s, c.Field) >= before || w.early(s, c.Field)
	if !disputed && len(again) == 0 && still {
		return model.RefuseAt("value", "refuse.decide-still")
	}
	return nil
}

// about finds what an order names by ticket or identity, and makes it what the
// order is about.
func (w *work) about(ref string) (*model.Subject, error) {
	id := model.SubjectID(ref)
	if _, ok := model.Raw(ref); !ok {
		found, err := w.desk.findIncident("subject", IncidentRef(ref))
		if err != nil {
			return nil, err
		}
		id = found
	}
	s, err := w.subject(id)
	if err != nil {
		return nil, err
	}
	if s.Kind == "" {
		return nil, model.RefuseAt("subject", "refuse.subject-unknown")
	}
	w.done.ID = id
	if row, ok := w.desk.rows[id]; ok {
		w.done.Ticket = row.Ticket
	}
	return s, nil
}

// chosen is the value that was taken or given.
func (c Decide) chosen(w *work, s *model.Subject, again []erasingAgain) (any, error) {
	if (c.Take == "") == (len(c.Value) == 0) {
		return nil, model.RefuseAt("take", "refuse.decide-one")
	}
	if c.Take == "" {
		return w.desk.readValue(s.Kind, c.Field, c.Value)
	}
	for _, e := range s.Registers[c.Field].Rivals() {
		if e.Mark.String() == c.Take {
			return model.Chosen(c.Field, e), nil
		}
	}
	if m, _ := model.ParseMark(c.Take); askedAbout(again, m) { // it may have been replaced since: what stands stays
		shown, _ := s.Registers[c.Field].Shown()
		return model.Chosen(c.Field, shown), nil
	}
	return nil, model.RefuseAt("take", "refuse.decide-mark")
}

// readValue reads a given value, and finds what it names in this office.
func (d *Desk) readValue(kind, field string, raw json.RawMessage) (any, error) {
	value, err := model.ReadValue(kind, field, raw)
	if err != nil {
		return nil, err
	}
	if _, settled := value.(model.SettledPolicy); kind == "office" && !settled && field != "policy" {
		order, err := parseCommand(AmendOffice{}, map[string]json.RawMessage{field: raw})
		if err != nil {
			return nil, err
		}
		return value, order.(AmendOffice).check()
	}
	switch v := value.(type) {
	case model.SubjectID:
		return d.named(field, string(v))
	case string:
		if field == "category" {
			return value, d.checkCategory(v)
		}
	}
	return value, nil
}

// named finds the agency, system or person that a field is to name.
func (d *Desk) named(field, name string) (model.SubjectID, error) {
	switch field {
	case "agency":
		return d.findAgency("value", AgencyRef(name))
	case "system":
		return d.findSystem("value", SystemRef(name))
	}
	return d.findPerson("value", PersonRef(name))
}

func misfitsAbout(s *model.Subject, field string) (n int) {
	for _, m := range s.Misfits() {
		if slices.Contains(m.Fields, field) {
			n++
		}
	}
	return n
}

// classOf is a decided class, typed or as it was recorded.
func classOf(value any) (class model.Class, ok bool) {
	if raw, recorded := value.(json.RawMessage); recorded {
		return class, json.Unmarshal(raw, &class) == nil && class != ""
	}
	class, ok = value.(model.Class)
	return class, ok && class != ""
}

// classification is the row that a decided class writes to the record of
// classes, never before the last one.
func (c Decide) classification(w *work, s *model.Subject, class model.Class) model.Classification {
	at := w.at
	if classes := model.IncidentOf(s).Classes; len(classes) > 0 {
		at = max(at, classes[len(classes)-1].At)
	}
	return model.Classification{Class: class, At: at, Reason: c.Reason}
}
