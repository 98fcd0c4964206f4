package reports

import (
	"strings"

	"siaga/locales"
	"siaga/model"
	"siaga/reports/paper"
)

// sign adds the signatures, two beside each other, the one who is responsible
// last. A translation is never signed: it names the signers of the Indonesian
// original.
func (o *official) sign(blocks ...paper.Signature) {
	if o.book.Lang() == locales.ID {
		for ; len(blocks) > 2; blocks = blocks[2:] {
			o.Signature(blocks[:2]...)
		}
		o.Signature(blocks...)
		return
	}
	var facts []paper.Fact
	for _, block := range blocks {
		facts = append(facts, paper.Fact{Label: block.Name, Value: strings.TrimSuffix(strings.Join(block.Office, " "), ",")})
	}
	o.Ending(func() {
		o.tell("paper.signed-original")
		o.Facts(facts...)
	})
}

// signature is the block of a signer: the post as printed, its part in the
// team, and room for a pen. No sentence about electronic signature stands on
// it: this file is not signed.
func (o *official) signature(s Signer, placeDate string, before ...string) paper.Signature {
	return o.block(s, placeDate, append(before, o.jobTitle(s), o.book.T("paper.as", "Post", s.Post, "Team", o.office.Team))...)
}

// block is a signer below the lines of the office; room is left for a name that
// is not known.
func (o *official) block(s Signer, placeDate string, office ...string) paper.Signature {
	b := paper.Signature{PlaceDate: placeDate, Office: office, Name: s.Name, Rank: s.Rank}
	if s.Name == "" {
		b.Name = o.book.T("paper.vacant")
	}
	if s.NIP != "" {
		b.NIP = o.book.T("field.nip") + " " + model.PrintNIP(s.NIP)
	}
	return b
}

// jobTitle is the jabatan that signs. Who acts for another signs with the
// other's, the standing before it: Plt. Kepala Dinas.
func (o *official) jobTitle(s Signer) string {
	post := s.Post.WordKey()
	if e, ok := s.Post.Entry(); ok {
		post = e.TitleKeys()[0]
	}
	switch {
	case s.Standing != model.Definitive && s.Standing != "":
		return o.book.Word(s.Standing) + " " + o.book.T(post)
	case s.JobTitle != "":
		return s.JobTitle
	}
	return o.book.T(post)
}
