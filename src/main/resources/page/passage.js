// A text of the archive with its quotations shaded and the query's words marked.

import { unitsOf } from "./codepoints.js";
import { el, hidden } from "./elements.js";
import { initials } from "./words.js";

/** One of the eight ways in which a speaker is coloured: FNV-1a of the id. */
export function slotOf(speaker) {
  if (!speaker?.id) return null;
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(speaker.id)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash % 8;
}

export const slotClass = (slot) => (slot === null || slot === undefined ? "slotn" : `slot${slot}`);

/** Where the snippets of a field mark words in its text, in UTF-16 units. */
export function marksIn(text, snippets, field) {
  const marks = [];
  let from = 0;
  for (const snippet of snippets.filter((one) => one.field === field)) {
    const found = text.indexOf(snippet.text, from);
    const at = found < 0 ? text.indexOf(snippet.text) : found;
    if (at < 0) continue;
    const units = unitsOf(snippet.text);
    for (const { start, end } of snippet.highlights) marks.push({ start: at + units(start), end: at + units(end) });
    from = at + snippet.text.length;
  }
  return marks.sort((a, b) => a.start - b.start);
}

/** The nodes of `text` between two offsets, its marked words in `mark`; spans in UTF-16 units, in order. */
export function marked(text, marks, start = 0, end = text.length) {
  const nodes = [];
  let at = start;
  for (const mark of marks) {
    const from = Math.max(mark.start, at);
    const to = Math.min(mark.end, end);
    if (from >= to) continue;
    nodes.push(text.slice(at, from), el("mark", {}, text.slice(from, to)));
    at = to;
  }
  nodes.push(text.slice(at, end));
  return nodes;
}

/** A paragraph's text with each quotation in its place; `slots` colours speakers otherwise than by their hash. */
export function passage(text, quotations, marks, slots = slotOf) {
  const units = unitsOf(text);
  const spans = quotations
    .flatMap((quotation) => quotation.segments.map((segment) => ({
      quotation, start: units(segment.start), end: units(segment.end) })))
    .sort((a, b) => a.start - b.start);
  const nodes = [];
  let at = 0;
  for (const span of spans) {
    const start = Math.max(span.start, at);
    if (start >= span.end) continue;
    nodes.push(...marked(text, marks, at, start), shaded(text, span, start, marks, slots));
    at = span.end;
  }
  nodes.push(...marked(text, marks, at));
  return el("p", { class: "pas", dir: "auto" }, nodes);
}

function shaded(text, { quotation, end }, start, marks, slots) {
  const { speaker, kind } = quotation;
  return el("span", {
    class: `q ${slotClass(slots(speaker))}`, "data-i": initials(speaker), "data-speaker": speaker?.id ?? "" },
    hidden(`${speaker?.name ?? "Unattributed"}, ${kind}: `),
    marked(text, marks, start, end));
}
