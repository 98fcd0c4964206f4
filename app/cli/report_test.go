package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

func TestReports(t *testing.T) {
	b, _ := afterTheDay(t)
	at := func(name string) string { return filepath.Join(t.TempDir(), name) }
	for _, c := range []struct {
		begins string
		file   string
		args   []string
	}{
		{"%PDF-", at("a.pdf"), []string{"report", "resolution", "CSIRT-2026-A-0001-2", "--pdf"}},
		{"%PDF-", at("b.pdf"), []string{"report", "answer", "CSIRT-2026-A-0005-T", "--lang", "en", "--pdf"}},
		{"%PDF-", at("c.pdf"), []string{"report", "announcement", "CSIRT-2026-A-0001-2", "--pdf"}},
		{"%PDF-", at("k.pdf"), []string{"report", "bssn-report", "CSIRT-2026-A-0009-L", "--pdf"}},
		{"%PDF-", at("l.pdf"), []string{"report", "bssn-form", "CSIRT-2026-A-0009-L", "--paper-lang", "en", "--pdf"}},
		{"%PDF-", at("m.pdf"), []string{"report", "bssn-help", "CSIRT-2026-A-0009-L", "--pdf"}},
		{"%PDF-", at("n.pdf"), []string{"report", "pdp-subjects", "CSIRT-2026-A-0010-X", "--pdf"}},
		{"%PDF-", at("o.pdf"), []string{"report", "pdp-authority", "CSIRT-2026-A-0010-X", "--pdf"}},
		{"%PDF-", at("p.pdf"), []string{"report", "pdp-public", "CSIRT-2026-A-0010-X", "--pdf"}},
		{"PK", at("d.xlsx"), []string{"report", "register", "--from", "2026-10-05", "--to", "2026-10-05", "--xlsx"}},
		{"PK", at("e.xlsx"), []string{"report", "period", "2026-10", "--xlsx"}},
		{"%PDF-", at("g.pdf"), []string{"report", "period", "2026-10", "--number", "500.12/7", "--date", "2026-10-07", "--paper-lang", "en", "--pdf"}},
		{"{", at("f.json"), []string{"report", "period", "2026-S2", "--json"}},
	} {
		b.must(append(c.args, c.file)...)
		if got, err := os.ReadFile(c.file); err != nil || !bytes.HasPrefix(got, []byte(c.begins)) {
			t.Errorf("%v wrote %.20q, %v", c.args, got, err)
		}
	}
	b.refuses(refused, "“2026-13”", "report", "period", "2026-13", "--json", "-")
	b.refuses(refused, "nihil", "report", "resolution", "CSIRT-2026-A-0001-2", "--pdf", "nihil/a.pdf")
	b.refuses(wrongUsage, "“fr”", "report", "register", "--xlsx", at("i.xlsx"), "--paper-lang", "fr")
	b.refuses(wrongUsage, "“besok”", "report", "period", "2026-10", "--json", "-", "--date", "besok")
	b.refuses(wrongUsage, "“Oktober”", "report", "register", "--xlsx", at("g.xlsx"), "--from", "Oktober")
	b.refuses(refused, "data pribadi", "report", "pdp-public", "CSIRT-2026-A-0012-T", "--pdf", at("q.pdf"))
	b.refuses(refused, "pihak lain", "report", "police-report", "CSIRT-2026-A-0009-L", "--pdf", at("r.pdf"))
	b.refuses(refused, "CSIRT-2026-A-0001-2", "report", "answer", "CSIRT-2026-A-0001-2", "--pdf", at("h.pdf"))
}

// By hand: of the twelve, all came in during October; six of them have ended.
func TestTheFiguresOfThePeriod(t *testing.T) {
	b, _ := afterTheDay(t)
	f := parsed[figuresValue](t, b.must("report", "period", "2026-10", "--json", "-"))
	if f.Opening != 0 || f.Incoming != 12 || f.Completed != 6 || f.Closing != 6 || len(f.IDs["closing"]) != f.Closing {
		t.Errorf("%d + %d - %d = %d", f.Opening, f.Incoming, f.Completed, f.Closing)
	}
	q := parsed[figuresValue](t, b.must("report", "period", "2026-Q3", "--json", "-"))
	if q.All != 0 || q.Period != "2026-Q3" {
		t.Errorf("%d in %s", q.All, q.Period)
	}
}

func TestDemo(t *testing.T) {
	b := newBench(t)
	told := parsed[retold](t, b.must("demo", "--incidents", "12", "--json"))
	if told.Founded == nil || told.Incidents < 12 {
		t.Errorf("%+v", told)
	}
	b.must("check")
	b.refuses(refused, "--data", "demo")
}
