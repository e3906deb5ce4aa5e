// The archive's view: counts along while an import runs.

import "./keys.js";

const PAUSE = 2000;
const STILL = 3;
const held = document.getElementById("held");
const growing = document.getElementById("growing");
const number = (count, one, many) => `${count.toLocaleString("en")} ${count === 1 ? one : many}`;

let first = null;
let last = null;
let still = 0;

async function look() {
  if (document.hidden) return;
  try {
    const now = await (await fetch("/health")).json();
    first ??= now;
    still = last && now.articles === last.articles ? still + 1 : 0;
    const came = now.articles - first.articles;
    if (came > 0) {
      const articles = document.createElement("b");
      articles.textContent = number(now.articles, "article", "articles");
      held.replaceChildren(articles, `, ${number(now.paragraphs, "paragraph", "paragraphs")}, ${number(now.quotations, "quotation", "quotations")}`);
      const done = still >= STILL;
      growing.textContent = `${number(came, "article has", "articles have")} come in since this page was opened${done ? "." : ", and more are coming."}`;
    }
    last = now;
  } catch {
    // The next look will tell.
  }
}

look();
setInterval(look, PAUSE);
