// Package app is the desk: the one door through which every window and every
// command line goes. Orders change the office (one command struct and its
// method per file), questions return plain values, listeners hear "changed".
//
// What an order wrote is on the disk when Do returns: first the sealed record
// in the journal, synced, then one transaction in the store that everything
// reads. At opening the two are compared; a journal that is ahead is replayed,
// anything else opens the desk in recovery, where it writes nothing until it
// has been rebuilt.
package app
