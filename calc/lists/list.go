package lists

import (
	"cmp"
	"strconv"

	"jiangbu/calc"
	"jiangbu/calc/written"
)

// Nature is what a list does to those who stand on it.
type Nature string

// The natures of a list.
const (
	New      Nature = "新认定"
	Renewed  Nature = "复核"
	Renamed  Nature = "更名"
	Removed  Nature = "移出"
	Proposed Nature = "公示"
)

// Natures lists them, for reading what a person wrote.
var Natures = []Nature{New, Renewed, Renamed, Removed, Proposed}

// Said is what the notice says of its list: it stands in 名单登记.xlsx, guessed
// by the program until a person confirms it.
type Said struct {
	Item      string // id, "" for none of this policy
	Level     string
	Nature    Nature
	Document  string
	Date      written.Date // 成文日期
	Count     int          // 公布家数, 0 where it is not said
	Region    string       // the province that it is of, "" for the whole country
	From, To  written.Date // 有效期
	Whole     bool         // 名单完整: who is not on it was not recognised
	Confirmed bool
}

// List is one official list. Its lines are whole: serials from 1 without a gap.
type List struct {
	Ref   calc.Ref // the file, its sheet, and the row of the heading
	Part  int      // of the tables of the sheet, from 1
	Title string
	Label int // the year in its title, 0 for none
	Said
	Lines []Line
}

// Line is one recognition.
type Line struct {
	Ref     calc.Ref
	Page    int // of a document, 0 for none
	Serial  int // 0 where the list has no serial numbers
	Code    string
	Name    string
	Former  string // from （原…）, or the column of former names
	Region  string // as written: a province, a city, a district
	Level   string // where the lines of one list have several
	Part    string // what heads this part of a list whose serials run on, as written
	Nature  Nature // 复核 or 移出, where the line says that itself
	Subject string // a product, where the list has such a column
}

// Decides tells whether the list may touch a claim: a person confirmed what it
// is, and it is of this policy.
func (l *List) Decides() bool {
	return l.Confirmed && l.Item != "" && l.Nature != Proposed && !l.Date.IsZero()
}

// Year is the year of recognition: that of the document, else the label's.
func (l *List) Year() int {
	return cmp.Or(l.Date.Year, l.Label)
}

// LevelOf is the level that a line recognises.
func (l *List) LevelOf(line *Line) string {
	return cmp.Or(line.Level, l.Level)
}

// NatureOf is what a list does to who stands on a line: one of new recognitions may
// say of a line that it is none.
func (l *List) NatureOf(line *Line) Nature {
	if l.Nature == New && line.Nature != "" {
		return line.Nature
	}
	return l.Nature
}

// Name is what people call the list: its title, else its file.
func (l *List) Name() string {
	if l.Title != "" {
		return "《" + l.Title + "》"
	}
	return "“" + l.Ref.File + "”"
}

// Place is where a line stands, for people: 第3页序号57.
func (l *List) Place(line *Line) string {
	s := ""
	if line.Page > 0 {
		s = "第" + strconv.Itoa(line.Page) + "页"
	}
	if line.Serial > 0 {
		return s + "序号" + strconv.Itoa(line.Serial)
	}
	return s + "第" + strconv.Itoa(line.Ref.Row) + "行"
}
