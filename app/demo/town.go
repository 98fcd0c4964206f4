package demo

import (
	"fmt"
	"slices"
	"strings"

	"siaga/app"
	"siaga/model"
)

// unit is a place in the city from which people report: a school, a puskesmas,
// a kelurahan or a Perangkat Daerah.
type unit struct {
	kind   string
	name   string
	host   string
	agency model.AgencyID
	owner  string // the Perangkat Daerah it belongs to
}

// town is the city as the story knows it.
type town struct {
	agencies map[string]model.Agency // by short name
	units    map[string][]unit       // by kind
}

// unitKinds are the kinds in the order in which they are drawn from.
var unitKinds = []string{"sekolah", "puskesmas", "kelurahan", "dinas"}

// The schools carry numbers that no school of the city has.
var (
	schools    = []string{"SDN Margahayu %d", "SDN Jakasetia %d", "SDN Pejuang %d", "SDN Jatiasih %d", "SDN Mustikasari %d", "SMPN %d Bekasi", "SMPN %d Bekasi", "SMPN %d Bekasi"}
	healthcare = []string{"Jatiluhur", "Perwira", "Kranji", "Pengasinan", "Cimuning", "Jatiwarna", "Duren Jaya", "Karang Kitri", "Bojongmenteng", "Teluk Pucung"}
	kelurahan  = map[string]string{
		"Bekasi Timur": "Margahayu, Arenjaya", "Bekasi Barat": "Bintara, Kranji, Jakasampurna", "Bekasi Utara": "Perwira, Teluk Pucung, Harapanjaya",
		"Bekasi Selatan": "Pekayonjaya, Jakasetia", "Rawalumbu": "Pengasinan, Bojongmenteng", "Medansatria": "Pejuang, Kalibaru",
		"Bantargebang": "Cikiwul, Sumurbatu", "Pondokgede": "Jatiwaringin, Jatimakmur", "Jatiasih": "Jatirasa, Jatikramat",
		"Jatisampurna": "Jatikarya, Jatiraden", "Mustikajaya": "Cimuning, Padurenan", "Pondokmelati": "Jatirahayu, Jatimurni",
	}
)

// positions are the jobs of those who report, by kind of unit.
var positions = map[string][]string{
	"sekolah":   {"Operator Sekolah", "Guru Informatika", "Kepala Tata Usaha", "Wakil Kepala Sekolah Bidang Sarana"},
	"puskesmas": {"Pengelola Sistem Informasi", "Kepala Tata Usaha", "Petugas Rekam Medis", "Petugas Pendaftaran"},
	"kelurahan": {"Sekretaris Kelurahan", "Petugas Pelayanan", "Kepala Seksi Pelayanan Umum"},
	"dinas":     {"Pengelola TIK", "Pranata Komputer", "Kepala Subbagian Umum dan Kepegawaian", "Pengadministrasi Umum"},
}

// enterTown takes over the agencies that the desk has, enters those that are
// missing, and lays out the units beneath them.
func (t *teller) enterTown() error {
	t.town = town{agencies: map[string]model.Agency{}, units: map[string][]unit{}}
	for _, a := range t.desk.Agencies() {
		t.town.agencies[a.Short] = a
	}
	for _, a := range model.StartingAgencies() {
		if _, there := t.town.agencies[a.Short]; there {
			continue
		}
		done, err := t.enter(app.AddAgency{Name: a.Name, Short: a.Short, Kind: string(a.Kind), Example: true})
		if err != nil {
			return err
		}
		t.town.agencies[a.Short] = model.Agency{ID: done.ID, Name: a.Name, Short: a.Short, Kind: string(a.Kind)}
	}
	t.town.layOut()
	return nil
}

func (w *town) layOut() {
	for i := range 3 * len(schools) {
		w.add("sekolah", fmt.Sprintf(schools[i%len(schools)], 71+i), "Disdik")
	}
	for _, name := range healthcare {
		w.add("puskesmas", "Puskesmas "+name, "Dinkes")
	}
	for _, a := range model.StartingAgencies() {
		for _, name := range strings.Split(kelurahan[strings.TrimPrefix(a.Name, "Kecamatan ")], ", ") {
			if name != "" {
				w.add("kelurahan", "Kelurahan "+name, a.Short)
			}
		}
		w.add("dinas", a.Name, a.Short)
	}
}

func (w *town) add(kind, name, short string) {
	a := w.agencies[short]
	host := hostName(name)
	if kind == "dinas" {
		host = hostName(short)
	}
	w.units[kind] = append(w.units[kind], unit{kind: kind, name: name, host: host, agency: a.ID, owner: a.Name})
}

// hostName is a name under the example domain.
func hostName(name string) string {
	keep := func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}
	return strings.Map(keep, strings.ToLower(strings.TrimSuffix(name, " Bekasi"))) + ".bekasikota.example"
}

// unitFor draws a unit of one of the kinds that a tale names; without any, of
// all kinds, schools more often.
func (t *teller) unitFor(words []string) unit {
	kinds := slices.DeleteFunc(slices.Clone(unitKinds), func(k string) bool { return !slices.Contains(words, k) })
	if len(kinds) == 0 {
		kinds = slices.Concat(unitKinds, []string{"sekolah", "dinas"})
	}
	return draw(t, t.town.units[draw(t, kinds)])
}

// names are first and last names that go together.
var names = [][2][]string{
	{strings.Fields("Ayu Citra Desi Dewi Endang Fitri Hana Indah Intan Kartika Lina Maya Mega Nia Novi Putri Rahma Ratih Rina Siti Sri Yanti Yuni"),
		strings.Fields("Anggraini Handayani Lestari Maharani Oktaviani Pertiwi Puspita Rahayu Safitri Susanti Utami Wahyuni Wulandari Yulianti")},
	{strings.Fields("Agus Ahmad Bambang Budi Dedi Eko Fajar Hendra Iwan Joko Rizki Tono Wahyu Yoga Slamet Rudi Irfan Galang Anton"),
		strings.Fields("Aryanto Firmansyah Gunawan Hartono Hidayat Iskandar Kurniawan Maulana Nugraha Nugroho Permana Pratama Purnama Rachman " +
			"Ramadhan Santoso Saputra Setiawan Suherman Sulistyo Wibowo Wijaya")},
}

func (t *teller) fullName() string {
	pair := draw(t, names)
	return draw(t, pair[0]) + " " + draw(t, pair[1])
}
