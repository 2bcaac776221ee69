package roster

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/lists"
	"jiangbu/calc/written"
	"jiangbu/sheets"
	"jiangbu/sheets/table"
)

// The columns of an official list.
const (
	colSerial = iota + 1
	colName
	colFormer
	colCode
	colRegion
	colLevel
	colSubject
	colNature
)

// listHeadings is every heading of an official list that is known. The word may
// be wrong for what stands below it: 园区名称 over firms is a real case.
var listHeadings = []table.Heading{
	{ID: colSerial, Many: true, Name: []string{"序号", "序", "编号", "No", "No."}},
	{ID: colName, Rank: 9, Name: []string{"现名称", "现企业名称", "变更后名称", "更名后名称", "变更后企业名称", "更名后企业名称", "现用名", "变更后单位名称"}},
	{ID: colName, Rank: 6, Name: []string{"企业", "单位", "公司", "园区", "企业全称", "申报单位", "申报企业", "申报主体", "承担单位", "建设单位",
		"依托单位", "运营单位", "企业(单位)", "生产企业"},
		Ends: []string{"企业名称", "单位名称", "公司名称", "工厂名称", "园区名称", "基地名称", "机构名称", "中心名称"}},
	{ID: colName, Rank: 3, Name: []string{"名称", "全称"}},
	{ID: colFormer, Rank: 5, Name: []string{"原名称", "原企业名称", "原单位名称", "曾用名", "变更前名称", "更名前名称", "变更前企业名称", "更名前企业名称",
		"原用名"}},
	{ID: colCode, Rank: 5, Ends: []string{"统一社会信用代码", "社会信用代码", "信用代码"}},
	{ID: colRegion, Rank: 5, Many: true,
		Name: []string{"地区", "省份", "省(区、市)", "省市", "所在地", "所属地区", "所在地区", "所在省", "设区市", "市", "地市", "所在市", "所属市", "城市",
			"县区", "区县", "县(市、区)", "县(区)", "所在县区", "所属县区", "属地", "省(自治区、直辖市)", "地区(市)"}},
	{ID: colLevel, Rank: 5, Name: []string{"级别", "星级", "等级", "认定级别", "认定等级", "评定星级", "上云星级"}},
	{ID: colSubject, Rank: 5, Name: []string{"产品", "车间", "平台", "项目", "遗产"},
		Ends: []string{"产品名称", "车间名称", "平台名称", "项目名称", "遗产名称", "产品型号", "设计中心名称"}},
	{ID: colNature, Rank: 5, Name: []string{"性质", "认定性质", "认定类型", "类型", "认定类别", "复核结果", "复核情况", "状态"}},
	{ID: colNature, Rank: 3, Name: []string{"备注", "说明"}},
	{ID: table.Ignored, Name: []string{"第三方评价机构", "第三方机构", "第三方机构名称", "第三方服务机构名称", "评价机构",
		"行业", "所属行业", "行业类别", "批次", "年度", "推荐单位", "联系人",
		"联系电话", "地址", "网址", "证书编号", "有效期"}, Ends: []string{"评价机构名称", "推荐单位名称", "服务机构名称", "诊断机构名称", "认证机构名称", "评审机构名称"}},
}

var listWords = table.NewWords(listHeadings, nil)

// Paper is one file as read: its lists, and the texts that stand around them,
// which the guesses come from.
type Paper struct {
	Lists  []lists.List
	Around []string
}

// ReadLists reads the lists of one file as they stand, whole or not; what they
// are is not known yet, see [Guess]. A file without any is a finding.
func ReadLists(b *sheets.Book) (Paper, calc.Findings) {
	var p Paper
	var found calc.Findings
	for _, s := range b.Sheets {
		r := listReader{sheet: s, file: b.File, found: &found}
		listWords.Tables(s, func(l table.Line) bool { r.line(l); return true })
		r.close()
		p.Lists = append(p.Lists, r.lists...)
		p.Around = append(p.Around, r.around...)
	}
	if len(p.Lists) == 0 && len(found) == 0 {
		found.Add("list/none", calc.Ref{File: b.File})
	}
	return p, found
}

// listReader reads one sheet.
type listReader struct {
	sheet  *sheets.Sheet
	file   string
	found  *calc.Findings
	lists  []lists.List
	around []string

	halves []half      // of the open table, side by side
	list   *lists.List // the open one
	titles []string    // since the last table
	upper  string      // the title above the section that opened the list, until its serials run on
	part   string      // what heads the lines that the reading is in
}

// half are the columns of a table that name one body a line.
type half struct {
	field  map[int]int // by meaning
	second int         // of a second region, a city beside a province; 0 for none
	region string      // of the line above
	level  string      // likewise
}

func (r *listReader) ref(row int) calc.Ref {
	return calc.Ref{File: r.file, Sheet: r.sheet.Name, Row: row}
}

func (r *listReader) line(l table.Line) {
	switch {
	case l.Header > 0:
		if !l.Repeat || r.list == nil {
			r.close()
			r.header(l.Table)
		}
	case r.halves == nil || countCells(l.Cells) < 2 && !r.namesAlone(&l) || isTotal(l.Cells):
		r.beside(l.Cells)
	default:
		for i := range r.halves {
			r.take(&l, &r.halves[i], i == 0)
		}
	}
}

// namesAlone tells of a line with nothing but a name: somebody lost its serial,
// which must not pass for a heading.
func (r *listReader) namesAlone(l *table.Line) bool {
	for _, half := range r.halves {
		if s := written.Shown(l.Fields[half.field[colName]].Text); s != "" && !isNote(s) && trimSection(s) == s {
			return true
		}
	}
	return false
}

