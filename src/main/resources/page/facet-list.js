// The values of one facet that begin with what is typed; the rest of the page stays.

import { ask } from "./states.js";
import { part, say, silence } from "./view.js";

let timer;
let running = new AbortController();

/** Shows the values of the facet that begin with the prefix, after a wait in milliseconds. */
export function list(name, prefix, wait) {
  clearTimeout(timer);
  timer = setTimeout(async () => {
    running.abort();
    running = new AbortController();
    const { signal } = running;
    const address = new URL(part("view").dataset.address, location.href);
    address.searchParams.set("more", name);
    if (prefix) address.searchParams.set("within", prefix);
    try {
      const next = new DOMParser().parseFromString(await ask(address.href, signal), "text/html");
      const [old, other] = ["ul", ".more"].map((one) => part(`facet-${name}`).querySelector(one));
      const grown = next.getElementById(`facet-${name}`);
      old.replaceWith(document.importNode(grown.querySelector("ul"), true));
      other?.remove();
      const number = grown.querySelectorAll("li").length;
      say(number === 1 ? "1 value" : `${number} values`);
    } catch (fault) {
      if (!signal.aborted) silence(fault, () => list(name, prefix, 0));
    }
  }, wait);
}
