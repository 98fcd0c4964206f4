package cli

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"

	"siaga/app"
	"siaga/model"
)

// longestLine bounds one command of apply, in bytes.
const longestLine = 1 << 20

// carriedOut is what apply prints for a line that was done.
type carriedOut struct {
	Line   int             `json:"line"`
	Do     string          `json:"do"`
	OK     bool            `json:"ok"`
	ID     model.SubjectID `json:"id,omitempty"`
	Ticket model.Ticket    `json:"ticket,omitempty"`
	Events []string        `json:"events"`
	Notice string          `json:"notice,omitempty"`
}

// turnedDown is what apply prints for a line that was refused.
type turnedDown struct {
	Line     int    `json:"line"`
	Do       string `json:"do"`
	OK       bool   `json:"ok"`
	Field    string `json:"field"`
	Key      string `json:"key"`
	Sentence string `json:"sentence"`
}

// apply carries out a file of commands, one on each line; blank lines and lines
// that begin with # are passed over. It stops at the first refusal unless it is
// to keep going; a mistake of ours always stops it.
func apply(c *call) error {
	in, err := c.input(c.args[0])
	if err != nil {
		return err
	}
	defer in.Close()
	return c.withDesk(func(d *app.Desk) error {
		a := &application{call: c, desk: d, names: map[string]app.Done{}, out: json.NewEncoder(c.Stdout)}
		a.out.SetEscapeHTML(false)
		return a.run(in)
	})
}

func (c *call) input(path string) (io.ReadCloser, error) {
	if path == "-" {
		return io.NopCloser(c.Stdin), nil
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, model.Refuse("refuse.file", "Path", path)
	}
	return file, nil
}

// application is one run of apply; names are what lines were called with "as".
type application struct {
	*call
	desk    *app.Desk
	names   map[string]app.Done
	out     *json.Encoder
	line    int
	refused int
}

func (a *application) run(in io.Reader) error {
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, longestLine)
	for lines.Scan() {
		a.line++
		text := bytes.TrimSpace(bytes.TrimPrefix(lines.Bytes(), []byte("\ufeff")))
		if len(text) == 0 || text[0] == '#' {
			continue
		}
		if err := a.one(text); err != nil {
			return err
		}
		if a.refused > 0 && !a.has("keep-going") {
			break
		}
	}
	if err := lines.Err(); errors.Is(err, bufio.ErrTooLong) {
		a.line++
		if err := a.turnDown("", model.Refuse("refuse.line-too-long")); err != nil {
			return err
		}
	} else if err != nil {
		return err
	}
	if a.refused > 0 {
		return a.tell(a.book.N("apply.refused", a.refused))
	}
	return nil
}

// one carries out one line and prints what became of it.
func (a *application) one(text []byte) error {
	line, err := a.read(text)
	if err != nil {
		return a.turnDown(line.do, err)
	}
	made, err := a.desk.Do(line.order)
	if err != nil {
		return a.turnDown(line.do, err)
	}
	if line.as != "" {
		a.names[line.as] = made
	}
	result := carriedOut{Line: a.line, Do: line.do, OK: true, ID: made.ID, Ticket: made.Ticket, Events: []string{}}
	for _, mark := range made.Events {
		result.Events = append(result.Events, mark.String())
	}
	if made.Notice != nil {
		result.Notice = a.book.Refusal(made.Notice)
	}
	return a.out.Encode(result)
}

// turnDown prints a refusal; any other error ends the run.
func (a *application) turnDown(do string, err error) error {
	r, ok := model.AsRefusal(err)
	if !ok {
		return err
	}
	a.refused++
	return a.out.Encode(turnedDown{Line: a.line, Do: do, Field: r.Field, Key: r.Key, Sentence: a.book.Refusal(err)})
}
