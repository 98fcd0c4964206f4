package widgets

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"siaga/ui/look"
)

// Chip is one filter that can be switched on.
type Chip struct {
	Key   string
	Word  string
	Icon  fyne.Resource // may be nil
	Count int           // shown after the word; negative for none
}

// Chips are filters beside each other; several can be on, an active one has a tick, a
// bold word and a thick edge.
type Chips struct {
	piece
	OnChange func(active []string) // keys in the order of the chips
	Single   bool                  // switching one on switches the others off

	chips []Chip
	faces []*chipFace
	on    map[string]bool
}

// NewChips returns filters that are all off.
func NewChips(chips ...Chip) *Chips {
	c := &Chips{on: map[string]bool{}}
	c.start(c)
	c.SetChips(chips...)
	return c
}

// SetChips replaces words and counts, and keeps what is on.
func (c *Chips) SetChips(chips ...Chip) {
	c.chips = chips
	c.rebuild()
}

// Active returns the keys that are on, in the order of the chips.
func (c *Chips) Active() []string {
	var keys []string
	for _, chip := range c.chips {
		if c.on[chip.Key] {
			keys = append(keys, chip.Key)
		}
	}
	return keys
}

// SetActive switches exactly these on, without calling OnChange.
func (c *Chips) SetActive(keys ...string) {
	clear(c.on)
	for _, key := range keys {
		c.on[key] = true
	}
	c.rebuild()
}

// Toggle is a tap on a chip.
func (c *Chips) Toggle(key string) {
	was := c.on[key]
	if c.Single {
		clear(c.on)
	}
	c.on[key] = !was
	c.rebuild()
	if c.OnChange != nil {
		c.OnChange(c.Active())
	}
}

func (c *Chips) rebuild() {
	for len(c.faces) < len(c.chips) {
		c.faces = append(c.faces, newChipFace())
	}
	flow := NewFlow()
	for i, chip := range c.chips {
		c.faces[i].set(chip, c.on[chip.Key], func() { c.Toggle(chip.Key) })
		flow.Add(c.faces[i].surface)
	}
	c.show(flow)
}

// chipFace draws one chip.
type chipFace struct {
	*surface
	content *fyne.Container
}

func newChipFace() *chipFace {
	content := row()
	return &chipFace{newSurface(&Panel{Content: inset(0, 5, content), Pad: 4, Radius: 13}, nil), content}
}

func (f *chipFace) set(chip Chip, on bool, tapped func()) {
	icon, fill, edge := chip.Icon, look.ColorPanel, look.ColorBorder
	if on {
		icon, fill, edge = look.IconKept, theme.ColorNameSelection, theme.ColorNamePrimary
	}
	f.content.Objects = nil
	if icon != nil {
		f.content.Add(newIcon(icon))
	}
	f.content.Add(newWords(&Words{Text: chip.Word, Bold: on}))
	if chip.Count >= 0 {
		f.content.Add(newWords(&Words{Text: strconv.Itoa(chip.Count), Colour: look.ColorMuted, Bold: on}))
	}
	f.tapped = tapped
	f.dress(fill, edge)
}

// keyboard is the first chip.
func (c *Chips) keyboard() fyne.Focusable {
	if len(c.chips) == 0 {
		return nil
	}
	return c.faces[0].surface
}
