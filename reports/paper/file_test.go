package paper

import (
	"crypto/sha256"
	"fmt"
	"image"
	"image/color"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func TestFileIsSoundToOtherPrograms(t *testing.T) {
	for name, write := range map[string]func(*Doc){"letter": letter, "report": report, "empty": func(*Doc) {}} {
		t.Run(name, func(t *testing.T) {
			file := pdf(t, setup(), write)
			if err := CheckPDFA(file); err != nil {
				t.Error(err)
			}
			path := save(t, file)
			wants(t, tool(t, "qpdf", "qpdf", "--check", path), "No syntax or stream encoding errors")
			for _, font := range strings.Split(strings.TrimSpace(tool(t, "poppler-utils", "pdffonts", path)), "\n")[2:] {
				wants(t, font, "SIAGAA+LiberationSans", "yes yes yes")
			}
			wants(t, tool(t, "poppler-utils", "pdfinfo", path), "Tagged:          yes", "PDF version:     1.7",
				"Laporan Penyelesaian Insiden CSIRT-BKS-2026-0042", "Diskominfostandi Kota Bekasi", "595.28 x 841.89 pts (A4)")
		})
	}
}

func TestFolioIsExact(t *testing.T) {
	s := setup()
	s.Style = DefaultStyle()
	s.Style.Paper = F4
	wants(t, tool(t, "poppler-utils", "pdfinfo", save(t, pdf(t, s, letter))), "609.45 x 935.43 pts")
}

func TestStructureIsThatOfAReport(t *testing.T) {
	text := tool(t, "poppler-utils", "pdfinfo", "-struct-text", save(t, pdf(t, setup(), func(d *Doc) {
		d.Title("LAPORAN", "NOMOR 1")
		d.Heading(1, "A. Bagan")
		d.Heading(2, "1. Kronologi")
		d.List(List{Points: Points("satu")})
		d.Bars(Bars{Alt: "Tiga", Bars: []Bar{{"Tiga", 3, "3"}}})
		d.PageBreak()
		d.Table(chronology(25))
		d.Table(Table{Columns: []Column{{Title: "No."}, {Title: "Uraian"}}, Empty: "Nihil"})
	})))
	wants(t, text, "H1 (block)\n    \"LAPORAN NOMOR 1\"", "H2 (block)\n    \"A. Bagan\"", "H3 (block)", "Figure", "LBody",
		"Table (block)", "TH:\n         /Scope /Column", "TD:\n         /ColSpan 2", "Nihil")
	if n := strings.Count(text, "\"Uraian kejadian\""); n != 1 {
		t.Errorf("the head of the table is in the structure %d times; repetitions are artefacts", n)
	}
}

func TestTextCanBeCopied(t *testing.T) {
	text := tool(t, "poppler-utils", "pdftotext", "-layout", save(t, pdf(t, setup(), letter)), "-")
	flat := strings.Join(strings.Fields(text), " ")
	wants(t, flat, "DINAS KOMUNIKASI, INFORMATIKA, STATISTIK DAN PERSANDIAN", "Nomor : 500.12/123/Diskominfostandi",
		"Sistem tersebut telah melalui hardening dan pemulihan seluruhnya.", "NIP 19710203 199603 1 002", "Halaman 1 dari 1",
		"TERBATAS · TLP:AMBER")
}

func TestBookmarksFollowTheHeadings(t *testing.T) {
	sheets := lay(t, setup(), report)
	var got []string
	for _, entry := range sheets.Document().Outline {
		got = append(got, fmt.Sprint(entry.Level, " ", entry.Title))
	}
	want := "0 A. Pendahuluan|1 1. Dasar|1 2. Identitas|0 B. Bagan|0 C. Kronologi|0 D. Penutup"
	if strings.Join(got, "|") != want {
		t.Errorf("outline %v", got)
	}
}

// TestDigest prints what another process must arrive at as well.
func TestDigest(t *testing.T) {
	t.Logf("digest %x", sha256.Sum256(pdf(t, setup(), func(d *Doc) { letter(d); report(d) })))
}

func TestSameBytesInEveryProcess(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	digests := map[string]bool{}
	for range 3 {
		out, err := exec.Command(self, "-test.run=^TestDigest$", "-test.v", "-test.count=2").CombinedOutput()
		if err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		for _, part := range strings.Split(string(out), "digest ")[1:] {
			digests[part[:64]] = true
		}
	}
	if len(digests) != 1 {
		t.Errorf("one document, %d different files", len(digests))
	}
}

// TestPreviewShowsWhatThePDFShows compares our picture of each page with that
// of a PDF viewer.
func TestPreviewShowsWhatThePDFShows(t *testing.T) {
	s := setup()
	s.Running.Draft = "RANCANGAN"
	sheets := lay(t, s, func(d *Doc) { letter(d); d.PageBreak(); report(d) })
	file, err := sheets.PDF()
	if err != nil {
		t.Fatal(err)
	}
	path := save(t, file)
	tool(t, "poppler-utils", "pdftoppm", "-r", "60", "-png", path, strings.TrimSuffix(path, ".pdf"))
	theirs, err := filepath.Glob(strings.TrimSuffix(path, ".pdf") + "-*.png")
	if err != nil || len(theirs) != sheets.Count() {
		t.Fatalf("%d pictures of %d pages", len(theirs), sheets.Count())
	}
	for i, name := range theirs {
		ours, err := sheets.Picture(i, 60)
		if err != nil {
			t.Fatal(err)
		}
		if d := difference(ours, decode(t, name)); d > 6 {
			t.Errorf("page %d differs by %.1f of 255 on average", i+1, d)
		}
	}
}

func decode(t *testing.T, name string) image.Image {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	img, _, err := image.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// difference is the mean difference of grey after blurring over 4 x 4 dots:
// what remains is a mark that is missing or misplaced.
func difference(a, b image.Image) float64 {
	const block = 4
	width, height := min(a.Bounds().Dx(), b.Bounds().Dx())/block, min(a.Bounds().Dy(), b.Bounds().Dy())/block
	sum := 0.0
	for y := range height {
		for x := range width {
			d := 0.0
			for k := range block * block {
				px, py := x*block+k%block, y*block+k/block
				d += float64(gray(a, px, py)) - float64(gray(b, px, py))
			}
			sum += max(d, -d) / (block * block)
		}
	}
	return sum / float64(width*height)
}

func gray(img image.Image, x, y int) uint8 {
	return color.GrayModel.Convert(img.At(img.Bounds().Min.X+x, img.Bounds().Min.Y+y)).(color.Gray).Y
}
