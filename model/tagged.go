package model

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestTag is how many characters a tag has at most.
const longestTag = 40

// Tagged is the fact that an incident got tags or lost some. A tag is a short
// word by which the secretariat groups incidents: a campaign, a project, an
// exercise ("judi daring 2026"). An ended incident still takes them.
type Tagged struct{ Tags SetChange }

// Kind is "incident.tagged".
func (Tagged) Kind() Kind { return "incident.tagged" }

// Check refuses what is no tag, and changing nothing.
func (t Tagged) Check() error {
	for _, tag := range t.Tags.Add {
		switch {
		case tag == "" || utf8.RuneCountInString(tag) > longestTag:
			return RefuseAt("add", "refuse.tag-length", "Most", longestTag)
		case strings.Contains(tag, ",") || strings.ContainsFunc(tag, unprintable):
			return RefuseAt("add", "refuse.tag-sign", "Value", CleanLine(tag))
		}
	}
	if len(t.Tags.Add)+len(t.Tags.Remove) == 0 {
		return Refuse("refuse.nothing-changed")
	}
	return nil
}

func unprintable(r rune) bool { return !unicode.IsPrint(r) }

// Values writes the additions and removals.
func (t Tagged) Values() Values { return Values{"tags": t.Tags} }

// CleanTags are tags as they are recorded: one space between words, none around.
func CleanTags(typed []string) (tags []string) {
	for _, text := range typed {
		tags = append(tags, strings.Join(strings.Fields(text), " "))
	}
	return tags
}

// TagKey is the same for tags that differ in capitals alone: they are one tag.
func TagKey(tag string) string { return strings.ToLower(tag) }

// HasTag reports whether a tag is among others, in whatever capitals.
func HasTag(tags []string, tag string) bool {
	key := TagKey(tag)
	return slices.ContainsFunc(tags, func(t string) bool { return TagKey(t) == key })
}

// eachOnce leaves the first spelling of each tag.
func eachOnce(tags []string) (out []string) {
	for _, tag := range tags {
		if !HasTag(out, tag) {
			out = append(out, tag)
		}
	}
	return out
}

// TagsLacking are those among tags that the incident lacks, each once.
func (i Incident) TagsLacking(tags []string) []string {
	return slices.DeleteFunc(eachOnce(tags), func(tag string) bool { return HasTag(i.Tags, tag) })
}

// TagsAmong are those among tags that the incident has, in every spelling in
// which it has them: desks can have given it one tag in two spellings at once.
func (i Incident) TagsAmong(tags []string) (out []string) {
	for _, tag := range i.tagged {
		if HasTag(tags, tag) {
			out = append(out, tag)
		}
	}
	return out
}

// TagList is the row's tags one by one.
func (r *Row) TagList() []string {
	if r.Tags == "" {
		return nil
	}
	return strings.Split(r.Tags, tagBetween)
}

// tagBetween stands between the tags of a row; no tag has it.
const tagBetween = ","
