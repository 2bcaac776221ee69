package notice

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"jiangbu/sheets/sheettest"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// browser drives a headless Chromium over WebDriver (W3C), which is plain
// HTTP. Its tests are skipped where there is no chromedriver.
type browser struct {
	t    *testing.T
	base string
}

// phone and desk are the widths at which the page is looked at.
const (
	phone = 390
	desk  = 1280
)

func newBrowser(t *testing.T, width int) *browser {
	t.Helper()
	sheettest.Slow(t)
	path, err := exec.LookPath("chromedriver")
	if err != nil {
		t.Skip("no chromedriver on PATH")
	}
	profile, port := t.TempDir(), freePort(t)
	driver := exec.Command(path, fmt.Sprint("--port=", port))
	if err := driver.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = driver.Process.Kill()
		_ = driver.Wait()
	})
	b := &browser{t, fmt.Sprint("http://127.0.0.1:", port)}
	options := map[string]any{"args": []string{"--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
		"--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--user-data-dir=" + profile,
		fmt.Sprintf("--window-size=%d,1400", width)}}
	if width < 500 { // Chromium has no narrower window
		options["mobileEmulation"] = map[string]any{"deviceMetrics": map[string]any{"width": width, "height": 844,
			"pixelRatio": 2}}
	}
	b.await()
	session := b.call("POST", "/session", map[string]any{"capabilities": map[string]any{"alwaysMatch": map[string]any{
		"goog:chromeOptions": options, "goog:loggingPrefs": map[string]string{"browser": "ALL"}}}}).(map[string]any)
	b.base += "/session/" + session["sessionId"].(string)
	t.Cleanup(func() { b.call("DELETE", "", nil) })
	return b
}

func freePort(t *testing.T) int {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port
}

// await waits until the driver answers.
func (b *browser) await() {
	for range 100 {
		if r, err := http.Get(b.base + "/status"); err == nil {
			r.Body.Close()
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	b.t.Fatal("chromedriver does not answer")
}

// call is one command of the protocol; it gives the answer's value.
func (b *browser) call(method, path string, body any) any {
	b.t.Helper()
	data := []byte{}
	if method == "POST" {
		var err error
		if data, err = json.Marshal(body); err != nil {
			b.t.Fatal(err)
		}
	}
	req, err := http.NewRequest(method, b.base+path, bytes.NewReader(data))
	if err != nil {
		b.t.Fatal(err)
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		b.t.Fatal(err)
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		b.t.Fatal(err)
	}
	var answer struct{ Value any }
	if err := json.Unmarshal(text, &answer); err != nil || resp.StatusCode != http.StatusOK {
		b.t.Fatalf("%s %s: %s %s", method, path, resp.Status, text)
	}
	return answer.Value
}

func (b *browser) open(url string) { b.call("POST", "/url", map[string]string{"url": url}) }

// js runs a script's body and gives what it returns.
func (b *browser) js(script string) any {
	b.t.Helper()
	return b.call("POST", "/execute/sync", map[string]any{"script": script, "args": []any{}})
}

// element finds an element by a CSS selector.
func (b *browser) element(selector string) string {
	b.t.Helper()
	found := b.call("POST", "/element", map[string]string{"using": "css selector", "value": selector}).(map[string]any)
	for _, id := range found {
		return "/element/" + id.(string)
	}
	return ""
}

func (b *browser) click(selector string) { b.call("POST", b.element(selector)+"/click", struct{}{}) }

// write types into an element as a person would.
func (b *browser) write(selector, text string) {
	b.call("POST", b.element(selector)+"/value", map[string]string{"text": text})
}

// press sends one key to whatever has the focus.
func (b *browser) press(key string) {
	b.call("POST", "/actions", map[string]any{"actions": []any{map[string]any{"type": "key", "id": "keys",
		"actions": []any{map[string]string{"type": "keyDown", "value": key},
			map[string]string{"type": "keyUp", "value": key}}}}})
}

// The keys of the protocol.
const (
	keyTab   = "\ue004"
	keyEnter = "\ue007"
)

// console gives what the browser complained about.
func (b *browser) console() []string {
	var lines []string
	for _, entry := range b.call("POST", "/se/log", map[string]string{"type": "browser"}).([]any) {
		lines = append(lines, fmt.Sprint(entry.(map[string]any)["message"]))
	}
	return lines
}

// picture keeps a screenshot where PICTURES names a folder.
func (b *browser) picture(name string) {
	dir := os.Getenv("PICTURES")
	if dir == "" {
		return
	}
	data, err := base64.StdEncoding.DecodeString(b.call("GET", "/screenshot", nil).(string))
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, name), data, 0o644)
	}
	if err != nil {
		b.t.Error(err)
	}
}

