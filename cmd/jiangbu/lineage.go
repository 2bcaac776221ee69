package main

import (
	"crypto/sha256"
	"fmt"
	"path/filepath"

	"jiangbu/calc"
	"jiangbu/cmd/internal/console"
)

// sideInputFiles lists, with their hashes, the files that a run rests on beside
// the submissions, in the order in which the report prints them; budget and
// accounts are those of its sheets and of the files of earlier awards.
func (o *runOptions) sideInputFiles(s *console.Console, budget []calc.SheetAccount,
	accounts map[string][]calc.SheetAccount) ([]calc.BesideFile, error) {
	var list []calc.BesideFile
	for _, p := range []struct{ use, name string }{{"政策数据", o.policy}, {"比较的政策", o.whatIf}} {
		if p.use != "政策数据" && p.name == "" {
			continue
		}
		policy, err := policySource(s, p.name)
		if err != nil {
			return nil, err
		}
		list = append(list, calc.BesideFile{Use: p.use, File: filepath.Base(filepath.FromSlash(policy.name)),
			SHA256: fmt.Sprintf("%x", sha256.Sum256(policy.data))})
	}
	rest := []calc.BesideFile{{Use: "年度设置", File: o.settingsFile}}
	if !looksLikeAmount(o.budget) {
		rest = append(rest, calc.BesideFile{Use: "预算", File: o.budget, Sheets: budget})
	}
	for _, path := range o.prior {
		rest = append(rest, calc.BesideFile{Use: "以前年度奖补", File: path, Sheets: accounts[path]})
	}
	rest = append(rest, calc.BesideFile{Use: "审定意见", File: o.rulings}, calc.BesideFile{Use: "比较的报告", File: o.compare})
	for _, f := range rest {
		if f.File == "" {
			continue
		}
		var err error
		if f.SHA256, err = hashFile(f.File); err != nil {
			return nil, pathFault(s, err)
		}
		f.File = filepath.Base(f.File)
		list = append(list, f)
	}
	return list, nil
}
