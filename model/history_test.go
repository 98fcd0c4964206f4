package model

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
)

var update = flag.Bool("update", false, "write the golden events anew")

func TestTheHistoryTellsWhatEachFieldWasBeforeAndAfter(t *testing.T) {
	f := newFront(t, whole(), Amended{Values{"title": "Laman sekolah diubah"}},
		Assigned{Teams: SetChange{Add: []string{"V", "VI"}}}, Assigned{Teams: SetChange{Remove: []string{"V"}}},
		Noted{Note: &Note{At: clockTime("10:00"), Text: "satu"}}, Noted{Note: &Note{At: clockTime("10:01"), Text: "dua"}},
		Classified{Rendah, clockTime("11:00"), "salah nilai"})
	events := slices.Clone(f.d.seen)
	slices.Reverse(events) // whatever the order in which they are kept
	var told []string
	for _, c := range History(events) {
		if c.Kind != "incident.registered" {
			told = append(told, fmt.Sprintf("%s: %s -> %s", c.Field, c.Before, c.After))
		}
	}
	wanted := []string{
		`title: "Situs diretas" -> "Laman sekolah diubah"`,
		`teams:  -> ["V","VI"]`, `teams: ["V","VI"] -> ["VI"]`,
		`notes:  -> {"mark":["",0],"at":"2026-10-05T03:00:00Z","text":"satu"}`,
		`notes:  -> {"mark":["",0],"at":"2026-10-05T03:01:00Z","text":"dua"}`,
		`class: "tinggi" -> "rendah"`,
		`classifications:  -> {"class":"rendah","at":"2026-10-05T04:00:00Z","reason":"salah nilai"}`,
	}
	if !slices.Equal(told, wanted) {
		t.Errorf("the history tells\n%s\nnot\n%s", strings.Join(told, "\n"), strings.Join(wanted, "\n"))
	}
}

func TestTheHistoryOfARegistrationHasNothingBefore(t *testing.T) {
	f := newFront(t, whole())
	changes := History(f.d.seen)
	if len(changes) != len(f.d.seen[0].Header.Fields) {
		t.Errorf("%d fields were written and %d are told", len(f.d.seen[0].Header.Fields), len(changes))
	}
	for _, c := range changes {
		if c.Before != nil || c.After == nil || c.By != "user" || c.At != At(noon) {
			t.Errorf("%+v", c)
		}
	}
}

