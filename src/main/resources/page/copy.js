// Copies what a link leads to, or what a button holds; says so.

const PATIENCE = 4000;
const LONGER = 20000;
const status = () => document.getElementById("status");
let timer;

/** Says something for a while, with what can be done about it. */
export function say(text, ...more) {
  const place = status();
  if (!place) return;
  place.replaceChildren(text, ...more);
  clearTimeout(timer);
  timer = setTimeout(() => place.replaceChildren(), more.length > 0 ? LONGER : PATIENCE);
}

/** Copies a text, or one that is still to come; `from` is what was pressed. */
export async function copy(text, what, from) {
  const words = Promise.resolve(text);
  try {
    await put(words);
    say(`Copied the ${what}.`);
    if (from) answer(from);
  } catch {
    const told = await words.catch(() => null);
    say(told === null ? "That could not be copied. Try again." : `This browser does not let the page copy. The ${what}: ${told}`);
  }
}

async function textAt(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.text();
}

/** Some browsers want to be asked at once, with the words to follow; some have no clipboard without HTTPS. */
async function put(words) {
  if (navigator.clipboard?.write && window.ClipboardItem) {
    try {
      const blob = words.then((text) => new Blob([text], { type: "text/plain" }));
      await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]);
      return;
    } catch {
      // By the older way, then.
    }
  }
  const area = document.createElement("textarea");
  area.value = await words;
  area.className = "vh";
  const focused = document.activeElement;
  document.body.append(area);
  area.select();
  const copied = document.execCommand("copy");
  area.remove();
  focused?.focus({ preventScroll: true });
  if (!copied) throw new Error("no clipboard");
}

/** What was pressed says for a while that it is done, in as much room as before. */
function answer(pressed) {
  const before = pressed.dataset.label ?? pressed.textContent;
  pressed.dataset.label = before;
  pressed.textContent = "Copied";
  setTimeout(() => { pressed.textContent = before; }, PATIENCE / 2);
}

const FORMS = [["Text", ""], ["HTML", "html"], ["Markdown", "markdown"], ["BibTeX", "bibtex"], ["RIS", "ris"], ["JSON-LD", "json-ld"]];

/** Gives each citation that can be copied its other forms, in a menu that is made when it is opened. */
export function offerForms(within) {
  for (const link of within.querySelectorAll(".hit .acts a[data-copy=citation]")) {
    if (link.nextElementSibling?.matches(".menu")) continue;
    const [menu, summary] = [document.createElement("details"), document.createElement("summary")];
    menu.className = "menu";
    summary.textContent = "Copy as";
    menu.append(summary);
    summary.addEventListener("click", () => fill(menu, link), { once: true });
    link.after(menu);
  }
}

/** The address of a result that stays: its own page, or its place in the article, without the search. */
export function lasting(hit) {
  const page = hit.querySelector("a[rel=bookmark]");
  if (page) return page.href;
  const place = new URL(hit.querySelector("h2 a, .acts a").href);
  place.search = "";
  return place.href;
}

function fill(menu, link) {
  const list = document.createElement("ul");
  const items = FORMS.map(([name, form]) => [name, form ? `${link.getAttribute("href")}?as=${form}` : link.href, form ? name : "citation"]);
  items.push(["Link", lasting(menu.closest(".hit")), "link"]);
  const page = menu.parentElement.querySelector("a[rel=bookmark]")?.getAttribute("href");
  if (page) items.push(["Embed", `${page}#embed`, ""]);
  for (const [name, address, what] of items) {
    const [item, one] = [document.createElement("li"), document.createElement("a")];
    one.href = address;
    one.textContent = name;
    if (what) one.dataset.copy = what;
    item.append(one);
    list.append(item);
  }
  menu.append(list);
}

document.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0) return;
  const link = event.target.closest("a[data-copy]");
  const button = event.target.closest("[data-copy-text]");
  if (link) {
    event.preventDefault();
    const what = link.dataset.copy;
    if (what === "link") copy(link.href, what, link);
    else copy(textAt(link.href), what === "citation" ? what : `citation as ${what}`, link);
  } else if (button) {
    copy(button.dataset.copyText, button.textContent.replace(/^Copy /u, ""), button);
  }
});

offerForms(document);
