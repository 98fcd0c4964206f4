package app

import (
	"siaga/app/store"
	"siaga/model"
)

// keep stores a local named value, sealed; it is not an event and goes to no
// other desk. Nil removes it.
func (d *Desk) keep(name string, value []byte) error {
	if d.store == nil {
		return model.Refuse("refuse.in-recovery")
	}
	return d.store.Commit(store.Batch{Meta: []store.Meta{{Name: name, Bytes: value}}})
}

// KeepDraft keeps what is being typed under a name, so that it survives a
// crash; nil forgets it.
func (d *Desk) KeepDraft(name string, draft []byte) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.keep("draft/"+name, draft)
}

// Draft returns what was being typed under a name, nil when there is none.
func (d *Desk) Draft(name string) ([]byte, error) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	if d.store == nil {
		return nil, nil
	}
	return d.store.Meta("draft/" + name)
}
