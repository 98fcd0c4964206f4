package model

import (
	"encoding/base64"
	"encoding/json"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
)

// An event is read far more often than written, and nearly always in the form
// that Write gives it. That form is read here, a tenth of the work that
// encoding/json makes of it; whatever is not exactly so is left to encoding/json,
// and where both read, they read the same.

// headerOf reads the header that Write wrote, its fields behind those given, and
// says whether it is one.
func headerOf(head []byte, fields []string) (h Header, ok bool) {
	c := &eventCode[string]{s: string(head)}
	h.V = int(c.after(`{"v":`).number(math.MaxInt32))
	h.Kind = Kind(c.after(`,"kind":`).text())
	h.Desk = DeskID(c.after(`,"desk":`).text())
	h.N = uint64(c.after(`,"n":`).number(math.MaxInt64))
	h.Prev = c.after(`,"prev":`).hash()
	h.At.Wall = c.after(`,"at":[`).number(math.MaxInt64)
	h.At.Count = uint32(c.after(`,`).number(math.MaxUint32))
	h.User = PersonID(c.after(`],"user":`).text())
	h.Subject = SubjectID(c.after(`,"subject":`).text())
	if h.Fields = fields; fields == nil {
		h.Fields = []string{}
	}
	for c.after(`,"fields":`); c.more('[', ']', len(h.Fields)); {
		h.Fields = append(h.Fields, c.text())
	}
	if c.at(`,"base":`) {
		h.Base = c.after(`,"base":`).base()
	}
	h.Payload = c.after(`,"payload":`).hash()
	return h, c.after(`}`).ended()
}

// MarkOf reads from an event's header which event it is, and nothing else.
func MarkOf(head []byte) (m Mark, err error) {
	c := &eventCode[[]byte]{s: head}
	c.after(`{"v":`).number(math.MaxInt32)
	c.after(`,"kind":`).plain()
	m.Desk = DeskID(c.after(`,"desk":`).text())
	m.N = uint64(c.after(`,"n":`).number(math.MaxInt64))
	if c.bad {
		h, err := readHeader(head, nil)
		return Mark{h.Desk, h.N}, err
	}
	return m, nil
}

// valuesOf reads the payload that Write wrote under a header with these fields;
// the values, behind those given, are pieces of it.
func valuesOf(sealed []byte, fields []string, values []json.RawMessage) (_ []json.RawMessage, ok bool) {
	c := &eventCode[[]byte]{s: sealed}
	c.after(`{"salt":`).salt()
	c.after(`,"values":`)
	values = slices.Grow(values, len(fields))
	for n := 0; c.more('{', '}', n); n++ {
		if n == len(fields) || n > 0 && fields[n-1] >= fields[n] {
			return nil, false
		}
		c.after(`"`).after(fields[n]).after(`":`)
		start := len(sealed) - len(c.s)
		c.value(0)
		end := len(sealed) - len(c.s)
		values = append(values, sealed[start:end:end])
	}
	return values, c.after(`}`).ended() && len(values) == len(fields)
}

// passageOf reads the passage of a step that Write wrote, one with which nothing
// was noted: nearly every incident has nine.
func passageOf(value []byte) (p Passage, ok bool) {
	c := &eventCode[string]{s: string(value)}
	p.Segment = int(c.after(`{"segment":`).number(math.MaxInt32))
	p.Step = Step(c.after(`,"step":`).number(math.MaxInt32))
	at, err := time.Parse(time.RFC3339, c.after(`,"at":`).text())
	p.At = At(at)
	return p, c.after(`}`).ended() && err == nil
}

// eventCode is what is left to be read, until something is not as Write writes it.
type eventCode[T string | []byte] struct {
	s   T
	bad bool
}

func (c *eventCode[T]) ended() bool { return !c.bad && len(c.s) == 0 }

func (c *eventCode[T]) fail() { c.bad, c.s = true, c.s[:0] }

func (c *eventCode[T]) at(word string) bool {
	return len(c.s) >= len(word) && string(c.s[:len(word)]) == word
}

// after steps over what has to stand here.
func (c *eventCode[T]) after(word string) *eventCode[T] {
	if !c.at(word) {
		c.fail()
	} else {
		c.s = c.s[len(word):]
	}
	return c
}

