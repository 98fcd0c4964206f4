package model

import (
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// office is Perpres 21/2023 as an office of Bekasi reads it, with two holidays.
func officeHours() *Calendar {
	day, friday := []Hours{{450, 720}, {780, 960}}, []Hours{{450, 690}, {780, 990}}
	return NewCalendar(Calendar{Offset: 7 * 3600, Week: Week{1: day, 2: day, 3: day, 4: day, 5: friday},
		Holidays: []Holiday{{"2026-12-25", "Kelahiran Yesus Kristus", false}, {"2026-12-24", "Natal", true}},
		Seasons:  []Season{{"Ramadan", "2026-02-19", "2026-03-20", Week{1: {{480, 720}, {750, 900}}}}}})
}

func TestDeadlinesInOfficeHours(t *testing.T) {
	c := officeHours()
	for _, d := range []struct {
		from  string
		hours float64
		due   string
	}{
		{"2026-10-05 09:12", 1, "2026-10-05 10:12"},    // Monday
		{"2026-10-05 11:30", 1, "2026-10-05 13:30"},    // over the break
		{"2026-10-05 11:00", 1, "2026-10-05 12:00"},    // exactly at the break: the first second at which it is full
		{"2026-10-05 15:30", 1, "2026-10-06 08:00"},    // over night
		{"2026-10-09 16:00", 1, "2026-10-12 08:00"},    // Friday evening to Monday
		{"2026-10-10 10:00", 1, "2026-10-12 08:30"},    // received on a Saturday
		{"2026-12-23 15:00", 2, "2026-12-28 08:30"},    // over two holidays and a weekend
		{"2026-10-05 07:30", 37.5, "2026-10-09 16:30"}, // one whole week
		{"2026-10-05 00:00", 48, "2026-10-13 10:30"},   // Rendah: a week of 37.5 h, Monday 7.5 h, Tuesday 3 h
		{"2026-03-16 14:30", 1, "2026-03-23 08:00"},    // the only day of a Ramadan week, then the week after Ramadan
	} {
		if got := c.After(wib(d.from), Seconds(d.hours*3600)); got != wib(d.due) {
			t.Errorf("%s + %v h is %s, not %s", d.from, d.hours, got.Time().In(jakarta).Format("2006-01-02 15:04"), d.due)
		}
	}
}

func TestACalendarCountsForthAndBack(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		c := someCalendar(rand.New(rand.NewPCG(3, rapid.Uint64().Draw(r, "calendar"))))
		from := wib(rapid.SampledFrom(eves).Draw(r, "eve")) + Instant(rapid.IntRange(-90*secondsOfDay, 90*secondsOfDay).Draw(r, "from"))
		length := Seconds(rapid.IntRange(1, 400*3600).Draw(r, "length"))
		due := c.After(from, length)
		if c.Between(from, due) != length || c.Between(from, due-1) >= length {
			r.Fatalf("%d s from %s is %s, and that far count %d", length, from, due, c.Between(from, due))
		}
		cut := from + Instant(rapid.IntRange(0, 90*secondsOfDay).Draw(r, "cut"))
		if c.Between(from, cut)+c.Between(cut, due) != length || c.Between(due, from) != -length {
			r.Fatalf("cut at %s, the parts of %s to %s are not the whole", cut, from, due)
		}
	})
}

func TestACalendarReadFromItsWordsCountsTheSame(t *testing.T) {
	c := officeHours()
	b, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	var back Calendar
	if err := json.Unmarshal(b, &back); err != nil || !reflect.DeepEqual(&back, c) {
		t.Errorf("%v: %+v", err, back)
	}
	if bare := (&Calendar{Offset: c.Offset, Week: c.Week}); bare.After(wib("2026-10-05 15:30"), 3600) != wib("2026-10-06 08:00") {
		t.Error("a calendar that was not made ready counts otherwise")
	}
}

// What only a foreign file could bring must neither hang nor break the desk.
func TestACalendarThatNoOfficeCouldHaveStillCounts(t *testing.T) {
	for _, hostile := range []string{
		`{"week":[[],[],[],[],[],[],[]]}`,
		`{"week":[[{"from":-5,"to":99999}],[{"from":900,"to":100}],[],[],[],[],[]]}`,
		`{"week":[[],[{"from":0,"to":1}],[],[],[],[],[]],"seasons":[{"name":"x","from":"1970-01-01","to":"2200-12-31","week":[[],[],[],[],[],[],[]]}]}`,
		`{"offset":9223372036854775807,"week":[[],[{"from":480,"to":900}],[],[],[],[],[]],"holidays":[{"date":"x"},{"date":"2026-10-05"}]}`,
	} {
		var c Calendar
		if err := json.Unmarshal([]byte(hostile), &c); err != nil {
			t.Fatal(err)
		}
		for _, length := range []Seconds{0, 3600, longestTarget, 1 << 62} {
			began := time.Now()
			c.Between(wib("2026-10-05 09:12"), c.After(wib("2026-10-05 09:12"), length))
			if took := time.Since(began); took > time.Second {
				t.Errorf("%s counts for %s", hostile[:40], took)
			}
		}
		if c.Check() == nil {
			t.Errorf("%s is taken", hostile)
		}
	}
}

func FuzzCalendar(f *testing.F) {
	b, _ := json.Marshal(officeHours())
	f.Add(string(b), int64(1_700_000_000), int64(86_400))
	f.Fuzz(func(t *testing.T, text string, from, length int64) {
		var c Calendar
		if len(text) > 1<<16 || json.Unmarshal([]byte(text), &c) != nil || c.Check() != nil {
			return
		}
		at, span := Instant(from%(1<<33)), Seconds(max(1, length%longestTarget))
		if got := c.Between(at, c.After(at, span)); got != span {
			t.Errorf("%d of %d s count in %s", got, span, strings.TrimSpace(text))
		}
	})
}
