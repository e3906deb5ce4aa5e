// Elements made from text: whatever comes from the archive enters the page by text nodes and attributes only.

const SVG = "http://www.w3.org/2000/svg";

/** An element; children are elements, strings, or nothing (null, undefined, false). */
export function el(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

/** An element of a drawing. */
export function svg(name, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child || child === 0));
  return element;
}

/** Text that only a screen reader says. */
export const hidden = (text) => el("span", { class: "vh" }, text);

/** A line as long as the share of `count` in `most`. */
export function proportion(count, most) {
  const width = most > 0 ? Math.max(1, Math.round((100 * count) / most)) : 0;
  return svg("svg", { viewBox: "0 0 100 2", preserveAspectRatio: "none", "aria-hidden": "true" },
    svg("rect", { class: "tr", width: 100, height: 1 }),
    svg("rect", { class: "br", width, height: 2 }));
}

/** An address that may be linked to: the web's, never a script's. */
export function webAddress(address) {
  return /^https?:\/\//i.test(address ?? "") ? address : null;
}
