// The page to search on: reads the address, asks the API, shows the answer.

import { apiOf, pageOf, read } from "./address.js";
import { el } from "./elements.js";
import { caption, chips, dates, histogram, nameFacets } from "./facets.js";
import { hit } from "./hits.js";
import { count, FACETS } from "./words.js";

const PATIENCE = 300;
const part = (id) => document.getElementById(id);

let state = read(location.search);
let running = new AbortController();

/** Goes to another search, as following a link would. */
function go(next) {
  history.pushState(null, "", pageOf(next));
  search();
}

async function ask(address, signal) {
  const answer = await fetch(address, { signal, headers: { Accept: "application/json" } });
  const body = await answer.json();
  if (answer.ok) return body;
  throw Object.assign(new Error(body.detail), { problem: body });
}

async function search() {
  running.abort();
  running = new AbortController();
  const { signal } = running;
  state = read(location.search);
  part("q").value = state.q;
  const waiting = setTimeout(() => part("results").setAttribute("aria-busy", "true"), PATIENCE);
  try {
    show(await ask(apiOf(state), signal));
  } catch (fault) {
    if (signal.aborted) return;
    if (fault.problem) showProblem(fault.problem);
    else showSilence();
  } finally {
    clearTimeout(waiting);
    if (!signal.aborted) part("results").removeAttribute("aria-busy");
  }
}

function show(body) {
  const things = count(body.total, state.type);
  document.title = state.q ? `${state.q}: ${things} – OnRecord` : "OnRecord: who said what, where and when";
  document.querySelector(".find").classList.remove("err");
  part("q").removeAttribute("aria-invalid");
  part("notice").replaceChildren();
  part("grid").hidden = false;
  part("reading").replaceChildren(...reading(body.query));
  part("chips").replaceChildren(...chips(state, body.facets));
  showTabs(body.facets.type);
  showFacets(body.facets);
  part("total").textContent = body.totalUnfolded > body.total ? `${things}, ${body.totalUnfolded.toLocaleString("en")} with copies` : things;
  part("status").textContent = things;
  part("sort").value = state.sort;
  part("hits").replaceChildren(...body.hits.map((found) => hit(found, state)));
  part("nothing").replaceChildren(...(body.total === 0 ? nothing() : []));
  showPager(body);
}

function reading({ explained, relaxed, suggestions }) {
  if (!state.q) return [];
  const line = [];
  if (relaxed) {
    line.push(el("strong", { class: "relaxed" }, "Nothing holds all of the words. These hold at least one, or another of the same root."));
  }
  line.push(el("span", {}, "Read as ", el("b", {}, explained)));
  for (const { instead, q } of suggestions) {
    line.push(el("a", { href: pageOf({ ...state, q }), "data-search": true }, `Did you mean ${instead}?`));
  }
  const several = state.q.trim().split(/\s+/).length > 1;
  if (!relaxed && several) {
    const other = state.match === "any" ? "all" : "any";
    line.push(el("a", { href: pageOf({ ...state, match: other }), "data-search": true },
      other === "any" ? "Any of the words instead" : "All of the words instead"));
  }
  return line;
}

function showTabs(types) {
  const counts = new Map((types?.values ?? []).map((one) => [one.value, one.count]));
  const tabs = [["paragraph", "Passages"], ["quote", "Quotations"]];
  part("tabs").replaceChildren(...tabs.map(([type, name]) =>
    el("a", { href: pageOf({ ...state, type }), "data-search": true, "aria-current": state.type === type && "page" },
      name, " ", el("span", { class: "num" }, (counts.get(type) ?? 0).toLocaleString("en")))));
}

function showFacets(facets) {
  const focused = document.activeElement?.closest?.(".facet input");
  const again = focused && [focused.name, focused.value];
  part("names").replaceChildren(...nameFacets(facets, (name, values) => go({ ...state, [name]: values })));
  if (again) {
    [...part("names").querySelectorAll("input")].find((one) => one.name === again[0] && one.value === again[1])?.focus();
  }
  const inForce = Object.keys(FACETS).reduce((sum, name) => sum + state[name].length, 0);
  part("filters-on").textContent = inForce > 0 ? `${inForce} on` : "";
  part("dates-on").textContent = dates(state);
  part("from").value = state.from;
  part("to").value = state.to;
  part("caption").textContent = facets.date ? caption(facets.date) : "By date";
  part("bars").replaceChildren(...(facets.date ? histogram(facets.date, state) : []));
}

