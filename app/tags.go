package app

import (
	"cmp"
	"slices"

	"siaga/model"
)

// Tag is a tag as most incidents spell it, and how many have it.
type Tag struct {
	Name      string
	Incidents int
}

// Tags are all tags that incidents have, in the order of the alphabet.
func (d *Desk) Tags() []Tag {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.tags()
}

func (d *Desk) tags() (tags []Tag) {
	counts := map[string]int{}
	for _, row := range d.rows {
		for _, tag := range row.TagList() {
			counts[tag]++
		}
	}
	spellings := sortedKeys(counts)
	slices.SortStableFunc(spellings, func(a, b string) int {
		return cmp.Or(cmp.Compare(model.TagKey(a), model.TagKey(b)), cmp.Compare(counts[b], counts[a]))
	})
	for _, spelling := range spellings {
		if n := len(tags) - 1; n >= 0 && model.TagKey(tags[n].Name) == model.TagKey(spelling) {
			tags[n].Incidents += counts[spelling]
			continue
		}
		tags = append(tags, Tag{spelling, counts[spelling]})
	}
	return tags
}

// asSpelled are tags as incidents here have them already.
func (d *Desk) asSpelled(tags []string) []string {
	for _, known := range d.tags() {
		for n, tag := range tags {
			if model.TagKey(tag) == model.TagKey(known.Name) {
				tags[n] = known.Name
			}
		}
	}
	return tags
}
