package app

import (
	"slices"

	"siaga/app/bundle"
	"siaga/model"
)

// ForkedEvents reads from the quarantine what the other copy of a desk recorded
// and that is not here, as a history: so that people can decide what of it has
// to be recorded again. It refuses a fork whose file is gone, and one
// that only a signature told.
func (d *Desk) ForkedEvents(desk model.DeskID) ([]model.Change, error) {
	f, known := d.fork(desk)
	if !known || f.File == "" || !fileExists(d.quarantinePath(f.File)) {
		return nil, model.Refuse("refuse.fork-gone")
	}
	var out []model.Change
	bySubject := map[model.SubjectID][]model.Event{}
	s := &survey{desk: d, path: d.quarantinePath(f.File), keys: bundle.Keys{Identities: d.identities()}}
	err := s.read(nil, func(_ *bundle.Reader, item bundle.Item) error {
		if item.Event == nil || item.Event.Header.Desk != f.Desk {
			return nil
		}
		here, err := d.has(*item.Event)
		if err == nil && !here {
			id := item.Event.Header.Subject
			bySubject[id] = append(bySubject[id], *item.Event)
		}
		return err
	}, func(*bundle.Reader) error { return nil })
	for _, id := range sortedKeys(bySubject) {
		out = append(out, model.History(bySubject[id])...)
	}
	return out, err
}

func (d *Desk) fork(desk model.DeskID) (f Fork, known bool) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	at := slices.IndexFunc(d.others.Forks, func(k Fork) bool { return k.Desk == desk })
	if at < 0 {
		return f, false
	}
	return d.others.Forks[at], true
}

// has reports whether this very event is here.
func (d *Desk) has(e model.Event) (bool, error) {
	desk, _ := model.Raw(string(e.Header.Desk))
	b, err := d.store.Event(desk, e.Header.N)
	if err != nil || b == nil {
		return false, err
	}
	here, err := model.Unpack(b)
	return err == nil && len(here) == 1 && here[0].Chain() == e.Chain(), err
}

// SettleFork records at this desk that people have dealt with a fork: one of the
// two copies is no longer used. The file stays in the quarantine. It refuses a
// desk of which no fork is known.
func (d *Desk) SettleFork(desk model.DeskID) error {
	f, known := d.fork(desk)
	if !known {
		return model.Refuse("refuse.fork-gone")
	}
	err := d.renote(func(x *exchanged) {
		x.Settled[desk] = max(x.Settled[desk], f.To)
		x.Forks = slices.DeleteFunc(x.Forks, func(f Fork) bool { return f.Desk == desk })
	})
	d.tellChanged()
	return err
}
