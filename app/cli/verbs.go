package cli

import (
	"slices"

	"siaga/app"
	"siaga/app/bundle"
)

// option is a word that begins with two dashes. What stands for its value in
// help is empty for a switch; its meaning is the sentence "option.<name>", or
// "option.<verb>.<name>" where a verb means something of its own.
type option struct{ name, value string }

// verb is one thing the program does. Its sentence is "verb.<name>", and what
// more there is to know "verb.<name>.more".
type verb struct {
	name        string
	args        string // as help shows them
	least, most int    // how many there are
	options     []option
	run         func(*call) error
}

// everywhere are the options that every verb understands.
var everywhere = []option{
	{"data", "DIR"}, {"lang", "id|en"}, {"now", "T"}, {"seed", "N"}, {"json", ""},
	{"passphrase-file", "F"}, {"key-file", "F"}, {"help", ""},
}

// verbs is the whole command line, in the order in which help lists it.
func verbs() []verb { return slices.Concat(dailyVerbs(), policyVerbs(), paperVerbs()) }

// dailyVerbs are about incidents and the office.
func dailyVerbs() []verb {
	return []verb{
		{"init", "", 0, 0, []option{{"office", "NAME"}, {"person", "NAME"}, {"agencies", ""}, {"empty", ""}, {"key-file", "F"}}, initialise},
		{"demo", "", 0, 0, []option{{"seed", "N"}, {"incidents", "N"}}, demonstrate},
		{"apply", "FILE.jsonl|-", 1, 1, []option{{"keep-going", ""}}, apply},
		{"commands", "", 0, 0, nil, listCommands},
		{"list", "", 0, 0, []option{{"filter", "\"…\""}, {"limit", "N"}}, list},
		{"show", "TICKET", 1, 1, []option{{"history", ""}}, show},
		{"clock", "TICKET", 1, 1, []option{{"days", ""}}, clocks},
		{"history", "TICKET|ID|office", 1, 1, nil, history},
		{"merge", "TICKET INTO", 2, 2, []option{{"preview", ""}, {"take", "\"…\""}, {"reason", "TEXT"}}, merge},
		{"unmerge", "TICKET", 1, 1, []option{{"reason", "TEXT"}}, unmerge},
		{"erase", "TICKET|NAME", 1, 1, []option{{"preview", ""}, {"fields", "A,B"}, {"rows", "A,B"}, {"ground", "G"}, {"ground-text", "TEXT"}, {"ordered-by", "TEXT"}, {"letter", "N"}, {"reason", "TEXT"}, {"requested", "T"}}, erase},
		{"erasures", "", 0, 0, nil, erasures},
		{"evidence list", "[TICKET]", 0, 1, nil, listEvidence},
		{"evidence save", "TICKET ROW F|DIR", 3, 3, []option{{"replace", ""}}, saveEvidence},
		{"today", "", 0, 0, nil, today},
		{"figures", "2026-10|2026-Q3|2026-S1|2026", 0, 1, []option{{"class", "C,…"}, {"team", "T,…"}, {"category", "K,…"}, {"agency", "NAME"}, {"system", "NAME"}, {"filter", "\"…\""}, {"definitions", ""}}, showFigures},
		{"warn", "", 0, 0, nil, warn},
		{"escalate", "TICKET", 1, 1, []option{{"record", ""}, {"channel", "C"}, {"post", "POST"}, {"to", "NAME"}, {"by", "NAME"}}, escalate},
		{"conflicts", "", 0, 0, []option{{"fork", "LETTER"}, {"settle", "LETTER"}}, conflicts},
		{"people", "", 0, 0, []option{{"all", ""}}, people},
		{"agencies", "", 0, 0, []option{{"all", ""}}, agencies},
		{"systems", "", 0, 0, []option{{"all", ""}}, systems},
		{"roster", "", 0, 0, []option{{"at", "T"}}, roster},
		{"duties", "POST", 1, 1, nil, duties},
		{"duty", "", 0, 0, []option{{"from", "D"}, {"to", "D"}}, duty},
		{"office", "", 0, 0, nil, office},
	}
}

// policyVerbs are about the policy of times.
func policyVerbs() []verb {
	settling := []option{
		{"from", "D"}, {"letter", "N"}, {"basis", "escalation|receipt"}, {"ends", "7|8|9"}, {"office-hours", ""}, {"all-day", ""}, {"warnings", "50,80"}, {"reasons", "A,B"},
	}
	return []verb{
		{"policy", "", 0, 0, nil, policies},
		{"policy settle", "[FILE.json|-]", 0, 1, settling, settlePolicy},
		{"policy preview", "[FILE.json|-]", 0, 1, append([]option{{"period", "2026-10|2026-Q3|2026-S1|2026"}}, settling...), previewPolicy},
		{"policy holidays", "FILE.csv|-", 1, 1, []option{{"from", "D"}, {"letter", "N"}}, policyHolidays},
		{"policy template", "FILE.csv", 1, 1, []option{{"replace", ""}}, policyTemplate},
	}
}

