package cli

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"

	"siaga/app"
	"siaga/app/bundle"
	"siaga/model"
)

// mayReplace refuses to write over a file that people have put there: only one
// that Siaga made, of the same kind, gives way to a newer one, and any with
// --replace. An empty one holds nothing, and what is no file, such as a pipe,
// loses nothing.
func (c *call) mayReplace(path string, alike func(path string) bool) error {
	info, err := os.Stat(path)
	if c.has("replace") || err != nil || !info.Mode().IsRegular() || info.Size() == 0 || alike(path) {
		return nil
	}
	return model.Refuse("refuse.file-there", "Path", path)
}

// replacedBy is what a paper or table written to --option may replace.
var replacedBy = map[string]func(path string) bool{
	"pdf":  func(path string) bool { return holds(path, "%PDF-", "Siaga (gofpdf") },
	"xlsx": isOurWorkbook,
	"json": func(path string) bool { return holds(path, "{\n  \"period\":", `"completed"`) },
	"csv":  func(path string) bool { return holds(path, "\ufeff"+strings.Join(model.HolidayColumns[:], ","), "") },
}

// holds reports whether a file begins with one text and has another somewhere.
func holds(path, first, somewhere string) bool {
	b, err := os.ReadFile(path)
	return err == nil && bytes.HasPrefix(b, []byte(first)) && bytes.Contains(b, []byte(somewhere))
}

// isOurWorkbook reports whether a workbook says that Siaga has made it.
func isOurWorkbook(path string) bool {
	book, err := zip.OpenReader(path)
	if err != nil {
		return false
	}
	defer book.Close()
	part, err := book.Open("docProps/app.xml")
	if err != nil {
		return false
	}
	defer part.Close()
	text, err := io.ReadAll(io.LimitReader(part, 64<<10))
	return err == nil && bytes.Contains(text, []byte("<Application>Siaga</Application>"))
}

// isParcel reports whether a file is one for other desks: a newer one holds all
// that the others have not confirmed. A backup is not for them.
func isParcel(d *app.Desk) func(path string) bool {
	return func(path string) bool {
		path, err := filepath.Abs(path)
		if err != nil || d.IsBackup(path) {
			return false
		}
		file, err := os.Open(path)
		if err != nil {
			return false
		}
		defer file.Close()
		what, err := bundle.Peek(file)
		return err == nil && (what == bundle.IsBundle || what == bundle.IsArmored)
	}
}