// more steps to the next element of a list of which n have been read, or over
// its end.
func (c *eventCode[T]) more(open, end byte, n int) bool {
	if n == 0 {
		c.after(string(open))
	}
	if len(c.s) > 0 && c.s[0] == end {
		c.s = c.s[1:]
		return false
	}
	if n > 0 {
		c.after(",")
		if len(c.s) > 0 && c.s[0] == end {
			c.fail()
		}
	}
	return !c.bad
}

// text is a text in plain ASCII.
func (c *eventCode[T]) text() string { return string(c.plain()) }

func (c *eventCode[T]) plain() T {
	c.after(`"`)
	for n := range len(c.s) {
		switch b := c.s[n]; {
		case b == '"':
			text := c.s[:n]
			c.s = c.s[n+1:]
			return text
		case b < ' ' || b == '\\' || b > '~':
			c.fail()
			return c.s
		}
	}
	c.fail()
	return c.s
}

// number is a whole number that is not negative.
func (c *eventCode[T]) number(most uint64) int64 {
	var number uint64
	digits := 0
	for digits < len(c.s) && digits < 19 && '0' <= c.s[digits] && c.s[digits] <= '9' {
		number = 10*number + uint64(c.s[digits]-'0')
		digits++
	}
	if digits == 0 || digits > 1 && c.s[0] == '0' || number > most {
		c.fail()
		return 0
	}
	c.s = c.s[digits:]
	return int64(number)
}

func (c *eventCode[T]) hash() (h Hash) {
	var sum [len(h) + 1]byte // the decoder wants room for whole groups
	text := c.plain()
	if len(text) != base64.RawURLEncoding.EncodedLen(len(h)) {
		c.fail()
		return h
	}
	if n, err := base64.RawURLEncoding.Strict().Decode(sum[:], []byte(text)); err != nil || n != len(h) {
		c.fail()
	}
	return Hash(sum[:len(h)])
}

// salt steps over a salt of a usual length.
func (c *eventCode[T]) salt() {
	var salt [48]byte
	text := c.plain()
	if base64.StdEncoding.DecodedLen(len(text)) > len(salt) {
		c.fail()
	} else if _, err := base64.StdEncoding.Strict().Decode(salt[:], []byte(text)); err != nil {
		c.fail()
	}
}

func (c *eventCode[T]) base() map[string][]Mark {
	base := map[string][]Mark{}
	for n := 0; c.more('{', '}', n); n++ {
		field, marks := c.text(), []Mark{}
		for c.after(`:`); c.more('[', ']', len(marks)); {
			m := Mark{Desk: DeskID(c.after(`[`).text())}
			m.N = uint64(c.after(`,`).number(math.MaxInt64))
			marks = append(marks, m)
			c.after(`]`)
		}
		base[field] = marks
	}
	return base
}

// deepest is how deep values may lie in one another here.
const deepest = 32

// value steps over any value, written without spaces.
func (c *eventCode[T]) value(depth int) {
	if len(c.s) == 0 || depth > deepest {
		c.fail()
		return
	}
	switch c.s[0] {
	case '{':
		for n := 0; c.more('{', '}', n); n++ {
			c.string()
			c.after(`:`)
			c.value(depth + 1)
		}
	case '[':
		for n := 0; c.more('[', ']', n); n++ {
			c.value(depth + 1)
		}
	case '"':
		c.string()
	case 't':
		c.after("true")
	case 'f':
		c.after("false")
	case 'n':
		c.after("null")
	default:
		c.number(math.MaxInt64)
	}
}

// string steps over any text.
func (c *eventCode[T]) string() {
	c.after(`"`)
	for n := 0; n < len(c.s); n++ {
		switch b := c.s[n]; {
		case b == '"':
			c.s = c.s[n+1:]
			return
		case b == '\\':
			escaped := escape(c.s[n+1:])
			if n += escaped; escaped == 0 {
				c.fail()
			}
		case b < ' ':
			c.fail()
		}
	}
	c.fail()
}

// escape is how many bytes behind a backslash belong to it.
func escape[T string | []byte](s T) int {
	switch {
	case len(s) == 0:
	case strings.IndexByte(`"\/bfnrt`, s[0]) >= 0:
		return 1
	case s[0] == 'u' && len(s) > 4:
		if _, err := strconv.ParseUint(string(s[1:5]), 16, 16); err == nil {
			return 5
		}
	}
	return 0
}
