package roster

import (
	"cmp"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"jiangbu/calc"
	"jiangbu/calc/lists"
	"jiangbu/calc/standard"
	"jiangbu/calc/written"
	"jiangbu/sheets"
	"jiangbu/sheets/table"
	"jiangbu/sheets/write"
)

// RegistrationFile is what the registration is called; RegistrationSheet is its
// one sheet, by which it is known.
const (
	RegistrationFile  = "名单登记.xlsx"
	RegistrationSheet = "名单登记"
)

// The columns of the registration, in their order from the second on.
const (
	regFile = iota + 1
	regSheet
	regPart
	regTitle
	regRead
	regItem
	regLevel
	regNature
	regDocument
	regDate
	regCount
	regRegion
	regFrom
	regTo
	regWhole
	regConfirmed
)

// registrationColumns are the columns as written and read, each at its number.
func registrationColumns(line write.Lines[lists.List], p *calc.Policy) []write.ListColumn {
	type list = lists.List
	input := func(head string, least, most int, of func(*list) string) write.ListColumn {
		return line.Text(head, write.StyleInput, least, most, of)
	}
	return []write.ListColumn{write.SerialColumn(4, 6),
		regFile:     line.Text("文件", write.StyleText, 12, 24, func(l *list) string { return l.Ref.File }),
		regSheet:    line.Text("工作表", write.StyleText, 8, 14, func(l *list) string { return l.Ref.Sheet }),
		regPart:     write.CountColumn("第几张表", 6, 8, func(n int) int { return line(n).Part }),
		regTitle:    line.Text("名单标题", write.StyleWrap, 16, 28, func(l *list) string { return l.Title }),
		regRead:     write.CountColumn("读到家数", 6, 8, func(n int) int { return len(line(n).Lines) }),
		regItem:     input("事项", 14, 20, func(l *list) string { return cmp.Or(p.ItemName(l.Item), noItem) }),
		regLevel:    input("级别", 8, 10, func(l *list) string { return l.Level }),
		regNature:   input("性质", 8, 10, func(l *list) string { return string(l.Nature) }),
		regDocument: input("文号", 18, 24, func(l *list) string { return l.Document }),
		regDate:     input("成文日期", 12, 12, func(l *list) string { return l.Date.String() }),
		regCount: input("公布家数", 8, 8, func(l *list) string {
			if l.Count == 0 {
				return ""
			}
			return strconv.Itoa(l.Count)
		}),
		regRegion:    input("地区", 8, 10, func(l *list) string { return l.Region }),
		regFrom:      input("有效期起", 12, 12, func(l *list) string { return l.From.String() }),
		regTo:        input("有效期止", 12, 12, func(l *list) string { return l.To.String() }),
		regWhole:     input("名单完整", 8, 8, func(l *list) string { return yesNo[l.Whole] }),
		regConfirmed: input("确认", 6, 6, func(l *list) string { return yesNo[l.Confirmed] }),
	}
}

// yesNo are the answers to 名单完整 and 确认.
var yesNo = map[bool]string{true: "是", false: "否"}

var registrationWords = table.NewWords(func() (heads []table.Heading) {
	for id, c := range registrationColumns(nil, nil) {
		heads = append(heads, table.Heading{ID: cmp.Or(id, table.Ignored), Rank: 5, Name: []string{c.Head}})
	}
	return heads
}(), nil)

// noItem stands for a list that is of no item of the policy.
const noItem = "不属于本政策"

// IsRegistration tells whether a workbook is a registration of lists.
func IsRegistration(b *sheets.Book) bool {
	return slices.ContainsFunc(b.Sheets, func(s *sheets.Sheet) bool { return s.Name == RegistrationSheet })
}

// Registered is what a registration says of one list: which it is, and what
// its notice says.
type Registered struct {
	Ref   calc.Ref
	File  string
	Sheet string
	Part  int
	lists.Said
}