// served serves one page and remembers every request.
func served(t *testing.T, n Notice) (url string, requests func() []string) {
	page := writtenBytes(t, WriteHTML, n)
	var mu sync.Mutex
	var seen []string
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		seen = append(seen, r.URL.Path)
		mu.Unlock()
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write(page)
	}))
	t.Cleanup(s.Close)
	return s.URL + "/", func() []string {
		mu.Lock()
		defer mu.Unlock()
		return append([]string(nil), seen...)
	}
}

// seen is what a reader sees of the table: the rows that are shown, label or
// number first, then the amount.
func (b *browser) seen() []string {
	b.t.Helper()
	var rows []string
	for _, r := range b.js(`return [...document.querySelectorAll("tbody tr")].filter(r => r.offsetHeight > 0).map(r => r.cells[0].textContent + " " + r.cells[r.className ? 1 : 6].textContent)`).([]any) {
		rows = append(rows, r.(string))
	}
	return rows
}

func (b *browser) status() string {
	return b.js(`return document.getElementById("status").textContent`).(string)
}

func (b *browser) want(name string, rows ...string) {
	b.t.Helper()
	if diff := cmp.Diff(rows, b.seen()); diff != "" {
		b.t.Errorf("%s (-want +seen):\n%s", name, diff)
	}
}

func TestThePageAtADesk(t *testing.T) {
	b := newBrowser(t, desk)
	for _, c := range []struct {
		name string
		test func(*testing.T, *browser)
	}{
		{"is searched, filtered and sorted, and asks for nothing", pageIsSearchedFilteredAndSorted},
		{"is used by keyboard and told to a screen reader", pageIsUsedByKeyboard},
		{"prints the whole notice whatever is shown", pagePrintsTheWholeNotice},
		{"cannot reach the network", pageCannotReachTheNetwork},
		{"adds in yuan where the notice is in yuan", pageAddsInYuan},
		{"holds five thousand awards", pageHoldsThousands},
	} {
		t.Run(c.name, func(t *testing.T) { c.test(t, &browser{t, b.base}) })
	}
}

