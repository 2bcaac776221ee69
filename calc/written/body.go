package written

import (
	"regexp"
	"slices"
	"strings"
)

// nameEnds are the words that a name of a body ends in, beside bodyEnds: of
// partnerships, parks, authorities, and of the firms of one person.
var nameEnds = append(slices.Clone(bodyEnds), "集团", "企业", "联盟", "联合体", "政府", "基地", "管委", "委", "园", "馆", "矿", "港",
	"库", "关", "中学", "小学", "开发区", "园区", "新区", "高新区", "示范区", "集聚区", "保税区", "工业区", "产业区", "试验区", "发展区",
	"景区", "科技城", "兵团", "部", "室", "行", "坊", "铺", "庄", "厅", "吧", "超市", "门市", "酒家")

// nameParts stand in the name of a body whatever is written behind it.
var nameParts = []string{"公司", "集团", "合作社", "委员会"}

// What is written where a name is not known, not told or not meant, in a folded
// name: some words and masks (某某公司, XX有限公司), and what every body could be
// called by (测试企业, 第一批企业).
var (
	nobodies = []string{"某", "示例", "举例", "例如"}
	masked   = regexp.MustCompile(`(?:^|[^A-Z])X{2,}(?:[^A-Z]|$)|[×*○〇□△_]{2,}`)
	generic  = regexp.MustCompile(`^(?:(?:测试|试填|TEST|示例|样例|样本|示范|本|该|我|贵|其他|其它|各|全部|所有|有关|相关|企业|公司|单位|` +
		`无|暂无|请?填写|[A-Z\d]|第[\d一二三四五六七八九十]+[批家个户])+(?:有限|股份|责任)*)?(?:公司|企业|单位|集团|厂|名称|全称)$`)
)

// Of such a name, in bytes: longestGeneric bounds it, the common name is longer;
// shortestName is what a name without the end of one must have, four characters:
// 恒瑞医药, and not 张三.
const (
	longestGeneric = 36
	shortestName   = 12
)

// EndsAsBody tells of a text that it ends as the full names of bodies do.
func EndsAsBody(name string) bool { return endsAsBody(CompanyKey(name)) }

func endsAsBody(key string) bool {
	key = withoutAside(key)
	return slices.ContainsFunc(nameEnds, func(end string) bool { return strings.HasSuffix(key, end) }) ||
		slices.ContainsFunc(nameParts, func(part string) bool { return strings.Contains(key, part) })
}

// NamesNobody tells of a text that it stands where nobody is named, or is too
// short for a name: 某某公司, XX厂, 测试企业, 张三.
func NamesNobody(name string) bool {
	key := withoutAside(CompanyKey(name))
	return !endsAsBody(key) && hanBytes(key) < shortestName ||
		slices.ContainsFunc(nobodies, func(word string) bool { return strings.Contains(key, word) }) ||
		len(key) <= longestGeneric && generic.MatchString(key) ||
		(!IsFolded(key) || strings.ContainsAny(key, "X*_")) && masked.MatchString(key)
}

// hanBytes is how many bytes of a text are Chinese characters.
func hanBytes(s string) (n int) {
	for i := range s {
		if hanAt(s, i) {
			n += hanSize
		}
	}
	return n
}

// withoutAside is a folded name without what stands in brackets behind it.
func withoutAside(key string) string {
	if i := strings.LastIndexByte(key, '('); i > 0 && strings.HasSuffix(key, ")") {
		return key[:i]
	}
	return key
}
