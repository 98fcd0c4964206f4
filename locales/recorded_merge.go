package locales

import (
	"encoding/json"

	"siaga/model"
)

// JoinStays says what of a merged ticket is copied, kept apart or stays there.
func (b *Book) JoinStays(j model.Join) []string {
	var said []string
	if j.Rows > 0 {
		said = append(said, b.N("merge.rows", j.Rows))
	}
	said = append(said, b.T("merge.reporter", "Ticket", string(j.From.Ticket)),
		b.T("merge.stays", "Ticket", string(j.From.Ticket), "Step", b.stepWord(j.From.Step),
			"Into", string(j.Into.Ticket), "IntoStep", b.stepWord(j.Into.Step)))
	if j.OtherPolicy() {
		said = append(said, b.T("merge.policy", "Ticket", string(j.Into.Ticket)))
	}
	return said
}

// Elements are the elements of a set in words.
func (b *Book) Elements(field string, elements []string, names Names) string {
	raw, _ := json.Marshal(elements) // texts always encode
	return b.Recorded(field, raw, names)
}

// Report is another report of the same event in one line: who reported, when it
// was received and how, and what was answered.
func (b *Book) Report(r model.Report, names Names) string { return teller{b, names}.report(r) }

func (t teller) report(r model.Report) string {
	answered := ""
	if r.AnsweredAt.Known() {
		answered = t.T("merge.report.answered", "At", r.AnsweredAt)
	}
	return dotted(reporter(r.Reporter), t.agency(r.Agency), word(t, r.Channel), t.T("merge.report", "At", r.At),
		answered, r.Answer, t.origin(r.Origin))
}

// origin says from which ticket a row came.
func (t teller) origin(o *model.Origin) string {
	if o == nil {
		return ""
	}
	return t.T("merge.origin", "Ticket", t.ticket(o.Incident))
}

// Origin says from which ticket a row came with a merge, "" when it stood here
// from the beginning.
func (b *Book) Origin(o *model.Origin, names Names) string { return teller{b, names}.origin(o) }

func reporter(r model.Reporter) string { return dotted(r.Name, r.Position, r.Agency, r.Phone, r.Email) }
