package calc

import "slices"

// SheetAccount says what became of the lines of a sheet, so that it can be
// believed that its records are all that it claims: the lines that are records,
// the others by what they were taken for, and the headings of columns that
// nobody reads.
type SheetAccount struct {
	Sheet   string
	Lines   int // those that show something
	Records int
	Others  []LineCount // in the order of the kinds; with Records they are Lines
	Unread  []string    // headings, each with its place: F3 天气
}

// LineCount is how many lines were taken for something.
type LineCount struct {
	Kind  LineKind
	Lines int
}

// LineKind is what a line that is no record was taken for.
type LineKind string

// The kinds of lines, in their order.
const (
	LineAbove       LineKind = "above"
	LineHeader      LineKind = "header"
	LineSection     LineKind = "section"
	LineTotal       LineKind = "total"
	LineNote        LineKind = "note"
	LinePlaceholder LineKind = "placeholder"
	LineExample     LineKind = "example"
	LineUnread      LineKind = "unread"
	LineNoTable     LineKind = "no-table"
	LineCopy        LineKind = "copy"
)

// lineNames are what the report calls the kinds.
var lineNames = map[LineKind]string{LineAbove: "表头以上", LineHeader: "表头", LineSection: "分组标题", LineTotal: "小计合计",
	LineNote: "备注签章", LinePlaceholder: "空行", LineExample: "示例", LineUnread: "没有读懂", LineNoTable: "没有表格",
	LineCopy: "其他表的副本"}

// Name is what the report calls the kind: 表头以上.
func (k LineKind) Name() string { return lineNames[k] }

// HasMore tells of a sheet on which lines that may look like records were taken
// for something else, or a column is not read. Titles, headers, empty lines of a
// form and sheets of instructions look like none.
func (a *SheetAccount) HasMore() bool {
	return len(a.Unread) > 0 || slices.ContainsFunc(a.Others, func(o LineCount) bool {
		switch o.Kind {
		case LineAbove, LineHeader, LinePlaceholder, LineExample, LineNoTable:
			return false
		}
		return true
	})
}

// AccountJSON is what became of the lines of one sheet, as outputs print it.
type AccountJSON struct {
	File    string         `json:"file"`
	Sheet   string         `json:"sheet"`
	Lines   int            `json:"lines"`
	Records int            `json:"records"`
	Others  map[string]int `json:"others"` // by kind
	Unread  []string       `json:"unread"` // headings
}

// FileAccount is the account of one sheet with its file, and what that is for
// where it is no submission: 预算.
type FileAccount struct {
	File, Use string
	SheetAccount
}

// AccountsOf are the accounts of the sheets of a file.
func AccountsOf(file, use string, sheets []SheetAccount) []FileAccount {
	return Mapped(sheets, func(a SheetAccount) FileAccount { return FileAccount{file, use, a} })
}

// LeaveOut books the records of sheets that were left out as copies of others,
// as the findings on these sheets say.
func LeaveOut(sheets []FileAccount, copies Findings) {
	for i := range sheets {
		a := &sheets[i]
		if a.Records > 0 && slices.ContainsFunc(copies, func(f Finding) bool {
			return f.Ref == Ref{File: a.File, Sheet: a.Sheet}
		}) {
			a.LeaveOut(a.Records)
		}
	}
}

// LeaveOut books records of a sheet that were left out as a copy.
func (a *SheetAccount) LeaveOut(records int) {
	a.Others = append(a.Others, LineCount{Kind: LineCopy, Lines: records})
	a.Records -= records
}

// JSON is the account as outputs print it.
func (a *FileAccount) JSON() AccountJSON {
	j := AccountJSON{a.File, a.Sheet, a.Lines, a.Records, map[string]int{}, append([]string{}, a.Unread...)}
	for _, o := range a.Others {
		j.Others[string(o.Kind)] = o.Lines
	}
	return j
}
