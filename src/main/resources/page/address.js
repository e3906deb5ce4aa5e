// The address is the state: what is searched for stands in it and nowhere else.

export const FILTERS = ["speaker", "party", "mention", "kind", "outlet", "section"];
const SINGLE = ["q", "type", "match", "from", "to", "sort"];
const DEFAULTS = { q: "", type: "paragraph", match: "all", from: "", to: "", sort: "relevance" };

/** The search that an address's query string asks for. */
export function read(queryString) {
  const given = new URLSearchParams(queryString);
  const state = {};
  for (const name of SINGLE) state[name] = given.get(name) || DEFAULTS[name];
  for (const name of FILTERS) state[name] = given.getAll(name).filter(Boolean);
  return state;
}

/** The query string of a search, without what goes without saying. */
export function write(state) {
  const parameters = new URLSearchParams();
  for (const name of SINGLE) {
    if (state[name] !== DEFAULTS[name]) parameters.set(name, state[name]);
  }
  for (const name of FILTERS) state[name].forEach((value) => parameters.append(name, value));
  const written = parameters.toString();
  return written ? `?${written}` : "";
}

/** The page that shows a search. */
export const pageOf = (state) => `/${write(state)}`;

/** The API's answer to a search. */
export function apiOf(state, more = {}) {
  const parameters = new URLSearchParams(write(state));
  for (const [name, value] of Object.entries(more)) parameters.set(name, value);
  return `/api/v1/search?${parameters}`;
}

/** The page of an article at a paragraph, which knows the way back to the search. */
export function articleOf(id, paragraph, state) {
  return `/articles/${encodeURIComponent(id)}${state ? write(state) : ""}#p${paragraph}`;
}
