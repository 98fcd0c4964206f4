package demo

import (
	"fmt"
	"strings"
	"time"

	"siaga/app"
	"siaga/model"
)

// staff is who can be on duty, and who belongs to which team.
type staff struct {
	people      []model.PersonID // in the order of startingPeople
	secretariat []model.PersonID
	members     map[string][]model.PersonID // by team "V" to "VIII"
}

// colleague is an invented person of the office.
type colleague struct{ name, rank, job, agency string }

// startingPeople are invented; whoever has the same name is not meant.
var startingPeople = []colleague{
	{"Drs. Wiryawan Adisusanto, M.Si.", "Pembina Utama Madya (IV/d)", "Sekretaris Daerah", "Setda"},
	{"Dra. Endah Pramestiningsih, M.A.P.", "Pembina Utama Muda (IV/c)", "Asisten Pemerintahan", "Setda"},
	{"Ir. Suryana Hardjawinata, M.T.", "Pembina Utama Muda (IV/c)", "Kepala Dinas Komunikasi, Informatika, Statistik dan Persandian", "Diskominfostandi"},
	{"Dr. Laksmi Widyawardani, S.T., M.Kom.", "Pembina Utama Muda (IV/c)", "Kepala Dinas Komunikasi, Informatika, Statistik dan Persandian", "Diskominfostandi"},
	{"Teguh Hadiprayitno, S.Sos., M.Si.", "Pembina Tingkat I (IV/b)", "Sekretaris Dinas", "Diskominfostandi"},
	{"Ratna Kumalasari, S.Kom., M.M.", "Pembina (IV/a)", "Kepala Bidang Statistik dan Persandian", "Diskominfostandi"},
	{"Bayu Adiprasetya, S.T., M.T.I.", "Pembina (IV/a)", "Kepala Bidang Teknologi Informasi dan Komunikasi", "Diskominfostandi"},
	{"Mira Setyaningrum, S.Kom.", "Penata Tingkat I (III/d)", "Kepala Bidang E-Government", "Diskominfostandi"},
	{"Hilman Jatimulya, S.I.Kom.", "Pembina (IV/a)", "Kepala Bidang Pengelolaan Informasi Publik", "Diskominfostandi"},
	{"Galih Surapermana, S.Tr.TP.", "Penata (III/c)", "Sandiman Ahli Muda", "Diskominfostandi"},
	{"Anisa Puspalestari, S.Kom.", "Penata Muda Tingkat I (III/b)", "Sandiman Ahli Pertama", "Diskominfostandi"},
	{"Rangga Wirawibawa, A.Md.", "Pengatur (II/c)", "Pengelola Keamanan Informasi", "Diskominfostandi"},
	{"Tiara Kusumautami, S.Si.", "Penata Muda (III/a)", "Statistisi Ahli Pertama", "Diskominfostandi"},
	{"Dimas Adinugroho, S.T.", "Penata (III/c)", "Pranata Komputer Ahli Muda", "Diskominfostandi"},
	{"Yusuf Fadlurrahman, A.Md.Kom.", "Pengatur Tingkat I (II/d)", "Teknisi Jaringan", "Diskominfostandi"},
	{"Sekar Ayuningtyas, S.Kom.", "Penata Muda (III/a)", "Pranata Komputer Ahli Pertama", "Diskominfostandi"},
	{"Arif Budisetiawan, S.Kom.", "Penata (III/c)", "Pranata Komputer Ahli Muda", "Diskominfostandi"},
	{"Vina Sarimaharani, S.T.", "Penata Muda Tingkat I (III/b)", "Pranata Komputer Ahli Pertama", "Diskominfostandi"},
	{"Fadli Nurramadhan, A.Md.", "Pengatur (II/c)", "Pengelola Aplikasi", "Diskominfostandi"},
	{"Wulan Dewipuspita, S.I.Kom.", "Penata Muda Tingkat I (III/b)", "Pranata Humas Ahli Pertama", "Diskominfostandi"},
	{"Reza Adikusuma, S.Sn.", "Penata Muda (III/a)", "Pengolah Konten Media", "Diskominfostandi"},
	{"Nurul Hidayanti, A.Md.", "Pengatur (II/c)", "Pengadministrasi Persuratan", "Diskominfostandi"},
}

// agents are the Perangkat Daerah whose Agen Penanganan Insiden is named.
var agents = strings.Split("Disdik,Dinkes,Disdukcapil,DPMPTSP,Bapenda,BPKAD,BKPSDM,Dishub,RSUD,Setda,Disarpus,Distaru,Dinsos,Satpol PP,BPBD,Inspektorat", ",")

// seating is who holds which post: month 0 is the year's beginning, the one
// that ends an assignment is 0 while it lasts.
type seating struct {
	post     model.Post
	person   int
	standing model.Standing
	from, to int
}

