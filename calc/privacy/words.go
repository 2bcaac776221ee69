package privacy

import (
	"regexp"
	"strings"
)

// tellingWords name private data beside them. Value is the form of what stands
// behind the word; the words are matched longest first.
var tellingWords = []struct {
	kind  LeakKind
	words []string
	value string
}{
	{LeakIdentity, []string{"居民身份证", "身份证件", "身份证", "身份号码", "证件号码"}, number + `{6,}[Xx]?`},
	{LeakPassport, []string{"护照"}, `[A-Za-z]{1,2}` + number + `{6,}`},
	{LeakInsurance, []string{"社会保障号", "社保卡", "社保"}, number + `{6,}`},
	{LeakAccount, []string{"银行账户", "银行账号", "收款账户", "收款账号", "账户", "帐户", "账号", "帐号", "银行卡", "卡号"}, number + `{6,}`},
	{LeakBank, []string{"开户银行", "开户行"}, `[^\s:：,，;；。]{2,}(?:银行|支行|分行|信用社|营业部)[^\s,，;；。]*`},
	{LeakTelephone, []string{"联系电话", "联系方式", "固定电话", "移动电话", "办公电话", "电话", "手机", "传真", "座机"}, number + `{5,}`},
	{LeakMail, []string{"电子邮箱", "电子邮件", "邮箱", "邮件"}, `[^\s@]+@[^\s@]+`},
	{LeakMessenger, []string{"微信号", "微信", "QQ号", "QQ"}, `[A-Za-z0-9_][A-Za-z0-9_-]{4,}`},
	{LeakPlate, []string{"车牌号", "车牌", "车号"}, `\p{Han}?[A-Z][-·. ]?[A-Z0-9]{4,6}`},
}

// number is one digit of a number and what people write between digits.
const number = `(?:[0-9][-–—_./ ()*\\]{0,3})`

// namedBehindColon name private data only behind a colon or a blank: the words
// also stand in ordinary names (企业负责人培训).
var namedBehindColon = []struct {
	kind  LeakKind
	words []string
	value string
}{
	{LeakPerson, []string{"法定代表人", "法人代表", "法人姓名", "联系人", "负责人", "经办人", "填表人", "审核人", "财务主管", "姓名"},
		`\p{Han}[\p{Han}·*某]{1,5}`},
	{LeakAddress, []string{"家庭住址", "通讯地址", "联系地址", "注册地址", "住址", "住所", "地址"}, `[\p{Han}0-9A-Za-z#()-]{4,}`},
}

// tellers are the expressions of the words, with the value as their group.
var tellers = func() (all []teller) {
	for _, w := range tellingWords {
		all = append(all, teller{w.kind,
			regexp.MustCompile(`(?:` + strings.Join(w.words, "|") +
				`)(?:号码|号|为|是|账户|编号|[前后末尾][四六]?位?号?)?[:：,， (（]{0,3}(` + w.value + `)`)})
	}
	for _, w := range namedBehindColon {
		all = append(all, teller{w.kind,
			regexp.MustCompile(`(?:` + strings.Join(w.words, "|") + `)(?:为|是)?(?:[:：]| {1,3})\s*(` + w.value + `)`)})
	}
	return all
}()

// teller finds values behind the words of one kind.
type teller struct {
	kind  LeakKind
	value *regexp.Regexp
}

// told finds what telling words name, and gives the text without it.
func told(s string) (found []Leak, rest string) {
	for _, t := range tellers {
		s = t.value.ReplaceAllStringFunc(s, func(match string) string {
			value := t.value.FindStringSubmatch(match)[1]
			found = append(found, Leak{t.kind, mask(value), true})
			return strings.TrimSuffix(match, value) + "□"
		})
	}
	return found, s
}

// forms are values that tell what they are by their form alone. What is not
// sure has the form of a number that something else may bear, too.
var forms = []struct {
	kind  LeakKind
	sure  bool
	value *regexp.Regexp
}{
	{LeakMail, true, regexp.MustCompile(`[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+`)},
	{LeakTelephone, false, regexp.MustCompile(`(?:^|[^0-9A-Za-z〔(（-])(\(?0(?:10|2[0-9]|[3-9][0-9]{2})\)?[- ]?[2-8][0-9]{6,7})(?:$|[^0-9A-Za-z-])`)},
	{LeakTelephone, false, regexp.MustCompile(`(?:^|[^0-9A-Za-z-])(400[- ]?[0-9]{3}[- ]?[0-9]{4})(?:$|[^0-9A-Za-z-])`)},
	{LeakPassport, false, regexp.MustCompile(`(?:^|[^0-9A-Za-z-])([EG][A-HJ-NP-Z]?[0-9]{7,8})(?:$|[^0-9A-Za-z-])`)},
	{LeakPlate, false, regexp.MustCompile(`([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z]·?[A-HJ-NP-Z0-9]{5,6})(?:$|[^0-9A-Za-z〔(-])`)},
}

// byForm finds what tells itself by its form, and gives the text without it.
func byForm(s string) (found []Leak, rest string) {
	for _, f := range forms {
		s = f.value.ReplaceAllStringFunc(s, func(match string) string {
			groups := f.value.FindStringSubmatch(match)
			value := groups[len(groups)-1]
			found = append(found, Leak{f.kind, mask(value), f.sure})
			return strings.Replace(match, value, "□", 1)
		})
	}
	return found, s
}
