// Keys. Single letters can be switched off, and do nothing where one types.

import { copy, lasting } from "./copy.js";

const KEY = "onrecord.letters";
const part = (id) => document.getElementById(id);

const remembered = () => {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
};
let on = remembered() !== "off";

const hits = () => [...document.querySelectorAll("#hits > .hit")];
const current = () => document.querySelector(".hit[aria-current]") ?? document.activeElement?.closest(".hit");

/** Moves to the result before or after. */
function step(by) {
  const all = hits();
  const at = all.indexOf(current());
  const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by];
  if (!next) return;
  mark(next);
  next.querySelector("h2 a, .acts a")?.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
}

function mark(hit) {
  hits().forEach((one) => one.removeAttribute("aria-current"));
  hit?.setAttribute("aria-current", "true");
}

const press = (selector) => current()?.querySelector(selector)?.click();

function copyLink() {
  const hit = current();
  if (hit) copy(lasting(hit), "link");
}

const LETTERS = {
  "/": () => part("q")?.select(),
  "?": help,
  j: () => step(1),
  k: () => step(-1),
  c: () => press('a[data-copy=citation]'),
  l: copyLink,
  f: () => {
    const names = part("names");
    if (!names) return;
    names.open = true;
    (names.querySelector("input") ?? names.querySelector("summary"))?.focus();
  },
  1: () => document.querySelector('[data-key="1"]')?.click(),
  2: () => document.querySelector('[data-key="2"]')?.click(),
  3: () => document.querySelector('[data-key="3"]')?.click(),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  const typing = event.target.closest("input:not([type=checkbox]), select, textarea, [contenteditable]");
  if (event.key === "Enter" && !typing && !event.target.closest("a, button, summary, input, [role=slider]")) {
    const link = current()?.querySelector("h2 a, .acts a")?.href;
    if (link) location.assign(link);
    return;
  }
  if (event.key === "Escape") {
    document.querySelectorAll("details.menu[open]").forEach((one) => { one.open = false; });
    return;
  }
  if (typing || !on || document.querySelector("dialog[open]")) return;
  const act = LETTERS[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

document.addEventListener("focusin", (event) => {
  const hit = event.target.closest("#hits > .hit");
  if (hit) mark(hit);
});

document.addEventListener("click", (event) => {
  document.querySelectorAll("details.menu[open]").forEach((one) => {
    if (!one.contains(event.target)) one.open = false;
  });
});

/** Shows the keys and what can be typed, as the page of help has them. */
async function help() {
  let dialog = part("help");
  if (!dialog) {
    const answer = await fetch(`${document.documentElement.dataset.path ?? ""}/help`, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    dialog = document.createElement("dialog");
    dialog.id = "help";
    dialog.setAttribute("aria-label", "How to search");
    const close = document.createElement("form");
    close.method = "dialog";
    const button = document.createElement("button");
    button.className = "btn sec";
    button.textContent = "Close";
    close.append(button);
    const content = document.importNode(page.querySelector(".prose"), true);
    content.querySelectorAll("h1").forEach((one) => {
      const heading = document.createElement("h2");
      heading.append(...one.childNodes);
      one.replaceWith(heading);
    });
    dialog.append(close, content);
    document.body.append(dialog);
    bindSwitch(dialog);
  }
  dialog.showModal();
  dialog.querySelector("#keys")?.scrollIntoView();
}

function bindSwitch(within) {
  const box = within.querySelector("#letters");
  if (!box) return;
  box.checked = on;
  box.addEventListener("change", () => {
    on = box.checked;
    try {
      localStorage.setItem(KEY, on ? "on" : "off");
    } catch {
      // It then holds for this page alone.
    }
  });
}

bindSwitch(document);
