package cli

import (
	"strings"

	"siaga/model"
)

// quoted is what the decree says of a position, in JSON.
type quoted struct {
	Post     model.Post `json:"post"`
	Title    string     `json:"title"`
	ByOffice []string   `json:"byOffice"` // Lampiran I, column Jabatan
	Duties   []string   `json:"duties"`   // Lampiran II, in the order of its letters
}

// duties quotes what the decree says of a position, or of all of a team; it
// needs no desk.
func duties(c *call) error {
	sentence := func(key string) string { return c.book.T(key) }
	var found []quoted
	for _, e := range model.Posts {
		if strings.EqualFold(string(e.Post), c.args[0]) || strings.EqualFold(e.Team, c.args[0]) {
			found = append(found, quoted{e.Post, c.book.Word(e.Post), each(e.TitleKeys(), sentence), each(e.DutyKeys(), sentence)})
		}
	}
	if len(found) == 0 {
		return model.RefuseAt("post", "refuse.post", "Value", c.args[0])
	}
	if c.has("json") {
		return c.sayJSON(found)
	}
	for i, q := range found {
		if i > 0 {
			c.say("")
		}
		c.sayQuoted(q)
	}
	return nil
}

func (c *call) sayQuoted(q quoted) {
	c.say(string(q.Post)+"  "+q.Title, "", c.book.T("people.byoffice"))
	for _, title := range q.ByOffice {
		c.say("  " + title)
	}
	c.say("", c.book.T("people.duties"))
	for i, duty := range q.Duties {
		c.say("  " + string(rune('a'+i)) + ". " + duty)
	}
}
