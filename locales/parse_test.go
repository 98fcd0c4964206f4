package locales

import (
	"testing"
	"time"
	_ "time/tzdata" // so that the test finds Paris on any machine

	"siaga/model"
)

func TestDatesAsPeopleTypeThem(t *testing.T) {
	for _, text := range []string{
		"09-05-2023 14.30", "09/05/2023 14:30", "9.5.2023 14.30", "2023-05-09 14:30",
		"9 Mei 2023 14.30", "9 mei 2023, 14.30", "9 May 2023 14:30", " selasa,  9 Mei 2023  pukul 14.30 wib ",
		"Tuesday, 9 May 2023 at 14:30 WIB", "9-Mei-2023 jam 14.30", "09-05-2023 14.30.00", "14.30", "pukul 14.30 WIB",
		"2023-05-09T14:30:00+07:00", "2023-05-09T07:30:00Z",
	} {
		for _, lang := range Langs() {
			at, err := Open(lang).ParseInstant(text, afternoon)
			if err != nil || !at.Equal(afternoon) {
				t.Errorf("%s: %q is read as %v, %v", lang, text, at, err)
			}
		}
	}
}

func TestAnUnclearDateIsRefused(t *testing.T) {
	for _, text := range []string{
		"", "besok", "09-05-2023", "09-05-23 14.30", "31-02-2023 10.00", "29 Februari 2023 10.00", "00-05-2023 10.00",
		"13-13-2023 10.00", "24.00", "9 Mei 2023 24.10", "14.60", "14.5", "Rabu, 9 Mei 2023 14.30", "Selasa 14.30",
		"9 Mai 2023 14.30", "09-05-2023 14.30 PM", "WIB", "pukul", "9 Mei 2023 14.30 WIT",
	} {
		at, err := Open(ID).ParseInstant(text, afternoon)
		if r, ok := model.AsRefusal(err); !ok || r.Key != "refuse.instant" {
			t.Errorf("%q is read as %v, %v", text, at, err)
		}
	}
	_, err := Open(ID).ParseInstant("besok", afternoon)
	same(t, Open(ID).Refusal(err), "“besok” tidak dapat dibaca sebagai tanggal dan waktu. "+
		"Tulis misalnya 09-05-2023 14.30, 9 Mei 2023 14.30, atau 14.30 untuk hari ini.")
}

func TestAnHourThatTheZoneSkipsIsRefused(t *testing.T) {
	paris, err := time.LoadLocation("Europe/Paris")
	if err != nil {
		t.Fatal(err)
	}
	if at, err := Open(ID).In(paris, "CET").ParseInstant("29-03-2026 02.30", afternoon); err == nil {
		t.Errorf("02.30 on the night the clocks go forward is read as %v", at)
	}
}

func TestDurationsAsPeopleTypeThem(t *testing.T) {
	for text, want := range map[string]time.Duration{
		"90 menit": 90 * time.Minute, "1 jam 30 menit": 90 * time.Minute, "1:30": 90 * time.Minute, "1h30m": 90 * time.Minute,
		"2h": 2 * time.Hour, "2 JAM": 2 * time.Hour, " 2  jam ": 2 * time.Hour, "2 hari 3 jam": 51 * time.Hour, "45 detik": 45 * time.Second,
		"1 hour 25 minutes": 85 * time.Minute, "26:05": 26*time.Hour + 5*time.Minute, "0 menit": 0, "1.500 menit": 1500 * time.Minute,
	} {
		d, err := Open(ID).ParseDuration(text)
		if err != nil || d != want {
			t.Errorf("%q is read as %v, %v", text, d, err)
		}
	}
}

func TestAnUnclearDurationIsRefused(t *testing.T) {
	for _, text := range []string{"", "90", "1,5 jam", "1.5 jam", "15.00 menit", "1 jam 30", "1 jam 2 jam", "-1 jam",
		"1:60", "1:5", "3 minggu", "999999999999 hari", "99999999999999999999 menit", "jam", "106751 hari 24 jam 1 menit 9223372036 detik"} {
		d, err := Open(ID).ParseDuration(text)
		if r, ok := model.AsRefusal(err); !ok || r.Key != "refuse.duration" {
			t.Errorf("%q is read as %v, %v", text, d, err)
		}
	}
}
