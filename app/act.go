package app

import "siaga/model"

// Act is the one thing that is to be done next on an incident. Its word is also
// the part of the incident's page that it opens.
type Act string

// The acts.
const (
	ActResume   Act = "resume"    // end the pause
	ActClassify Act = "classify"  // decide the class
	ActAnswer   Act = "answer"    // answer the reporter
	ActAssign   Act = "assign"    // give it to a team
	ActReport   Act = "report"    // step 8
	ActAnnounce Act = "announce"  // step 9
	ActRelay    Act = "relay"     // tell who is next in the chain
	ActSend     Act = "send"      // a letter that a duty of reporting asks for
	ActDecide   Act = "conflicts" // choose between what desks say
	ActPass     Act = "step"      // any other step
)

// WordKey names the act as a button says it; that of ActPass wants the number
// of the step.
func (a Act) WordKey() string { return "today.action." + string(a) }

// nextAct is what brings an open incident forward.
func nextAct(r *model.Row, now model.Instant) Act {
	_, paused := r.PausedNow()
	switch {
	case paused:
		return ActResume
	case r.Class == "":
		return ActClassify
	case !r.Response(now).EndAt.Known():
		return ActAnswer
	case r.Step >= model.StepEscalate && len(r.Teams) == 0:
		return ActAssign
	case r.Step == model.StepConclude:
		return ActReport
	case r.Step == model.StepAnnounce:
		return ActAnnounce
	}
	return ActPass
}
