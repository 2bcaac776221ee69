package standard

import (
	"cmp"
	"slices"
	"strconv"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/written"
)

// Two files of one district are versions of one submission where most of what
// the smaller one says of a company and an item the other says too. What they
// say differently of one certification is held: neither file is the right one.

// filed is a company with an item in a file.
type filed struct{ company, item, district string }

// filedIn is where the records of one filed stand in one file.
type filedIn struct {
	file string
	at   []int
}

// pairOfFiles are two files of one district, in the order of the inputs.
type pairOfFiles struct{ district, first, second string }

// shared is what two files have in common.
type shared struct {
	count int          // of filed
	both  [][2]filedIn // what either says, wherever both do
}

// compareVersions finds the versions, and the claims that contradict between
// them.
func (b *batch) compareVersions() (seen calc.Findings) {
	sizes, several := b.filesByDistrict()
	if !several {
		return nil
	}
	pairs := map[pairOfFiles]*shared{}
	var order []pairOfFiles
	eachCollision(len(b.records), len(b.records), func(i int, tell func(uint64)) {
		if k, ok := b.filed(i); ok && len(sizes[k.district]) > 1 {
			tell(hashOf(k.district, k.company, k.item))
		}
	}, func(met []int) {
		for k, files := range b.byFile(met) {
			for n := range files[1:] {
				p := pairOfFiles{k.district, files[n].file, files[n+1].file}
				if pairs[p] == nil {
					pairs[p], order = &shared{}, append(order, p)
				}
				pairs[p].count++
				pairs[p].both = append(pairs[p].both, [2]filedIn{files[n], files[n+1]})
			}
		}
	})
	slices.SortFunc(order, func(x, y pairOfFiles) int {
		return cmp.Or(cmp.Compare(x.first, y.first), cmp.Compare(x.second, y.second),
			cmp.Compare(x.district, y.district))
	})
	for _, p := range order {
		s := pairs[p]
		first, second := sizes[p.district][p.first], sizes[p.district][p.second]
		if !versions(s.count, first, second) {
			continue
		}
		seen.Add("file/versions", calc.Ref{File: p.second}, p.first, strconv.Itoa(s.count),
			strconv.Itoa(first+second-2*s.count))
		for _, both := range s.both {
			b.contradictions(both[0].at, both[1].at)
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

// filed tells which company and item a record is about.
func (b *batch) filed(i int) (k filed, ok bool) {
	r := &b.records[i]
	k = filed{company: r.CreditCode, item: r.Item, district: r.District}
	if k.company == "" {
		k.company = b.keys[i]
	}
	return k, k.company != "" && k.item != ""
}

// filesByDistrict counts by district and file the companies with an item, where
// any district sent more than one file.
func (b *batch) filesByDistrict() (sizes map[string]map[string]int, several bool) {
	sizes = map[string]map[string]int{}
	for i := range b.records {
		r := &b.records[i]
		if sizes[r.District] == nil {
			sizes[r.District] = map[string]int{}
		}
		sizes[r.District][r.Source.File] = 0
		several = several || len(sizes[r.District]) > 1
	}
	if !several {
		return nil, false
	}
	counted := map[[2]string]map[filed]bool{}
	for i := range b.records {
		k, ok := b.filed(i)
		if !ok || len(sizes[k.district]) < 2 {
			continue
		}
		at := [2]string{k.district, b.records[i].Source.File}
		if counted[at] == nil {
			counted[at] = map[filed]bool{}
		}
		if !counted[at][k] {
			counted[at][k] = true
			sizes[at[0]][at[1]]++
		}
	}
	return sizes, true
}

// byFile parts records whose hashes meet by what they are about, and those of
// each by file, in the order of the records.
func (b *batch) byFile(met []int) map[filed][]filedIn {
	out := map[filed][]filedIn{}
	for _, i := range met {
		k, _ := b.filed(i)
		files, file := out[k], b.records[i].Source.File
		if n := len(files); n == 0 || files[n-1].file != file {
			files = append(files, filedIn{file: file})
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
