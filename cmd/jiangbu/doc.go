// Command jiangbu turns the survey workbooks of a city's districts into
// decided awards: run decides a year and writes its report, check reads the
// workbooks and says what is wrong with them, policy shows and checks the rule
// books.
//
// This package is for flags, files and words on the console only. What a row
// means is found by calc and the rooms of sheets; nothing is decided here.
//
// How it talks is cmd/internal/console, how files are written whole or not at
// all cmd/internal/outfile.
//
// Begin with [start] in main.go, then read run.go from the top: each
// subcommand has one file with its options, its definition and its function.
package main
