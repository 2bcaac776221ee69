package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"jiangbu/calc"
	"jiangbu/calc/lists"
	"jiangbu/calc/standard"
	"jiangbu/cmd/internal/console"
	"jiangbu/cmd/internal/outfile"
	"jiangbu/sheets"
	"jiangbu/sheets/report"
	"jiangbu/sheets/roster"
)

// listOptions are the official lists and registers that claims are held
// against. The zero value holds them against nothing.
type listOptions struct {
	lists   []string // files and folders of official lists
	firms   string   // the register of firms
	exclude []string // lists of who may not be awarded
	awarded []string // what others paid
	decide  string   // yes, or no: lists are only shown
	day     string   // of the decision, for entries that begin or end
	letters string   // a folder for the letters to the districts
}

// The answers of --lists-decide.
const (
	listsDecide = "yes"
	listsShow   = "no"
)

// listFlags are the flags of listOptions.
func listFlags(s *console.Console, o *listOptions) []cli.Flag {
	return []cli.Flag{
		flagOf(s, "run/flag/lists", &o.lists), flagOf(s, "run/flag/firms", &o.firms),
		flagOf(s, "run/flag/exclude", &o.exclude), flagOf(s, "run/flag/other-awards", &o.awarded),
		flagOf(s, "run/flag/lists-decide", &o.decide), flagOf(s, "run/flag/decided-on", &o.day),
		flagOf(s, "run/flag/letters", &o.letters),
	}
}

// sources are the files and folders that the options name.
func (o *listOptions) sources() []string {
	all := append(append(append([]string{}, o.lists...), o.exclude...), o.awarded...)
	if o.firms != "" {
		all = append(all, o.firms)
	}
	return all
}

// listChecks is all of that as read.
type listChecks struct {
	barring  lists.Barring
	lists    []lists.List // whole ones
	decide   bool
	missing  []lists.List // of which nothing is registered
	beside   string       // the folder of the registration, "" where no lists are asked for
	findings calc.Findings
	files    []calc.BesideFile
}

// readListChecks reads the lists and registers that the options name.
func readListChecks(ctx context.Context, s *console.Console, o listOptions, p *calc.Policy) (c listChecks, err error) {
	c.barring.Policy = p
	if c.decide = o.decide != listsShow; o.decide != "" && o.decide != listsDecide && o.decide != listsShow {
		return c, s.Refuse("flag-choice", "--lists-decide", o.decide, listsDecide+", "+listsShow)
	}
	if c.barring.Day, err = dayFlag(s, "--decided-on", o.day); err != nil {
		return c, err
	}
	if o.letters != "" && len(o.lists) == 0 {
		return c, s.Refuse("lists/letters")
	}
	v := standard.NewVocabulary(p)
	if err = c.readLists(ctx, s, o.lists, v); err != nil {
		return c, err
	}
	return c, c.readRegisters(ctx, s, o, v)
}

// readLists reads the official lists and what is registered of them. A file
// that cannot be read is a finding, and the others are read.
func (c *listChecks) readLists(ctx context.Context, s *console.Console, paths []string, v *standard.Vocabulary) error {
	if len(paths) == 0 {
		return nil
	}
	c.beside = folderOf(paths[0])
	inputs, skipped, err := sheets.Find(paths)
	if err != nil {
		return pathFault(s, err)
	}
	c.findings = append(c.findings, skipped...)
	var all []lists.List
	var registered []roster.Registered
	for _, in := range inputs {
		in.Kinds = sheets.Documents
		if err := findPassword(ctx, s, &in); err != nil {
			return err
		}
		book, findings, err := sheets.Open(in)
		if err != nil {
			return pathFault(s, err)
		}
		c.findings = append(c.findings, findings...)
		switch {
		case book == nil:
			continue
		case roster.IsRegistration(book):
			said, findings := roster.ReadRegistration(book, v)
			registered = append(registered, said...)
			c.findings = append(c.findings, findings...)
			c.files = append(c.files, calc.BesideFile{Use: "名单登记", File: in.File, SHA256: book.SHA256})
		case book.Output != "":
			c.findings.Add("file/own", calc.Ref{File: in.File}, book.Output)
		default:
			paper, findings := roster.ReadLists(book)
			roster.Guess(&paper, v)
			all = append(all, paper.Lists...)
			c.findings = append(c.findings, findings...)
			c.files = append(c.files, calc.BesideFile{Use: "官方名单", File: in.File, SHA256: book.SHA256})
		}
		if err := book.Close(); err != nil {
			return err
		}
	}
	missing, findings := roster.Register(all, registered, v)
	c.findings = append(c.findings, findings...)
	c.missing = append(c.missing, calc.Mapped(missing, func(i int) lists.List { return all[i] })...)
	c.keepWhole(all)
	return nil
}

