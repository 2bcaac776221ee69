package calc

import (
	"jiangbu/calc/money"
	"jiangbu/calc/written"
)

// Record is one certification claimed, standardised: what the row says in the
// words of the policy. Fields that the row does not state are zero; fields
// that it states but nobody could understand are zero too and a finding of
// severity error stands in Findings.
type Record struct {
	Key    string `json:"key"`    // names what the record says, not where it stands; unique in a batch
	Source Ref    `json:"source"` // file, sheet, row
	Row    *Row   `json:"-"`      // the cells as they came

	District    string `json:"district"`    // standard name
	Company     string `json:"company"`     // the payee's name, normalised for display
	FormerName  string `json:"-"`           // from （原…）, （曾用名…）
	CreditCode  string `json:"credit_code"` // 18 characters, upper case
	CodeByName  bool   `json:"-"`           // the row states no code: it is that of another row of the same name
	Subject     string `json:"subject"`     // what is recognised where that is not the payee
	SubjectCode string `json:"-"`

	Clause      string       `json:"clause"`
	Item        string       `json:"item"` // id; "" where none was understood
	Level       string       `json:"level"`
	NotCovered  string       `json:"-"`      // a thing that the policy does not pay for, where the row names one
	Nature      string       `json:"nature"` // standard name, the policy's first nature where the row states none
	Certificate string       `json:"certificate"`
	Document    string       `json:"-"`
	Recognised  written.Date `json:"-"`
	LabelYear   int          `json:"-"` // the year in the list's name, 0 where none
	ValidFrom   written.Date `json:"-"`
	Base        *money.Yuan  `json:"-"`
	Approved    *money.Yuan  `json:"-"`
	Claimed     *money.Yuan  `json:"-"`

	Checked  *Checked `json:"-"` // what lists beside the submissions say of it; nil for nothing
	Findings Findings `json:"-"`
}

// Checked is what official lists say of a record, in Chinese.
type Checked struct {
	Listed string // which line of which list bears it out, "" where none does
	Barred string // why it may not be awarded at all, by a list of exclusion that refuses
	Others []Other
}

// Other is what others paid for a record, where the policy says what follows.
type Other struct {
	Effect BarEffect // BarHighest or BarDeduct
	Source string    // whose money, as the policy names it
	Words  string    // who paid what, and where that stands
	Where  string
	Amount money.Yuan
}

// Prior is an award of an earlier year, from a report of ours or any award
// table.
type Prior struct {
	Ref         Ref
	Year        int
	Company     string
	FormerName  string // from （原…）, （曾用名…）
	CreditCode  string
	Item        string
	Level       string
	Subject     string
	Certificate string
	Amount      money.Yuan
}

// Ruling is a person's word on a record, held or decided. It answers what the
// person saw and no more. Company, Item and Source are those of the record that
// the person had before them, for telling what became of it; the Key alone
// decides whether the ruling meets a record.
type Ruling struct {
	Ref     Ref
	Key     string      // of the record it names
	Grant   bool        // 予以奖补, else 不予奖补
	Amount  *money.Yuan // 审定金额, nil where the standard amount applies
	Basis   string      // 审定依据
	Saw     []Doubt     // what stood against the record when the person ruled
	Correct Correction  // what the record ought to say, where a ruling grants
	Company string
	Item    string // id
	Source  Ref
}

// Same tells whether two rulings say the same, whatever they were read from.
func (r *Ruling) Same(other *Ruling) bool {
	if r == nil || other == nil {
		return r == other
	}
	sameAmount := r.Amount == other.Amount || r.Amount != nil && other.Amount != nil && r.Amount.Equal(*other.Amount)
	return r.Grant == other.Grant && sameAmount && r.Basis == other.Basis &&
		r.Correct == other.Correct
}

// Correction is what a person found to be right where the row is wrong; empty
// fields leave the row as it is.
type Correction struct {
	CreditCode string
	Company    string
	Recognised written.Date
}

// Input is one file of the batch.
type Input struct {
	File   string         `json:"file"`
	SHA256 string         `json:"sha256"` // lower-case hex of the file's bytes
	Rows   int            `json:"rows"`   // rows that became records
	Status InputStatus    `json:"status"`
	Sheets []SheetAccount `json:"-"` // what became of each of its sheets, where it was read
}

// BesideFile is a file that a run rests on beside its inputs: the policy, a
// budget, awards of earlier years, rulings, the report compared with.
type BesideFile struct {
	Use    string // in Chinese, as the report prints it: 政策数据, 预算 …
	File   string // its name without folders
	SHA256 string
	Sheets []SheetAccount // of a budget and earlier awards: what became of each sheet
}

// InputStatus says what became of a file.
type InputStatus string

// The statuses of the contract.
const (
	InputRead      InputStatus = "read"
	InputRefused   InputStatus = "refused"
	InputDuplicate InputStatus = "duplicate"
)
