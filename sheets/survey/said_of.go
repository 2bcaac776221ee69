package survey

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/written"
	"jiangbu/sheets/table"
)

// saidHeading is what a line beside the rows is quoted under.
const saidHeading = "表中说明"

// hear keeps a line of one text beside the rows that may speak against some of
// them: 注：第2家已停产, 以上企业均已兑现.
func (s *sheetReader) hear(l table.Line) {
	c := table.FirstCell(l.Cells)
	others := slices.ContainsFunc(l.Cells, func(o calc.Cell) bool { return o.Col != c.Col && !table.IsBlank(o.Text) })
	if s.lay != nil && !others && c.Kind == calc.CellText && s.vocab.MaySpeak(c.Text) {
		s.heard = append(s.heard, c)
	}
}

// sentences part what is said of one company from what is said of another.
func sentences(c rune) bool { return strings.ContainsRune("；;。\n", c) }

// byColour finds a sentence that names rows by how they look.
var byColour = regexp.MustCompile(`[标涂][了成为注]?[红黄绿蓝橙灰]|[红黄绿蓝橙灰]色|底色|颜色|高亮`)

// passOn gives each sentence of the lines that were heard to the rows of the
// sheet that it is said of. A sentence that names none is a rule of the form
// (已注销的企业不予奖补) and is said of nobody, unless it names them by a colour,
// which is not read.
func (s *sheetReader) passOn(rows []calc.Row) {
	for _, c := range s.heard {
		if slices.ContainsFunc(rows, func(r calc.Row) bool { return int(r.Number) == c.Row }) {
			continue // it was a row itself
		}
		for sentence := range strings.FieldsFuncSeq(c.Text, sentences) {
			if !s.vocab.Speaks(sentence) {
				continue
			}
			said, of := c, saidOf(written.Fold(sentence), c.Row, rows)
			said.Text = sentence
			for _, i := range of {
				rows[i].Asides = append(slices.Clip(rows[i].Asides), calc.Aside{Heading: saidHeading, Cell: said})
			}
			if len(of) == 0 && len(rows) > 0 && byColour.MatchString(sentence) {
				at := s.Ref
				at.Row, at.Col = c.Row, c.Col
				s.findings.Add("table/by-colour", at, sentence)
			}
		}
	}
}

// The words by which a sentence is said of all rows above it, below it, or both.
var (
	ofAbove = regexp.MustCompile(`^(?:[注:附说明备\d.、() ]*)(?:以上|上述|上列|上表|前述)`)
	ofBelow = regexp.MustCompile(`^(?:[注:附说明备\d.、() ]*)(?:以下|下列|下述|下表)`)
	ofSheet = regexp.MustCompile(`^(?:[注:附说明备\d.、() ]*)(?:本表|本页|全部企业|所有企业|所列企业|表中企业|表内企业)`)
)

// saidOf are the rows that a folded sentence in a line of the sheet is said of:
// those whose company it names, else those whose number it states, else all
// that it speaks of as such.
func saidOf(sentence string, line int, rows []calc.Row) (of []int) {
	above := func(i int) bool { return int(rows[i].Number) < line }
	pick := func(which func(i int) bool) {
		for i := range rows {
			if which(i) {
				of = append(of, i)
			}
		}
	}
	pick(func(i int) bool {
		name := written.Fold(rows[i].Text(calc.ColCompany))
		return len(name) > len("某公司") && strings.Contains(sentence, name)
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
func numberOf(rows []calc.Row, i int) int {
	if n, err := strconv.Atoi(strings.TrimSpace(rows[i].Text(calc.ColSerial))); err == nil {
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
		`)*)(?:家|项|号|户|个|位)|序号:?(` + ordinalNumber + `(?:[、,和及与至到~-]` + ordinalNumber + `)*))`)
	joined = regexp.MustCompile(`([至到~-])?第?(` + ordinalNumber + `)`)
)

// ordinals are the numbers of rows that a folded sentence states.
func ordinals(sentence string) (all []int) {
	for _, found := range ordinal.FindAllStringSubmatch(sentence, -1) {
		last := 0
		for _, m := range joined.FindAllStringSubmatch(found[1]+found[2], -1) {
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