// folderOf is the folder of the lists: the argument itself, or where it lies.
func folderOf(path string) string {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return path
	}
	return filepath.Dir(path)
}

// keepWhole keeps the lists that are whole and names the others.
func (c *listChecks) keepWhole(all []lists.List) {
	for i := range all {
		if why := all[i].Fault(); why != "" {
			c.findings.Add("list/gap", all[i].Ref, all[i].Name(), why)
			continue
		}
		c.lists = append(c.lists, all[i])
	}
	for i := range c.files {
		c.files[i].Use = c.usedFor(&c.files[i])
	}
}

// usedFor says of a file of lists what was read of it.
func (c *listChecks) usedFor(f *calc.BesideFile) string {
	var parts []string
	for i := range c.lists {
		if l := &c.lists[i]; l.Ref.File == f.File {
			part := fmt.Sprintf("%d 家", len(l.Lines))
			if !l.Date.IsZero() {
				part += "，成文 " + l.Date.String()
			}
			if !l.Confirmed {
				part += "，未确认"
			}
			parts = append(parts, part)
		}
	}
	if len(parts) == 0 {
		return f.Use
	}
	return f.Use + "（" + strings.Join(parts, "；") + "）"
}

// readRegisters reads the register of firms, the lists of exclusion and what
// others paid.
func (c *listChecks) readRegisters(ctx context.Context, s *console.Console, o listOptions,
	v *standard.Vocabulary) error {
	firms := func(b *sheets.Book) (string, int, calc.Findings) {
		firms, findings := roster.ReadFirms(b, v)
		c.barring.Firms = firms
		return "企业名录", len(firms), findings
	}
	excluded := func(b *sheets.Book) (string, int, calc.Findings) {
		entries, findings := roster.ReadExcluded(b)
		if as := roster.AsOf(b); !as.IsZero() && !c.barring.Day.IsZero() && as.Compare(c.barring.Day) > 0 {
			findings.Add("exclusion/later", calc.Ref{File: b.File}, b.File, as.String(), c.barring.Day.String())
		}
		c.barring.Excluded = append(c.barring.Excluded, entries...)
		return "排除名单" + asOfWords(b), len(entries), findings
	}
	awarded := func(b *sheets.Book) (string, int, calc.Findings) {
		awards, findings := roster.ReadAwarded(b, v)
		c.barring.Awarded = append(c.barring.Awarded, awards...)
		return "其他资金已奖" + asOfWords(b), len(awards), findings
	}
	err := c.readEach(ctx, s, calc.Filled(o.firms), firms)
	if err == nil {
		err = c.readEach(ctx, s, o.exclude, excluded)
	}
	if err == nil {
		err = c.readEach(ctx, s, o.awarded, awarded)
	}
	return err
}

func asOfWords(b *sheets.Book) string {
	if d := roster.AsOf(b); !d.IsZero() {
		return "，截至 " + d.String()
	}
	return ""
}

