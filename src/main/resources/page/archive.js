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
    const now = await (await fetch(`${document.documentElement.dataset.path ?? ""}/health`)).json();
    first ??= now;
    still = last && now.articles === last.articles ? still + 1 : 0;
    const came = now.articles - first.articles;
    if (came > 0) {
      const articles = document.createElement("b");
      articles.textContent = number(now.articles, "article", "articles");
      const paragraphs = number(now.paragraphs, "paragraph", "paragraphs");
      const quotations = number(now.quotations, "quotation", "quotations");
      held.replaceChildren(articles, `, ${paragraphs}, ${quotations}`);
      const done = still >= STILL;
      const since = `${number(came, "article has", "articles have")} come in since this page was opened`;
      growing.textContent = since + (done ? "." : ", and more are coming.");
    }
    last = now;
  } catch {
    // The next look will tell.
  }
}

look();
setInterval(look, PAUSE);
