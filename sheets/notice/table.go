package notice

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"jiangbu/calc"
)

// The headings that the program looks at; the others are only printed.
const (
	codeColumn        = "统一社会信用代码"
	certificateColumn = "依据文号"
	entitledColumn    = "应奖金额" // and the unit
)

// reportColumn is where a published column stands in 奖补明细.
var reportColumn = map[string]int{
	"县区": atDistrict, "单位名称": atCompany, codeColumn: atCode, "奖补事项": atItem, "认定级别": atLevel,
	certificateColumn: atCertificate, "备注": atSubject,
}

// columns are those of the table, at their narrowest; what was due has one where
// an award is short of it. Nothing else of a report
// is published.
func columns(s Settings, amount string, short bool) []Column {
	all := []Column{{"序号", 4, Centre}, {"县区", 6, Centre}, {"单位名称", 12, Left}}
	if s.CreditCode {
		all = append(all, Column{codeColumn, 20, Centre})
	}
	all = append(all, Column{"奖补事项", 10, Left}, Column{"认定级别", 6, Centre}, Column{certificateColumn, 8, Left},
		Column{amount, 8, Right})
	if short {
		all = append(all, Column{entitledColumn + "（" + string(s.Amounts) + "）", 8, Right})
	}
	return append(all, Column{"备注", 4, Left})
}

// makeTable orders the lines, numbers them and adds the sums.
func makeTable(s Settings, p *calc.Policy, lines []calc.AwardLine, text wording) Table {
	t := Table{Title: text.table, Amounts: s.Amounts, Columns: columns(s, text.amount, shortfalls(p, lines).lines > 0)}
	o := newOrder(p, lines)
	lines = slices.Clone(lines)
	slices.SortStableFunc(lines, o.by(s.By))
	key := groupings[s.By].key
	for group := range calc.Runs(lines, func(a, b *calc.AwardLine) bool { return key(a) == key(b) }) {
		t.addGroup(s, p, o, group)
	}
	t.addSum(TotalRow, 0, "合计", lines)
	t.fit()
	t.Districts, t.Clauses = presentDistricts(p, lines), presentClauses(p, lines)
	return t
}

// addGroup adds the lines of one clause, district or company, and their sum: a
// company's only where it has more than one line.
func (t *Table) addGroup(s Settings, p *calc.Policy, o *order, group []calc.AwardLine) {
	number := 1
	if len(t.Rows) > 0 {
		number = t.Rows[len(t.Rows)-1].Group + 1
	}
	for i := range group {
		t.addLine(s, p, o, number, &group[i])
	}
	if s.By != ByCompany || len(group) > 1 {
		t.addSum(SubtotalRow, number, groupings[s.By].name(p, &group[0])+" 小计", group)
	}
}

// addLine adds one award. Of a person only the employer and the amount are
// published.
func (t *Table) addLine(s Settings, p *calc.Policy, o *order, group int, l *calc.AwardLine) {
	// 依据文号 is the document that recognised; a certificate stands in for it.
	certificate, remark := plain(cmp.Or(l.Document, l.Certificate)), plain(l.Subject)
	if it, ok := p.Item(l.Item); !ok || it.Counted == person {
		certificate, remark = "", ""
	}
	o.serial++
	cells := []string{strconv.Itoa(o.serial), plain(l.District), shown(l.Company)}
	if s.CreditCode {
		cells = append(cells, plain(l.CreditCode))
	}
	cells = append(cells, itemText(l), plain(l.Level), certificate, t.Amounts.text(l.Amount))
	if len(t.Columns) > len(cells)+1 {
		cells = append(cells, t.Amounts.text(l.Entitled))
	}
	cells = append(cells, remark)
	t.Rows = append(t.Rows, Row{Kind: AwardRow, Cells: cells, Group: group, District: plain(l.District),
		Clause: l.Clause, Item: o.items[l.Item] + len(p.Items), Rank: p.Rank(l.Level),
		Place: o.districts[l.District] + len(p.Districts), Company: o.companies[l.CompanyKey()], Amount: l.Amount,
		Entitled: l.Entitled, At: l.Ref})
}

// addSum adds a subtotal or the total: a label with the number of awards and
// companies, and the amount.
func (t *Table) addSum(kind RowKind, group int, label string, lines []calc.AwardLine) {
	r := Row{Kind: kind, Cells: make([]string, len(t.Columns)), Label: label, Group: group, Amount: sum(lines)}
	r.Cells[0] = fmt.Sprintf("%s（%d项，%d家）", label, len(lines), companies(lines))
	r.Cells[t.amountColumn()] = t.Amounts.text(r.Amount)
	t.Rows = append(t.Rows, r)
}

