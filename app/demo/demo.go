package demo

import (
	"fmt"
	"math/rand/v2"
	"time"

	"siaga/app"
	"siaga/model"
)

// Clock is the clock that the desk's World reads; Fill sets it to the instant
// at which each order is typed in.
type Clock interface{ Set(time.Time) }

// Options say which year is told.
type Options struct {
	Seed      uint64
	Until     time.Time // the last day ends here, with the office at work
	Incidents int       // default 160
	Brief     bool      // about ten events an incident, for measuring; always so from 5,000 incidents on
	Clock     Clock     // nil: everything is typed in now, with instants in the past
	Second    bool      // a second desk works beside it and exchanges files; not when told briefly
}

// From is the instant at which the year begins. A caller with a Clock sets it
// to this before founding the desk.
func (o Options) From() time.Time { return o.Until.AddDate(-1, 0, 0) }

// briefly is the size from which incidents are told in about ten events.
const briefly = 5000

// Story counts what Fill made.
type Story struct {
	People, Systems, Seats, Duties int

	Incidents    int
	Outcomes     map[model.Outcome]int // "" are those still open
	Slow         int                   // closed, answered after the response deadline
	Late         int                   // closed after the resolution deadline
	Overdue      int                   // open, and the resolution deadline has passed
	Paused       int
	Reclassified int
	Reopened     int
	Backdated    int // typed in on a later day than received
	Notices      int
	Evidence     int

	Orders, Events int
}

// teller tells the year to the desk.
type teller struct {
	desk    *app.Desk
	options Options
	rand    *rand.Rand
	zone    *time.Location
	from    model.Instant
	until   model.Instant
	texts   library
	town    town
	staff   staff
	systems []system
	recent  []*plan // registered lately, for reports that double them
	today   []*plan // open at the end
	pending []deed
	given   int
	letters int
	doubles int // incidents that the second desk adds
	story   Story
}

// Fill enters the year into a desk that was founded and holds no incidents; it
// stops at the first order that the desk refuses.
func Fill(d *app.Desk, o Options) (Story, error) {
	if o.Incidents == 0 {
		o.Incidents = 160
	}
	if len(d.Incidents()) > 0 {
		return Story{}, fmt.Errorf("fill the demo office: the desk holds incidents already")
	}
	texts, err := readTexts()
	if err != nil {
		return Story{}, err
	}
	t := &teller{
		desk: d, options: o, texts: texts, rand: rand.New(rand.NewPCG(o.Seed, 0x53696167)),
		from: model.At(o.From()), until: model.At(o.Until),
		story: Story{Outcomes: map[model.Outcome]int{}},
	}
	t.zone, _ = d.Zone()
	if err := t.furnish(); err != nil {
		return t.story, err
	}
	if err := t.withSecond(t.tellYear); err != nil {
		return t.story, err
	}
	_, err = d.Warn() // once, at the end of the story
	return t.story, err
}

func (t *teller) terse() bool { return t.options.Brief || t.options.Incidents >= briefly }
