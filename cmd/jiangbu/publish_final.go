package main

import (
	"cmp"
	"context"
	"io"
	"os"
	"path/filepath"
	"strconv"

	"jiangbu/calc"
	"jiangbu/cmd/internal/console"
	"jiangbu/cmd/internal/outfile"
	"jiangbu/sheets/notice"
	"jiangbu/sheets/report"
)

// make makes the notice that was asked for: of the awards, proposed or final, or
// of what was paid.
func (o *publishOptions) make(ctx context.Context, s *console.Console, set notice.Settings, p *calc.Policy,
	r *report.Report) (notice.Notice, calc.Findings, error) {
	if len(o.paid) > 0 {
		return o.makePaid(ctx, s, set, p, r)
	}
	awards := notice.Awards{Year: r.Year, Result: r.ID, Lines: r.Awards}
	if !o.final {
		return notice.Make(set, p, awards)
	}
	since, findings, err := o.since(ctx, s, strconv.Itoa(r.Year))
	if err != nil {
		return notice.Notice{}, nil, err
	}
	switch awards.Since = since; {
	case since != nil:
		since.Refused = refusedByRuling(r)
	case o.proposed == "":
		findings.Add("notice/not-compared", calc.Ref{File: "--proposed"})
	}
	n, more, err := notice.Make(set, p, awards)
	return n, append(findings, more...), err
}

// since reads what was published before a final notice and what was objected to
// it; nil where neither is there, or the findings say why it does not hold.
func (o *publishOptions) since(ctx context.Context, s *console.Console,
	year string) (*notice.Since, calc.Findings, error) {
	if err := o.findProposed(s); err != nil || o.proposed == "" {
		return nil, nil, err
	}
	published, findings, err := readSideInput(ctx, s, o.proposed, notice.ReadProposed)
	if err != nil {
		return nil, nil, err
	}
	if mixed := o.holdSet(published, year); len(mixed) > 0 {
		return nil, append(findings, mixed...), nil
	}
	since := &notice.Since{Published: published}
	if o.objections != "" {
		register, more, err := readSideInput(ctx, s, o.objections, notice.ReadRegister)
		if err != nil {
			return nil, nil, err
		}
		since.Register, findings = register, append(findings, more...)
	}
	return since, findings, nil
}

// proposedFiles are the names of the data and the workbook of a proposed notice.
var proposedFiles = []string{"公示.csv", "公示.xlsx"}

// findProposed completes what the flags leave open: the published notice and its
// register lie side by side, in a year's folder in 公示. A register without the
// notice that it is about says nothing.
func (o *publishOptions) findProposed(s *console.Console) error {
	dir := ""
	switch y, err := readYearSettings(s); {
	case err != nil:
		return err
	case o.proposed != "":
		dir = filepath.Dir(o.proposed)
	case o.objections != "":
		dir = filepath.Dir(o.objections)
	case y.name != "":
		dir = noticeFolder
	default:
		return nil
	}
	o.proposed = cmp.Or(o.proposed, publishedIn(dir))
	if path := filepath.Join(dir, notice.RegisterFile); o.objections == "" && holdsSomething(path) {
		o.objections = path
	}
	if o.proposed == "" && o.objections != "" {
		return s.Refuse("publish/no-proposed", o.objections)
	}
	return nil
}

// refusedByRuling are the records that a person refused.
func refusedByRuling(r *report.Report) (all []calc.AwardLine) {
	for i := range r.Records {
		rec := &r.Records[i]
		if rec.Outcome == calc.Refused && rec.Reason == calc.RulingReason {
			all = append(all, calc.AwardLine{Company: rec.Company, Clause: rec.Clause, ItemName: rec.ItemName,
				Level: rec.Level})
		}
	}
	return all
}

// register is the empty register that is written beside a proposed notice, none
// beside another. One that stands there is replaced only while it is empty; kept
// names one that is not.
func (o *publishOptions) register(ctx context.Context, s *console.Console,
	set notice.Settings) (files []outfile.File, kept string) {
	if o.final || len(o.paid) > 0 {
		return nil, ""
	}
	path := filepath.Join(o.out, notice.RegisterFile)
	if _, err := os.Lstat(path); err == nil {
		r, _, err := readSideInput(ctx, s, path, notice.ReadRegister)
		if err != nil || len(r.Objections) > 0 || !o.force {
			return nil, path
		}
	}
	return []outfile.File{{Path: path, Write: func(w io.Writer) error { return notice.WriteRegister(w, set) }}}, ""
}
