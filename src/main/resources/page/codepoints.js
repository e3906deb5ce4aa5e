// The API counts in Unicode code points, JavaScript strings in UTF-16 units: this is the one place that converts.

/** A function from a code point offset into `text` to the offset that `text.slice` takes; past the end, the end. */
export function unitsOf(text) {
  const astral = /[\u{10000}-\u{10FFFF}]/u.test(text);
  if (!astral) return (offset) => Math.min(offset, text.length);
  const starts = [];
  let unit = 0;
  for (const character of text) {
    starts.push(unit);
    unit += character.length;
  }
  return (offset) => (offset < starts.length ? starts[offset] : text.length);
}

/** The span `{start, end}` of `text` in UTF-16 units. */
export function spanOf(text, span) {
  const units = unitsOf(text);
  return { start: units(span.start), end: units(span.end) };
}
