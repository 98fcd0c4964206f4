// Package bundle is the file that carries events from one desk to another: by
// mail, on a stick, in a shared folder, or into the drawer as a backup. It knows
// neither the store nor the desk.
//
//	file     age( zstd( plain ) ), in ASCII armor when it goes by mail
//	plain    "siaga-bundle 1\n" · header, one line of JSON · frames · trailer;
//	         "siaga-bundle 2\n" when there are contents of files among the frames
//	frame    'e' event: length · header bytes · length · payload bytes
//	         'h' signed head: length · JSON
//	         'p' part: length · name · length · content
//	         'a' content of a file, after all events: SHA-256 · length · bytes
//	         'z' the end
//	trailer  SHA-256 of every plain byte before it ·
//	         Ed25519 over (office, desk, that SHA-256)
//
// Lengths are unsigned varints. The file is encrypted to the age keys of the
// desks it is for, or to a passphrase alone. age says nothing about who sent it:
// that is what the trailer's signature is for, and because age lets any receiver
// encrypt the same content again to someone else, ask [Header.IsFor] too.
//
// To write: [NewWriter], then events in the order of the header's ranges, heads
// and parts anywhere between, contents after the events, then Close. To read:
// [Open], then [Reader.Next] until io.EOF, which comes only when everything
// announced was there, nothing follows and the sum is right; only then
// [Reader.SignedBy] has an answer. Apply nothing before: a large file is best read
// twice. [Reader.Events] gives events faster, while the next ones are unpacked, and
// [Reader.Verify] comes to the end without looking into them.
//
// Whatever is wrong with a file from outside is a refusal with its sentence,
// most often a *[Damage]; any other error is ours or the disk's. Every length is
// bounded before memory is taken for it, and contents pass through piece by piece.
//
// [Split] cuts a file for a mail server with a size limit and [Join] puts it
// together again, [Peek] tells from the first bytes what a file is.
package bundle

import "siaga/model"

// Version is the newest bundle version that this program reads, and writes where
// contents of files are in it; without any it writes the first one, which older
// programs read too.
const Version = 2

// Kind says what a bundle is for.
type Kind string

// The kinds of bundle.
const (
	Delta      Kind = "delta"      // what is new since the last contact
	Full       Kind = "full"       // everything
	Backup     Kind = "backup"     // everything, to the recovery key
	Invitation Kind = "invitation" // what a new desk needs to begin
	Request    Kind = "request"    // what is missing, or a desk that asks to be admitted
	Share      Kind = "share"      // chosen incidents for another CSIRT
)

// Kinds are all kinds of bundle.
var Kinds = []Kind{Delta, Full, Backup, Invitation, Request, Share}

const (
	versionName = "siaga-bundle "
	versionLine = "siaga-bundle 1\n"
	secondLine  = "siaga-bundle 2\n"
)

// The first byte of a frame.
const (
	eventFrame   = 'e'
	headFrame    = 'h'
	partFrame    = 'p'
	contentFrame = 'a'
	endFrame     = 'z'
)

const (
	// LargestRecord is the most bytes of one event, header and payload together.
	LargestRecord = 32 << 20
	// LargestPart is the most bytes of one part.
	LargestPart = 8 << 20
	// LargestContent is the most bytes of the content of one file.
	LargestContent = model.LargestFile
	// LargestContents is the most bytes of all contents together.
	LargestContents = 1 << 40
	// LargestPlain is the most plain bytes that are read when no limit is given,
	// the contents that were announced not counted.
	LargestPlain = 4 << 30

	largestHeader = 16 << 20
	largestHead   = 1 << 10
	largestName   = 255
)

// Part is a small named piece of content, such as the secrets of an invitation.
type Part struct {
	Name    string
	Content []byte
}

// Item is what stands next in a bundle; exactly one of the four is set.
type Item struct {
	Event   *model.Event
	Head    *Head
	Part    *Part
	Content *Content
}
