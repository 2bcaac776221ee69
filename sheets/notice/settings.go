package notice

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"jiangbu/calc/written"
)

// By is the order of the table.
type By string

// The orders: by clause and by district with a subtotal each; by company with
// its sum over several items.
const (
	ByClause   By = "clause"
	ByDistrict By = "district"
	ByCompany  By = "company"
)

// Orders lists the orders, the default first.
var Orders = []By{ByClause, ByDistrict, ByCompany}

// Formats lists the dresses by the endings of their files.
var Formats = []string{"xlsx", "docx", "html", "csv"}

// Settings are the choices of who publishes. The zero Settings with a period
// make a proposed notice by clause.
type Settings struct {
	Final         bool // the decided awards after the period, not the proposed
	By            By
	CreditCode    bool // show the credit codes
	From          written.Date
	Days          int // working days, the first included
	Date          written.Date
	Calendar      Calendar
	Fund          string // 市工业和信息化发展奖补专项资金
	Unit          string
	Contact       string
	Supervision   string
	AcceptChanges bool // publish amounts that a person changed in the report
}

// File is a settings file: what stays the same from year to year, under the
// names of the command's flags. Nothing in it is required.
type File struct {
	Fund        string   `yaml:"fund"`
	Unit        string   `yaml:"unit"`
	Contact     string   `yaml:"contact"`
	Supervision string   `yaml:"supervision"`
	Days        int      `yaml:"days"`
	By          By       `yaml:"by"`
	CreditCode  bool     `yaml:"credit-code"`
	Holidays    string   `yaml:"holidays"` // a file, seen from the settings file
	Format      []string `yaml:"format"`
}

// DefaultFund is the fund's name where nobody gives another.
const DefaultFund = "市工业和信息化发展奖补专项资金"

// LoadSettings reads a settings file, strictly: a key it does not know, a key
// given twice, an unknown order or format is an error that names file and
// line.
func LoadSettings(name string, data []byte) (File, error) {
	var f File
	dec := yaml.NewDecoder(bytes.NewReader(data))
	dec.KnownFields(true)
	if err := dec.Decode(&f); err != nil && !errors.Is(err, io.EOF) {
		return File{}, fmt.Errorf("%s: %w", name, err)
	}
	if err := dec.Decode(new(File)); !errors.Is(err, io.EOF) {
		return File{}, fmt.Errorf("%s: holds more than one document", name)
	}
	if err := f.check(); err != nil {
		return File{}, fmt.Errorf("%s: %w", name, err)
	}
	return f, nil
}

func (f *File) check() error {
	if f.Days < 0 {
		return fmt.Errorf("days: %d is less than one", f.Days)
	}
	if _, err := ParseBy(string(f.By)); err != nil {
		return fmt.Errorf("by: %w", err)
	}
	if _, err := ParseFormats(strings.Join(f.Format, ",")); err != nil {
		return fmt.Errorf("format: %w", err)
	}
	return nil
}

// ParseBy reads an order; nothing is the default.
func ParseBy(text string) (By, error) {
	if text == "" {
		return ByClause, nil
	}
	if by := By(text); slices.Contains(Orders, by) {
		return by, nil
	}
	return "", fmt.Errorf("%q is none of clause, district, company", text)
}

// ParseFormats reads "xlsx,html" into the order of Formats; nothing is all.
func ParseFormats(text string) ([]string, error) {
	if text == "" {
		return Formats, nil
	}
	asked := strings.Split(text, ",")
	for i, a := range asked {
		asked[i] = strings.TrimSpace(a)
		if !slices.Contains(Formats, asked[i]) {
			return nil, fmt.Errorf("%q is none of %s", asked[i], strings.Join(Formats, ", "))
		}
	}
	var formats []string
	for _, f := range Formats {
		if slices.Contains(asked, f) {
			formats = append(formats, f)
		}
	}
	return formats, nil
}