// sample is one event of every kind this program writes, in the order in
// which they could come about.
func sample() []Fact {
	at := clockTime("10:00")
	person, _ := AddPerson(Person{Name: "Sri Wahyuni", NIP: "198001012005012001", Rank: "Penata (III/c)", JobTitle: "Pranata Komputer"})
	agency, _ := AddAgency(Agency{Name: "Dinas Pendidikan", Short: "Disdik", Kind: "dinas"})
	system, _ := AddSystem(System{Name: "PPDB", Answers: "AAAAABBBCC", Table: TableBSSN, Class: Strategis, Vital: true})
	seat, _ := GiveSeat(Seat{Post: "III", Person: "p", Standing: Plt, From: at})
	duty, _ := SetDuty(Duty{Person: "p", StartAt: at, EndAt: at + 3600})
	office, _ := FoundOffice(NewOffice())
	invitation, _ := InviteDesk(Invitation{Letter: "B", Name: "Meja belakang", Key: []byte{3, 4}, Expires: at + 3600}, at)
	facts := []Fact{
		Registered{"CSIRT-2026-A-0137-7", Decree(), "Situs diretas", "Beranda diubah", "telepon", Reporter{Name: "Sri Wahyuni", Phone: "0812"},
			"a", "s", "Situs sekolah", at - 300, at - 200, at - 100, at, Tinggi, "WDF", TLPAmber, true, true, false, false},
		Amended{Values{"impact": "layanan berhenti", "risk": RiskHigh}},
		Classified{Strategis, at + 60, "layanan vital"},
		Passed{1, StepReceive, at + 120, "dicatat"},
		Retimed{Passage{Segment: 1, Step: StepReceive, At: at + 110}, "salah ketik"},
		Answered{at + 130, "kami tangani"},
		Assigned{Teams: SetChange{Add: []string{"V", "VII"}}, Persons: SetChange{Add: []string{"p"}}},
		Linked{Links: SetChange{Add: []string{"10.0.0.1"}}, Systems: SetChange{Add: []string{"s2"}}},
		PauseBegun{Pause{ID: "a", From: at + 200, Expected: at + 900, Reason: "menunggu-pengguna", Note: "sandi"}},
		PauseEnded{"a", at + 500},
		Noted{Note: &Note{At: at + 600, Text: "sandi diganti"}},
		Withdrawn{Mark{"front", 11}, "salah tiket"},
		PaperNumbered{"resolution", PaperNumber{"500/1/Diskominfostandi", at}},
		Ended{Ending{Segment: 1, Outcome: Duplicate, At: at + 700, Reason: "sudah ada", Duplicate: "d"}, "sudah ditangani", at + 700},
		Reopened{Reopening{Segment: 2, At: at + 800, Step: StepReceive, Reason: "berbeda"}},
		person, agency, system, seat, duty, office, AdmitDesk(DeskInfo{Desk: "front", Letter: "A", Name: "Meja depan", Key: []byte{1, 2}}),
	}
	for _, amended := range [][2]string{
		{"person", "retired"}, {"agency", "retired"}, {"system", "retired"}, {"seat", "retired"}, {"duty", "retired"}, {"office", "city"}, {"desk", "revoked"},
	} {
		r, _ := Amend(amended[0], Values{amended[1]: "ya"})
		facts = append(facts, r)
		if amended[0] != "desk" {
			facts = append(facts, Record{Kind(amended[0] + ".undone"), Values{amended[1]: json.RawMessage("null")}})
		}
	}
	withdrawn, _ := Amend("invitation", Values{"withdrawn": "ya"})
	facts = append(facts, Record{"incident.undone", Values{"impact": json.RawMessage("null"), "teams": SetChange{Remove: []string{"VII"}}}})
	facts = append(facts, invitation, withdrawn,
		Record{"incident.joined", Values{"receivedAt": at - 600, "respondedAt": at - 500, "teams": SetChange{Add: []string{"VI"}},
			"reports": Report{At: at - 600, Channel: "surel", Reporter: Reporter{Name: "Budi Santoso"}, Origin: &Origin{Incident: "d", By: "p"}}}},
		Merged{Ending{Segment: 2, Outcome: Duplicate, At: at + 900, Reason: "satu kejadian", Duplicate: "d", Joined: []Mark{{"front", 43}}}},
		Record{"incident.parted", Values{"ended/2": json.RawMessage("null"), "partings": Parting{"d", at + 950, "dua kejadian"}}})
	for _, kind := range []string{"incident", "person", "agency", "system", "seat", "duty", "office"} {
		field := map[string]string{"incident": "impact", "person": "phone", "agency": "phone", "system": "url", "seat": "to", "duty": "note", "office": "city"}[kind]
		facts = append(facts, Decided{Subject: kind, Field: field, Value: json.RawMessage(`"ya"`), Reason: "disepakati"})
	}
	facts = append(facts, Renumbered{Renumbering{"CSIRT-2026-A-0137-7", "folder disalin"}, "CSIRT-2026-A-0138-5"}) // new ones at the end: the numbers of the others stay
	facts = append(facts,
		Shared{Sharing{At: at, To: "Kota Contoh-CSIRT", TLP: TLPAmber, Fields: FieldNames{"impact"}, NeedToKnow: "peladen yang sama"}},
		Learned{Source{Excerpt{V: 1, Ticket: "KOTA-2026-A-0007-1", TLP: TLPGreen, Summary: "Pengelabuan lewat surel", PersonalData: true,
			Category: Category{Code: "PHS", Indonesian: "Pengelabuan", English: "Phishing", RSIT: "Fraud"}, HappenedAt: at - 300,
			Indicators: []string{"contoh.example"}, Texts: map[string]string{"impact": "dua akun"}}, "Kota Contoh-CSIRT", "o", at, "12345 67890"}})
	ordered, _ := OrderErasure(Erasure{About: "i", Of: "incident", Events: []Erasing{{"i", Mark{"front", 1}, []string{"reporter"}}}, Ground: "request",
		GroundText: "ya", OrderedBy: "Ketua Tim", Letter: "500/2", Reason: "permintaan pelapor", RequestedAt: at}, at)
	facts = append(facts, ordered)
	for _, kind := range []string{"incident", "person", "system"} {
		facts = append(facts, Record{Kind(kind + ".kept"), Values{"kept/front.1/agency": json.RawMessage(`"a"`)}})
	}
	facts = append(facts, PolicySettled{"2027-01-01", SettledPolicy{From: at, Letter: "500.12/1/Diskominfostandi", Policy: Policy{
		Targets: Decree().Targets, Basis: FromReceipt, Ends: StepRecover, PauseReasons: []PauseReason{"kahar"}, Warnings: []int{75, 100}, Legal: lawOf2026()[:1],
		Calendar: NewCalendar(Calendar{Offset: 7 * 3600, Week: Week{1: {{450, 720}, {780, 960}}}, Holidays: []Holiday{{"2027-01-01", "Tahun Baru", false}},
			Seasons: []Season{{"Ramadan", "2027-02-08", "2027-03-09", Week{1: {{480, 900}}}}}}),
	}}})
	facts = append(facts, Warned{Warning{At: at + 300, Clock: Response, Segment: 1, Class: Strategis, Percent: 50, Due: at + 600, ReachedAt: at + 300, CaughtUp: true}},
		Relayed{Relay{At: at + 320, Post: "IV", Person: "p", Clock: Resolution, Segment: 2, Channel: "whatsapp"}},
		Tagged{SetChange{Add: []string{"judi daring 2026", "latihan"}}})
	facts = append(facts,
		Noted{Occurrence: &Occurrence{At: at + 340, Text: "beranda kembali"}},
		Noted{Action: &Action{At: at + 341, Phase: "recovery", Text: "dipulihkan dari cadangan"}},
		Noted{Evidence: &Evidence{At: at + 342, Name: "Salinan beranda", Description: "sebelum dipulihkan", SHA256: strings.Repeat("0a", 32),
			File: "index.html", Size: 4096, Location: "brankas"}},
		Noted{Custody: &Custody{At: at + 360, Evidence: Mark{"front", 62}, From: "Tim V", To: "Penyidik", Purpose: "laporan polisi", Location: "kantor polisi"}},
		Noted{Notice: &Notice{At: at + 370, To: "bssn", Number: "500.12/7", Text: "notifikasi"}})
	return facts // new ones at the end: the numbers of the others stay
}

