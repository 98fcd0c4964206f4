package model

import (
	"encoding/binary"
	"encoding/json"
	"strings"
)

// rowVersion is the first byte of a row; rows are made again from events when
// it changes.
const rowVersion = 6

// Bytes is the row in a short form that loads fast; it is made of events, never the
// only record of anything, and keeps what RowOf keeps.
func (r Row) Bytes() []byte { return r.AppendTo(nil) }

// AppendTo writes them behind others.
func (r *Row) AppendTo(b []byte) []byte {
	c := &rowCode{b: append(b, rowVersion)}
	c.front(&r.ReceivedAt, &r.Policy)
	c.row(r)
	return c.b
}

// rowCode writes to b, or with from reads of text, one value after the other: one
// list of fields serves both ways.
type rowCode struct {
	b    []byte
	text string
	from *RowReader
	bad  bool
}

// front is what decides where a row comes to lie, and what it shares with most
// others.
func (c *rowCode) front(receivedAt *Instant, policy **Policy) {
	number(c, receivedAt)
	c.policy(policy)
}

// row is what follows.
func (c *rowCode) row(r *Row) {
	own(c, &r.ID)
	own(c, &r.Ticket)
	c.course(&r.Course)
	own(c, &r.Title)
	shared(c, &r.Channel)
	shared(c, &r.Agency)
	shared(c, &r.System)
	own(c, &r.Affected)
	shared(c, &r.Category)
	shared(c, &r.TLP)
	shared(c, &r.Risk)
	shared(c, &r.Priority)
	list(c, &r.Teams, shared[string])
	number(c, &r.HappenedAt)
	number(c, &r.TypedAt)
	c.flag(&r.Announced)
	number(c, &r.Evidence)
	number(c, &r.Handovers)
	own(c, &r.Reporter)
	number(c, &r.Conflicts)
	list(c, &r.Persons, shared[PersonID])
	c.flag(&r.PersonalData)
	c.flag(&r.DataBreach)
	c.flag(&r.Vital)
	c.flag(&r.Crime)
	number(c, &r.KnownAt)
	list(c, &r.Notices, func(c *rowCode, n *Notice) {
		number(c, &n.At)
		shared(c, &n.To)
	})
	list(c, &r.Files, func(c *rowCode, f *KeptFile) {
		shared(c, &f.Row.Desk)
		n, sum := int64(f.Row.N), string(f.Sum[:])
		number(c, &n)
		own(c, &sum)
		own(c, &f.Name)
		number(c, &f.Size)
		c.flag(&f.Withdrawn)
		f.Row.N = uint64(n)
		c.bad = copy(f.Sum[:], sum) != len(f.Sum) || len(sum) != len(f.Sum) || c.bad
	})
	list(c, &r.Former, own[Ticket])
	list(c, &r.Warned, func(c *rowCode, g *Given) {
		shared(c, &g.Clock)
		number(c, &g.Segment)
		shared(c, &g.Class)
		number(c, &g.Percent)
		number(c, &g.At)
	})
	number(c, &r.RelayedAt)
	own(c, &r.Tags)
	own(c, &r.Text)
}

func (c *rowCode) course(k *Course) {
	shared(c, &k.Class)
	number(c, &k.AnsweredAt)
	number(c, &k.RespondedAt)
	list(c, &k.Passages, func(c *rowCode, p *Passage) {
		number(c, &p.Segment)
		number(c, &p.Step)
		number(c, &p.At)
		note := p.Signed().Note
		own(c, &note)
		if c.from != nil {
			p.Signature = noted(note)
		}
	})
	list(c, &k.Classes, func(c *rowCode, p *Classification) {
		shared(c, &p.Class)
		number(c, &p.At)
	})
	list(c, &k.Pauses, func(c *rowCode, p *Pause) {
		number(c, &p.From)
		number(c, &p.Until)
		number(c, &p.Expected)
		shared(c, &p.Reason)
	})
	list(c, &k.Reopenings, func(c *rowCode, p *Reopening) {
		number(c, &p.Segment)
		number(c, &p.At)
		number(c, &p.Step)
	})
	list(c, &k.Endings, func(c *rowCode, p *Ending) {
		number(c, &p.Segment)
		shared(c, &p.Outcome)
		number(c, &p.At)
		own(c, &p.Duplicate)
	})
	number(c, &k.Step)
	shared(c, &k.Outcome)
	number(c, &k.CompletedAt)
}

func (c *rowCode) policy(p **Policy) {
	var text string
	if c.from == nil && *p != nil {
		text = (*p).rowText()
	}
	shared(c, &text)
	if c.from == nil || text == "" {
		return
	}
	if known := c.from.policies[text]; known != nil {
		*p = known
		return
	}
	*p = &Policy{}
	c.bad = c.bad || json.Unmarshal([]byte(text), *p) != nil
	c.from.policies[text] = *p
}

// own is a text of this row alone.
func own[T ~string](c *rowCode, v *T) {
	if c.from == nil {
		c.b = append(binary.AppendUvarint(c.b, uint64(len(*v))), *v...)
		return
	}
	*v = T(c.take())
}

// shared is a text that many rows have, kept once.
func shared[T ~string](c *rowCode, v *T) {
	if c.from == nil {
		own(c, v)
		return
	}
	read := c.take()
	text, known := c.from.shared[read]
	if !known {
		text = strings.Clone(read)
		c.from.shared[text] = text
	}
	*v = T(text)
}

func (c *rowCode) take() string {
	n, k := binary.Uvarint(c.ahead())
	if k <= 0 || n > uint64(len(c.text)-k) {
		c.fail()
		return ""
	}
	text := c.text[k : k+int(n)]
	c.text = c.text[k+int(n):]
	return text
}

// ahead is what a number can be at most.
func (c *rowCode) ahead() []byte { return []byte(c.text[:min(len(c.text), binary.MaxVarintLen64)]) }

func (c *rowCode) fail() { c.bad, c.text = true, "" }

func number[T ~int | ~int64](c *rowCode, v *T) {
	if c.from == nil {
		c.b = binary.AppendVarint(c.b, int64(*v))
		return
	}
	n, k := binary.Varint(c.ahead())
	if k <= 0 {
		c.fail()
		return
	}
	*v, c.text = T(n), c.text[k:]
}

func (c *rowCode) flag(v *bool) {
	n := 0
	if *v {
		n = 1
	}
	number(c, &n)
	*v = n == 1
}

func list[T any](c *rowCode, v *[]T, each func(*rowCode, *T)) {
	n := len(*v)
	number(c, &n)
	if c.from != nil {
		if n < 0 || n > len(c.text) { // an element has at least one byte
			c.fail()
			return
		}
		if n > 0 {
			*v = make([]T, n)
		}
	}
	for i := range *v {
		each(c, &(*v)[i])
	}
}
