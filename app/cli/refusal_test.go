package cli

import (
	"encoding/base64"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"siaga/locales"
	"siaga/model"
)

// provoked is a line of apply that must be refused with the key, at a desk on
// which the scripted day was applied. "@0001" stands for the ticket with that
// number, {NONE} for a ticket that is none, {SEAT} for the seat that the day gave.
var provoked = []struct{ key, line string }{
	{"refuse.json", `{"do":`},
	{"refuse.command", `{"do":"menari"}`},
	{"refuse.json-field", `{"do":"add-note","incident":"@0001","warna":"merah"}`},
	{"refuse.json-type", `{"do":"add-note","incident":"@0001","text":7}`},
	{"refuse.instant-form", `{"do":"add-note","at":"kemarin","incident":"@0001","text":"x"}`},
	{"refuse.future", `{"do":"add-note","at":"2026-10-09T00:00:00+07:00","incident":"@0001","text":"x"}`},
	{"refuse.unknown-name", `{"do":"add-note","by":"Siapa Itu","incident":"@0001","text":"x"}`},
	{"refuse.as-form", `{"do":"add-note","as":"7","incident":"@0001","text":"x"}`},
	{"refuse.reference", `{"do":"add-note","incident":"$entah","text":"x"}`},
	{"refuse.incident-missing", `{"do":"add-note","text":"x"}`},
	{"refuse.incident-unknown", `{"do":"add-note","incident":"{NONE}","text":"x"}`},
	{"refuse.ticket-form", `{"do":"add-note","incident":"nomor tiga","text":"x"}`},
	{"refuse.ticket-check", `{"do":"add-note","incident":"CSIRT-2026-A-0001-3","text":"x"}`},
	{"refuse.required", `{"do":"add-note","incident":"@0001"}`},
	{"refuse.erase-subject", `{"do":"erase-personal-data","subject":"Siapa Itu"}`},
	{"refuse.erase-field", `{"do":"erase-personal-data","subject":"@0011","fields":["ticket"]}`},
	{"refuse.erase-ground", `{"do":"erase-personal-data","subject":"@0011"}`},
	{"refuse.erase-ground-text", `{"do":"erase-personal-data","subject":"@0011","ground":"other"}`},
	{"refuse.erase-ordered-by", `{"do":"erase-personal-data","subject":"@0011","ground":"request"}`},
	{"refuse.decide-settled", `{"do":"decide","subject":"@0001","field":"impact","take":"x.1"}`},
	{"refuse.ticket-once", `{"do":"renumber-incident","incident":"@0001","reason":"x"}`},
	{"refuse.reporter", `{"do":"register-incident","description":"x"}`},
	{"refuse.description", `{"do":"register-incident","reporterName":"x"}`},
	{"refuse.choice", `{"do":"register-incident","reporterName":"x","description":"x","class":"raksasa"}`},
	{"refuse.category", `{"do":"register-incident","reporterName":"x","description":"x","category":"ZZZ"}`},
	{"refuse.after-receipt", `{"do":"register-incident","reporterName":"x","description":"x","receivedAt":"2026-10-05T09:00:00+07:00","happenedAt":"2026-10-05T10:00:00+07:00"}`},
	{"refuse.known-before-happened", `{"do":"register-incident","reporterName":"x","description":"x","knownAt":"2026-10-05T09:00:00+07:00","happenedAt":"2026-10-05T10:00:00+07:00"}`},
	{"refuse.notice-empty", `{"do":"add-notice","incident":"@0001","addressee":"bssn"}`},
	{"refuse.nothing-changed", `{"do":"amend-incident","incident":"@0011"}`},
	{"refuse.ended", `{"do":"amend-incident","incident":"@0001","title":"x"}`},
	{"refuse.still-open", `{"do":"reopen-incident","incident":"@0011","reason":"x"}`},
	{"refuse.reason", `{"do":"reopen-incident","incident":"@0001"}`},
	{"refuse.before-last", `{"do":"reopen-incident","incident":"@0001","reason":"x","at":"2026-10-05T10:00:00+07:00"}`},
	{"refuse.class-missing", `{"do":"classify-incident","incident":"@0011"}`},
	{"refuse.class-same", `{"do":"classify-incident","incident":"@0012","class":"tinggi"}`},
	{"refuse.reclass-reason", `{"do":"classify-incident","incident":"@0012","class":"rendah"}`},
	{"refuse.before-receipt", `{"do":"classify-incident","incident":"@0012","class":"rendah","reason":"x","at":"2026-10-01T00:00:00+07:00"}`},
	{"refuse.answered-already", `{"do":"answer-reporter","incident":"@0012"}`},
	{"refuse.step-order", `{"do":"pass-step","incident":"@0011","step":5}`},
	{"refuse.step-missing", `{"do":"pass-step","incident":"@0011","step":2}`},
	{"refuse.step-not-passed", `{"do":"correct-step-time","incident":"@0011","step":7,"passedAt":"2026-10-07T16:56:00+07:00","reason":"x"}`},
	{"refuse.instant-missing", `{"do":"correct-step-time","incident":"@0008","step":2,"reason":"x"}`},
	{"refuse.between-steps", `{"do":"correct-step-time","incident":"@0008","step":2,"passedAt":"2026-10-03T07:00:00+07:00","reason":"x"}`},
	{"refuse.not-at-decision", `{"do":"not-incident","incident":"@0011","reason":"x","answer":"x"}`},
	{"refuse.duplicate-of", `{"do":"mark-duplicate","incident":"@0011","duplicateOf":"@0011","reason":"x"}`},
	{"refuse.team", `{"do":"assign","incident":"@0011","teams":["X"]}`},
	{"refuse.tag-length", `{"do":"tag-incident","incident":"@0011","add":["judi daring yang diiklankan pada subdomain Perangkat Daerah"]}`},
	{"refuse.tag-sign", `{"do":"tag-incident","incident":"@0011","add":["judi, daring"]}`},
	{"refuse.pause-resolution", `{"do":"pause-clock","incident":"@0011","reason":"kahar","expected":"2026-10-08T00:00:00+07:00"}`},
	{"refuse.paused-already", `{"do":"pause-clock","incident":"@0009","reason":"kahar","expected":"2026-10-08T00:00:00+07:00"}`},
	{"refuse.pause-reason", `{"do":"pause-clock","incident":"@0010","expected":"2026-10-08T00:00:00+07:00"}`},
	{"refuse.pause-expected", `{"do":"pause-clock","incident":"@0010","reason":"kahar"}`},
	{"refuse.not-paused", `{"do":"resume-clock","incident":"@0010"}`},
	{"refuse.resume-before", `{"do":"resume-clock","incident":"@0009","at":"2026-10-07T09:00:00+07:00"}`},
	{"refuse.row-unknown", `{"do":"withdraw-row","incident":"@0012","row":"x.1","reason":"x"}`},
	{"refuse.sha256", `{"do":"add-evidence","incident":"@0012","name":"x","sha256":"123"}`},
	{"refuse.evidence-unknown", `{"do":"add-custody","incident":"@0012","evidence":"x.1","to":"x","purpose":"x"}`},
	{"refuse.evidence-differs", `{"do":"add-evidence","incident":"@0012","name":"x","file":"testdata/day.jsonl","sha256":"` + strings.Repeat("0f", 32) + `"}`},
	{"refuse.addressee", `{"do":"add-notice","incident":"@0012"}`},
	{"refuse.name-taken", `{"do":"add-person","name":"petugas piket"}`},
	{"refuse.nip", `{"do":"add-person","name":"Baru","nip":"123"}`},
	{"refuse.custody-unknown", `{"do":"number-paper","incident":"@0012","paper":"custody-record","row":"x.1","number":"1"}`},
	{"refuse.answers", `{"do":"add-system","name":"Baru","answers":"ABC"}`},
	{"refuse.post", `{"do":"give-seat","post":"XX","person":"Petugas Piket"}`},
	{"refuse.seat-held", `{"do":"give-seat","post":"V.koordinator","person":"Rina Kartika (contoh)"}`},
	{"refuse.seat-taken", `{"do":"give-seat","post":"V.koordinator","person":"Petugas Piket"}`},
	{"refuse.seat-unknown", `{"do":"end-seat","seat":"x"}`},
	{"refuse.end-before-start", `{"do":"end-seat","seat":"{SEAT}","to":"2026-09-01T00:00:00+07:00"}`},
	{"refuse.duty-unknown", `{"do":"withdraw-duty","duty":"x","reason":"x"}`},
	{"refuse.duty-overlap", `{"do":"set-duty","person":"Bagus Wirawan (contoh)","startAt":"2026-10-06T00:00:00+07:00","endAt":"2026-10-07T00:00:00+07:00"}`},
	{"refuse.escalation", `{"do":"amend-office","escalation":[{"post":"IV","percent":100},{"post":"III","percent":50}]}`},
	{"refuse.days", `{"do":"amend-office","confirmDays":0}`},
	{"refuse.notice-early", `{"do":"add-notice","incident":"@0012","addressee":"bssn","at":"2026-10-01T09:00:00+07:00"}`},
	{"refuse.str-future", `{"do":"amend-office","strFrom":"2030-01-31"}`},
	{"refuse.str-years", `{"do":"amend-office","strYears":0}`},
	{"refuse.zone", `{"do":"amend-office","zone":"Bulan/Kawah"}`},
	{"refuse.ticket-prefix", `{"do":"amend-office","ticketPrefix":"kecil"}`},
	{"refuse.emblem-size", `{"do":"amend-office","emblem":"` + base64.StdEncoding.EncodeToString(make([]byte, 512<<10+1)) + `"}`},
	{"refuse.policy-target", `{"do":"settle-policy","targets":{}}`},
	{"refuse.policy-order", `{"do":"settle-policy","targets":{"strategis":{"response":9,"resolution":8},"tinggi":{"response":1,"resolution":2},"rendah":{"response":1,"resolution":2}}}`},
	{"refuse.date", `{"do":"settle-policy","from":"31-01-2027","basis":"receipt"}`},
	{"refuse.policy-past", `{"do":"settle-policy","from":"2001-01-31","basis":"receipt"}`},
	{"refuse.policy-ends", `{"do":"settle-policy","ends":3}`},
	{"refuse.policy-warnings", `{"do":"settle-policy","warnings":[80,50]}`},
	{"refuse.policy-legal", `{"do":"settle-policy","legal":[{"code":"x","cause":"risk","to":"bssn","internal":true,"source":"x"}]}`},
	{"refuse.calendar-offset", `{"do":"settle-policy","calendar":{"offset":99999,"week":[[],[],[],[],[],[],[]]}}`},
	{"refuse.hours", `{"do":"settle-policy","calendar":{"week":[[],[{"from":480,"to":420}],[],[],[],[],[]]}}`},
	{"refuse.hours-none", `{"do":"settle-policy","calendar":{"week":[[],[],[],[],[],[],[]]}}`},
	{"refuse.season-order", `{"do":"settle-policy","calendar":{"week":[[],[{"from":480,"to":900}],[],[],[],[],[]],"seasons":[{"name":"Ramadan","from":"2027-03-09","to":"2027-02-08","week":[[],[{"from":480,"to":900}],[],[],[],[],[]]}]}}`},
	{"refuse.calendar-long", `{"do":"settle-policy","calendar":{"week":[[],[{"from":480,"to":900}],[],[],[],[],[]],"seasons":[{"name":"Ramadan","from":"2027-01-01","to":"2067-01-01","week":[[],[{"from":480,"to":900}],[],[],[],[],[]]}]}}`},
	{"refuse.holiday-twice", `{"do":"settle-policy","calendar":{"week":[[],[{"from":480,"to":900}],[],[],[],[],[]],"holidays":[{"date":"2027-01-01","name":"Tahun Baru"},{"date":"2027-01-01","name":"Tahun Baru"}]}}`},
	{"refuse.categories-empty", `{"do":"amend-office","categories":[]}`},
	{"refuse.category-code", `{"do":"amend-office","categories":[{"indonesian":"x","english":"x","team":"V"}]}`},
	{"refuse.category-name", `{"do":"amend-office","categories":[{"code":"X","team":"V"}]}`},
	{"refuse.category-team", `{"do":"amend-office","categories":[{"code":"X","indonesian":"x","english":"x","team":"I"}]}`},
	{"refuse.category-twice", `{"do":"amend-office","categories":[{"code":"X","indonesian":"x","english":"x","team":"V"},{"code":"X","indonesian":"x","english":"x","team":"V"}]}`},
	{"refuse.subject-unknown", `{"do":"undo","subject":"00000000000000000000000000000000"}`},
}

