package model

import "strings"

// Registered is the fact that a report was taken in: step 1 of Lampiran III.
// ReceivedAt starts the response clock; TypedAt is kept by the event itself.
type Registered struct {
	Ticket      Ticket
	Policy      Policy
	Title       string
	Description string
	Channel     Channel
	Reporter    Reporter
	Agency      AgencyID
	System      SystemID
	Affected    string
	HappenedAt  Instant
	KnownAt     Instant
	ReportedAt  Instant
	ReceivedAt  Instant
	Class       Class
	Category    string
	TLP         TLP
	Personal    bool
	Vital       bool
	Crime       bool
	Breach      bool // of the protection of personal data
}

// Kind is "incident.registered".
func (Registered) Kind() Kind { return "incident.registered" }

// Check refuses a report without a reporter or description, instants in the
// future or in the wrong order, and unknown choices.
func (r Registered) Check(now Instant) error {
	if strings.TrimSpace(r.Reporter.Name) == "" {
		return RefuseAt("reporterName", "refuse.reporter")
	}
	if strings.TrimSpace(r.Description) == "" && strings.TrimSpace(r.Title) == "" {
		return RefuseAt("description", "refuse.description")
	}
	if err := notAfter("receivedAt", r.ReceivedAt, now); err != nil {
		return err
	}
	for _, earlier := range []struct {
		field string
		at    Instant
	}{{"happenedAt", r.HappenedAt}, {"knownAt", r.KnownAt}, {"reportedAt", r.ReportedAt}} {
		if earlier.at > r.ReceivedAt {
			return RefuseAt(earlier.field, "refuse.after-receipt", "At", earlier.at.Time(), "Received", r.ReceivedAt.Time())
		}
	}
	if r.HappenedAt.Known() && r.KnownAt.Known() && r.HappenedAt > r.KnownAt {
		return RefuseAt("knownAt", "refuse.known-before-happened", "At", r.KnownAt.Time(), "Happened", r.HappenedAt.Time())
	}
	return firstError(
		choose("channel", r.Channel, Channels),
		choose("class", r.Class, Classes),
		choose("tlp", r.TLP, TLPs),
	)
}

// Values writes the report, the first class if one was given, and the passing
// of step 1.
func (r Registered) Values() Values {
	v := Values{"ticket": r.Ticket, "policy": r.Policy, "receivedAt": r.ReceivedAt}
	v.put("title", r.Title).put("description", r.Description).put("channel", r.Channel).
		put("reporter", r.Reporter).put("agency", r.Agency).put("system", r.System).put("affected", r.Affected).
		put("happenedAt", r.HappenedAt).put("knownAt", r.KnownAt).put("reportedAt", r.ReportedAt).
		put("category", r.Category).put("tlp", r.TLP).put("personalData", r.Personal).put("vital", r.Vital).put("crime", r.Crime).put("dataBreach", r.Breach)
	if r.Class != "" {
		v["class"] = r.Class
		v["classifications"] = Classification{Class: r.Class, At: r.ReceivedAt}
	}
	v[passageField(1, StepReport)] = Passage{Segment: 1, Step: StepReport, At: r.ReceivedAt}
	return v
}

// notAfter refuses an instant that is missing or lies in the future. Two
// minutes of difference between clocks are forgiven.
func notAfter(field string, at, now Instant) error {
	if !at.Known() {
		return RefuseAt(field, "refuse.instant-missing")
	}
	if at > now+120 {
		return RefuseAt(field, "refuse.future", "At", at.Time(), "Now", now.Time())
	}
	return nil
}

func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
