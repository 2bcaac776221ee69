package report

import (
	"fmt"
	"maps"
	"strconv"
	"strings"

	"jiangbu/calc"
	"jiangbu/sheets/write"
)

// maxTouched is how many records a line names that another reading would
// change, and maxLost how many an award names that gave way to it; the rest are
// counted.
const (
	maxTouched = 10
	maxLost    = 10
)

// touched names the records that another reading would change, by company,
// item and place, and says how many records and companies there are in all.
func (b *book) touched(a *calc.Alternative) string {
	var names []string
	payees := map[int]bool{}
	for _, key := range a.Touched {
		i, ok := b.named[key]
		if !ok {
			continue
		}
		r := &b.result.Records[i]
		payees[b.payee(i)] = true
		if len(names) < maxTouched {
			names = append(names, r.Company+"："+withLevel(b.itemName(r), r.Level)+"（"+source(r.Source)+"）")
		}
	}
	if len(a.Touched) == 0 {
		return ""
	}
	text, more := strings.Join(names, "；"), ""
	if len(a.Touched) > maxTouched {
		more = "等"
	}
	return text + fmt.Sprintf("；%s共 %d 家单位 %d 条记录", more, len(payees), len(a.Touched))
}

// placesNamed finds the records whose keys are named: by the decisions that
// gave way to them, and by the readings that would change them.
func placesNamed(r *calc.Result) map[string]int {
	place := map[string]int{}
	for i := range r.Decisions {
		if by := r.Decisions[i].By; by != "" {
			place[by] = -1
		}
	}
	for _, a := range r.Alternatives {
		for _, key := range a.Touched {
			place[key] = -1
		}
	}
	for i := range r.Records {
		if _, named := place[r.Records[i].Key]; named {
			place[r.Records[i].Key] = i
		}
	}
	maps.DeleteFunc(place, func(_ string, i int) bool { return i < 0 })
	return place
}

// lostTo numbers, by the record that stands, the lines of 就高去重 that gave way
// to it.
func (b *book) lostTo() map[int][]int {
	lost := map[int][]int{}
	for n, i := range b.withOutcome(calc.Superseded, calc.Duplicate, calc.Capped) {
		if by, ok := b.named[b.result.Decisions[i].By]; ok {
			lost[by] = append(lost[by], n+1)
		}
	}
	return lost
}

// displacedWords say which lines of 就高去重 gave way to an award.
func displacedWords(lost []int) string {
	if len(lost) == 0 {
		return ""
	}
	serials := calc.Mapped(lost[:min(len(lost), maxLost)], strconv.Itoa)
	more := ""
	if len(lost) > maxLost {
		more = "等"
	}
	return fmt.Sprintf("；同一项目另有 %d 条未奖补，见“%s”序号 %s%s", len(lost), SheetDisplaced, strings.Join(serials, "、"), more)
}

// headBeside is the heading of the files beside the submissions, which tells
// their block from that of the submissions.
const headBeside = "随附文件"

// basisBeside lists what the decisions rest on beside the submissions: the
// policy, the budget, earlier years, rulings, the report compared with.
func (b *book) basisBeside(g *write.Grid) {
	headed(g, "七、政策数据和随附文件", headBeside, "", "用途", "", headHash, "", "", "")
	for _, f := range b.result.Beside {
		g.Line(1, 2, write.StyleText, f.File)
		g.Span(3, 4, write.StyleCentre, f.Use)
		g.Span(5, basisEnd, write.StyleText, f.SHA256)
	}
}
