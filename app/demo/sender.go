package demo

import (
	"fmt"
	"strings"

	"siaga/model"
)

// sender is who reported, and by which channel.
type sender struct {
	name, position, agency, phone, email string

	channel model.Channel
}

// heard are the words in a description that tell how the report came in.
var heard = []struct {
	words   string
	channel model.Channel
}{
	{"BSSN", "bssn"}, {"emantauan", "pemantauan"}, {"emindaian", "pemantauan"}, {"istem deteksi", "pemantauan"}, {"ejak audit", "pemantauan"},
	{"Antivirus", "pemantauan"}, {"Log ", "pemantauan"}, {"WhatsApp bahwa", "whatsapp"}, {"Warga melapor", "whatsapp"}, {"telepon", "telepon"},
	{"melalui surel", "surel"}, {"Pelapor menyampaikan", "surel"},
}

// ordinary are the channels of people in the city's offices.
var ordinary = []model.Channel{"telepon", "telepon", "whatsapp", "whatsapp", "surel", "aplikasi", "aplikasi", "langsung", "surat"}

func channelOf(description string) model.Channel {
	for _, h := range heard {
		if strings.Contains(description, h.words) {
			return h.channel
		}
	}
	return ""
}

func (t *teller) senderFor(p *plan) sender {
	channel := channelOf(strings.Join(p.tale.fields["description"], " "))
	if channel == "" {
		channel = draw(t, ordinary)
	}
	switch channel {
	case "pemantauan":
		return sender{channel: channel, name: "Petugas Piket BekasiKota-CSIRT", position: "Petugas Piket", agency: "BekasiKota-CSIRT"}
	case "bssn":
		return sender{channel: channel, name: "Petugas Pusat Kontak Siber", position: "Petugas Piket", agency: "Badan Siber dan Sandi Negara"}
	}
	s := sender{channel: channel, name: t.fullName(), position: draw(t, positions[p.place.kind]), agency: p.place.unit}
	if p.place.system != "" && t.chance(0.25) {
		s.position, s.agency = "Warga", ""
		s.reachable(t, "warga.example")
		return s
	}
	s.reachable(t, p.place.host)
	return s
}

// reachable gives a telephone number in a range that nobody has, or an address
// under the example domain.
func (s *sender) reachable(t *teller, host string) {
	if s.channel == "surel" || t.chance(0.3) {
		s.email = strings.ToLower(strings.ReplaceAll(s.name, " ", ".")) + "@" + host
	}
	if s.channel != "surel" {
		s.phone = fmt.Sprintf("0810-0000-%04d", 1000+t.rand.IntN(9000))
	}
}