// ReadRegistration reads what an officer wrote of the lists. A line that cannot
// be understood is a finding, and its list is not confirmed by it.
func ReadRegistration(b *sheets.Book, v *standard.Vocabulary) ([]Registered, calc.Findings) {
	var all []Registered
	var found calc.Findings
	_, seen := eachEntry(b, registrationWords, []int{regFile}, func(e *entry) {
		if e.text(regFile) != "" {
			all = append(all, readRegistered(e, v, &found))
		}
	})
	return all, append(found, seen...)
}

// registrationReader reads one line and remembers whether all of it held.
type registrationReader struct {
	*entry
	found *calc.Findings
	wrong bool
}

func (r *registrationReader) fault(id int, want string) {
	r.found.Add("list/registration", r.ref(id), registrationHead(id), r.text(id), want)
	r.wrong = true
}

func registrationHead(id int) string { return registrationColumns(nil, nil)[id].Head }

func readRegistered(e *entry, v *standard.Vocabulary, found *calc.Findings) Registered {
	r := registrationReader{entry: e, found: found}
	reg := Registered{Ref: e.at, File: e.text(regFile), Sheet: e.text(regSheet), Part: max(serial(e.text(regPart)), 1)}
	reg.Item, reg.Level = r.item(v)
	reg.Nature, reg.Document, reg.Region = r.nature(), e.text(regDocument), e.text(regRegion)
	reg.Date, reg.From, reg.To = r.day(regDate), r.day(regFrom), r.day(regTo)
	if text := e.text(regCount); text != "" {
		if reg.Count = serial(strings.TrimRight(text, "家个种项户")); reg.Count == 0 {
			r.fault(regCount, "整数")
		}
	}
	reg.Whole, reg.Confirmed = r.yes(regWhole), r.yes(regConfirmed)
	if reg.Confirmed && reg.Item != "" && reg.Date.IsZero() {
		r.fault(regDate, "认定文件的成文日期")
	}
	reg.Confirmed = reg.Confirmed && !r.wrong
	return reg
}

// item reads the item and its level.
func (r *registrationReader) item(v *standard.Vocabulary) (id, level string) {
	text := r.text(regItem)
	if text == noItem || text == "" && !r.yes(regConfirmed) {
		return "", ""
	}
	m := v.Item(text)
	it, known := v.Policy().Item(m.ID)
	if !known {
		r.fault(regItem, "奖补事项的名称，或“"+noItem+"”")
		return "", ""
	}
	level, clear := v.Level(r.text(regLevel), m.ID)
	if r.text(regLevel) != "" && (!clear || level == "") {
		r.fault(regLevel, "政策中的级别")
	}
	return m.ID, cmp.Or(level, it.Implied)
}

func (r *registrationReader) nature() lists.Nature {
	n := lists.Nature(r.text(regNature))
	switch {
	case n == "":
		return lists.New
	case !slices.Contains(lists.Natures, n):
		r.fault(regNature, natureWords())
	}
	return n
}

func natureWords() string {
	return strings.Join(calc.Mapped(lists.Natures, func(n lists.Nature) string { return string(n) }), "、")
}

func (r *registrationReader) day(id int) written.Date {
	before := len(*r.found)
	d := r.date(id, registrationHead(id), r.found)
	r.wrong = r.wrong || len(*r.found) > before
	return d
}

func (r *registrationReader) yes(id int) bool {
	switch r.text(id) {
	case "是", "√", "确认", "已确认", "Y", "y":
		return true
	case "", "否", "N", "n", "×":
		return false
	}
	r.fault(id, "是或否")
	return false
}

