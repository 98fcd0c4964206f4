package model

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
)

// Version is the event version this program writes. Older ones are raised when
// read; newer ones are carried untouched.
const Version = 1

// Kind says which fact an event records, for example "incident.passed". The
// part before the dot is the kind of its subject.
type Kind string

// Hash is SHA-256, written in JSON as base64 without padding.
type Hash [32]byte

// Hex is the hash as people and other programs write it.
func (h Hash) Hex() string { return hex.EncodeToString(h[:]) }

// MarshalText writes base64url without padding.
func (h Hash) MarshalText() ([]byte, error) {
	return base64.RawURLEncoding.AppendEncode(nil, h[:]), nil
}

// UnmarshalText reads what MarshalText wrote and refuses any other length.
func (h *Hash) UnmarshalText(b []byte) error {
	sum, err := base64.RawURLEncoding.Strict().AppendDecode(nil, b)
	if err != nil {
		return err
	}
	if len(sum) != len(h) {
		return errors.New("a hash has 32 bytes")
	}
	*h = Hash(sum)
	return nil
}

// Header is the part of an event that is chained, signed and never erased; it
// carries no personal data. Base names, for each register or set the event
// writes, the marks its author had seen there; an end names also how far its author
// had seen each desk's events about the subject (see [Subject.Base]).
type Header struct {
	V       int               `json:"v"`
	Kind    Kind              `json:"kind"`
	Desk    DeskID            `json:"desk"`
	N       uint64            `json:"n"`
	Prev    Hash              `json:"prev"`
	At      Stamp             `json:"at"`
	User    PersonID          `json:"user"`
	Subject SubjectID         `json:"subject"`
	Fields  []string          `json:"fields"`
	Base    map[string][]Mark `json:"base,omitempty"`
	Payload Hash              `json:"payload"`
}

// Payload holds what was written. Salt stops guessing an erased payload from
// its hash.
type Payload struct {
	Salt   []byte                     `json:"salt"`
	Values map[string]json.RawMessage `json:"values"`
}

func (p Payload) of(fields []string) []json.RawMessage {
	values := make([]json.RawMessage, len(fields))
	for n, field := range fields {
		values[n] = p.Values[field]
	}
	return values
}

// Event is one recorded change with the very bytes in which it was first
// written: those are stored, hashed and sent, never a re-encoding. Sealed is
// empty, and there are no values, once the payload has been erased.
type Event struct {
	Header Header
	Values []json.RawMessage // of the header's fields, in their order
	Head   []byte
	Sealed []byte
}

// Value is what the event wrote to a field, nil where that is not known.
func (e Event) Value(field string) json.RawMessage {
	return e.value(slices.Index(e.Header.Fields, field))
}

func (e Event) value(n int) json.RawMessage {
	if n < 0 || n >= len(e.Values) {
		return nil
	}
	return e.Values[n]
}

// Mark names the event.
func (e Event) Mark() Mark { return Mark{e.Header.Desk, e.Header.N} }

// Size is how many bytes it has.
func (e Event) Size() int { return len(e.Head) + len(e.Sealed) }

const chainTag = "siaga event 1\x00"

// Chain is h(n): the hash of this event's header bytes over the hash before.
func (e Event) Chain() (sum Hash) {
	h := sha256.New()
	h.Write([]byte(chainTag))
	h.Write(e.Header.Prev[:])
	h.Write(e.Head)
	h.Sum(sum[:0])
	return sum
}

// Write encodes header and payload once and returns the event with its bytes.
func Write(h Header, p Payload) (Event, error) {
	sealed, err := json.Marshal(p)
	if err != nil {
		return Event{}, fmt.Errorf("encode payload of %s: %w", h.Kind, err)
	}
	h.Payload = sha256.Sum256(sealed)
	head, err := json.Marshal(h)
	if err != nil {
		return Event{}, fmt.Errorf("encode header of %s: %w", h.Kind, err)
	}
	return Event{Header: h, Values: p.of(h.Fields), Head: head, Sealed: sealed}, nil
}

