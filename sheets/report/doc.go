// Package report writes the consolidated report, the workbook that an officer
// works in and an auditor signs, and reads it back.
//
// Begin with [Write], which lays a decided result out over its twelve
// sheets, and [Read], which gives back what a report says now, with
// whatever a person filled in or amended. [Check] compares the two and is run
// before a report is left on the disk.
//
// Totals are live formulas over 奖补明细 with their values stored; amounts are
// numbers with exact digits. It is not for deciding: no amount is worked out
// here that calc has not decided, and nothing is dropped that calc holds.
package report
