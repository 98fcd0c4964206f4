package reports

import (
	"slices"
	"strconv"
	"strings"

	"siaga/model"
	"siaga/reports/paper"
)

// course is the chronology as those outside need it: what is recorded of the
// event and of the nine steps, without decisions inside the team.
func (o outward) course() {
	if strings.TrimSpace(strings.Join(o.written(), "")) == "" {
		o.tell("outward.chronology.none")
	}
	o.moments(o.book.T("outward.chronology.table"), slices.Concat(o.instants(), o.steps(), o.occurrences()))
}

// written are the texts of the chronology.
func (o outward) written() (texts []string) {
	for _, c := range o.i.Chronology {
		texts = append(texts, c.Text)
	}
	return texts
}

// measures is what was done, phase by phase, in one table.
func (o outward) measures() {
	var rows []paper.Row
	for _, phase := range model.ActionPhases {
		for _, a := range o.i.Actions {
			if a.Phase == phase {
				rows = append(rows, paper.Cells(strconv.Itoa(len(rows)+1), o.stamp(a.At), o.book.Word(phase), a.Text))
			}
		}
	}
	if len(rows) == 0 {
		o.tell("paper.unrecorded")
		return
	}
	o.table(o.book.T("outward.measures.table"), []paper.Column{
		o.right("paper.no", 0.7), o.left("paper.time", 2.1), o.left("field.phase", 2.4), o.left("resolution.action", 4.8),
	}, rows)
}

// exhibits is the barang bukti with the SHA-256 of each file.
func (o outward) exhibits() {
	var rows []paper.Row
	for n, e := range o.i.Evidence {
		rows = append(rows, paper.Cells(strconv.Itoa(n+1), o.stamp(e.At), strings.Join(nonBlank(e.Name, e.Description), "\n"),
			either(e.SHA256, o.book.T("resolution.evidence.unhashed"))))
	}
	if len(rows) == 0 {
		o.tell("paper.unrecorded")
		return
	}
	o.table(o.book.T("resolution.evidence.table"), []paper.Column{
		o.right("paper.no", 0.7), o.left("paper.time", 2), o.left("field.evidence", 3.4), o.left("field.sha256", 3.9),
	}, rows)
}

// description is the deskripsi Insiden Siber of Ps. 15(4)(b).
func (o outward) description() {
	i := o.i
	o.Facts(
		o.told("title", i.Title), o.told("category", o.categoryName()), o.told("system", o.systems()), o.told("agency", o.agency()),
		o.told("class", o.class()), o.told("vital", o.yesNo(i.Vital)), o.told("personalData", o.yesNo(i.PersonalData)), o.told("dataBreach", o.yesNo(i.DataBreach)),
		o.told("risk", wordOf(o.resolution, i.Risk)),
		o.at("happenedAt", i.HappenedAt), o.at("knownAt", i.KnownAt), o.at("receivedAt", i.ReceivedAt),
		o.told("outcome", o.outcome()),
	)
	o.prose(i.Description)
}

func (o outward) categoryName() string {
	if o.i.Category == "" {
		return ""
	}
	return o.category(o.i.Category)
}

// copies is the tembusan of letters to BSSN.
func (o outward) copies(to []string) {
	if len(to) > 0 {
		o.Copies(o.book.T("paper.copies"), punctuated(to)...)
	}
}
