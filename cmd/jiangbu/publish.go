package main

import (
	"cmp"
	"context"
	"errors"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"jiangbu/calc"
	"jiangbu/calc/written"
	"jiangbu/cmd/internal/console"
	"jiangbu/cmd/internal/outfile"
	"jiangbu/sheets"
	"jiangbu/sheets/notice"
	"jiangbu/sheets/report"
)

// publishOptions are the flags and arguments of publish. What is empty or zero
// was not given: then the settings file speaks.
type publishOptions struct {
	paths         []string
	policy        string
	out           string
	format        string
	settings      string
	holidays      string
	from, date    string
	days          int
	by, amounts   string
	fund, unit    string
	contact       string
	supervision   string
	creditCode    bool
	final         bool
	proposed      string   // the notice that was published
	objections    string   // the register of objections
	paid          []string // ledgers
	acceptChanges bool
	acceptDoubts  []string
	force         bool
}

func publishCommand(s *console.Console) *cli.Command {
	var o publishOptions
	return command(s, "publish", []cli.Flag{
		flagOf(s, "publish/flag/out", &o.out), flagOf(s, "publish/flag/format", &o.format),
		flagOf(s, "publish/flag/from", &o.from), flagOf(s, "publish/flag/days", &o.days),
		flagOf(s, "publish/flag/holidays", &o.holidays), flagOf(s, "publish/flag/unit", &o.unit),
		flagOf(s, "publish/flag/contact", &o.contact), flagOf(s, "publish/flag/supervision", &o.supervision),
		flagOf(s, "publish/flag/date", &o.date), flagOf(s, "publish/flag/by", &o.by),
		flagOf(s, "publish/flag/amounts", &o.amounts), flagOf(s, "publish/flag/credit-code", &o.creditCode),
		flagOf(s, "publish/flag/fund", &o.fund), flagOf(s, "publish/flag/settings", &o.settings),
		flagOf(s, "publish/flag/final", &o.final), flagOf(s, "publish/flag/proposed", &o.proposed),
		flagOf(s, "publish/flag/objections", &o.objections), flagOf(s, "publish/flag/paid", &o.paid),
		flagOf(s, "publish/flag/accept-changes", &o.acceptChanges),
		flagOf(s, "publish/flag/accept-doubt", &o.acceptDoubts),
		flagOf(s, "publish/flag/policy", &o.policy), flagOf(s, "flag/force", &o.force),
	}, atMost(s, 1, func(c *cli.Context) (err error) {
		if o.paths, err = ofYear(s, calc.Mapped(c.Args().Slice(), inputName)); err != nil {
			return err
		}
		o.paid = calc.Mapped(o.paid, inputName)
		return runPublish(c.Context, o, s)
	}))
}

// runPublish makes the notice of a report in every format asked for: all of
// them or none.
func runPublish(ctx context.Context, o publishOptions, s *console.Console) error {
	settings, formats, err := o.gather(s)
	if err != nil {
		return err
	}
	r, findings, err := o.report(ctx, s)
	if err != nil {
		return err
	}
	p, err := policyOfReport(s, o.policy, r)
	if err != nil {
		return err
	}
	n, more, err := o.make(ctx, s, settings, p, r)
	if err != nil {
		return err
	}
	findings = append(findings, more...)
	if slices.Contains(formats, "csv") {
		findings = append(findings, notice.Quoted(n)...)
	}
	if err := printFindings(s, s.Err, findings); err != nil {
		return err
	}
	if errs := findings.Count(calc.Error); errs > 0 {
		return s.Refuse("publish/refused", errs)
	}
	return o.write(ctx, s, settings, n, formats)
}

// report reads the one report that the arguments name.
func (o *publishOptions) report(ctx context.Context, s *console.Console) (*report.Report, calc.Findings, error) {
	switch {
	case len(o.paths) == 0:
		return nil, nil, s.Refuse("publish/no-report")
	case o.out == "":
		return nil, nil, s.Refuse("publish/no-out")
	case o.final && len(o.paid) > 0:
		return nil, nil, s.Refuse("publish/final-or-paid")
	case !o.final && (o.proposed != "" || o.objections != ""):
		return nil, nil, s.Refuse("publish/not-final")
	}
	return readSideInput(ctx, s, o.paths[0], o.read)
}

