package sheets

import "math"

// Limits tell what a file may ask of us. What is beyond them is refused before
// a byte of it is inflated.
type Limits uint8

// A district fills in a few hundred kilobytes; an officer names a report of up
// to a sheet full of records, perhaps saved anew by Excel, which keeps every
// text as a shared one.
const (
	SurveyLimits Limits = iota
	ReportLimits
	unlimited // for what this program has just written itself
)

// bounds are limits as numbers of bytes, and of times that a part may shrink:
// an honest sheet shrinks to a tenth, one of empty styled cells to a hundredth,
// and parts up to ratioFrom as they like.
type bounds struct{ file, part, total, strings, ratio int64 }

// maxFile is how large a file may be that is held in memory; a larger one is
// read from the disk.
const maxFile = 256 << 20

// rowLog is how many bytes of rows of a file are kept, in a log of a few bytes a
// cell; sheets beyond it are read again at each pass. A report is passed over
// three times: one of 200,000 records has 163 MB of them.
func (l Limits) rowLog() int {
	if l == ReportLimits {
		return 256 << 20
	}
	return 64 << 20
}

// maxTextFile is how large a file of text may be, of which two copies are held
// while it is taken apart.
const maxTextFile = 64 << 20

const (
	maxEntries = 4096
	ratioFrom  = 32 << 20
)

func (l Limits) bounds() bounds {
	switch l {
	case ReportLimits:
		return bounds{file: 2 << 30, part: 4 << 30, total: 8 << 30, strings: 1 << 30, ratio: 100}
	case unlimited:
		return bounds{file: math.MaxInt64, part: math.MaxInt64, total: math.MaxInt64, strings: math.MaxUint32,
			ratio: math.MaxInt64}
	}
	return bounds{file: maxFile, part: 512 << 20, total: 1 << 30, strings: 128 << 20, ratio: 100}
}
