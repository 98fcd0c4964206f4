package pdfa

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
)

const maxContent = 64 << 20

// checkFonts wants every font embedded and mapped to Unicode.
func (f *file) checkFonts() error {
	for n := 1; n < len(f.objects); n++ {
		head := f.dictionary(n)
		switch {
		case bytes.Contains(head, []byte("/Type /FontDescriptor")) && reference(head, "/FontFile2 ") == 0:
			return fmt.Errorf("pdfa: font descriptor %d has no font file (6.2.11.4.1)", n)
		case bytes.Contains(head, []byte("/Subtype /Type0")):
			number := reference(head, "/ToUnicode ")
			if number == 0 || number >= len(f.objects) || !bytes.Equal(f.stream(number), identityMap()) {
				return fmt.Errorf("pdfa: font %d has no legal Unicode map (6.2.11.7)", n)
			}
		}
	}
	return nil
}

// checkTags wants every mark inside a marked content, and each content that
// is not an artefact reachable from the structure tree.
func (f *file) checkTags() error {
	if len(f.pages) == 0 {
		return errors.New("pdfa: no pages")
	}
	tree := reference(f.dictionary(f.root), "/StructTreeRoot ")
	parents := reference(f.dictionary(min(tree, len(f.objects)-1)), "/ParentTree ")
	if parents == 0 || parents >= len(f.objects) {
		return errors.New("pdfa: the structure tree has no way back")
	}
	for i, page := range f.pages {
		content, err := f.content(page)
		if err != nil {
			return err
		}
		count, err := marked(content)
		if err != nil {
			return fmt.Errorf("pdfa: page %d: %w", i+1, err)
		}
		owners := between(f.objects[parents], fmt.Sprintf("%d [", i), "]")
		if known := len(references(owners)); known != count {
			return fmt.Errorf("pdfa: page %d has %d contents, the structure tree knows %d", i+1, count, known)
		}
	}
	return nil
}

func (f *file) content(page int) ([]byte, error) {
	number := reference(f.dictionary(page), "/Contents ")
	if number == 0 || number >= len(f.objects) {
		return nil, errors.New("pdfa: a page without content")
	}
	r, err := zlib.NewReader(bytes.NewReader(f.stream(number)))
	if err != nil {
		return nil, fmt.Errorf("pdfa: page content: %w", err)
	}
	content, err := io.ReadAll(io.LimitReader(r, maxContent))
	if err != nil {
		return nil, fmt.Errorf("pdfa: page content: %w", err)
	}
	return content, nil
}

// marked counts the contents with a number and refuses marks outside of any.
func marked(content []byte) (count int, err error) {
	open := false
	for line := range bytes.Lines(content) {
		line = bytes.TrimRight(line, "\r\n")
		switch {
		case bytes.HasSuffix(line, []byte(" BDC")), bytes.HasSuffix(line, []byte(" BMC")):
			if open {
				return 0, errors.New("marked contents inside each other")
			}
			open = true
			if bytes.HasSuffix(line, []byte(" BDC")) {
				count++
			}
		case bytes.Equal(line, []byte("EMC")):
			if !open {
				return 0, errors.New("an end without a marked content")
			}
			open = false
		case !open && (bytes.Contains(line, []byte(" Tj")) || bytes.HasSuffix(line, []byte(" Do Q"))):
			return 0, errors.New("a mark that is neither content nor artefact")
		}
	}
	if open {
		return 0, errors.New("a marked content without end")
	}
	return count, nil
}
