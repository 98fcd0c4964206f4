package pdfa

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"slices"
	"strconv"
)

// file is a PDF taken apart: the text of each object between "obj" and
// "endobj", by number.
type file struct {
	objects [][]byte // [0] is not used
	root    int
	info    int
	pages   []int // object numbers of the pages, in order
}

var errShape = errors.New("pdfa: not a file as gofpdf writes it")

// parse takes a file with one plain cross-reference table apart.
func parse(raw []byte) (*file, error) {
	table, err := readTable(raw)
	if err != nil {
		return nil, err
	}
	f := &file{objects: make([][]byte, len(table.offsets)), root: table.root, info: table.info}
	for number := 1; number < len(table.offsets); number++ {
		if f.objects[number], err = table.object(raw, number); err != nil {
			return nil, err
		}
	}
	if f.root == 0 || f.info == 0 || max(f.root, f.info, resources) >= len(f.objects) {
		return nil, errShape
	}
	f.pages = references(between(f.objects[1], "/Kids [", "]"))
	for _, page := range f.pages {
		if page >= len(f.objects) || !bytes.HasSuffix(f.objects[page], []byte(">>")) {
			return nil, errShape
		}
	}
	return f, nil
}

// table is the cross-reference table and trailer of a file.
type table struct {
	start      int
	offsets    []int
	root, info int
	trailer    []byte
}

func readTable(raw []byte) (*table, error) {
	at := bytes.LastIndex(raw, []byte("startxref\n"))
	if at < 0 {
		return nil, errShape
	}
	start := number(raw[at+len("startxref\n"):])
	if start <= 0 || start >= at || !bytes.HasPrefix(raw[start:], []byte("xref\n0 ")) {
		return nil, errShape
	}
	head := raw[start+len("xref\n0 "):]
	count := number(head)
	entries := head[bytes.IndexByte(head, '\n')+1:]
	if count < 2 || len(entries) < 20*count {
		return nil, errShape
	}
	t := &table{start: start, offsets: make([]int, count), trailer: entries[20*count : len(entries)-(len(raw)-at)]}
	for i := range t.offsets {
		t.offsets[i] = number(entries[20*i : 20*i+10])
	}
	t.root, t.info = reference(t.trailer, "/Root "), reference(t.trailer, "/Info ")
	return t, nil
}

// object returns what stands between "N 0 obj" and "endobj". The end is
// found backwards from the next object, as a stream may hold any bytes.
func (t *table) object(raw []byte, n int) ([]byte, error) {
	end := t.start
	for _, offset := range t.offsets {
		if offset > t.offsets[n] {
			end = min(end, offset)
		}
	}
	start, head := t.offsets[n], strconv.Itoa(n)+" 0 obj\n"
	if start <= 0 || start >= end || !bytes.HasPrefix(raw[start:end], []byte(head)) {
		return nil, fmt.Errorf("pdfa: object %d is not at its place", n)
	}
	body, found := bytes.CutSuffix(raw[start+len(head):end], []byte("\nendobj\n"))
	if !found {
		return nil, fmt.Errorf("pdfa: object %d has no end", n)
	}
	return body, nil
}

func (f *file) add(body string) int {
	f.objects = append(f.objects, []byte(body))
	return len(f.objects) - 1
}

func (f *file) addStream(entries string, data []byte) int {
	return f.add(string(stream(entries, data)))
}

func stream(entries string, data []byte) []byte {
	head := fmt.Sprintf("<<%s/Length %d>>\nstream\n", entries, len(data))
	return slices.Concat([]byte(head), data, []byte("\nendstream"))
}

// extend adds entries at the end of a dictionary object.
func (f *file) extend(number int, entries string) error {
	body, found := bytes.CutSuffix(f.objects[number], []byte(">>"))
	if !found {
		return errShape
	}
	f.objects[number] = slices.Concat(body, []byte(entries), []byte(">>"))
	return nil
}

// write puts the file together; its identifier is the digest of its content.
func (f *file) write() []byte {
	var out bytes.Buffer
	out.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	var entries bytes.Buffer
	for n, body := range f.objects[1:] {
		fmt.Fprintf(&entries, "%010d 00000 n \n", out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", n+1, body)
	}
	start, digest := out.Len(), sha256.Sum256(out.Bytes())
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n%s", len(f.objects), entries.Bytes())
	fmt.Fprintf(&out, "trailer\n<</Size %d/Root %d 0 R/Info %d 0 R/ID[<%x><%x>]>>\nstartxref\n%d\n%%%%EOF\n",
		len(f.objects), f.root, f.info, digest[:16], digest[:16], start)
	return out.Bytes()
}
