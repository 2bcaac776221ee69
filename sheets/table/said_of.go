package table

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/written"
)

// sentences parts what is said of one row from what is said of another.
func sentences(c rune) bool { return strings.ContainsRune("；;。\n", c) }

// The words by which a sentence is said of all rows above it, below it, or of the
// sheet. What is said of the contents (以上信息真实) or of the form (本表涂改无效)
// is said of no row.
const (
	begins = `^[注:附说明备\d.、() ]*`
	ofRows = `(?:所列|所有|全部|各|这些)?(?:企业|单位|公司|项目|名单|款项|资金|拨款|付款|认定|奖补|均|都|全部|[为系是由属]|[\d一二三四五六七八九十]+[家项户笔个])`
)

var (
	ofAbove = regexp.MustCompile(begins + `(?:以上|上述|上列|上表|前述)` + ofRows)
	ofBelow = regexp.MustCompile(begins + `(?:以下|下列|下述|下表)` + ofRows)
	ofSheet = regexp.MustCompile(begins + `(?:(?:全部|所有|所列|表中|表内|本表所列)(?:企业|单位|项目|款项)|` +
		`本表(?:已|已经|现)?(?:作废|废止|未定稿|[为系是](?:初稿|草稿|讨论稿|征求意见稿)))`)
)

// isRule tells of a sentence that says what holds where something is so, and not
// that it is so: 如有虚假，愿承担责任.
var isRule = regexp.MustCompile(`如[有果需已未遇因系属发存]|若[^干]|倘|一经|凡`)

// Listed is a row as somebody speaks of it: where it stands, whom it names
// (folded), and the number that its table gives it.
type Listed struct {
	Number       int
	Name, Serial string
}

// EachSaid visits the sentences that speak in the lines that were heard, each
// with its line and the indices of the n rows that it is said of. The rows are
// listed only where a line was heard.
func (r *Reader) EachSaid(n int, row func(i int) Listed, speaks func(sentence string) bool,
	visit func(sentence string, line calc.Cell, of []int)) {
	if len(r.Heard) == 0 {
		return
	}
	rows := make([]Listed, n)
	for i := range rows {
		rows[i] = row(i)
	}
	for _, line := range r.Heard {
		for sentence := range strings.FieldsFuncSeq(line.Text, sentences) {
			if speaks(sentence) {
				visit(sentence, line, saidOf(written.Fold(sentence), line.Row, rows))
			}
		}
	}
}

// saidOf are the rows that a folded sentence in a line of the sheet is said of:
// those whose company it names, else those whose number it states, else all
// that it speaks of as such.
func saidOf(sentence string, line int, rows []Listed) (of []int) {
	if isRule.MatchString(sentence) {
		return nil
	}
	above := func(i int) bool { return rows[i].Number < line }
	pick := func(which func(i int) bool) {
		for i := range rows {
			if which(i) {
				of = append(of, i)
			}
		}
	}
	pick(func(i int) bool {
		return len(rows[i].Name) > len("某公司") && strings.Contains(sentence, rows[i].Name)
	})
	if len(of) == 0 {
		numbers := ordinals(sentence)
		pick(func(i int) bool { return above(i) && slices.Contains(numbers, numberOf(rows, i)) })
	}
	if len(of) > 0 {
		return of
	}
	switch {
	case ofSheet.MatchString(sentence):
		pick(func(int) bool { return true })
	case ofAbove.MatchString(sentence):
		pick(above)
	case ofBelow.MatchString(sentence):
		pick(func(i int) bool { return !above(i) })
	}
	return of
}

// numberOf is the number of a row: as its table writes it, else its place.
func numberOf(rows []Listed, i int) int {
	if n, err := strconv.Atoi(strings.TrimSpace(rows[i].Serial)); err == nil {
		return n
	}
	return i + 1
}

// The numbers of rows: 第2家, 第1、3项, 第三至五号, 序号4. 第七条 and 第三方 are none.
const (
	ordinalNumber = `(?:[0-9]{1,4}|[一二三四五六七八九十]{1,3})`
	mostOrdinals  = 200
)

var (
	ordinal = regexp.MustCompile(`(?:第(` + ordinalNumber + `(?:[、,和及与至到~-]第?` + ordinalNumber +
		`)*)(?:家|项|号|户|个|位|笔)|序号:?(` + ordinalNumber + `(?:[、,和及与至到~-]` + ordinalNumber + `)*))`)
	joinedOrdinal = regexp.MustCompile(`([至到~-])?第?(` + ordinalNumber + `)`)
)

// ordinals are the numbers of rows that a folded sentence states.
func ordinals(sentence string) (all []int) {
	for _, found := range ordinal.FindAllStringSubmatch(sentence, -1) {
		last := 0
		for _, m := range joinedOrdinal.FindAllStringSubmatch(found[1]+found[2], -1) {
			n, err := strconv.Atoi(m[2])
			if err != nil {
				numeral, _ := written.ParseNumeral(m[2])
				n = int(numeral)
			}
			if m[1] == "" {
				last = n - 1
			}
			for last++; last <= n && len(all) < mostOrdinals; last++ {
				all = append(all, last)
			}
			last = n
		}
	}
	return all
}