// Read decodes an event's bytes and refuses a payload that is not the one the
// header names. An erased payload (no bytes) is accepted.
func Read(head, sealed []byte) (e Event, err error) {
	err = e.Read(head, sealed)
	return e, err
}

// Read is [Read] into an event that is not wanted any more: its lists are used
// again.
func (e *Event) Read(head, sealed []byte) (err error) {
	fields, values := e.Header.Fields[:0], e.Values[:0]
	*e = Event{Head: head, Sealed: sealed}
	if e.Header, err = readHeader(head, fields); err != nil {
		return err
	}
	if len(sealed) == 0 {
		return nil
	}
	if sha256.Sum256(sealed) != e.Header.Payload {
		return fmt.Errorf("event %s: payload is not the one its header names", e.Mark())
	}
	if e.Values, err = readValues(sealed, e.Header.Fields, values); err != nil {
		return fmt.Errorf("decode payload of %s: %w", e.Mark(), err)
	}
	return nil
}

func readHeader(head []byte, fields []string) (Header, error) {
	if h, ok := headerOf(head, fields); ok {
		return h, nil
	}
	var h Header
	if err := json.Unmarshal(head, &h); err != nil {
		return Header{}, fmt.Errorf("decode header: %w", err)
	}
	return h, nil
}

func readValues(sealed []byte, fields []string, values []json.RawMessage) ([]json.RawMessage, error) {
	if values, ok := valuesOf(sealed, fields, values); ok {
		return values, nil
	}
	var p Payload
	if err := json.Unmarshal(sealed, &p); err != nil {
		return nil, err
	}
	return p.of(fields), nil
}

// Pack writes events one behind the other, each part with its length: the
// record of one command, kept or lost as a whole.
func Pack(events []Event) []byte {
	size := binary.MaxVarintLen64
	for _, e := range events {
		size += e.Size() + 2*binary.MaxVarintLen32
	}
	out := binary.AppendUvarint(make([]byte, 0, size), uint64(len(events)))
	for _, e := range events {
		out = binary.AppendUvarint(out, uint64(len(e.Head)))
		out = append(out, e.Head...)
		out = binary.AppendUvarint(out, uint64(len(e.Sealed)))
		out = append(out, e.Sealed...)
	}
	return out
}

// Unpack reads what Pack wrote and refuses anything that does not add up.
func Unpack(b []byte) ([]Event, error) {
	count, b, err := length(b)
	if err != nil {
		return nil, err
	}
	var events []Event
	for range count {
		var head, sealed []byte
		if head, b, err = part(b); err != nil {
			return nil, err
		}
		if sealed, b, err = part(b); err != nil {
			return nil, err
		}
		e, err := Read(head, sealed)
		if err != nil {
			return nil, err
		}
		events = append(events, e)
	}
	if len(b) != 0 {
		return nil, fmt.Errorf("%d bytes stand behind the last event", len(b))
	}
	return events, nil
}

// Cut takes the bytes of one packed event apart without decoding them; it
// refuses what holds another number of events.
func Cut(b []byte) (head, sealed []byte, err error) {
	count, b, err := length(b)
	if err != nil {
		return nil, nil, err
	}
	if head, b, err = part(b); err != nil {
		return nil, nil, err
	}
	if sealed, b, err = part(b); err != nil {
		return nil, nil, err
	}
	if count != 1 || len(b) != 0 {
		return nil, nil, errors.New("a record that is not one event")
	}
	return head, sealed, nil
}

var errCut = errors.New("the record of an event is cut short")

func length(b []byte) (uint64, []byte, error) {
	n, k := binary.Uvarint(b)
	if k <= 0 || n > uint64(len(b)) {
		return 0, nil, errCut
	}
	return n, b[k:], nil
}

func part(b []byte) ([]byte, []byte, error) {
	n, b, err := length(b)
	if err != nil || n > uint64(len(b)) {
		return nil, nil, errCut
	}
	return b[:n:n], b[n:], nil
}
