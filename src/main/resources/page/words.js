// How the page says things: one word for one thing.

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

export const FACETS = {
  speaker: "Speaker",
  party: "Party on the date",
  mention: "Mentioned",
  kind: "Kind",
  outlet: "Outlet",
  section: "Section",
};

/** What a facet is called where its value follows. */
export const CHIPS = { ...FACETS, party: "Party", date: "Date" };

/** "7 Nov 2024" of "2024-11-07". */
export function day(iso) {
  if (!iso) return "date not given";
  const [year, month, date] = iso.split("-");
  return `${Number(date)} ${MONTHS[Number(month) - 1]} ${Number(year)}`;
}

/** "Nov" of "2024-11-07". */
export const month = (iso) => MONTHS[Number(iso.split("-")[1]) - 1];

const THINGS = {
  paragraph: ["passage", "passages"],
  quote: ["quotation", "quotations"],
  any: ["hit", "hits"],
  article: ["article", "articles"],
  original: ["paragraph", "paragraphs"],
};

/** "1 passage", "1,204 quotations". */
export function count(number, thing) {
  const [one, many] = THINGS[thing];
  return `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
}

/** Up to three letters that stand for a name; "?" for nobody in particular. */
export function initials(speaker) {
  if (!speaker || speaker.type === "unnamed") return "?";
  const letters = speaker.name.match(/(?<![\p{L}\p{N}])\p{L}/gu) ?? ["?"];
  return letters.slice(0, 3).join("").toUpperCase();
}

/** How sure the speaker of a quotation in this paragraph is, as a word with its reason. */
export function confidence(quotation, paragraph) {
  const level = quotation.confidence >= 0.9 ? "clear" : quotation.confidence >= 0.6 ? "likely" : "check";
  return { level, word: level[0].toUpperCase() + level.slice(1), reason: reason(quotation, paragraph) };
}

/** "corrected by R. Elm on 23 Nov 2026". */
export const decided = (what, { by, at }) => `${what} by ${by} on ${day(at.slice(0, 10))}`;

function reason(quotation, paragraph) {
  const { speaker, source, cue, correction } = quotation;
  if (correction) return decided("corrected", correction);
  if (!speaker) return "nobody is named as saying it";
  const elsewhere = source && quotation.sourceParagraph !== paragraph;
  if (speaker.type === "unnamed") return "the article does not name who says it";
  if (source && named(source, speaker.name)) {
    return elsewhere ? `named in paragraph ${quotation.sourceParagraph}` : cue ? "named in the sentence" : "named, but with no cue";
  }
  if (!cue) return "no cue in the sentence: carried on from what stands before";
  return source ? `“${source}” taken to be ${speaker.name}` : `taken to be ${speaker.name}`;
}

function named(source, name) {
  return source.toLowerCase().includes(name.toLowerCase().split(/\s+/).at(-1));
}