function showPager(body) {
  const shown = part("hits").children.length;
  const pager = part("pager");
  if (body.total === 0) return pager.replaceChildren();
  if (!body.next) return pager.replaceChildren(el("span", { class: "dim" }, shown < 2 ? "That is all." : `All ${shown.toLocaleString("en")} shown.`));
  const more = el("button", { class: "btn sec", type: "button", onclick: () => showMore(more, body.next) }, "More");
  pager.replaceChildren(more,
    el("span", { class: "dim" }, `${shown.toLocaleString("en")} of ${body.total.toLocaleString("en")} shown`));
}

async function showMore(button, after) {
  button.disabled = true;
  const { signal } = running;
  try {
    const body = await ask(apiOf(state, { after, facets: "none" }), signal);
    const added = body.hits.map((found) => hit(found, state));
    part("hits").append(...added);
    showPager(body);
    added[0]?.querySelector("a")?.focus({ preventScroll: true });
    part("status").textContent = `${added.length} more`;
  } catch (fault) {
    if (signal.aborted) return;
    button.disabled = false;
    if (fault.problem) showProblem(fault.problem);
    else showSilence();
  }
}

function nothing() {
  const filters = part("chips").querySelectorAll(".chip");
  if (!state.q && filters.length === 0) {
    return [el("h2", {}, "No articles yet"),
      el("p", {}, "OnRecord reads text and JSON lines from your machine. Nothing leaves it."),
      el("pre", { class: "cmd" }, "./onrecord index FOLDER")];
  }
  const lead = state.q ? ["Nothing holds ", el("i", { dir: "auto" }, state.q)] : "Nothing is left";
  if (filters.length === 0) {
    return [el("h2", {}, lead), el("p", {}, "Try fewer words, or a name in full.")];
  }
  return [el("h2", {}, lead, " within these filters"),
    el("ul", { class: "drop" }, [...filters].map((one) => el("li", {},
      el("a", { href: one.getAttribute("href"), "data-search": true }, `Without ${one.textContent}`))))];
}

/** Says what is wrong, above the results of before. */
function showProblem({ detail, errors, status, instance }) {
  const asked = errors.find((one) => one.parameter === "q");
  part("notice").replaceChildren(el("div", { class: "msg", role: "alert" },
    errors.length > 1
      ? [problemHeading("This search cannot be run."), el("ul", {}, errors.map((one) => el("li", {}, one.detail)))]
      : problemHeading(detail),
    asked && asked.position !== null && el("pre", { class: "caret" },
      state.q.replace(/\s/gu, " "), "\n", " ".repeat(asked.position), el("b", {}, "^")),
    status >= 500 && el("p", { class: "dim" }, instance)));
  part("reading").replaceChildren();
  if (asked) {
    document.querySelector(".find").classList.add("err");
    part("q").setAttribute("aria-invalid", "true");
  }
}

/** The page's heading as long as there are no results to have one. */
function problemHeading(text) {
  return el(part("grid").hidden ? "h1" : "h2", { class: "errt" }, text);
}

function showSilence() {
  part("notice").replaceChildren(el("div", { class: "msg", role: "alert" },
    problemHeading("The service does not answer."),
    el("p", {}, el("button", { class: "btn sec", type: "button", onclick: search }, "Try again"))));
}


function fitDisclosures() {
  const wide = matchMedia("(min-width: 56.25rem)");
  const fit = () => document.querySelectorAll("details.facets").forEach((one) => { one.open = wide.matches; });
  wide.addEventListener("change", fit);
  fit();
}

document.querySelector(".find").addEventListener("submit", (event) => {
  event.preventDefault();
  go({ ...state, q: part("q").value.trim(), match: "all" });
});
part("dates").addEventListener("submit", (event) => {
  event.preventDefault();
  go({ ...state, from: part("from").value, to: part("to").value });
});
part("sort").addEventListener("change", () => go({ ...state, sort: part("sort").value }));
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-search]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  go(read(new URL(link.getAttribute("href"), location.href).search));
  if (!link.isConnected || link.closest("#chips, #nothing")) part("heading").focus();
});
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, select, textarea, [contenteditable]");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  part("q").select();
});
addEventListener("popstate", search);

fitDisclosures();
search();

