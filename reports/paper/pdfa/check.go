package pdfa

import (
	"bytes"
	"errors"
	"fmt"
)

// Check checks a file of one section, with a plain cross-reference table, for
// the structural rules of PDF/A-2u and of its structure tree. It names the
// first rule broken; nil is no certificate, but a broken file will not pass.
func Check(pdf []byte) error {
	if !bytes.HasPrefix(pdf, []byte("%PDF-1.7\n%")) || len(pdf) < 20 || notBinary(pdf[10:14]) {
		return errors.New("pdfa: no binary comment in the second line (6.1.2)")
	}
	f, err := parse(pdf)
	if err != nil {
		return err
	}
	t, err := readTable(pdf)
	if err != nil {
		return err
	}
	if !bytes.Contains(t.trailer, []byte("/ID[<")) {
		return errors.New("pdfa: no file identifier in the trailer (6.1.3)")
	}
	for _, rule := range []func() error{f.checkStreams, f.checkForbidden, f.checkCatalog, f.checkMetadata, f.checkFonts, f.checkTags} {
		if err := rule(); err != nil {
			return err
		}
	}
	return nil
}

func notBinary(comment []byte) bool {
	for _, c := range comment {
		if c < 128 {
			return true
		}
	}
	return false
}

// dictionary returns an object without its stream.
func (f *file) dictionary(number int) []byte {
	head, _, _ := bytes.Cut(f.objects[number], []byte("stream\n"))
	return head
}

// stream returns the bytes of a stream object as they stand in the file.
func (f *file) stream(number int) []byte {
	_, data, _ := bytes.Cut(f.objects[number], []byte("stream\n"))
	data, _ = bytes.CutSuffix(data, []byte("\nendstream"))
	return data
}

func (f *file) checkStreams() error {
	for n := 1; n < len(f.objects); n++ {
		if !bytes.HasSuffix(f.objects[n], []byte("\nendstream")) {
			continue
		}
		if length := reference(f.dictionary(n), "/Length "); length != len(f.stream(n)) {
			return fmt.Errorf("pdfa: stream %d says %d bytes and has %d (6.1.7.1)", n, length, len(f.stream(n)))
		}
	}
	return nil
}

func (f *file) checkForbidden() error {
	words := []string{"/Encrypt", "/JavaScript", "/AA", "/Launch", "/LZWDecode", "/XFA", "/Subtype /Type1", "/Subtype /Link"}
	for n := 1; n < len(f.objects); n++ {
		for _, word := range words {
			if bytes.Contains(f.dictionary(n), []byte(word)) {
				return fmt.Errorf("pdfa: object %d has %s, which is forbidden or never written here", n, word)
			}
		}
	}
	return nil
}

func (f *file) checkCatalog() error {
	for _, key := range []string{"/Type /Catalog", "/Metadata ", "/OutputIntents [", "/Lang (", "/DisplayDocTitle true",
		"/StructTreeRoot ", "/MarkInfo<</Marked true>>"} {
		if !bytes.Contains(f.dictionary(f.root), []byte(key)) {
			return fmt.Errorf("pdfa: the catalogue has no %s", key)
		}
	}
	intent := reference(f.dictionary(f.root), "/OutputIntents [")
	profile := reference(f.dictionary(min(intent, len(f.objects)-1)), "/DestOutputProfile ")
	if profile >= len(f.objects) || !bytes.Contains(f.stream(profile), []byte("mntrRGB XYZ ")) {
		return errors.New("pdfa: the output intent has no RGB profile (6.2.3)")
	}
	return nil
}

// checkMetadata wants the claim, and that it and the old dictionary agree.
func (f *file) checkMetadata() error {
	number := reference(f.dictionary(f.root), "/Metadata ")
	if number >= len(f.objects) {
		return errors.New("pdfa: no metadata (6.6.2.1)")
	}
	packet := f.stream(number)
	for _, claim := range []string{"<pdfaid:part>2</pdfaid:part>", "<pdfaid:conformance>U</pdfaid:conformance>", "<dc:title>"} {
		if !bytes.Contains(packet, []byte(claim)) {
			return fmt.Errorf("pdfa: the metadata have no %s (6.6.4)", claim)
		}
	}
	created := between(packet, "<xmp:CreateDate>", "</xmp:CreateDate>")
	old := between(f.dictionary(f.info), "/CreationDate(D:", ")")
	if digits(created) != digits(old) || len(old) == 0 {
		return errors.New("pdfa: metadata and information dictionary differ in date (6.6.3)")
	}
	return nil
}

func digits(date []byte) string {
	var out []byte
	for _, c := range date {
		if c >= '0' && c <= '9' || c == '+' {
			out = append(out, c)
		}
	}
	return string(out)
}
