package report_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAQueryFindsByTheMostExactKindThatFindsAnything(t *testing.T) {
	rep := read(t, write(t, testResult(t)))
	for _, c := range []struct {
		name, query string
		want        []string
	}{
		{"a place as findings write it", "东城区.xlsx:摸排 '表'!C5", []string{"k1"}},
		{"a place as the report writes it", "东城区.xlsx!摸排 '表'!5", []string{"k1"}},
		{"a place in quotes", "“东城区.xlsx!摸排 '表'!5”", []string{"k1"}},
		{"a place without the folder", "报送 100%#1.xlsx:摸排 '表'!C5", []string{"k8"}},
		{"a place with the folder", "西山县/报送 100%#1.xlsx:摸排 '表'!C5", []string{"k8"}},
		{"a row that nobody submitted", "东城区.xlsx!摸排 '表'!99", nil},
		{"a sheet that is not there", "东城区.xlsx!汇总!5", nil},
		{"a key", " k3 ", []string{"k3"}},
		{"a whole code", "91990100MA00000003", []string{"k5", "k6", "k7"}},
		{"a code as a keyboard types it", "91990100ma00000003", []string{"k5", "k6", "k7"}},
		{"eight characters that begin a code", "91880100", []string{"k8", "k9", "k13"}},
		{"seven characters tell nobody", "9188010", nil},
		{"four characters that end a code", "0003", []string{"k5", "k6", "k7"}},
		{"three characters are part of a certificate's number", "003", []string{"k7"}},
		{"a whole name, of a company or of what was recognised", "临江丁机械有限公司", []string{"k9", "k10"}},
		{"part of a name", "戊机械", []string{"k11"}},
		{"a whole name goes before parts of names", "排产软件V1.0", []string{"k5"}},
		{"part of names", "排产软件", []string{"k5", "k6"}},
		{"part of a document's number", "工信部节函", []string{"k1", "k13", "k15"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			found, _ := rep.Find(c.query)
			var keys []string
			for _, r := range found {
				keys = append(keys, r.Key)
			}
			if diff := cmp.Diff(c.want, keys); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestAQueryThatFindsNothingNamesWhatIsLikeIt(t *testing.T) {
	rep := read(t, write(t, testResult(t)))
	for _, c := range []struct {
		name, query string
		want        []string
	}{
		{"a slip in a name", "临江丁机诫有限公司", []string{"临江丁机械有限公司", "临江戊机械有限公司", "临江庚机械有限公司", "临江辛机械有限公司", "临江乙软件有限公司"}},
		{"a slip in part of a name", "戊机诫", []string{"临江戊机械有限公司", "临江丁机械有限公司", "临江庚机械有限公司", "临江辛机械有限公司"}},
		{"nothing like it", "完全是另外一家单位", nil},
		{"a blank", " ", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			found, near := rep.Find(c.query)
			if diff := cmp.Diff(c.want, near); diff != "" || found != nil {
				t.Errorf("found %d; %s", len(found), diff)
			}
		})
	}
}
