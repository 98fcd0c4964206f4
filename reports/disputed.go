package reports

import (
	"slices"
	"strings"

	"siaga/locales"
	"siaga/model"
)

// What papers print of an incident, by family of fields; the closing report
// prints all of them.
var (
	answerPrints       = []string{"ticket", "tlp", "reporter", "receivedAt", "channel", "title", "description", "answer", "ended", "reopened", "paper/answer"}
	announcementPrints = []string{"ticket", "tlp", "system", "agency", "announcement", "receivedAt", "passed", "ended", "reopened", "paper/announcement"}
	outwardPrints      = []string{"ticket", "tlp", "policy", "receivedAt", "personalData", "ended"}
	noticePrints       = []string{"exposed", "exposure", "happenedAt", "knownAt", "agency"}
	describedPrints    = []string{"title", "description", "category", "system", "affected", "agency", "class", "vital", "risk", "impact",
		"happenedAt", "knownAt", "reportedAt", "answeredAt", "passed", "reopened"}
	custodyPrints = []string{"ticket", "tlp", "title"}
	formPrints    = []string{"initialAnalysis", "analysis", "rootCause", "recommendations"}
)

// disputed are the fields that the letter prints and desks disagree about.
func (v Outward) disputed() model.FieldNames {
	prints := slices.Concat(outwardPrints, []string{"paper/" + string(v.Kind)})
	switch v.Kind {
	case NoticeSubjects, NoticePublic:
		prints = slices.Concat(prints, noticePrints, []string{"announcement"})
	case NoticeAuthority:
		prints = slices.Concat(prints, noticePrints, []string{"system", "affected", "title"})
	case BSSNForm:
		prints = slices.Concat(prints, describedPrints, formPrints)
	case PoliceReport:
		prints = slices.Concat(prints, describedPrints, []string{"crime"})
	default:
		prints = slices.Concat(prints, describedPrints)
	}
	return among(v.Incident.Disputed(), prints)
}

// among are the fields that are printed, by their names or families.
func among(fields model.FieldNames, printed []string) (out model.FieldNames) {
	for _, field := range fields {
		family, _, _ := strings.Cut(field, "/")
		if slices.Contains(printed, field) || slices.Contains(printed, family) {
			out = append(out, field)
		}
	}
	return out
}

// sayDisputed warns under the head of a paper that what it prints is not
// settled.
func (o *official) sayDisputed() {
	if len(o.disputed) > 0 {
		o.tell("paper.disputed", "Fields", o.disputed)
	}
}

// disputes says how many incidents of a count await a decision, where any do.
func disputes(book *locales.Book, rows []*model.Row) (said []string) {
	open := 0
	for _, r := range rows {
		if r.Conflicts > 0 {
			open++
		}
	}
	if open > 0 {
		said = append(said, book.N("periodic.disputed", open))
	}
	return said
}
