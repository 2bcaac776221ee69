// Package money holds exact sums: [Yuan] over whole fen, the units that people
// write amounts in (元, 万元, 亿元), shares in percent, and the readers of amounts
// as cells, policies and reports state them.
//
// Begin with [Yuan] and [ParseAmount]. No float ever becomes a sum, and money is
// rounded in one place, [Yuan.RoundDown], which only goes down.
//
// It is not for cells: where an amount stands and which heading names its unit
// is known to calc/standard.
package money