func pageIsSearchedFilteredAndSorted(t *testing.T, b *browser) {
	url, requests := served(t, made(t, testSettings(t), testAwards(t)))
	b.open(url)
	b.picture("desk.png")
	whole := []string{"1 50", "2 20", "（一）支持企业技术创新 小计（2项，2家） 70", "3 1", "4 1", "5 1", "（二）支持软件评估 小计（3项，2家） 3",
		"6 1.80005", "（三）支持节能诊断 小计（1项，1家） 1.80005", "7 1.188", "8 3.333333", "（四）支持人才培养 小计（2项，2家） 4.521333",
		"合计（8项，5家） 79.321383"}
	b.want("as it opens", whole...)
	if got := b.status(); got != "共 8 项，5 家单位，合计 79.321383 万元" {
		t.Errorf("status %q", got)
	}

	b.write("#find", "ｒｃ－2023 东山")
	b.want("two words, one in full-width letters", "3 1", "4 1", "（二）支持软件评估 小计（2项，1家） 2", "合计（2项，1家） 2")
	if got := b.status(); got != "找到 2 项（共 8 项），1 家单位，合计 2 万元" {
		t.Errorf("status %q", got)
	}
	b.picture("search.png")
	b.write("#find", "无此单位")
	b.want("a word that stands nowhere", "合计（0项，0家） 0")

	b.click("#reset")
	b.want("everything again", whole...)
	b.click(`#district option:nth-child(3)`)
	b.want("one district", "2 20", "（一）支持企业技术创新 小计（1项，1家） 20", "6 1.80005", "（三）支持节能诊断 小计（1项，1家） 1.80005",
		"7 1.188", "（四）支持人才培养 小计（1项，1家） 1.188", "合计（3项，2家） 22.98805")
	b.click(`#clause option:nth-child(5)`)
	b.want("one district and clause", "7 1.188", "（四）支持人才培养 小计（1项，1家） 1.188", "合计（1项，1家） 1.188")

	b.click("#reset")
	b.click("thead th:nth-child(7) button")
	b.want("by amount, subtotals apart", "3 1", "4 1", "5 1", "7 1.188", "6 1.80005", "8 3.333333", "2 20", "1 50",
		"合计（8项，5家） 79.321383")
	b.click("thead th:nth-child(7) button")
	b.want("by amount, down", "1 50", "2 20", "8 3.333333", "6 1.80005", "7 1.188", "5 1", "4 1", "3 1",
		"合计（8项，5家） 79.321383")
	if got := b.js(`return document.querySelector("[aria-sort]").getAttribute("aria-sort") + document.getElementById("sort").value`); got != "descending6-" {
		t.Errorf("order told as %q", got)
	}
	b.click(`#sort option[value="4+"]`)
	b.want("by level, the highest first", "1 50", "2 20", "3 1", "4 1", "5 1", "6 1.80005", "7 1.188", "8 3.333333",
		"合计（8项，5家） 79.321383")

	if got := b.console(); len(got) > 0 {
		t.Errorf("the console says %q", got)
	}
	if got := requests(); len(got) != 1 {
		t.Errorf("requests: %q", got)
	}
}

func pageIsUsedByKeyboard(t *testing.T, b *browser) {
	url, _ := served(t, made(t, testSettings(t), testAwards(t)))
	b.open(url)
	var path []string
	for range 9 {
		b.press(keyTab)
		path = append(path, b.js(`const e = document.activeElement; return e.id || e.className || e.textContent`).(string))
	}
	if diff := cmp.Diff([]string{"skip", "find", "district", "clause", "sort", "reset", "frame", "序号", "县区"},
		path); diff != "" {
		t.Errorf("the way of the tab key (-want +got):\n%s", diff)
	}
	b.press(keyTab)
	b.press(keyEnter)
	if got := b.js(`return document.querySelector("[aria-sort]").textContent`); got != "单位名称" {
		t.Errorf("Enter sorted by %q", got)
	}
	for role, want := range map[string]float64{"table": 1, "columnheader": 8, "row": 14, "rowheader": 5, "status": 1,
		"search": 1} {
		if got := b.js(`return document.querySelectorAll('[role="` + role + `"]').length`); got != want {
			t.Errorf("%v of role %s, want %v", got, role, want)
		}
	}
	if got := b.js(`return [...document.querySelectorAll("input, select")].filter(e => !e.labels.length).length`); got != 0.0 {
		t.Errorf("%v fields without a label", got)
	}
}

func pagePrintsTheWholeNotice(t *testing.T, b *browser) {
	url, _ := served(t, made(t, testSettings(t), manyAwards(t, 60)))
	b.open(url)
	b.js(`window.printed = 0; addEventListener("beforeprint", () => { window.printed = [...document.querySelectorAll("tbody tr")].filter(r => !r.hidden).length })`)
	b.write("#find", "第005号")
	before := b.seen()
	pdf, err := base64.StdEncoding.DecodeString(b.call("POST", "/print",
		map[string]any{"page": map[string]float64{"width": 21, "height": 29.7}}).(string))
	if err != nil || !bytes.HasPrefix(pdf, []byte("%PDF")) {
		t.Errorf("no PDF: %v", err)
	}
	if pages := bytes.Count(pdf, []byte("/Type /Page\n")) + bytes.Count(pdf, []byte("/Type/Page/")); pages < 4 {
		t.Errorf("%d pages: not the whole notice", pages)
	}
	pagesHaveHeadings(t, pdf)
	if got := b.js(`return window.printed`); got != 62.0 {
		t.Errorf("%v rows printed, want 60 awards, a subtotal and the total", got)
	}
	b.want("after printing, the search is back", before...)
}

