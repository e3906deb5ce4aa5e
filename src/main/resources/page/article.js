// The page of an article: its paragraphs, their quotations in place, and who speaks where.

import { unitsOf } from "./codepoints.js";
import { el, hidden, svg, webAddress } from "./elements.js";
import { partyTag } from "./hits.js";
import { passage, slotClass, slotOf } from "./passage.js";
import { confidence, count, day, decided, initials } from "./words.js";

const part = (id) => document.getElementById(id);
const LENGTH = 1200;

/** Colours each speaker by hash, or by the next free colour, in order of first quotation. */
function slotsOf(quotations) {
  const slots = new Map();
  for (const { speaker } of quotations) {
    if (!speaker?.id || slots.has(speaker.id)) continue;
    const taken = new Set(slots.values());
    let slot = slotOf(speaker);
    while (taken.size < 8 && taken.has(slot)) slot = (slot + 1) % 8;
    slots.set(speaker.id, slot);
  }
  return (speaker) => slots.get(speaker?.id) ?? null;
}

function show(article) {
  const body = article.paragraphs.filter((one) => one.paragraph > 0);
  const quotations = article.paragraphs.flatMap((one) => one.quotations);
  const slots = slotsOf(quotations);
  document.title = `${article.title ?? day(article.date)} – OnRecord`;
  part("head").replaceChildren(...head(article, body, quotations));
  part("speakers").replaceChildren(...speakers(body, quotations, slots));
  part("paragraphs").replaceChildren(...body.map((one) => paragraph(one, slots)));
  arrive();
}

function head(article, body, quotations) {
  const first = article.paragraphs.find((one) => one.paragraph === 0);
  const source = webAddress(article.url);
  const begins = body[0]?.text ?? "";
  const shown = begins.length > 90 ? `${begins.slice(0, 90).replace(/\s+\S*$/u, "")}…` : begins;
  return [
    article.title === null && el("p", { class: "lab" }, "No headline in the archive. It begins:"),
    el("h1", { class: article.title === null && "less", dir: "auto", id: "p0" }, article.title ?? shown),
    el("p", { class: "by" },
      el("b", {}, el("time", { datetime: article.date }, day(article.date))),
      el("span", { dir: "auto" }, article.outlet ?? "Outlet not given"),
      article.section && el("span", { dir: "auto" }, article.section),
      article.author && el("span", { dir: "auto" }, article.author),
      el("span", {}, count(body.length, "original")),
      el("span", {}, count(quotations.length, "quote")),
      source && el("a", { href: source, rel: "noopener noreferrer" }, "As published"),
      el("a", { href: article.links.self }, "JSON")),
    first && first.quotations.length > 0 && el("div", { class: "side" }, "The headline holds a quotation."),
  ].filter(Boolean);
}

function speakers(body, quotations, slots) {
  const groups = new Map();
  for (const one of quotations) {
    const key = one.speaker?.id ?? "";
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(one);
  }
  const lanes = lanesOf(body);
  return [...groups].sort(([, a], [, b]) => b.length - a.length).map(([id, said]) => {
    const { speaker, party, formerParty } = said[0];
    const named = id !== "";
    const name = named ? speaker.name : "Unnamed or unattributed";
    const box = el("input", { type: "checkbox", checked: true, onchange: () => shade(id, box.checked) });
    return el("li", { class: slotClass(slots(speaker)) },
      el("label", {}, box,
        el("span", { class: "ini", "aria-hidden": "true" }, named ? initials(speaker) : "?"),
        el("span", {}, el("span", { dir: "auto" }, name), named && el("small", {}, partyTag(speaker, party, formerParty)?.textContent ?? "")),
        el("span", { class: "n" }, String(said.length), hidden(said.length === 1 ? " quotation" : " quotations"))),
      svg("svg", { class: "lane", "aria-hidden": "true", viewBox: `0 0 ${LENGTH} 20`, preserveAspectRatio: "none" },
        svg("rect", { class: "bg", width: LENGTH, height: 20 }), lanes(said)));
  });
}

/** Where in the article's whole length a speaker's quotations stand. */
function lanesOf(body) {
  const starts = new Map();
  let total = 0;
  for (const { paragraph: ordinal, text, quotations } of body) {
    const units = unitsOf(text);
    for (const one of quotations) starts.set(one.id, { at: total + units(one.start), length: units(one.end) - units(one.start) });
    total += text.length;
  }
  return (said) => said.filter((one) => starts.has(one.id)).map((one) => {
    const { at, length } = starts.get(one.id);
    return svg("rect", { class: "seg", x: (LENGTH * at) / total, width: Math.max(4, (LENGTH * length) / total), height: 20 });
  });
}

function shade(id, on) {
  for (const one of document.querySelectorAll(".q")) {
    if (one.dataset.speaker === id) one.classList.toggle("off", !on);
  }
}

function paragraph({ paragraph: ordinal, text, quotations, struck }, slots) {
  return el("div", { class: "para", id: `p${ordinal}` },
    el("a", { class: "no", href: `#p${ordinal}`, "aria-label": `Paragraph ${ordinal}` }, String(ordinal)),
    passage(text, quotations, [], slots),
    quotations.length + struck.length > 0 && el("ul", { class: "side" },
      quotations.map((one) => note(one, ordinal, slots)), struck.map(withdrawn)));
}

/** What was taken for a quotation until an editor struck it. */
function withdrawn(one) {
  return el("li", { class: "slotn" },
    el("span", { class: "ini", "aria-hidden": "true" }, "×"),
    el("span", { title: one.note },
      el("s", { dir: "auto" }, one.content), " ", decided("struck as no quotation", one)));
}

function note(quotation, ordinal, slots) {
  const { kind, marked, cue, speaker, correction } = quotation;
  const { level, reason } = confidence(quotation, ordinal);
  return el("li", { class: slotClass(slots(speaker)) },
    el("span", { class: "ini", "aria-hidden": "true" }, initials(speaker)),
    el("span", { title: reason }, hidden(`${speaker?.name ?? "Unattributed"}: `), kind,
      kind !== "indirect" && !marked && [", ", el("b", {}, "marks lost")],
      cue ? [", cue ", el("i", { class: "cue", dir: "auto" }, cue)] : ", no cue", ", ",
      level === "check" ? el("b", {}, level) : level,
      correction && [", ", el("b", { dir: "auto" }, decided("corrected", correction))]));
}

/** Washes the paragraph that the address points at. */
function arrive() {
  document.querySelectorAll(".hitp").forEach((one) => one.classList.remove("hitp"));
  const target = /^#p\d+$/.test(location.hash) ? part(location.hash.slice(1)) : null;
  if (!target) return;
  if (target.classList.contains("para")) target.classList.add("hitp");
  target.scrollIntoView({ block: "center" });
  target.querySelector(".no")?.focus({ preventScroll: true });
}

function showMissing(detail) {
  document.title = "Not found – OnRecord";
  part("head").replaceChildren(
    el("h1", { class: "less" }, "There is no such article"), el("p", { class: "dim" }, detail));
  part("rail").hidden = true;
}

async function load() {
  const id = location.pathname.slice("/articles/".length);
  const answer = await fetch(`/api/v1/articles/${id}`, { headers: { Accept: "application/json" } });
  const body = await answer.json();
  if (answer.ok) show(body);
  else showMissing(body.detail);
}

part("back").href = `/${location.search}`;
if (location.search) part("back").textContent = "Back to the results";
addEventListener("hashchange", arrive);
load().catch(() => showMissing("The service does not answer. Load the page again."));
