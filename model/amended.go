package model

// Amended is the fact that fields of an incident were filled in or corrected.
// It writes only the fields named in Fields.
type Amended struct {
	Fields Values
}

// Kind is "incident.amended".
func (Amended) Kind() Kind { return "incident.amended" }

// Check refuses changing an ended incident, changing nothing, unknown choices,
// and a label that allows more than the CSIRT has that the incident came from.
func (a Amended) Check(i Incident) error {
	if err := i.Open(); err != nil {
		return err
	}
	if len(a.Fields) == 0 {
		return Refuse("refuse.nothing-changed")
	}
	for field, value := range a.Fields {
		if err := checkValue(field, value); err != nil {
			return err
		}
		if label, is := value.(TLP); is {
			if err := i.keepsLabel(label); err != nil {
				return err
			}
		}
	}
	return a.checkInstants(i)
}

// checkInstants refuses an instant that lies after the receipt of the report:
// what is reported was known before.
func (a Amended) checkInstants(i Incident) error {
	for _, field := range []string{"happenedAt", "knownAt", "reportedAt"} {
		if at, is := a.Fields[field].(Instant); is && at > i.ReceivedAt {
			return RefuseAt(field, "refuse.after-receipt", "At", at.Time(), "Received", i.ReceivedAt.Time())
		}
	}
	return nil
}

// Values writes the named fields, also when they are emptied.
func (a Amended) Values() Values { return a.Fields }

func checkValue(field string, value any) error {
	switch v := value.(type) {
	case Channel:
		return choose(field, v, Channels)
	case TLP:
		return choose(field, v, TLPs)
	case Risk:
		return choose(field, v, Risks)
	case Priority:
		return choose(field, v, Priorities)
	}
	return nil
}

// Open refuses when the incident has ended: it is locked until it is opened
// again with a reason.
func (i Incident) Open() error {
	if i.Outcome != "" {
		return RefuseAt("incident", "refuse.ended", "Ticket", string(i.Ticket), "Outcome", i.Outcome)
	}
	return nil
}
