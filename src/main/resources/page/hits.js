// What was found: passages and quotations.

import { articleOf } from "./address.js";
import { spanOf, unitsOf } from "./codepoints.js";
import { el, hidden, svg } from "./elements.js";
import { marked, marksIn, passage, slotClass, slotOf } from "./passage.js";
import { confidence, day, initials } from "./words.js";

/** A hit as an item of the list of results. */
export function hit(found, state) {
  const quotations = found.type === "quote" ? [found.quotation] : found.quotations;
  return el("li", { class: "hit" },
    shoulder(found, quotations),
    el("div", { class: "body" },
      heading(found, state),
      found.type === "quote" ? quotationBody(found) : passageBody(found),
      alsoIn(found, state),
      el("p", { class: "acts" },
        el("a", { href: articleOf(found.article.id, found.paragraph, state) }, "Read in place"),
        el("a", { href: found.links.self }, "JSON"))));
}

/** Where else it stands, in copies of the article. */
function alsoIn({ copies, copyCount }, state) {
  if (copyCount === 0) return null;
  const links = copies.flatMap(({ article, paragraph }, i) => [
    i > 0 && ", ",
    el("a", { href: articleOf(article.id, paragraph, state), dir: "auto" }, article.outlet ?? article.title ?? article.id),
  ]);
  const more = copyCount - copies.length;
  return el("p", { class: "dim" }, "Also in ", links, more > 0 && ` and ${more.toLocaleString("en")} more`);
}

function heading(found, state) {
  const place = found.paragraph === 0 ? "headline" : `paragraph ${found.paragraph}`;
  const { title, id } = found.article;
  if (!title || found.paragraph === 0) return el("h2", { class: "vh" }, `${day(found.article.date)}, ${place}`);
  return el("h2", { class: "headline", dir: "auto" },
    el("a", { href: articleOf(id, found.paragraph, state) }, title), hidden(`, ${place}`));
}

function shoulder(found, quotations) {
  const speakers = new Map();
  for (const quotation of quotations) {
    const key = quotation.speaker?.id ?? quotation.speaker?.name ?? "";
    if (!speakers.has(key)) speakers.set(key, quotation);
  }
  const { date, outlet } = found.article;
  return el("div", { class: "who" },
    [...speakers.values()].map(speakerTag),
    el("span", { class: "meta" }, el("time", { datetime: date }, day(date))),
    outlet && el("span", { class: "meta", dir: "auto" }, outlet),
    el("span", { class: "meta" }, found.paragraph === 0 ? "headline" : `paragraph ${found.paragraph}`));
}

function speakerTag({ speaker, party, formerParty }) {
  return el("span", { class: `speaker ${slotClass(slotOf(speaker))}` },
    el("span", { class: "name" },
      el("span", { class: "ini", "aria-hidden": "true" }, initials(speaker)),
      el("span", { dir: "auto" }, speaker?.name ?? "Unattributed")), " ",
    partyTag(speaker, party, formerParty));
}

/** The speaker's party, in words where it is a former one or not known. */
export function partyTag(speaker, party, formerParty) {
  if (party) return el("span", { class: "party", title: "Party on the article’s date" }, party.name);
  if (formerParty) return el("span", { class: "party former" }, `former ${formerParty.name}`);
  return speaker?.type === "person" ? el("span", { class: "party unk" }, "party not known") : null;
}

function passageBody(found) {
  const marks = marksIn(found.text, found.snippets, "text");
  return [
    passage(found.text, found.quotations, marks),
    matchedByName(found),
    found.quotations.length > 0 && el("ul", { class: "inq" },
      found.quotations.map((quotation) => el("li", { class: slotClass(slotOf(quotation.speaker)) },
        kind(quotation), cueAndSource(quotation), sureness(quotation, found.paragraph)))),
  ];
}

function quotationBody(found) {
  const { quotation } = found;
  const marks = marksIn(found.text, found.snippets, "text");
  const line = { direct: "", indirect: " ind", mixed: " mix" }[quotation.kind];
  return [
    el("blockquote", { class: `said${line} ${slotClass(slotOf(quotation.speaker))}`, dir: "auto" },
      marked(found.text, marks)),
    frame(quotation, found.context),
    matchedByName(found),
    el("p", { class: "facts" }, kind(quotation), sureness(quotation, found.paragraph)),
  ];
}

function kind({ kind: name, marked: hasMarks }) {
  const lost = name !== "indirect" && !hasMarks;
  return el("span", { class: "kind" }, name, lost && el("em", {}, "marks lost"));
}

