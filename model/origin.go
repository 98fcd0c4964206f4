package model

// Origin says where a row was recorded first: the ticket, the row there, and
// who recorded it. Rows that came with a merge have one; the event itself
// names who merged.
type Origin struct {
	Incident IncidentID `json:"incident"`
	Row      Mark       `json:"row"` // zero for the report of the ticket itself
	By       PersonID   `json:"by,omitempty"`
}

// Report is another report of the same event, which came in under a ticket of
// its own: who reported, when it was received, and what was answered to whom.
type Report struct {
	Mark       Mark     `json:"mark"`
	At         Instant  `json:"at"` // received
	Channel    Channel  `json:"channel,omitempty"`
	Reporter   Reporter `json:"reporter"`
	Agency     AgencyID `json:"agency,omitempty"`
	AnsweredAt Instant  `json:"answeredAt,omitempty"`
	Answer     string   `json:"answer,omitempty"`
	By         PersonID `json:"by,omitempty"`
	Origin     *Origin  `json:"origin,omitempty"`
}

// report is an incident's own report as another ticket keeps it.
func (i Incident) report() Report {
	return Report{At: i.ReceivedAt, Channel: i.Channel, Reporter: i.Reporter, Agency: i.Agency,
		AnsweredAt: i.AnsweredAt, Answer: i.Answer, Origin: &Origin{Incident: i.ID}}
}

// author is who recorded a row: at its origin when it came with a merge.
func author(origin *Origin, e Entry) PersonID {
	if origin != nil {
		return origin.By
	}
	return e.By
}

// once leaves out what two desks copied from the same row: both merged the
// same pair before they had heard of each other.
func once[R any](rows []R, origin func(*R) *Origin) []R {
	seen := map[Origin]bool{}
	var out []R
	for n := range rows {
		if o := origin(&rows[n]); o != nil {
			if seen[*o] {
				continue
			}
			seen[*o] = true
		}
		out = append(out, rows[n])
	}
	return out
}

// Unmerged counts the rows that a merged ticket got after its merge, as notes
// do: the ticket that it went into does not have them.
func (i Incident) Unmerged(into Incident) (count int) {
	there := map[Mark]bool{}
	into.eachRow(func(m Mark, o *Origin) {
		there[m] = true
		if o != nil {
			there[o.Row] = true
		}
	})
	i.eachRow(func(m Mark, o *Origin) {
		if !there[m] && (o == nil || !there[o.Row]) {
			count++
		}
	})
	return count
}