// golden is one event as it is kept for the years to come, and what it must
// fold to.
type golden struct {
	Head   string          `json:"head"`
	Sealed string          `json:"sealed"`
	Chain  Hash            `json:"chain"`
	Folds  json.RawMessage `json:"folds"`
}

func TestEventsOfEveryKindStayReadable(t *testing.T) {
	if *update {
		writeGolden(t)
	}
	files, _ := filepath.Glob("testdata/events/*.json")
	read := map[Kind]bool{}
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var g golden
		if err := json.Unmarshal(b, &g); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		e, err := Read([]byte(g.Head), []byte(g.Sealed))
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		if e.Chain() != g.Chain {
			t.Errorf("%s: the chain has another hash", file)
		}
		if got := folded(t, []Event{e}, -1); !sameJSON(got, string(g.Folds)) {
			t.Errorf("%s folds to\n%s\nnot\n%s", file, got, g.Folds)
		}
		read[e.Header.Kind] = true
	}
	for _, kind := range Kinds() {
		if !read[kind] {
			t.Errorf("there is no golden event of the kind %s", kind)
		}
	}
	t.Logf("%d golden events read", len(files))
}

func writeGolden(t *testing.T) {
	if err := os.MkdirAll("testdata/events", 0o755); err != nil {
		t.Fatal(err)
	}
	d := story("front")[0]
	for _, f := range sample() {
		e := d.write(t, noon, factOf(f))
		b, err := json.MarshalIndent(golden{string(e.Head), string(e.Sealed), e.Chain(), json.RawMessage(folded(t, []Event{e}, -1))}, "", "  ")
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join("testdata/events", goldenName(f)+".json"), append(b, '\n'), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// goldenName names a golden event: by its kind, and by its record where one kind
// has several forms.
func goldenName(f Fact) string {
	if n, ok := f.(Noted); ok && n.Note == nil {
		for record := range n.Values() {
			return "incident.noted-" + record
		}
	}
	return string(f.Kind())
}

func sameJSON(a, b string) bool {
	var x, y any
	return json.Unmarshal([]byte(a), &x) == nil && json.Unmarshal([]byte(b), &y) == nil && reflect.DeepEqual(x, y)
}

func TestEveryFactIsReadBackInItsField(t *testing.T) {
	d := story("front")[0]
	at := clockTime("10:00")
	for i, f := range sample()[:15] {
		d.write(t, noon.Add(time.Duration(i)*time.Second), factOf(f))
	}
	i := IncidentOf(&d.subject)
	for name, ok := range map[string]bool{
		"registered": i.Ticket == "CSIRT-2026-A-0137-7" && i.Title == "Situs diretas" && i.Reporter.Phone == "0812" && i.ReceivedAt == at &&
			i.Category == "WDF" && i.TLP == TLPAmber && i.PersonalData && i.Vital && i.Affected == "Situs sekolah" && i.Agency == "a" && i.System == "s" &&
			i.HappenedAt == at-300 && i.KnownAt == at-200 && i.ReportedAt == at-100 && i.Channel == "telepon" && i.Description == "Beranda diubah",
		"policy":     i.Policy != nil && reflect.DeepEqual(*i.Policy, Decree()),
		"amended":    i.Impact == "layanan berhenti" && i.Risk == RiskHigh,
		"classified": i.Class == Strategis && i.Reclassified() && i.Classes[1].Reason == "layanan vital" && i.Classes[1].By == "user",
		"retimed":    i.PassedAt(1, StepReceive) == at+110 && i.Passages[1].Note == "salah ketik",
		"answered":   i.AnsweredAt == at+700 && i.Answer == "sudah ditangani",
		"assigned":   slices.Equal(i.Teams, []string{"V", "VII"}) && slices.Equal(i.Persons, []PersonID{"p"}),
		"linked":     slices.Equal(i.Links, []string{"10.0.0.1", "d"}) && slices.Equal(i.Systems, []SystemID{"s2"}),
		"paused":     len(i.Pauses) == 1 && i.Pauses[0].From == at+200 && i.Pauses[0].Until == at+500 && i.Pauses[0].Note == "sandi",
		"withdrawn":  len(i.Notes) == 0,
		"numbered":   i.Papers["resolution"] == PaperNumber{"500/1/Diskominfostandi", at},
		"ended":      len(i.Endings) == 1 && i.Endings[0].Outcome == Duplicate && i.Endings[0].Duplicate == "d",
		"reopened":   i.Reopened() && i.Segment() == 2 && i.Step == StepReceive && i.Outcome == "" && !i.CompletedAt.Known(),
		"no dispute": len(i.Conflicts) == 0 && i.Unknown == 0,
	} {
		if !ok {
			t.Errorf("%s is not read back: %+v", name, i)
		}
	}
}
