// The states of the search, as the server renders them; the last few are kept, to go back to.

const KEPT = 12;

const kept = new Map();

/** A state's page; throws where the service does not answer. */
export async function ask(address, signal) {
  const answer = await fetch(address, { signal, headers: { Accept: "text/html" } });
  if (answer.status >= 500) throw new Error(String(answer.status));
  return answer.text();
}

/** A page that was kept, or undefined. */
export const recall = (address) => kept.get(address);

export function keep(address, html) {
  kept.delete(address);
  kept.set(address, html);
  if (kept.size > KEPT) kept.delete(kept.keys().next().value);
}
