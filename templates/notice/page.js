"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const table = $("table"), body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  const rows = [...body.rows].map((tr, place) => ({
    tr, place,
    kind: tr.className,
    group: tr.dataset.group,
    fen: Number(tr.dataset.fen),
    text: fold(tr.textContent),
    first: tr.cells[0].textContent,
    sum: tr.querySelector(".right").textContent,
  }));
  const awards = rows.filter((r) => r.kind === "award");
  const members = new Map();
  for (const r of awards) members.get(r.group)?.push(r) ?? members.set(r.group, [r]);
  const inOrder = new Intl.Collator("zh-CN", { numeric: true }).compare;
  const money = heads.findIndex((_, i) => awards[0]?.tr.cells[i].className === "right");
  const keys = { "县区": "place", "奖补事项": "item", "认定级别": "rank" };
  const state = { words: [], district: "", clause: "", column: 0, down: false };

  // fold makes full-width, half-width and capital letters alike.
  function fold(s) { return s.normalize("NFKC").toLowerCase(); }

  // wan writes whole fen as 万元 without wasted decimals.
  function wan(fen) {
    const digits = String(Math.abs(fen)).padStart(7, "0");
    const rest = digits.slice(-6).replace(/0+$/, "");
    return (fen < 0 ? "-" : "") + digits.slice(0, -6) + (rest && "." + rest);
  }

  function matches(r) {
    return (!state.district || r.tr.dataset.district === state.district) &&
      (!state.clause || r.tr.dataset.clause === state.clause) &&
      state.words.every((w) => r.text.includes(w));
  }

  // total writes the sum of the shown awards into a row of sums.
  function total(r, shown) {
    const whole = shown.length === (r.kind === "total" ? awards : members.get(r.group)).length;
    const companies = new Set(shown.map((a) => a.tr.dataset.company)).size;
    const fen = shown.reduce((n, a) => n + a.fen, 0);
    r.tr.cells[0].textContent = whole ? r.first : `${r.tr.dataset.label}（${shown.length}项，${companies}家）`;
    r.tr.querySelector(".right").textContent = whole ? r.sum : wan(fen);
    return { fen, companies };
  }

  function compare(a, b) {
    const i = state.column, name = heads[i].dataset.name, key = keys[name];
    let c;
    if (i === 0) c = 0;
    else if (i === money) c = a.fen - b.fen;
    else if (key) c = (a.tr.dataset[key] - b.tr.dataset[key]) * (key === "rank" ? -1 : 1);
    else c = inOrder(a.tr.cells[i].textContent, b.tr.cells[i].textContent);
    if (c === 0) c = a.place - b.place;
    return state.down ? -c : c;
  }

  // show applies the state to the table: what is hidden, in which order, with
  // which sums.
  function show() {
    const shown = new Set(awards.filter(matches)), own = state.column === 0 && !state.down;
    const order = own ? rows : [...awards].sort(compare).concat(rows.filter((r) => r.kind !== "award"));
    const ordered = document.createDocumentFragment();
    for (const r of order) ordered.append(r.tr);
    body.append(ordered);
    let all;
    for (const r of rows) {
      if (r.kind === "award") { r.tr.hidden = !shown.has(r); continue; }
      const mine = r.kind === "total" ? [...shown] : members.get(r.group).filter((a) => shown.has(a));
      const t = total(r, mine);
      if (r.kind === "total") { all = t; continue; }
      r.tr.hidden = !own || mine.length === 0;
    }
    tell(shown.size, all);
    heads.forEach((th, i) => {
      if (i === state.column && !own) th.setAttribute("aria-sort", state.down ? "descending" : "ascending");
      else th.removeAttribute("aria-sort");
    });
    $("sort").value = own ? "" : state.column + (state.down ? "-" : "+");
  }

  function tell(n, all) {
    const part = n < awards.length ? `找到 ${n} 项（共 ${awards.length} 项）` : `共 ${n} 项`;
    $("status").textContent = n ? `${part}，${all.companies} 家单位，合计 ${wan(all.fen)} 万元` : "没有找到，请换一个词或者点“全部显示”";
  }

  function sortBy(column, down) { state.column = column; state.down = down; show(); }

  function reset() {
    Object.assign(state, { words: [], district: "", clause: "", column: 0, down: false });
    for (const id of ["find", "district", "clause"]) $(id).value = "";
    show();
  }

  heads.forEach((th, i) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = th.dataset.name = th.textContent;
    button.addEventListener("click", () => sortBy(i, state.column === i && !state.down));
    th.replaceChildren(button);
  });
  $("find").addEventListener("input", (e) => { state.words = fold(e.target.value).split(/\s+/).filter(Boolean); show(); });
  $("district").addEventListener("change", (e) => { state.district = e.target.value; show(); });
  $("clause").addEventListener("change", (e) => { state.clause = e.target.value; show(); });
  $("sort").addEventListener("change", (e) => sortBy(parseInt(e.target.value) || 0, e.target.value.endsWith("-")));
  $("reset").addEventListener("click", () => { reset(); $("find").focus(); });

  // The paper is always the whole notice in its own order.
  let kept;
  addEventListener("beforeprint", () => {
    kept = { ...state };
    Object.assign(state, { words: [], district: "", clause: "", column: 0, down: false });
    show();
  });
  addEventListener("afterprint", () => { if (kept) { Object.assign(state, kept); kept = undefined; show(); } });

  document.querySelector(".tools").hidden = $("status").hidden = false;
  reset();
})();
