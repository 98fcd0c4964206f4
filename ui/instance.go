package ui

import (
	"errors"
	"net"
	"os"
	"path/filepath"
)

// doorbell is a socket in the data folder, on this machine only: a second
// start rings it, and the window that is open comes to the front.
func doorbell(folder string) string { return filepath.Join(folder, "window.sock") }

// Ring asks a window that has the folder open to come to the front, and
// reports whether there was one.
func Ring(folder string) bool {
	c, err := net.Dial("unix", doorbell(folder))
	if err != nil {
		return false
	}
	_ = c.Close()
	return true
}

// Hear calls onRing for each second start until the returned function is
// called. Where no socket can be made, a second start gets the store's own
// refusal instead.
func Hear(folder string, onRing func()) (stop func()) {
	_ = os.Remove(doorbell(folder))
	l, err := net.Listen("unix", doorbell(folder))
	if err != nil {
		return func() {}
	}
	go func() {
		for {
			c, err := l.Accept()
			if errors.Is(err, net.ErrClosed) {
				return
			}
			if err == nil {
				_ = c.Close()
				onRing()
			}
		}
	}()
	return func() { _ = l.Close() }
}
