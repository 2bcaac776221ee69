package table

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc/written"
)

func TestASentenceIsSaidOfTheRowsThatItNames(t *testing.T) {
	row := func(number int, company, serial string) Listed { return Listed{number, company, serial} }
	numbered := []Listed{row(3, "连云港甲机械有限公司", "11"), row(4, "连云港乙机械有限公司", "12"),
		row(5, "连云港丙机械有限公司", "13"), row(8, "连云港丁机械有限公司", "14")}
	bare := []Listed{row(3, "连云港甲机械有限公司", ""), row(4, "连云港乙机械有限公司", ""),
		row(5, "连云港丙机械有限公司", ""), row(8, "连云港丁机械有限公司", "")}
	for _, c := range []struct {
		name, sentence string
		rows           []Listed
		want           []int
	}{
		{"a company by its name", "连云港乙机械有限公司已注销", bare, []int{1}},
		{"two companies", "连云港甲机械有限公司、连云港丁机械有限公司已注销", bare, []int{0, 3}},
		{"a company that is not there", "连云港戊机械有限公司已注销", bare, nil},
		{"a number by place", "第2家已停产", bare, []int{1}},
		{"a number by its column", "第12家已停产", numbered, []int{1}},
		{"a number that the column has not", "第2家已停产", numbered, nil},
		{"several numbers", "第1、3项暂缓", bare, []int{0, 2}},
		{"numbers from one to another", "第十一至十三号企业已停产", numbered, []int{0, 1, 2}},
		{"numbers of two kinds", "序号11、13-14已停产", numbered, []int{0, 2}},
		{"a number of a row below the line", "第4家已停产", bare, nil},
		{"a clause and a third party are no numbers", "根据第二条由第三方核实", bare, nil},
		{"a batch is no number", "第1批已兑现", bare, nil},
		{"all above", "注:以上企业均已兑现", bare, []int{0, 1, 2}},
		{"all below", "以下企业已兑现", bare, []int{3}},
		{"what those below are", "以下为2022年认定", bare, []int{3}},
		{"what stands below is not", "以下空白", bare, nil},
		{"the sheet", "本表已作废", bare, []int{0, 1, 2, 3}},
		{"a rule of the form", "注:已注销的企业不予奖补", bare, nil},
		{"a condition", "以上企业如有虚假,愿承担责任", bare, nil},
		{"several companies by their count", "以上3家均已停产", bare, []int{0, 1, 2}},
		{"what the rows contain", "以上信息真实有效", bare, nil},
		{"the form", "本表涂改无效", bare, nil},
		{"a draft", "本表为初稿,以正式文件为准", bare, []int{0, 1, 2, 3}},
		{"all companies of the sheet", "所列企业均已兑现", bare, []int{0, 1, 2, 3}},
		{"the policy's name is no condition", "以上企业按若干政策均已兑现", bare, []int{0, 1, 2}},
		{"以上 that begins no sentence", "30万元以上已兑现的不报", bare, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, saidOf(written.Fold(c.sentence), 7, c.rows)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
