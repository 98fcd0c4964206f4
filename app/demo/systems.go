package demo

import (
	"siaga/app"
	"siaga/model"
)

// system is a Sistem Elektronik of the demo office with the words by which
// tales find it.
type system struct {
	id       model.SystemID
	name     string
	agency   string // short name of the owner
	host     string
	answers  model.Answers
	vital    bool
	personal bool
	tags     []string
}

// startingSystems are the systems of the demo office. The ten answers give
// each its class; the mail service scores exactly 35, on which the two tables
// of thresholds disagree.
var startingSystems = []system{
	{name: "Portal Resmi Pemerintah Kota Bekasi", agency: "Diskominfostandi", host: "www", answers: "CCBBACBBCC", tags: []string{"portal"}},
	{name: "Pusat Data Kota", agency: "Diskominfostandi", host: "pusatdata", answers: "BAABABAABA", vital: true, tags: []string{"server"}},
	{name: "Jaringan Intra Pemerintah Kota", agency: "Diskominfostandi", host: "jaringan", answers: "BAABACAABA", vital: true, tags: []string{"jaringan"}},
	{name: "Layanan DNS dan Hos Terpusat", agency: "Diskominfostandi", host: "ns1", answers: "CCBBACBACB", tags: []string{"dns", "server"}},
	{name: "Surel Dinas", agency: "Diskominfostandi", host: "surel", answers: "BABAAABBAB", personal: true, tags: []string{"surel"}},
	{name: "Layanan Aduan Warga", agency: "Diskominfostandi", host: "aduan", answers: "CCBBABBACC", personal: true, tags: []string{"aplikasi", "formulir"}},
	{name: "Satu Data Kota Bekasi", agency: "Diskominfostandi", host: "data", answers: "CCBCBCCCCC", tags: []string{"portal"}},
	{name: "Pusat Panggilan Darurat 112", agency: "BPBD", host: "112", answers: "BBABAABAAA", vital: true, personal: true, tags: []string{"aplikasi"}},
	{name: "Administrasi Kependudukan Daring", agency: "Disdukcapil", host: "dukcapil", answers: "BBAAAAAABB", vital: true, personal: true, tags: []string{"aplikasi", "formulir", "antrean"}},
	{name: "Sistem Informasi RSUD", agency: "RSUD", host: "rsud", answers: "BBAAAAAACA", vital: true, personal: true, tags: []string{"aplikasi", "antrean"}},
	{name: "Pajak Daerah Daring", agency: "Bapenda", host: "pajak", answers: "BBABAABABB", personal: true, tags: []string{"aplikasi", "formulir"}},
	{name: "Perizinan Daring", agency: "DPMPTSP", host: "izin", answers: "CBBBABBABB", personal: true, tags: []string{"aplikasi", "formulir"}},
	{name: "Keuangan dan Aset Daerah", agency: "BPKAD", host: "aset", answers: "BBABBBBABB", tags: []string{"aplikasi"}},
	{name: "Sistem Informasi Kepegawaian", agency: "BKPSDM", host: "pegawai", answers: "CBBBABBBCB", personal: true, tags: []string{"aplikasi"}},
	{name: "Presensi Daring Pegawai", agency: "BKPSDM", host: "presensi", answers: "CCBBABCBCC", personal: true, tags: []string{"aplikasi"}},
	{name: "Penerimaan Murid Baru Daring", agency: "Disdik", host: "spmb", answers: "CCBBAABACC", personal: true, tags: []string{"aplikasi", "formulir"}},
	{name: "Rekam Medis Puskesmas", agency: "Dinkes", host: "puskesmas", answers: "CBBBAABABB", personal: true, tags: []string{"aplikasi", "antrean"}},
	{name: "Kamera Pengawas dan Pengatur Lalu Lintas", agency: "Dishub", host: "atcs", answers: "BCBBCCBACB", tags: []string{"kamera"}},
	{name: "Persuratan Elektronik", agency: "Setda", host: "surat", answers: "CCBBBBBBCC", tags: []string{"aplikasi"}},
	{name: "Jaringan Dokumentasi dan Informasi Hukum", agency: "Setda", host: "jdih", answers: "CCBCCCCCCC", tags: []string{"portal"}},
	{name: "Situs Dinas Kesehatan", agency: "Dinkes", host: "dinkes", answers: "CCCCBCCBCC", tags: []string{"portal"}},
	{name: "Situs Dinas Pendidikan", agency: "Disdik", host: "disdik", answers: "CCCCBCCBCC", tags: []string{"portal"}},
	{name: "Perpustakaan Digital", agency: "Disarpus", host: "pustaka", answers: "CCCCBBCCCC", tags: []string{"portal", "aplikasi"}},
	{name: "Peta Rencana Tata Ruang", agency: "Distaru", host: "peta", answers: "CCBBCCCBCC", tags: []string{"portal"}},
}

func (t *teller) enterSystems() error {
	for _, s := range startingSystems {
		s.host += ".bekasikota.example"
		done, err := t.enter(app.AddSystem{Name: s.name, Agency: app.AgencyRef(t.town.agencies[s.agency].ID), URL: "https://" + s.host,
			Manager: "Pengelola TIK " + s.agency, Answers: s.answers, Vital: s.vital, PersonalData: s.personal, Example: true})
		if err != nil {
			return err
		}
		s.id = done.ID
		t.systems = append(t.systems, s)
	}
	return nil
}

// class is what the ten answers give under the table that an office begins
// with.
func (s system) class() model.Class {
	score, err := model.Score(s.answers)
	if err != nil {
		return ""
	}
	return model.ClassOf(score, model.TableBSSN)
}
