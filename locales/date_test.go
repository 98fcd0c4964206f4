package locales

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

// afternoon is a Tuesday afternoon at the office: 14.30 WIB.
var afternoon = time.Date(2023, 5, 9, 7, 30, 0, 0, time.UTC)

func TestAnInstantIsPrintedAsTheOfficeWritesIt(t *testing.T) {
	for _, c := range []struct {
		print    func(*Book, time.Time) string
		id, engl string
	}{
		{(*Book).Date, "9 Mei 2023", "9 May 2023"},
		{(*Book).DateLong, "Selasa, 9 Mei 2023", "Tuesday, 9 May 2023"},
		{(*Book).DateTime, "Selasa, 9 Mei 2023 pukul 14.30 WIB", "9 May 2023, 14:30 WIB"},
		{(*Book).Stamp, "09-05-2023 14.30", "09-05-2023 14:30"},
		{(*Book).Clock, "14.30 WIB", "14:30 WIB"},
		{(*Book).Month, "Mei 2023", "May 2023"},
		{(*Book).Quarter, "Triwulan II 2023", "Second quarter of 2023"},
		{(*Book).HalfYear, "Semester I 2023", "First half of 2023"},
		{(*Book).Year, "Tahun 2023", "Year 2023"},
	} {
		same(t, c.print(Open(ID), afternoon), c.id)
		same(t, c.print(Open(EN), afternoon), c.engl)
	}
	same(t, Open(ID).DateTime(time.Time{}), "–")
}

func TestADayBeginsAtMidnightOfTheOffice(t *testing.T) {
	lastSecond := time.Date(2026, 12, 31, 16, 59, 59, 0, time.UTC)
	book := Open(ID)
	same(t, book.DateTime(lastSecond), "Kamis, 31 Desember 2026 pukul 23.59 WIB")
	same(t, book.DateTime(lastSecond.Add(time.Second)), "Jumat, 1 Januari 2027 pukul 00.00 WIB")
	same(t, book.Quarter(lastSecond.Add(time.Second)), "Triwulan I 2027")

	east := book.In(time.FixedZone("", 9*60*60), "WIT")
	same(t, east.DateTime(afternoon), "Selasa, 9 Mei 2023 pukul 16.30 WIT")
	same(t, book.Clock(afternoon), "14.30 WIB")
}

func TestEveryMonthAndDayHasItsName(t *testing.T) {
	book := Open(ID)
	months := []string{"Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli",
		"Agustus", "September", "Oktober", "November", "Desember"}
	for i, name := range months {
		same(t, book.Month(time.Date(2026, time.Month(i+1), 5, 0, 0, 0, 0, time.UTC)), name+" 2026")
	}
	days := []string{"Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"}
	for i, name := range days { // 4 October 2026 was a Sunday
		at := time.Date(2026, 10, 4+i, 0, 0, 0, 0, time.UTC)
		same(t, book.DateLong(at), name+", "+book.Date(at))
	}
}

func TestARangeSaysMonthAndYearOnce(t *testing.T) {
	on := func(year, month, day int) time.Time {
		return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.FixedZone("", 7*60*60))
	}
	book := Open(ID)
	same(t, book.Range(on(2026, 10, 1), on(2026, 10, 31)), "1–31 Oktober 2026")
	same(t, book.Range(on(2026, 9, 28), on(2026, 10, 3)), "28 September – 3 Oktober 2026")
	same(t, book.Range(on(2025, 12, 28), on(2026, 1, 3)), "28 Desember 2025 – 3 Januari 2026")
	same(t, book.Range(on(2026, 10, 1), on(2026, 10, 1)), "1 Oktober 2026")
	same(t, Open(EN).Range(on(2026, 10, 1), on(2026, 10, 31)), "1–31 October 2026")
}

func TestWhatIsPrintedCanBeTypedBack(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		book := anyBook(r)
		at := anyMinute(r)
		for name, text := range map[string]string{
			"DateTime": book.DateTime(at),
			"Stamp":    book.Stamp(at),
			"long":     book.DateLong(at) + " " + book.Clock(at),
			"RFC 3339": at.In(book.zone).Format(time.RFC3339),
		} {
			back, err := book.ParseInstant(text, afternoon)
			if err != nil || !back.Equal(at) || back.Location() != time.UTC {
				r.Fatalf("%s: %q became %v, %v; it was %v", name, text, back, err, at)
			}
		}
		back, err := book.ParseInstant(book.Clock(at), at)
		if err != nil || !back.Equal(at) {
			r.Fatalf("time alone: %v, %v; it was %v", back, err, at)
		}
	})
}

func anyBook(r *rapid.T) *Book {
	book := Open(rapid.SampledFrom(Langs()).Draw(r, "language"))
	hours := rapid.SampledFrom([]int{7, 8, 9}).Draw(r, "zone")
	return book.In(time.FixedZone("", hours*60*60), map[int]string{7: "WIB", 8: "WITA", 9: "WIT"}[hours])
}

// anyMinute is a whole minute between 1900 and 2100.
func anyMinute(r *rapid.T) time.Time {
	return time.Unix(60*rapid.Int64Range(-36_000_000, 68_000_000).Draw(r, "minute"), 0).UTC()
}
