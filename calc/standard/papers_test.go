package standard

import "testing"

func TestOnlyLettersThatCanBeAnAgencyAreOne(t *testing.T) {
	for letters, want := range map[string]bool{"苏工信节能": true, "石化联发": true, "苏发改": true, "证": false, "绿证": false,
		"证字": false, "证书编号": false, "": false} {
		if got := isAgency(letters); got != want {
			t.Errorf("%s is an agency: %v", letters, got)
		}
	}
}

func TestNumbersOfOneSeriesAreReadAsOne(t *testing.T) {
	for text, want := range map[string]string{
		"苏工信节能〔2023〕121号":             "苏工信节能〔2023〕1号",
		"苏工信节能〔2023〕号":                "苏工信节能〔2023〕号",
		"苏工信节能〔2023〕121":              "苏工信节能〔2023〕121",
		"苏工信节能〔2023〕121号、连工信〔2023〕7号": "苏工信节能〔2023〕121号、连工信〔2023〕7号",
		"第121号": "第1号",
		"":      "",
	} {
		if got := withoutSerial(text); got != want {
			t.Errorf("%s is read as %s, want %s", text, got, want)
		}
	}
}
