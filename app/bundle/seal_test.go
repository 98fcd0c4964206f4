package bundle

import (
	"bytes"
	"crypto/rand"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"filippo.io/age"

	"siaga/model"
)

func TestOnlyTheDesksItIsForOpenIt(t *testing.T) {
	l := newLetter(t, 1, 0)
	front, frontAt := newPair(t)
	back, backAt := newPair(t)
	stranger, _ := newPair(t)
	file := l.write(t, Seal{Recipients: []string{frontAt, backAt}})
	for _, keys := range []Keys{front, back, {Identities: append(stranger.Identities, back.Identities...)}} {
		if _, _, err := read(file, keys); err != nil {
			t.Error(err)
		}
	}
	for _, keys := range []Keys{stranger, {}, {Passphrase: "K7QM-2XHR-K7QM"}} {
		_, _, err := read(file, keys)
		wantRefusal(t, err, "refuse.bundle-others")
	}
}

func TestABundleSentOnIsStillTheFirstSenders(t *testing.T) {
	_, file, keys := oneLetter(t) // from A for B
	other, recipient := newPair(t)
	plain := plainOf(t, file, keys)
	sentOn := sealedBy(t, recipient, func(w io.Writer) error { _, err := w.Write(plain); return err })
	got, r, err := read(sentOn, other)
	if err != nil || !r.SignedBy(public(keyA)) {
		t.Fatal(err)
	}
	if got.header.IsFor(deskC) || !got.header.IsFor(deskB) {
		t.Fatal("C could take it for its own")
	}
	if !(Header{}).IsFor(deskC) {
		t.Fatal("what is for whoever has the passphrase is for C too")
	}
}