// pagesHaveHeadings reads the printed pages: each of the table has its heading,
// and the total stands on the last with an award.
func pagesHaveHeadings(t *testing.T, pdf []byte) {
	t.Helper()
	tool, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Log("no pdftotext on PATH: the printed headings are not looked at")
		return
	}
	cmd := exec.Command(tool, "-layout", "-", "-")
	cmd.Stdin = bytes.NewReader(pdf)
	text, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	pages := strings.Split(strings.TrimSuffix(string(text), "\f"), "\f")
	for i, page := range pages[1:] {
		words := strings.ReplaceAll(strings.Join(strings.Fields(page), ""), "\u200b", "")
		if !strings.Contains(words, "单位名称") || !strings.HasSuffix(words, fmt.Sprintf("—%d—", i+2)) {
			t.Errorf("page %d lacks its heading or number:\n%s", i+2, page)
		}
	}
	if last := pages[len(pages)-1]; !strings.Contains(last, "合计") || !strings.Contains(last, "省级") {
		t.Errorf("the last page lacks the total or an award:\n%s", last)
	}
}

func TestThePageFitsAPhone(t *testing.T) {
	b := newBrowser(t, phone)
	url, _ := served(t, made(t, testSettings(t), testAwards(t)))
	b.open(url)
	b.picture("phone.png")
	if got := b.js(`return document.documentElement.scrollWidth`).(float64); got > phone {
		t.Errorf("the page is %v wide", got)
	}
	b.write("#find", "诊断研究")
	b.want("searched on a phone", "6 1.80005", "（三）支持节能诊断 小计（1项，1家） 1.80005", "合计（1项，1家） 1.80005")
	b.js(`document.getElementById("table").scrollIntoView()`)
	b.picture("phone-table.png")
}

func pageAddsInYuan(t *testing.T, b *browser) {
	s := testSettings(t)
	s.Amounts = InYuan
	url, _ := served(t, made(t, s, testAwards(t)))
	b.open(url)
	b.write("#find", "西河")
	if got := b.status(); got != "找到 3 项（共 8 项），2 家单位，合计 229,880.50 元" {
		t.Errorf("status %q", got)
	}
}

// A large year is searched while one types.
func pageHoldsThousands(t *testing.T, b *browser) {
	url, _ := served(t, made(t, testSettings(t), fullAwards(t, 5000)))
	b.open(url)
	took := b.js(`const begin = performance.now(), find = document.getElementById("find");
		find.value = "智能仓储 西河区"; find.dispatchEvent(new Event("input"));
		document.getElementById("table").offsetHeight;
		return performance.now() - begin`).(float64)
	if !strings.HasPrefix(b.status(), "找到 ") || took > 3000 {
		t.Errorf("%s after %v ms", b.status(), took)
	}
	t.Logf("searched in %v ms", took)
}

func pageCannotReachTheNetwork(t *testing.T, b *browser) {
	url, requests := served(t, made(t, testSettings(t), testAwards(t)))
	b.open(url)
	b.call("POST", "/timeouts", map[string]int{"script": 5000})
	got := b.call("POST", "/execute/async",
		map[string]any{"script": `const done = arguments[0]; fetch("/leak").then(() => done("fetched"), () => done("refused"))`, "args": []any{}})
	b.js(`const i = new Image(); i.src = "/image"; document.body.append(i); const s = document.createElement("script"); s.src = "/script"; document.body.append(s)`)
	if got != "refused" || len(requests()) != 1 {
		t.Errorf("fetch was %v, requests %q", got, requests())
	}
	if n := len(b.console()); n < 3 {
		t.Errorf("%d complaints, want one for each try", n)
	}
}

func TestThePageNamesNothingElsewhere(t *testing.T) {
	page := string(writtenBytes(t, WriteHTML, made(t, testSettings(t), testAwards(t))))
	for _, s := range []string{"http://", "https://", "src=", "@import", "url(", "innerHTML", "eval("} {
		if strings.Contains(page, s) {
			t.Errorf("the page contains %s", s)
		}
	}
}
