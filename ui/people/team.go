package people

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// team is the chart of Lampiran I as of a day.
type team struct {
	p       *Page
	day     *widgets.When
	chart   *widgets.OrgChart
	content fyne.CanvasObject
}

func newTeam(p *Page) *team {
	t := &team{p: p, day: p.newDay(), chart: widgets.NewOrgChart()}
	t.day.SetValue(p.today())
	t.day.OnValue = func(time.Time) { t.reload() }
	t.chart.OnTap = func(key string) { p.turn(partPost + key) }
	label := widgets.NewWords(p.around.T("people.asof"))
	picker := container.NewHBox(container.NewCenter(label), widgets.NewWidth(300, t.day))
	t.content = widgets.Over(picker, widgets.Scrolled(t.chart))
	return t
}

// asOf is the last second of the chosen day; a day that cannot be read is today.
func (t *team) asOf() model.Instant {
	day, err := t.day.Value()
	if err != nil || t.day.Empty() {
		day = t.p.today()
	}
	return model.At(midnight(day, t.p.zone()).AddDate(0, 0, 1)) - 1
}

func (t *team) reload() {
	at := t.asOf()
	var chain, teams, beneath []widgets.Post
	for _, e := range model.Posts {
		switch {
		case e.Team == "":
			chain = append(chain, t.leader(e.Post, string(e.Post), t.p.around.Book.Word(e.Post), at))
		case e.Post == "IX":
			beneath = append(beneath, t.agents(at))
		case !e.Many:
			teams = append(teams, t.handlers(e, at))
		}
	}
	t.chart.SetPosts(chain, teams, beneath)
}

// leader is a post that one person holds, or who acts for him.
func (t *team) leader(post model.Post, key, title string, at model.Instant) widgets.Post {
	box := widgets.Post{Key: key, Number: key, Title: title, Note: t.p.around.T("people.vacant"), Tone: look.Warning}
	holders := t.p.desk.Holders(post, at)
	if len(holders) == 0 {
		return box
	}
	first := holders[0]
	box.Holder, box.Note, box.Tone = t.p.holder(first), t.p.around.T("people.since", "Date", t.p.around.Book.Date(first.From.Time())), look.Muted
	if first.Standing != model.Definitive {
		box.Note, box.Tone = t.p.span(first), look.Running
	}
	return box
}

// handlers is a team with its coordinator and the number of its members.
func (t *team) handlers(e model.PostEntry, at model.Instant) widgets.Post {
	box := t.leader(e.Post, e.Team, t.p.around.T(model.TeamKey(e.Team)+".long"), at)
	members := len(t.p.desk.Holders(model.Post(e.Team+".anggota"), at))
	if box.Holder == "" {
		box.Note = t.p.around.T("people.nocoordinator")
	}
	box.Note = strings.Join([]string{box.Note, t.p.around.Book.N("people.members", members)}, " · ")
	return box
}

// agents tells how many Perangkat Daerah have named their agent.
func (t *team) agents(at model.Instant) widgets.Post {
	named, all := 0, 0
	lines := t.p.agentsAt(at)
	for i, line := range lines {
		if i > 0 && lines[i-1].agency.ID == line.agency.ID {
			continue // a second agent of the same one
		}
		all++
		if line.seat.ID != "" {
			named++
		}
	}
	box := widgets.Post{Key: "IX", Number: "IX", Title: t.p.around.Book.Word(model.Post("IX")), Tone: look.Kept}
	box.Holder = t.p.around.T("people.agents", "Named", named, "All", all)
	if named < all {
		box.Note, box.Tone = t.p.around.Book.N("people.agentless", all-named), look.Warning
	}
	return box
}

// holder is a person's name with Plt., Plh. or Pj. in front.
func (p *Page) holder(s model.Seat) string {
	name := p.desk.Person(s.Person).Name
	if s.Standing == model.Definitive {
		return name
	}
	return p.around.Book.Word(s.Standing) + " " + name
}

// span is from when to when a seat is held, the last day included.
func (p *Page) span(s model.Seat) string {
	from := p.around.Book.Date(s.From.Time())
	if !s.To.Known() {
		return p.around.T("people.since", "Date", from)
	}
	return p.around.T("people.span", "From", from, "To", p.around.Book.Date((s.To - 1).Time()))
}
