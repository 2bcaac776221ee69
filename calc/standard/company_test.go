package standard

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
	"jiangbu/calc/written"
)

func TestACodeIsKeptWhereItMayBeOne(t *testing.T) {
	code := written.CompleteCode("91320700MA00000A")
	failing := code[:17] + string(written.CodeAlphabet[(strings.IndexByte(written.CodeAlphabet, code[17])+3)%31])
	for _, c := range []struct{ name, text, want string }{
		{"a code", code, code},
		{"in small letters and with blanks", " " + strings.ToLower(code[:8]) + " " + code[8:], code},
		{"one that fails its check is kept for a person", failing, failing},
		{"one with a letter that no code has is not", strings.Replace(code, "0700", "O7OO", 1), ""},
		{"one that is too short is not", code[:17], ""},
		{"a person's number is not", "11010519491231002X", ""},
		{"two codes are none", code + "、" + code, ""},
		{"nothing is none", "无", ""},
	} {
		records, _ := Standardise([]calc.Row{good(t, 6, "统一社会信用代码="+c.text)}, shorePolicy())
		if got := records[0].CreditCode; got != c.want {
			t.Errorf("%s: %q gives %q, want %q", c.name, c.text, got, c.want)
		}
	}
}

func TestTheSubjectAndItsDistrict(t *testing.T) {
	code := written.CompleteCode("91320700MA00000B")
	type subject struct {
		Code, District string
		Codes          []calc.Code
	}
	for _, c := range []struct {
		name string
		with []string
		want subject
	}{
		{"a code of the subject", []string{"对象统一社会信用代码=" + code}, subject{code, "东山县", nil}},
		{"one that does not hold is not used", []string{"对象统一社会信用代码=" + code[:17]},
			subject{"", "东山县", []calc.Code{"cell/subject-code"}}},
		{"the subject's district counts", []string{"对象所在县区=高新区"}, subject{"", "高新区", nil}},
		{"but not where it names the city alone", []string{"对象所在县区=海滨市"}, subject{"", "东山县", nil}},
		{"one that nobody knows is asked about", []string{"对象所在县区=西湖区"}, subject{"", "", []calc.Code{"cell/district"}}},
		{"several subjects of an item paid by the piece", []string{"奖补事项=软件产品", "认定名称或对象=甲软件；乙软件"},
			subject{"", "东山县", []calc.Code{"cell/several"}}},
		{"one certificate stands for them", []string{"奖补事项=软件产品", "认定名称或对象=甲软件；乙软件", "证书编号=RC-2023-0001"},
			subject{"", "东山县", nil}},
		{"several of an item that counts the company do not matter", []string{"认定名称或对象=甲车间；乙车间"},
			subject{"", "东山县", nil}},
	} {
		t.Run(c.name, func(t *testing.T) {
			records, _ := Standardise([]calc.Row{good(t, 6, c.with...)}, shorePolicy())
			got := subject{Code: records[0].SubjectCode, District: records[0].District}
			for _, f := range records[0].Findings {
				got.Codes = append(got.Codes, f.Code)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestACompanyThatIsFiledElsewhere(t *testing.T) {
	coded := func(district, sixth string) calc.Row {
		return good(t, 6, "县区="+district, "统一社会信用代码="+written.CompleteCode("91"+sixth+"MA00000A"))
	}
	p := shorePolicy()
	var own, other string // two districts with registrars of their own
	var ownCode, otherCode, without string
	for _, d := range p.Districts {
		switch {
		case len(d.Codes) == 0:
			without = d.Name
		case own == "":
			own, ownCode = d.Name, d.Codes[0]
		default:
			other, otherCode = d.Name, d.Codes[0]
		}
	}
	if other == "" || without == "" {
		t.Fatal("the policy has no two districts with registrars and one without")
	}
	for _, c := range []struct {
		name string
		row  calc.Row
		want []string
	}{
		{"registered where it is filed", coded(own, ownCode), nil},
		{"registered in another district", coded(own, otherCode), []string{"record/registered-elsewhere"}},
		{"registered with the city", coded(own, "320700"), nil},
		{"filed by a district without a registrar", coded(without, otherCode), nil},
	} {
		records, _ := Standardise([]calc.Row{c.row}, p)
		var got []string
		for _, f := range records[0].Findings {
			got = append(got, string(f.Code))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}
