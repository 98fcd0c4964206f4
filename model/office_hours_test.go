package model

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestTheWeeksOfThePerpres(t *testing.T) {
	for name, c := range map[string]struct {
		week Week
		want Seconds
	}{"ordinary": {OfficeWeek(), 37*3600 + 1800}, "Ramadan": {RamadanWeek(), 32*3600 + 1800}} {
		if got := c.week.Length(); got != c.want {
			t.Errorf("the %s week has %v, not %v", name, got.Duration(), c.want.Duration())
		}
	}
}

func TestTheHolidaysOf2026(t *testing.T) {
	c := OfficeHours(25200)
	if err := c.Check(); err != nil {
		t.Fatal(err)
	}
	joint := 0
	for _, h := range c.Holidays {
		if h.Joint {
			joint++
		}
	}
	if national := len(c.Holidays) - joint; national != 17 || joint != 8 {
		t.Errorf("%d libur nasional and %d cuti bersama", national, joint)
	}
	// 16 and 17 March in Ramadan, then nothing up to Idulfitri's end, three ordinary days.
	want := lengthOf(RamadanWeek()[1]) + lengthOf(RamadanWeek()[2]) + 2*lengthOf(OfficeWeek()[3]) + lengthOf(OfficeWeek()[5])
	if got := c.Between(begin(c, "2026-03-16"), begin(c, "2026-03-30")); got != want {
		t.Errorf("two weeks round Idulfitri count %v, not %v", got.Duration(), want.Duration())
	}
}

func begin(c *Calendar, d Date) Instant { n, _ := d.day(); return c.instant(n, 0) }

func TestHolidaysOfAFile(t *testing.T) {
	for name, file := range map[string]string{
		"commas":       "tanggal,nama,jenis\n2027-01-01,Tahun Baru 2027 Masehi,libur nasional\n2027-02-08,Isra Mikraj,Cuti Bersama\n",
		"semicolons":   "Tanggal;Nama;Jenis\r\n2027-01-01;Tahun Baru 2027 Masehi;libur nasional\r\n2027-02-08;Isra Mikraj;cuti bersama\r\n",
		"other order":  "\ufeffjenis, nama, tanggal\nlibur nasional,\"Tahun Baru 2027 Masehi\",2027-01-01\ncuti bersama,Isra Mikraj,2027-02-08\n,,\n",
		"more columns": "no,tanggal,nama,jenis\n1,2027-01-01,Tahun Baru 2027 Masehi,libur nasional\n2,2027-02-08,Isra Mikraj,cuti bersama",
	} {
		got, err := ReadHolidays([]byte(file))
		if err != nil || len(got.Holidays) != 2 || got.Holidays[0] != (Holiday{Date: "2027-01-01", Name: "Tahun Baru 2027 Masehi"}) || got.Holidays[1] != (Holiday{"2027-02-08", "Isra Mikraj", true}) {
			t.Errorf("%s: %v, %v", name, got, err)
		}
	}
	formula := CalendarDays{Holidays: append(holidays2026(), Holiday{Date: "2026-07-07", Name: "=1+1"}), Seasons: []Season{ramadan2026(), {Name: "Jam darurat", From: "2026-05-04", To: "2026-05-05"}}}
	again, err := ReadHolidays(WriteHolidays(formula))
	if err != nil || !slices.Equal(again.Holidays, formula.Holidays) || len(again.Seasons) != 1 || again.Seasons[0].From != "2026-02-19" || again.Seasons[0].To != "2026-03-20" {
		t.Errorf("what was written reads as %v, %v", again, err)
	}
	if strings.Contains(string(WriteHolidays(formula)), ",=") {
		t.Error("a name is written as a formula")
	}
}

