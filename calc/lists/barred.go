package lists

import (
	"regexp"
	"slices"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/written"
)

// Excluded is one entry of a list of those who may not be awarded: 失信, 事故,
// 注销 and the like.
type Excluded struct {
	Ref      calc.Ref
	Code     string
	Name     string
	Kind     string       // as written
	From     written.Date // 列入
	Until    written.Date // 移出, 修复
	Document string
}

// Awarded is what others paid for the same thing: the province, a district.
type Awarded struct {
	Ref     calc.Ref
	Code    string
	Name    string
	Item    string // id
	Project string // as written
	Level   string
	Source  string // 资金来源 as written: 国家, 省, 县区
	Year    int    // 0 where it is not said
	Amount  *money.Yuan
}

// Barring is what claims are held against beside the lists of recognition.
type Barring struct {
	Policy    *calc.Policy
	AwardYear int
	Excluded  []Excluded
	Awarded   []Awarded
	Firms     []Firm       // those that have ended bar as an entry of their state
	Day       written.Date // the day of the decision, zero where nobody says
}

// Bar writes on the claims what the lists of exclusion and of awards made by
// others say of them, as the policy rules for each kind: a claim is held,
// refused, or a person is told. Bodies meet by their codes, and by their names
// only where one side has no code; near names never.
func Bar(q Barring, records []calc.Record) {
	b := barrer{Barring: q, excluded: newByBody(), awarded: newByBody(), branches: map[string][]int{},
		former: map[string][]string{}}
	for i := range q.Firms {
		f := &q.Firms[i]
		if f.Code != "" {
			b.former[f.Code] = append(b.former[f.Code], f.Former...)
		}
		if f.ended() != "" {
			b.Excluded = append(b.Excluded,
				Excluded{Ref: f.Ref, Code: f.Code, Name: f.Name, Kind: f.ended(), From: f.Since})
		}
	}
	b.Excluded = slices.DeleteFunc(slices.Clone(b.Excluded), func(x Excluded) bool {
		return clear.MatchString(written.Fold(x.Kind))
	})
	for i := range b.Excluded {
		b.excluded.add(b.Excluded[i].Code, b.Excluded[i].Name, i)
		if parent := parentOf(written.CompanyKey(b.Excluded[i].Name)); parent != "" {
			b.branches[parent] = append(b.branches[parent], i)
		}
	}
	for i := range b.Awarded {
		b.awarded.add(b.Awarded[i].Code, b.Awarded[i].Name, i)
	}
	for i := range records {
		b.exclude(&records[i])
		b.overlap(&records[i])
	}
}

// barrer is the lists by what identifies a body.
type barrer struct {
	Barring
	excluded, awarded byBody
	branches          map[string][]int    // entries of branches, by their parent's name
	former            map[string][]string // names that the register says a firm bore, by its code
}

// Clear is a kind that says that nothing stands against a firm.
const Clear = "正常"

// clear finds what a result of checking says of a firm that nothing stands against:
// 无失信记录, 未列入经营异常名录, 存续. 无证排污 and 未按期年报 are reasons.
var clear = regexp.MustCompile(`^(?:经查,?|经核查,?)?(?:否|无|没有|正常(?:经营)?|存续(?:\(.*\))?|在业|开业|在营(?:\(.*\))?|良好|合格|` +
	`未(?:发现|见|查到|查询到|列入|被列入).*|(?:无|没有|不存在)(?:不良|严重|一般|失信|违法|违规|异常|重大|安全|生产|环保|行政|处罚|事故|` +
	`信用|经营|相关|任何|记录|问题|情况|情形|信息|行为|名录|名单|等|、|和|及)+)$`)

// byBody finds the entries of a list that are of a body.
type byBody struct {
	byCode         map[string][]int
	byName, noCode map[string][]int // all that bear a name, and those of them that state no code
}

func newByBody() byBody { return byBody{map[string][]int{}, map[string][]int{}, map[string][]int{}} }

func (b byBody) add(code, name string, i int) {
	note := func(entries map[string][]int, key string) {
		if key != "" {
			entries[key] = append(entries[key], i)
		}
	}
	note(b.byCode, code)
	note(b.byName, written.CompanyKey(name))
	if code == "" {
		note(b.noCode, written.CompanyKey(name))
	}
}

// of are the entries that are of a claim's company, by its former names too.
func (b byBody) of(r *calc.Record, former []string) []int {
	key := written.CompanyKey(r.Company)
	if r.CreditCode == "" {
		return b.byName[key]
	}
	all := slices.Concat(b.byCode[r.CreditCode], b.noCode[key])
	for _, name := range former {
		all = append(all, b.noCode[written.CompanyKey(name)]...)
	}
	return all
}

