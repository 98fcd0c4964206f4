package reports

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"siaga/locales"
	"siaga/model"
	"siaga/reports/paper"
	"siaga/reports/paper/sheet"
)

func eachPaper(t *testing.T, test func(t *testing.T, name string, v sheeted, lang locales.Lang)) {
	for name, v := range shown() {
		for _, lang := range locales.Langs() {
			t.Run(nameOf(name, lang), func(t *testing.T) { test(t, nameOf(name, lang), v, lang) })
		}
	}
}

func TestEveryPaperIsSoundAndTheSameEachTime(t *testing.T) {
	eachPaper(t, func(t *testing.T, name string, v sheeted, lang locales.Lang) {
		file := printed(t, v, lang)
		if err := paper.CheckPDFA(file); err != nil {
			t.Error(err)
		}
		checker(t, "qpdf", "qpdf", "--check", saved(t, name, file))
		if !bytes.Equal(file, printed(t, v, lang)) {
			t.Error("the same value gave other bytes")
		}
	})
}

func TestEveryPaperReadsAsItDid(t *testing.T) {
	eachPaper(t, func(t *testing.T, name string, v sheeted, lang locales.Lang) {
		text := wordsOn(t, saved(t, name, printed(t, v, lang)))
		golden := filepath.Join("testdata", name+".txt")
		if *update {
			if err := os.WriteFile(golden, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if text != string(want) {
			t.Errorf("the text changed; look at it, then run with -update. It reads\n%s", text)
		}
	})
}

// Words that only English has; people's own texts in the tests have none.
var english = regexp.MustCompile(`(?i)\b(the|of|and|with|from|incident|report|page|met|missed|response|resolution|nil|draft|class)\b`)

func TestNoWordOfAnotherLanguageAndNoKeyIsPrinted(t *testing.T) {
	eachPaper(t, func(t *testing.T, _ string, v sheeted, lang locales.Lang) {
		text := everything(sheetsOf(t, v, lang))
		if strings.Contains(text, "⟦") || strings.Contains(text, "<no value>") {
			t.Errorf("a sentence is missing in %s", text)
		}
		if leak := english.FindString(text); lang == locales.ID && leak != "" {
			t.Errorf("%q stands in the Indonesian paper", leak)
		}
		if lang == locales.EN && strings.Count(text, "Unofficial translation – the Indonesian text prevails") != sheetsOf(t, v, lang).Count() {
			t.Error("not every page says that it is a translation")
		}
		if strings.Contains(text, "Sertifikasi Elektronik") || strings.Contains(text, "BSrE") {
			t.Error("an unsigned file speaks of certified signature")
		}
	})
}

// A line that goes on inside a word ends without a blank; between the halves of a
// word with a hyphen it may.
func TestNoHeadingOfATableBreaksInsideAWord(t *testing.T) {
	papers := shown()
	for _, period := range []string{"2026-Q4", "2026"} {
		papers[period] = periodicOf(t, stories(), period)
	}
	for name, v := range papers {
		for _, lang := range locales.Langs() {
			lines := map[*sheet.Node][]string{}
			for _, page := range sheetsOf(t, v, lang).Document().Pages {
				for _, item := range page.Items {
					if text, ok := item.Mark.(sheet.Text); ok && item.Node != nil && item.Node.Role == "TH" {
						lines[item.Node] = append(lines[item.Node], text.S)
					}
				}
			}
			for _, head := range lines {
				for _, line := range head[:len(head)-1] {
					if !strings.HasSuffix(line, " ") && !strings.HasSuffix(line, "-") {
						t.Errorf("%s: a heading reads %q", nameOf(name, lang), head)
					}
				}
			}
		}
	}
}

// A heading at the foot of a page, without the text it announces, is an orphan.
func TestNoHeadingStandsAloneAtTheFootOfAPage(t *testing.T) {
	eachPaper(t, func(t *testing.T, _ string, v sheeted, lang locales.Lang) {
		for n, page := range sheetsOf(t, v, lang).Document().Pages {
			lowest, role := 0.0, ""
			for _, item := range page.Items {
				if text, ok := item.Mark.(sheet.Text); ok && item.Node != nil && text.At.Y > lowest {
					lowest, role = text.At.Y, item.Node.Role
				}
			}
			if strings.HasPrefix(role, "H") || role == "Caption" || role == "TH" {
				t.Errorf("page %d ends with a %s", n+1, role)
			}
		}
	})
}

func TestAReportIsADraftUntilStepEight(t *testing.T) {
	story := func() told { return reported(4, "Judi daring", model.Tinggi, "2026-10-28 10:00") }
	for _, c := range []struct {
		row   told
		draft bool
	}{
		{story().upTo(model.StepInvestigate, 40), true}, {story().upTo(model.StepRecover, 60), true},
		{story().upTo(model.StepConclude, 70), false}, {story().closed(5, 90), false}, {story().closed(5, 90).reopened(200), true},
	} {
		text := everything(sheetsOf(t, solved(c.row.Row, "1"), locales.ID))
		if strings.Contains(text, "RANCANGAN") != c.draft || strings.Contains(text, "belum final") != c.draft {
			t.Errorf("at step %d, outcome %q: draft is not %v", c.row.Step, c.row.Outcome, c.draft)
		}
	}
}

func TestTheReportPrintsTheArithmeticOfEachDeadline(t *testing.T) {
	text := everything(sheetsOf(t, shown()["resolution-paused"], locales.ID))
	for _, want := range []string{"Waktu respons: diterima 3 Oktober 2026 pukul 13.00 + 1 jam = 14.00 WIB.", "+ 24 jam + jeda 1 jam 20 menit =", "Menunggu pengguna layanan", "Terpenuhi"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in %s", want, text)
		}
	}
	changed := everything(sheetsOf(t, shown()["resolution-reclassified"], locales.ID))
	for _, want := range []string{"(semula Tinggi)", "Sebelumnya Tinggi: target 24 jam", "diubah dari Tinggi menjadi Strategis"} {
		if !strings.Contains(changed, want) {
			t.Errorf("%q is missing in %s", want, changed)
		}
	}
}

func TestWhoActsSignsWithTheTitleOfThePost(t *testing.T) {
	v := solved(stories()[0], "1")
	for _, c := range []struct {
		signer Signer
		want   string
	}{
		{chair(), "Plt. Kepala Dinas Komunikasi"},
		{Signer{Post: "III", Standing: model.Definitive, Name: "A", JobTitle: "Kepala Dinas Kominfo"}, "Kepala Dinas Kominfo selaku Ketua"},
		{Signer{Post: "III", Standing: model.Plh, Name: "A"}, "Plh. Kepala Dinas Komunikasi"},
		{Signer{Post: "III", Standing: model.Definitive}, "(............"},
	} {
		v.Signer = c.signer
		if text := everything(sheetsOf(t, v, locales.ID)); !strings.Contains(text, c.want) {
			t.Errorf("%q is missing in %s", c.want, text)
		}
	}
}

func TestAnAnnouncementTellsNothingButWhatIsPublic(t *testing.T) {
	i := whole(stories()[0])
	for _, lang := range locales.Langs() {
		text := everything(sheetsOf(t, announced(stories()[0]), lang))
		for _, secret := range []string{i.Reporter.Name, i.Reporter.Position, i.Reporter.Agency, i.Reporter.Phone, i.Reporter.Email, i.Title, i.Description,
			"203.0.113.77", "10.20.30.40", "webshell", i.InitialAnalysis, i.Analysis, i.RootCause, i.Evidence[0].SHA256, directory().People[i.Persons[0]]} {
			if strings.Contains(text, secret) {
				t.Errorf("%s: the announcement tells %q", lang, secret)
			}
		}
		for _, public := range []string{"TLP:CLEAR", string(i.Ticket), "Laman sekolah telah pulih", directory().Systems[i.System]} {
			if !strings.Contains(text, public) {
				t.Errorf("%s: the announcement lacks %q", lang, public)
			}
		}
	}
}

func TestPapersThatMustNotBePrintedAreRefused(t *testing.T) {
	red, silent, wrong := announced(stories()[0]), announced(stories()[0]), answered(stories()[5])
	red.Label, silent.Text, wrong.Incident.Outcome = model.TLPRed, "", model.Closed
	for key, v := range map[string]sheeted{"refuse.announcement-red": red, "refuse.announcement-empty": silent, "refuse.answer-outcome": wrong} {
		for _, book := range books() {
			_, err := v.Sheets(book)
			if r, ok := model.AsRefusal(err); !ok || r.Key != key || strings.Contains(book.Refusal(err), "⟦") {
				t.Errorf("%s: refused with %v", key, err)
			}
		}
	}
}

func TestAnOfficeThatPrintsOnFolioGetsFolio(t *testing.T) {
	v := announced(stories()[0])
	v.Office.Paper = "f4"
	page := sheetsOf(t, v, locales.ID).Document()
	if size := fmt.Sprintf("%.2f x %.2f", page.Width, page.Height); size != "609.45 x 935.43" {
		t.Errorf("the page measures %s points", size)
	}
}
