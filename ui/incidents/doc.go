// Package incidents is the place Insiden: the list of all incidents, the intake
// of a new report, and one incident with everything about it.
//
// The three are views of one page and never shown together:
//
//   - the list (list.go) is a table over desk.Search. Its columns are data
//     (columns.go), what it shows is a wish (wish.go) made of chips, the dialog
//     of more filters, a saved view or a route;
//   - the intake (intake.go) asks four questions and keeps every letter as a
//     draft (draft.go);
//   - one incident (detail.go) is a head with the nine steps, the next act and
//     the clocks, and one section at a time below it: one file for each section.
//
// Whatever changes an incident is a question (ask.go): a dialog whose fields
// carry the names of the order's JSON fields, so that a refusal stands where it
// belongs. The fields of an incident are one table (fields.go), from which the
// overview, its dialogs and the dialogs of the steps are made.
//
// Recipes. A new column: a line in columns.go. A new chip: a line in chips of
// wish.go. A new field of an incident: a line in detailFields, and its name in a
// group or step. A new act: an entry in acts.go and its question.
package incidents
