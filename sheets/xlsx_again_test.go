package sheets

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/sheets/sheettest"
)

// A sheet too large to be kept is read again at each pass and says the same.
func TestASheetThatIsNotKeptSaysTheSame(t *testing.T) {
	parts, err := sheettest.Parts("# a\n" + strings.Repeat("x\t1\n", 50_000) + "# b\ny\n")
	if err != nil {
		t.Fatal(err)
	}
	var data bytes.Buffer
	if err := sheettest.WriteParts(&data, parts); err != nil {
		t.Fatal(err)
	}
	said := func(keep int) (lines []string) {
		c, r := openBytes(data.Bytes())
		if r != nil {
			t.Fatal(r)
		}
		sheets, r := readXLSX(c, keep)
		if r != nil {
			t.Fatal(r)
		}
		for _, s := range sheets {
			for range 2 {
				s.Rows(func(l Line) bool { lines = append(lines, fmt.Sprint(s.Name, l)); return l.Number < 40_000 })
			}
		}
		return lines
	}
	want := said(SurveyLimits.rowLog())
	for _, keep := range []int{0, 100_000} {
		if diff := cmp.Diff(want, said(keep)); diff != "" || len(want) != 80_002 {
			t.Errorf("kept %d bytes, %d lines: %s", keep, len(want), diff)
		}
	}
}
