package model

import "strconv"

// Post is a position of Lampiran I by its number, for example "III" (Ketua) or
// "VI.anggota" (Anggota of Team VI).
type Post string

// WordKey names the position's word.
func (p Post) WordKey() string { return "post." + string(p) }

// PostEntry is one position of Lampiran I with the duties Lampiran II gives
// it. Titles and Duties count quotations: the decree's own sentences stand
// once, in the words files.
type PostEntry struct {
	Post   Post
	Team   string // "V" to "IX"; empty for the four that lead all teams
	Titles int    // entries in the annex's column Jabatan
	Duties int    // letters in Lampiran II
	Many   bool   // several people hold it at the same time
}

// Posts is Lampiran I of Keputusan Wali Kota Bekasi
// 555/Kep.217/Diskominfostandi/V/2023 in its order, with the counts of
// Lampiran II.
var Posts = []PostEntry{
	{"I", "", 1, 1, false},
	{"II", "", 1, 1, false},
	{"III", "", 1, 8, false},
	{"IV", "", 1, 3, false},
	{"V.koordinator", "V", 1, 2, false},
	{"V.anggota", "V", 4, 9, true},
	{"VI.koordinator", "VI", 1, 2, false},
	{"VI.anggota", "VI", 2, 8, true},
	{"VII.koordinator", "VII", 1, 2, false},
	{"VII.anggota", "VII", 2, 4, true},
	{"VIII.koordinator", "VIII", 1, 2, false},
	{"VIII.anggota", "VIII", 2, 1, true},
	{"IX", "IX", 1, 1, true},
}

// HandlingTeams are the teams an incident can be assigned to.
var HandlingTeams = []string{"V", "VI", "VII", "VIII"}

// TeamKey names the word for a team "V" to "IX"; with ".long" behind it, the
// team's full name in Lampiran I.
func TeamKey(team string) string { return "team." + team }

// Entry returns the position's row, and false for a position that Lampiran I
// does not have.
func (p Post) Entry() (PostEntry, bool) {
	for _, e := range Posts {
		if e.Post == p {
			return e, true
		}
	}
	return PostEntry{}, false
}

// TitleKeys names the quotations of the column Jabatan: who by office holds
// the position.
func (e PostEntry) TitleKeys() []string {
	if e.Titles == 1 {
		return []string{"posttitle." + string(e.Post)}
	}
	return numbered("posttitle."+string(e.Post), e.Titles)
}

// DutyKeys names the quotations of the position's duties, in the order of the
// letters of Lampiran II.
func (e PostEntry) DutyKeys() []string { return numbered("duty."+string(e.Post), e.Duties) }

func numbered(key string, count int) []string {
	keys := make([]string, count)
	for i := range keys {
		keys[i] = key + "." + strconv.Itoa(i+1)
	}
	return keys
}