func (b *barrer) exclude(r *calc.Record) {
	for _, i := range b.excluded.of(r, b.former[r.CreditCode]) {
		b.excludeBy(r, &b.Excluded[i])
	}
	for _, i := range b.excluded.byName[parentOf(written.CompanyKey(r.Company))] {
		x := &b.Excluded[i]
		addFinding(r, "exclusion/told", r.Company, x.Kind, x.Ref.String(), "列入的是其所属法人“"+x.Name+"”")
	}
	for _, i := range b.branches[written.CompanyKey(r.Company)] {
		x := &b.Excluded[i]
		addFinding(r, "exclusion/told", r.Company, x.Kind, x.Ref.String(), "列入的是其分支机构“"+x.Name+"”")
	}
}

// excludeBy is one entry that is of the claim's company.
func (b *barrer) excludeBy(r *calc.Record, x *Excluded) {
	kind, effect := b.Policy.Exclusion(x.Kind)
	since := "列入日期未写"
	if !x.From.IsZero() {
		since = x.From.String() + " 列入"
	}
	if x.Document != "" {
		since += "，" + x.Document
	}
	switch {
	case !x.Until.IsZero() && (b.Day.IsZero() || x.Until.Compare(b.Day) <= 0):
		addFinding(r, "exclusion/told", r.Company, kind, x.Ref.String(), "已于 "+x.Until.String()+" 移出或修复")
	case !b.Day.IsZero() && !x.From.IsZero() && x.From.Compare(b.Day) > 0:
		addFinding(r, "exclusion/told", r.Company, kind, x.Ref.String(), since+"，晚于决定日 "+b.Day.String())
	case effect == calc.BarTell:
		addFinding(r, "exclusion/told", r.Company, kind, x.Ref.String(), since)
	case effect == calc.BarRefuse:
		checked(r).Barred = "列入" + kind + "（" + since + "，见 " + x.Ref.String() + "），按本政策不予奖补"
	default:
		addFinding(r, "exclusion/listed", r.Company, kind, since, "见 "+x.Ref.String())
	}
}

// addFinding puts a finding on the company of a claim.
func addFinding(r *calc.Record, code calc.Code, args ...string) {
	r.Findings.Add(code, r.At(calc.ColCompany), args...)
}

// overlap holds a claim against what others paid for the same item: at the same
// level, where both say one, and for this year, where the table says one.
func (b *barrer) overlap(r *calc.Record) {
	if r.Item == "" {
		return
	}
	for _, i := range b.awarded.of(r, b.former[r.CreditCode]) {
		a := &b.Awarded[i]
		if a.Item != r.Item || a.Level != "" && r.Level != "" && a.Level != r.Level || a.Year != 0 &&
			a.Year != b.AwardYear {
			continue
		}
		source, effect := b.Policy.Overlap(a.Source)
		amount := ""
		if a.Amount != nil {
			amount = " " + a.Amount.String() + " 元"
		}
		said := a.Project + "已由" + source + "奖补" + amount + "（见 " + a.Ref.String() + "）"
		if effect.SetsAmounts() && !b.isSettled(r, a) {
			effect = calc.BarHold
		}
		switch effect {
		case calc.BarHighest, calc.BarDeduct:
			noteOther(r, calc.Other{Effect: effect, Source: source, Words: said, Where: a.Ref.String(),
				Amount: *a.Amount})
		case calc.BarTell:
			addFinding(r, "overlap/told", r.Company, a.Project, source, amount, a.Ref.String())
		case calc.BarRefuse:
			checked(r).Barred = said + "，按本政策不予奖补"
		default:
			addFinding(r, "overlap/awarded", r.Company, a.Project, source, amount, a.Ref.String())
		}
	}
}

// isSettled tells whether it is plain what was paid for what: an amount, of the
// same level, for the one thing of the company that the item counts.
func (b *barrer) isSettled(r *calc.Record, a *Awarded) bool {
	it, ok := b.Policy.Item(r.Item)
	return ok && it.Key == calc.KeyCompany && a.Amount != nil && a.Amount.Sign() > 0 &&
		(!it.HasLevels() || a.Level != "" && a.Level == r.Level)
}

// noteOther notes what others paid for a claim, once however often it is listed.
func noteOther(r *calc.Record, o calc.Other) {
	k := checked(r)
	again := func(p calc.Other) bool {
		return p.Effect == o.Effect && p.Source == o.Source && p.Amount.Equal(o.Amount)
	}
	if !slices.ContainsFunc(k.Others, again) {
		k.Others = append(k.Others, o)
	}
}
