package locales

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestADurationIsPrintedInWords(t *testing.T) {
	for _, c := range []struct {
		d                       time.Duration
		id, engl, exact, inCell string
	}{
		{85 * time.Minute, "1 jam 25 menit", "1 hour 25 minutes", "1 jam 25 menit", "1:25"},
		{51 * time.Hour, "2 hari 3 jam", "2 days 3 hours", "2 hari 3 jam", "51:00"},
		{26*time.Hour + 5*time.Minute + 9*time.Second, "1 hari 2 jam", "1 day 2 hours", "1 hari 2 jam 5 menit 9 detik", "26:05"},
		{8 * time.Hour, "8 jam", "8 hours", "8 jam", "8:00"},
		{45 * time.Second, "45 detik", "45 seconds", "45 detik", "0:00"},
		{0, "0 menit", "0 minutes", "0 menit", "0:00"},
		{-85 * time.Minute, "-1 jam 25 menit", "-1 hour 25 minutes", "-1 jam 25 menit", "-1:25"},
	} {
		same(t, Open(ID).Duration(c.d), c.id)
		same(t, Open(EN).Duration(c.d), c.engl)
		same(t, Open(ID).DurationExact(c.d), c.exact)
		same(t, Open(ID).DurationShort(c.d), c.inCell)
	}
	same(t, Open(ID).Overdue(-85*time.Minute), "terlambat 1 jam 25 menit")
	same(t, Open(EN).Overdue(time.Second), "1 second late")
}

func TestTimeIsToldAsSeenFromNow(t *testing.T) {
	for _, c := range []struct {
		ahead    time.Duration
		id, engl string
	}{
		{-12 * time.Minute, "12 menit lalu", "12 minutes ago"},
		{3*time.Hour + 59*time.Minute, "dalam 3 jam", "in 3 hours"},
		{-49 * time.Hour, "2 hari lalu", "2 days ago"},
		{-59 * time.Second, "baru saja", "just now"},
		{0, "baru saja", "just now"},
		{time.Second, "sebentar lagi", "in a moment"},
	} {
		same(t, Open(ID).Ago(afternoon.Add(c.ahead), afternoon), c.id)
		same(t, Open(EN).Ago(afternoon.Add(c.ahead), afternoon), c.engl)
	}
}

func TestADurationCanBeTypedBack(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		book := anyBook(r)
		d := time.Duration(rapid.Int64Range(0, 1e9).Draw(r, "seconds")) * time.Second
		typed := func(text string) time.Duration {
			back, err := book.ParseDuration(text)
			if err != nil {
				r.Fatalf("%q is refused: %v", text, err)
			}
			return back
		}
		if back := typed(book.DurationExact(d)); back != d {
			r.Fatalf("%v came back as %v", d, back)
		}
		if back := typed(book.DurationShort(d)); back != d.Truncate(time.Minute) {
			r.Fatalf("%v came back as %v from the cell", d, back)
		}
		if back := typed(book.Duration(d)); back > d || d-back >= time.Hour || d < day && d-back >= time.Minute {
			r.Fatalf("%v came back as %v, which is too far", d, back)
		}
	})
}
