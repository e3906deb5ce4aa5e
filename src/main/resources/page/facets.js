// What the results can be narrowed by: names, dates, and what is in force.

import { FILTERS, pageOf } from "./address.js";
import { el, proportion, svg } from "./elements.js";
import { CHIPS, count, day, FACETS, month } from "./words.js";

const MANY_MONTHS = 36;

/** The facets of names; `choose(facet, values)` is told which values are ticked. */
export function nameFacets(facets, choose) {
  const given = (name) => facets[name] && (facets[name].values.length > 0 || facets[name].missing > 0);
  return FILTERS.filter(given).map((name) => nameFacet(name, facets[name], choose));
}

function nameFacet(name, { values, others }, choose) {
  if (values.length === 0) {
    return el("div", { class: "facet" },
      el("h3", {}, FACETS[name]),
      el("p", { class: "none" }, "Not given in what was found"));
  }
  const most = Math.max(...values.map((one) => one.count));
  const box = el("fieldset", { class: "facet", "data-facet": name, onchange: () => choose(name, ticked(box)) },
    el("legend", {}, FACETS[name]),
    el("ul", {}, ordered(values).map((one) => valueItem(name, one, most))),
    others > 0 && el("p", { class: "none" }, `and ${others.toLocaleString("en")} more`));
  return box;
}

const ordered = (values) => [...values.filter((one) => one.selected), ...values.filter((one) => !one.selected)];

const ticked = (box) => [...box.querySelectorAll("input:checked")].map((input) => input.value);

function valueItem(name, { value, count: number, selected }, most) {
  const input = el("input", { type: "checkbox", name, value, checked: selected });
  return el("li", {},
    el("label", {}, input,
      el("span", { class: "t", dir: "auto" }, value),
      el("span", { class: "n" }, number.toLocaleString("en"))),
    proportion(number, most));
}

/** One link a value in force, each to the search without it. */
export function chips(state, facets) {
  const links = FILTERS.flatMap((name) => inForce(name, state, facets).map((value, index, all) =>
    chip(CHIPS[name], value, { ...state, [name]: all.filter((other) => other !== value) })));
  if (state.from || state.to) {
    links.push(chip(CHIPS.date, dates(state), { ...state, from: "", to: "" }));
  }
  if (links.length === 0) return [];
  const none = { ...state, from: "", to: "", ...Object.fromEntries(FILTERS.map((name) => [name, []])) };
  return [el("span", { class: "dim" }, "Showing"), ...links,
    links.length > 1 && el("a", { href: pageOf(none), "data-search": true }, "Clear all")].filter(Boolean);
}

/** The values as the archive writes them, where it knows them. */
function inForce(name, state, facets) {
  const known = (facets?.[name]?.values ?? []).filter((one) => one.selected).map((one) => one.value);
  return state[name].length > 0 && known.length > 0 ? known : state[name];
}

function chip(facet, value, without) {
  return el("a", { class: "chip", href: pageOf(without), "data-search": true, "aria-label": `Remove ${facet} ${value}` },
    el("span", {}, el("i", {}, facet), " ", value));
}

/** "7 Nov 2024 to 9 Nov 2024" */
export function dates({ from, to }) {
  if (from && to) return from === to ? day(from) : `${day(from)} to ${day(to)}`;
  return from ? `from ${day(from)}` : to ? `to ${day(to)}` : "any";
}

/** A bar a month, or a year where the months are many; each is a link to the search within it. */
export function histogram({ buckets }, state) {
  if (buckets.length === 0) return [];
  const columns = spread(buckets);
  const most = Math.max(...columns.map((one) => one.count));
  const bars = columns.map((column, index) => {
    const height = column.count === 0 ? 0 : Math.max(3, Math.round((68 * column.count) / most));
    const rect = svg("rect", { class: chosen(column, state) ? "bar on" : "bar", x: index * 100 + 14, y: 72 - height, width: 72, height });
    if (column.count === 0) return null;
    return svg("a", { href: pageOf({ ...state, from: column.from, to: column.to }), "data-search": true,
      "aria-label": `${nameOf(column)}: ${count(column.count, state.type)}` },
      svg("rect", { class: "reach", x: index * 100, y: 0, width: 100, height: 72 }), rect);
  });
  const width = columns.length * 100;
  return [
    svg("svg", { viewBox: `0 0 ${width} 73`, preserveAspectRatio: "none", role: "group", "aria-label": "Hits by date" },
      bars, svg("line", { class: "base", x1: 0, x2: width, y1: 72.5, y2: 72.5 })),
    el("p", { class: "ends", "aria-hidden": "true" }, labels(columns).map((name) => el("span", {}, name))),
  ];
}

const chosen = (column, { from, to }) =>
  (from || to) && (!from || from <= column.to) && (!to || to >= column.from);

/** A column a month or a year, of whole years, so that a lone month looks like one. */
function spread(buckets) {
  const first = monthNumber(buckets[0].from);
  const last = monthNumber(buckets.at(-1).from);
  const width = last - first >= MANY_MONTHS ? 12 : 1;
  const start = first - (first % 12);
  const columns = [];
  for (let at = start; at < last - (last % 12) + 12; at += width) columns.push(column(at, width));
  for (const bucket of buckets) {
    columns[Math.floor((monthNumber(bucket.from) - start) / width)].count += bucket.count;
  }
  return columns;
}

const nameOf = (column) => `${column.month} ${column.year}`.trim();

/** "By month, 2024": what the bars stand for. */
export function caption({ buckets }) {
  if (buckets.length === 0) return "By date";
  const columns = spread(buckets);
  const [first, last] = [columns[0].year, columns.at(-1).year];
  return `By ${columns[0].month ? "month" : "year"}, ${first === last ? first : `${first} to ${last}`}`;
}

/** Every column's name where there is room, else the first and the last. */
function labels(columns) {
  if (columns.length <= 12) return columns.map((one) => one.month || String(one.year));
  return [nameOf(columns[0]), nameOf(columns.at(-1))];
}

function column(at, width) {
  const from = `${iso(at)}-01`;
  const [year, number] = iso(at + width - 1).split("-").map(Number);
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return { from, to: `${iso(at + width - 1)}-${last}`, year, month: width === 12 ? "" : month(from), count: 0 };
}

const monthNumber = (isoDay) => Number(isoDay.slice(0, 4)) * 12 + Number(isoDay.slice(5, 7)) - 1;

const iso = (at) => `${String(Math.floor(at / 12)).padStart(4, "0")}-${String((at % 12) + 1).padStart(2, "0")}`;
