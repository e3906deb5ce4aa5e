// The page to search on. The server renders every state of it; this fetches the next state and puts in what is
// different, so that nothing flickers, and what had the focus keeps it.

import { brush } from "./brush.js";
import { complete } from "./combobox.js";
import "./copy.js";
import { watchGrowth } from "./growth.js";

const PATIENCE = 300;
const SETTLED = 500;
const KEPT = 12;
const REGIONS = ["hiddens", "reading", "notice", "chips", "tabs", "facets", "chart", "results"];

const part = (id) => document.getElementById(id);
const form = part("find");
const kept = new Map();
let running = new AbortController();
let announcing;

/** Goes to a state: `how` is "push", "replace", or "stay" where the address is there already. */
async function go(address, how = "push", then = {}) {
  running.abort();
  running = new AbortController();
  const { signal } = running;
  const waiting = setTimeout(() => busy(true), PATIENCE);
  try {
    const html = (how === "stay" && kept.get(address)) || (await ask(address, signal));
    performance.mark("answered");
    const next = new DOMParser().parseFromString(html, "text/html");
    const view = next.getElementById("view");
    if (!view) return location.assign(address);
    const own = view.dataset.address;
    keep(own, html);
    if (how === "push") {
      remember();
      if (own !== location.pathname + location.search) history.pushState({}, "", own);
    }
    if (how === "replace") history.replaceState(history.state, "", own);
    show(next, view, then);
    requestAnimationFrame(() => setTimeout(() => performance.measure("shown", "answered")));
  } catch (fault) {
    if (!signal.aborted) silence(address, fault);
  } finally {
    clearTimeout(waiting);
    if (!signal.aborted) busy(false);
  }
}

async function ask(address, signal) {
  const answer = await fetch(address, { signal, headers: { Accept: "text/html" } });
  if (answer.status >= 500) throw new Error(String(answer.status));
  return answer.text();
}

function keep(address, html) {
  kept.delete(address);
  kept.set(address, html);
  if (kept.size > KEPT) kept.delete(kept.keys().next().value);
}

function busy(on) {
  part("results")?.setAttribute("aria-busy", on);
  document.documentElement.classList.toggle("busy", on);
}

function show(next, view, { focus, y, typed }) {
  const fault = view.querySelector("#fault");
  const held = focus ?? focusKey();
  form.classList.toggle("err", Boolean(fault));
  if (fault) part("q").setAttribute("aria-invalid", "true");
  else part("q").removeAttribute("aria-invalid");
  if (!typed) part("q").value = next.getElementById("q").value;
  document.title = next.title;
  const feed = document.querySelector('link[type="application/atom+xml"]');
  if (feed && view.dataset.feed) feed.href = view.dataset.feed;
  if (fault && part("results")) {
    // The results of before stay below what is wrong with this search.
    for (const id of ["reading", "notice"]) swap(id, next);
    return;
  }
  if (!part("results") || !next.getElementById("results")) {
    part("view").replaceWith(document.importNode(view, true));
  } else {
    REGIONS.forEach((id) => swap(id, next));
    for (const id of ["names", "dates"]) {
      part(id).querySelector("summary").replaceWith(document.importNode(next.getElementById(id).querySelector("summary"), true));
    }
  }
  part("view").dataset.address = view.dataset.address;
  part("view").dataset.feed = view.dataset.feed;
  ready();
  focusOn(held);
  if (y !== undefined) scrollTo(0, y);
  announce();
}

/** Puts in what a part holds next, unless it holds it already. */
function swap(id, next) {
  const [old, other] = [part(id), next.getElementById(id)];
  if (!old || !other || old.isEqualNode(other)) return;
  const grown = document.importNode(other, true);
  if (id === "results") {
    old.replaceWith(grown);
  } else {
    old.replaceChildren(...grown.childNodes);
  }
}

/** Adds the results that the list does not show yet. */
async function more(link) {
  running.abort();
  running = new AbortController();
  const { signal } = running;
  link.setAttribute("aria-busy", "true");
  try {
    const html = await ask(link.getAttribute("href"), signal);
    const next = new DOMParser().parseFromString(html, "text/html");
    const view = next.getElementById("view");
    const list = part("hits");
    const added = [...next.querySelectorAll("#hits > li")].slice(list.children.length)
      .map((one) => document.importNode(one, true));
    list.append(...added);
    swap("pager", next);
    keep(view.dataset.address, html);
    history.replaceState(history.state, "", view.dataset.address);
    part("view").dataset.address = view.dataset.address;
    added[0]?.querySelector("a")?.focus({ preventScroll: true });
    say(`${added.length} more`);
  } catch (fault) {
    link.removeAttribute("aria-busy");
    if (!signal.aborted) silence(link.getAttribute("href"), fault);
  }
}

/** Shows one facet with the values that begin so; the rest of the page stays. */
const listing = { timer: undefined, running: new AbortController() };
function list(name, prefix, wait) {
  clearTimeout(listing.timer);
  listing.timer = setTimeout(async () => {
    listing.running.abort();
    listing.running = new AbortController();
    const { signal } = listing.running;
    const address = new URL(part("view").dataset.address, location.href);
    address.searchParams.set("more", name);
    if (prefix) address.searchParams.set("within", prefix);
    try {
      const next = new DOMParser().parseFromString(await ask(address.href, signal), "text/html");
      const [old, other] = ["ul", ".more"].map((one) => part(`facet-${name}`).querySelector(one));
      const grown = next.getElementById(`facet-${name}`);
      old.replaceWith(document.importNode(grown.querySelector("ul"), true));
      other?.remove();
      const number = grown.querySelectorAll("li").length;
      say(number === 1 ? "1 value" : `${number} values`);
    } catch (fault) {
      if (!signal.aborted) silence(address.href, fault);
    }
  }, wait);
}