// groupings are what the lines of a group have in common in each order, and what
// its subtotal is called.
var groupings = map[By]struct {
	key  func(*calc.AwardLine) string
	name func(*calc.Policy, *calc.AwardLine) string
}{
	ByClause: {func(l *calc.AwardLine) string { return l.Clause },
		func(p *calc.Policy, l *calc.AwardLine) string { return clauseName(p, l.Clause) }},
	ByDistrict: {func(l *calc.AwardLine) string { return l.District },
		func(_ *calc.Policy, l *calc.AwardLine) string { return plain(l.District) }},
	ByCompany: {(*calc.AwardLine).CompanyKey,
		func(_ *calc.Policy, l *calc.AwardLine) string { return shown(l.Company) }},
}

// clauseName is a clause as the table names it: （三）加快企业数字化.
func clauseName(p *calc.Policy, number string) string {
	name := "（" + number + "）"
	if c, ok := p.Clause(number); ok {
		name += c.Title
	}
	return name
}

// order knows the place of everything the table is ordered by. Published
// orders follow the policy, never an alphabet that reads names wrongly.
type order struct {
	policy    *calc.Policy
	clauses   map[string]int
	items     map[string]int
	districts map[string]int
	companies map[string]int // by first appearance, district by district
	serial    int            // 序号 given last
}

func newOrder(p *calc.Policy, lines []calc.AwardLine) *order {
	o := &order{policy: p, clauses: map[string]int{}, items: map[string]int{}, districts: map[string]int{},
		companies: map[string]int{}}
	for i := range p.Clauses {
		o.clauses[p.Clauses[i].Number] = i - len(p.Clauses)
	}
	for i := range p.Items {
		o.items[p.Items[i].ID] = i - len(p.Items)
	}
	for i := range p.Districts {
		o.districts[p.Districts[i].Name] = i - len(p.Districts)
	}
	sorted := slices.Clone(lines)
	slices.SortStableFunc(sorted, func(a, b calc.AwardLine) int {
		return cmp.Or(cmp.Compare(o.districts[a.District], o.districts[b.District]), cmp.Compare(a.Serial, b.Serial))
	})
	for i := range sorted {
		if k := sorted[i].CompanyKey(); o.companies[k] == 0 {
			o.companies[k] = len(o.companies) + 1
		}
	}
	return o
}

// by is the comparison of an order. Within a group the policy's order of
// items, levels from the top and districts decides, then the report's own.
func (o *order) by(by By) func(a, b calc.AwardLine) int {
	return func(a, b calc.AwardLine) int {
		district := cmp.Compare(o.districts[a.District], o.districts[b.District])
		item := cmp.Or(cmp.Compare(o.clauses[a.Clause], o.clauses[b.Clause]), cmp.Compare(a.Clause, b.Clause),
			cmp.Compare(o.items[a.Item], o.items[b.Item]), cmp.Compare(a.Item, b.Item),
			cmp.Compare(o.policy.Rank(b.Level), o.policy.Rank(a.Level)), cmp.Compare(a.Level, b.Level))
		company := cmp.Compare(o.companies[a.CompanyKey()], o.companies[b.CompanyKey()])
		last := cmp.Compare(a.Serial, b.Serial)
		switch by {
		case ByDistrict:
			return cmp.Or(district, cmp.Compare(a.District, b.District), item, company, last)
		case ByCompany:
			return cmp.Or(company, item, last)
		}
		return cmp.Or(item, district, company, last)
	}
}

// presentDistricts lists the districts that the table has, in the policy's order.
func presentDistricts(p *calc.Policy, lines []calc.AwardLine) []string {
	return slices.DeleteFunc(p.DistrictNames(), func(name string) bool {
		return !slices.ContainsFunc(lines, func(l calc.AwardLine) bool { return l.District == name })
	})
}

// presentClauses lists the clauses that the table has, in the policy's order.
func presentClauses(p *calc.Policy, lines []calc.AwardLine) []Clause {
	there := calc.Those(p.Clauses, func(c *calc.Clause) bool {
		return slices.ContainsFunc(lines, func(l calc.AwardLine) bool { return l.Clause == c.Number })
	})
	return calc.Mapped(there, func(c *calc.Clause) Clause { return Clause{c.Number, clauseName(p, c.Number)} })
}
