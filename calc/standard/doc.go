// Package standard turns rows into certification records in the words of the
// policy: names, codes, dates and amounts read, items, levels, natures and
// districts recognised, rows compared with each other.
//
//	rows --Standardise--> records, findings
//
// One lexicon a policy holds all words of all kinds; a text is covered by it
// from left to right ([Vocabulary.Cover]), and what is left over is known.
//
//	lexicon.go pattern.go cover.go      words, and a text covered by them
//	status.go level.go vocabulary.go    what a covering says
//	saying.go pairs.go                  what the parts of a free text say
//	standardise.go item.go row_level.go one row read, cell by cell
//	nature.go papers.go values.go company.go hear.go key.go
//	cross.go duplicates.go near.go collisions.go  rows compared
//
// Begin with [Standardise]; [Vocabulary] is what it knows of a policy's names,
// and serves the readers of ledgers and budgets too. What cannot be understood
// is a finding on the record, never a guess.
//
// It is not for finding tables in a sheet (sheets/table, sheets/survey) nor for
// deciding what is paid (calc).
package standard
