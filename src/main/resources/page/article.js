// What an article's and a quotation's page do beyond being read: light up who says what, follow keys, correct in place.

import { copy, say } from "./copy.js";
import "./keys.js";

const PATH = document.documentElement.dataset.path ?? "";
const $ = (selector, within = document) => within.querySelector(selector);
const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];

// Who, mention, content: whatever is under the pointer or has the focus lights up with what belongs to it.

const esc = (text) => CSS.escape(text);
const ofSpeaker = (id) => [`.q[data-speaker="${esc(id)}"]`, `.w[data-who="${esc(id)}"]`, `[data-lane="${esc(id)}"]`];
const ofQuotation = (anchor) => [`.q[data-q="${esc(anchor)}"]`, `[data-note="${esc(anchor)}"]`, `.w[data-of~="${esc(anchor)}"]`];

function lit(target) {
  const note = target.closest("[data-note]");
  if (note) return [...ofQuotation(note.dataset.note), `[data-lane="${esc(note.dataset.speaker)}"]`];
  const lane = target.closest("[data-lane]");
  if (lane) return lane.dataset.lane ? ofSpeaker(lane.dataset.lane) : ['.q[data-speaker=""]', '[data-lane=""]'];
  const quotation = target.closest(".q[data-q]");
  if (quotation) return [...ofQuotation(quotation.dataset.q), `[data-lane="${esc(quotation.dataset.speaker)}"]`];
  const words = target.closest(".w");
  if (words?.dataset.of) return words.dataset.of.split(" ").flatMap(ofQuotation);
  return words?.dataset.who ? ofSpeaker(words.dataset.who) : [];
}

function light(target) {
  $$(".lit").forEach((one) => one.classList.remove("lit"));
  const selectors = target instanceof Element ? lit(target) : [];
  if (selectors.length === 0) return;
  for (const one of $$(selectors.join(","))) one.classList.add("lit");
  const slot = [...($(".q.lit")?.classList ?? [])].find((name) => name.startsWith("slot"));
  for (const one of $$(".w.lit")) one.className = `${one.className.replace(/ ?slot\w/u, "")}${slot ? ` ${slot}` : ""}`;
}

document.addEventListener("pointerover", (event) => light(event.target));
document.addEventListener("focusin", (event) => light(event.target));

// Shading.

function shade() {
  const off = new Set($$("[data-shade]:not(:checked)").map((box) => box.dataset.shade));
  for (const one of $$(".q[data-speaker]")) one.classList.toggle("off", off.has(one.dataset.speaker));
  const none = $("#none");
  if (none) {
    const all = off.size > 0 && off.size === $$("[data-shade]").length;
    none.setAttribute("aria-pressed", String(all));
    none.textContent = all ? "Shade all" : "Shade none";
  }
}

const wide = matchMedia("(min-width: 56.25rem)");
const fit = () => {
  if (matchMedia("print").matches) return;
  $$("details.rail").forEach((one) => { one.open = wide.matches; });
};
wide.addEventListener("change", fit);
fit();
addEventListener("beforeprint", () => $$("details.rail").forEach((one) => { one.open = true; }));

document.addEventListener("change", (event) => {
  if (event.target.matches("[data-shade]")) shade();
});

document.addEventListener("click", (event) => {
  if (event.target.closest("#print")) print();
  if (event.target.closest("#none")) {
    const on = $("#none").getAttribute("aria-pressed") === "true";
    for (const box of $$("[data-shade]")) box.checked = on;
    shade();
  }
});

// Arrival: the paragraph takes the focus, so that reading and Tab go on from there.

const para = () => document.getElementById(decodeURIComponent(location.hash.slice(1)))?.closest(".para, h1") ?? null;

function arrive() {
  const link = $(".no", para() ?? undefined);
  if (para() && link) link.focus({ preventScroll: true });
}

addEventListener("hashchange", arrive);
addEventListener("load", () => setTimeout(arrive));

// Keys.

function lettersOn() {
  try {
    return localStorage.getItem("onrecord.letters") !== "off";
  } catch {
    return true;
  }
}

/** To the next or the previous passage that was found, from where the reader is; else to a paragraph that quotes. */
function step(by) {
  const found = $$(".para.also");
  const stops = found.length > 0 ? found : $$(".para:has(.q)");
  const here = para();
  const at = here ? stops.indexOf(here) : -1;
  const next = at >= 0 ? stops[at + by] : by > 0 ? stops[0] : stops.at(-1);
  if (next) location.hash = `#${next.id}`;
  else say(by > 0 ? "This is the last passage." : "This is the first passage.");
}

