// Package standard turns rows into certification records in the words of the
// policy: names, codes, dates and amounts read, items, levels, natures and
// districts recognised, rows compared with each other.
//
//	rows --Standardise--> records, findings
//
// Begin with [Standardise]; [Vocabulary] is what it knows of a policy's names,
// and serves the readers of ledgers and budgets too. What cannot be understood
// is a finding on the record, never a guess.
//
// It is not for finding tables in a sheet (sheets/table, sheets/survey) nor for
// deciding what is paid (calc).
package standard
