// Package ahead lets one piece of work go on beside another.
package ahead

import (
	"errors"
	"sync"
)

// Begin begins some work, and returns what waits for it and says how it ended.
func Begin(work func() error) (ended func() error) {
	done := make(chan error, 1)
	go func() { done <- work() }()
	return sync.OnceValue(func() error { return <-done })
}

var errStopped = errors.New("what was made is not wanted any more")

// Make lets one goroutine make things while the caller's takes them, at most room
// of them ahead; the error that came first ends both. Whoever makes a thing knows
// that those before the last room+1 given ones are done with.
func Make[T any](room int, produce func(give func(T) error) error, take func(T) error) error {
	made, stop, ended := make(chan T, room), make(chan struct{}), make(chan error, 1)
	go func() {
		defer close(made)
		ended <- produce(func(t T) error {
			select {
			case made <- t:
				return nil
			case <-stop:
				return errStopped
			}
		})
	}()
	var err error
	for t := range made {
		if err = take(t); err != nil {
			break
		}
	}
	close(stop)
	for range made { // until the making has ended too
	}
	if err == nil {
		err = <-ended
	}
	return err
}
