package app

import (
	"errors"
	"path/filepath"
	"sync/atomic"
	"time"

	"github.com/fsnotify/fsnotify"
)

// folderRest is how long the shared folder has to lie still after a change: what
// is being copied into it is whole then.
const folderRest = 3 * time.Second

// folderWatch is what the system has told of a folder since the last visit.
type folderWatch struct {
	system *fsnotify.Watcher // nil when nothing is watched
	moved  atomic.Bool       // something changed, and nobody has asked since
	since  time.Time         // how long it has lain still; zero when nothing changed
}

// Watch listens to the folder until Close, for [SharedFolder.Stirred]. It is
// called before every visit, because a drive may have been away meanwhile; where
// the system does not tell what changes, as on many network drives, or the folder
// is not there, it does nothing.
func (f *SharedFolder) Watch() {
	if f.watch.system == nil {
		system, err := fsnotify.NewWatcher()
		if err != nil {
			return // the schedule remains
		}
		f.watch.system = system
		go f.listen(system)
	}
	_ = f.watch.system.Add(f.path) // likewise
}

// listen notes what the system tells until the watching ends.
func (f *SharedFolder) listen(system *fsnotify.Watcher) {
	for {
		select {
		case e, going := <-system.Events:
			if !going {
				return
			}
			if f.isNews(e) {
				f.watch.moved.Store(true)
			}
		case err, going := <-system.Errors:
			if !going {
				return
			}
			if errors.Is(err, fsnotify.ErrEventOverflow) { // more changed than could be told
				f.watch.moved.Store(true)
			}
		}
	}
}

// isNews reports whether a change can bring something: what this desk leaves
// there itself does not.
func (f *SharedFolder) isNews(e fsnotify.Event) bool {
	name, own := filepath.Base(e.Name), f.desk.dropped()
	return e.Has(fsnotify.Create|fsnotify.Write) && !passedOver(name) && name != own.File && name != filepath.Base(own.Stray)
}

// Stirred reports whether something has come into the folder since the last visit
// and has lain still for a while. It is asked again and again, by whoever makes
// the visits.
func (f *SharedFolder) Stirred() bool {
	now := f.desk.now()
	if f.watch.moved.Swap(false) {
		f.watch.since = now
	}
	return !f.watch.since.IsZero() && now.Sub(f.watch.since) >= folderRest
}

// visited forgets what had changed before a visit begins, which sees all of it.
func (w *folderWatch) visited() {
	w.moved.Store(false)
	w.since = time.Time{}
}

// Close ends the watching; it may be called when nothing is watched.
func (f *SharedFolder) Close() {
	if f.watch.system != nil {
		_ = f.watch.system.Close() // it always succeeds
		f.watch.system = nil
	}
}
