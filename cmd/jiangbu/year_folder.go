package main

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"

	"jiangbu/calc"
	"jiangbu/cmd/internal/console"
	"jiangbu/sheets"
)

// What a year's folder holds by its names. What lies there is in force, unless a
// flag or the settings say otherwise.
const (
	submissionsFolder = "报送" // what the districts sent
	priorFolder       = "以前年度"
	budgetFile        = "预算.xlsx"
	rulingsFile       = "审定意见.xlsx"
	listsFolder       = "名单"
	firmsFile         = "名录.xlsx"
	formsFolder       = "空白表"
	returnFolder      = "退回"
	ledgerFolder      = "台账"
	noticeFolder      = "公示"
	finalFolder       = "公告"
	paidFolder        = "兑现情况"
	holidaysFile      = "放假.txt"
	readMeFile        = "说明.txt"
)

// inYearFolder is where a setting's files lie in a year's folder.
var inYearFolder = map[string]string{
	"submissions": submissionsFolder, "prior": priorFolder, "budget": budgetFile, "rulings": rulingsFile,
	"lists": listsFolder, "firms": firmsFile, "notice.holidays": holidaysFile,
}

// found gives what lies in the folder for a setting, none where nothing does.
// Only a year's folder is looked into: one with settings, or with submissions.
func (y settings) found(key string) []string {
	name := inYearFolder[key]
	switch {
	case name == "" || y.name == "" && !holdsSomething(submissionsFolder):
		return nil
	case key == "submissions" && y.name != "", holdsSomething(name):
		return []string{name}
	}
	return nil
}

// holdsSomething tells whether there is such a file, or a folder that is not
// empty.
func holdsSomething(name string) bool {
	entries, err := os.ReadDir(name)
	if err == nil {
		return len(entries) > 0
	}
	info, err := os.Stat(name)
	return err == nil && info.Mode().IsRegular()
}

// priorFiles are the workbooks that paths of earlier years name, those of a
// folder one by one.
func priorFiles(s *console.Console, paths []string) (files []string, findings calc.Findings, err error) {
	for _, path := range paths {
		if info, err := os.Stat(path); err != nil || !info.IsDir() {
			files = append(files, path)
			continue
		}
		inputs, more, err := sheets.Find([]string{path})
		if err != nil {
			return nil, nil, pathFault(s, err)
		}
		findings = append(findings, more...)
		for _, in := range inputs {
			if in.Entry != "" {
				return nil, nil, s.Refuse("side-input/no-file", in.File)
			}
			files = append(files, filepath.Clean(in.Path))
		}
	}
	return files, findings, nil
}

// report is where the year's folder has its report.
func (y settings) report() string { return outputName(cmp.Or(y.one("out"), defaultReport)) }

// ofYear are the arguments of a command, or what a year's folder holds for it:
// the report, and what else is named.
func ofYear(s *console.Console, args []string, names ...string) ([]string, error) {
	y, err := readYearSettings(s)
	if err != nil || len(args) > 0 || y.name == "" {
		return args, err
	}
	names = append([]string{y.report()}, names...)
	return slices.DeleteFunc(names, func(name string) bool { return !holdsSomething(name) }), nil
}
