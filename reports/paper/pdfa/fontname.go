package pdfa

import (
	"bytes"
	"strings"
)

// fontNames turns the names that gofpdf makes up into those of the faces,
// with the tag of an embedded subset (ISO 32000-1 9.6.4).
var fontNames = strings.NewReplacer(
	"/utf8liberationBI", "/SIAGAA+LiberationSans-BoldItalic",
	"/utf8liberationB", "/SIAGAA+LiberationSans-Bold",
	"/utf8liberationI", "/SIAGAA+LiberationSans-Italic",
	"/utf8liberation", "/SIAGAA+LiberationSans",
)

func (f *file) nameFonts() {
	for i, body := range f.objects {
		if bytes.HasPrefix(body, []byte("<</Type /Font")) {
			f.objects[i] = []byte(fontNames.Replace(string(body)))
		}
	}
}
