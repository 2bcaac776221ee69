// Package calc decides awards: it holds the words of the domain (Yuan, Row,
// Record, Policy, Decision, Finding) and the functions that lead from one to
// the next.
//
//	rows    --Standardise--> records
//	records --Decide-------> result
//	result  --Audit--------> the same result, or an error
//	result  --CheckBudget--> budget lines
//
// Begin with [Standardise] and [Decide]. A function here takes values and
// returns values and findings; it does not stop at the first bad row, print or
// log.
//
// It is not for files: no spreadsheet, path, clock, network or logger is ever
// imported here, and a test holds it to that. It knows no city either: what
// belongs to one policy stands in the policy's file and arrives as [Policy].
package calc
