package pdfa

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"

	"siaga/reports/paper/sheet"
)

// resources is the object in which gofpdf lists what the pages may use.
const resources = 2

// addImages embeds the pictures and names them /Im0, /Im1 … for the pages.
func (f *file) addImages(images []*sheet.Image) error {
	const list = "/XObject <<\n"
	var names strings.Builder
	for i, img := range images {
		fmt.Fprintf(&names, "/Im%d %d 0 R\n", i, f.addImage(img))
	}
	before, after, found := bytes.Cut(f.objects[resources], []byte(list))
	if !found {
		return errShape
	}
	f.objects[resources] = []byte(string(before) + list + names.String() + string(after))
	return nil
}

func (f *file) addImage(img *sheet.Image) int {
	size := img.Pixels.Bounds()
	var colors, alphas []byte
	for y := range size.Dy() {
		row := img.Pixels.Pix[y*img.Pixels.Stride:]
		for x := range size.Dx() {
			colors = append(colors, row[4*x:4*x+3]...)
			alphas = append(alphas, row[4*x+3])
		}
	}
	mask := f.addStream(imageEntries("DeviceGray", size.Dx(), size.Dy()), deflate(alphas))
	return f.addStream(imageEntries("DeviceRGB", size.Dx(), size.Dy())+fmt.Sprintf("/SMask %d 0 R", mask), deflate(colors))
}

func imageEntries(space string, width, height int) string {
	return fmt.Sprintf("/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/%s/BitsPerComponent 8/Filter/FlateDecode",
		width, height, space)
}

func deflate(data []byte) []byte {
	var out bytes.Buffer
	w := zlib.NewWriter(&out) // a bytes.Buffer takes everything: no error to check
	w.Write(data)
	w.Close()
	return out.Bytes()
}