// prepared are refusals that need something done first; the last line is the
// one refused.
var prepared = []struct {
	key   string
	lines []string
}{
	{"refuse.erase-nothing", []string{`{"do":"add-person","as":"o","name":"Yang Dihapus"}`, `{"do":"erase-personal-data","subject":"$o","ground":"request","orderedBy":"Ketua","reason":"x"}`}},
	{"refuse.undo-erased", []string{`{"do":"register-incident","as":"h","reporterName":"x","description":"x"}`, `{"do":"amend-incident","incident":"$h","reporterName":"y"}`,
		`{"do":"erase-personal-data","subject":"$h","ground":"request","orderedBy":"Ketua","reason":"x"}`, `{"do":"undo","subject":"$h"}`}},
	{"refuse.undo-erasure", []string{`{"do":"register-incident","as":"i","reporterName":"x","description":"x"}`,
		`{"do":"erase-personal-data","as":"e","subject":"$i","ground":"request","orderedBy":"Ketua","reason":"x"}`, `{"do":"undo","subject":"$e"}`}},
	{"refuse.duty-reason", []string{`{"do":"register-incident","as":"d","reporterName":"x","description":"x","dataBreach":true}`,
		`{"do":"amend-incident","incident":"$d","dataBreach":false}`}},
	{"refuse.as-taken", []string{`{"do":"add-note","as":"a","incident":"@0001","text":"x"}`, `{"do":"add-note","as":"a","incident":"@0001","text":"x"}`}},
	{"refuse.ambiguous-name", []string{`{"do":"add-person","name":"Kembar Satu","nip":"198001012005012009"}`, `{"do":"add-person","name":"Kembar Dua","nip":"198001012005012009"}`,
		`{"do":"add-note","by":"198001012005012009","incident":"@0001","text":"x"}`}},
	{"refuse.answer", []string{`{"do":"register-incident","as":"b","reporterName":"x","description":"x","class":"rendah","channel":"surat"}`,
		`{"do":"pass-step","incident":"$b","step":2}`, `{"do":"pass-step","incident":"$b","step":3,"category":"LLN","initialAnalysis":"x"}`,
		`{"do":"not-incident","incident":"$b","reason":"x"}`}},
	{"refuse.step-paused", []string{`{"do":"pass-step","incident":"@0009","step":6,"analysis":"x"}`,
		`{"do":"add-action","incident":"@0009","phase":"recovery","text":"x"}`, `{"do":"pass-step","incident":"@0009","step":7}`,
		`{"do":"pass-step","incident":"@0009","step":8,"rootCause":"x","lessons":"x"}`}},
	{"refuse.merge-same", []string{`{"do":"register-incident","as":"m","reporterName":"x","description":"x"}`, `{"do":"register-incident","as":"n","reporterName":"y","description":"x"}`, `{"do":"merge-incidents","into":"$m","from":"$m","reason":"x"}`}},
	{"refuse.merge-clash", []string{`{"do":"register-incident","as":"m","reporterName":"x","description":"x"}`, `{"do":"register-incident","as":"n","reporterName":"y","description":"x"}`, `{"do":"merge-incidents","into":"$m","from":"$n","reason":"x"}`}},
	{"refuse.merge-no-clash", []string{`{"do":"register-incident","as":"m","reporterName":"x","description":"x"}`, `{"do":"register-incident","as":"n","reporterName":"y","description":"x"}`, `{"do":"merge-incidents","into":"$m","from":"$n","reason":"x","take":{"reporter":"into","tlp":"into"}}`}},
	{"refuse.merged-already", []string{`{"do":"register-incident","as":"m","reporterName":"x","description":"x"}`, `{"do":"register-incident","as":"n","reporterName":"y","description":"x"}`, `{"do":"merge-incidents","into":"$m","from":"$n","reason":"x","take":{"reporter":"into"}}`, `{"do":"merge-incidents","into":"$m","from":"$n","reason":"x","take":{"reporter":"into"}}`}},
	{"refuse.not-merged", []string{`{"do":"register-incident","as":"m","reporterName":"x","description":"x"}`, `{"do":"register-incident","as":"n","reporterName":"y","description":"x"}`, `{"do":"unmerge-incidents","incident":"$m","reason":"x"}`}},
	{"refuse.reopen-merged", []string{`{"do":"register-incident","as":"m","reporterName":"x","description":"x"}`, `{"do":"register-incident","as":"n","reporterName":"y","description":"x"}`, `{"do":"merge-incidents","into":"$m","from":"$n","reason":"x","take":{"reporter":"into"}}`, `{"do":"reopen-incident","incident":"$n","reason":"x"}`}},
	{"refuse.undo-merge", []string{`{"do":"register-incident","as":"m","reporterName":"x","description":"x"}`, `{"do":"register-incident","as":"n","reporterName":"y","description":"x"}`, `{"do":"merge-incidents","into":"$m","from":"$n","reason":"x","take":{"reporter":"into"}}`, `{"do":"undo","subject":"$n"}`}},
	{"refuse.unmerge-ended", []string{`{"do":"register-incident","as":"m","reporterName":"x","description":"x"}`, `{"do":"register-incident","as":"n","reporterName":"y","description":"x"}`, `{"do":"merge-incidents","into":"$m","from":"$n","reason":"x","take":{"reporter":"into"}}`, `{"do":"reject-incident","incident":"$m","reason":"x"}`, `{"do":"unmerge-incidents","incident":"$n","reason":"x"}`}},
	{"refuse.unmerge-further", []string{`{"do":"register-incident","as":"m","reporterName":"x","description":"x"}`, `{"do":"register-incident","as":"n","reporterName":"y","description":"x"}`, `{"do":"merge-incidents","into":"$m","from":"$n","reason":"x","take":{"reporter":"into"}}`, `{"do":"register-incident","as":"o","reporterName":"x","description":"x"}`,
		`{"do":"merge-incidents","into":"$o","from":"$m","reason":"x"}`, `{"do":"unmerge-incidents","incident":"$n","reason":"x"}`}},
	{"refuse.relay-none", []string{`{"do":"register-incident","as":"r","reporterName":"x","description":"x"}`, `{"do":"relay-incident","incident":"$r","channel":"telepon"}`}},
	{"refuse.relay-chain", []string{`{"do":"register-incident","as":"r","reporterName":"x","description":"x"}`, `{"do":"relay-incident","incident":"$r","post":"II","channel":"telepon"}`}},
	{"refuse.relay-vacant", []string{`{"do":"register-incident","as":"r","reporterName":"x","description":"x"}`, `{"do":"relay-incident","incident":"$r","post":"III","channel":"telepon"}`}},
	{"refuse.relay-idle", []string{`{"do":"register-incident","as":"r","reporterName":"x","description":"x"}`, `{"do":"answer-reporter","incident":"$r"}`, `{"do":"relay-incident","incident":"$r","channel":"telepon"}`}},
	{"refuse.custody-receiver", []string{`{"do":"register-incident","as":"b","reporterName":"x","description":"x"}`, `{"do":"add-evidence","as":"v","incident":"$b","name":"x"}`,
		`{"do":"add-custody","incident":"$b","evidence":"$v","to":" ","purpose":"x"}`}},
	{"refuse.custody-early", []string{`{"do":"register-incident","as":"b","reporterName":"x","description":"x","receivedAt":"2026-10-05T09:00:00+07:00"}`, `{"do":"add-evidence","as":"v","incident":"$b","name":"x"}`,
		`{"do":"add-custody","incident":"$b","evidence":"$v","to":"x","purpose":"x","at":"2026-10-05T10:00:00+07:00"}`}},
	{"refuse.undo-first", []string{`{"do":"add-person","as":"c","name":"Salah Catat"}`, `{"do":"undo","subject":"$c"}`}},
}

