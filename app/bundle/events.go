package bundle

import (
	"errors"

	"siaga/app/ahead"
	"siaga/model"
)

// cut is an event as it was cut out of the file, not looked into.
type cut struct {
	head, sealed []byte
	announced    model.Mark
	known        bool // whether any was announced
	at           int64
}

// Fleeting lets also the bytes and lists of each event that [Reader.Events] gives be
// good only until the next one. Who looks at each and keeps hardly any needs far
// less memory then.
func (r *Reader) Fleeting() { r.fleeting = true }

// Events gives the events that stand next, up to whatever else stands there, which
// [Reader.Next] returns; who keeps one copies it. The next ones are decrypted,
// unpacked and summed up meanwhile, so after an error nothing more can be read.
func (r *Reader) Events(take func(*model.Event) error) error {
	if r.err == nil {
		r.err = r.pass()
	}
	if r.err == nil && r.in.nextIs(eventFrame) {
		r.err = ahead.Make(1, r.cutEvents, func(cuts []cut) error { return r.lookInto(cuts, take) })
	}
	return r.err
}

// cutSize is how many bytes of events are cut out at once.
const cutSize = 64 << 10

// cutEvents gives the events some hundred at a time, in one piece of memory.
func (r *Reader) cutEvents(give func([]cut) error) error {
	var rooms [3][]byte // of the events that are looked into, of those that wait, of those that are cut out
	var lists [3][]cut
	for n := 0; r.in.nextIs(eventFrame); n = (n + 1) % len(rooms) {
		if rooms[n] == nil || !r.fleeting {
			rooms[n] = make([]byte, cutSize)
		}
		cuts, err := r.cutInto(rooms[n], lists[n][:0])
		if failed := give(cuts); failed != nil {
			return failed
		}
		if err != nil {
			return fault(r.in.at, err)
		}
		lists[n] = cuts
	}
	return nil
}

// cutInto cuts out as many events as there is room for.
func (r *Reader) cutInto(room []byte, cuts []cut) ([]cut, error) {
	for len(room) > 0 && r.in.nextIs(eventFrame) {
		_, _ = r.in.ReadByte()
		c, err := r.cut(room)
		if err != nil {
			return cuts, err
		}
		room = room[min(len(room), len(c.head)+len(c.sealed)):]
		cuts = append(cuts, c)
	}
	return cuts, nil
}

// cut cuts an event out, into the room where it is large enough.
func (r *Reader) cut(room []byte) (c cut, err error) {
	if c.head, err = r.in.blockInto(room, r.record); err != nil {
		return c, err
	}
	if c.sealed, err = r.in.blockInto(room[min(len(room), len(c.head)):], r.record-len(c.head)); err != nil {
		return c, err
	}
	c.announced, c.known = r.course.next()
	c.at = r.in.at
	return c, nil
}

func (r *Reader) lookInto(cuts []cut, take func(*model.Event) error) error {
	var e model.Event
	for _, c := range cuts {
		if !r.fleeting {
			e = model.Event{}
		}
		if err := c.readInto(&e); err != nil {
			return fault(c.at, err)
		}
		if err := take(&e); err != nil {
			return err
		}
	}
	return nil
}

func (c cut) readInto(e *model.Event) error {
	if err := e.Read(c.head, c.sealed); err != nil {
		return err
	}
	if !c.known || e.Mark() != c.announced {
		return errors.New("an event that was not announced here")
	}
	return nil
}

// event is for who reads item by item.
func (r *Reader) event() (Item, error) {
	c, err := r.cut(nil)
	if err != nil || c.known && r.blind {
		return Item{}, err
	}
	e := &model.Event{}
	return Item{Event: e}, c.readInto(e)
}
