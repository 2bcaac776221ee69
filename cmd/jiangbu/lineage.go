package main

import (
	"crypto/sha256"
	"encoding/hex"
	"path/filepath"

	"jiangbu/calc"
)

// besideFiles lists, with their hashes, the files that a run rests on beside
// the submissions, in the order in which the report prints them.
func (o *runOptions) besideFiles(s streams) ([]calc.BesideFile, error) {
	policy, err := policySource(s, o.policy)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(policy.data)
	list := []calc.BesideFile{{Use: "政策数据", File: filepath.Base(filepath.FromSlash(policy.name)), SHA256: hex.EncodeToString(sum[:])}}
	add := func(use, path string) error {
		if path == "" {
			return nil
		}
		hash, err := hashFile(path)
		if err != nil {
			return s.pathFault(err)
		}
		list = append(list, calc.BesideFile{Use: use, File: filepath.Base(path), SHA256: hash})
		return nil
	}
	err = add("年度设置", o.settingsFile)
	if err == nil && !looksLikeAmount(o.budget) {
		err = add("预算", o.budget)
	}
	for _, path := range o.prior {
		if err == nil {
			err = add("以前年度奖补", path)
		}
	}
	if err == nil {
		err = add("审定意见", o.rulings)
	}
	if err == nil {
		err = add("比较的报告", o.compare)
	}
	return list, err
}
