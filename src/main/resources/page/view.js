// What the page to search on shows: the next state is put in where it differs, what had the focus keeps it, and
// what changed is said.

const SETTLED = 500;
const REGIONS = ["hiddens", "reading", "who", "notice", "chips", "tabs", "facets", "chart", "results"];

let announcing;

export const part = (id) => document.getElementById(id);

export function busy(on) {
  part("results")?.setAttribute("aria-busy", on);
  document.documentElement.classList.toggle("busy", on);
}

/** Shows the next state; `ready` is called where its parts stand, before the focus is set. */
export function show(next, view, { focus, y, typed }, ready) {
  const fault = view.querySelector("#fault");
  const held = focus ?? focusKey();
  part("find").classList.toggle("err", Boolean(fault));
  if (fault) part("q").setAttribute("aria-invalid", "true");
  else part("q").removeAttribute("aria-invalid");
  if (!typed) part("q").value = next.getElementById("q").value;
  document.title = next.title;
  const feed = document.querySelector('link[type="application/atom+xml"]');
  if (feed && view.dataset.feed) feed.href = view.dataset.feed;
  if (fault && part("results")) {
    // The results of before stay below what is wrong with this search.
    for (const id of ["reading", "who", "notice"]) swap(id, next);
    return;
  }
  if (!part("results") || !next.getElementById("results")) {
    part("view").replaceWith(document.importNode(view, true));
  } else {
    REGIONS.forEach((id) => swap(id, next));
    for (const id of ["names", "dates"]) {
      part(id).querySelector("summary").replaceWith(document.importNode(next.getElementById(id).querySelector("summary"), true));
    }
  }
  part("view").dataset.address = view.dataset.address;
  part("view").dataset.feed = view.dataset.feed;
  ready();
  focusOn(held);
  if (y !== undefined) scrollTo(0, y);
  announce();
}

/** Puts in what a part holds next, unless it holds it already. */
export function swap(id, next) {
  const [old, other] = [part(id), next.getElementById(id)];
  if (!old || !other || old.isEqualNode(other)) return;
  const grown = document.importNode(other, true);
  if (id === "results") {
    old.replaceWith(grown);
  } else {
    old.replaceChildren(...grown.childNodes);
  }
}

/** Says that the service is silent, and offers to ask again. */
export function silence(fault, askAgain) {
  console.info(fault);
  const again = document.createElement("button");
  again.type = "button";
  again.className = "btn sec";
  again.textContent = "Try again";
  again.addEventListener("click", () => {
    part("notice").replaceChildren();
    askAgain();
  });
  const said = document.createElement("p");
  said.className = "errt";
  said.textContent = "The service does not answer. What was found before still stands below.";
  const box = document.createElement("div");
  box.className = "msg";
  box.setAttribute("role", "alert");
  box.append(said, again);
  part("notice").replaceChildren(box);
}

/** Says something to who does not see the page. */
export function say(words) {
  part("status").textContent = words;
}

function announce() {
  clearTimeout(announcing);
  announcing = setTimeout(() => say(part("heading")?.textContent ?? part("fault")?.textContent ?? ""), SETTLED);
}

/** Where a result is read: no other has that. */
const place = (hit) => hit.querySelector("h2 a, .acts a").getAttribute("href");

/** By what the focused thing is known again in the next state. */
export function focusKey() {
  const at = document.activeElement;
  if (!at || at === document.body || at.closest("#find")) return null;
  if (at.closest("#chips")) return { chip: [...document.querySelectorAll("#chips a")].indexOf(at) };
  if (at.matches("input[type=checkbox]")) return { name: at.name, value: at.value };
  if (at.dataset.key) return { key: at.dataset.key };
  if (at.id) return { id: at.id };
  const hit = at.closest(".hit");
  if (hit) return { hit: place(hit) };
  return at.closest("#view") ? { id: "heading" } : null;
}

export function focusOn(key) {
  if (!key) return;
  const named = () => [...document.querySelectorAll(`input[name="${CSS.escape(key.name)}"]`)].find((one) => one.value === key.value);
  const found =
    key.chip !== undefined ? document.querySelectorAll("#chips a")[key.chip]
    : key.name ? named()
    : key.key ? document.querySelector(`[data-key="${CSS.escape(key.key)}"]`)
    : key.hit ? [...document.querySelectorAll(".hit")].find((one) => place(one) === key.hit)?.querySelector("h2 a, .acts a")
    : part(key.id);
  if (found && found === document.activeElement) return;
  (found ?? part("heading"))?.focus({ preventScroll: true });
}
