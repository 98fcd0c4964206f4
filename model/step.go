package model

// Step is one of the nine activities of Lampiran III, 1 to 9. An incident
// stands at the step that is being done; passing a step is the instant at
// which it is done and the next one begins. Step 10 is past the end.
type Step int

// The nine activities, in the annex's order.
const (
	StepReport      Step = iota + 1 // Laporan insiden
	StepReceive                     // Laporan diterima dan dicatat
	StepAnalyse                     // Identifikasi, investigasi dan analisis awal
	StepDecide                      // Apakah merupakan insiden keamanan informasi
	StepEscalate                    // Eskalasi insiden ke tim sesuai kategori
	StepInvestigate                 // Identifikasi, investigasi dan analisis insiden
	StepRecover                     // Pemulihan, ulasan dan perbaikan
	StepConclude                    // Laporan penyelesaian insiden
	StepAnnounce                    // Menutup dan mengumumkan laporan insiden
	StepDone
)

// Performer is a column of Lampiran III: who does the activity.
type Performer string

// The three columns of Lampiran III.
const (
	ServiceUser  Performer = "serviceUser"  // Pengguna Layanan
	ServiceDesk  Performer = "serviceDesk"  // Helpdesk/Service Desk
	CategoryTeam Performer = "categoryTeam" // Tim sesuai Kategori
)

// WordKey names the performer's word.
func (p Performer) WordKey() string { return "performer." + string(p) }

// Phase is a phase of incident response in NIST SP 800-61.
type Phase string

// The phases that the nine steps run through.
const (
	PhaseDetection   Phase = "detection"   // Detection and Analysis
	PhaseContainment Phase = "containment" // Containment, Eradication, and Recovery
	PhasePost        Phase = "post"        // Post-Incident Activity
)

// WordKey names the phase's word.
func (p Phase) WordKey() string { return "phase." + string(p) }

// Activity is one row of Lampiran III: who performs it, its NIST phase, and
// what must be recorded on the incident before it can be passed.
type Activity struct {
	Step     Step
	By       Performer
	Phase    Phase
	Requires []Requirement
}

// Activities is Lampiran III as one table.
var Activities = []Activity{
	{StepReport, ServiceUser, PhaseDetection, []Requirement{needReporter, needDescription}},
	{StepReceive, ServiceDesk, PhaseDetection, []Requirement{needTitle, needChannel, needClass}},
	{StepAnalyse, ServiceDesk, PhaseDetection, []Requirement{needCategory, needInitialAnalysis}},
	{StepDecide, ServiceDesk, PhaseDetection, []Requirement{needImpact, needRisk, needPriority}},
	{StepEscalate, ServiceDesk, PhaseDetection, []Requirement{needTeam}},
	{StepInvestigate, CategoryTeam, PhaseDetection, []Requirement{needAnalysis}},
	{StepRecover, CategoryTeam, PhaseContainment, []Requirement{needAction}},
	{StepConclude, CategoryTeam, PhasePost, []Requirement{needRootCause, needLessons}},
	{StepAnnounce, ServiceDesk, PhasePost, []Requirement{needAnnouncement}},
}

// Of returns the activity of a step, and false outside 1 to 9.
func (s Step) Of() (Activity, bool) {
	if s < StepReport || s > StepAnnounce {
		return Activity{}, false
	}
	return Activities[s-1], true
}

// WordKey names the activity's word.
func (s Step) WordKey() string { return "step." + string(rune('0'+s)) }

// Requirement is something that must be recorded before a step is passed. Its
// name is the command field that records it.
type Requirement struct {
	Name string
	met  func(Incident) bool
}

// WordKey names what the requirement asks for.
func (r Requirement) WordKey() string { return "require." + r.Name }

var (
	needReporter        = Requirement{"reporter", func(i Incident) bool { return i.Reporter.Name != "" }}
	needDescription     = Requirement{"description", func(i Incident) bool { return i.Description != "" }}
	needTitle           = Requirement{"title", func(i Incident) bool { return i.Title != "" }}
	needChannel         = Requirement{"channel", func(i Incident) bool { return i.Channel != "" }}
	needClass           = Requirement{"class", func(i Incident) bool { return i.Class != "" }}
	needCategory        = Requirement{"category", func(i Incident) bool { return i.Category != "" }}
	needInitialAnalysis = Requirement{"initialAnalysis", func(i Incident) bool { return i.InitialAnalysis != "" }}
	needImpact          = Requirement{"impact", func(i Incident) bool { return i.Impact != "" }}
	needRisk            = Requirement{"risk", func(i Incident) bool { return i.Risk != "" }}
	needPriority        = Requirement{"priority", func(i Incident) bool { return i.Priority != "" }}
	needTeam            = Requirement{"teams", func(i Incident) bool { return len(i.Teams) > 0 }}
	needAnalysis        = Requirement{"analysis", func(i Incident) bool { return i.Analysis != "" }}
	needAction          = Requirement{"actions", func(i Incident) bool { return len(i.Actions) > 0 }}
	needRootCause       = Requirement{"rootCause", func(i Incident) bool { return i.RootCause != "" }}
	needLessons         = Requirement{"lessons", func(i Incident) bool { return i.Lessons != "" }}
	needAnnouncement    = Requirement{"announcement", func(i Incident) bool { return i.Announcement != "" || i.NotAnnounced != "" }}
)

// Missing lists what the incident's present step still asks for.
func (i Incident) Missing() []Requirement {
	activity, ok := i.Step.Of()
	if !ok || i.Outcome != "" {
		return nil
	}
	var missing []Requirement
	for _, r := range activity.Requires {
		if !r.met(i) {
			missing = append(missing, r)
		}
	}
	return missing
}
