package app

import (
	"cmp"
	"errors"
	"io"
	"path/filepath"
	"regexp"
	"strings"
	"unicode"

	"siaga/app/files"
	"siaga/model"
)

// HasFile reports whether the content of a piece of evidence is at this desk.
func (d *Desk) HasFile(v model.Evidence) bool {
	sum, kept := v.Sum()
	return kept && d.files.Has(sum)
}

// EvidenceFile writes the content of the file of a piece of evidence, whose row
// is "<desk>.<n>", to w. What was written is to be used only when there is no
// error: at its end the content is compared with its SHA-256. It refuses a piece
// without a file, and a content that is not here or is damaged.
func (d *Desk) EvidenceFile(incident IncidentRef, row string, w io.Writer, progress Progress) (model.Evidence, error) {
	v, err := d.EvidenceAt(incident, row)
	if err != nil {
		return v, err
	}
	sum, kept := v.Sum()
	if !kept {
		return v, model.RefuseAt("row", "refuse.evidence-elsewhere")
	}
	content, err := d.openContent(sum)
	if errors.Is(err, files.ErrMissing) {
		return v, model.RefuseAt("row", "refuse.content-missing", "Name", v.File)
	}
	if err != nil {
		return v, err
	}
	_, err = io.Copy(w, progress.reading(content, content.Size))
	return v, d.afterReading(errors.Join(err, content.Close()))
}

// SaveEvidenceFile writes that content to a path, whole or not at all.
func (d *Desk) SaveEvidenceFile(incident IncidentRef, row, path string, progress Progress) (v model.Evidence, err error) {
	err = writeFile(path, func(w io.Writer) (err error) {
		v, err = d.EvidenceFile(incident, row, w, progress)
		return err
	})
	if _, refused := model.AsRefusal(err); !refused && placeFails(err) {
		err = errors.Join(err, model.Refuse("refuse.file-write", "Path", path))
	}
	return v, err
}

// EvidenceAt is the piece of evidence of an incident with that row, "<desk>.<n>".
func (d *Desk) EvidenceAt(incident IncidentRef, row string) (model.Evidence, error) {
	i, err := d.Incident(incident)
	if err != nil {
		return model.Evidence{}, err
	}
	mark, _ := model.ParseMark(row)
	v, known := i.EvidenceOf(mark)
	if !known {
		return v, model.RefuseAt("row", "refuse.evidence-unknown")
	}
	return v, nil
}

// FileNameOf is a name for the file of a piece of evidence that is safe in any
// folder: what another desk called it, without folders and what systems do not
// take.
func FileNameOf(v model.Evidence) string {
	name := v.File[strings.LastIndexAny(v.File, `/\`)+1:]
	name = strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) || strings.ContainsRune(`<>:"|?*`, r) {
			return '_'
		}
		return r
	}, name)
	name = cmp.Or(strings.Trim(name, ". "), "bukti")
	if stem, _, _ := strings.Cut(name, "."); deviceName.MatchString(strings.TrimSpace(stem)) {
		name = "_" + name
	}
	return shortened(name)
}

// deviceName is what Windows takes for a device, whatever follows the first dot.
var deviceName = regexp.MustCompile(`(?i)^(con|prn|aux|nul|com[0-9]|lpt[0-9])$`)

// longestName is how many bytes of a name every system takes, with room for what
// stands beside it while a file is written.
const longestName = 200

// shortened cuts a name that is too long before its extension.
func shortened(name string) string {
	if len(name) <= longestName {
		return name
	}
	end := filepath.Ext(name)
	if len(end) > longestName/10 {
		end = ""
	}
	return strings.ToValidUTF8(name[:longestName-len(end)], "") + end
}

// openContent begins to read a content.
func (d *Desk) openContent(sum model.Hash) (*files.Content, error) {
	content, err := d.files.Open(sum)
	return content, d.afterReading(err)
}

// afterReading sets a content aside that proved to be damaged: from then on it
// is missing, and is asked for.
func (d *Desk) afterReading(err error) error {
	var damage *files.Damage
	if !errors.As(err, &damage) {
		return err
	}
	aside := d.files.SetAside(damage.Sum)
	d.tellChanged()
	return cmp.Or(aside, err)
}
