package stage

import (
	"encoding/json"
	"maps"
	"path/filepath"
	"slices"

	"siaga/app"
	"siaga/app/journal"
	"siaga/model"
)

// back is another desk of the office, with the letter B.
const back = model.DeskID("bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb")

// AdmitBack makes the other desk known under a name.
func (o *Office) AdmitBack(name string) {
	o.Elsewhere("desk.admitted", "eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee", model.Values{"desk": back, "letter": "B", "name": name})
}

// Elsewhere takes in what another desk wrote at the present instant, which had
// seen nothing of this one's. Pages are to be shown afterwards.
func (o *Office) Elsewhere(kind model.Kind, id model.SubjectID, values model.Values) {
	o.T.Helper()
	payload := model.Payload{Salt: []byte("salt"), Values: map[string]json.RawMessage{}}
	for field, value := range values {
		b, err := json.Marshal(value)
		if err != nil {
			o.T.Fatal(err)
		}
		payload.Values[field] = b
	}
	by, _ := o.AtDesk()
	header := model.Header{V: model.Version, Kind: kind, Desk: back, N: o.back.Header.N + 1, At: model.Stamp{Wall: o.Clock.UnixMilli()},
		User: by.ID, Subject: id, Fields: slices.Sorted(maps.Keys(values))}
	if header.N > 1 {
		header.Prev = o.back.Chain()
	}
	e, err := model.Write(header, payload)
	if err != nil {
		o.T.Fatal(err)
	}
	o.back = e
	o.append(model.Pack([]model.Event{e}))
}

// Notes gives the desk what it knows about others beyond their events, in JSON.
func (o *Office) Notes(text string) { o.append(append([]byte{0}, text...)) }

// append writes a record to the journal, which the desk takes over as it is
// opened again.
func (o *Office) append(record []byte) {
	o.T.Helper()
	if err := o.Close(); err != nil {
		o.T.Fatal(err)
	}
	folder, err := journal.Dir(filepath.Join(o.World.Folder, "journal"))
	if err != nil {
		o.T.Fatal(err)
	}
	j, _, err := journal.Open(folder, journal.Options{Key: o.vault.Key("journal")})
	if err != nil {
		o.T.Fatal(err)
	}
	if _, err := j.Append([][]byte{record}); err != nil {
		o.T.Fatal(err)
	}
	if err := j.Close(); err != nil {
		o.T.Fatal(err)
	}
	if o.Desk, err = app.Open(o.World, o.vault); err != nil {
		o.T.Fatal(err)
	}
	if trouble := o.Recovery(); trouble != nil {
		o.T.Fatal(trouble.Key, trouble.Err)
	}
}
