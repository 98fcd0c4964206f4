package model

// OfficeHours are the working hours of Perpres 21/2023 with the holidays and
// the Ramadan of 2026, for an office whose zone lies so far east of UTC. A unit
// that serves the public directly may keep others (Pasal 7): every hour is a
// setting.
func OfficeHours(offset Seconds) *Calendar {
	return NewCalendar(Calendar{Offset: offset, Week: OfficeWeek(), Seasons: []Season{ramadan2026()}, Holidays: holidays2026()})
}

// OfficeWeek is the ordinary week of Perpres 21/2023, 37.5 hours: breaks of an
// hour, of an hour and a half on Friday.
func OfficeWeek() Week {
	return weekOf([]Hours{{clock(7, 30), clock(12, 0)}, {clock(13, 0), clock(16, 0)}},
		[]Hours{{clock(7, 30), clock(11, 30)}, {clock(13, 0), clock(16, 30)}})
}

// RamadanWeek is the week of Perpres 21/2023 in Ramadan, 32.5 hours: breaks of
// half an hour, of an hour on Friday. The decree names no hour for them.
func RamadanWeek() Week {
	return weekOf([]Hours{{clock(8, 0), clock(12, 0)}, {clock(12, 30), clock(15, 0)}},
		[]Hours{{clock(8, 0), clock(11, 30)}, {clock(12, 30), clock(15, 30)}})
}

func clock(hour, minute Minute) Minute { return hour*60 + minute }

// weekOf is a week of five days, Friday with hours of its own.
func weekOf(day, friday []Hours) Week { return Week{1: day, 2: day, 3: day, 4: day, 5: friday} }

// ramadan2026 ends on the day before Idulfitri. No decree that was seen names its
// first day: see [Office.SeasonsProposed].
func ramadan2026() Season {
	return Season{Name: "Ramadan 1447 H", From: "2026-02-19", To: "2026-03-20", Week: RamadanWeek()}
}

// holidays2026 are the 17 libur nasional and 8 cuti bersama of SKB 3 Menteri
// Nomor 1497/2025, 2/2025 and 5/2025.
func holidays2026() []Holiday {
	return []Holiday{
		{Date: "2026-01-01", Name: "Tahun Baru 2026 Masehi"},
		{Date: "2026-01-16", Name: "Isra Mikraj Nabi Muhammad saw."},
		{Date: "2026-02-16", Name: "Tahun Baru Imlek 2577 Kongzili", Joint: true},
		{Date: "2026-02-17", Name: "Tahun Baru Imlek 2577 Kongzili"},
		{Date: "2026-03-18", Name: "Hari Suci Nyepi (Tahun Baru Saka 1948)", Joint: true},
		{Date: "2026-03-19", Name: "Hari Suci Nyepi (Tahun Baru Saka 1948)"},
		{Date: "2026-03-20", Name: "Idulfitri 1447 H", Joint: true},
		{Date: "2026-03-21", Name: "Idulfitri 1447 H"},
		{Date: "2026-03-22", Name: "Idulfitri 1447 H"},
		{Date: "2026-03-23", Name: "Idulfitri 1447 H", Joint: true},
		{Date: "2026-03-24", Name: "Idulfitri 1447 H", Joint: true},
		{Date: "2026-04-03", Name: "Wafat Yesus Kristus"},
		{Date: "2026-04-05", Name: "Kebangkitan Yesus Kristus (Paskah)"},
		{Date: "2026-05-01", Name: "Hari Buruh Internasional"},
		{Date: "2026-05-14", Name: "Kenaikan Yesus Kristus"},
		{Date: "2026-05-15", Name: "Kenaikan Yesus Kristus", Joint: true},
		{Date: "2026-05-27", Name: "Iduladha 1447 H"},
		{Date: "2026-05-28", Name: "Iduladha 1447 H", Joint: true},
		{Date: "2026-05-31", Name: "Hari Raya Waisak 2570 BE"},
		{Date: "2026-06-01", Name: "Hari Lahir Pancasila"},
		{Date: "2026-06-16", Name: "1 Muharam Tahun Baru Islam 1448 H"},
		{Date: "2026-08-17", Name: "Proklamasi Kemerdekaan"},
		{Date: "2026-08-25", Name: "Maulid Nabi Muhammad saw."},
		{Date: "2026-12-24", Name: "Kelahiran Yesus Kristus (Natal)", Joint: true},
		{Date: "2026-12-25", Name: "Kelahiran Yesus Kristus (Natal)"},
	}
}