function cite() {
  const own = $("#quotation a[data-copy]");
  if (own) return own.click();
  const href = para() && $("[data-note] a", para())?.getAttribute("href");
  if (!href) return $("#article") && say("Go to a passage with a quotation first: n and p lead through them.");
  return copy(fetch(`${PATH}/cite${href.slice(PATH.length)}`).then((answer) => answer.text()), "citation");
}

const KEYS = {
  n: () => step(1),
  p: () => step(-1),
  c: cite,
  l: () => copy($("link[rel=canonical]")?.href ?? location.href, "link"),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !lettersOn()) return;
  if (event.target.closest?.("input, textarea, select, [contenteditable], dialog[open]")) return;
  const action = KEYS[event.key];
  if (!action) return;
  event.preventDefault();
  action();
});

// Corrections: the form of the quotation's page, here in a dialog.

async function page(url, options) {
  const answer = await fetch(url, { ...options, headers: { Accept: "text/html" } });
  const html = new DOMParser().parseFromString(await answer.text(), "text/html");
  return { ok: answer.ok, html, url: answer.url };
}

async function openForm(link) {
  const dialog = $("#mend");
  const { ok, html } = await page(link.href);
  const form = $("#correct", html);
  if (!ok || !form) return location.assign(link.href);
  const close = Object.assign(document.createElement("button"), { type: "button", className: "btn sec close", textContent: "Close" });
  close.addEventListener("click", () => dialog.close());
  const textContent = $("blockquote", html).textContent;
  const words = Object.assign(document.createElement("p"), { className: "words", dir: "auto", textContent });
  $("[name=back]", form).value = `${location.pathname.slice(PATH.length)}${location.search}#${link.closest(".para, .head")?.id || "p0"}`;
  $("h2", form).after(words);
  dialog.replaceChildren(close, document.importNode(form, true));
  dialog.showModal();
  $("#who", dialog)?.focus();
  return undefined;
}

document.addEventListener("click", (event) => {
  const link = event.target.closest(".mend");
  if (!link || event.ctrlKey || event.metaKey || event.button !== 0 || !$("#mend")) return;
  event.preventDefault();
  openForm(link).catch(() => location.assign(link.href));
});

const SAID = {
  speaker: (form) => `${form.get("name")} says it now.`,
  party: (form) => `The party is ${form.get("party")} now.`,
  "no-party": () => "No party is given any more.",
  confirm: () => "You have confirmed it.",
  "not-a-quotation": () => "It is no quotation any more.",
  withdraw: () => "The correction is undone.",
};

/** Sends a form and shows the page that it leads to, without leaving the place. */
async function send(form, data) {
  const fault = $(".errt", form);
  const decision = data.get("decision");
  const { ok, html, url } = await page(form.action, { method: "POST", body: new URLSearchParams(data) });
  const part = $("#article") ? "#article" : "#quotation";
  if (ok && !$(part, html)) return location.assign(url);
  if (!ok) {
    const detail = $(".msg p", html)?.textContent ?? "That failed. Try again.";
    if (!fault) return say(detail);
    fault.textContent = detail;
    fault.hidden = false;
    return undefined;
  }
  $("#mend")?.close();
  const y = scrollY;
  $(part).replaceWith(document.importNode($(part, html), true));
  scrollTo(0, y);
  fit();
  shade();
  const undo = document.createElement("button");
  undo.type = "button";
  undo.textContent = "Undo";
  undo.addEventListener("click", () => {
    const back = new FormData();
    back.set("decision", "withdraw");
    back.set("back", data.get("back"));
    send(form, back);
  });
  say(SAID[decision]?.(data) ?? "Saved.", ...(decision === "withdraw" ? [] : [undo]));
  return undefined;
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.action.endsWith("/corrections")) return;
  event.preventDefault();
  const data = new FormData(form, event.submitter);
  send(form, data).catch(() => say("The service does not answer. Try again."));
});

let asked;
document.addEventListener("input", async (event) => {
  const box = event.target.closest("[data-complete]");
  if (!box || box.value.trim().length < 2) return;
  asked?.abort();
  asked = new AbortController();
  try {
    const answer = await fetch(`${PATH}/api/v1/suggest?q=${encodeURIComponent(box.value)}`, { signal: asked.signal });
    if (!answer.ok) return;
    const { completions } = await answer.json();
    const names = completions.filter((one) => one.kind === "person").map((one) => one.text);
    for (const name of names) {
      if (![...box.list.options].some((one) => one.value === name)) box.list.append(new Option(name, name));
    }
  } catch {
    // Typing went on, or the service does not answer: what is typed counts all the same.
  }
});
