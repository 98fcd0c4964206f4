package cli

import (
	"os"
	"path/filepath"
	"strings"

	"siaga/app"
	"siaga/app/bundle"
	"siaga/model"
)

// writtenValue is a file that was written, for a program.
type writtenValue struct {
	Path       string   `json:"path"`
	Parts      []string `json:"parts"` // where it was split; path is no file then
	Events     uint64   `json:"events"`
	Files      int      `json:"files"` // of evidence
	Bytes      int64    `json:"bytes"`
	For        []string `json:"for"` // letters; empty with a passphrase
	Passphrase word     `json:"passphrase"`
}

// outPath is where a file for other desks goes: under a name that tells nothing
// where only a folder is given, and not over what somebody else has put there.
func (c *call) outPath(d *app.Desk) (string, error) {
	path := c.args[0]
	if !isFolder(path) {
		return path, c.mayReplace(path, isParcel(d))
	}
	name, err := bundle.FileName(c.Random)
	return filepath.Join(path, name), err
}

// isFolder reports whether a path names a folder: one that exists, or by its end.
func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir() || strings.HasSuffix(path, "/") || strings.HasSuffix(path, string(filepath.Separator))
}

// receivers are the desks that --for names.
func (c *call) receivers(d *app.Desk) (desks []model.DeskID, err error) {
	for ref := range strings.SplitSeq(c.options["for"], ",") {
		if ref = strings.TrimSpace(ref); ref == "" {
			continue
		}
		k, err := d.NamedDesk(ref)
		if err != nil {
			return nil, err
		}
		desks = append(desks, k.Desk)
	}
	return desks, nil
}

func (v view) written(path string, x app.Exported) writtenValue {
	letter := map[model.DeskID]string{}
	for _, k := range v.desk.Desks() {
		letter[k.Desk] = k.Letter
	}
	return writtenValue{Path: path, Parts: []string{}, Events: x.Events, Files: x.Files, Bytes: x.Bytes,
		For: each(x.For, func(desk model.DeskID) string { return letter[desk] })}
}

func (c *call) sayWritten(w writtenValue) {
	if len(w.Parts) > 0 {
		c.sayParts(w.Parts, w.Bytes)
		c.say("")
	} else {
		c.say(c.book.T("bundle.written", "Path", w.Path, "Size", c.book.Bytes(w.Bytes)))
	}
	if len(w.For) > 0 {
		c.say(c.book.N("bundle.for", int(w.Events), "For", strings.Join(w.For, ", ")))
	}
	if w.Files > 0 {
		c.say(c.book.N("bundle.files", w.Files))
	}
}

// split cuts a file that was written into parts of so many megabytes, where
// --split asks for it.
func (c *call) split(path string, size int) ([]string, error) {
	if !c.has("split") {
		return []string{}, nil
	}
	parts, err := app.SplitFile(path, int64(size)*app.Megabyte)
	return append([]string{}, parts...), err
}

func (c *call) sayParts(parts []string, bytes int64) {
	c.say(c.book.N("bundle.split", len(parts), "Size", c.book.Bytes(bytes)), "")
	for _, part := range parts {
		c.say("  " + part)
	}
}

// sayPassphrase shows a passphrase once, and how it is to be passed on.
func (c *call) sayPassphrase(passphrase string) {
	c.say("", c.book.T("bundle.passphrase"), "", "    "+passphrase, "", c.book.T("bundle.passphrase.tell"))
}
