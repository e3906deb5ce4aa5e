// Completes what is typed, from what the archive holds. Nothing is chosen before one chooses.

const WAIT = 120;
const GROUPS = { person: "People", party: "Parties", phrase: "Phrases in the archive" };

/** Gives a box a list of completions; `choose(q)` is told the query that one stands for. */
export function complete(box, choose) {
  const list = document.createElement("ul");
  list.id = "completions";
  list.className = "pop";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Completions");
  box.closest("form").append(list);
  box.setAttribute("role", "combobox");
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-controls", list.id);
  box.setAttribute("aria-expanded", "false");

  let timer;
  let running = new AbortController();
  const options = () => [...list.querySelectorAll("[role=option]")];
  const chosen = () => list.querySelector("[aria-selected=true]");

  function close() {
    clearTimeout(timer);
    running.abort();
    list.hidden = true;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  }

  function select(option) {
    options().forEach((one) => one.setAttribute("aria-selected", one === option));
    if (option) {
      box.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else {
      box.removeAttribute("aria-activedescendant");
    }
  }

  async function ask() {
    const typed = lastName(box.value.trim());
    running.abort();
    if (!typed || typed.length > 200) return close();
    running = new AbortController();
    try {
      const answer = await fetch(`${document.documentElement.dataset.path ?? ""}/api/v1/suggest?size=9&q=${encodeURIComponent(typed)}`, { signal: running.signal });
      if (answer.ok) show((await answer.json()).completions, typed);
    } catch {
      // Completions are a help that the search does without.
    }
  }

  function show(completions, typed) {
    if (document.activeElement !== box || completions.length === 0) return close();
    const rows = [];
    let group = "";
    for (const one of completions) {
      if (one.kind !== group) rows.push(row("g", GROUPS[one.kind]));
      group = one.kind;
      rows.push(option(rows.length, one.text, count(one.count), whole(box.value, one), one.kind === "phrase"));
    }
    const named = completions.find((one) => one.kind !== "phrase");
    if (named) {
      const page = option(rows.length + 1, named.kind === "party" ? named.text : `Who is ${named.text}`, "Page", "", false);
      page.dataset.href = pageOf(named);
      rows.push(row("g", "Profile"), page);
    }
    rows.push(row("g", "Search"), option(rows.length + 1, `Everything for ${box.value.trim()}`, "Enter", box.value.trim(), false));
    list.replaceChildren(...rows);
    list.hidden = false;
    box.setAttribute("aria-expanded", "true");
    select(null);
  }

  function option(number, text, beside, q, archive) {
    const item = row("", "");
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.id = `completion-${number}`;
    item.dataset.q = q;
    const [words, note] = [document.createElement("bdi"), document.createElement("small")];
    words.textContent = text;
    words.className = archive ? "ser" : "";
    note.textContent = beside;
    item.append(words, note);
    item.addEventListener("pointerdown", (event) => event.preventDefault());
    item.addEventListener("click", () => take(item));
    return item;
  }

  function take(item) {
    close();
    if (item.dataset.href) location.assign(item.dataset.href);
    else choose(item.dataset.q);
  }

  box.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
  });
  box.addEventListener("blur", close);
  box.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const all = options();
    const at = all.indexOf(chosen());
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) return void ask();
      const by = event.key === "ArrowDown" ? 1 : -1;
      select(all[at + by] ?? (at < 0 ? all.at(-1) : null));
    } else if (event.key === "Enter" && !list.hidden && chosen()) {
      event.preventDefault();
      take(chosen());
    } else if (event.key === "Enter") {
      close();
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (list.hidden) box.value = "";
      close();
    }
  });
}

const FIELD = /^(.*?)\b(speaker|mention|party|mentionedParty):"?([^"]*)$/su;

/** What of the box is completed: the value of a field that is being typed, else all of it. */
const lastName = (typed) => FIELD.exec(typed)?.[3].trim() ?? typed;

/** What stands in the box once a completion is taken. */
function whole(typed, one) {
  const within = FIELD.exec(typed.trim());
  if (!within) return queryOf(one);
  const value = one.kind === "party" ? one.id : one.text;
  return `${within[1]}${within[2]}:"${value.replaceAll('"', "")}"`;
}

const PATH = document.documentElement.dataset.path ?? "";
const pageOf = ({ kind, text, id }) =>
  kind === "party" ? `${PATH}/parties/${encodeURIComponent(id)}` : `${PATH}/speakers?name=${encodeURIComponent(text)}`;

function row(style, text) {
  const item = document.createElement("li");
  item.className = style;
  item.textContent = text;
  item.setAttribute("role", "presentation");
  return item;
}

const count = (number) => `${number.toLocaleString("en")} ${number === 1 ? "passage" : "passages"}`;

/** A party is asked for as a field, by its id, which means it alone; names and phrases are words like others. */
function queryOf({ kind, text, id }) {
  if (kind !== "party") return text;
  const own = text.toLowerCase() === id ? text : id;
  return /^[\p{L}\p{N}-]+$/u.test(own) ? `party:${own}` : `party:"${own.replaceAll('"', "")}"`;
}
