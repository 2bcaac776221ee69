// Package policy turns a policy file into [calc.Policy] and holds it to
// itself: everything that contradicts itself, or that no rule of deciding
// would ever read, is an error with its line.
//
// Begin with [Load]. [LoadCases] reads the cases that stand beside a policy
// and [RunCases] decides them; [Show] prints the rule book for a lawyer.
//
// It is not for deciding, which is calc's, and it opens no file: the caller
// hands over bytes and the name to use in messages. An error of this package
// is a fault of the file, not of anybody's data; it lists every problem found,
// one a line, as "file:line: what was found and what is allowed".
package policy
