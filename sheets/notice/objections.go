package notice

import (
	"cmp"
	"fmt"
	"io"

	"jiangbu/calc"
	"jiangbu/calc/written"
	"jiangbu/sheets/write"
)

// RegisterFile is the name of the register of objections, which lies beside the
// notice that they are about.
const RegisterFile = registerSheet + ".xlsx"

const registerSheet = "异议登记"

// registerLines is how many lines of the register are drawn; more may follow.
const registerLines = 50

// Register is the register of what was objected to a proposed notice. It is
// internal: of it nothing but 序号 and state ever reaches what is published.
type Register struct {
	File       string
	From, To   written.Date // the period of the notice that it was written for
	Days       int
	Objections []Objection
}

// Objection is one line of the register.
type Objection struct {
	Ref         calc.Ref // its line
	Received    written.Date
	Serials     []int  // 公示序号, none where the company alone is named
	Company     string // as the register writes it
	Kind        string // one of objectionKinds, or as a person put it
	Content     string
	State       ObjectionState
	Handling    string         // what is done about it
	Ground      string         // of the decision,
	Document    string         // and its number
	columns     map[string]int // by heading
	misnumbered bool           // what stands under 公示序号 is no number
}

// at is a cell of the objection's line.
func (o *Objection) at(heading string) calc.Ref { return o.Ref.At(o.columns[heading]) }

// ObjectionState is what became of an objection.
type ObjectionState string

// The states. A line without one is open.
const (
	ObjectionOpen     ObjectionState = "未处理"
	ObjectionRejected ObjectionState = "不成立"
	ObjectionUpheld   ObjectionState = "成立"
)

// The kinds of objection that decide something: what a company gives back is
// no refusal, and what is missing names no line of the notice.
const (
	kindWithdrawn = "主动撤回"
	kindMissing   = "遗漏项目"
)

var objectionKinds = []string{"不符合条件", "金额有误", "信息有误", kindMissing, kindWithdrawn, "其他"}

// The headings of the register.
const (
	headReceived = "收到日期"
	headSerial   = "公示序号"
	headCompany  = "单位名称"
	headKind     = "异议类型"
	headContent  = "异议内容"
	headState    = "处理状态"
	headHandling = "处理意见"
	headGround   = "决定依据"
	headDocument = "决定文号"
)

// registerColumns are the columns of the register.
var registerColumns = []write.ListColumn{write.EmptyColumn(headReceived, write.StyleEntryDate, 12, 12),
	entry(headSerial, 10), entry(headCompany, 28), entry(headKind, 12, objectionKinds...), entry(headContent, 36),
	entry(headState, 10, string(ObjectionOpen), string(ObjectionRejected), string(ObjectionUpheld)),
	entry(headHandling, 30), entry(headGround, 24), entry(headDocument, 20)}

// entry is a column to fill in, with any of these words where there are some.
func entry(head string, width int, words ...string) write.ListColumn {
	c := write.EmptyColumn(head, write.StyleEntry, width, width)
	if words != nil {
		c.Allow = &write.Allowed{Words: words, Title: head, Hint: "请从下拉列表中选择"}
	}
	return c
}

// registerNote stands above the table; the period is read back from it.
const registerNote = "内部资料，不得公开。公示期：%s 至 %s（%d 个工作日）。" +
	"每条异议填一行：公示序号照公示表填写，几项用顿号隔开；“成立”的，先作出审定意见并重新核定，再生成公告；" +
	"更正单位名称的，在处理意见中写明更正后的全称。"

// WriteRegister writes the empty register of a proposed notice whose period is
// known.
func WriteRegister(w io.Writer, s Settings) (err error) {
	defer about("register", &err)
	to, err := s.Calendar.LastWorkday(s.From, s.Days)
	d, err2 := write.NewOutput(registerSheet, registerSheet+"（内部资料）", registerSheet)
	if err := cmp.Or(err, err2); err != nil {
		return err
	}
	err = d.FillList(write.List{Sheet: registerSheet, Title: registerSheet + "（内部资料，不得公开）", Lines: registerLines,
		Note: fmt.Sprintf(registerNote, s.From, to, s.Days), Foot: "内部资料，不得公开", Columns: registerColumns})
	if err != nil {
		return err
	}
	return d.Write(w)
}
