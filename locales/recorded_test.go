package locales

import (
	"encoding/json"
	"testing"

	"siaga/model"
)

// registry knows one of everything.
type registry struct{}

func (registry) Person(model.PersonID) model.Person { return model.Person{Name: "Rina Kartika"} }
func (registry) Agency(model.AgencyID) model.Agency {
	return model.Agency{Name: "Dinas Pendidikan", Short: "Disdik"}
}
func (registry) System(model.SystemID) model.System   { return model.System{Name: "PPDB Daring"} }
func (registry) Ticket(model.IncidentID) model.Ticket { return "CSIRT-2026-A-0001-2" }
func (registry) Office() model.Office                 { return model.NewOffice() }

func TestARecordedValueReadsInWords(t *testing.T) {
	for _, c := range []struct{ field, value, id, en string }{
		{"title", `"Situs berubah"`, "Situs berubah", "Situs berubah"},
		{"title", `null`, "", ""},
		{"receivedAt", `"2026-10-05T02:12:00Z"`, "Senin, 5 Oktober 2026 pukul 09.12 WIB", "5 October 2026, 09:12 WIB"},
		{"resumed/1a", `"2026-10-05T02:12:00Z"`, "Senin, 5 Oktober 2026 pukul 09.12 WIB", "5 October 2026, 09:12 WIB"},
		{"class", `"tinggi"`, "Tinggi", "High"},
		{"class", `"mahapenting"`, "mahapenting", "mahapenting"}, // of a newer program
		{"kind", `"dinas"`, "Dinas", "Office (Dinas)"},
		{"vital", `true`, "Ya", "Yes"},
		{"agency", `"a1"`, "Disdik", "Disdik"},
		{"persons", `["p1","p2"]`, "Rina Kartika · Rina Kartika", "Rina Kartika · Rina Kartika"},
		{"links", `["i1"]`, "CSIRT-2026-A-0001-2", "CSIRT-2026-A-0001-2"},
		{"category", `"SPM"`, "Spam/penipuan mengatasnamakan instansi", "Spam/impersonation"},
		{"category", `"LAMA"`, "LAMA", "LAMA"},
		{"paper", `"f4"`, "F4/Folio (215 × 330 mm)", "F4/Folio (215 × 330 mm)"},
		{"paper/resolution", `{"number":"500/1","date":""}`, "500/1", "500/1"},
		{"letterhead", `["Jalan A","Bekasi"]`, "Jalan A · Bekasi", "Jalan A · Bekasi"},
		{"policy", `{"basis":"receipt"}`, "Strategis: respons 0 menit", "Strategic: response 0 minutes"},
		{"custody", `{"at":"2026-10-05T02:12:00Z","from":"Tim V","to":"Laboratorium","purpose":"Uji"}`,
			"Diserahkan oleh Tim V kepada Laboratorium; keperluan: Uji · Senin, 5 Oktober 2026 pukul 09.12 WIB", "Released by Tim V to Laboratorium; purpose: Uji · 5 October 2026, 09:12 WIB"},
		{"custody", `{"at":"2026-10-05T02:12:00Z","to":"Tim V","purpose":"Uji"}`,
			"Diterima oleh Tim V sebagaimana ditemukan; keperluan: Uji · Senin, 5 Oktober 2026 pukul 09.12 WIB", "Received by Tim V as found; purpose: Uji · 5 October 2026, 09:12 WIB"},
		{"answers", `{"new":"form"}`, "(tercatat)", "(recorded)"},
	} {
		for lang, want := range map[Lang]string{ID: c.id, EN: c.en} {
			got := Open(lang).Recorded(c.field, json.RawMessage(c.value), registry{})
			if c.field == "policy" {
				got = got[:len(want)]
			}
			same(t, got, want)
		}
	}
}

func TestAFieldOfAHistoryHasALabel(t *testing.T) {
	for field, want := range map[string]string{
		"title": "Judul", "passed/1.3": "Langkah yang diselesaikan: 3 Analisis awal", "pause/0a": "Jeda",
		"paper/resolution": Open(ID).T("incidents.paper.resolution"), "paper": "Ukuran kertas", "hologram": "hologram",
	} {
		same(t, Open(ID).FieldLabel(field), want)
	}
}