function silence(address, fault) {
  console.info(fault);
  const again = document.createElement("button");
  again.type = "button";
  again.className = "btn sec";
  again.textContent = "Try again";
  again.addEventListener("click", () => {
    part("notice").replaceChildren();
    go(address);
  });
  const said = document.createElement("p");
  said.className = "errt";
  said.textContent = "The service does not answer. What was found before still stands below.";
  const box = document.createElement("div");
  box.className = "msg";
  box.setAttribute("role", "alert");
  box.append(said, again);
  part("notice").replaceChildren(box);
}

function say(words) {
  part("status").textContent = words;
}

function announce() {
  clearTimeout(announcing);
  announcing = setTimeout(() => say(part("heading")?.textContent ?? part("fault")?.textContent ?? ""), SETTLED);
}

/** By what the focused thing is known again in the next state. */
function focusKey() {
  const at = document.activeElement;
  if (!at || at === document.body || at.closest("#find")) return null;
  if (at.closest("#chips")) return { chip: [...document.querySelectorAll("#chips a")].indexOf(at) };
  if (at.matches("input[type=checkbox]")) return { name: at.name, value: at.value };
  if (at.dataset.key) return { key: at.dataset.key };
  if (at.id) return { id: at.id };
  const hit = at.closest(".hit");
  if (hit) return { hit: hit.dataset.read };
  return at.closest("#view") ? { id: "heading" } : null;
}

function focusOn(key) {
  if (!key) return;
  const named = () => [...document.querySelectorAll(`input[name="${CSS.escape(key.name)}"]`)].find((one) => one.value === key.value);
  const found =
    key.chip !== undefined ? document.querySelectorAll("#chips a")[key.chip]
    : key.name ? named()
    : key.key ? document.querySelector(`[data-key="${CSS.escape(key.key)}"]`)
    : key.hit ? [...document.querySelectorAll(".hit")].find((one) => one.dataset.read === key.hit)?.querySelector("h2 a, .acts a")
    : part(key.id);
  if (found && found === document.activeElement) return;
  (found ?? part("heading"))?.focus({ preventScroll: true });
}

/** Notes where one is, to come back to. */
function remember() {
  history.replaceState({ y: scrollY, focus: focusKey() }, "");
}

/** The address of what the controls say. */
function asked(event) {
  const given = new FormData(form);
  if (event?.submitter?.closest("#find")) given.delete("match");
  const parameters = new URLSearchParams();
  for (const [name, value] of given) {
    if (value.trim()) parameters.append(name, name === "q" ? value.trim() : value);
  }
  const query = parameters.toString();
  return query ? `/?${query}` : "/";
}

const plain = (event) => !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button);

form.addEventListener("submit", (event) => {
  event.preventDefault();
  go(asked(event));
});

document.addEventListener("change", (event) => {
  const control = event.target;
  if (control.form !== form || control.id === "q") return;
  if (control.type === "date" && control.value && control.value < "1000") return;
  go(asked());
});

document.addEventListener("input", (event) => {
  if (event.target.matches(".within")) list(event.target.dataset.facet, event.target.value.trim(), 150);
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches(".within")) event.preventDefault();
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("#view a[href]");
  if (!link || !plain(event) || event.defaultPrevented || link.hasAttribute("download")) return;
  const address = link.getAttribute("href") ?? "";
  if (link.matches(".more[data-facet]")) {
    event.preventDefault();
    list(link.dataset.facet, "", 0);
    part(`facet-${link.dataset.facet}`).querySelector(".within")?.focus();
    return;
  }
  if (!/^\/(\?|$)/.test(address)) return;
  event.preventDefault();
  if (link.dataset.append) more(link);
  else go(address, "push", link.closest("#pager") ? { focus: { id: "heading" }, y: part("results").offsetTop } : {});
});

addEventListener("popstate", (event) => {
  go(location.pathname + location.search, "stay", event.state ?? {});
});

addEventListener("pagehide", remember);

function fitDisclosures() {
  const wide = matchMedia("(min-width: 56.25rem)");
  const fit = () => document.querySelectorAll("details.facets").forEach((one) => { one.open = wide.matches; });
  wide.addEventListener("change", fit);
  fit();
}

function ready() {
  brush((from, to) => {
    part("from").value = from;
    part("to").value = to;
    go(asked(), "replace");
  });
}

fitDisclosures();
addEventListener("beforeprint", () => document.querySelectorAll("details.facets").forEach((one) => { one.open = true; }));
complete(part("q"), (q) => {
  part("q").value = q;
  form.requestSubmit(form.querySelector("[type=submit]"));
});
if (part("results")) {
  keep(part("view").dataset.address, document.documentElement.outerHTML);
  ready();
}
const [arrival] = performance.getEntriesByType("navigation");
if (arrival?.type === "back_forward" && history.state?.focus) focusOn(history.state.focus);
watchGrowth(() => go(part("view").dataset.address, "replace"));
