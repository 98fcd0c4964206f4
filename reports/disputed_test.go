package reports

import (
	"slices"
	"strings"
	"testing"

	"siaga/locales"
	"siaga/model"
)

// about is every paper about one incident.
func about(i model.Incident) map[string]sheeted {
	row := stories()[5]
	answer := answered(row)
	answer.Incident = i
	answer.Incident.Course = row.Course
	public := announced(stories()[0])
	public.Text, public.Disputed = i.Announcement, i.Disputed()
	report := solved(stories()[9], "1")
	report.Incident = i
	papers := map[string]sheeted{"answer": answer, "announcement": public, "resolution": report}
	for _, kind := range OutwardKinds {
		v := outwardly(kind, stories()[9])
		v.Incident = i
		papers[string(kind)] = v
	}
	return papers
}

func story() model.Incident { return outwardly(BSSNForm, stories()[9]).Incident }

// writtenBy are the texts of an incident, by their fields.
func writtenBy(i *model.Incident) map[string]*string {
	return map[string]*string{"title": &i.Title, "description": &i.Description, "initialAnalysis": &i.InitialAnalysis, "impact": &i.Impact,
		"analysis": &i.Analysis, "rootCause": &i.RootCause, "lessons": &i.Lessons, "recommendations": &i.Recommendations, "conclusion": &i.Conclusion,
		"answer": &i.Answer, "announcement": &i.Announcement, "notAnnounced": &i.NotAnnounced, "exposed": &i.Exposed, "exposure": &i.Exposure}
}

// A field that people write is disputed on exactly those papers that print it.
func TestWhatAPaperPrintsIsWhatItCallsDisputed(t *testing.T) {
	const mark = "zzqq"
	for field := range writtenBy(&model.Incident{}) {
		i := story()
		i.Conflicts = []string{field}
		*writtenBy(&i)[field] = mark
		for name, v := range about(i) {
			said := everything(sheetsOf(t, v, locales.ID))
			if prints, calls := strings.Contains(said, mark), strings.Contains(said, "Masih berselisih antarmeja"); prints && !calls {
				t.Errorf("%s prints %s and does not call it disputed", name, field)
			} else if calls && !prints && name != "resolution" && field != "title" && field != "description" {
				t.Errorf("%s calls %s disputed and does not print it", name, field)
			}
		}
	}
}

func TestAPaperOnWhatDesksDisputeIsADraft(t *testing.T) {
	i := story()
	i.Misfits = []model.Misfit{{Kind: model.MisfitNotClosed, Step: 9, Fields: []string{"passed/1.9", "ended/1"}}, {Kind: model.MisfitOrder, Step: 9, Fields: []string{"passed/1.9"}}}
	i.Conflicts = []string{"ticket"}
	if open := i.Disputed(); !slices.Equal(open, model.FieldNames{"ended/1", "passed/1.9", "ticket"}) {
		t.Error(open)
	}
	i.Misfits = nil
	for _, lang := range locales.Langs() {
		book := locales.Open(lang)
		for name, v := range about(i) {
			text := everything(sheetsOf(t, v, lang))
			for _, says := range []string{book.T("paper.draft"), book.T("paper.disputed", "Fields", i.Disputed())} {
				if !strings.Contains(text, says) {
					t.Errorf("%s does not say %q", name, says)
				}
			}
		}
	}
}

func TestAPeriodicReportCountsOpenDisputes(t *testing.T) {
	rows := stories()
	for _, lang := range locales.Langs() {
		if said := disputes(locales.Open(lang), rows); len(said) > 0 {
			t.Errorf("nobody disputes anything: %v", said)
		}
	}
	p := monthly(rows, "")
	p.Figures.All[0].Conflicts, p.Figures.All[1].Conflicts = 2, 1
	if text := everything(sheetsOf(t, p, locales.ID)); !strings.Contains(text, "2 insiden yang dihitung di sini") {
		t.Error(text)
	}
}
