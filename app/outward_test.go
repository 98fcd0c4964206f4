package app

import (
	"testing"

	"siaga/model"
	"siaga/reports"
)

// A mark that one of two tickets of the same event has is that of both.
func TestTheMarkOfAnothersDeedIsJoined(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 09:00")
	first := b.do(RegisterIncident{ReporterName: "Guru", Title: "Situs berubah", Description: "x", Channel: "telepon"})
	second := b.do(RegisterIncident{ReporterName: "Warga", Title: "Situs berubah", Description: "x", Channel: "telepon", Crime: true})
	b.do(AmendIncident{Incident: IncidentRef(second.ID), Details: Details{Exposed: text("Nama siswa"), Exposure: text("Tautan terbuka")}})
	b.do(AddNotice{Incident: IncidentRef(second.ID), To: "aph", Number: "1"})
	b.do(MergeIncidents{From: IncidentRef(second.Ticket), Into: IncidentRef(first.Ticket), Reason: "satu kejadian", Take: map[string]string{"reporter": "into"}})
	i, gone := b.incident(first), b.incident(second)
	if !i.Crime || i.Exposed != "Nama siswa" || i.Exposure != "Tautan terbuka" {
		t.Errorf("merged it is %+v", i)
	}
	if d := i.Duties(b.Now()); len(d) != 1 || d[0].State() != model.LegalDone {
		t.Errorf("what goes on owes %+v", d)
	}
	if d := gone.Duties(b.Now()); len(d) != 1 || d[0].State() != model.LegalLifted {
		t.Errorf("what was merged owes %+v", d)
	}
}

func TestALetterCarriesItsRecordedNumber(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 09:00")
	done := b.do(RegisterIncident{ReporterName: "Guru", Title: "Situs berubah", Description: "x", Channel: "telepon"})
	b.do(NumberPaper{Incident: IncidentRef(done.ID), Paper: string(reports.BSSNReport), Number: "500.12/7"})
	v, err := b.Outward(IncidentRef(done.ID), reports.BSSNReport)
	if err != nil || v.Number.Number != "500.12/7" || v.Signer.Post != "III" || v.Office.Team == "" {
		t.Errorf("%v: %+v", err, v)
	}
}

// The notices of UU 27/2022 name the head of the Perangkat Daerah as long as the
// name stands and the person is in use; the other letters never do.
func TestTheHeadOfTheControllerSignsItsNotices(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 09:00")
	b.do(AddPerson{Name: "Eko Contoh", JobTitle: "Sekretaris Dinas", Rank: "Pembina (IV/a)", NIP: "198001012005011001"})
	b.do(AddAgency{Name: "Dinas Uji", Short: "Disuji"})
	done := b.do(RegisterIncident{ReporterName: "Guru", Title: "x", Description: "x", Channel: "telepon", Agency: "Disuji"})
	signs := func(kind reports.OutwardKind, name, title string) {
		t.Helper()
		if v, err := b.Outward(IncidentRef(done.ID), kind); err != nil || v.Signer.Name != name || v.Signer.JobTitle != title {
			t.Errorf("%s: %+v signs, want %q, %q: %v", kind, v.Signer, name, title, err)
		}
	}
	eko, nobody, stranger, title := PersonRef("Eko Contoh"), PersonRef(""), PersonRef("Bukan Siapa-siapa"), "Plt. Kepala Dinas Uji"
	signs(reports.NoticeSubjects, "", "")
	b.refuses(AmendAgency{Agency: "Disuji", Head: &stranger}, "head", "refuse.unknown-name")
	b.do(AmendAgency{Agency: "Disuji", Head: &eko})
	signs(reports.NoticeSubjects, "Eko Contoh", "Sekretaris Dinas")
	b.do(AmendAgency{Agency: "Disuji", HeadTitle: &title})
	for _, kind := range []reports.OutwardKind{reports.NoticeSubjects, reports.NoticeAuthority, reports.NoticePublic} {
		signs(kind, "Eko Contoh", title)
	}
	signs(reports.BSSNReport, "", "")
	b.do(AmendPerson{Person: eko, Retired: text("Pindah tugas")})
	signs(reports.NoticePublic, "", title)
	b.do(AmendPerson{Person: eko, Retired: text("")})
	b.do(AmendAgency{Agency: "Disuji", Head: &nobody})
	signs(reports.NoticePublic, "", title)
	second := b.do(AddAgency{Name: "Badan Uji", Head: eko, HeadTitle: "Kepala Badan Uji"})
	if a := b.Agency(second.ID); b.Person(a.Head).Name != "Eko Contoh" || a.HeadTitle != "Kepala Badan Uji" {
		t.Errorf("%+v", a)
	}
}

// The name of a head stands with the person alone: what erases it there leaves
// none in the data of the Perangkat Daerah.
func TestTheErasedNameOfAHeadIsPrintedNowhere(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 09:00")
	head := b.do(AddPerson{Name: secretName})
	b.do(AddAgency{Name: "Dinas Uji", Head: PersonRef(secretName), HeadTitle: "Kepala Dinas Uji"})
	done := b.do(RegisterIncident{ReporterName: "Guru", Title: "x", Description: "x", Channel: "telepon", Agency: "Dinas Uji"})
	b.erase(string(head.ID), "name")
	v, err := b.Outward(IncidentRef(done.ID), reports.NoticeSubjects)
	if err != nil || v.Signer.Name != "" || v.Signer.JobTitle != "Kepala Dinas Uji" || b.holdsWord(secretName) {
		t.Errorf("%+v signs, the name is kept: %t, %v", v.Signer, b.holdsWord(secretName), err)
	}
}

func TestTheRegistrationLetterIsSettledAndRemindedOf(t *testing.T) {
	b := newDeskAt(t, "2026-11-28 03:00")
	day, tomorrow, never := model.Date("2023-12-01"), model.Date("2026-11-29"), model.Date("kemarin")
	if s := b.STR(); s.State != model.STRUnknown {
		t.Errorf("nothing is recorded, but it is %s", s.State)
	}
	b.do(AmendOffice{STRNumber: text("STR/1/2023"), STRFrom: &day})
	if s := b.STR(); s.State != model.STRDue || s.Until != "2026-12-01" || s.Number != "STR/1/2023" || s.Days != 3 {
		t.Errorf("%+v", s)
	}
	b.refuses(AmendOffice{STRFrom: &tomorrow}, "strFrom", "refuse.str-future")
	b.refuses(AmendOffice{STRFrom: &never}, "strFrom", "refuse.date")
	none := 0
	b.refuses(AmendOffice{STRYears: &none}, "strYears", "refuse.str-years")
}

// What a person typed too early or too late is refused at its field.
func TestLettersAndKnowledgeOutOfOrderAreRefused(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 09:00")
	done := b.do(RegisterIncident{ReporterName: "Guru", Title: "x", Description: "x", Channel: "telepon"})
	late := b.Now() + 60
	b.refuses(AmendIncident{Incident: IncidentRef(done.ID), Details: Details{KnownAt: &late}}, "knownAt", "refuse.after-receipt")
}
