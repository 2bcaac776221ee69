package notice

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAPaperIsItsAnnexes(t *testing.T) {
	paper := Paper{Title: "资金下达", Annexes: []Annex{
		{Label: "附件1", Note: "依据：某文〔2031〕1号", Table: Table{Title: "分配表",
			Columns: []Column{{"县区", 10, Centre}, {"项目数", 8, Centre}, {"金额(万元)", 12, Right}, {"备注", 8, Left}},
			Rows: []Row{{Kind: AwardRow, Cells: []string{"东区", "1", "40", "<甲>"}},
				{Kind: TotalRow, Cells: []string{"合计（1项，1家）", "", "40", ""}}}}},
		{Label: "附件2", Note: "按县区列出", Table: Table{Title: "明细表",
			Columns: []Column{{"单位名称", 20, Left}, {"金额(万元)", 12, Right}},
			Rows:    []Row{{Kind: AwardRow, Cells: []string{"甲有限公司", "40"}}}}}}}
	var first, again bytes.Buffer
	for _, b := range []*bytes.Buffer{&first, &again} {
		if err := WritePaperDOCX(b, paper); err != nil {
			t.Fatal(err)
		}
	}
	got := readDOCX(t, first.Bytes())
	want := content{Texts: []string{"附件1", "分配表", "依据：某文〔2031〕1号", "附件2", "明细表", "按县区列出"},
		Rows: [][]string{{"县区", "项目数", "金额(万元)", "备注"}, {"东区", "1", "40", "<甲>"}, {"合计（1项，1家）", "", "40", ""},
			{"单位名称", "金额(万元)"}, {"甲有限公司", "40"}}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if !bytes.Equal(first.Bytes(), again.Bytes()) {
		t.Error("the same paper gives other bytes")
	}
	if n := bytes.Count(unzip(t, first.Bytes())["word/document.xml"], []byte(`w:orient="landscape"`)); n != 2 {
		t.Errorf("%d sections lie across, want 2", n)
	}
}
