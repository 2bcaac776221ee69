package calc_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
)

// coded are claims with the codes that they state, "" for none.
func coded(records []calc.Record, codes ...string) []calc.Record {
	records = claims(records...)
	for i, code := range codes {
		records[i].CreditCode = code
	}
	return records
}

func TestARecordWithoutACodeIsOfTheCompanyOfItsName(t *testing.T) {
	firm := func(company string) calc.Record { return calc.Record{Item: "firm", Company: company} }
	faulty := firm("甲")
	faulty.Findings = calc.Findings{calc.Found("cell/date", calc.Ref{})}
	warned := firm("甲")
	warned.Findings = calc.Findings{calc.Found("cell/subject-code", calc.Ref{}, "1", "2")}
	a, b := codeOf("甲"), codeOf("乙")
	wrong := a[:17] + string('0'+('9'-a[17])%10)
	for _, c := range []struct {
		name    string
		records []calc.Record
		want    []string
	}{
		{"of the one code that goes with it", coded([]calc.Record{firm("甲"), firm("甲")}, a, ""),
			[]string{"granted 20000.00", "duplicate by k1 0.00"}},
		{"in whichever order they stand", coded([]calc.Record{firm("甲"), firm("甲")}, "", a),
			[]string{"granted 20000.00", "duplicate by k1 0.00"}},
		{"written with other brackets", coded([]calc.Record{firm("甲（某市）厂"), firm("甲(某市)厂")}, a, ""),
			[]string{"granted 20000.00", "duplicate by k1 0.00"}},
		{"of either name of one code", coded([]calc.Record{firm("甲"), firm("乙"), firm("甲")}, a, a, ""),
			[]string{"granted 20000.00", "duplicate by k1 0.00", "duplicate by k1 0.00"}},
		{"another name is another company", coded([]calc.Record{firm("甲"), firm("丙")}, a, ""),
			[]string{"granted 20000.00", "granted 20000.00"}},
		{"a name with two codes stands for neither", coded([]calc.Record{firm("甲"), firm("甲"), firm("甲")}, a, b, ""),
			[]string{"granted 20000.00", "granted 20000.00", "granted 20000.00"}},
		{"two without a code are one by their name", coded([]calc.Record{firm("甲"), firm("甲")}, "", ""),
			[]string{"granted 20000.00", "duplicate by k1 0.00"}},
		{"what has an error teaches nothing", coded([]calc.Record{faulty, firm("甲")}, a, ""),
			[]string{"held cell/date 0.00", "granted 20000.00"}},
		{"what has a warning does", coded([]calc.Record{warned, firm("甲")}, a, ""),
			[]string{"granted 20000.00", "duplicate by k1 0.00"}},
		{"a code that does not hold is nobody's", coded([]calc.Record{firm("甲"), firm("乙")}, wrong, wrong),
			[]string{"granted 20000.00", "granted 20000.00"}},
		{"and leaves its company to its name", coded([]calc.Record{firm("甲"), firm("甲")}, wrong, ""),
			[]string{"granted 20000.00", "duplicate by k1 0.00"}},
	} {
		if diff := cmp.Diff(c.want, decided(t, calc.Batch{Records: c.records})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestACompanyIsCountedOnceHoweverItIsWritten(t *testing.T) {
	firm := func(company string) calc.Record {
		return calc.Record{Item: "product", Subject: company, Company: company}
	}
	a := codeOf("甲")
	for _, c := range []struct {
		name    string
		records []calc.Record
		want    int
	}{
		{"two names of one code", coded([]calc.Record{firm("甲"), firm("乙")}, a, a), 1},
		{"two codes", coded([]calc.Record{firm("甲"), firm("乙")}, a, codeOf("乙")), 2},
		{"a name with its code and the name alone, as payees", coded([]calc.Record{firm("甲"), firm("甲")}, a, ""), 2},
		{"one name twice, without a code", coded([]calc.Record{firm("甲"), firm("甲")}, "", ""), 1},
	} {
		for i := range c.records {
			c.records[i].Subject = c.records[i].Key // each a product of its own
		}
		r := calc.Decide(calc.Batch{Policy: townPolicy(), AwardYear: 2024, Records: c.records})
		if got := r.Totals.Districts[0].Companies; got != c.want {
			t.Errorf("%s: %d companies, want %d", c.name, got, c.want)
		}
		r.Records[0].CreditCode, r.Records[0].Company = codeOf("丁"), "丁" // as somebody may who made the result
		if fresh := calc.Sum(&calc.Result{Policy: r.Policy, Records: r.Records, Decisions: r.Decisions}); !cmp.Equal(
			calc.Sum(r).Districts, fresh.Districts) {
			t.Errorf("%s: the sums rest on records that were changed", c.name)
		}
	}
}

func TestAnEarlierAwardWithoutACodeHasTheOneThatGoesWithItsName(t *testing.T) {
	a, b := codeOf("甲"), codeOf("乙")
	paid := func(item, company, code, former string) calc.Prior {
		return calc.Prior{Year: 2022, Item: item, Company: company, CreditCode: code, FormerName: former, Amount: wan(2)}
	}
	for _, c := range []struct {
		name  string
		prior []calc.Prior
		want  string
	}{
		{"as another award says", []calc.Prior{paid("plant", "旧名", a, ""), paid("firm", "旧名", "", "")},
			"refused prior 0.00"},
		{"also one behind it", []calc.Prior{paid("firm", "旧名", "", ""), paid("plant", "旧名", a, "")},
			"refused prior 0.00"},
		{"also by its former name", []calc.Prior{paid("plant", "新名", a, "旧名"), paid("firm", "旧名", "", "")},
			"refused prior 0.00"},
		{"twice the same code", []calc.Prior{paid("plant", "旧名", a, ""), paid("chain", "旧名", a, ""),
			paid("firm", "旧名", "", "")}, "refused prior 0.00"},
		{"not where its name has two codes", []calc.Prior{paid("plant", "旧名", a, ""), paid("chain", "旧名", b, ""),
			paid("firm", "旧名", "", "")}, "granted 20000.00"},
		{"nor where a third is the first again", []calc.Prior{paid("plant", "旧名", a, ""), paid("chain", "旧名", b, ""),
			paid("park", "旧名", a, ""), paid("firm", "旧名", "", "")}, "granted 20000.00"},
		{"nor by another name", []calc.Prior{paid("plant", "别名", a, ""), paid("firm", "旧名", "", "")},
			"granted 20000.00"},
		{"nor one that has a code of its own", []calc.Prior{paid("plant", "旧名", a, ""), paid("firm", "旧名", b, "")},
			"granted 20000.00"},
		{"nor by a code that does not hold", []calc.Prior{paid("plant", "旧名", a[:17]+"?", ""), paid("firm", "旧名", "", "")},
			"granted 20000.00"},
		{"nor one that names nobody", []calc.Prior{paid("plant", "", a, ""), paid("firm", "", "", "")}, "granted 20000.00"},
	} {
		got := decided(t, calc.Batch{Records: claims(calc.Record{Item: "firm", Company: "甲"}), Prior: c.prior})
		if diff := cmp.Diff([]string{c.want}, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestTheNumberOfACertificateIsNoneThatAWholeListShares(t *testing.T) {
	shared := slices.Repeat([]string{"held record/certificate-shared 0.00"}, 2)
	apart := slices.Repeat([]string{"granted 400000.00"}, 2)
	for _, c := range []struct {
		name, certificate, document string
		want                        []string
	}{
		{"a number", "JS-2023-0017", "", shared},
		{"digits alone", "0017", "", shared},
		{"with other brackets and blanks", "（JS） 0017", "", shared},
		{"one that ends as a document's does", "GF0017号", "", shared},
		{"nothing", "", "", apart},
		{"the number of the document itself", "JS-2023-0017", "JS-2023-0017", apart},
		{"the number of a document, by its year in brackets", "苏工信〔2023〕17号", "", apart},
		{"the number of a document, by its year", "2023年第17号", "", apart},
		{"the number of a batch", "第17批", "", apart},
		{"words", "省级绿色工厂", "", apart},
	} {
		records := claims(calc.Record{Item: "plant", Level: "省级", Company: "甲"},
			calc.Record{Item: "plant", Level: "省级", Company: "乙"})
		for i := range records {
			records[i].Certificate, records[i].Document = c.certificate, c.document
		}
		if diff := cmp.Diff(c.want, decided(t, calc.Batch{Records: records})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}
