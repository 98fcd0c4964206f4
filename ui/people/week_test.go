package people

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"siaga/model"
)

var wib = time.FixedZone("WIB", 7*3600)

// monday begins the week of these stories.
var monday = time.Date(2026, 11, 23, 0, 0, 0, 0, wib)

// turn is a turn of duty from an hour of the week on.
func turn(person string, from, hours float64) model.Duty {
	start := model.At(monday.Add(time.Duration(from * float64(time.Hour))))
	return model.Duty{Person: model.PersonID(person), StartAt: start, EndAt: start.Add(time.Duration(hours * float64(time.Hour)))}
}

func TestAWeekWithoutShiftsIsKeptByWholeDays(t *testing.T) {
	w := planWeek([]model.Duty{turn("dewi", 7.5, 24), turn("eko", 3*24+7.5, 24)}, monday)
	if len(w.shifts) != 1 || w.shifts[0] != wholeDay {
		t.Fatalf("shifts %v", w.shifts)
	}
	for day, want := range []gap{filled, nobody, nobody, filled, nobody, nobody, nobody} {
		if got := w.cells[day][0].gap; got != want {
			t.Errorf("day %d: gap %d, want %d", day, got, want)
		}
	}
}

func TestOwnTimesHaveTheirOwnLine(t *testing.T) {
	duties := []model.Duty{turn("dewi", 7.5, 8), turn("eko", 15.5, 16), turn("dewi", 24+7.5, 8)}
	w := planWeek(duties, monday)
	if len(w.shifts) != 2 {
		t.Fatalf("morning and night fill the day, but there are %d lines", len(w.shifts))
	}
	if w.cells[0][1].turns[0].Person != "eko" || w.cells[1][1].gap != nobody {
		t.Errorf("the second line is %+v", w.cells[1][1])
	}
	alone := planWeek([]model.Duty{turn("dewi", 7.5, 8)}, monday)
	if len(alone.shifts) != 2 || alone.cells[0][1].gap != partly {
		t.Error("a morning alone must leave the whole day to be filled")
	}
}

func TestATurnOfSeveralDaysStandsOnEachOfThem(t *testing.T) {
	w := planWeek([]model.Duty{turn("dewi", 8, 72)}, monday)
	for day := range 7 {
		if got, want := len(w.cells[day][0].turns), map[bool]int{true: 1, false: 0}[day < 3]; got != want {
			t.Errorf("day %d has %d turns", day, got)
		}
	}
	if w.cells[0][0].gap != partly || w.cells[3][0].gap != partly || w.cells[1][0].gap != filled {
		t.Error("the half hours before the first and after the last day are not told")
	}
}

func TestTheCopyLeavesOutWhoIsBusy(t *testing.T) {
	last, busy, gone := turn("dewi", -7*24+7.5, 24), turn("eko", -6*24+7.5, 24), turn("fajar", -5*24+7.5, 24)
	gone.Retired = "salah"
	next := copied([]model.Duty{last, busy, gone, turn("eko", 24, 24)}, monday)
	if len(next) != 1 || next[0].Person != "dewi" || next[0].StartAt != turn("dewi", 7.5, 24).StartAt {
		t.Errorf("copied %+v", next)
	}
}

// Whatever the roster: a cell is a gap exactly where an hour of it has nobody,
// and no turn of the week is lost.
func TestGapsAreWhereNobodyIs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var duties []model.Duty
		at := -24.0
		for range rapid.IntRange(0, 14).Draw(t, "turns") {
			at += float64(rapid.IntRange(0, 20).Draw(t, "pause"))
			hours := float64(rapid.IntRange(1, 60).Draw(t, "hours"))
			duties = append(duties, turn("dewi", at, hours))
			at += hours / 2
		}
		w := planWeek(duties, monday)
		seen := map[model.Instant]bool{}
		for _, line := range w.cells {
			for _, c := range line {
				for _, d := range c.turns {
					seen[d.StartAt] = true
				}
				covered, all := 0, 0
				for second := c.from; second < c.to; second += 1800 {
					all++
					for _, d := range duties {
						if d.Covers(second) {
							covered++
							break
						}
					}
				}
				if want := map[bool]gap{true: filled, false: partly}[covered == all]; covered > 0 && c.gap != want || covered == 0 && c.gap != nobody {
					t.Fatalf("%d of %d half hours covered, gap %d", covered, all, c.gap)
				}
			}
		}
		for _, d := range duties {
			if d.StartAt >= model.At(monday) && d.StartAt < model.At(monday.AddDate(0, 0, 7)) && d.EndAt.Sub(d.StartAt) <= 24*time.Hour && !seen[d.StartAt] {
				t.Fatalf("the turn of %s is lost", d.StartAt)
			}
		}
	})
}