// beside keeps a line that stands around tables: a title, a section, a note.
func (r *listReader) beside(cells []calc.Cell) {
	for _, c := range cells {
		s := written.Shown(c.Text)
		if s == "" || isPageNumber(s) {
			continue
		}
		if len(r.around) < maxTitles {
			r.around = append(r.around, s)
		}
		if len(r.titles) < maxTitles {
			r.titles = append(r.titles, s)
		}
	}
}

// isPageNumber tells of 3, — 3 — and 第3页.
func isPageNumber(s string) bool {
	s = strings.Trim(written.Fold(s), "-—–第页/·共")
	return len(s) <= 4 && written.IsDigits(s)
}

// header begins a table. Each column of serials begins a half: long lists stand
// in two halves side by side.
func (r *listReader) header(t *table.Table) {
	r.halves = nil
	from := 0
	for i := 1; i <= len(t.Columns); i++ {
		if i < len(t.Columns) && !(isSerialColumn(&t.Columns[i]) && hasSerial(t.Columns[from:i])) {
			continue
		}
		r.half(t, from, i)
		from = i
	}
	if len(r.halves) == 0 {
		return
	}
	r.open(t.Top)
}

func isSerialColumn(c *table.Column) bool { return c.Heading != nil && c.Heading.ID == colSerial }

func hasSerial(columns []table.Column) bool {
	return slices.ContainsFunc(columns, func(c table.Column) bool { return isSerialColumn(&c) })
}

// half takes up the columns from and to of a header, where they name anybody.
func (r *listReader) half(t *table.Table, from, to int) {
	field := resolve(t.Columns[from:to], r.ref(t.Bottom), r.found)
	if _, ok := field[colName]; !ok {
		return
	}
	own := half{field: field}
	for i := from; i < to; i++ {
		c := &t.Columns[i]
		if c.Heading != nil && c.Heading.ID == colRegion && i-from != field[colRegion] {
			own.second = i
		}
	}
	for id := range field {
		field[id] += from
	}
	r.halves = append(r.halves, own)
}

// open begins a list under the titles above it.
func (r *listReader) open(row int) {
	r.list = &lists.List{Ref: r.ref(row), Part: len(r.lists) + 1}
	r.call(titleOf(r.titles))
	r.titles, r.upper, r.part = nil, "", ""
}

// call gives the open list its title, with what that says.
func (r *listReader) call(title string) {
	r.list.Title, r.list.Label, r.list.Count = title, written.YearIn(title), countIn(title)
}

// headed takes up the texts between two lines. Where the serials begin anew they
// head a list of their own, else a part of the list, and what opened it its first.
func (r *listReader) headed(serial, row int) {
	if serial == 1 {
		upper := ""
		if len(r.list.Lines) == 0 {
			upper = r.list.Title
		}
		r.close()
		r.open(row)
		r.upper = upper
		return
	}
	if r.upper != "" {
		for i := range r.list.Lines {
			r.list.Lines[i].Part = cmp.Or(r.list.Lines[i].Part, r.list.Title)
		}
		r.call(r.upper)
		r.upper = ""
	}
	r.part, r.titles = titleOf(r.titles), nil
}

// close ends the open list. Two halves run on one behind the other or line by
// line: their serials say which.
func (r *listReader) close() {
	if r.list == nil {
		return
	}
	if len(r.list.Lines) > 0 {
		if len(r.halves) > 1 {
			slices.SortStableFunc(r.list.Lines, func(a, b lists.Line) int { return cmp.Compare(a.Serial, b.Serial) })
		}
		r.lists = append(r.lists, *r.list)
	}
	r.list = nil
}

// take reads one line under the columns of a half.
func (r *listReader) take(l *table.Line, h *half, first bool) {
	text := func(id int) string {
		if i, ok := h.field[id]; ok {
			return written.Shown(l.Fields[i].Text)
		}
		return ""
	}
	line := lists.Line{Ref: r.ref(l.Number), Page: r.sheet.Page(l.Number), Serial: serial(text(colSerial)),
		Level: h.levelOf(text(colLevel)), Subject: text(colSubject), Nature: natureSaid(text(colNature))}
	line.Name, line.Former = written.CompanyName(text(colName))
	if former := text(colFormer); former != "" {
		line.Former, _ = written.CompanyName(former)
	}
	line.Code = written.FoldCode(text(colCode))
	if line.Name == "" && line.Serial == 0 {
		return // an empty half, or a remark of several cells
	}
	line.Region = h.regionOf(l, text(colRegion))
	if len(r.titles) > 0 && first {
		r.headed(line.Serial, l.Number)
	}
	line.Part = r.part
	line.Nature = cmp.Or(line.Nature, natureSaid(r.part))
	r.list.Lines = append(r.list.Lines, line)
}

// levelOf is the level of a line: the one above where its cell is empty and leads
// the line.
func (h *half) levelOf(text string) string {
	if text != "" || h.field[colLevel] > h.field[colName] {
		h.level = text
	}
	return h.level
}

// regionOf is the region of a line: the one above where its cell is empty.
func (h *half) regionOf(l *table.Line, text string) string {
	if h.second > 0 {
		text = strings.TrimSpace(text + " " + written.Shown(l.Fields[h.second].Text))
	}
	if text != "" && table.Fold(text) != "同上" {
		h.region = text
	}
	return h.region
}

// serial reads 57, 57. and 57、; 0 where it is no number.
func serial(text string) int {
	n, err := strconv.Atoi(strings.TrimRight(written.Fold(text), ".、,"))
	if err != nil || n < 0 {
		return 0
	}
	return n
}
