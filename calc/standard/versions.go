package standard

import (
	"cmp"
	"maps"
	"slices"
	"strconv"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/written"
)

// Two files of one district are versions of one submission where most of what
// the smaller one says of a company and an item the other says too. What they
// say differently of one certification is held: neither file is the right one.

// filed is a company with an item in a district.
type filed struct{ company, item, district string }

// filedIn is where the records of one filed stand in one file.
type filedIn struct {
	file string
	at   []int
}

// pairOfFiles are two files of one district, in the order of the inputs.
type pairOfFiles struct{ district, first, second string }

// compareVersions finds the versions, and the claims that contradict between
// them.
func (b *batch) compareVersions() (seen calc.Findings) {
	sizes, pairs := map[[2]string]int{}, map[pairOfFiles][][2]filedIn{} // what either says, wherever both do
	for k, files := range b.filedByFile() {
		for n, f := range files {
			sizes[[2]string{k.district, f.file}]++
			if n > 0 {
				p := pairOfFiles{k.district, files[n-1].file, f.file}
				pairs[p] = append(pairs[p], [2]filedIn{files[n-1], f})
			}
		}
	}
	order := slices.SortedFunc(maps.Keys(pairs), func(x, y pairOfFiles) int {
		return cmp.Or(cmp.Compare(x.first, y.first), cmp.Compare(x.second, y.second),
			cmp.Compare(x.district, y.district))
	})
	for _, p := range order {
		both := len(pairs[p])
		first, second := sizes[[2]string{p.district, p.first}], sizes[[2]string{p.district, p.second}]
		if !versions(both, first, second) {
			continue
		}
		seen.Add("file/versions", calc.Ref{File: p.second}, p.first, strconv.Itoa(both),
			strconv.Itoa(first+second-2*both))
		for _, in := range pairs[p] {
			b.contradictions(in[0].at, in[1].at)
		}
	}
	return seen
}

// versions tells whether two files, of so many companies with an item each and
// so many in both, are versions of one submission. One row alone is a claim that
// was filed later, unless neither file says more.
func versions(both, first, second int) bool {
	return 2*both > min(first, second) && (both > 1 || max(first, second) == 1)
}

// filedByFile parts the records of the districts that sent more than one file by
// what they are about, and those of each by file, in the order of the records.
func (b *batch) filedByFile() map[filed][]filedIn {
	file, several := map[string]string{}, map[string]bool{}
	for i := range b.records {
		district, in := b.records[i].District, b.records[i].Source.File
		if first, met := file[district]; !met {
			file[district] = in
		} else if first != in {
			several[district] = true
		}
	}
	out := map[filed][]filedIn{}
	if len(several) == 0 {
		return out
	}
	for i := range b.records {
		r := &b.records[i]
		k := filed{b.company(i), r.Item, r.District}
		if k.company == "" || k.item == "" || !several[k.district] {
			continue
		}
		files := out[k]
		if n := len(files); n == 0 || files[n-1].file != r.Source.File {
			files = append(files, filedIn{file: r.Source.File})
		}
		last := &files[len(files)-1]
		last.at = append(last.at, i)
		out[k] = files
	}
	return out
}

// contradictions holds the claims of two versions that are one certification and
// say different things of it. What both say alike is set off first.
func (b *batch) contradictions(first, second []int) {
	var left []int
	second = slices.Clone(second)
	for _, i := range first {
		same := slices.IndexFunc(second, func(j int) bool {
			x, y := &b.records[i], &b.records[j]
			return subjectKey(x) == subjectKey(y) && b.differs(x, y) == ""
		})
		if same >= 0 {
			second = slices.Delete(second, same, same+1)
		} else {
			left = append(left, i)
		}
	}
	lone := len(left) == 1 && len(second) == 1
	for _, i := range left {
		b.contradict(i, second, lone)
	}
	for _, j := range second {
		b.contradict(j, left, lone)
	}
}

// contradict puts on a record what the other version says of it.
func (b *batch) contradict(i int, others []int, lone bool) {
	r := &b.records[i]
	for _, j := range others {
		o := &b.records[j]
		if !b.oneCertification(r, o, lone) {
			continue
		}
		if why := b.differs(r, o); why != "" {
			f := calc.Found("record/versions-differ", r.At(calc.ColCompany), r.Company, why, o.Source.String())
			f.With = []string{o.Key}
			b.told = append(b.told, told{i, f})
			return
		}
	}
}

// oneCertification tells whether two claims of a company and an item, one in
// each version, are meant for the same certification: what counts by the company
// always is, the others where their object or certificate says so, or where
// nothing else is left that either could be.
func (b *batch) oneCertification(x, y *calc.Record, lone bool) bool {
	it, _ := b.policy.Item(x.Item)
	p, q := written.CompanyKey(x.Certificate), written.CompanyKey(y.Certificate)
	switch s, t := subjectKey(x), subjectKey(y); {
	case it.Key == calc.KeyCompany, s == t:
		return true
	case p != "" && q != "":
		return p == q
	default:
		return lone
	}
}

// differs says in what two claims of one certification differ, "" for nothing
// that decides. What only one of them states is no difference.
func (b *batch) differs(x, y *calc.Record) string {
	it, _ := b.policy.Item(x.Item)
	against, other := spokenAgainst(x), spokenAgainst(y)
	switch {
	case against == "" && other != "":
		return "另一份写明“" + other + "”"
	case against != "" && other == "":
		return "写明“" + against + "”，另一份没有"
	case x.Nature != y.Nature:
		return "认定类型为“" + x.Nature + "”，另一份为“" + y.Nature + "”"
	case x.Level != y.Level && x.Level != "" && y.Level != "":
		return "级别为“" + x.Level + "”，另一份为“" + y.Level + "”"
	case datesDiffer(x.Recognised, y.Recognised):
		return "认定日期为 " + x.Recognised.String() + "，另一份为 " + y.Recognised.String()
	case it.Key != calc.KeyCompany && subjectKey(x) != subjectKey(y):
		return "对象为“" + x.Subject + "”，另一份为“" + y.Subject + "”"
	case amountsDiffer(x.Base, y.Base):
		return it.BaseName() + "为 " + x.Base.String() + " 元，另一份为 " + y.Base.String() + " 元"
	case amountsDiffer(x.Approved, y.Approved):
		return "核定金额为 " + x.Approved.String() + " 元，另一份为 " + y.Approved.String() + " 元"
	}
	return ""
}

// spokenAgainst is a text on the row by which a claim is not to be paid: 作废.
func spokenAgainst(r *calc.Record) string {
	for _, f := range r.Findings {
		switch f.Code {
		case "record/stop", "record/not-recognised", "record/remark", "record/nature-differs":
			return written.Display(f.Args[0])
		}
	}
	return ""
}

// datesDiffer tells of two dates that cannot be one, the one perhaps written less
// fully than the other.
func datesDiffer(x, y written.Date) bool {
	differ := func(m, n int) bool { return m != n && m != 0 && n != 0 }
	return differ(x.Year, y.Year) || differ(x.Month, y.Month) || differ(x.Day, y.Day)
}

func amountsDiffer(x, y *money.Yuan) bool { return x != nil && y != nil && !x.Equal(*y) }
