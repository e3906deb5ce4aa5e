// Sends a draft to be checked and shows it with a verdict at each quotation. Nothing of it is kept here either.

const part = (id) => document.getElementById(id);
const form = part("check");
const PATH = document.documentElement.dataset.path ?? "";
const SLOTS = {
  exact: "slot2", partial: "slot0", altered: "slot1", spliced: "slot6", reported: "slot4",
  "other-speaker": "slot7", "other-date": "slot5", denied: "slot3", "not-here": "unfound",
};
const LETTERS = "onrecord.letters";
let current = -1;

/** An element with what is in it; text is never read as mark-up. */
function element(name, attributes, ...content) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content);
  return made;
}

const words = (verdict) => (verdict ?? "not verified").replace("-", " ");
const slot = (quotation) => SLOTS[quotation.verdict] ?? "unfound";

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const draft = part("draft").value;
  const html = /^\s*<(?:!doctype|html|body|article|div|p|h1)\b/iu.test(draft);
  part("status").textContent = "Checking…";
  part("report").hidden = true;
  try {
    const answer = await fetch(`${PATH}/api/v1/drafts/check`, {
      method: "POST",
      headers: { "Content-Type": html ? "text/html" : "text/plain" },
      body: draft,
    });
    const body = await answer.json();
    if (!answer.ok) throw new Error(body.detail);
    show(body);
  } catch (fault) {
    part("status").textContent = fault instanceof TypeError ? "The service does not answer. Try again." : fault.message;
  }
});

form.addEventListener("reset", () => {
  part("report").hidden = true;
  part("status").textContent = "";
  part("draft").focus();
});

function show(body) {
  const count = body.quotations.length;
  const kinds = Object.entries(body.verdicts).map(([verdict, many]) => `${many} ${words(verdict)}`);
  part("status").textContent = count === 0 ? "No quotation was found in this draft." : "";
  part("summary").textContent = [
    `${count} ${count === 1 ? "quotation" : "quotations"}`,
    ...kinds,
    ...(body.unchecked > 0 ? [`${body.unchecked} not verified`] : []),
  ].join(" · ");
  part("text").replaceChildren(...marked(body));
  part("notes").replaceChildren(...body.quotations.map(note));
  const archive = body.archive;
  part("span").textContent = archive.from
    ? `Against ${archive.articles.toLocaleString("en")} articles of ${archive.from} to ${archive.to}. `
      + "What is not here is not therefore false."
    : "The archive is empty.";
  current = -1;
  part("report").hidden = false;
  part("report-title").focus();
}

/** The draft's text, with each quotation a link to its note. Offsets are code points. */
function marked(body) {
  const text = Array.from(body.text);
  const nodes = [];
  let at = 0;
  body.quotations.forEach((quotation, i) => {
    if (quotation.start < at) return;
    nodes.push(text.slice(at, quotation.start).join(""));
    const label = `${i + 1} ${words(quotation.verdict)}`;
    const mark = {
      class: `q ${slot(quotation)}`,
      href: `#note${i + 1}`,
      id: `quotation${i + 1}`,
      "data-i": label,
      "aria-label": `${label}: ${quotation.text}`,
    };
    nodes.push(element("a", mark,
      text.slice(quotation.start, quotation.end).join("")));
    at = quotation.end;
  });
  nodes.push(text.slice(at).join(""));
  return nodes;
}

function note(quotation, i) {
  const made = element("li", { id: `note${i + 1}`, class: slot(quotation) },
    element("p", { class: "verdict" }, `${i + 1} ${words(quotation.verdict)}`),
    element("blockquote", { class: "said", dir: "auto" }, quotation.text),
    element("p", { class: "dim" }, quotation.speaker ?? "Nobody is named as saying it"),
    element("p", {}, quotation.explained));
  const suggested = quotation.asked?.suggestions ?? [];
  if (suggested.length > 0) {
    const names = suggested.map((one) => `${one.name} (${one.quotations})`).join(", ");
    made.append(element("p", { class: "dim" }, `Speakers of that name: ${names}`));
  }
  const shown = quotation.verdict === "spliced" ? quotation.candidates : quotation.candidates.slice(0, 1);
  for (const candidate of shown) made.append(...evidence(candidate));
  return made;
}

function evidence(candidate) {
  const nodes = [];
  if (candidate.differences.length > 0) {
    nodes.push(element("ul", {}, ...candidate.differences.map((one) =>
      element("li", { class: one.weight },
        ...(one.asked ? [element("del", {}, one.asked), " "] : []),
        ...(one.found ? [element("ins", {}, one.found), " "] : []),
        element("span", { class: "dim" }, `${one.op}, ${one.about}`)))));
  }
  const { article, copyCount } = candidate.hit;
  const where = [article.outlet, article.date, article.title].filter(Boolean).join(", ") || article.id;
  nodes.push(element("p", { class: "pas dim", dir: "auto" },
    candidate.before, element("mark", {}, candidate.found.text), candidate.after));
  nodes.push(element("p", {}, element("a", { class: "source", href: PATH + candidate.page }, `Source: ${where}`),
    copyCount > 0 ? ` and ${copyCount} ${copyCount === 1 ? "copy" : "copies"}` : ""));
  return nodes;
}

/** Goes to a quotation and its note. */
function go(to) {
  const notes = [...part("notes").children];
  if (notes.length === 0) return;
  current = (to + notes.length) % notes.length;
  document.querySelectorAll("#text .q, #notes > li").forEach((one) => one.removeAttribute("aria-current"));
  notes[current].setAttribute("aria-current", "true");
  const quotation = part(`quotation${current + 1}`);
  quotation?.setAttribute("aria-current", "true");
  quotation?.focus({ preventScroll: true });
  quotation?.scrollIntoView({ block: "center" });
  notes[current].scrollIntoView({ block: "nearest" });
}

part("next").addEventListener("click", () => go(current + 1));
part("previous").addEventListener("click", () => go(current < 0 ? -1 : current - 1));
part("print").addEventListener("click", () => window.print());
part("text").addEventListener("click", (event) => {
  const quotation = event.target.closest(".q");
  if (!quotation) return;
  event.preventDefault();
  go(Number(quotation.id.slice("quotation".length)) - 1);
});

function letters() {
  try {
    return localStorage.getItem(LETTERS) !== "off";
  } catch {
    return true;
  }
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !letters()) return;
  if (event.target.closest("input, textarea, select") || part("report").hidden) return;
  if (event.key === "n") go(current + 1);
  if (event.key === "p") go(current < 0 ? -1 : current - 1);
});
