package calc_test

import (
	"regexp"
	"strings"
	"testing"

	"jiangbu/calc"
)

func TestEveryCodeIsUniqueAndSaysWhatToDo(t *testing.T) {
	form := regexp.MustCompile(`^[a-z]+/[a-z]+(-[a-z]+)*$`)
	seen := map[calc.Code]bool{}
	for _, e := range calc.Catalogue {
		switch {
		case seen[e.Code]:
			t.Errorf("%s stands twice", e.Code)
		case !form.MatchString(string(e.Code)):
			t.Errorf("%s is not stage/what", e.Code)
		case e.Title == "" || e.Message == "" || e.Hint == "":
			t.Errorf("%s lacks a title, a message or a hint", e.Code)
		case strings.Count(e.Message, "%") != strings.Count(e.Message, "%s"):
			t.Errorf("%s has a hole that is not %%s: %s", e.Code, e.Message)
		case strings.ContainsAny(e.Message+e.Hint+e.Title, "\n\t"):
			t.Errorf("%s is more than one line", e.Code)
		}
		seen[e.Code] = true
	}
	for _, code := range strings.Fields(contractCodes) {
		if !seen[calc.Code(code)] {
			t.Errorf("%s of the contract is missing", code)
		}
	}
}

// contractCodes are those that were promised first.
const contractCodes = `file/unreadable file/encrypted file/unsupported file/duplicate file/too-large
table/none table/missing-column table/ambiguous-column table/hidden table/control-total
cell/credit-code cell/credit-code-damaged cell/credit-code-missing cell/company-missing cell/date cell/date-missing
cell/amount cell/unit cell/level cell/item cell/district cell/formula cell/error-value
company/names-differ company/codes-differ company/near-name company/legal-person company/not-local
record/cross-district record/claim-differs record/approval-missing record/base-missing
rule/ambiguous budget/over ruling/unmatched`

func TestAMessageSaysThatAValueIsNotThere(t *testing.T) {
	if got, want := calc.Found("cell/item", calc.Ref{}, "").Message(), "奖补事项（空）无法对应到政策条款"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestAMessageStaysOnItsLineAndNamesTheValue(t *testing.T) {
	f := calc.Found("cell/item", calc.Ref{File: "a.xlsx", Sheet: "表", Row: 6, Col: 5}, "绿色\n工厂")
	if got, want := f.Message(), "奖补事项“绿色 工厂”无法对应到政策条款"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if f.Hint() == "" || f.Severity() != calc.Error {
		t.Errorf("hint %q, severity %s", f.Hint(), f.Severity())
	}
}
