package model

import "strings"

// StartingAgency is a Perangkat Daerah of the list an office begins with: an
// example to be checked against the Perda in force, and marked so.
type StartingAgency struct {
	Name  string
	Short string // the customary abbreviation
	Kind  AgencyKind
}

// AgencyKind is the kind of a Perangkat Daerah or of a unit of one.
type AgencyKind string

// AgencyKinds lists the kinds in the order in which lists show them.
var AgencyKinds = []AgencyKind{"sekretariat", "inspektorat", "dinas", "satuan", "badan", "kecamatan", "kelurahan", "rumah-sakit", "uptd", "lainnya"}

// WordKey names the kind's word.
func (k AgencyKind) WordKey() string { return "agencyKind." + string(k) }

// StartingAgencies is the list of Perangkat Daerah of Kota Bekasi to begin
// with: secretariats, inspectorate, the 22 dinas and satuan, badan, hospital,
// and the 12 kecamatan in the spelling of Kepmendagri 300.2.2-2138/2025.
func StartingAgencies() []StartingAgency {
	list := []StartingAgency{
		{"Sekretariat Daerah", "Setda", "sekretariat"},
		{"Sekretariat DPRD", "Setwan", "sekretariat"},
		{"Inspektorat Daerah", "Inspektorat", "inspektorat"},
		{"Dinas Pendidikan", "Disdik", "dinas"},
		{"Dinas Kesehatan", "Dinkes", "dinas"},
		{"Dinas Pemadam Kebakaran dan Penyelamatan", "Damkar", "dinas"},
		{"Satuan Polisi Pamong Praja", "Satpol PP", "satuan"},
		{"Dinas Sosial", "Dinsos", "dinas"},
		{"Dinas Tenaga Kerja", "Disnaker", "dinas"},
		{"Dinas Ketahanan Pangan, Pertanian dan Perikanan", "DKP3", "dinas"},
		{"Dinas Lingkungan Hidup", "DLH", "dinas"},
		{"Dinas Kependudukan dan Pencatatan Sipil", "Disdukcapil", "dinas"},
		{"Dinas Perhubungan", "Dishub", "dinas"},
		{"Dinas Komunikasi, Informatika, Statistik dan Persandian", "Diskominfostandi", "dinas"},
		{"Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu", "DPMPTSP", "dinas"},
		{"Dinas Kepemudaan dan Olahraga", "Dispora", "dinas"},
		{"Dinas Pariwisata dan Kebudayaan", "Disparbud", "dinas"},
		{"Dinas Perdagangan dan Perindustrian", "Disdagperin", "dinas"},
		{"Dinas Koperasi, Usaha Kecil dan Menengah", "DiskopUKM", "dinas"},
		{"Dinas Bina Marga dan Sumber Daya Air", "DBMSDA", "dinas"},
		{"Dinas Tata Ruang", "Distaru", "dinas"},
		{"Dinas Pemberdayaan Perempuan dan Perlindungan Anak", "DP3A", "dinas"},
		{"Dinas Pengendalian Penduduk dan Keluarga Berencana", "DPPKB", "dinas"},
		{"Dinas Arsip dan Perpustakaan", "Disarpus", "dinas"},
		{"Dinas Perumahan, Kawasan Permukiman dan Pertanahan", "Disperkimtan", "dinas"},
		{"Badan Perencanaan Pembangunan, Penelitian dan Pengembangan Daerah", "Bappelitbangda", "badan"},
		{"Badan Pengelolaan Keuangan dan Aset Daerah", "BPKAD", "badan"},
		{"Badan Pendapatan Daerah", "Bapenda", "badan"},
		{"Badan Kepegawaian dan Pengembangan Sumber Daya Manusia", "BKPSDM", "badan"},
		{"Badan Kesatuan Bangsa dan Politik", "Kesbangpol", "badan"},
		{"Badan Penanggulangan Bencana Daerah", "BPBD", "badan"},
		{"RSUD dr. Chasbullah Abdulmadjid", "RSUD", "rumah-sakit"},
	}
	for _, name := range strings.Split(kecamatan, ", ") {
		list = append(list, StartingAgency{"Kecamatan " + name, "Kec. " + name, "kecamatan"})
	}
	return list
}

const kecamatan = "Bekasi Timur, Bekasi Barat, Bekasi Utara, Bekasi Selatan, Rawalumbu, Medansatria, " +
	"Bantargebang, Pondokgede, Jatiasih, Jatisampurna, Mustikajaya, Pondokmelati"
