package reconcile

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"slices"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/money"
)

// WriteJSON writes the reconciliation as docs/reconciliation.schema.json has it:
// UTF-8, the keys in that order, money as strings in yuan with two decimals,
// one line a line. paid is gross, returned is what came back, and difference
// is paid less returned less awarded. The same input gives the same bytes.
func WriteJSON(w io.Writer, rec *Reconciliation) error { return writeJSON(w, rec, ID(rec)) }

// ID is the number of a reconciliation, by which its workbook and its JSON know
// each other: 32 hexadecimal digits over everything that the JSON says.
func ID(rec *Reconciliation) string {
	digest := sha256.New()
	_ = writeJSON(digest, rec, "") // a digest takes all
	return hex.EncodeToString(digest.Sum(nil)[:16])
}

func writeJSON(w io.Writer, rec *Reconciliation, id string) error {
	j := calc.NewJSONWriter(w)
	j.Key("schema", "jiangbu/reconciliation/1")
	j.Key("totals", jsonSumsOf(&rec.Totals.Sums))
	calc.JSONList(j, "districts", rec.Districts, jsonReckoning)
	calc.JSONList(j, "lines", rec.Lines, func(_ int, l Line) any { return rec.jsonLine(&l) })
	calc.JSONList(j, "findings", rec.Findings, func(_ int, f calc.Finding) any { return calc.NewFindingJSON(f) })
	calc.JSONList(j, "items", rec.Items, jsonReckoning)
	calc.JSONList(j, "statuses", rec.ByStatus(), func(_ int, s StatusSum) any {
		return jsonStatus{string(s.Status), s.Lines, jsonSumsOf(&s.Sums)}
	})
	j.Key("award_year", rec.AwardYear)
	calc.JSONList(j, "years", rec.ByYear(), func(_ int, y Year) any { return jsonYearOf(&y) })
	calc.JSONList(j, "other_years", rec.Others, func(_ int, o OtherYear) any {
		return jsonOther{o.Year, o.Ref.File, o.Payments, o.Paid.String(), o.Returned.String()}
	})
	calc.JSONList(j, "counties", rec.Counties, func(_ int, c County) any { return jsonCounty{&c, c.Difference()} })
	calc.JSONList(j, "to_counties", rec.ToCounties, func(_ int, p Payment) any {
		return jsonToCounty{p.Year, p.County, p.Office, p.Paid.String(), p.Returned.String(), p.Ref}
	})
	j.Key("id", id)
	calc.JSONList(j, "sheets", rec.Sheets, func(_ int, a calc.FileAccount) any { return a.JSON() })
	return j.End()
}

type jsonSums struct {
	*Sums
	Difference money.Yuan `json:"difference"`
}

func jsonSumsOf(s *Sums) jsonSums { return jsonSums{s, s.Difference()} }

type jsonNamedSums struct {
	Name string `json:"name"`
	jsonSums
}

func jsonReckoning(_ int, r Reckoning) any { return jsonNamedSums{r.Name, jsonSumsOf(&r.Sums)} }

// jsonProgress is one line of progress: rates are percent with two decimals,
// "" where nothing was awarded.
type jsonProgress struct {
	jsonNamedSums
	Issued     string `json:"issued"`
	Unpaid     string `json:"unpaid"`
	OpenAwards int    `json:"open_awards"`
	IssuedRate string `json:"issued_rate"`
	PaidRate   string `json:"paid_rate"`
}

func jsonProgressOf(p *Progress) jsonProgress {
	return jsonProgress{jsonNamedSums{p.Name, jsonSumsOf(&p.Sums)}, p.Issued.String(), p.Unpaid.String(), p.Open,
		p.IssuedRate(), p.PaidRate()}
}

type jsonYear struct {
	Year int `json:"year"`
	Age  int `json:"age"`
	jsonProgress
	Districts []jsonProgress `json:"districts"`
}

func jsonYearOf(y *Year) jsonYear {
	return jsonYear{y.Year, y.Age, jsonProgressOf(&y.Progress),
		calc.Mapped(y.Districts, func(p Progress) jsonProgress { return jsonProgressOf(&p) })}
}

// jsonCounty is what the finance office of a district was sent beside the
// district's awards and what its firms were paid directly.
type jsonCounty struct {
	*County
	Difference money.Yuan `json:"difference"`
}

type jsonToCounty struct {
	Year     int      `json:"year"`
	District string   `json:"district"`
	Office   string   `json:"office"`
	Paid     string   `json:"paid"`
	Returned string   `json:"returned"`
	Payment  calc.Ref `json:"payment"`
}

type jsonOther struct {
	Year     int    `json:"year"`
	File     string `json:"file"`
	Payments int    `json:"payments"`
	Paid     string `json:"paid"`
	Returned string `json:"returned"`
}

type jsonStatus struct {
	Status string `json:"status"`
	Lines  int    `json:"lines"`
	jsonSums
}

type jsonMatchLine struct {
	Status     string     `json:"status"`
	Company    string     `json:"company"`
	CreditCode string     `json:"credit_code"`
	District   string     `json:"district"`
	Item       string     `json:"item"`
	Awarded    string     `json:"awarded"`
	Paid       string     `json:"paid"`
	Difference string     `json:"difference"`
	Award      []string   `json:"award"`
	Payments   []calc.Ref `json:"payments"`
	Returned   string     `json:"returned"`
	Note       string     `json:"note"`
	Year       int        `json:"year"`
}

func (rec *Reconciliation) jsonLine(l *Line) jsonMatchLine {
	return jsonMatchLine{Status: string(l.Status), Company: l.Company, CreditCode: l.CreditCode,
		District: strings.Join(rec.LineDistricts(l), "、"), Item: strings.Join(rec.LineItems(l), "、"),
		Awarded: l.Awarded.String(), Paid: l.Paid.String(), Difference: l.Difference().String(),
		Award:    calc.Mapped(l.Awards, func(a int) string { return rec.Awards[a].Key }),
		Payments: calc.Mapped(l.Payments, func(p int) calc.Ref { return rec.Payments[p].Ref }),
		Returned: l.Returned.String(), Note: l.Note, Year: rec.lineYear(l)}
}

// LineDistricts are the districts of a line's awards, of its payments where
// nothing was awarded, each once.
func (rec *Reconciliation) LineDistricts(l *Line) []string {
	return rec.lineNames(l, func(a *calc.AwardLine) string { return a.District },
		func(p *Payment) []string { return []string{p.District} })
}

// LineItems are the ids of a line's items: of its awards, of its payments
// where nothing was awarded, each once; a payment for no item of the policy
// gives what it names.
func (rec *Reconciliation) LineItems(l *Line) []string {
	return rec.lineNames(l, func(a *calc.AwardLine) string { return a.Item },
		func(p *Payment) []string { return append(slices.Clone(p.Items), p.OtherItem) })
}

func (rec *Reconciliation) lineNames(l *Line, ofAward func(*calc.AwardLine) string,
	ofPayment func(*Payment) []string) (once []string) {
	add := func(name string) {
		if name != "" {
			once = calc.AddNew(once, name)
		}
	}
	for _, a := range l.Awards {
		add(ofAward(&rec.Awards[a]))
	}
	if len(l.Awards) > 0 {
		return once
	}
	for _, p := range l.Payments {
		for _, name := range ofPayment(&rec.Payments[p]) {
			add(name)
		}
	}
	return once
}
