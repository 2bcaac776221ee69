package notice

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/xuri/excelize/v2"

	"jiangbu/calc/written"
)

// filledIn is the empty register with these cells filled in.
func filledIn(t testing.TB, cells map[string]any) []byte {
	t.Helper()
	empty := writtenBytes(t, func(w io.Writer, _ Notice) error { return WriteRegister(w, testSettings(t)) }, Notice{})
	f, err := excelize.OpenReader(bytes.NewReader(empty))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for cell, value := range cells {
		if err := f.SetCellValue(registerSheet, cell, value); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestAnEmptyRegisterSaysWhatItIsAndHoldsNoObjection(t *testing.T) {
	book := opened(t, RegisterFile, filledIn(t, nil))
	if book.Output != "异议登记" {
		t.Errorf("it is %q", book.Output)
	}
	r, fs := ReadRegister(book)
	want := &Register{File: RegisterFile, From: written.Date{Year: 2024, Month: 10, Day: 8},
		To: written.Date{Year: 2024, Month: 10, Day: 12}, Days: 5}
	if diff := cmp.Diff(want, r); diff != "" || len(fs) > 0 {
		t.Errorf("%v (-want +got):\n%s", told(fs), diff)
	}
	f, err := excelize.OpenReader(bytes.NewReader(filledIn(t, nil)))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, cell := range []string{"A1", "A2"} {
		if text, err := f.GetCellValue(registerSheet, cell); err != nil || !strings.Contains(text, "不得公开") {
			t.Errorf("%s says %q (%v)", cell, text, err)
		}
	}
}

func TestARegisterIsReadAsAPersonFillsItIn(t *testing.T) {
	for _, c := range []struct {
		name  string
		cells map[string]any
		want  []Objection
		found []string
	}{
		{"a whole line", map[string]any{"A4": "2024-10-09", "B4": 7, "C4": "甲公司", "D4": "金额有误", "E4": "发票金额不符",
			"F4": "成立", "G4": "核减", "H4": "审计意见", "I4": "〔2024〕9号"},
			[]Objection{{Received: written.Date{Year: 2024, Month: 10, Day: 9}, Serials: []int{7}, Company: "甲公司",
				Kind:    "金额有误",
				Content: "发票金额不符", State: ObjectionUpheld, Handling: "核减", Ground: "审计意见", Document: "〔2024〕9号"}}, nil},
		{"a date as people write it, two numbers, no state yet", map[string]any{"A4": "2024年10月9日", "B4": "第3号、12"},
			[]Objection{{Received: written.Date{Year: 2024, Month: 10, Day: 9}, Serials: []int{3, 12},
				State: ObjectionOpen}}, nil},
		{"a serial number for a date", map[string]any{"A5": 45574, "C5": "甲公司", "F5": " 不成立 "},
			[]Objection{{Received: written.Date{Year: 2024, Month: 10, Day: 9}, Company: "甲公司",
				State: ObjectionRejected}}, nil},
		{"a state that nobody knows", map[string]any{"A4": "2024-10-09", "B4": 1, "F4": "部分成立"},
			[]Objection{{Received: written.Date{Year: 2024, Month: 10, Day: 9}, Serials: []int{1}, State: "部分成立"}},
			[]string{"objection/state 异议登记.xlsx:异议登记!F4 处理状态“部分成立”无法识别"}},
		{"a number that is none, and no date", map[string]any{"B4": "倒数第二"},
			[]Objection{{State: ObjectionOpen}},
			[]string{"objection/unknown-line 异议登记.xlsx:异议登记!B4 公示序号“倒数第二”在公示中不存在",
				"objection/date 异议登记.xlsx:异议登记!A4 收到日期（空）无法识别，没有核对是否在公示期内"}},
		{"below the lines that are drawn", map[string]any{"A99": "2024-10-09", "B99": 2},
			[]Objection{{Received: written.Date{Year: 2024, Month: 10, Day: 9}, Serials: []int{2},
				State: ObjectionOpen}}, nil},
	} {
		r, fs := ReadRegister(opened(t, RegisterFile, filledIn(t, c.cells)))
		if r == nil {
			t.Fatal(c.name, told(fs))
		}
		if diff := cmp.Diff(c.want, r.Objections, cmpopts.IgnoreFields(Objection{}, "Ref"),
			cmpopts.IgnoreUnexported(Objection{})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
		if diff := cmp.Diff(c.found, told(fs)); diff != "" {
			t.Errorf("%s: findings (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestAWorkbookWithoutItsHeadingsIsNoRegister(t *testing.T) {
	r, fs := ReadRegister(opened(t, RegisterFile, filledIn(t, map[string]any{"F3": "状态"})))
	if r != nil || len(fs) != 1 || fs[0].Code != "objection/no-table" {
		t.Error(r, told(fs))
	}
}
