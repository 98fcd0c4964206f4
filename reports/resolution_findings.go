package reports

import (
	"fmt"
	"strconv"
	"strings"

	"siaga/model"
	"siaga/reports/paper"
)

// findings are what triage and analysis gave.
func (r resolution) findings() {
	i, b := r.i, r.book
	r.chapter("resolution.findings")
	r.Facts(
		r.fact("risk", wordOf(r, i.Risk)), r.fact("priority", wordOf(r, i.Priority)),
		r.fact("vital", r.yesNo(i.Vital)), r.fact("personalData", r.yesNo(i.PersonalData)),
		r.fact("dataBreach", r.yesNo(i.DataBreach)),
	)
	for _, part := range []struct{ key, text string }{
		{"resolution.impact", i.Impact}, {"resolution.initial", i.InitialAnalysis},
		{"resolution.analysis", i.Analysis}, {"resolution.cause", i.RootCause},
	} {
		r.section(part.key)
		r.prose(part.text)
	}
	r.section("resolution.artefacts")
	if len(i.Evidence) == 0 {
		r.tell("resolution.artefacts.none")
		return
	}
	r.Paragraph(paper.Plain(b.N("resolution.artefacts.count", len(i.Evidence))))
}

// wordOf is the word of a value of a closed set, nothing for one not chosen.
func wordOf[T interface {
	~string
	WordKey() string
}](r resolution, v T) string {
	if v == "" {
		return ""
	}
	return r.book.Word(v)
}

func (r resolution) yesNo(yes bool) string {
	if yes {
		return r.book.T("common.yes")
	}
	return r.book.T("common.no")
}

func (r resolution) lessons() {
	r.chapter("resolution.lessons")
	r.section("resolution.learned")
	r.prose(r.i.Lessons)
	r.section("resolution.recommendations")
	r.prose(r.i.Recommendations)
}

// conclusion sums up, closes the report and leaves room for the signatures.
func (r resolution) conclusion() {
	b := r.book
	r.chapter("resolution.conclusion")
	r.Paragraph(paper.Plain(strings.Join(nonBlank(r.state(), r.kept()), " ")))
	if r.i.Conclusion != "" {
		r.prose(r.i.Conclusion)
	}
	r.chapter("paper.closing")
	r.tell("resolution.closing")
	r.sign(
		r.signature(r.v.Preparer, "", b.T("resolution.prepared")),
		r.signature(r.v.Signer, r.placeDate(r.v.Number)),
	)
}

// state is how the incident stands, in a sentence.
func (r resolution) state() string {
	if r.i.Outcome == "" {
		return r.book.T("resolution.state.open", "Ticket", string(r.i.Ticket), "Step", r.i.Step)
	}
	return r.book.T("resolution.state.ended", "Ticket", string(r.i.Ticket), "At", r.i.CompletedAt, "Outcome", lower(r.book.Word(r.i.Outcome)))
}

// kept is how the clocks did, in sentences.
func (r resolution) kept() string {
	var said []string
	for _, k := range r.clocks() {
		if k.Counts() {
			said = append(said, r.book.T("resolution.state."+string(k.State()), "Clock", r.clockName(k), "Took", r.took(k), "Target", r.promise(k.Target)))
		}
	}
	return strings.Join(said, " ")
}

// evidence is the annex: each piece of barang bukti with its file and the
// SHA-256 of it, and under the piece its chain of custody.
func (r resolution) evidence() {
	if len(r.i.Evidence) == 0 {
		return
	}
	r.PageBreak()
	r.chapter("resolution.evidence")
	var rows []paper.Row
	handovers := 0
	for n, e := range r.i.Evidence {
		what := strings.Join(nonBlank(e.Name, e.Description, r.book.EvidenceFile(e)), "\n")
		rows = append(rows, paper.Cells(strconv.Itoa(n+1), r.stamp(e.At), what,
			either(e.Location, r.book.T("format.none")), either(e.SHA256, r.book.T("resolution.evidence.unhashed"))))
		chain := r.handovers(n+1, e)
		if len(chain) == 0 {
			rows = append(rows, paper.Cells("", "", r.book.T("chain.never")))
		}
		rows, handovers = append(rows, chain...), handovers+len(chain)
	}
	r.Facts(
		paper.Fact{Label: r.book.T("resolution.evidence.pieces"), Value: r.book.Count(len(r.i.Evidence))},
		paper.Fact{Label: r.book.T("resolution.evidence.handovers"), Value: r.book.Count(handovers)})
	r.table(r.book.T("resolution.evidence.table"), []paper.Column{
		r.right("paper.no", 0.7), r.left("paper.time", 1.5), r.left("field.evidence", 2.9), r.left("field.location", 2), r.left("field.sha256", 2.9),
	}, rows)
}

// handovers are the rows of the chain of custody of the piece with that number.
func (r resolution) handovers(piece int, e model.Evidence) (rows []paper.Row) {
	for n, c := range r.i.CustodyOf(e) {
		rows = append(rows, paper.Cells(fmt.Sprintf("%d.%d", piece, n+1), r.stamp(c.At), r.book.Handover(c), either(c.Location, r.book.T("format.none"))))
	}
	return rows
}

// lower is a word of a closed set as it stands inside a sentence; a name such
// as BSSN or WhatsApp stays.
func lower(word string) string {
	if word == "" || word[1:] != strings.ToLower(word[1:]) {
		return word
	}
	return strings.ToLower(word[:1]) + word[1:]
}
