// Package demo fills a desk with an invented year of a city's CSIRT office, so
// that the program can be shown, tried and measured without anybody's data.
//
// Everything is entered through app.Desk.Do, with the same orders that people
// give. Persons are invented and marked as examples, their NIPs begin with
// zeros; addresses end in ".example" and network addresses are those reserved
// for documentation. What the secretariat "wrote" lies in texts/*.txt, one file
// a category, and may be edited there: a section is one variant of a story, the
// words in its brackets say which systems or offices it can happen to.
//
// The same seed, Until and founding of the desk give the same events.
package demo
