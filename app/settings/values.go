package settings

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
)

const (
	versionLine   = "siaga-settings 2\n"
	firstLine     = "siaga-settings 1\n" // had no sum
	smallestScale = 0.75
	largestScale  = 2
	largestWindow = 20000
)

// raw is the file after its version line, by key.
type raw map[string]json.RawMessage

// fields are the keys of the file and where their values go.
func (c *Choices) fields() map[string]any {
	return map[string]any{
		"language":       &c.Language,
		"theme":          &c.Theme,
		"contrast":       &c.Contrast,
		"textScale":      &c.TextScale,
		"window":         &c.Window,
		"tables":         &c.Tables,
		"views":          &c.Views,
		"lastFolder":     &c.LastFolder,
		"quiet":          &c.Quiet,
		"sound":          &c.Sound,
		"quietHours":     &c.QuietHours,
		"tray":           &c.Tray,
		"hidden":         &c.Hidden,
		"personChosenAt": &c.PersonChosenAt,
		"sharedFolder":   &c.SharedFolder,
		"backupFolder":   &c.BackupFolder,
		"keepBackups":    &c.KeepBackups,
	}
}

// decode reads each key by itself, so that one bad value spoils no other; it
// returns the keys it does not know and the names of those it could not read.
func decode(data []byte) (Choices, raw, []string, error) {
	text, summed := bytes.CutPrefix(data, []byte(versionLine))
	text, first := bytes.CutPrefix(text, []byte(firstLine))
	if summed == first {
		return Choices{}, nil, nil, errors.New("settings: no version line that this program knows")
	}
	unknown := raw{}
	if err := json.Unmarshal(text, &unknown); err != nil {
		return Choices{}, nil, nil, fmt.Errorf("settings: not readable: %w", err)
	}
	if unknown == nil {
		return Choices{}, nil, nil, errors.New("settings: empty")
	}
	c := Defaults()
	bad := unknown.takeSum(summed)
	for key := range c.fields() {
		value, written := unknown[key]
		if !written {
			continue
		}
		delete(unknown, key)
		next := c.clone()
		if json.Unmarshal(value, next.fields()[key]) == nil {
			c = next
		} else {
			bad = append(bad, key)
		}
	}
	bad = append(bad, c.settle()...)
	slices.Sort(bad)
	return c, unknown, slices.Compact(bad), nil
}

// sumKey is the key of the sum over all others.
const sumKey = "sum"

// sum is the SHA-256 of the keys and values, however they are spaced.
func (r raw) sum() (json.RawMessage, error) {
	text, err := json.Marshal(r)
	if err != nil {
		return nil, fmt.Errorf("settings: %w", err)
	}
	return json.Marshal(fmt.Sprintf("%x", sha256.Sum256(text)))
}

// takeSum takes the sum out, and names it when it is not that of the others.
func (r raw) takeSum(summed bool) []string {
	written := r[sumKey]
	delete(r, sumKey)
	if sum, err := r.sum(); summed && (err != nil || !bytes.Equal(sum, written)) {
		return []string{sumKey}
	}
	return nil
}

func encode(c Choices, unknown raw) ([]byte, error) {
	all := raw{}
	maps.Copy(all, unknown)
	for key, where := range c.fields() {
		value, err := json.Marshal(where)
		if err != nil {
			return nil, fmt.Errorf("settings: %s: %w", key, err)
		}
		all[key] = value
	}
	delete(all, sumKey)
	sum, err := all.sum()
	if err != nil {
		return nil, err
	}
	all[sumKey] = sum
	text, err := json.MarshalIndent(all, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("settings: %w", err)
	}
	return append([]byte(versionLine), append(text, '\n')...), nil
}

// settle puts the default in place of each impossible value and names them.
func (c *Choices) settle() []string {
	standard := Defaults()
	var bad []string
	if c.Language != "id" && c.Language != "en" {
		c.Language, bad = standard.Language, append(bad, "language")
	}
	if c.Theme != System && c.Theme != Light && c.Theme != Dark {
		c.Theme, bad = standard.Theme, append(bad, "theme")
	}
	if !between(c.TextScale, smallestScale, largestScale) {
		c.TextScale, bad = standard.TextScale, append(bad, "textScale")
	}
	if !possible(c.Window.Width) || !possible(c.Window.Height) {
		c.Window, bad = standard.Window, append(bad, "window")
	}
	if h := c.QuietHours; min(h.From, h.To) < 0 || max(h.From, h.To) >= 24*60 {
		c.QuietHours, bad = standard.QuietHours, append(bad, "quietHours")
	}
	if c.Tables == nil {
		c.Tables, bad = standard.Tables, append(bad, "tables")
	}
	if c.Views == nil {
		c.Views, bad = standard.Views, append(bad, "views")
	}
	return append(bad, c.settleColumns()...)
}

func (c *Choices) settleColumns() []string {
	var bad []string
	for name, table := range c.Tables {
		if slices.ContainsFunc(table.Columns, func(col Column) bool { return !possible(col.Width) }) {
			delete(c.Tables, name)
			bad = append(bad, "tables")
		}
	}
	return bad
}

func possible(length float32) bool { return between(length, 0, largestWindow) }

// between is false for what is not a number.
func between(x, least, most float32) bool { return x >= least && x <= most }

func (c Choices) clone() Choices {
	c.Tables, c.Views = maps.Clone(c.Tables), maps.Clone(c.Views)
	for name, table := range c.Tables {
		c.Tables[name] = Table{Columns: slices.Clone(table.Columns)}
	}
	for place, views := range c.Views {
		views = slices.Clone(views)
		for n, view := range views {
			views[n].Filter = maps.Clone(view.Filter)
			for field, codes := range view.Filter {
				views[n].Filter[field] = slices.Clone(codes)
			}
		}
		c.Views[place] = views
	}
	return c
}
