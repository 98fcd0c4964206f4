package model

// Part is a shorter period inside the one that is counted. Its balance is the
// one that a report on it has; its clocks are those of the whole period, each
// in the part in which it ended, so that the parts add up to the whole.
type Part struct {
	Period Period
	Flow
	Overdue    []*Row
	Response   Rate
	Resolution Rate
}

func (f *counting) parts(periods []Period, response, resolution []verdict) {
	for _, p := range periods {
		if p.From < f.Until {
			part := f.part(p)
			part.Response, part.Resolution = rateOf("", within(p, response)), rateOf("", within(p, resolution))
			f.Parts = append(f.Parts, part)
		}
	}
}

func within(p Period, ended []verdict) (out []verdict) {
	for _, v := range ended {
		if p.Holds(v.at) {
			out = append(out, v)
		}
	}
	return out
}

// part is the balance of a part, and what was overdue at its end.
func (f *counting) part(p Period) Part {
	part := Part{Period: p, Flow: Flow{Key: p.String()}}
	until := min(p.To, f.Until)
	for _, r := range f.All {
		if !r.active(p.From, until) {
			continue
		}
		if r.openAt(p.From) {
			part.Opening = append(part.Opening, r)
		} else {
			part.Incoming = append(part.Incoming, r)
		}
		if !r.openAt(until) {
			part.Completed = append(part.Completed, r)
			continue
		}
		part.Closing = append(part.Closing, r)
		if r.Course.stood(until).breached(until - 1) {
			part.Overdue = append(part.Overdue, r)
		}
	}
	return part
}