// Refusals that no line of apply can meet, with where they are met instead.
var elsewhere = map[string]string{
	"refuse.filter":             "list --filter: TestFilters",
	"refuse.by-missing":         "a desk at which nobody sits: TestNobodySitsAtTheDesk",
	"refuse.period":             "report period: TestReports",
	"refuse.desk-none":          "TestOpening",
	"refuse.in-recovery":        "TestRecovery",
	"refuse.founded-already":    "the founding is no command",
	"refuse.vault-missing":      "package app",
	"refuse.holidays-all-day":   "policy holidays: TestPolicies",
	"refuse.zone-daylight":      "app: TestOfficeHoursAreThoseOfTheOfficesZone",
	"refuse.policy-held":        "app: TestASettledPolicyIsTakenBackUntilItWasInForce",
	"refuse.holidays-columns":   "model: TestAFileOfHolidaysIsRefusedAtItsLine",
	"refuse.holidays-none":      "model: TestAFileOfHolidaysIsRefusedAtItsLine",
	"refuse.holidays-date":      "model: TestAFileOfHolidaysIsRefusedAtItsLine",
	"refuse.holidays-twice":     "model: TestAFileOfHolidaysIsRefusedAtItsLine",
	"refuse.holidays-name":      "model: TestAFileOfHolidaysIsRefusedAtItsLine",
	"refuse.holidays-kind":      "model: TestAFileOfHolidaysIsRefusedAtItsLine",
	"refuse.holidays-line":      "model: TestAFileOfHolidaysIsRefusedAtItsLine",
	"refuse.holidays-utf8":      "model: TestAFileOfHolidaysIsRefusedAtItsLine",
	"refuse.holidays-workbook":  "model: TestAFileOfHolidaysIsRefusedAtItsLine",
	"refuse.holidays-large":     "model: TestAFileOfHolidaysIsRefusedAtItsLine",
	"refuse.holidays-overlap":   "model: TestAFileOfHolidaysIsRefusedAtItsLine",
	"refuse.holidays-span":      "model: TestAFileOfHolidaysIsRefusedAtItsLine",
	"refuse.holidays-until":     "model: TestAFileOfHolidaysIsRefusedAtItsLine",
	"refuse.policy-both":        "app: TestAllDayAndOfficeHoursAreNotTakenTogether",
	"refuse.period-coming":      "model: TestAPeriodBeginsWithItsFirstSecond",
	"refuse.journal-damaged":    "package app",
	"refuse.undo-overtaken":     "needs a second desk: package app",
	"refuse.step-disputed":      "needs a second desk: package app",
	"refuse.merge-conflict":     "needs a second desk: package model",
	"refuse.unmerge-elsewhere":  "needs a second desk",
	"refuse.fork-gone":          "app: TestACopiedDeskIsNoticed",
	"refuse.evidence-large":     "app: TestAFileThatCannotBeKeptIsRefused",
	"refuse.evidence-file":      "model: no program writes one without the other",
	"refuse.content-missing":    "evidence save: TestEvidenceOnTheCommandLine",
	"refuse.evidence-elsewhere": "evidence save: TestEvidenceOnTheCommandLine",

	// What only a tampered file reaches, or what no verb can leave out:
	"refuse.bundle-forged":        "app: TestAForgedSenderIsRefused",
	"refuse.bundle-head":          "app: TestAForgedSignatureUnderADesksEventsIsRefused",
	"refuse.bundle-large":         "app: TestALyingDeskIsRefused",
	"refuse.bundle-usurps":        "app: TestALyingDeskIsRefused",
	"refuse.bundle-bare":          "app: TestALyingDeskIsRefused",
	"refuse.backup-differs":       "app: TestABackupThatLacksEventsIsTold",
	"refuse.invitation-withdrawn": "app: TestAnInvitationThatWasWithdrawnInItsOwnFile",
	"refuse.bundle-piece":         "app/bundle: TestWhatIsNoBundle",
	"refuse.bundle-newer":         "app: TestAForgedShareChangesNothing",
	"refuse.share-many":           "app: TestWhatTLPForbidsIsNotWritten",
	"refuse.bundle-none":          "app: TestNoFileWasChosen",
	"refuse.decide-mark":          "needs a second desk: package app",
	"refuse.decide-one":           "needs a second desk: package app",
	"refuse.decide-still":         "needs a second desk: package app",
	"refuse.field-unknown":        "needs a second desk: package app",
	"refuse.ticket-twice":         "needs a second desk: package app",
	"refuse.custody-none":         "report custody-record: TestTheChainOfCustodyOnTheCommandLine",
	"refuse.erase-due":            "app: TestNothingIsSentWhileAnErasureIsDue",
	"refuse.erase-later":          "app: TestAnErasureThatFailsIsCarriedOutLater",
}

