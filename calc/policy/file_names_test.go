package policy

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc/standard"
)

func TestTheNameOfAFileThatSaysStopIsToldFromOneThatSaysHowItWasMade(t *testing.T) {
	p, _ := builtIn(t, "lyg-2024")
	v := standard.NewVocabulary(p)
	for _, c := range []struct {
		want  bool
		names []string
	}{
		{true, []string{"海州区-作废", "海州区（作废）", "作废", "海州区-不予奖补名单", "海州区已兑现", "海州区待核实", "已注销企业", "重复报送",
			"海州区（暂缓）", "放弃申报企业"}},
		{false, []string{"海州区", "灌南县-附件1（最新）(2)", "海州区2024年奖补项目摸排表（盖章版）", "东海县关于兑现2023年度奖补资金的请示附件",
			"开发区-已审核", "海州区（终稿）", "连云区-修改后", "赣榆区补充报送", "海州区-第二次报送", "海州区（已复核）", "海州区-拟奖补名单",
			"海州区 已核实", "海州区-未盖章", "补报", "2023年绿色工厂", "海州区（复核）", "公示名单", "海州区-培育", "无重复", "2024年奖补申报表",
			"海州区最终版（已确认）", "市直-0815", "新建文件夹", "报送", "报送/海州区", "."}},
	} {
		for _, name := range c.names {
			if diff := cmp.Diff(c.want, v.Stops(name)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", name, diff)
			}
		}
	}
}
