package cli

import "siaga/model"

// whole is an incident in full, in JSON.
type whole struct {
	listed
	Description     word           `json:"description"`
	Reporter        model.Reporter `json:"reporter"`
	Affected        word           `json:"affected"`
	KnownAt         word           `json:"knownAt"`
	ReportedAt      word           `json:"reportedAt"`
	AnsweredAt      word           `json:"answeredAt"`
	InitialAnalysis word           `json:"initialAnalysis"`
	Impact          word           `json:"impact"`
	Analysis        word           `json:"analysis"`
	RootCause       word           `json:"rootCause"`
	Lessons         word           `json:"lessons"`
	Recommendations word           `json:"recommendations"`
	Conclusion      word           `json:"conclusion"`
	Answer          word           `json:"answer"`
	Announcement    word           `json:"announcement"`
	NotAnnounced    word           `json:"notAnnounced"`
	Systems         []string       `json:"systems"`
	Links           []string       `json:"links"`

	Crime    bool       `json:"crime"`
	Breach   bool       `json:"dataBreach"`
	Exposed  word       `json:"exposed"`
	Exposure word       `json:"exposure"`
	Duties   []dutyOwed `json:"duties"` // of reporting outwards

	Missing         []string              `json:"missing"`
	Steps           []passageValue        `json:"steps"`
	Classifications []classValue          `json:"classifications"`
	Pauses          []pauseValue          `json:"pauses"`
	Reopenings      []reopeningValue      `json:"reopenings"`
	Endings         []endingValue         `json:"endings"`
	Resolutions     []clockValue          `json:"resolutions"`
	Chronology      []noted               `json:"chronology"`
	Actions         []noted               `json:"actions"`
	Notes           []noted               `json:"notes"`
	Evidence        []noted               `json:"evidence"`
	Notices         []noted               `json:"notices"`
	Reports         []reported            `json:"reports,omitempty"`
	Shares          []shareValue          `json:"shares,omitempty"`   // with other CSIRTs
	Source          *sourceValue          `json:"source,omitempty"`   // the CSIRT that has shared it
	Warnings        []alarmValue          `json:"warnings,omitempty"` // that were given
	Relays          []relayValue          `json:"relays,omitempty"`   // who was told along the chain
	RespondedAt     word                  `json:"respondedAt,omitempty"`
	Papers          map[string]paperValue `json:"papers"`
	Disagreeing     []string              `json:"disagreeing"`
	History         []changeValue         `json:"history,omitempty"`
}

type passageValue struct {
	Segment int        `json:"segment"`
	Step    model.Step `json:"step"`
	At      word       `json:"at"`
	TypedAt word       `json:"typedAt"`
	By      word       `json:"by"`
	Note    word       `json:"note"`
}

type classValue struct {
	Class  string `json:"class"`
	At     word   `json:"at"`
	Reason word   `json:"reason"`
	By     word   `json:"by"`
}

type pauseValue struct {
	From     word   `json:"from"`
	Until    word   `json:"until"`
	Expected word   `json:"expected"`
	Reason   string `json:"reason"`
	Note     word   `json:"note"`
	By       word   `json:"by"`
}

type reopeningValue struct {
	Segment int        `json:"segment"`
	At      word       `json:"at"`
	Step    model.Step `json:"step"`
	Reason  string     `json:"reason"`
	By      word       `json:"by"`
}

type endingValue struct {
	Segment     int    `json:"segment"`
	Outcome     string `json:"outcome"`
	At          word   `json:"at"`
	Reason      word   `json:"reason"`
	DuplicateOf word   `json:"duplicateOf"`
	By          word   `json:"by"`
}

// noted is a row of a record that only grows; row is what withdraw-row takes.
type noted struct {
	Row         string `json:"row"`
	At          word   `json:"at"`
	By          word   `json:"by"`
	Text        string `json:"text,omitempty"`
	Phase       string `json:"phase,omitempty"`
	Name        string `json:"name,omitempty"`
	Description string `json:"description,omitempty"`
	SHA256      string `json:"sha256,omitempty"`
	File        string `json:"file,omitempty"` // whose content the desks keep
	Size        int64  `json:"size,omitempty"`
	Location    string `json:"location,omitempty"`
	Addressee   string `json:"addressee,omitempty"`
	Number      string `json:"number,omitempty"`
	From        string `json:"from,omitempty"` // the ticket where the row stood before a merge
}

// reported is a report of the same event that came in under another ticket.
type reported struct {
	Ticket     string         `json:"ticket"`
	Reporter   model.Reporter `json:"reporter"`
	ReceivedAt word           `json:"receivedAt"`
	Channel    word           `json:"channel"`
	AnsweredAt word           `json:"answeredAt"`
	Answer     word           `json:"answer"`
}

type paperValue struct {
	Number string `json:"number"`
	Date   word   `json:"date"`
}
