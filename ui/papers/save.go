package papers

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"siaga/app/whole"
)

// ending is what a paper can be saved as.
type ending string

const (
	asPDF  ending = ".pdf"
	asXLSX ending = ".xlsx"
)

// save writes the document into a folder and returns where. A file that stands
// there already stays; the new one gets a number behind its name.
func (d document) save(as ending, folder, spill string) (path string, err error) {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return "", fmt.Errorf("make the folder for documents: %w", err)
	}
	path = unused(folder, d.name, as)
	return path, whole.Write(path, 0o644, func(w io.Writer) error { return d.write(w, as, spill) })
}

func (d document) write(w io.Writer, as ending, spill string) error {
	if as == asXLSX {
		return d.workbook(w, spill)
	}
	file, err := d.sheets.PDF()
	if err != nil {
		return err
	}
	_, err = w.Write(file)
	return err
}

// unused is the path of a name in a folder, with a number behind it when it is
// taken.
func unused(folder, name string, as ending) string {
	path := filepath.Join(folder, name+string(as))
	for i := 2; ; i++ {
		if _, err := os.Lstat(path); err != nil {
			return path
		}
		path = filepath.Join(folder, fmt.Sprintf("%s-%d%s", name, i, as))
	}
}
