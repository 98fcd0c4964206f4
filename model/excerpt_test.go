package model

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"
)

func shareable() Incident {
	return Incident{
		Ticket: "CSIRT-2026-A-0137-7", TLP: TLPGreen, Title: "Judul Rahasia", Description: "Uraian Rahasia", Conclusion: "Simpulan Rahasia",
		Answer: "Jawaban Rahasia", InitialAnalysis: "Awal Rahasia", NotAnnounced: "Alasan Rahasia",
		Reporter: Reporter{Name: "Pelapor Rahasia", Phone: "0812 Rahasia"}, Persons: []PersonID{"p-rahasia"}, Impact: "Dampak", Lessons: "Pelajaran",
		Notes: []Note{{Text: "Catatan Rahasia"}}, Tags: []string{"Penanda Rahasia"}, Links: []string{"0123456789abcdef0123456789abcdef", "198.51.100.7"},
		HappenedAt: clockTime("08:00"), Course: Course{Class: Tinggi, Step: StepRecover, ReceivedAt: clockTime("09:00")},
	}
}

func TestAnExcerptHasOnlyWhatWasTicked(t *testing.T) {
	i := shareable()
	e, err := i.Excerpt(" Ringkasan ", i.Indicators(), []string{"impact", "analysis"}, Category{Code: "PHS", Team: "VII"})
	if err != nil {
		t.Fatal(err)
	}
	b, err := e.Encode()
	if err != nil {
		t.Fatal(err)
	}
	if text := strings.ToLower(string(b)); strings.Contains(text, "rahasia") || strings.Contains(text, "pelajaran") || strings.Contains(text, "0123456789abcdef") {
		t.Errorf("more than was ticked: %s", b)
	}
	read, err := DecodeExcerpt(b)
	if err != nil || !reflect.DeepEqual(read, e) || e.Texts["impact"] != "Dampak" || len(e.Texts) != 1 || e.Indicators[0] != "198.51.100.7" {
		t.Errorf("%v\n%+v\n%+v", err, read, e)
	}
	for _, field := range []string{"reporter", "description", "title", "persons", "notes", "answer", "ticket", "nihil"} {
		if _, err := i.Excerpt("Ringkasan", nil, []string{field}, Category{}); keyOf(err) != "refuse.share-field" {
			t.Errorf("%s: %v", field, err)
		}
	}
}

// Whatever may be shared may hold personal data, so each is ticked by itself.
func TestWhatMayBeSharedIsMarkedAsPersonal(t *testing.T) {
	for _, name := range Shareable {
		at := slices.IndexFunc(IncidentFields, func(f Field[Incident]) bool { return f.Name == name })
		if at < 0 || !IncidentFields[at].Personal {
			t.Errorf("%s is no text of an incident that may be personal", name)
		}
	}
}

func TestTLPDecidesWhatMayBeShared(t *testing.T) {
	from := func(label TLP) *Source { return &Source{Excerpt: Excerpt{TLP: label}, Team: "Kota Contoh-CSIRT"} }
	for _, c := range []struct {
		about string
		with  func(*Incident)
		need  string
		want  string
	}{
		{"clear", func(i *Incident) { i.TLP = TLPClear }, "", ""},
		{"green", func(i *Incident) {}, "", ""},
		{"amber", func(i *Incident) { i.TLP = TLPAmber }, "peladen yang sama", ""},
		{"amber without a reason", func(i *Incident) { i.TLP = TLPAmber }, " ", "refuse.share-need"},
		{"amber+strict", func(i *Incident) { i.TLP = TLPAmberStrict }, "perlu", "refuse.share-tlp"},
		{"red", func(i *Incident) { i.TLP = TLPRed }, "perlu", "refuse.share-tlp"},
		{"no label", func(i *Incident) { i.TLP = "" }, "perlu", "refuse.share-tlp-none"},
		{"a label in dispute", func(i *Incident) { i.Conflicts = []string{"tlp"} }, "perlu", "refuse.share-tlp-none"},
		{"green from elsewhere", func(i *Incident) { i.Source = from(TLPGreen) }, "", ""},
		{"amber from elsewhere", func(i *Incident) { i.Source = from(TLPAmber) }, "perlu", "refuse.share-source"},
	} {
		i := shareable()
		c.with(&i)
		if err := (Shared{Sharing{To: "Kota Contoh-CSIRT", NeedToKnow: c.need}}).Check(i); keyOf(err) != c.want {
			t.Errorf("%s: %v", c.about, err)
		}
	}
	if err := (Shared{Sharing{To: " "}}).Check(shareable()); keyOf(err) != "refuse.share-to" {
		t.Error(err)
	}
}

