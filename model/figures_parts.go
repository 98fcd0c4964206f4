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
			f.Parts = append(f.Parts, Part{Period: p, Flow: Flow{Key: p.String()}, Response: rateWithin(p, response), Resolution: rateWithin(p, resolution)})
		}
	}
	if len(f.Parts) == 0 {
		return
	}
	for _, r := range f.All {
		last := r.LastAt()
		for i := range f.Parts {
			part := &f.Parts[i]
			over := r.Outcome != "" && last < part.Period.From // all of it lies before
			if until := min(part.Period.To, f.Until); !over && r.active(part.Period.From, until) {
				part.add(r, until)
			}
		}
	}
}

// add counts an incident in the balance of a part, and as overdue at its end.
func (p *Part) add(r *Row, until Instant) {
	if r.OpenAt(p.Period.From) {
		p.Opening = append(p.Opening, r)
	} else {
		p.Incoming = append(p.Incoming, r)
	}
	if !r.OpenAt(until) {
		p.Completed = append(p.Completed, r)
		return
	}
	p.Closing = append(p.Closing, r)
	if r.Course.stood(until).breached(until - 1) {
		p.Overdue = append(p.Overdue, r)
	}
}

func rateWithin(p Period, ended []verdict) Rate {
	var t rating
	for i := range ended {
		if p.Holds(ended[i].at) {
			t.add(&ended[i])
		}
	}
	return t.rate()
}
