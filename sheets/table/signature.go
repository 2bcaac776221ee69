package table

import (
	"slices"
	"strings"
	"unicode/utf8"

	"jiangbu/calc"
	"jiangbu/calc/written"
)

// signatures are the labels that people sign and date a table after, folded. One
// of them says so alone.
var signatures = []string{"填表人", "填报人", "制表人", "制表", "经办人", "审核人", "复核人", "审批人", "负责人", "单位负责人", "主要负责人", "分管负责人",
	"分管领导", "主管领导", "联系人", "联系电话", "电话", "填表日期", "填报日期", "填报时间", "报送日期", "日期", "填报单位", "报送单位", "单位(盖章)", "盖章",
	"(盖章)", "审核意见", "县区意见", "初审意见", "签字", "签章", "传真", "制表日期"}

// seal is where a seal is put.
var seal = []string{"(盖章)", "(公章)", "(签章)", "(签字)", "盖章", "单位(盖章)", "单位盖章"}

// signers are labels of the same kind that can also stand in a record: they need
// a colon behind, or a name.
var signers = []string{"审核", "复核", "审批", "审定", "核准", "批准", "编制", "编制人", "填表", "填报", "报送人", "经办", "主办", "会计", "出纳", "记账",
	"制单", "制单人", "制证", "经手人",
	"稽核", "主管", "财务主管", "会计主管", "财务负责人", "会计机构负责人", "部门负责人", "处室负责人", "科室负责人", "处长", "科长", "局长", "分管局长", "领导签字",
	"单位领导", "局领导", "签发", "校对", "核对", "核对人"}

// isSignature tells of a folded text that a person signs after it: a label and
// a colon, or the label alone.
func isSignature(s string) bool {
	rest, ok := afterLabel(s, signatures)
	return ok && (rest == "" || rest[0] == ':')
}

// isSigner tells of a folded text that it is a label of signers and a colon.
func isSigner(s string) bool {
	rest, ok := afterLabel(s, signers)
	return ok && rest != "" && rest[0] == ':'
}

// afterLabel is what follows a label and the word for how it is signed.
func afterLabel(s string, labels []string) (rest string, ok bool) {
	if rest, ok = written.CutAny(s, labels); !ok {
		return s, false
	}
	for _, how := range [...]string{"(签字)", "(签名)", "(签章)", "(盖章)", "签字", "签名", "签章"} {
		rest = strings.TrimPrefix(rest, how)
	}
	return rest, true
}

// isSigned tells of a text of two words that it is a label and the name of who
// signs: 审核人 王五, 审核 王五.
func isSigned(text string) bool {
	if len(text) > 60 {
		return false
	}
	words := strings.Fields(text)
	return len(words) == 2 && (slices.Contains(signatures, words[0]) || slices.Contains(signers, words[0])) &&
		isPerson(words[1])
}

// isPerson tells of a text that it can be a person's name: two to four Han.
func isPerson(text string) bool {
	n := utf8.RuneCountInString(text)
	return n >= 2 && n <= 4 && strings.TrimFunc(text, isHan) == ""
}

// isSignedLine tells of a line that people sign: a label with its colon stands
// in it, or labels and names and nothing else (审核 | 赵六). One that holds more
// is no such line: 审核：赵六 behind what a company was paid is a remark.
func (b *Body) isSignedLine(l Line, w contents) bool {
	if w.serials || w.coded || b.fillsAmount(l) {
		return false
	}
	cells := slices.DeleteFunc(slices.Clone(l.Cells), func(c calc.Cell) bool {
		return IsBlank(c.Text) && c.Kind <= calc.CellText
	})
	colons, persons, seals := 0, 0, 0
	for i, c := range cells {
		text := Fold(c.Text)
		switch label := i > 0 && isLabel(cells[i-1]); {
		case c.Kind == calc.CellText && strings.ContainsAny(c.Text, ":：") && (isSignature(text) || isSigner(text)):
			colons++
		case slices.Contains(seal, text) && b.RoleAt(c.Col) == RoleName:
			seals++
		case isLabel(c) && b.RoleAt(c.Col) <= RoleName:
		case isPerson(text) && label:
			persons++
		case label, isBareDate(text), b.RoleAt(c.Col) == RolePlace:
		case b.RoleAt(c.Col) == RoleName, colons+persons == 0:
			return false
		}
	}
	return colons > 0 || seals > 0 || persons > 0 && isLabel(cells[0])
}

// fillsAmount tells of a line that it has something of its own under an amount.
func (b *Body) fillsAmount(l Line) bool {
	for i, r := range b.roles {
		if r == RoleAmount && l.Fields[i].Row == l.Number && !IsNothing(l.Fields[i].Text) && isFigure(l.Fields[i]) {
			return true
		}
	}
	return false
}

// isLabel tells of a cell that it is a label of a signature and no more.
func isLabel(c calc.Cell) bool {
	if c.Kind != calc.CellText || len(c.Text) > 60 {
		return false
	}
	s := strings.TrimRight(Fold(c.Text), ":")
	rest, ok := afterLabel(s, signatures)
	if !ok {
		rest, ok = afterLabel(s, signers)
	}
	return ok && rest == ""
}
