// Says how far an import has come while it runs: the archive's counts are looked at now and then.

const PAUSE = 15000;

/** `again` is called when one asks to see what has come in. */
export function watchGrowth(again) {
  const counts = document.getElementById("counts");
  const line = document.getElementById("growth");
  if (!counts || !line) return;
  let shown = Number(counts.dataset.articles);

  async function look() {
    if (document.hidden) return;
    try {
      const { articles } = await (await fetch(`${document.documentElement.dataset.path ?? ""}/health`)).json();
      if (!(articles > shown)) return;
      const link = document.createElement("button");
      link.type = "button";
      link.className = "link";
      const more = articles - shown;
      link.textContent = `${more.toLocaleString("en")} more ${more === 1 ? "article has" : "articles have"} come in. Search again`;
      link.addEventListener("click", () => {
        shown = articles;
        line.replaceChildren();
        again();
      });
      line.replaceChildren(link);
    } catch {
      // The next look will tell.
    }
  }
  setInterval(look, PAUSE);
}