// paperVerbs are about papers, other desks and the desk itself.
func paperVerbs() []verb {
	return slices.Concat([]verb{
		{"report resolution", "TICKET", 1, 1, []option{{"pdf", "F"}, {"paper-lang", "id|en"}, {"replace", ""}}, reportResolution},
		{"report answer", "TICKET", 1, 1, []option{{"pdf", "F"}, {"paper-lang", "id|en"}, {"replace", ""}}, reportAnswer},
		{"report announcement", "TICKET", 1, 1, []option{{"pdf", "F"}, {"paper-lang", "id|en"}, {"replace", ""}}, reportAnnouncement},
	}, outwardVerbs(), []verb{
		{"report erasure", "ID", 1, 1, []option{{"pdf", "F"}, {"number", "N"}, {"date", "D"}, {"paper-lang", "id|en"}, {"replace", ""}}, reportErasure},
		{"report register", "", 0, 0, []option{{"xlsx", "F"}, {"from", "D"}, {"to", "D"}, {"paper-lang", "id|en"}, {"replace", ""}}, reportRegister},
		{"report period", "2026-10|2026-Q3|2026-S1|2026", 1, 1, []option{{"pdf", "F"}, {"xlsx", "F"}, {"json", "F"}, {"number", "N"}, {"date", "D"}, {"paper-lang", "id|en"}, {"replace", ""}}, reportPeriod},
		{"desks", "", 0, 0, nil, listDesks},
		{"desks invite", "F|DIR", 1, 1, []option{{"name", "NAME"}, {"until", "D"}, {"split", "MB"}, {"by", "NAME"}, {"replace", ""}}, inviteDesk},
		{"desks admit", "LETTER", 1, 1, []option{{"fingerprint", "\"…\""}, {"by", "NAME"}}, admitDesk},
		{"desks fingerprint", "[LETTER]", 0, 1, nil, fingerprint},
		{"desks rename", "LETTER", 1, 1, []option{{"name", "NAME"}, {"by", "NAME"}}, renameDesk},
		{"desks expire", "LETTER", 1, 1, []option{{"until", "D"}, {"never", ""}, {"by", "NAME"}}, expireDesk},
		{"desks revoke", "LETTER", 1, 1, []option{{"reason", "TEXT"}, {"by", "NAME"}}, revokeDesk},
		{"desks withdraw", "LETTER", 1, 1, []option{{"reason", "TEXT"}, {"by", "NAME"}}, withdrawInvitation},
		{"join", "F…", 1, bundle.MostPieces, []option{{"person", "NAME"}, {"passphrase-of-file", "F"}, {"key-file", "F"}}, join},
		{"bundle export", "F|DIR", 1, 1, []option{{"full", ""}, {"for", "A,B"}, {"armor", ""}, {"with-passphrase", ""}, {"split", "MB"}, {"replace", ""}}, exportBundle},
		{"bundle request", "F|DIR", 1, 1, []option{{"for", "A,B"}, {"armor", ""}, {"replace", ""}}, requestBundle},
		{"bundle import", "F…|NAME", 1, bundle.MostPieces, []option{{"preview", ""}, {"passphrase-of-file", "F"}}, importBundle},
		{"bundle inbox", "", 0, 0, nil, inbox},
		{"bundle discard", "NAME", 1, 1, nil, discard},
		{"share", "F|DIR TICKET…", 2, 1 + app.MostShared, []option{{"to", "NAME"}, {"summary-file", "F|-"}, {"with", "\"…\""}, {"indicators", "\"…\""}, {"need-to-know", "TEXT"}, {"armor", ""}, {"by", "NAME"}, {"replace", ""}}, share},
		{"folder", "[DIR]", 0, 1, []option{{"watch", "SECONDS"}}, visitFolder},
		{"backup", "[F|DIR]", 0, 1, []option{{"test", ""}, {"replace", ""}}, backUp},
		{"restore", "F", 1, 1, []option{{"recovery-file", "F"}, {"person", "NAME"}, {"key-file", "F"}}, restore},
		{"passphrase", "", 0, 0, []option{{"new-passphrase-file", "F"}}, changePassphrase},
		{"recovery-key", "", 0, 0, nil, newRecoveryKey},
		{"check", "", 0, 0, nil, check},
		{"rebuild", "", 0, 0, nil, rebuild},
		{"tour", "", 0, 0, []option{{"out", "DIR"}, {"quick", ""}}, tour},
		{"version", "", 0, 0, nil, version},
		{"help", "[VERB]", 0, 2, nil, help},
	})
}

func findVerb(name string) (verb, bool) {
	for _, v := range verbs() {
		if v.name == name {
			return v, true
		}
	}
	return verb{}, false
}
