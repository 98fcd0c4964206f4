// Package ui is the window: which screen is shown (set-up, unlock, recovery,
// or the places), the way between places, the keyboard that holds everywhere,
// and the one ticker. What a place shows is in its own folder.
package ui
