// The page to search on. The server renders every state of it; this fetches the next state and puts in what is
// different, so that nothing flickers, and what had the focus keeps it.

import { brush } from "./brush.js";
import { complete } from "./combobox.js";
import { offerForms } from "./copy.js";
import { list } from "./facet-list.js";
import { watchGrowth } from "./growth.js";
import { ask, keep, recall } from "./states.js";
import { busy, focusKey, focusOn, part, say, show, silence, swap } from "./view.js";

const PATIENCE = 300;
const PATH = document.documentElement.dataset.path ?? "";

const form = part("find");
let running = new AbortController();

/** Goes to a state: `how` is "push", "replace", or "stay" where the address is there already. */
async function go(address, how = "push", then = {}) {
  running.abort();
  running = new AbortController();
  const { signal } = running;
  const waiting = setTimeout(() => busy(true), PATIENCE);
  try {
    const html = (how === "stay" && recall(address)) || (await ask(address, signal));
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
    show(next, view, then, ready);
    requestAnimationFrame(() => setTimeout(() => performance.measure("shown", "answered")));
  } catch (fault) {
    if (!signal.aborted) silence(fault, () => go(address));
  } finally {
    clearTimeout(waiting);
    if (!signal.aborted) busy(false);
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
    offerForms(list);
    swap("pager", next);
    keep(view.dataset.address, html);
    history.replaceState(history.state, "", view.dataset.address);
    part("view").dataset.address = view.dataset.address;
    added[0]?.querySelector("a")?.focus({ preventScroll: true });
    say(`${added.length} more`);
  } catch (fault) {
    link.removeAttribute("aria-busy");
    if (!signal.aborted) silence(fault, () => more(link));
  }
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
  return query ? `${PATH}/?${query}` : `${PATH}/`;
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
  if (address !== `${PATH}/` && !address.startsWith(`${PATH}/?`)) return;
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
  offerForms(part("view"));
  brush((from, to) => {
    part("from").value = from;
    part("to").value = to;
    go(asked());
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
