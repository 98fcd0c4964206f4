package pdfa_test

import (
	"bytes"
	"testing"
	"time"

	"siaga/reports/paper"
	"siaga/reports/paper/pdfa"
)

func good(t *testing.T) []byte {
	t.Helper()
	d := paper.New(paper.Setup{Title: "Laporan", Language: "id-ID", Date: time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)})
	d.Heading(1, "Pendahuluan")
	d.Paragraph(paper.Plain("Isi laporan."))
	sheets, err := d.LayOut()
	if err != nil {
		t.Fatal(err)
	}
	file, err := sheets.PDF()
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func TestCheckFindsEachIllness(t *testing.T) {
	file := good(t)
	if err := pdfa.Check(file); err != nil {
		t.Fatal(err)
	}
	for illness, change := range map[string][2]string{
		"no binary comment":      {"%\xe2\xe3\xcf\xd3", "%abcd"},
		"no identifier":          {"/ID[<", "/IX[<"},
		"no metadata":            {"/Metadata ", "/Metadatb "},
		"no output intent":       {"/OutputIntents [", "/OutputIntentz ["},
		"no profile":             {"/DestOutputProfile ", "/DestOutputProfilf "},
		"no language":            {"/Lang (", "/Lank ("},
		"no marks":               {"/Marked true", "/Marked null"},
		"no structure":           {"/StructTreeRoot ", "/StructTreeRoof "},
		"no way back":            {"/ParentTree ", "/ParentTrea "},
		"other claim":            {"<pdfaid:part>2<", "<pdfaid:part>1<"},
		"dates differ":           {"<xmp:CreateDate>2026", "<xmp:CreateDate>2025"},
		"font not embedded":      {"/FontFile2 ", "/FontFile9 "},
		"no Unicode map":         {"/ToUnicode ", "/ToUnicodf "},
		"illegal Unicode map":    {"<0000> <00FF> <0000>", "<0000> <FFFF> <0000>"},
		"stream of wrong length": {"/N 3/Length 2", "/N 3/Length 1"},
		"encrypted":              {"/Producer", "/Encrypt "},
		"object out of place":    {"3 0 obj", "4 0 obj"},
		"table out of place":     {"startxref\n", "startxref\n1"},
	} {
		sick := bytes.Replace(file, []byte(change[0]), []byte(change[1]), 1)
		if bytes.Equal(sick, file) {
			t.Errorf("%s: nothing to change", illness)
		} else if pdfa.Check(sick) == nil {
			t.Errorf("%s: not found", illness)
		}
	}
}

// TestCheckSurvivesAnyFile cuts and damages a file everywhere.
func TestCheckSurvivesAnyFile(t *testing.T) {
	file := good(t)
	for at := 0; at < len(file); at += 97 {
		_ = pdfa.Check(file[:at])
		sick := bytes.Clone(file)
		sick[at] ^= 0x55
		_ = pdfa.Check(sick)
	}
	if _, err := pdfa.Finish([]byte("%PDF-1.3\nno more"), pdfa.Dossier{}); err == nil {
		t.Error("a file of another shape was finished")
	}
}
