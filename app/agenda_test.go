package app

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"siaga/model"
)

// hour is the present of these stories.
const hour = model.Instant(1_795_000_000)

// row is an incident received some minutes ago that stands at a step.
func row(class model.Class, minutes int, step model.Step, teams ...string) *model.Row {
	received := hour.Add(-time.Duration(minutes) * time.Minute)
	policy := model.Decree()
	r := &model.Row{Ticket: model.NewTicket("CSIRT", 2026, "A", minutes), Teams: teams,
		Course: model.Course{Policy: &policy, Class: class, ReceivedAt: received, Step: step}}
	r.ID = model.IncidentID(fmt.Sprintf("%032x", minutes))
	for s := model.StepReport; s < step; s++ {
		r.Passages = append(r.Passages, model.Passage{Segment: 1, Step: s, At: received})
	}
	return r
}

func paused(r *model.Row, expected model.Instant) *model.Row {
	r.Pauses = []model.Pause{{ID: "p", From: r.ReceivedAt, Expected: expected, Reason: "lainnya"}}
	return r
}

func TestEachIncidentStandsWhereItIsMostUrgent(t *testing.T) {
	for name, story := range map[string]struct {
		row   *model.Row
		queue Queue
		act   Act
	}{
		"nobody classified it":           {row("", 5, 2), QueueFresh, ActClassify},
		"not classified for a day":       {row("", 1500, 2), QueueFresh, ActClassify},
		"the reporter waits":             {row(model.Tinggi, 5, 2), QueueFresh, ActAnswer},
		"the response is late":           {row(model.Strategis, 11, 2), QueueOverdue, ActAnswer},
		"escalation without a team":      {row(model.Tinggi, 60, 5), QueueTeamless, ActAssign},
		"the team investigates":          {row(model.Tinggi, 60, 6, "V"), QueueNext, ActPass},
		"the resolution is late":         {row(model.Strategis, 481, 6, "V"), QueueOverdue, ActPass},
		"the report is to be written":    {row(model.Rendah, 60, 8, "V"), QueueClosing, ActReport},
		"closed but not announced":       {row(model.Rendah, 60, 9, "V"), QueueClosing, ActAnnounce},
		"paused until later":             {paused(row(model.Rendah, 60, 6, "V"), hour.Add(time.Hour)), QueueNext, ActResume},
		"paused beyond what was thought": {paused(row(model.Rendah, 60, 6, "V"), hour.Add(-time.Minute)), QueueStale, ActResume},
	} {
		agenda := Plan([]*model.Row{story.row}, hour, hour, "")
		if tasks := agenda.Queues[story.queue]; len(tasks) != 1 || tasks[0].Act != story.act {
			t.Errorf("%s: %+v", name, agenda.Queues)
		}
	}
}

func TestTheFiguresCountWhatIsOpen(t *testing.T) {
	closed := row(model.Tinggi, 30, model.StepDone, "V")
	closed.Outcome = model.Closed
	rows := []*model.Row{row("", 5, 2), row("", 11, 2), row(model.Strategis, 11, 2), row(model.Tinggi, 30, 6, "V"),
		paused(row(model.Rendah, 60, 6, "V"), hour), row(model.Strategis, 8*60-20, 6, "V"), closed}
	agenda := Plan(rows, hour, hour.Add(-12*time.Minute), "")
	want := map[Tally]int{TallyOpen: 6, TallyLate: 1, TallySoon: 2, TallyUnclassified: 2, TallyProvisional: 1, TallyPaused: 1, TallyNew: 3}
	for c, n := range want {
		if agenda.Tallies[c] != n {
			t.Errorf("%s: %d, want %d", c, agenda.Tallies[c], n)
		}
	}
	if Plan([]*model.Row{closed}, hour, hour, "").Waits() {
		t.Error("a closed incident waits for nobody")
	}
}

func TestConflictsAndMyTasksStandBeside(t *testing.T) {
	r := row(model.Tinggi, 30, 6, "V")
	r.Conflicts, r.Persons = 2, []model.PersonID{"dewi"}
	agenda := Plan([]*model.Row{r}, hour, hour, "dewi")
	for queue, act := range map[Queue]Act{QueueNext: ActPass, QueueConflicts: ActDecide, QueueMine: ActPass} {
		if tasks := agenda.Queues[queue]; len(tasks) != 1 || tasks[0].Act != act {
			t.Errorf("%s: %+v", queue, tasks)
		}
	}
	if len(Plan([]*model.Row{r}, hour, hour, "").Queues[QueueMine]) != 0 {
		t.Error("with nobody at the desk there are no own tasks")
	}
}

// Whatever comes in: every open incident is in exactly one urgent queue, and the
// nearer deadline stands first.
func TestNoOpenIncidentIsForgotten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var rows []*model.Row
		open := 0
		for i := range rapid.IntRange(0, 30).Draw(t, "incidents") {
			step := model.Step(rapid.IntRange(2, 9).Draw(t, "step"))
			class := rapid.SampledFrom([]model.Class{"", model.Strategis, model.Tinggi, model.Rendah}).Draw(t, "class")
			r := row(class, rapid.IntRange(0, 4000).Draw(t, "age")*31+i, step, rapid.SampledFrom([][]string{nil, {"V"}}).Draw(t, "teams")...)
			if rapid.Bool().Draw(t, "ended") {
				r.Outcome = model.Rejected
			} else {
				open++
			}
			rows = append(rows, r)
		}
		agenda := Plan(rows, hour, hour, "")
		listed := 0
		for queue, tasks := range agenda.Queues {
			listed += len(tasks)
			if !slices.IsSortedFunc(tasks, func(a, b Task) int { return int(int64(lastIfUnknown(a.Due)>>1) - int64(lastIfUnknown(b.Due)>>1)) }) {
				t.Errorf("%s is not in the order of its deadlines", queue)
			}
		}
		if listed != open || agenda.Tallies[TallyOpen] != open {
			t.Errorf("%d open, %d in the queues, %d counted", open, listed, agenda.Tallies[TallyOpen])
		}
	})
}

func BenchmarkPlanOf100000(b *testing.B) {
	rows := make([]*model.Row, 100_000)
	for i := range rows {
		rows[i] = row(model.Tinggi, i, 6, "V")
		if i%500 != 0 {
			rows[i].Outcome = model.Closed
		}
	}
	for b.Loop() {
		Plan(rows, hour, hour, "")
	}
}