// read reads the report, with what a person changed by hand where that is
// accepted.
func (o *publishOptions) read(book *sheets.Book) (*report.Report, calc.Findings) {
	r, findings := report.Read(book)
	for i, f := range findings {
		switch {
		case !isEdit(f):
		case o.acceptChanges:
			findings[i] = calc.Found("notice/changed", f.Ref, f.Args...)
		default:
			r = nil
		}
	}
	if r != nil {
		noteCuts(book, r)
	}
	return r, findings
}

// noteCuts gives the awards the words of the budget that cut them, and says
// which amounts a person ruled.
func noteCuts(book *sheets.Book, r *report.Report) {
	awards := calc.ByKey(r.Awards, func(l *calc.AwardLine) string { return l.Key })
	granted := calc.Those(r.Records, func(record *report.Record) bool {
		return awards[record.Key] != nil && record.Decision.Outcome == calc.Granted
	})
	report.ReadDetails(book, granted)
	for _, record := range granted {
		line := awards[record.Key]
		for _, step := range record.Steps {
			text := step.Text()
			line.Ruled = line.Ruled || calc.IsRuled(text)
			if calc.IsReduced(text) {
				line.Cuts = append(line.Cuts, text)
			}
		}
	}
}

// gather reads the settings file and the flags, which go before it.
func (o *publishOptions) gather(s *console.Console) (set notice.Settings, formats []string, err error) {
	file, err := o.settingsFile(s)
	if err != nil {
		return set, nil, err
	}
	days, _ := strconv.Atoi(file.one("days")) // a number, as it was read
	set = notice.Settings{Final: o.final,
		AcceptDoubts: append(o.acceptDoubts, file.values[file.prefix+"accept-doubt"].Texts...),
		CreditCode:   o.creditCode || file.one("credit-code") == "true",
		Days:         cmp.Or(o.days, days), Fund: cmp.Or(o.fund, file.one("fund")),
		Unit:    cmp.Or(o.unit, file.one("unit")),
		Contact: cmp.Or(o.contact, file.one("contact")), Supervision: cmp.Or(o.supervision, file.one("supervision")),
		By:      notice.By(cmp.Or(o.by, file.one("by"), string(notice.ByClause))),
		Amounts: notice.Amounts(cmp.Or(o.amounts, file.one("amounts"), string(notice.InWan))), Places: o.places(file)}
	formats = o.formats(file)
	err = cmp.Or(allowed(s, "by", string(set.By)), allowed(s, "amounts", string(set.Amounts)),
		allowed(s, "format", formats...))
	if err != nil {
		return set, nil, err
	}
	if set.From, err = dayFlag(s, "--from", o.from); err != nil {
		return set, nil, err
	}
	if set.Date, err = dayFlag(s, "--date", o.date); err != nil {
		return set, nil, err
	}
	set.Calendar, err = readHolidays(s, cmp.Or(o.holidays, file.holidays()))
	return set, formats, err
}

// places says of the texts that no flag gives where the file has them.
func (o *publishOptions) places(file settings) map[string]string {
	places := map[string]string{}
	for key, flag := range map[string]string{"fund": o.fund, "unit": o.unit, "contact": o.contact,
		"supervision": o.supervision} {
		if v, ok := file.values[file.prefix+key]; ok && flag == "" {
			places["--"+key] = place(file.name, v.Line)
		}
	}
	return places
}

// formats are those asked for, in the order of notice.Formats; all where
// nobody asks.
func (o *publishOptions) formats(file settings) []string {
	asked := file.values[file.prefix+"format"].Texts
	if o.format != "" {
		asked = strings.FieldsFunc(o.format, func(r rune) bool { return strings.ContainsRune(",， 、", r) })
	}
	if len(asked) == 0 {
		return notice.Formats
	}
	place := func(format string) int { return slices.Index(notice.Formats, format) }
	inOrder := slices.SortedStableFunc(slices.Values(asked), func(a, b string) int { return place(a) - place(b) })
	return slices.Compact(inOrder)
}

