package bundle

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"slices"
)

// forge builds plain bytes with a right sum and signature around anything.
func forge(header any, frames ...[]byte) []byte {
	line, err := json.Marshal(header)
	if err != nil {
		panic(err)
	}
	first := versionLine
	if bytes.Contains(line, []byte(`"minReader":2`)) {
		first = secondLine
	}
	plain := slices.Concat([]byte(first), line, []byte("\n"), slices.Concat(frames...), []byte{endFrame})
	sum := sha256.Sum256(plain)
	text := totalText(Header{Office: testOffice, Desk: deskA}, sum)
	return slices.Concat(plain, sum[:], ed25519.Sign(keyA, text))
}

func framed(kind byte, blocks ...[]byte) []byte {
	frame := []byte{kind}
	for _, b := range blocks {
		frame = append(binary.AppendUvarint(frame, uint64(len(b))), b...)
	}
	return frame
}

func ofContent(sum [sha256.Size]byte, content []byte) []byte {
	return slices.Concat([]byte{contentFrame}, sum[:], binary.AppendUvarint(nil, uint64(len(content))), content)
}

func (l letter) frames() [][]byte {
	var frames [][]byte
	for _, e := range l.events {
		frames = append(frames, framed(eventFrame, e.Head, e.Sealed))
	}
	for _, h := range l.heads {
		text, err := json.Marshal(h)
		if err != nil {
			panic(err)
		}
		frames = append(frames, framed(headFrame, text))
	}
	for _, p := range l.parts {
		frames = append(frames, framed(partFrame, []byte(p.Name), p.Content))
	}
	for _, content := range l.files {
		frames = append(frames, ofContent(sha256.Sum256(content), content))
	}
	return frames
}