func TestALabelFromElsewhereIsNotLoosened(t *testing.T) {
	i := shareable()
	i.TLP, i.Source = TLPAmber, &Source{Excerpt: Excerpt{TLP: TLPAmber}}
	for label, want := range map[TLP]string{TLPClear: "refuse.tlp-source", TLPGreen: "refuse.tlp-source", "": "refuse.tlp-source", TLPAmber: "", TLPRed: ""} {
		if err := (Amended{Values{"tlp": label}}).Check(i); keyOf(err) != want {
			t.Errorf("%q: %v", label, err)
		}
	}
}

func TestWhatIsWrongWithAnExcerptIsRefused(t *testing.T) {
	good, _ := shareable().Excerpt("Ringkasan", nil, nil, Category{})
	for about, c := range map[string]struct {
		wrong func(*Excerpt)
		want  string
	}{
		"newer":           {func(e *Excerpt) { e.V = 2 }, "refuse.bundle-newer"},
		"no version":      {func(e *Excerpt) { e.V = 0 }, "refuse.bundle-damaged"},
		"no label":        {func(e *Excerpt) { e.TLP = "" }, "refuse.bundle-damaged"},
		"unknown label":   {func(e *Excerpt) { e.TLP = "white" }, "refuse.bundle-damaged"},
		"no ticket":       {func(e *Excerpt) { e.Ticket = "\u202e " }, "refuse.bundle-damaged"},
		"no summary":      {func(e *Excerpt) { e.Summary = "\x01" }, "refuse.bundle-damaged"},
		"long summary":    {func(e *Excerpt) { e.Summary = strings.Repeat("é", mostText+1) }, "refuse.bundle-damaged"},
		"foreign text":    {func(e *Excerpt) { e.Texts = map[string]string{"reporter": "x"} }, "refuse.bundle-damaged"},
		"long indicator":  {func(e *Excerpt) { e.Indicators = []string{strings.Repeat("x", mostLine+1)} }, "refuse.bundle-damaged"},
		"many indicators": {func(e *Excerpt) { e.Indicators = make([]string, mostIndicators+1) }, "refuse.bundle-damaged"},
		"impossible step": {func(e *Excerpt) { e.Step = 11 }, "refuse.bundle-damaged"},
	} {
		e := good
		c.wrong(&e)
		b, _ := e.Encode()
		if _, err := DecodeExcerpt(b); keyOf(err) != c.want {
			t.Errorf("%s: %v", about, err)
		}
	}
}

func TestTextFromOutsideIsCleanedAndOtherwiseLeft(t *testing.T) {
	e, err := DecodeExcerpt([]byte(`{"v":1,"ticket":"A\u001b[2J-1","tlp":"green","summary":"=HYPERLINK(1)\u0000\r\n+62\u202e","indicators":["@x\ny"],"texts":{"impact":"-1\t2"}}`))
	if err != nil || e.Ticket != "A[2J-1" || e.Summary != "=HYPERLINK(1)\n+62" || e.Indicators[0] != "@x y" || e.Texts["impact"] != "-1\t2" {
		t.Errorf("%v %+v", err, e)
	}
}

func FuzzShared(f *testing.F) {
	i := shareable()
	e, _ := i.Excerpt("Ringkasan", i.Indicators(), []string{"impact"}, Category{Code: "PHS"})
	good, _ := e.Encode()
	f.Add(good)
	f.Add([]byte(`{"v":1,"ticket":"x","tlp":"red","summary":"=1","indicators":["\u202e"],"texts":{"impact":"\u0000"}}`))
	f.Add([]byte(`{"v":2}`))
	f.Add([]byte(`{"v":1,"receivedAt":"never"}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		e, err := DecodeExcerpt(b)
		if err != nil {
			if key := keyOf(err); key != "refuse.bundle-damaged" && key != "refuse.bundle-newer" {
				t.Fatal("no sentence for", err)
			}
			return
		}
		again, err := e.Encode()
		if err != nil {
			t.Fatal(err)
		}
		same, err := DecodeExcerpt(again)
		if err != nil {
			t.Fatal("read what would not be written:", err, string(again))
		}
		x, _ := json.Marshal(same)
		if string(x) != string(again) {
			t.Fatalf("read otherwise than written:\n%s\n%s", again, x)
		}
	})
}

// keyOf is the key of a refusal, "" for none.
func keyOf(err error) string {
	if r, refused := AsRefusal(err); refused {
		return r.Key
	}
	return ""
}
