package reports

import (
	"slices"
	"strings"
	"testing"

	"siaga/locales"
	"siaga/model"
	"siaga/reports/paper"
)

// outwardly is a paper about one of the stories, with everything it needs.
func outwardly(kind OutwardKind, row *model.Row) Outward {
	i := whole(row)
	i.TLP, i.Crime = model.TLPAmber, true
	i.Exposed = "Nama, alamat, dan nomor induk kependudukan 1.204 calon siswa."
	i.Exposure = "Data dapat diunduh tanpa kata sandi pada 25 Oktober 2026 antara pukul 22.50 dan pukul 23.50 WIB."
	signer := chair()
	if kind.Personal() {
		signer = leader()
	}
	return Outward{
		Kind: kind, Office: paperOffice(), Names: directory(), Incident: i,
		Number: model.PaperNumber{Number: "500.12/93/Diskominfostandi", Date: wibTime("2026-10-26 09:00")}, Signer: signer, PrintedAt: wibTime("2026-10-26 09:00"),
	}
}

// bare is a paper about an incident of which nothing is known but the call.
func bare(kind OutwardKind) Outward {
	policy := model.Decree()
	return Outward{Kind: kind, Office: model.NewOffice(), Names: directory(), PrintedAt: wibTime("2026-10-26 09:00"), Signer: Signer{Post: "III", Standing: model.Definitive},
		Incident: model.Incident{Ticket: "CSIRT-2026-A-0010-X", PersonalData: true, DataBreach: true, Crime: true,
			Course: model.Course{Policy: &policy, ReceivedAt: wibTime("2026-10-25 23:50"), Step: model.StepReceive}}}
}

// leader is the head of a Perangkat Daerah.
func leader() Signer {
	return Signer{Name: "Endang Suryani, S.E. (contoh)", JobTitle: "Plt. Kepala Badan Pendapatan Daerah", Rank: "Pembina Tingkat I (IV/b)", NIP: "197504121999032004"}
}

func missed(v Outward) (names []string) {
	for _, n := range v.Missing() {
		names = append(names, n.name)
	}
	return names
}

func TestAPaperIsADraftAsLongAsItLacksSomething(t *testing.T) {
	for _, kind := range OutwardKinds {
		if v := outwardly(kind, stories()[9]); len(v.Missing()) > 0 || strings.Contains(everything(sheetsOf(t, v, locales.ID)), "RANCANGAN") {
			t.Errorf("%s lacks %v", kind, missed(v))
		}
		text := everything(sheetsOf(t, bare(kind), locales.ID))
		if len(bare(kind).Missing()) < 5 || !strings.Contains(text, "RANCANGAN") || !strings.Contains(strings.ToLower(text), "belum dicatat") {
			t.Errorf("%s of nothing lacks %v", kind, missed(bare(kind)))
		}
	}
	if got := missed(bare(NoticeSubjects)); !slices.Equal(got, []string{"exposed", "exposure", "happened", "known", "actions", "controller", "contact"}) {
		t.Error(got)
	}
}

// Those outside the authorities read nothing of what the team found out.
func TestWhatSubjectsAndThePublicReadHasNothingOfTheAnalysis(t *testing.T) {
	for _, kind := range []OutwardKind{NoticeSubjects, NoticePublic} {
		v := outwardly(kind, stories()[9])
		for _, lang := range locales.Langs() {
			text := everything(sheetsOf(t, v, lang))
			i := v.Incident
			for _, secret := range []string{i.Reporter.Name, i.Reporter.Phone, i.Reporter.Email, i.Description, i.InitialAnalysis, i.Analysis, i.RootCause,
				i.Impact, i.Actions[0].Text, i.Evidence[0].SHA256, "203.0.113.77", "AMBER"} {
				if strings.Contains(text, secret) {
					t.Errorf("%s tells %q", kind, secret)
				}
			}
			if !strings.Contains(text, i.Exposed) || !strings.Contains(text, i.Exposure) {
				t.Errorf("%s does not tell what was exposed: %s", kind, text)
			}
		}
	}
}

