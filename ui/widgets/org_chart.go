package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"siaga/ui/look"
)

// Post is one position of Lampiran I.
type Post struct {
	Key    string
	Number string    // I to IX
	Title  string    // of the position
	Holder string    // who holds it, with Plt. or Plh. in front
	Note   string    // "vacant", "acting until …", "12 agents"; may be empty
	Tone   look.Tone // of the note
}

// OrgChart draws the team of Lampiran I: a chain of posts from the top, teams side by
// side under it, and the agents beneath all.
type OrgChart struct {
	piece
	OnTap func(key string)
}

// NewOrgChart returns an empty chart.
func NewOrgChart() *OrgChart {
	o := &OrgChart{}
	o.start(o)
	return o
}

// SetPosts replaces the posts: chain from the top down, teams from the left, then those
// beneath.
func (o *OrgChart) SetPosts(chain, teams, beneath []Post) {
	column := stack(0)
	for i, post := range chain {
		if i > 0 {
			column.Add(joint())
		}
		column.Add(container.NewCenter(NewWidth(380, o.newPost(post))))
	}
	for _, level := range [][]Post{teams, beneath} {
		if len(level) == 0 {
			continue
		}
		column.Add(joint())
		column.Add(newPanel(&Panel{Content: container.New(atLeast{Height: 2}, row()), Fill: look.ColorMuted}))
		boxes := container.New(evenColumns{})
		for _, post := range level {
			boxes.Add(topThenRest(joint(), inset(0, 4, o.newPost(post))))
		}
		column.Add(boxes)
	}
	o.show(column)
}

// joint is the short line between two posts.
func joint() fyne.CanvasObject {
	line := container.New(atLeast{Width: 2, Height: 12}, row())
	return container.NewCenter(newPanel(&Panel{Content: line, Fill: look.ColorMuted}))
}

func (o *OrgChart) newPost(post Post) fyne.CanvasObject {
	title := newWrapped(&wrapped{text: post.Number + ". " + post.Title, size: theme.SizeNameCaptionText, ink: look.ColorMuted, width: 200})
	lines := stack(2, title)
	if post.Holder != "" {
		lines.Add(newWrapped(&wrapped{text: post.Holder, size: theme.SizeNameText, bold: true, width: 200}))
	}
	if post.Note != "" {
		lines.Add(newNote(post.Note, post.Tone))
	}
	edge := look.ColorBorder
	if post.Holder == "" {
		edge = post.Tone.Color()
	}
	return newSurface(&Panel{Content: lines, Fill: look.ColorPanel, Edge: edge, Pad: 8, Radius: 6}, func() {
		if o.OnTap != nil {
			o.OnTap(post.Key)
		}
	})
}