func TestAFileOfHolidaysIsRefusedAtItsLine(t *testing.T) {
	const head = "tanggal,nama,jenis\n2027-01-01,Tahun Baru,libur nasional\n"
	const until = "tanggal,nama,jenis,sampai\n"
	for _, c := range []struct {
		file, key string
		line      int
	}{
		{"", "refuse.holidays-columns", 0},
		{"date,name,kind\n", "refuse.holidays-columns", 0},
		{"tanggal,nama,jenis\n", "refuse.holidays-none", 0},
		{head + "31-12-2027,Akhir,libur nasional\n", "refuse.holidays-date", 3},
		{head + "2027-02-29,Kabisat,libur nasional\n", "refuse.holidays-date", 3},
		{head + "2027-1-2,Pendek,libur nasional\n", "refuse.holidays-date", 3},
		{head + ",Tanpa tanggal,libur nasional\n", "refuse.holidays-date", 3},
		{head + "\n2027-01-01,Lagi,libur nasional\n", "refuse.holidays-twice", 4},
		{head + "2027-01-02, ,libur nasional\n", "refuse.holidays-name", 3},
		{head + "2027-01-02,Sabtu,akhir pekan\n", "refuse.holidays-kind", 3},
		{head + "2027-01-02,Sabtu\n", "refuse.holidays-kind", 3},
		{head + "2027-01-02,\"Sabtu,libur nasional\n", "refuse.holidays-line", 3},
		{head + "2027-01-02,Na\xefve,libur nasional\n", "refuse.holidays-utf8", 0},
		{head + "2027-02-08,Ramadan 1448 H,ramadan\n", "refuse.holidays-until", 3},
		{until + "2027-02-08,Ramadan 1448 H,ramadan,2027-02-07\n", "refuse.holidays-until", 2},
		{until + "2027-02-08,Ramadan 1448 H,ramadan,2027-02-30\n", "refuse.holidays-until", 2},
		{until + "2027-02-08,Ramadan 1448 H,ramadan,2027-03-10\n", "refuse.holidays-until", 2},
		{until + "2027-02-30,Ramadan 1448 H,ramadan,2027-03-09\n", "refuse.holidays-date", 2},
		{until + "2027-02-08,,ramadan,2027-03-09\n", "refuse.holidays-name", 2},
		{until + "2027-02-08,Ramadan 1448 H,ramadan,2027-03-09\n2027-03-09,Ramadan lagi,ramadan,2027-03-20\n", "refuse.holidays-overlap", 3},
		{until + "2027-03-10,Idulfitri,libur nasional,2027-03-11\n", "refuse.holidays-span", 2},
		{"PK\x03\x04xl/workbook.xml", "refuse.holidays-workbook", 0},
		{head + strings.Repeat(",,\n", MostHolidayBytes/3), "refuse.holidays-large", 0},
	} {
		got, err := ReadHolidays([]byte(c.file))
		r, ok := AsRefusal(err)
		if !ok || r.Key != c.key || r.Field != "holidays" || len(got.Holidays)+len(got.Seasons) != 0 {
			t.Errorf("%.60q: %v, %v; want %s", c.file, got, err, c.key)
			continue
		}
		line := 0
		for i := 0; i+1 < len(r.Args); i += 2 {
			if r.Args[i] == "Line" {
				line = r.Args[i+1].(int)
			}
		}
		if line != c.line {
			t.Errorf("%.60q is refused at line %d, not %d", c.file, line, c.line)
		}
	}
}

func TestAFileReplacesTheYearsThatItNames(t *testing.T) {
	c := OfficeHours(25200).With(CalendarDays{Holidays: []Holiday{{Date: "2027-02-08", Name: "b"}, {Date: "2027-01-01", Name: "a"}}})
	if len(c.Holidays) != 27 || c.Holidays[25].Date != "2027-01-01" || c.counted == nil {
		t.Errorf("%d holidays", len(c.Holidays))
	}
	if again := c.With(CalendarDays{Holidays: []Holiday{{Date: "2027-06-01", Name: "c"}}}); len(again.Holidays) != 26 || len(c.Holidays) != 27 {
		t.Errorf("%d holidays after another file of that year, %d before", len(again.Holidays), len(c.Holidays))
	}
	if c.Between(begin(c, "2027-02-08"), begin(c, "2027-02-09")) != 0 {
		t.Error("a Monday that is a holiday counts")
	}
}

