package report

import (
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"maps"
	"slices"
	"strconv"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/sheets"
)

// The seals of a report tell a quiet or careless hand: a replacement in all
// sheets at once leaves them agreeing with each other, and with no seal. They
// are no signature: whoever has the program can make them anew.
const (
	headSeal = "校验码" // of one record
	labelID  = "结果编号"
)

// sealer makes the seals of records, and of all of them together with what
// they rest on.
type sealer struct {
	buf []byte
	all hash.Hash

	unbudgeted string // the id of reports that were written before it covered the budget
}

func newSealer() *sealer { return &sealer{all: sha256.New()} }

// text adds a text as it reads back from a cell.
func (s *sealer) text(text string) { s.buf = append(append(s.buf, clean(text)...), 0) }

// money adds an amount, nil for none.
func (s *sealer) money(y *money.Yuan) {
	if y != nil {
		s.buf = append(s.buf, y.String()...)
	}
	s.buf = append(s.buf, 0)
}

func (s *sealer) number(n int) { s.buf = append(strconv.AppendInt(s.buf, int64(n), 10), 0) }

// seal is how much of the digest of a record its 校验码 shows.
type seal [4]byte

func (s seal) String() string { return hex.EncodeToString(s[:]) }

// textsOf are the texts that are read back of a record.
func textsOf(r *calc.Record, d *calc.Decision, itemName string) [23]string {
	return [...]string{r.Key, r.Source.File, r.Source.Sheet, r.District, r.Company, r.FormerName, r.CreditCode,
		r.Subject, r.SubjectCode, r.Item, itemName, r.Clause, r.Level, r.Nature, r.Certificate, r.Document,
		r.Recognised.String(), r.ValidFrom.String(), string(d.Outcome), d.Reason, d.By, d.Payee, joinDoubts(d.Doubts)}
}

// record is the seal of the next record: over everything that is read back of
// it but its place in 奖补明细.
func (s *sealer) record(r *calc.Record, d *calc.Decision, itemName string) seal {
	s.buf = s.buf[:0]
	for _, text := range textsOf(r, d, itemName) {
		s.text(text)
	}
	s.number(r.Source.Row)
	s.number(r.LabelYear)
	for _, y := range [...]*money.Yuan{r.Base, r.Approved, r.Claimed, &d.Entitled, &d.Amount} {
		s.money(y)
	}
	if d.Ruling != nil {
		s.text(rulingWord(d.Ruling))
		s.money(d.Ruling.Amount)
		s.text(d.Ruling.Basis)
	}
	sum := sha256.Sum256(s.buf)
	s.all.Write(sum[:])
	return seal(sum[:])
}

// id ends the sealing: what all outputs of one result carry, so that a set of
// them can be told from a mixed one. Without a budget, and in reports that were
// written before it was sealed, it is the same as with none.
func (s *sealer) id(policy, document string, year int, readings calc.Readings, inputs []calc.Input,
	budget []budgetText) string {
	s.buf = s.buf[:0]
	s.text(policy)
	s.text(document)
	s.number(year)
	for _, name := range slices.Sorted(maps.Keys(readings)) {
		s.text(name)
		s.text(readings[name])
	}
	for _, in := range inputs {
		s.text(in.File)
		s.text(in.SHA256)
	}
	before := len(s.buf)
	for _, l := range budget {
		for _, text := range l {
			s.text(strings.TrimSpace(text))
		}
	}
	s.all.Write(s.buf[:before])
	s.unbudgeted = hex.EncodeToString(s.all.Sum(nil)[:16])
	s.all.Write(s.buf[before:])
	return hex.EncodeToString(s.all.Sum(nil)[:16])
}

// budgetText is a limit as 预算核对 has it: scope, name, limit, what it is made of.
type budgetText [4]string

// budgetTexts are the limits that stand in 预算核对.
func (b *book) budgetTexts() (all []budgetText) {
	for i := range b.result.Budget {
		l := &b.result.Budget[i].BudgetLimit
		all = append(all, budgetText{l.Scope.Label(), b.limitName(l), l.Limit.String(), fundWords(l)})
	}
	return all
}

// sealed are the seals of a result: one a record, and the number of them all.
func sealed(r *calc.Result, budget []budgetText) (records []seal, id string) {
	s := newSealer()
	records = make([]seal, len(r.Records))
	for i := range r.Records {
		records[i] = s.record(&r.Records[i], &r.Decisions[i], r.Policy.Claimed(&r.Records[i]))
	}
	return records, s.id(r.Policy.ID, r.Policy.Document, r.AwardYear, r.Readings, r.Inputs, budget)
}

// holdSeal holds a record against its seal.
func (t *tableRow) holdSeal(s *sealer, r *Record) {
	if seal := s.record(&r.Record, &r.Decision, r.ItemName); !t.rd.broken && t.text(headSeal) != seal.String() {
		t.rd.bad("report/seal", t.at(headSeal), "“"+r.Company+"”的认定记录")
	}
}

// holdID holds all records together, and what they rest on, against the number
// of the report.
func (rd *reader) holdID(s *sealer) {
	o := rd.out
	id := s.id(o.Policy, o.Document, o.Year, o.Readings, o.Inputs, rd.budgetTexts())
	if !rd.broken && o.ID != id && o.ID != s.unbudgeted {
		rd.bad("report/seal", rd.basisRef(rd.stated[labelID], 2), "认定记录、口径与依据或预算核对")
	}
}

// budgetTexts reads the limits of 预算核对.
func (rd *reader) budgetTexts() (all []budgetText) {
	under := false
	rd.take(rd.sheet[SheetBudget].Rows(func(l sheets.Line) bool {
		var text [9]string
		for _, c := range l.Cells {
			if c.Col < len(text) {
				text[c.Col] = c.Text
			}
		}
		if !under {
			under = text[1] == headScope
			return true
		}
		if text[3] == "" {
			return false
		}
		if limit, err := money.ExactYuan(text[3]); err == nil {
			text[3] = limit.String()
		}
		all = append(all, budgetText{text[1], text[2], text[3], text[8]})
		return true
	}))
	return all
}
