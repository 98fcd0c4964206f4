package app

import (
	"slices"

	"siaga/model"
)

// DutyChange is a duty of reporting of which another policy would say something
// else. Under one of the two there may be no such duty: it has no code then.
type DutyChange struct {
	Row        *model.Row
	Was, Would model.LegalDuty
}

// Named is the duty as it is named: the recorded one, else the other.
func (k DutyChange) Named() model.LegalDuty {
	if k.Was.Code == "" {
		return k.Would
	}
	return k.Was
}

// dutiesChanged compares the duties of an incident under two policies, as they
// stood at an instant.
func dutiesChanged(row, other *model.Row, until model.Instant) (out []DutyChange) {
	was, would := dutiesAsOf(row, until), dutiesAsOf(other, until)
	for _, is := range was {
		if would := dutyOf(would, is.Code); dutyVerdict(is) != dutyVerdict(would) {
			out = append(out, DutyChange{row, is, would})
		}
	}
	for _, added := range would {
		if dutyOf(was, added.Code).Code == "" && dutyVerdict(added) != "" {
			out = append(out, DutyChange{Row: row, Would: added})
		}
	}
	return out
}

// dutiesAsOf are the duties as they stood just before an instant.
func dutiesAsOf(row *model.Row, until model.Instant) []model.LegalDuty {
	if len(row.Duties(until-1)) == 0 {
		return nil // most: nothing is copied for them
	}
	then := *row
	then.Course = row.Course.AsOf(until)
	return then.Duties(until - 1)
}

func dutyOf(all []model.LegalDuty, code string) (d model.LegalDuty) {
	if i := slices.IndexFunc(all, func(d model.LegalDuty) bool { return d.Code == code }); i >= 0 {
		return all[i]
	}
	return d
}

// dutyVerdict is what a duty says of its promise; while it is neither kept nor
// broken, and where there is none, it says nothing.
func dutyVerdict(d model.LegalDuty) model.LegalState {
	switch state := d.State(); {
	case d.Code == "":
	case state == model.LegalKept, state == model.LegalLate, state == model.LegalOverdue:
		return state
	}
	return ""
}