// readEach reads the workbooks that an option names. One that gives nothing is
// refused: it was asked for.
func (c *listChecks) readEach(ctx context.Context, s *console.Console, paths []string,
	read func(*sheets.Book) (use string, count int, found calc.Findings)) error {
	for _, path := range paths {
		file, findings, err := readSideInput(ctx, s, path, func(b *sheets.Book) (*calc.BesideFile, calc.Findings) {
			use, count, found := read(b)
			if count == 0 {
				return nil, found
			}
			return &calc.BesideFile{Use: fmt.Sprintf("%s（%d 条）", use, count), File: filepath.Base(path),
				SHA256: b.SHA256}, found
		})
		if err != nil {
			return err
		}
		c.findings, c.files = append(c.findings, findings...), append(c.files, *file)
	}
	return nil
}

// hold holds the claims of a batch against everything that was read, and gives
// the comparison with the lists, nil where there are none.
func (c *listChecks) hold(b *calc.Batch) *lists.Comparison {
	b.Findings = append(b.Findings, c.findings...)
	var held *lists.Comparison
	if c.beside != "" {
		held = lists.Compare(lists.Question{Policy: b.Policy, AwardYear: b.AwardYear, Lists: c.lists,
			Firms: c.barring.Firms, Records: b.Records})
		b.Findings = append(b.Findings, held.Findings...)
		if c.decide {
			held.Apply(b.Records)
		}
	}
	c.barring.AwardYear = b.AwardYear
	lists.Bar(c.barring, b.Records)
	if held != nil {
		held.Price(*b)
	}
	return held
}

// sheetOf is the sheet that shows a comparison.
func sheetOf(r *calc.Result, c *lists.Comparison) roster.CheckSheet {
	return roster.CheckSheet{Comparison: c, Policy: r.Policy, AwardYear: r.AwardYear, Records: r.Records}
}

// extraSheets are those that stand behind the report's own.
func extraSheets(r *calc.Result, c *lists.Comparison) []report.Extra {
	if c == nil {
		return nil
	}
	return []report.Extra{{Name: roster.SheetCheck, Lay: sheetOf(r, c).Lay}}
}

// write writes the letters to the districts, where they are asked for, and what
// the program guesses of the lists that nobody registered.
func (c *listChecks) write(ctx context.Context, s *console.Console, o listOptions, sheet roster.CheckSheet,
	force bool) error {
	if o.letters != "" {
		if err := writeLetters(ctx, s, o, sheet, force); err != nil {
			return err
		}
	}
	return c.register(ctx, s, sheet.Policy)
}

// writeLetters writes a letter for each district of which something was not
// reported.
func writeLetters(ctx context.Context, s *console.Console, o listOptions, sheet roster.CheckSheet, force bool) error {
	var letters []outfile.File
	for _, d := range sheet.LetterDistricts() {
		letters = append(letters, outfile.File{Path: filepath.Join(o.letters, roster.LetterName(d)),
			Write: func(w io.Writer) error { return roster.WriteLetter(w, sheet, d) }})
	}
	if len(letters) == 0 {
		s.Say("lists/no-letters")
		return nil
	}
	if err := writeAtOnce(ctx, s, outfile.Plan{Folders: []string{o.letters}, Sources: o.sources(), Replace: force},
		letters); err != nil {
		return err
	}
	s.Say("lists/letters-done", len(letters), o.letters)
	return nil
}

// register writes the registration of new lists beside them, under a name that
// is free: what an officer wrote is never replaced.
func (c *listChecks) register(ctx context.Context, s *console.Console, p *calc.Policy) error {
	if len(c.missing) == 0 {
		return nil
	}
	path := outfile.FreeName(filepath.Join(c.beside, roster.RegistrationFile))
	file := outfile.File{Path: path,
		Write: func(w io.Writer) error { return roster.WriteRegistration(w, c.missing, p) }}
	err := writeAtOnce(ctx, s, outfile.Plan{}, []outfile.File{file})
	if err == nil {
		s.Say("lists/registered", len(c.missing), path)
	}
	return err
}
