package sheet

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/png"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestCleanKeepsWhatCanBeDrawn(t *testing.T) {
	for in, want := range map[string]string{
		"Wali Kota – “Bekasi” … ≥ ≤ → é": "Wali Kota – “Bekasi” … ≥ ≤ → é",
		"👍":                "?",
		"日":                "?",
		"a\x00b":           "a?b",
		"a\xffb":           "a?b",
		"baris\r\nbaris":   "baris \nbaris",
		"☑ ya ☐ tidak ✓":   "[x] ya [ ] tidak √",
		"ﬁle":              "file",
		"ｆｕｌｌ":             "full",
		"ko\u00adta\u200b": "kota",
		"exe.\u202efdp":    "exe.fdp",
		"a\u2011b":         "a-b",
	} {
		if got := Clean(in); got != want {
			t.Errorf("Clean(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestCleanTextIsDrawnByEveryFace(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		raw := rapid.String().Draw(t, "text") + string(rapid.SliceOf(rapid.Byte()).Draw(t, "bytes"))
		clean := Clean(raw)
		for _, r := range clean {
			if r != '\n' && !draws(r) {
				t.Fatalf("Clean(%q) lets %q through", raw, r)
			}
		}
		if again := Clean(clean); again != clean {
			t.Fatalf("cleaning twice changes %q to %q", clean, again)
		}
	})
}

func TestWidthIsThatOfArial(t *testing.T) {
	for s, want := range map[string]float64{"A": 667, "i": 222, " ": 278, "0": 556, "W": 944, "AB": 1334} {
		if got := Regular.Width(s, 1000); got != want {
			t.Errorf("%q is %v wide, want %v", s, got, want)
		}
	}
}

func TestReadImage(t *testing.T) {
	var good, deep bytes.Buffer
	_ = png.Encode(&good, image.NewNRGBA(image.Rect(0, 0, 900, 300)))
	_ = png.Encode(&deep, image.NewNRGBA64(image.Rect(0, 0, 9, 9)))
	if img, err := ReadImage(good.Bytes()); err != nil || img.Pixels.Bounds().Dx() != keptImageSide || img.Ratio() < 2.9 {
		t.Error("a large crest is scaled down in its proportion:", err)
	}
	if _, err := ReadImage(deep.Bytes()); err != nil {
		t.Error("16 bits per channel:", err)
	}
	for illness, data := range map[string][]byte{
		"empty": nil, "text": []byte("lambang"), "cut off": good.Bytes()[:120], "huge": resized(good.Bytes()),
		"too many bytes": make([]byte, maxImageBytes+1),
	} {
		if _, err := ReadImage(data); err == nil {
			t.Error(illness, "was accepted")
		}
	}
}

// resized lets a PNG claim 2 billion pixels a side.
func resized(data []byte) []byte {
	out := bytes.Clone(data)
	binary.BigEndian.PutUint32(out[16:], 1<<31-1)
	binary.BigEndian.PutUint32(out[20:], 1<<31-1)
	binary.BigEndian.PutUint32(out[29:], crc32.ChecksumIEEE(out[12:29]))
	return out
}

func TestPictureOfAPage(t *testing.T) {
	black := Color{}
	doc := Document{Width: 72, Height: 144, Pages: []Page{{Items: []Item{
		{Mark: Text{At: Point{5, 40}, Size: 20, S: "HI"}},
		{Mark: Path{Closed: true, Points: []Point{{36, 100}, {72, 100}, {72, 144}, {36, 144}}, Fill: &black}},
		{Mark: Line(Point{-50, 70}, Point{500, 70}, 2, black)},
		{Mark: Text{At: Point{500, 900}, Size: 20, S: strings.Repeat("outside", 3)}},
	}}}}
	picture, err := doc.Picture(0, 72)
	if err != nil {
		t.Fatal(err)
	}
	for at, dark := range map[image.Point]bool{{50, 120}: true, {20, 120}: false, {7, 35}: true, {7, 20}: false, {60, 70}: true, {60, 60}: false} {
		if got := picture.RGBAAt(at.X, at.Y).R < 128; got != dark {
			t.Errorf("dot %v dark: %v, want %v", at, got, dark)
		}
	}
	for _, wrong := range []struct {
		page int
		dpi  float64
	}{{1, 72}, {-1, 72}, {0, 0}, {0, 1e9}} {
		if _, err := doc.Picture(wrong.page, wrong.dpi); err == nil {
			t.Errorf("%+v was drawn", wrong)
		}
	}
}
