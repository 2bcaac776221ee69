package written

import (
	"regexp"
	"slices"
	"strings"
)

// nameEnds are the words that a name of a body ends in, beside bodyEnds: of
// partnerships, parks, authorities, and of the firms of one person.
var nameEnds = append([]string{"集团", "企业", "联盟", "联合体", "政府", "基地", "管委", "委", "园", "馆", "矿", "港", "库", "关",
	"中学", "小学", "开发区", "园区", "新区", "高新区", "示范区", "集聚区", "保税区", "工业区", "产业区", "试验区", "发展区", "景区", "科技城", "兵团",
	"部", "室", "行", "坊", "铺", "庄", "厅", "吧", "超市", "门市", "酒家"}, bodyEnds...)

// nameParts stand in the name of a body whatever is written behind it.
var nameParts = []string{"公司", "集团", "合作社", "委员会"}

// nobody is what is written where a name is not known, not told or not meant, in a
// folded name: 某某公司, XX有限公司, 测试企业, 第一批企业.
var nobody = regexp.MustCompile(`某|示例|举例|例如|(?:^|[^A-Z])X{2,}(?:[^A-Z]|$)|[×*○〇□△_]{2,}|` +
	`^(?:(?:测试|试填|TEST|示例|样例|样本|示范|本|该|我|贵|其他|其它|各|全部|所有|有关|相关|企业|公司|单位|[A-Z\d]|` +
	`第[\d一二三四五六七八九十]+[批家个户])+(?:有限|股份|责任)*)?(?:公司|企业|单位|集团|厂|名称|全称)$`)

// IsBody tells of a text that it can be the name of a body: it ends as such names
// do, and is not what stands where nobody is named.
func IsBody(name string) bool {
	key := CompanyKey(name)
	if i := strings.LastIndexByte(key, '('); i > 0 && strings.HasSuffix(key, ")") {
		key = key[:i]
	}
	named := slices.ContainsFunc(nameEnds, func(end string) bool { return strings.HasSuffix(key, end) }) ||
		slices.ContainsFunc(nameParts, func(part string) bool { return strings.Contains(key, part) })
	return named && !nobody.MatchString(key)
}