func TestEveryRefusalHasItsSentence(t *testing.T) {
	met := exchangeRefusals(t)
	for _, lang := range locales.Langs() {
		b, applied := afterTheDay(t)
		fill := b.places(applied)
		var lines []string
		for _, p := range provoked {
			lines = append(lines, fill.Replace(p.line))
		}
		out := b.run("--lang", string(lang), "apply", "--keep-going", written(t, "refused.jsonl", strings.Join(lines, "\n"))).out
		for i, r := range results(t, out) {
			mustSay(t, r, provoked[i].key, provoked[i].line)
			met[r.Key] = true
		}
		for _, p := range prepared {
			file := written(t, "prepared.jsonl", fill.Replace(strings.Join(p.lines, "\n")))
			all := results(t, b.run("--lang", string(lang), "apply", "--keep-going", file).out)
			mustSay(t, all[len(all)-1], p.key, p.lines[len(p.lines)-1])
			met[p.key] = true
		}
	}
	keys := refusalKeys(t, "../../model", "..")
	for key := range elsewhere {
		if met[key] || !slices.Contains(keys, key) {
			t.Errorf("%s is not met elsewhere", key)
		}
	}
	for _, key := range keys {
		if !met[key] && elsewhere[key] == "" {
			t.Errorf("%s is provoked nowhere", key)
		}
	}
}

