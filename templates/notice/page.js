"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const table = $("table"), body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  const names = heads.map((th) => th.textContent);
  const at = { district: names.indexOf("县区"), company: names.indexOf("单位名称"), item: names.indexOf("奖补事项"), level: names.indexOf("认定级别") };
  const money = names.findIndex((n) => n.startsWith("奖补金额") || n.startsWith("拟奖补金额"));
  const decimals = Number(table.dataset.decimals);
  const orders = {
    [at.district]: [...$("district").options].map((o) => o.textContent),
    [at.item]: table.dataset.items.split("\n"),
    [at.level]: table.dataset.levels.split("\n"),
  };
  const rows = [...body.rows].map((tr, place) => {
    const sum = tr.className, text = (i) => tr.cells[i].textContent;
    return {
      tr, place,
      kind: sum || "award",
      fen: fenOf(text(sum ? 1 : money)),
      text: fold(tr.textContent),
      first: text(0),
      sum: sum && text(1),
      district: sum ? "" : text(at.district),
      clause: sum ? "" : text(at.item).slice(1).split("）")[0],
      company: sum ? "" : tr.dataset.company || text(at.company),
    };
  });
  const awards = rows.filter((r) => r.kind === "award");
  const members = new Map(); // of each sum
  for (const r of rows) {
    if (r.kind !== "award") members.set(r, r.kind === "total" ? awards : rows.slice(r.place - Number(r.tr.dataset.lines), r.place));
  }
  const inOrder = new Intl.Collator("zh-CN", { numeric: true }).compare;
  const state = { words: [], district: "", clause: "", column: 0, down: false };

  // fold makes full-width, half-width and capital letters alike.
  function fold(s) { return s.normalize("NFKC").toLowerCase(); }

  // fenOf reads an amount exactly, as whole fen.
  function fenOf(text) {
    const [whole, rest = ""] = text.replaceAll(",", "").split(".");
    return Number(whole + rest.padEnd(decimals, "0"));
  }

  // amount writes whole fen as the table does: 万元 without wasted decimals,
  // or 元 in groups.
  function amount(fen) {
    const digits = String(Math.abs(fen)).padStart(decimals + 1, "0");
    const whole = digits.slice(0, -decimals), rest = digits.slice(-decimals);
    const text = decimals === 2 ? whole.replace(/\B(?=(\d{3})+$)/g, ",") + "." + rest : (whole + "." + rest).replace(/\.?0+$/, "");
    return (fen < 0 ? "-" : "") + text;
  }

  function matches(r) {
    return (!state.district || r.district === state.district) &&
      (!state.clause || r.clause === state.clause) &&
      state.words.every((w) => r.text.includes(w));
  }

  // total writes the sum of the shown awards into a row of sums.
  function total(r, shown) {
    const whole = shown.length === members.get(r).length;
    const companies = new Set(shown.map((a) => a.company)).size;
    const fen = shown.reduce((n, a) => n + a.fen, 0);
    r.tr.cells[0].textContent = whole ? r.first : `${r.tr.dataset.label}（${shown.length}项，${companies}家）`;
    r.tr.cells[1].textContent = whole ? r.sum : amount(fen);
    return { fen, companies };
  }

  function compare(a, b) {
    const i = state.column, text = (r) => r.tr.cells[i].textContent, order = orders[i];
    let c;
    if (i === 0) c = 0;
    else if (i >= money && i < names.length - 1) c = fenOf(text(a)) - fenOf(text(b));
    else if (order) c = (order.indexOf(text(a)) - order.indexOf(text(b))) * (i === at.level ? -1 : 1);
    else c = inOrder(text(a), text(b));
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
      const mine = members.get(r).filter((a) => shown.has(a)), t = total(r, mine);
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
    $("status").textContent = n ? `${part}，${all.companies} 家单位，合计 ${amount(all.fen)} ${decimals === 2 ? "元" : "万元"}` : "没有找到，请换一个词或者点“全部显示”";
  }

  function sortBy(column, down) { state.column = column; state.down = down; show(); }

  function reset() {
    Object.assign(state, { words: [], district: "", clause: "", column: 0, down: false });
    for (const id of ["find", "district", "clause"]) $(id).value = "";
    show();
  }

  // A phone shows rows as blocks; the roles keep them a table to who listens.
  table.setAttribute("role", "table");
  for (const part of [table.tHead, body]) part.setAttribute("role", "rowgroup");
  for (const tr of table.rows) {
    tr.setAttribute("role", "row");
    for (const cell of tr.cells) cell.setAttribute("role", cell.tagName === "TD" ? "cell" : cell.scope === "col" ? "columnheader" : "rowheader");
  }

  heads.forEach((th, i) => {
    const button = document.createElement("button");
    button.type = "button";
    th.dataset.name = [...th.childNodes].map((n) => n.data).filter(Boolean).join("\u200b"); // lines end between the words
    button.append(...th.childNodes);
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