function cueAndSource({ cue, source }) {
  return el("span", { class: "dim cs" },
    cue ? ["cue ", el("i", { class: "cue", dir: "auto" }, cue)] : "no cue",
    source ? [", source ", el("b", { class: "src", dir: "auto" }, source)] : ", no source");
}

function sureness(quotation, paragraph) {
  const { level, word, reason } = confidence(quotation, paragraph);
  const half = level === "likely" && svg("path", { class: "f", d: "M6 1a5 5 0 0 0 0 10z" });
  return el("span", { class: "dim" },
    el("span", { class: "conf" },
      svg("svg", { viewBox: "0 0 12 12", "aria-hidden": "true" },
        svg("circle", { class: level === "clear" ? "f" : "o", cx: 6, cy: 6, r: 5 }), half),
      el("b", {}, word)), " ",
    el("span", { dir: "auto" }, reason));
}

/** The quotation's sentence, or the one before too where it has no cue, with ⋯ for what is said. */
function frame(quotation, context) {
  const units = unitsOf(context);
  const segments = quotation.segments.map((one) => ({ start: units(one.start), end: units(one.end) }));
  const inside = (span) => (span ? [spanOf(context, span)] : []);
  const source = quotation.sourceSpan && inside(quotation.sourceSpan);
  const wanted = [...segments, ...inside(quotation.cueSpan), ...(source ?? [])];
  const start = sentenceStart(context, Math.min(...wanted.map((one) => one.start)));
  const end = sentenceEnd(context, Math.max(...wanted.map((one) => one.end)));
  const pieces = [
    ...segments.map((span) => ({ ...span, node: () => el("span", { class: "gap", role: "img", "aria-label": "the quotation" }, "⋯") })),
    ...inside(quotation.cueSpan).map((span) => ({ ...span, node: (words) => el("u", {}, words) })),
    ...(source ?? []).map((span) => ({ ...span, node: (words) => el("b", {}, words) })),
  ].sort((a, b) => a.start - b.start);
  const nodes = [];
  let at = start;
  for (const piece of pieces) {
    if (piece.start < at) continue;
    nodes.push(context.slice(at, piece.start), piece.node(context.slice(piece.start, piece.end)));
    at = piece.end;
  }
  nodes.push(context.slice(at, end));
  return el("p", { class: "fr", dir: "auto" }, hidden("In its sentence: "), nodes);
}

function sentenceStart(text, before) {
  const ends = [...text.slice(0, before).matchAll(/[.!?۔][”’"')\]]*\s+/gu)];
  return ends.length ? ends.at(-1).index + ends.at(-1)[0].length : 0;
}

function sentenceEnd(text, after) {
  const end = /[.!?۔][”’"')\]]*(?=\s|$)/u.exec(text.slice(Math.max(0, after - 1)));
  return end ? Math.max(0, after - 1) + end.index + end[0].length : text.length;
}

/** Says why a hit was found whose words are not in the text: they are in the names of those it stands for. */
function matchedByName(found) {
  const text = (found.context ?? found.text).toLowerCase();
  const names = found.snippets.filter(({ field }) => field === "speaker" || field === "mention");
  const missing = new Map();
  const people = new Set();
  for (const { text: name, highlights } of names) {
    const units = unitsOf(name);
    for (const { start, end } of highlights) {
      const word = name.slice(units(start), units(end));
      if (text.includes(word.toLowerCase())) continue;
      missing.set(word.toLowerCase(), word);
      people.add(name);
    }
  }
  if (missing.size === 0) return null;
  const words = [...missing.values()].map((word) => el("i", {}, word));
  return el("p", { class: "why" }, "Matched by name: ",
    interleave([...people].map((name) => standsFor(name, found))), ". ",
    words.length === 1 ? "The word " : "The words ", interleave(words),
    words.length === 1 ? " is not in this passage." : " are not in this passage.");
}

function standsFor(name, found) {
  const quotations = found.quotations ?? [found.quotation];
  const source = quotations.map((one) => (one.speaker?.name === name ? one.source : null))
    .find((words) => words && !words.toLowerCase().includes(name.toLowerCase()));
  return source ? [el("i", {}, source), ` is ${name}`] : name;
}

function interleave(nodes) {
  return nodes.flatMap((node, index) => {
    const joint = index === 0 ? [] : index === nodes.length - 1 ? [" and "] : [", "];
    return [...joint, node].flat();
  });
}