// Next year's Ramadan has the hours of the one before; corrected dates take the
// place of the old ones; other seasons stay.
func TestRamadanComesFromAFile(t *testing.T) {
	c := OfficeHours(25200)
	own := weekOf([]Hours{{clock(7, 0), clock(14, 0)}}, nil)
	c.Seasons = []Season{{Name: "Ramadan 1447 H (periksa tanggalnya)", From: "2026-02-19", To: "2026-03-20", Week: own}, {Name: "Jam darurat", From: "2026-02-20", To: "2026-02-20", Week: OfficeWeek()}}
	days, err := ReadHolidays([]byte("tanggal;nama;jenis;sampai\n2026-02-18;Ramadan 1447 H;ramadan;2026-03-19\n2027-02-08;Ramadan 1448 H;Ramadan;2027-03-09\n"))
	if err != nil {
		t.Fatal(err)
	}
	got := c.With(days)
	var said []string
	for _, s := range got.Seasons {
		said = append(said, s.Name+" "+string(s.From)+" "+string(s.To))
		if s.Name != "Jam darurat" && !reflect.DeepEqual(s.Week, own) {
			t.Errorf("%s has the hours %v", s.Name, s.Week)
		}
	}
	if want := "Ramadan 1447 H 2026-02-18 2026-03-19|Jam darurat 2026-02-20 2026-02-20|Ramadan 1448 H 2027-02-08 2027-03-09"; strings.Join(said, "|") != want || len(got.Holidays) != 25 {
		t.Errorf("%d holidays, and %s", len(got.Holidays), strings.Join(said, "|"))
	}
	if first := got.Between(begin(got, "2027-02-08"), begin(got, "2027-02-09")); first != 7*3600 {
		t.Errorf("its first Monday counts %v", first.Duration())
	}
	if err := got.Check(); err != nil {
		t.Error(err)
	}
}

func TestThePoliciesOfATime(t *testing.T) {
	o := Office{Policy: Decree(), Policies: []SettledPolicy{{From: 100}, {From: 200}, {From: 300}}}
	for _, c := range []struct {
		from, to Instant
		want     []Instant
	}{{0, 50, []Instant{0}}, {50, 100, []Instant{0}}, {50, 101, []Instant{0, 100}}, {100, 300, []Instant{100, 200}}, {250, 900, []Instant{200, 300}}, {400, 500, []Instant{300}}} {
		got := o.PoliciesIn(c.from, c.to)
		ok := len(got) == len(c.want)
		for i := range min(len(got), len(c.want)) {
			ok = ok && got[i].From == c.want[i]
		}
		if !ok {
			t.Errorf("from %d to %d: %v", c.from, c.to, got)
		}
	}
}

func TestTheDaysOfRamadanAreAProposalUntilTheyAreOver(t *testing.T) {
	zone := time.FixedZone("WIB", 7*3600)
	for _, c := range []struct {
		at   string
		mend func(*Calendar)
		want int
	}{
		{"2026-01-10 09:00", func(*Calendar) {}, 1}, {"2026-03-20 23:00", func(*Calendar) {}, 1}, {"2026-03-21 00:00", func(*Calendar) {}, 0},
		{"2026-01-10 09:00", func(c *Calendar) { c.Seasons[0].From = "2026-02-18" }, 0},
	} {
		p := Decree()
		p.Calendar = OfficeHours(7 * 3600)
		c.mend(p.Calendar)
		if got := (Office{Policy: p}).SeasonsProposed(wib(c.at), zone); got != c.want {
			t.Errorf("%s: %d seasons to check, want %d", c.at, got, c.want)
		}
	}
	if n := (Office{Policy: Decree()}).SeasonsProposed(wib("2026-01-10 09:00"), zone); n != 0 {
		t.Errorf("no office hours, %d seasons", n)
	}
	if name := OfficeHours(0).Seasons[0].Name; name != "Ramadan 1447 H" {
		t.Errorf("papers would print %q", name)
	}
}