func TestALetterNamesTheArticleOfItsDuty(t *testing.T) {
	for kind, want := range map[OutwardKind]string{
		BSSNReport: "Pasal 15 ayat (5)", NoticeSubjects: "Pasal 46 ayat (1) huruf a", NoticeAuthority: "Pasal 46 ayat (1) huruf b",
		NoticePublic: "Pasal 46 ayat (3)", PoliceReport: "Pasal 24 ayat (3)",
	} {
		if text := everything(sheetsOf(t, outwardly(kind, stories()[9]), locales.ID)); !strings.Contains(text, want) {
			t.Errorf("%s does not name %s", kind, want)
		}
	}
	free := outwardly(BSSNReport, stories()[0])
	if text := everything(sheetsOf(t, free, locales.ID)); strings.Contains(text, "Sesuai dengan Peraturan") {
		t.Error("a report that is not owed claims a duty")
	}
}

func TestTheControllerSignsWhatTheLawAsksOfIt(t *testing.T) {
	for _, kind := range []OutwardKind{NoticeSubjects, NoticeAuthority, NoticePublic} {
		v := outwardly(kind, stories()[9])
		text := everything(sheetsOf(t, v, locales.ID))
		for _, printed := range []string{leader().Name, leader().JobTitle, leader().Rank, "NIP 19750412 199903 2 004", strings.ToUpper(v.controller())} {
			if !strings.Contains(text, printed) {
				t.Errorf("%s lacks %s: %s", kind, printed, text)
			}
		}
		v.Signer = Signer{}
		if text := everything(sheetsOf(t, v, locales.ID)); !strings.Contains(text, "Pimpinan "+v.controller()) || !strings.Contains(text, "(......") {
			t.Errorf("%s leaves no room for a name: %s", kind, text)
		}
	}
}

func TestPapersWithoutAUseAreRefused(t *testing.T) {
	for name, c := range map[string]struct {
		kind   OutwardKind
		change func(*model.Incident)
		key    string
	}{
		"no incident":         {BSSNReport, func(i *model.Incident) { i.Outcome = model.NotIncident }, "refuse.outward-ended"},
		"a duplicate":         {BSSNHelp, func(i *model.Incident) { i.Outcome = model.Duplicate }, "refuse.outward-ended"},
		"no personal data":    {NoticePublic, func(i *model.Incident) { i.DataBreach = false }, "refuse.outward-personal"},
		"nobody's deed":       {PoliceReport, func(i *model.Incident) { i.Crime = false }, "refuse.outward-crime"},
		"red, to the public":  {NoticePublic, func(i *model.Incident) { i.TLP = model.TLPRed }, "refuse.announcement-red"},
		"red, to BSSN":        {BSSNReport, func(i *model.Incident) { i.TLP = model.TLPRed }, ""},
		"red, to the subject": {NoticeSubjects, func(i *model.Incident) { i.TLP = model.TLPRed }, ""},
		"closed":              {BSSNForm, func(i *model.Incident) { i.Outcome = model.Closed }, ""},
	} {
		v := outwardly(c.kind, stories()[9])
		c.change(&v.Incident)
		_, err := v.Sheets(locales.Open(locales.ID))
		refusal, _ := model.AsRefusal(err)
		if err != nil && refusal.Key != c.key || err == nil && c.key != "" {
			t.Errorf("%s: %v, want %q", name, err, c.key)
		}
	}
}

func TestOutwardPapersBearLongNamesAndNothing(t *testing.T) {
	long := extreme()
	for _, kind := range OutwardKinds {
		v := outwardly(kind, stories()[9])
		v.Incident, v.Names, v.Office, v.Signer = long.Incident, long.Names, long.Office, long.Signer
		v.Incident.DataBreach, v.Incident.Crime, v.Incident.Exposed, v.Incident.Exposure = true, true, strings.Repeat(endless, 20), strings.Repeat(endless, 9)
		v.Office.ToBSSN, v.Office.ToAPH, v.Office.ToLembaga, v.Office.CopyBSSN = []string{strings.Repeat(endless, 3)}, nil, nil, nil
		for _, lang := range locales.Langs() {
			file := printed(t, v, lang)
			if err := paper.CheckPDFA(file); err != nil {
				t.Errorf("%s: %v", kind, err)
			}
			checker(t, "qpdf", "qpdf", "--check", saved(t, nameOf(string(kind)+"-long", lang), file))
		}
	}
}

// Every kind and need has its words in both languages.
func TestEveryKindAndNeedHasItsWords(t *testing.T) {
	for _, lang := range locales.Langs() {
		book := locales.Open(lang)
		for kind, p := range outwardPapers() {
			for _, n := range p.needs {
				if !book.Has(n.WordKey()) || !book.Has(kind.WordKey()) {
					t.Errorf("%s: %s or %s has no words", lang, n.WordKey(), kind.WordKey())
				}
			}
		}
	}
}
