package bundle

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"testing"
	"time"

	"filippo.io/age"
	"github.com/klauspost/compress/zstd"

	"siaga/model"
)

const manyEvents = 100_000

// manyLetter is a year of a busy desk: headers of about 400 bytes, payloads of
// about 300.
func manyLetter(b *testing.B) letter {
	b.Helper()
	chance := rand.NewChaCha8([32]byte{1})
	draw := func(n int) []byte { d := make([]byte, n); _, _ = chance.Read(d); return d }
	l := letter{header: Header{
		ID: id(1), Office: testOffice, Desk: deskA, Kind: Full, For: []model.DeskID{deskB},
		Events: manyEvents, Ranges: []Range{{deskA, 1, manyEvents}},
	}}
	words := []string{"server", "web", "dinas", "laporan", "akun", "surel", "aplikasi", "pemulihan", "jaringan", "petugas"}
	var chain model.Hash
	for n := 1; n <= manyEvents; n++ {
		text := ""
		for range 24 {
			text += words[draw(1)[0]%10] + " "
		}
		e, err := model.Write(model.Header{
			V: 1, Kind: "incident.amended", Desk: deskA, N: uint64(n), Prev: chain, At: model.Stamp{Wall: int64(n) * 1e5},
			User: model.PersonID(fmt.Sprintf("%x", draw(16))), Subject: model.SubjectID(fmt.Sprintf("%x", draw(16))),
			Fields: []string{"title"}, Base: map[string][]model.Mark{"title": {{Desk: deskB, N: uint64(n)}}},
		}, model.Payload{Salt: draw(16), Values: map[string]json.RawMessage{
			"title": json.RawMessage(`"` + text + base64.RawURLEncoding.EncodeToString(draw(30)) + `"`),
		}})
		if err != nil {
			b.Fatal(err)
		}
		chain = e.Chain()
		l.events = append(l.events, e)
	}
	return l
}

// The floor is what nobody can do without: the same plain bytes through
// SHA-256, zstd and age.
func floorWrite(b *testing.B, plain []byte, recipient string) ([]byte, time.Duration) {
	b.Helper()
	start := time.Now()
	sum := sha256.Sum256(plain)
	to, err := age.ParseX25519Recipient(recipient)
	if err != nil {
		b.Fatal(err)
	}
	var file bytes.Buffer
	sealed, err := age.Encrypt(&file, to)
	if err != nil {
		b.Fatal(err)
	}
	packed, err := zstd.NewWriter(sealed, zstd.WithEncoderConcurrency(1), zstd.WithWindowSize(window),
		zstd.WithEncoderCRC(false))
	if err != nil {
		b.Fatal(err)
	}
	_, err = io.Copy(packed, bytes.NewReader(plain))
	if err := errors.Join(err, packed.Close(), sealed.Close()); err != nil {
		b.Fatal(err, sum)
	}
	return file.Bytes(), time.Since(start)
}

func floorRead(b *testing.B, file []byte, k Keys) time.Duration {
	b.Helper()
	start := time.Now()
	identity, err := age.ParseX25519Identity(k.Identities[0])
	if err != nil {
		b.Fatal(err)
	}
	packed, err := age.Decrypt(bytes.NewReader(file), identity)
	if err != nil {
		b.Fatal(err)
	}
	unpacked, err := zstd.NewReader(packed, zstd.WithDecoderConcurrency(1))
	if err != nil {
		b.Fatal(err)
	}
	defer unpacked.Close()
	if _, err := io.Copy(sha256.New(), unpacked); err != nil {
		b.Fatal(err)
	}
	return time.Since(start)
}

func BenchmarkWriteManyEvents(b *testing.B) {
	l := manyLetter(b)
	keys, recipient := newPair(b)
	plain := plainOf(b, l.write(b, Seal{Recipients: []string{recipient}}), keys)
	floor, took, size := time.Duration(0), time.Duration(0), 0
	for b.Loop() {
		_, f := floorWrite(b, plain, recipient)
		start := time.Now()
		size = len(l.write(b, Seal{Recipients: []string{recipient}}))
		floor, took = floor+f, took+time.Since(start)
	}
	report(b, took, floor, len(plain))
	b.ReportMetric(float64(size)/(1<<20), "file-MB")
}

func BenchmarkReadManyEvents(b *testing.B) {
	l := manyLetter(b)
	keys, recipient := newPair(b)
	file := l.write(b, Seal{Recipients: []string{recipient}})
	plain := len(plainOf(b, file, keys))
	floor, took, verified := time.Duration(0), time.Duration(0), time.Duration(0)
	for b.Loop() {
		floor += floorRead(b, file, keys)
		start := time.Now()
		r, err := Open(bytes.NewReader(file), keys, Limits{})
		for err == nil {
			_, err = r.Next()
		}
		if err != io.EOF {
			b.Fatal(err)
		}
		took += time.Since(start)
		start = time.Now()
		if r, err = Open(bytes.NewReader(file), keys, Limits{}); err == nil {
			err = r.Verify()
		}
		if err != nil {
			b.Fatal(err)
		}
		verified += time.Since(start)
	}
	report(b, took, floor, plain)
	b.ReportMetric(float64(verified)/float64(floor), "verify-x-floor")
}

func report(b *testing.B, took, floor time.Duration, plain int) {
	b.Helper()
	b.ReportMetric(0, "ns/op") // it would mix both
	b.ReportMetric(float64(took.Milliseconds())/float64(b.N), "ms")
	b.ReportMetric(float64(floor.Milliseconds())/float64(b.N), "floor-ms")
	b.ReportMetric(float64(took)/float64(floor), "x-floor")
	b.ReportMetric(float64(plain)/(1<<20), "plain-MB")
}
