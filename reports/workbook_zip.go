package reports

import (
	"archive/zip"
	"bytes"
	"cmp"
	"compress/flate"
	"hash/crc32"
	"io"
	"regexp"
	"slices"

	"github.com/xuri/excelize/v2"
)

// sortedZip is a zip file whose parts stand in the order of their names:
// excelize hands them over in the order of a map. Each part is packed once, as
// it comes.
type sortedZip struct {
	*zip.Writer
	parts []*zipPart
}

// zipPart is a packed part, kept until all are there.
type zipPart struct {
	name   string
	packed bytes.Buffer
	packer *flate.Writer
	sum    uint32
	size   uint64
}

func newSortedZip(to io.Writer) excelize.ZipWriter {
	return &sortedZip{Writer: zip.NewWriter(to)}
}

// Create begins a part.
func (z *sortedZip) Create(name string) (io.Writer, error) {
	p := &zipPart{name: name}
	p.packer, _ = flate.NewWriter(&p.packed, flate.BestSpeed) // somebody waits, and XML packs well at any level
	z.parts = append(z.parts, p)
	return p, nil
}

// Write packs more of the part. The list of parts comes in one piece, its
// entries in the order of a map.
func (p *zipPart) Write(b []byte) (int, error) {
	length := len(b)
	if p.name == "[Content_Types].xml" {
		b = sortEntries(b)
	}
	p.sum = crc32.Update(p.sum, crc32.IEEETable, b)
	p.size += uint64(len(b))
	_, err := p.packer.Write(b)
	return length, err
}

var contentEntry = regexp.MustCompile(`<(Default|Override) [^>]*></(Default|Override)>`)

func sortEntries(types []byte) []byte {
	entries := contentEntry.FindAll(types, -1)
	slices.SortFunc(entries, bytes.Compare)
	return append(append(contentEntry.ReplaceAll(types[:bytes.LastIndex(types, []byte("</Types>"))], nil),
		bytes.Join(entries, nil)...), "</Types>"...)
}

// Close writes all parts.
func (z *sortedZip) Close() error {
	slices.SortFunc(z.parts, func(a, b *zipPart) int { return cmp.Compare(a.name, b.name) })
	for _, p := range z.parts {
		if err := p.packer.Close(); err != nil {
			return err
		}
		to, err := z.CreateRaw(&zip.FileHeader{
			Name: p.name, Method: zip.Deflate, CRC32: p.sum,
			CompressedSize64: uint64(p.packed.Len()), UncompressedSize64: p.size,
		})
		if err != nil {
			return err
		}
		if _, err := p.packed.WriteTo(to); err != nil {
			return err
		}
	}
	return z.Writer.Close()
}
