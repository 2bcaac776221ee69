package report

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/written"
)

// maxNearNames is how many names are suggested where nothing is found.
const maxNearNames = 5

// Find looks a query up in a report: a place (file:sheet!row), a record key or
// credit code, a name or part of one. The most exact kind that finds anything
// counts. Where nothing is found, near are the names most like the query.
func (r *Report) Find(query string) (found []*Record, near []string) {
	query = strings.Trim(query, "'\"‘’“”") // Windows hands single quotes on
	for _, is := range []func(*Record) bool{byPlace(query), byCode(query), byName(query), byPart(query)} {
		if found = calc.Those(r.Records, is); len(found) > 0 {
			return found, nil
		}
	}
	return nil, nearNames(r, query)
}

// byPlace meets a record by its row, written as findings write it
// (file:sheet!C6) or as the report does (file!sheet!6); the folder in front of
// the file's name may be left out.
func byPlace(query string) func(*Record) bool {
	i := strings.LastIndex(query, "!")
	if i < 0 {
		return func(*Record) bool { return false }
	}
	row := strings.TrimLeft(query[i+1:], "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz$")
	front := query[:i]
	return func(r *Record) bool {
		at := r.Record.Source
		names := func(file string) bool { return front == file+":"+at.Sheet || front == file+"!"+at.Sheet }
		return row == (calc.Ref{Row: at.Row}).Cell() && (names(at.File) || names(path.Base(at.File)))
	}
}

// leastCode is how much of a credit code tells companies apart; of its end, which
// people read out, less does.
const (
	leastCode    = 8
	leastCodeEnd = 4
)

// byCode meets a record by its key, or by a credit code or the first or last
// part of one.
func byCode(query string) func(*Record) bool {
	code := written.FoldCode(query)
	isCode := len(code) >= leastCodeEnd && strings.ContainsAny(code, "0123456789") &&
		strings.Trim(code, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
	part := func(of string) bool {
		return isCode && (strings.HasSuffix(of, code) || len(code) >= leastCode && strings.HasPrefix(of, code))
	}
	return func(r *Record) bool {
		return r.Key == strings.TrimSpace(query) || part(r.CreditCode) || part(r.SubjectCode)
	}
}

// byName meets a record by the whole name of its company or of what was
// recognised.
func byName(query string) func(*Record) bool {
	key := written.CompanyKey(query)
	return func(r *Record) bool {
		return slices.ContainsFunc(names(r), func(n string) bool { return key != "" && written.CompanyKey(n) == key })
	}
}

// byPart meets a record by part of a name or of a certificate's number.
func byPart(query string) func(*Record) bool {
	key := written.CompanyKey(query)
	return func(r *Record) bool {
		return slices.ContainsFunc(append(names(r), r.Certificate, r.Document),
			func(n string) bool { return key != "" && strings.Contains(written.CompanyKey(n), key) })
	}
}

// names are the names that a record goes by.
func names(r *Record) []string { return []string{r.Company, r.FormerName, r.Subject} }

// nearNames are the names of a report that a query may have meant, the nearest
// first.
func nearNames(r *Report, query string) []string {
	key := []rune(written.CompanyKey(query))
	type candidate struct {
		name string
		far  int
	}
	var list []candidate
	seen := map[string]bool{}
	for i := range r.Records {
		for _, n := range names(&r.Records[i]) {
			if n == "" || seen[n] {
				continue
			}
			seen[n] = true
			if far := apart(key, []rune(written.CompanyKey(n))); far <= 1+len(key)/3 && far < len(key) {
				list = append(list, candidate{n, far})
			}
		}
	}
	slices.SortStableFunc(list, func(a, b candidate) int { return cmp.Compare(a.far, b.far) })
	var near []string
	for _, c := range list[:min(len(list), maxNearNames)] {
		near = append(near, c.name)
	}
	return near
}

// apart is how many characters have to change for the query to stand somewhere
// in the name.
func apart(query, name []rune) int {
	row := make([]int, len(query)+1) // distance of query[:i] to the best part of the name that ends here
	for i := range row {
		row[i] = i
	}
	best := row[len(query)]
	for _, c := range name {
		diagonal := row[0]
		for i, q := range query {
			change := diagonal
			if q != c {
				change++
			}
			diagonal, row[i+1] = row[i+1], min(change, row[i]+1, row[i+1]+1)
		}
		best = min(best, row[len(query)])
	}
	return best
}
