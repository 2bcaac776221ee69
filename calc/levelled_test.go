package calc

import "testing"

func TestALevelIsSaidOnceBeforeItsItem(t *testing.T) {
	for _, c := range []struct{ level, item, want string }{
		{"三星级", "星级上云企业", "三星级上云企业"}, {"省级", "绿色工厂", "省级绿色工厂"}, {"", "软件产品评估", "软件产品评估"},
		{"国家级", "级差", "国家级差"}, {"企业级", "重点工业互联网平台", "企业级重点工业互联网平台"},
	} {
		if got := Levelled(c.level, c.item); got != c.want {
			t.Errorf("%q and %q are %q, not %q", c.level, c.item, got, c.want)
		}
	}
}
