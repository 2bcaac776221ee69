package calc_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
	"jiangbu/calc/money"
)

func TestThePartsOfAPolicyAreFoundByTheirNames(t *testing.T) {
	p := townPolicy()
	item := func(id string) string {
		if it, ok := p.Item(id); ok {
			return it.Name
		}
		return "none"
	}
	clause := func(number string) string {
		if c, ok := p.Clause(number); ok {
			return "clause " + c.Number
		}
		return "none"
	}
	nature := func(name string) string {
		if n, ok := p.Nature(name); ok {
			return string(n.Kind)
		}
		return "none"
	}
	reading := func(name string) string {
		if rd, ok := p.Reading(name); ok {
			return string(rd.Effect)
		}
		return "none"
	}
	for _, c := range []struct {
		name      string
		got, want any
	}{
		{"the first item", item("plant"), "工厂"},
		{"the last item", item("task"), "任务"},
		{"an item that is none", item("工厂"), "none"},
		{"a clause", clause("三"), "clause 三"},
		{"a clause that is none", clause("四"), "none"},
		{"a nature", nature("复核"), "not-new"},
		{"a nature that is none", nature(""), "none"},
		{"a reading", reading("upgrade"), "prior"},
		{"a reading that is none", reading("prior"), "none"},
		{"the items of a clause, in their order", p.ItemsUnder("二"), []string{"firm", "product"}},
		{"the items of no clause", p.ItemsUnder("四"), []string(nil)},
		{"the rank of the lowest level", p.Rank("市级"), 1},
		{"the rank of the highest", p.Rank("国家级"), 3},
		{"no level ranks below all", p.Rank(""), -1},
		{"what governs a rule", p.Governing(calc.GovernsHighest), "附则"},
		{"what governs one that none names", p.Governing(calc.GovernsBudget), ""},
		{"an item with levels", p.Items[0].HasLevels(), true},
		{"one without", p.Items[3].HasLevels(), false},
		{"one without any award", p.Items[7].HasLevels(), false},
	} {
		if diff := cmp.Diff(c.want, c.got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestTheHeadingOfWhatAmountsStartFrom(t *testing.T) {
	cost, share := calc.Item{Form: calc.FormCost}, calc.Item{Form: calc.FormRate, Base: calc.Base{Name: "贷款额"}}
	floored := calc.Item{Form: calc.FormEach, Base: calc.Base{Name: "投资额"},
		Awards: []calc.Award{{Level: "省级"}, {Level: "国家级", Floor: wan(1)}}}
	fixed := calc.Item{Form: calc.FormFixed, Base: calc.Base{Name: "无关"}, Awards: []calc.Award{{Level: "省级"}}}
	for _, c := range []struct {
		name  string
		items []calc.Item
		want  string
	}{
		{"no item needs a base", []calc.Item{fixed}, "费用"},
		{"a fee without a name of its own", []calc.Item{cost}, "费用"},
		{"a share of what the policy names", []calc.Item{fixed, share}, "贷款额"},
		{"a floor asks for one", []calc.Item{floored}, "投资额"},
		{"each name once, in the order of the items", []calc.Item{share, cost, share, floored}, "贷款额、费用、投资额"},
	} {
		if got := (&calc.Policy{Items: c.items}).BaseHeading(); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestADistrictBearsWhatTheFirstLineThatReachesItSays(t *testing.T) {
	p := &calc.Policy{Shares: []calc.CountyShare{
		{County: rate("10%"), Districts: []string{"东区"}, Items: []string{"plant"}},
		{County: rate("20%"), Districts: []string{"东区", "西区"}},
		{County: rate("30%"), Items: []string{"plant", "firm"}}}}
	for _, c := range []struct{ name, district, item, want string }{
		{"its own line", "东区", "plant", "10%"},
		{"the line of the district, for another item", "东区", "firm", "20%"},
		{"the second district of a line", "西区", "plant", "20%"},
		{"the line of the item, for another district", "南区", "plant", "30%"},
		{"the second item of a line", "南区", "firm", "30%"},
		{"no line reaches it", "南区", "park", "0%"},
	} {
		if got := p.CountyShare(c.district, c.item).String(); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestWhatALimitCovers(t *testing.T) {
	p := townPolicy()
	p.Items[0].Office = "甲处"
	plant := &calc.Record{District: "东区", Clause: "一", Item: "plant"}
	nowhere := &calc.Record{District: "东区", Clause: "一", Item: "nothing"}
	for _, c := range []struct {
		name   string
		scope  calc.Scope
		of     string
		record *calc.Record
		want   bool
	}{
		{"the total covers all", calc.ScopeTotal, "", nowhere, true},
		{"its clause", calc.ScopeClause, "一", plant, true},
		{"another clause", calc.ScopeClause, "二", plant, false},
		{"its item", calc.ScopeItem, "plant", plant, true},
		{"another item", calc.ScopeItem, "firm", plant, false},
		{"its district", calc.ScopeDistrict, "东区", plant, true},
		{"another district", calc.ScopeDistrict, "西区", plant, false},
		{"the office in charge", calc.ScopeOffice, "甲处", plant, true},
		{"another office", calc.ScopeOffice, "乙处", plant, false},
		{"no office is in charge of what is no item", calc.ScopeOffice, "", nowhere, false},
		{"a scope that is none", "其他", "", plant, false},
	} {
		l := calc.BudgetLimit{Scope: c.scope, Name: c.of}
		if got := l.Covers(p, c.record); got != c.want {
			t.Errorf("%s: %t", c.name, got)
		}
	}
}

func TestTheMostThatAnItemCanPayForARecord(t *testing.T) {
	p := townPolicy()
	p.Items = append(p.Items,
		calc.Item{ID: "loan", Form: calc.FormRate, Awards: []calc.Award{{Level: "省级", Rate: rate("50%"), Ceiling: wan(5)},
			{Level: "国家级", Rate: rate("50%")}}},
		calc.Item{ID: "rising", Form: calc.FormFixed, Awards: []calc.Award{{Level: "省级", Amount: wan(1)},
			{Level: "国家级", Amount: wan(3)}, {Level: "市级", Amount: wan(2)}}})
	for _, c := range []struct {
		name   string
		record calc.Record
		want   string
	}{
		{"the amount of its level", calc.Record{Item: "plant", Level: "省级"}, "400000.00"},
		{"that of the highest, where the level is not known", calc.Record{Item: "rising"}, "30000.00"},
		{"a share without a base comes to its ceiling", calc.Record{Item: "loan", Level: "省级"}, "50000.00"},
		{"a share of a small base", calc.Record{Item: "loan", Level: "省级", Base: yuanOf(90000)}, "45000.00"},
		{"a share of a large one comes to the ceiling", calc.Record{Item: "loan", Level: "省级", Base: yuanOf(110000)},
			"50000.00"},
		{"a share without a ceiling", calc.Record{Item: "loan", Level: "国家级", Base: yuanOf(110000)}, "55000.00"},
		{"a share with neither base nor ceiling", calc.Record{Item: "loan", Level: "国家级"}, "none"},
		{"of several levels one without a limit is enough", calc.Record{Item: "loan"}, "none"},
		{"an approved sum is what was approved", calc.Record{Item: "task", Approved: yuanOf(7)}, "7.00"},
		{"or nothing that one could tell", calc.Record{Item: "task"}, "none"},
		{"what is no item", calc.Record{Item: "nothing"}, "none"},
	} {
		got := "none"
		if most, ok := p.Ceiling(&c.record); ok {
			got = most.String()
		}
		if got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestACellIsEmptyWhereThereIsNothingToRead(t *testing.T) {
	for _, c := range []struct {
		name string
		cell calc.Cell
		want bool
	}{
		{"no cell", calc.Cell{}, true},
		{"a text of nothing", calc.Cell{Kind: calc.CellText}, true},
		{"a text", calc.Cell{Kind: calc.CellText, Text: "甲"}, false},
		{"a formula without a result", calc.Cell{Kind: calc.CellNoValue}, false},
		{"a number", calc.Cell{Kind: calc.CellNumber, Text: "0"}, false},
	} {
		if got := c.cell.IsEmpty(); got != c.want {
			t.Errorf("%s: empty %t", c.name, got)
		}
	}
}

func TestAColumnOfARowStandsInItsCellOrNowhere(t *testing.T) {
	row := &calc.Row{Table: &calc.Table{File: "a.xlsx", Sheet: "表"}, Number: 5, Fields: []calc.Field{
		calc.FieldOf(calc.ColCompany, calc.Cell{Kind: calc.CellText, Row: 5, Col: 2, Text: "甲"}),
		calc.FieldOf(calc.ColDistrict, calc.Cell{Kind: calc.CellText, Row: 3, Col: 1, Text: "东区"}),
		calc.FieldOf(calc.ColItem, calc.Cell{Kind: calc.CellText, Text: "工厂"})}}
	record := &calc.Record{Row: row, Source: calc.Ref{File: "b.xlsx", Row: 9}}
	for _, c := range []struct{ name, got, want string }{
		{"its own cell", row.At(calc.ColCompany).String(), "a.xlsx:表!B5"},
		{"a merged cell stands above", row.At(calc.ColDistrict).String(), "a.xlsx:表!A3"},
		{"what the title states stands in the row", row.At(calc.ColItem).String(), "a.xlsx:表!5"},
		{"a column that is not there", row.At(calc.ColRemark).String(), "a.xlsx:表!5"},
		{"a place without a row", row.Place(0, 3).String(), "a.xlsx:表!5"},
		{"a place without a column", row.Place(3, 0).String(), "a.xlsx:表!5"},
		{"the column of a record", record.At(calc.ColCompany).String(), "a.xlsx:表!B5"},
		{"that of a record without a row", (&calc.Record{Source: record.Source}).At(calc.ColCompany).String(), "b.xlsx!9"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %s, want %s", c.name, c.got, c.want)
		}
	}
}

func TestAPriorAwardIsNamedByWhatItSays(t *testing.T) {
	award := calc.Prior{Year: 2022, CreditCode: codeOf("甲"), Item: "product", Amount: money.YuanOf(5000),
		Ref: calc.Ref{File: "去年.xlsx", Sheet: "表", Row: 3}}
	with := func(change func(*calc.Prior)) calc.Prior { a := award; change(&a); return a }
	for _, c := range []struct {
		name  string
		award calc.Prior
		want  string
	}{
		{"by its code where it has no name", award,
			"2022年度有相近的奖补：" + codeOf("甲") + " 软件产品 5,000.00 元（见 去年.xlsx:表!3），是否同一认定须核实"},
		{"by its name", with(func(a *calc.Prior) { a.Company, a.CreditCode = "甲", "" }),
			"2022年度有相近的奖补：甲 软件产品 5,000.00 元（见 去年.xlsx:表!3），是否同一认定须核实"},
		{"with its level", with(func(a *calc.Prior) { a.Company, a.Level = "甲", "省级" }),
			"2022年度有相近的奖补：甲 省级软件产品 5,000.00 元（见 去年.xlsx:表!3），是否同一认定须核实"},
		{"of a year that is not said", with(func(a *calc.Prior) { a.Year, a.Company = 0, "甲" }),
			"以前年度有相近的奖补：甲 软件产品 5,000.00 元（见 去年.xlsx:表!3），是否同一认定须核实"},
	} {
		r := calc.Decide(calc.Batch{Policy: townPolicy(), AwardYear: 2024, Prior: []calc.Prior{c.award},
			Records: claims(calc.Record{Item: "product", Subject: "甲软件", Certificate: "C1"})})
		var got []string
		for _, f := range r.Findings {
			got = append(got, f.Message())
		}
		if diff := cmp.Diff([]string{c.want}, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}
