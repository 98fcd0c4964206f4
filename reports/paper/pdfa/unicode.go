package pdfa

import (
	"bytes"
	"fmt"
	"strings"
)

// replaceUnicodeMaps puts a legal map in the place of gofpdf's, which has one
// range over two bytes; a range may only run over the last one (Adobe Technical
// Note 5014). The codes of the text are its UTF-16 units, so the map says
// that each code is itself.
func (f *file) replaceUnicodeMaps() {
	for i, body := range f.objects {
		if bytes.Contains(body[:min(len(body), 400)], []byte("/CMapName /Adobe-Identity-UCS def")) {
			f.objects[i] = stream("", identityMap())
		}
	}
}

func identityMap() []byte {
	var out strings.Builder
	out.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo\n<</Registry (Adobe)\n/Ordering (UCS)\n/Supplement 0\n>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for row := range 256 {
		if row%64 == 0 {
			out.WriteString("64 beginbfrange\n")
		}
		fmt.Fprintf(&out, "<%02X00> <%02XFF> <%02X00>\n", row, row, row)
		if row%64 == 63 {
			out.WriteString("endbfrange\n")
		}
	}
	out.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend")
	return []byte(out.String())
}