func TestAPassphraseAsItIsTyped(t *testing.T) {
	l := newLetter(t, 2, 0)
	l.header.For = nil
	phrase, err := NewPassphrase(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	file := l.write(t, Seal{Passphrase: phrase, WorkFactor: 2})
	for _, typed := range []string{
		phrase, strings.ToLower(phrase), strings.ReplaceAll(phrase, "-", ""), strings.ReplaceAll(phrase, "-", " – "),
		"  " + strings.ReplaceAll(phrase, "-", "\u00a0") + "\r\n",
	} {
		if got, _, err := read(file, Keys{Passphrase: typed}); err != nil || !l.same(got) {
			t.Errorf("%q: %v", typed, err)
		}
	}
	identity, _ := newPair(t)
	for _, c := range []struct {
		keys Keys
		key  string
	}{
		{Keys{Passphrase: phrase[1:]}, "refuse.bundle-passphrase"},
		{Keys{Passphrase: "rahasia sekali"}, "refuse.bundle-passphrase"},
		{Keys{}, "refuse.bundle-passphrase-needed"},
		{Keys{Passphrase: " - "}, "refuse.bundle-passphrase-needed"},
		{identity, "refuse.bundle-passphrase-needed"},
	} {
		_, _, err := read(file, c.keys)
		wantRefusal(t, err, c.key)
	}
}

func TestAShortPassphraseIsNotTaken(t *testing.T) {
	for _, phrase := range []string{"a", "12345 6789", "---------- x"} {
		_, err := NewWriter(io.Discard, newLetter(t, 1, 0).header, Seal{Passphrase: phrase, Key: keyA})
		wantRefusal(t, err, "refuse.passphrase-short")
	}
	for _, factor := range []int{-1, LargestWorkFactor + 1, 60} {
		_, err := NewWriter(io.Discard, newLetter(t, 1, 0).header, Seal{Passphrase: "K7QM-2XHR-K7QM", WorkFactor: factor, Key: keyA})
		if _, refused := model.AsRefusal(err); err == nil || refused {
			t.Error(factor, err)
		}
	}
}

func TestAnAbsurdWorkFactorIsRefusedAtOnce(t *testing.T) {
	recipient, err := age.NewScryptRecipient("K7QM2XHRK7QM")
	if err != nil {
		t.Fatal(err)
	}
	recipient.SetWorkFactor(1)
	var file bytes.Buffer
	sealed, err := age.Encrypt(&file, recipient)
	if err != nil {
		t.Fatal(err)
	}
	if err := sealed.Close(); err != nil {
		t.Fatal(err)
	}
	for _, factor := range []string{"21", "30", "62", "999999999999999999999"} {
		line, rest, _ := strings.Cut(file.String()[len(ageIntro):], " 1\n")
		absurd := ageIntro + line + " " + factor + "\n" + rest
		took := allocated(func() {
			_, _, err := read([]byte(absurd), Keys{Passphrase: "K7QM2XHRK7QM"})
			wantDamage(t, err, "work factor")
		})
		if took > 1<<20 {
			t.Errorf("work factor %s took %d bytes", factor, took)
		}
	}
}

func TestAPassphraseCanBeReadOut(t *testing.T) {
	seen := map[rune]int{}
	for range 2000 {
		phrase, err := NewPassphrase(rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		if len(phrase) != groups*(group+1)-1 || strings.Count(phrase, "-") != groups-1 || len(normal(phrase)) != groups*group {
			t.Fatal(phrase)
		}
		for _, r := range normal(phrase) {
			seen[r]++
		}
	}
	for _, r := range letters {
		if n := seen[r]; n < 1200 || n > 1900 { // 48,000 / 31 = 1,548
			t.Errorf("%c was drawn %d times", r, n)
		}
	}
	if len(seen) != len(letters) {
		t.Error("letters beside the alphabet:", seen)
	}
	uneven := slices.Concat([]byte{248, 255}, make([]byte, groups*group)) // would favour the first letters
	if phrase, err := NewPassphrase(bytes.NewReader(uneven)); err != nil || phrase != "2222-2222-2222-2222-2222-2222" {
		t.Error(phrase, err)
	}
	if _, err := NewPassphrase(iotest.ErrReader(io.ErrClosedPipe)); err == nil {
		t.Error("drawn without chance")
	}
}

func TestAnIdentityFromASecretIsAlwaysTheSame(t *testing.T) {
	var secret [32]byte
	for n := range secret {
		secret[n] = byte(n)
	}
	identity, recipient, err := IdentityFrom(secret)
	if err != nil {
		t.Fatal(err)
	}
	const want = "AGE-SECRET-KEY-1QQQSYQCYQ5RQWZQFPG9SCRGWPUGPZYSNZS23V9CCRYDPK8QARC0SWRYDWG"
	if identity != want {
		t.Error(identity)
	}
	own, err := age.ParseX25519Identity(identity)
	if err != nil || own.Recipient().String() != recipient || own.String() != identity {
		t.Error(err, recipient)
	}
	file := newLetter(t, 1, 0).write(t, Seal{Recipients: []string{recipient}})
	if _, _, err := read(file, Keys{Identities: []string{identity}}); err != nil {
		t.Error(err)
	}
	if _, err := RecipientOf("AGE-SECRET-KEY-1SECRET"); err == nil || strings.Contains(err.Error(), "SECRET-KEY") {
		t.Error("a wrong identity is taken or shown:", err)
	}
	if _, err := Open(bytes.NewReader(file), Keys{Identities: []string{"AGE-SECRET-KEY-1SECRET"}}, Limits{}); err == nil ||
		strings.Contains(err.Error(), "SECRET-KEY") {
		t.Error("a wrong identity is taken or shown:", err)
	}
}

func TestArmorAsMailLeavesIt(t *testing.T) {
	l := newLetter(t, 3, 2)
	keys, recipient := newPair(t)
	armored := string(l.write(t, Seal{Recipients: []string{recipient}, Armor: true}))
	if strings.IndexFunc(armored, func(r rune) bool { return r > 126 }) >= 0 {
		t.Fatal("not printable")
	}
	crlf := strings.ReplaceAll(armored, "\n", "\r\n")
	for name, text := range map[string]string{
		"as written": armored, "CRLF": crlf, "blank lines": "\n\r\n  \n" + crlf + "\r\n \t\r\n", "indented first line": "  " + armored,
		"text editor": "\ufeff" + crlf, "no last line feed": strings.TrimSuffix(armored, "\n"),
	} {
		if got, _, err := read([]byte(text), keys); err != nil || !l.same(got) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for name, text := range map[string]string{
		"a word behind": armored + "Salam", "the last line lost": armored[:len(armored)-40], "a line lost": lineLost(armored),
		"twice": armored + armored,
	} {
		_, _, err := read([]byte(text), keys)
		if wantDamage(t, err, ""); err == nil {
			t.Error(name)
		}
	}
}

func lineLost(armored string) string {
	lines := strings.SplitAfter(armored, "\n")
	return strings.Join(append(lines[:3:3], lines[4:]...), "")
}

func TestWhatIsNoBundle(t *testing.T) {
	keys, recipient := newPair(t)
	for name, c := range map[string]struct {
		file string
		key  string
	}{
		"empty":           {"", "refuse.bundle-damaged"},
		"hardly begun":    {ageIntro[:9], "refuse.bundle-damaged"},
		"a photograph":    {"\x89PNG\r\n\x1a\n", "refuse.bundle-not"},
		"a letter":        {"Yth. Kepala Dinas", "refuse.bundle-not"},
		"a piece":         {pieceLine, "refuse.bundle-piece"},
		"much white":      {strings.Repeat(" ", 5000), "refuse.bundle-not"},
		"another's age":   {string(sealedBy(t, recipient, plainly("Halo\n"))), "refuse.bundle-not"},
		"tomorrow's":      {string(sealedBy(t, recipient, plainly("siaga-bundle 3\n"))), "refuse.bundle-newer"},
		"next century's":  {string(sealedBy(t, recipient, plainly("siaga-bundle 1000000\n"))), "refuse.bundle-newer"},
		"version nothing": {string(sealedBy(t, recipient, plainly("siaga-bundle 0\n"))), "refuse.bundle-not"},
		"needs more": {string(sealedBy(t, recipient, plainly(versionLine+`{"minReader":3,"ranges":"all"}`+"\n"))),
			"refuse.bundle-newer"},
		"no instant": {string(sealedBy(t, recipient, plainly(versionLine+`{"minReader":1,"madeAt":"kemarin"}`+"\n"))),
			"refuse.bundle-damaged"},
	} {
		_, _, err := read([]byte(c.file), keys)
		if refusal, _ := model.AsRefusal(err); refusal == nil || refusal.Key != c.key {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func plainly(text string) func(io.Writer) error {
	return func(w io.Writer) error { _, err := io.WriteString(w, text); return err }
}

func TestPeekTellsFromTheFirstBytes(t *testing.T) {
	l := newLetter(t, 3, 2)
	_, recipient := newPair(t)
	for file, want := range map[string]What{
		string(l.write(t, Seal{Recipients: []string{recipient}})):                        IsBundle,
		"\r\n " + string(l.write(t, Seal{Recipients: []string{recipient}, Armor: true})): IsArmored,
		pieceLine: IsPiece, "siaga-part 9\n": IsPiece, "": IsOther, "age": IsOther, "PK\x03\x04": IsOther,
	} {
		if got, err := Peek(strings.NewReader(file)); err != nil || got != want {
			t.Errorf("%.20q: %s, %v", file, got, err)
		}
	}
	if _, err := Peek(iotest.ErrReader(io.ErrClosedPipe)); err == nil {
		t.Error("what cannot be read was told")
	}
}

func TestAFileNameTellsNothing(t *testing.T) {
	name, err := FileName(bytes.NewReader([]byte{0x9f, 0x0c, 0x6a, 0x1e, 0x5d, 0x3b, 0x4c, 0x2f}))
	if err != nil || name != "siaga-9f0c6a1e5d3b4c2f.siaga" {
		t.Error(name, err)
	}
	if _, err := FileName(bytes.NewReader(nil)); err == nil {
		t.Error("named without chance")
	}
}
