package report

import (
	"regexp"
	"strings"

	"jiangbu/calc/written"
)

// The opinions as people write them without the list. Whatever else stands in the
// cell leaves it unclear: 原则同意, 同意（待公示）, 核减5万元.
const (
	leadIn = `(?:经?(?:审核|审定|复核|核实|研究)[,，]?)?(?:符合(?:条件|政策|要求)[,，]?)?`
	paying = `(?:奖补|奖励|支持|补助|兑现|拨付|发放)`
)

var (
	granting = regexp.MustCompile(`^` + leadIn + `(?:支持|通过|同意` + paying + `?|` +
		`(?:同意|予以|给予|准予)(?:按(?:政策|标准|规定))?` + paying + `)$`)
	refusing = regexp.MustCompile(`^` + leadIn + `(?:不同意` + paying + `?|不予` + paying + `|不支持|不奖补|[不未]通过|` +
		`不符合(?:条件|政策|要求)?|驳回)$`)
	allowing = regexp.MustCompile(`^(.*?)[,，]?(?:按照?|核减[至为]|核定为?|调[减整][至为]|减至|` + paying + `)` +
		`([0-9][0-9,.]*(?:万元|元|万))整?` + paying + `?$`)
)

// opinionIn is the opinion that a text means, as the list has it, and the amount
// that it allows (同意，按5万元), "" for none; a text that means neither stays as it is.
func opinionIn(text string) (word, amount string) {
	said := strings.TrimRight(written.Fold(text), ".。;；!")
	if m := allowing.FindStringSubmatch(said); m != nil {
		said, amount = m[1], m[2]
	}
	switch {
	case granting.MatchString(said), amount != "" && (said == "" || granting.MatchString(said+"奖补")):
		return RuleGrant, amount
	case refusing.MatchString(said) && amount == "":
		return RuleRefuse, ""
	}
	return strings.Join(strings.Fields(text), ""), ""
}