func mustSay(t *testing.T, r result, key, line string) {
	t.Helper()
	if r.OK || r.Key != key {
		t.Errorf("want %s, got %s for %.150s", key, r.Key, line)
	}
	if r.Sentence == "" || strings.ContainsAny(r.Sentence, "⟦") || strings.Contains(r.Sentence, "<no value>") || !strings.HasSuffix(r.Sentence, ".") {
		t.Errorf("%s says %q", key, r.Sentence)
	}
}

// places replaces "@0001" and its like by what the day made.
func (b *bench) places(applied ran) *strings.Replacer {
	pairs := []string{"{NONE}", string(model.NewTicket("CSIRT", 2026, "A", 99))}
	for _, r := range results(b.t, applied.out) {
		switch {
		case r.Do == "register-incident":
			pairs = append(pairs, "@"+strings.Split(r.Ticket, "-")[3], r.Ticket)
		case r.Do == "give-seat":
			pairs = append(pairs, "{SEAT}", r.ID)
		}
	}
	return strings.NewReplacer(pairs...)
}

// refusalKeys reads the keys of all refusals out of the folders' programs.
func refusalKeys(t *testing.T, folders ...string) []string {
	t.Helper()
	var keys []string
	for _, folder := range folders {
		paths, err := filepath.Glob(filepath.Join(folder, "*.go"))
		if err != nil || len(paths) == 0 {
			t.Fatal(fmt.Errorf("no program in %s: %w", folder, err))
		}
		for _, path := range paths {
			if strings.HasSuffix(path, "_test.go") {
				continue
			}
			file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(file, func(n ast.Node) bool {
				if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
					if text, err := strconv.Unquote(lit.Value); err == nil && strings.HasPrefix(text, "refuse.") {
						keys = append(keys, text)
					}
				}
				return true
			})
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}
