package lists

import (
	"cmp"
	"regexp"

	"jiangbu/calc"
	"jiangbu/calc/written"
)

// Firm is one body of the register.
type Firm struct {
	Ref      calc.Ref
	Code     string
	Name     string
	Former   []string
	District string
	State    string // 登记状态 as written: 存续, 注销, 吊销, 迁出
	Since    written.Date
}

// CheckFirms looks for what makes a register ambiguous: one code on two lines,
// one name under two codes. The names concerned are not used for matching.
func CheckFirms(firms []Firm) calc.Findings {
	var found calc.Findings
	codes, names := map[string]int{}, map[string]int{}
	for i := range firms {
		f := &firms[i]
		if before, twice := codes[f.Code]; twice && f.Code != "" {
			found.Add("firms/code-twice", f.Ref, f.Code, firms[before].Name, f.Name)
			continue
		}
		codes[f.Code] = i
		key := written.CompanyKey(f.Name)
		if before, twice := names[key]; twice && key != "" && firms[before].Code != f.Code {
			found.Add("firms/name-twice", f.Ref, f.Name, cmp.Or(firms[before].Code, "（无代码）"), cmp.Or(f.Code, "（无代码）"))
			continue
		}
		names[key] = i
	}
	return found
}

// ended tells of a state in which a body can no longer be paid; nil is a body that
// the register does not know.
func (f *Firm) ended() string {
	if f == nil {
		return ""
	}
	state := notEnded.ReplaceAllString(f.State, "")
	return calc.ContainsAny(state, []string{"注销", "吊销", "迁出", "清算", "停业", "歇业", "责令关闭", "撤销"})
}

// notEnded finds what a state says that a body is not: 存续（未注销）.
var notEnded = regexp.MustCompile(`[未非](?:注销|吊销|迁出|清算|停业|歇业|撤销)`)
