package app

import "sync"

// meanwhile begins some work, and returns what waits for it and says how it ended.
func meanwhile(work func() error) (ended func() error) {
	done := make(chan error, 1)
	go func() { done <- work() }()
	return sync.OnceValue(func() error { return <-done })
}

// ahead lets one goroutine make things while another takes them, at most room of
// them ahead; the error that came first ends both.
func ahead[T any](room int, produce func(give func(T) error) error, take func(T) error) error {
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
