package model

import (
	"slices"
	"strings"
)

// Category is a kind of incident: what it is called in both languages, its
// class in the Reference Security Incident Taxonomy (RSIT) for statistics, and
// the team to which step 5 escalates it.
type Category struct {
	Code       string `json:"code"` // for example "WDF"
	Indonesian string `json:"indonesian"`
	English    string `json:"english"`
	RSIT       string `json:"rsit"`
	Team       string `json:"team"`
}

// DefaultCategories is the list an office begins with; it may change it. The
// decree names no categories: each goes to the team whose duties in Lampiran
// II come nearest.
func DefaultCategories() []Category {
	return []Category{
		// Team VII keeps content and applications, and speaks with their users.
		{"WDF", "Pengubahan tampilan situs (web defacement)", "Web defacement", "Intrusions", "VII"},
		{"JDL", "Penyusupan konten judi daring/SEO (web injection)", "Gambling/SEO content injection", "Intrusions", "VII"},
		// Team VI reads the logs and mends network and servers.
		{"MAL", "Perangkat lunak berbahaya (malware)", "Malware", "Malicious Code", "VI"},
		// Ransomware is first of all triage, artefacts and recovery: Team V.
		{"RSW", "Ransomware", "Ransomware", "Malicious Code", "V"},
		{"DOS", "Penolakan layanan (DoS/DDoS)", "Denial of service", "Availability", "VI"},
		{"PHS", "Pengelabuan (phishing)", "Phishing", "Fraud", "VII"},
		{"AKN", "Pengambilalihan/penyalahgunaan akun", "Account compromise", "Intrusions", "VII"},
		// Team V finds the hole, closes it and weighs the risk: intrusions
		// whose place is unknown, and whatever concerns data.
		{"AKS", "Akses tidak sah", "Unauthorised access", "Intrusions", "V"},
		{"KBD", "Kebocoran data", "Data breach", "Information Content Security", "V"},
		{"PDP", "Kegagalan pelindungan data pribadi", "Personal data breach", "Information Content Security", "V"},
		{"KRN", "Kerentanan/kerawanan sistem", "Vulnerability", "Vulnerable", "V"},
		{"SCN", "Pemindaian/percobaan intrusi", "Scanning/intrusion attempts", "Information Gathering", "VI"},
		{"PGL", "Penyalahgunaan oleh orang dalam", "Insider misuse", "Intrusions", "V"},
		{"GGN", "Gangguan layanan nonserangan", "Outage (non-malicious)", "Availability", "VI"},
		// Team V receives what the agents report (Lampiran II, IX), so what no
		// other team is named for stays there.
		{"SPM", "Spam/penipuan mengatasnamakan instansi", "Spam/impersonation", "Abusive Content", "V"},
		{"LLN", "Lainnya", "Other", "Other", "V"},
	}
}

// CheckCategories refuses an empty list, a category without code or without a
// name in either language, a code used twice, and a team that handles no
// incidents.
func CheckCategories(list []Category) error {
	if len(list) == 0 {
		return RefuseAt("categories", "refuse.categories-empty")
	}
	used := map[string]bool{}
	for _, c := range list {
		switch {
		case strings.TrimSpace(c.Code) == "":
			return RefuseAt("categories", "refuse.category-code", "Name", c.Indonesian)
		case used[c.Code]:
			return RefuseAt("categories", "refuse.category-twice", "Code", c.Code)
		case strings.TrimSpace(c.Indonesian) == "" || strings.TrimSpace(c.English) == "":
			return RefuseAt("categories", "refuse.category-name", "Code", c.Code)
		case !slices.Contains(HandlingTeams, c.Team):
			return RefuseAt("categories", "refuse.category-team", "Code", c.Code, "Team", c.Team)
		}
		used[c.Code] = true
	}
	return nil
}
