package model

import (
	"encoding/base64"
	"encoding/json"
	"math"
	"strconv"
	"strings"
	"time"
)

// An event is read far more often than written, and nearly always in the form
// that Write gives it. That form is read here, a tenth of the work that
// encoding/json makes of it; whatever is not exactly so is left to encoding/json,
// and where both read, they read the same.

// headerOf reads the header that Write wrote, and says whether it is one.
func headerOf(head []byte) (h Header, ok bool) {
	c := &eventCode{s: string(head)}
	h.V = int(c.after(`{"v":`).number(math.MaxInt32))
	h.Kind = Kind(c.after(`,"kind":`).text())
	h.Desk = DeskID(c.after(`,"desk":`).text())
	h.N = uint64(c.after(`,"n":`).number(math.MaxInt64))
	h.Prev = c.after(`,"prev":`).hash()
	h.At.Wall = c.after(`,"at":[`).number(math.MaxInt64)
	h.At.Count = uint32(c.after(`,`).number(math.MaxUint32))
	h.User = PersonID(c.after(`],"user":`).text())
	h.Subject = SubjectID(c.after(`,"subject":`).text())
	h.Fields = []string{}
	for c.after(`,"fields":`); c.more('[', ']', len(h.Fields)); {
		h.Fields = append(h.Fields, c.text())
	}
	if strings.HasPrefix(c.s, `,"base":`) {
		h.Base = c.after(`,"base":`).base()
	}
	h.Payload = c.after(`,"payload":`).hash()
	return h, c.after(`}`).ended()
}

// payloadOf reads the payload that Write wrote; the values are pieces of it.
func payloadOf(sealed []byte) (p Payload, ok bool) {
	c := &eventCode{s: string(sealed)}
	salt, err := base64.StdEncoding.Strict().DecodeString(c.after(`{"salt":`).text())
	p.Salt, p.Values = salt, map[string]json.RawMessage{}
	c.after(`,"values":`)
	for n := 0; c.more('{', '}', n); n++ {
		field := c.text()
		c.after(`:`)
		start := len(sealed) - len(c.s)
		c.value(0)
		if !c.bad {
			end := len(sealed) - len(c.s)
			p.Values[field] = sealed[start:end:end]
		}
	}
	return p, c.after(`}`).ended() && err == nil
}

// passageOf reads the passage of a step that Write wrote, one with which nothing
// was noted: nearly every incident has nine.
func passageOf(value []byte) (p Passage, ok bool) {
	c := &eventCode{s: string(value)}
	p.Segment = int(c.after(`{"segment":`).number(math.MaxInt32))
	p.Step = Step(c.after(`,"step":`).number(math.MaxInt32))
	at, err := time.Parse(time.RFC3339, c.after(`,"at":`).text())
	p.At = At(at)
	return p, c.after(`}`).ended() && err == nil
}

// eventCode is what is left to be read, until something is not as Write writes it.
type eventCode struct {
	s   string
	bad bool
}

func (c *eventCode) ended() bool { return !c.bad && c.s == "" }

func (c *eventCode) fail() { c.bad, c.s = true, "" }

// after steps over what has to stand here.
func (c *eventCode) after(word string) *eventCode {
	if !strings.HasPrefix(c.s, word) {
		c.fail()
	} else {
		c.s = c.s[len(word):]
	}
	return c
}

// more steps to the next element of a list of which n have been read, or over
// its end.
func (c *eventCode) more(open, end byte, n int) bool {
	if n == 0 {
		c.after(string(open))
	}
	if c.s != "" && c.s[0] == end {
		c.s = c.s[1:]
		return false
	}
	if n > 0 {
		c.after(",")
		if c.s != "" && c.s[0] == end {
			c.fail()
		}
	}
	return !c.bad
}

// text is a text in plain ASCII.
func (c *eventCode) text() string {
	c.after(`"`)
	for n := range len(c.s) {
		switch b := c.s[n]; {
		case b == '"':
			text := c.s[:n]
			c.s = c.s[n+1:]
			return text
		case b < ' ' || b == '\\' || b > '~':
			c.fail()
			return ""
		}
	}
	c.fail()
	return ""
}

// number is a whole number that is not negative.
func (c *eventCode) number(most uint64) int64 {
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

func (c *eventCode) hash() (h Hash) {
	var sum [len(h) + 1]byte // the decoder wants room for whole groups
	text := c.text()
	if len(text) != base64.RawURLEncoding.EncodedLen(len(h)) {
		c.fail()
		return h
	}
	if n, err := base64.RawURLEncoding.Strict().Decode(sum[:], []byte(text)); err != nil || n != len(h) {
		c.fail()
	}
	return Hash(sum[:len(h)])
}

func (c *eventCode) base() map[string][]Mark {
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
func (c *eventCode) value(depth int) {
	if c.s == "" || depth > deepest {
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
func (c *eventCode) string() {
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
func escape(s string) int {
	switch {
	case s == "":
	case strings.IndexByte(`"\/bfnrt`, s[0]) >= 0:
		return 1
	case s[0] == 'u' && len(s) > 4:
		if _, err := strconv.ParseUint(s[1:5], 16, 16); err == nil {
			return 5
		}
	}
	return 0
}
