package pdfa

import (
	"bytes"
	"encoding/xml"
	"fmt"
)

// producer names the program part that wrote the file.
const producer = "Siaga (gofpdf, PDF/A-2u)"

// information is the old information dictionary; PDF/A wants it to say the
// same as the XMP metadata.
func information(d Dossier) string {
	return fmt.Sprintf("<</Title%s/Author%s/Subject%s/Creator%s/Producer%s/CreationDate%s/ModDate%s>>",
		unicodeText(d.Title), unicodeText(d.Author), unicodeText(d.Subject), unicodeText(d.Creator),
		literal(producer), dateText(d.Date), dateText(d.Date))
}

// xmp is the metadata packet (ISO 19005-2 6.6.2) with the claim "2u".
func xmp(d Dossier) []byte {
	const form = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"` +
		` xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">` +
		`<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>` +
		`<dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>` +
		`<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>` +
		`<dc:description><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:description>` +
		`<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>` +
		`<xmp:CreatorTool>%s</xmp:CreatorTool><pdf:Producer>%s</pdf:Producer>` +
		`<xmp:CreateDate>%s</xmp:CreateDate><xmp:ModifyDate>%[7]s</xmp:ModifyDate>` +
		`</rdf:Description></rdf:RDF></x:xmpmeta>`
	date := d.Date.Format("2006-01-02T15:04:05-07:00")
	return []byte("<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		fmt.Sprintf(form, escaped(d.Title), escaped(d.Author), escaped(d.Subject), escaped(d.Language),
			escaped(d.Creator), escaped(producer), date) +
		"\n<?xpacket end=\"w\"?>")
}

func escaped(s string) string {
	var out bytes.Buffer
	_ = xml.EscapeText(&out, []byte(s)) // a bytes.Buffer takes everything
	return out.String()
}
