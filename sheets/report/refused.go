package report

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"jiangbu/calc"
	"jiangbu/sheets/write"
)

// refusedFields are the columns of 不予奖补: each refusal with a sentence that
// can be sent to the company as it stands.
var refusedFields = []field{fieldSerial,
	fieldDistrict.wide(6, 10).counted(func(_ *book, records []int) int { return len(records) }),
	fieldCompany.wide(14, 24), fieldCode, fieldItemName.wide(10, 16),
	fieldLevel.wide(6, 8), fieldSubject.wide(8, 14), fieldPaper.wide(8, 16), fieldRecognised.wide(10, 10),
	fieldReason.wide(12, 16),
	said("告知意见", write.StyleWrap, func(b *book, i int) string { return b.refusal(b.record(i)) }, nil).wide(38, 40),
	fieldSource.wide(12, 18)}

func countWords(n int) string { return fmt.Sprintf("%d 条", n) }

// refusedList is 不予奖补.
func (b *book) refusedList() *write.List {
	return b.recordList(write.List{Sheet: SheetRefused, Title: b.title + "不予奖补表", Freeze: 3,
		Note: b.note("“告知意见”一栏可以直接函告申报单位")}, b.withOutcome(calc.Refused), refusedFields)
}

// refusal says to the company in one sentence what it claimed, why that is not
// paid, and by which words of the policy.
func (b *book) refusal(r *calc.Record, d *calc.Decision) string {
	claim := "贵单位申报的" + strconv.Itoa(b.result.AwardYear) + "年度奖补"
	if name := b.itemName(r); name != "" {
		claim = "贵单位申报的“" + innerQuotes.Replace(withLevel(name, r.Level)) + "”奖补"
	}
	if p := certificateOrDocument(r); p != "" {
		claim += "（" + p + "）"
	}
	by := "《" + b.policy.Title + "》（" + b.policy.Document + "）"
	why := calc.ReasonName(d.Reason)
	if n := len(d.Steps); n > 0 {
		if c := d.Steps[n-1].Clause; c != "" {
			by += b.clauseWords(c)
		}
		if d.Ruling == nil { // what a person noted beside a ruling is not for the company
			why = forCompany(d.Steps[n-1].Text())
		}
	}
	return claim + "，经审核，" + why + "，依据" + by + "不予奖补。"
}

// innerQuotes are those within quotes.
var innerQuotes = strings.NewReplacer("“", "‘", "”", "’")

// placeNamed is where our own files say so: （见 奖补名单.xlsx:表!H5）.
var placeNamed = regexp.MustCompile(`（见 ?[^（]*(?:（[^（）]*）[^（]*)*?![A-Z]*\d+）|，见 ?.*?![A-Z]*\d+`)

// forCompany is a reason without what only the office understands.
func forCompany(why string) string {
	return strings.TrimSuffix(placeNamed.ReplaceAllString(why, ""), "，按本政策不予奖补")
}