// Register gives the lists what the registrations say of them. What is not
// registered keeps its guess, unconfirmed; missing are the lists of which
// nothing is registered. A line that names no list is a finding.
func Register(all []lists.List, registered []Registered, v *standard.Vocabulary) (missing []int, found calc.Findings) {
	done := make([]bool, len(all))
	for _, reg := range registered {
		i := slices.IndexFunc(all, func(l lists.List) bool {
			return l.Ref.File == reg.File && l.Part == reg.Part && (reg.Sheet == "" || l.Ref.Sheet == reg.Sheet)
		})
		switch {
		case i < 0:
			found.Add("list/unknown", reg.Ref, reg.File)
		case done[i]:
			found.Add("list/registered-twice", reg.Ref, reg.File, strconv.Itoa(reg.Part))
			all[i].Confirmed = false
		default:
			all[i].Said, done[i] = reg.Said, true
			readLevels(&all[i], v)
			if all[i].Confirmed && lacksLevel(&all[i], v.Policy()) {
				found.Add("list/registration", reg.Ref, registrationHead(regLevel), "", "政策中的级别")
				all[i].Confirmed = false
			}
		}
	}
	for i := range all {
		if !done[i] {
			missing = append(missing, i)
		}
	}
	return missing, found
}

// lacksLevel tells whether neither the notice nor a line says the level of what
// has levels.
func lacksLevel(l *lists.List, p *calc.Policy) bool {
	it, known := p.Item(l.Item)
	return known && it.HasLevels() && l.Level == "" &&
		slices.ContainsFunc(l.Lines, func(line lists.Line) bool { return line.Level == "" })
}

// WriteRegistration writes the lists with what the program guesses of them, for
// an officer to correct and confirm.
func WriteRegistration(w io.Writer, all []lists.List, p *calc.Policy) error {
	const options = "选项"
	draft, err := write.NewOutput("名单登记", "官方名单登记表", RegistrationSheet, options)
	if err != nil {
		return err
	}
	l := write.List{Sheet: RegistrationSheet, Title: "官方名单登记表", Lines: len(all), Freeze: 2,
		Columns: registrationColumns(func(n int) *lists.List { return &all[n] }, p),
		Note: "逐行对照认定文件核对“事项”至“名单完整”各栏，改正后在“确认”栏选“是”。未确认的名单只作比对，不影响奖补；与本政策无关的，“事项”选“" + noItem +
			"”。“名单完整”选“是”，表示不在名单上的即未获认定。"}
	for _, err := range []error{draft.FillList(l), fillOptions(draft, options, p),
		addChoices(draft, options, len(all), p)} {
		if err != nil {
			return err
		}
	}
	return draft.Write(w)
}

// fillOptions writes what the columns can be chosen from: items and levels.
func fillOptions(draft *write.Workbook, sheet string, p *calc.Policy) error {
	g := write.NewGrid(30, 20)
	g.Next()
	g.Heads(1, "事项", "级别")
	for i := range max(len(p.Items)+1, len(p.Levels)) {
		g.Next()
		switch {
		case i < len(p.Items):
			g.Set(1, write.Text(write.StyleText, p.Items[i].Name))
		case i == len(p.Items):
			g.Set(1, write.Text(write.StyleText, noItem))
		}
		if i < len(p.Levels) {
			g.Set(2, write.Text(write.StyleText, p.Levels[len(p.Levels)-1-i].Name))
		}
	}
	return draft.FillGrid(sheet, g, write.PageSetup{Left: sheet})
}

// addChoices puts drop-down lists on the columns that have few answers.
func addChoices(draft *write.Workbook, options string, lines int, p *calc.Policy) error {
	for id := range regConfirmed + 1 {
		dv := excelize.NewDataValidation(true)
		switch id {
		case regItem:
			dv.SetSqrefDropList(options + "!$A$2:$A$" + strconv.Itoa(len(p.Items)+2))
		case regLevel:
			dv.SetSqrefDropList(options + "!$B$2:$B$" + strconv.Itoa(len(p.Levels)+1))
		case regNature:
			if err := dv.SetDropList(strings.Split(natureWords(), "、")); err != nil {
				return err
			}
		case regWhole, regConfirmed:
			if err := dv.SetDropList([]string{yesNo[true], yesNo[false]}); err != nil {
				return err
			}
		default:
			continue
		}
		col := calc.ColumnName(id + 1)
		dv.Sqref = col + strconv.Itoa(write.ListFirst) + ":" + col + strconv.Itoa(write.ListFirst+max(lines, 1)-1)
		if err := draft.File.AddDataValidation(RegistrationSheet, dv); err != nil {
			return err
		}
	}
	return nil
}
