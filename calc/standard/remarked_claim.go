package standard

import (
	"regexp"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/written"
)

// remarkedSum finds the sum in a part of a remark that says nothing but what is
// to be awarded: 拟奖补20万元, 按20万元兑现, 金额改为20万. What else has a sum
// (总投资, 合同金额, 2022年已奖补) says more than these words.
var remarkedSum = regexp.MustCompile(`^(?:此项|该项|本项|本次|共|合计|实际|拟|应|可|给予|予以|同意|申请|申报|核定|建议|[市县区]里|[市县区]局|最终)*` +
	`(?:奖补|奖励|补助|补贴|兑现|扶持|支持|奖|金额|资金|标准|核定|申请|申报|建议|给予|按照?|以|调整?|改|为|是|到|成|计|[: ])*` +
	`((?:[0-9][0-9,.]*|[零一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟]+) ?(?:万元?|元))` +
	`(?:的?标准)?(?:进行|给予|予以)?(?:奖补|奖励|补助|补贴|兑现|核定|核算|计算?|执行|申报|支持)?$`)

// thousands are the separators of a number: 200,000.
var thousands = regexp.MustCompile(`,([0-9]{3})\b`)

func partsRemark(c rune) bool { return strings.ContainsRune(",;。()、\n", c) }

// remarkedClaim is the sum that the remark says is to be awarded, the last where
// it says several; nil where it says none, or a column has the sender's claim.
func (r *rowReader) remarkedClaim() (claimed *money.Yuan) {
	text := r.text(calc.ColRemark)
	if !strings.ContainsAny(text, "元万") || r.text(calc.ColClaimed) != "" {
		return nil
	}
	for _, part := range strings.FieldsFunc(thousands.ReplaceAllString(written.Fold(text), "$1"), partsRemark) {
		if sum := remarkedSum.FindStringSubmatch(part); sum != nil {
			cell := calc.Cell{Kind: calc.CellText, Text: sum[1]}
			claimed, _ = ReadAmount(cell, "", money.UnitNone, money.UnitNone, calc.Ref{})
		}
	}
	return claimed
}
