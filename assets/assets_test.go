package assets

import (
	"bytes"
	"encoding/xml"
	"image/png"
	"io"
	"io/fs"
	"testing"

	"golang.org/x/image/font/sfnt"
)

func TestEveryIconIsADrawing(t *testing.T) {
	for _, icon := range Icons() {
		if box := viewBox(t, icon.FileName(), icon.SVG()); box != "0 0 24 24" {
			t.Errorf("%s has the view box %q", icon, box)
		}
	}
	if box := viewBox(t, "the program's icon", AppSVG()); box != "0 0 512 512" {
		t.Errorf("the program's icon has the view box %q", box)
	}
}

// The toolkit recolours the fill of an element and nothing else.
func TestEveryIconTakesTheColourOfTheWindow(t *testing.T) {
	for _, icon := range Icons() {
		if svg := icon.SVG(); bytes.Contains(svg, []byte("stroke")) || !bytes.Contains(svg, []byte(`fill="#000"`)) {
			t.Errorf("%s would keep its own colour in a dark window", icon)
		}
	}
}

func TestEveryDrawingHasItsName(t *testing.T) {
	drawn, err := fs.Glob(drawings, "icons/*.svg")
	if err != nil || len(drawn) != len(Icons()) {
		t.Errorf("%d drawings for %d names: %v", len(drawn), len(Icons()), err)
	}
}

func TestAnUnknownIconIsFoundOutAtOnce(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("an icon without a drawing was drawn")
		}
	}()
	Icon("coat-of-arms").SVG()
}

func TestTheProgramsPicture(t *testing.T) {
	picture, err := png.DecodeConfig(bytes.NewReader(AppPNG()))
	if err != nil || picture.Width != 512 || picture.Height != 512 {
		t.Errorf("the program's icon is %d by %d: %v", picture.Width, picture.Height, err)
	}
}

// A writer of PDF cuts its fonts down in place; the next one must not notice.
func TestEveryCallerHasFontsOfItsOwn(t *testing.T) {
	for _, font := range []func() []byte{Sans, SansBold, SansItalic, SansBoldItalic, Mono} {
		clear(font())
		if _, err := sfnt.Parse(font()); err != nil {
			t.Error(err)
		}
	}
}

// viewBox reads the whole drawing, so that broken XML is found.
func viewBox(t *testing.T, name string, svg []byte) (box string) {
	t.Helper()
	for reader := xml.NewDecoder(bytes.NewReader(svg)); ; {
		token, err := reader.Token()
		if err == io.EOF {
			return box
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		element, ok := token.(xml.StartElement)
		if !ok || element.Name.Local != "svg" {
			continue
		}
		for _, attribute := range element.Attr {
			if attribute.Name.Local == "viewBox" {
				box = attribute.Value
			}
		}
	}
}