// settingsFile reads the settings of a file, or of the year's folder.
func (o *publishOptions) settingsFile(s *console.Console) (settings, error) {
	if o.settings == "" {
		y, err := readYearSettings(s)
		y.prefix = "notice."
		return y, err
	}
	set, err := readSettings(s, o.settings, noticeKeys)
	if errors.Is(err, fs.ErrNotExist) {
		return settings{}, s.Refuse("path-missing", o.settings)
	}
	return settings{name: filepath.ToSlash(o.settings), values: set, dir: filepath.Dir(o.settings)}, err
}

func dayFlag(s *console.Console, flag, text string) (written.Date, error) {
	if text == "" {
		return written.Date{}, nil
	}
	d, ok := typedDay(text)
	if !ok {
		return d, s.Refuse("flag-day", flag, text)
	}
	return d, nil
}

func readHolidays(s *console.Console, path string) (notice.Calendar, error) {
	if path == "" {
		return notice.Calendar{}, nil
	}
	data, err := readText(path)
	if err != nil {
		return notice.Calendar{}, unreadablePath(s, path, err)
	}
	c, err := notice.ParseCalendar(console.UTF8(string(data)))
	if err != nil {
		return c, s.Refuse("publish/holidays", path, err)
	}
	return c, nil
}

// write writes the files into the folder, all or none, and says what they
// hold. Their names are the program's own.
func (o *publishOptions) write(ctx context.Context, s *console.Console, set notice.Settings, n notice.Notice,
	formats []string) error {
	sayMixed(s, standingSet(o.out, n.Name))
	files := noticeFiles(o.out, n, formats)
	published := len(files)
	register, kept := o.register(ctx, s, set)
	files = append(files, register...)
	out, err := reserve(s, outfile.Plan{Files: paths(files), Folders: []string{o.out}, Replace: o.force,
		Sources: append(slices.Concat(o.paths, o.paid), o.settings, o.holidays, o.policy, o.proposed, o.objections)})
	if err != nil {
		return err
	}
	defer out.Close()
	if err := writeFiles(ctx, s, out, files...); err != nil {
		return err
	}
	sayLeft(s, standingSet(o.out, n.Name), n.Number)
	total := n.Table.Rows[len(n.Table.Rows)-1]
	text := s.Text("publish/done", n.Title, total.Cells[0], total.Amount.Wan()) + "\n"
	if len(o.paid) > 0 {
		text = s.Text("publish/paid-done", n.Title, total.Cells[0], total.Amount.Wan(), total.Entitled.Wan()) + "\n"
	}
	for _, f := range files[:published] {
		text += filepath.ToSlash(out.Name(f.Path)) + "\n"
	}
	for _, f := range register {
		text += s.Text("publish/register", filepath.ToSlash(out.Name(f.Path))) + "\n"
	}
	if kept != "" {
		text += s.Text("publish/register-kept", filepath.ToSlash(kept)) + "\n"
	}
	return s.Print(s.Out, text)
}

// noticeFiles are the notice in every format asked for; as data each table is a
// file of its own.
func noticeFiles(dir string, n notice.Notice, formats []string) []outfile.File {
	writers := map[string]func(io.Writer, notice.Notice) error{
		"xlsx": notice.WriteXLSX, "docx": notice.WriteDOCX, "html": notice.WriteHTML,
	}
	var all []outfile.File
	for _, f := range formats {
		if f != "csv" {
			all = append(all, outfile.File{Path: filepath.Join(dir, n.Name+"."+f),
				Write: func(w io.Writer) error { return writers[f](w, n) }})
			continue
		}
		for _, d := range n.Data() {
			all = append(all, outfile.File{Path: filepath.Join(dir, d.Name+".csv"),
				Write: func(w io.Writer) error { return notice.WriteCSV(w, d) }},
				outfile.File{Path: filepath.Join(dir, d.Name+".schema.json"),
					Write: func(w io.Writer) error { return notice.WriteSchema(w, d) }})
		}
	}
	return all
}