// startingSeats fill Lampiran I. The Ketua moved on in the third month, the
// Sekretaris acted as Plt., and the new Ketua came in the sixth; the
// Koordinator of Team VIII has left and that post is vacant.
var startingSeats = []seating{
	{"I", 0, "", -20, 0}, {"II", 1, "", -20, 0},
	{"III", 2, "", -20, 3}, {"III", 4, model.Plt, 3, 6}, {"III", 3, "", 6, 0},
	{"IV", 4, "", -20, 0},
	{"V.koordinator", 5, "", -20, 0}, {"VI.koordinator", 6, "", -14, 0}, {"VII.koordinator", 7, "", -8, 0}, {"VIII.koordinator", 8, "", -20, 10},
	{"V.anggota", 9, "", -20, 0}, {"V.anggota", 10, "", -20, 0}, {"V.anggota", 11, "", -11, 0}, {"V.anggota", 12, "", -5, 0},
	{"VI.anggota", 13, "", -20, 0}, {"VI.anggota", 14, "", -20, 0}, {"VI.anggota", 15, "", -4, 0},
	{"VII.anggota", 16, "", -20, 0}, {"VII.anggota", 17, "", -16, 0}, {"VII.anggota", 18, "", -7, 0},
	{"VIII.anggota", 19, "", -20, 0}, {"VIII.anggota", 20, "", -9, 0}, {"VIII.anggota", 21, "", -20, 0},
}

func (t *teller) enterPeople() error {
	t.staff.members = map[string][]model.PersonID{}
	for i, c := range startingPeople {
		if err := t.enterPerson(i, c); err != nil {
			return err
		}
	}
	for _, i := range []int{10, 19, 21} {
		t.staff.secretariat = append(t.staff.secretariat, t.staff.people[i])
	}
	for _, s := range startingSeats {
		if entry, ok := s.post.Entry(); ok && entry.Many {
			t.staff.members[entry.Team] = append(t.staff.members[entry.Team], t.staff.people[s.person])
		}
		t.seat(s)
	}
	return t.enterAgents()
}

// enterPerson gives an example a NIP that begins with zeros, as none does, and
// a telephone number in a range that nobody has.
func (t *teller) enterPerson(i int, c colleague) error {
	done, err := t.enter(app.AddPerson{Name: c.name, NIP: fmt.Sprintf("%018d", i+1), Rank: c.rank, JobTitle: c.job,
		Agency: app.AgencyRef(t.town.agencies[c.agency].ID), Phone: fmt.Sprintf("0810-0000-%04d", i+1),
		Email: fmt.Sprintf("pegawai%02d@bekasikota.example", i+1), Example: true})
	t.staff.people = append(t.staff.people, done.ID)
	return err
}

func (t *teller) enterAgents() error {
	for _, short := range agents {
		name := t.fullName()
		for t.known(name) {
			name = t.fullName()
		}
		if err := t.enterPerson(len(t.staff.people), colleague{name, "Penata Muda (III/a)", "Pengelola TIK", short}); err != nil {
			return err
		}
		person := t.desk.Person(t.staff.people[len(t.staff.people)-1])
		if err := t.give(seatDeed(t.from, app.GiveSeat{Post: "IX", Person: app.PersonRef(person.ID),
			Agency: app.AgencyRef(person.Agency), From: t.month(-18)})); err != nil {
			return err
		}
	}
	return nil
}

func (t *teller) known(name string) bool {
	for _, p := range t.desk.People() {
		if p.Name == name {
			return true
		}
	}
	return false
}

// seat plans that a post is given, and ended, on the days these became known.
func (t *teller) seat(s seating) {
	d := seatDeed(max(t.month(s.from), t.from), app.GiveSeat{Post: s.post, Person: app.PersonRef(t.staff.people[s.person]),
		Standing: s.standing, From: t.month(s.from)})
	if s.to != 0 {
		end := t.month(s.to)
		d.after = func(done app.Done) {
			t.plans(deed{at: end, typed: end, command: func() app.Command { return app.EndSeat{Seat: app.SeatRef(done.ID), To: end} }})
		}
	}
	t.plans(d)
}

func seatDeed(at model.Instant, c app.GiveSeat) deed {
	return deed{at: at, typed: at, command: func() app.Command { return c }}
}

// month is the beginning of office hours on the day some months after the
// year's beginning, but not before the decree.
func (t *teller) month(n int) model.Instant {
	local := t.from.Time().In(t.zone).AddDate(0, n, 0)
	at := model.At(time.Date(local.Year(), local.Month(), local.Day(), 8, 0, 0, 0, t.zone))
	decree := model.At(time.Date(2023, time.May, 9, 8, 0, 0, 0, t.zone))
	if decree < t.from {
		return max(at, decree)
	}
	return at
}
