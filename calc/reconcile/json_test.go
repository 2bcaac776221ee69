package reconcile_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc/reconcile"
)

const wantReconciliation = `{
  "schema": "jiangbu/reconciliation/1",
  "totals": {"awarded":"400020.00","paid":"400000.00","returned":"0.00","difference":"-20.00"},
  "districts": [
    {"name":"东区","awarded":"400000.00","paid":"400000.00","returned":"0.00","difference":"0.00"},
    {"name":"西区","awarded":"20.00","paid":"0.00","returned":"0.00","difference":"-20.00"}
  ],
  "lines": [
    {"status":"matched","company":"甲<公司>","credit_code":"91A","district":"东区","item":"plant","awarded":"400000.00","paid":"400000.00","difference":"0.00","award":["k1"],"payments":[{"file":"台账.xlsx","sheet":"台账","row":3}],"returned":"0.00","note":"","year":2024},
    {"status":"unpaid","company":"乙","credit_code":"91B","district":"西区","item":"cloud","awarded":"20.00","paid":"0.00","difference":"-20.00","award":["k2"],"payments":[],"returned":"0.00","note":"应拨20.00元，台账中没有拨付","year":2024}
  ],
  "findings": [
    {"code":"ledger/by-name","severity":"warning","file":"台账.xlsx","sheet":"台账","cell":"E3","message":"有一方没有信用代码，按名称“甲<公司>”对应","hint":"请补上信用代码"}
  ],
  "items": [
    {"name":"plant","awarded":"400000.00","paid":"400000.00","returned":"0.00","difference":"0.00"},
    {"name":"cloud","awarded":"20.00","paid":"0.00","returned":"0.00","difference":"-20.00"}
  ],
  "statuses": [
    {"status":"matched","lines":1,"awarded":"400000.00","paid":"400000.00","returned":"0.00","difference":"0.00"},
    {"status":"amount","lines":0,"awarded":"0.00","paid":"0.00","returned":"0.00","difference":"0.00"},
    {"status":"unpaid","lines":1,"awarded":"20.00","paid":"0.00","returned":"0.00","difference":"-20.00"},
    {"status":"unexpected","lines":0,"awarded":"0.00","paid":"0.00","returned":"0.00","difference":"0.00"},
    {"status":"duplicate","lines":0,"awarded":"0.00","paid":"0.00","returned":"0.00","difference":"0.00"},
    {"status":"payee","lines":0,"awarded":"0.00","paid":"0.00","returned":"0.00","difference":"0.00"},
    {"status":"district","lines":0,"awarded":"0.00","paid":"0.00","returned":"0.00","difference":"0.00"},
    {"status":"unit","lines":0,"awarded":"0.00","paid":"0.00","returned":"0.00","difference":"0.00"},
    {"status":"returned","lines":0,"awarded":"0.00","paid":"0.00","returned":"0.00","difference":"0.00"},
    {"status":"not-paid","lines":0,"awarded":"0.00","paid":"0.00","returned":"0.00","difference":"0.00"},
    {"status":"sent","lines":0,"awarded":"0.00","paid":"0.00","returned":"0.00","difference":"0.00"}
  ],
  "award_year": 2024,
  "years": [
    {"year":2024,"age":0,"name":"","awarded":"400020.00","paid":"400000.00","returned":"0.00","difference":"-20.00","issued":"0.00","unpaid":"20.00","open_awards":1,"issued_rate":"","paid_rate":"99.99","districts":[{"name":"东区","awarded":"400000.00","paid":"400000.00","returned":"0.00","difference":"0.00","issued":"0.00","unpaid":"0.00","open_awards":0,"issued_rate":"","paid_rate":"100.00"},{"name":"西区","awarded":"20.00","paid":"0.00","returned":"0.00","difference":"-20.00","issued":"0.00","unpaid":"20.00","open_awards":1,"issued_rate":"","paid_rate":"0.00"}]}
  ],
  "other_years": [],
  "counties": [],
  "to_counties": [],
  "id": "fe2048a56225ae5dd167c5d43732fa5f",
  "sheets": []
}
`

func TestReconciliationJSON(t *testing.T) {
	rec := reconciled(t, []string{"东区 甲<公司> 91A plant 400000", "西区 乙 91B cloud 20"},
		[]string{"东区 甲<公司> - plant 400000"})
	var b bytes.Buffer
	if err := reconcile.WriteJSON(&b, rec); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(wantReconciliation, b.String()); d != "" {
		t.Errorf("JSON (-want +got):\n%s", d)
	}
	if !json.Valid(b.Bytes()) {
		t.Error("not JSON")
	}
}

func TestReconciliationJSONOfNothing(t *testing.T) {
	var b bytes.Buffer
	if err := reconcile.WriteJSON(&b, reconcile.Reconcile(nil, nil, 2024)); err != nil {
		t.Fatal(err)
	}
	if !json.Valid(b.Bytes()) || !bytes.Contains(b.Bytes(), []byte(`"lines": [],`)) {
		t.Errorf("JSON of nothing:\n%s", b.String())
	}
}

func TestTheNumberOfAReconciliationIsThatOfWhatItSays(t *testing.T) {
	awards, paid := []string{"东区 甲 91A plant 400000"}, "东区 甲 - plant 400000"
	id := reconcile.ID(reconciled(t, awards, []string{paid}))
	if again := reconcile.ID(reconciled(t, awards, []string{paid})); again != id {
		t.Errorf("the same reconciliation is once %s and once %s", id, again)
	}
	if other := reconcile.ID(reconciled(t, awards, []string{"东区 甲 - plant 399999.99"})); other == id {
		t.Errorf("one fen less has the same number %s", id)
	}
}
