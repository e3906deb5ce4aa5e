// <onrecord-search>, <onrecord-quote> and <onrecord-trends>: who said what, and when, in any page. One script, no build
// step, nothing else loaded.
//
//   <script src="https://archive.example/embed/onrecord.js" defer></script>
//   <onrecord-search q="ferry" party="Harbour Party"></onrecord-search>
//   <onrecord-quote quote="bridge~q-fe2e7faf5d"></onrecord-quote>
//   <onrecord-trends q="ferry" series="speaker:Ruth Alder|speaker:Tom Birch" interval="month"></onrecord-trends>
//
// endpoint: the service's address; the one that the script is from where it is left out.
// Colours and type: --onrecord-ink, -dim, -paper, -line, -link, -mark, -serif, -sans.
// What comes from the archive enters by text nodes and attributes only.
(() => {
  "use strict";
  const HOME = new URL(document.currentScript ? ".." : "/", document.currentScript?.src ?? location.href).href;
  const FILTERS = ["type", "match", "syntax", "speaker", "party", "mention", "mentionedParty", "outlet", "section",
    "author", "tag", "language", "kind", "polarity", "speaksFor", "unsaid", "minConfidence", "minSpeakerConfidence", "from", "to", "sort"];
  const KINDS = { direct: "verbatim", indirect: "reported, not verbatim", mixed: "reported, with verbatim pieces" };
  const WAIT_MS = 20_000;

  const STYLE = `
    :host{display:block;color:var(--onrecord-ink,#1A1917);background:var(--onrecord-paper,transparent);
      font:400 .9375rem/1.45 var(--onrecord-sans,system-ui,sans-serif);overflow-wrap:break-word}
    :host([hidden]){display:none}
    form{display:flex;gap:.4rem;margin:0 0 .5rem}
    input{flex:1;min-width:0}
    input,button{font:inherit;color:inherit;background:transparent;border:1px solid var(--onrecord-line,#837D72);
      padding:.35rem .6rem;min-height:1.75rem}
    button{cursor:pointer}
    a{color:var(--onrecord-link,#174A87)}
    :focus-visible{outline:3px solid var(--onrecord-link,#174A87);outline-offset:2px}
    p,ol,figure,blockquote{margin:0;padding:0}
    ol{list-style:none}
    li{padding:.6rem 0;border-top:1px solid var(--onrecord-line,#837D72)}
    .words{font-family:var(--onrecord-serif,Georgia,serif);font-size:1.0625rem;white-space:pre-line}
    blockquote.words{border-inline-start:3px solid currentColor;padding-inline-start:.8rem}
    mark{background:var(--onrecord-mark,#FFE28A);color:inherit}
    .facts{font-size:.8125rem;color:var(--onrecord-dim,#57534B);margin-top:.2rem}
    .facts b{color:var(--onrecord-ink,#1A1917)}
    @media (prefers-color-scheme:dark){:host([theme=auto]){--onrecord-ink:#ECE8DF;--onrecord-dim:#ABA499;
      --onrecord-paper:#151412;--onrecord-line:#857E73;--onrecord-link:#95BEF2;--onrecord-mark:#6A5200}}`;

  function el(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes ?? {})) {
      if (value !== null && value !== undefined && value !== false) element.setAttribute(key, value === true ? "" : value);
    }
    element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
    return element;
  }

  /** A text with its highlights, which count code points, in mark elements. */
  function marked(text, highlights) {
    const points = [...text];
    const parts = [];
    let end = 0;
    for (const { start, end: stop } of highlights) {
      parts.push(points.slice(end, start).join(""), el("mark", {}, points.slice(start, stop).join("")));
      end = stop;
    }
    return [...parts, points.slice(end).join("")];
  }

  const facts = (...words) => words.filter(Boolean).join(" · ");
  const TOLD = { denied: "denies", asked: "asks", hypothetical: "would say", refused: "refuses", unsaid: "did not say" };
  const named = ({ name, party }) => name + (party ? ` (${party.name})` : "");
  const perhaps = ({ speakers, speakerConfidence }) => (speakers.length > 0 && speakerConfidence < 0.5 ? "perhaps " : "");

  /** Who says it, for whom, and whether it is said at all. */
  function said(quotation) {
    const { speaker, speakers, speaksFor, polarity } = quotation;
    const who = speakers.length > 0 ? speakers.map(named).join(" and ") : speaker ? speaker.name : "Nobody is named as saying it";
    return [perhaps(quotation) + who, speaksFor && `for ${speaksFor.name}`, TOLD[polarity]].filter(Boolean).join(" ");
  }

  const how = ({ kind, marked: marks }) => KINDS[kind] + (kind === "direct" && !marks ? ", its quotation marks lost in the archive" : "");

  /** What both have: an endpoint, a shadow, one request at a time. */
  class Part extends HTMLElement {
    #request = null;

    constructor() {
      super();
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLE);
      this.attachShadow({ mode: "open" }).adoptedStyleSheets = [sheet];
    }

    disconnectedCallback() {
      this.#request?.abort();
    }

    attributeChangedCallback(name, before, after) {
      if (before !== after && this.isConnected) this.render();
    }

    address(path) {
      let base;
      try {
        base = new URL(this.getAttribute("endpoint") || HOME, document.baseURI);
      } catch {
        base = new URL(HOME);
      }
      return new URL(path.replace(/^\//, ""), /^https?:$/.test(base.protocol) ? base.href.replace(/\/?$/, "/") : HOME).href;
    }

    /** The answer as JSON; null where a later request has taken this one's place. */
    async ask(path) {
      this.#request?.abort();
      const request = new AbortController();
      this.#request = request;
      const late = setTimeout(() => request.abort(new Error("no answer in time")), WAIT_MS);
      try {
        const answer = await fetch(this.address(path), {
          signal: request.signal,
          headers: { Accept: "application/json" },
          credentials: "omit",
        });
        const body = await answer.json();
        if (!answer.ok) throw new Error(body.detail ?? `the archive answered ${answer.status}`);
        return this.#request === request ? body : null;
      } catch (error) {
        if (this.#request !== request || (request.signal.aborted && !this.isConnected)) return null;
        throw error;
      } finally {
        clearTimeout(late);
      }
    }

    tell(name, detail) {
      this.dispatchEvent(new CustomEvent(`onrecord-${name}`, { detail, bubbles: true, composed: true }));
    }

    link(path, words) {
      return el("a", { href: this.address(path), target: "_blank", rel: "noopener" }, words);
    }

    page(hit) {
      const article = encodeURIComponent(hit.article.id);
      return hit.quotation ? `quotes/${encodeURIComponent(hit.id)}` : `articles/${article}#p${hit.paragraph}`;
    }

    select(hit) {
      const button = el("button", { type: "button" }, "Choose");
      button.addEventListener("click", () => this.tell("select", hit));
      return button;
    }
  }

  class OnRecordQuote extends Part {
    static observedAttributes = ["endpoint", "quote"];

    connectedCallback() {
      this.render();
    }

    async render() {
      const id = this.getAttribute("quote");
      if (!id) return this.shadowRoot.replaceChildren(el("p", {}, "Which quotation? Set the attribute quote."));
      try {
        const quote = await this.ask(`api/v1/quotes/${encodeURIComponent(id)}`);
        if (quote) {
          this.show(quote);
          this.tell("ready", quote);
        }
      } catch (error) {
        this.shadowRoot.replaceChildren(el("p", { role: "alert" }, `The quotation cannot be shown: ${error.message}`));
        this.tell("error", { message: error.message });
      }
    }

    show({ id, article, quotation }) {
      this.shadowRoot.replaceChildren(
        el("figure", {},
          el("blockquote", { class: "words", dir: "auto" }, quotation.content),
          el("figcaption", { class: "facts" }, el("b", {}, said(quotation)), " ",
            facts(how(quotation), article.date, article.outlet), " · ",
            this.link(`quotes/${encodeURIComponent(id)}`, "OnRecord"))));
    }
  }

  class OnRecordSearch extends Part {
    static observedAttributes = ["endpoint", "q", "size", "label", ...FILTERS.map((name) => name.toLowerCase())];
    #list;
    #status;
    #input;
    #more;
    #next = null;

    connectedCallback() {
      if (!this.#list) this.#build();
      this.render();
    }

    #build() {
      const label = this.getAttribute("label") || "Search what people said";
      this.#input = el("input", { type: "search", name: "q", "aria-label": label, placeholder: label, autocomplete: "off" });
      this.#list = el("ol", {});
      this.#status = el("p", { class: "facts", role: "status" });
      this.#more = el("button", { type: "button", hidden: true }, "More");
      const form = el("form", { role: "search" }, this.#input, el("button", { type: "submit" }, "Search"));
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        if (this.getAttribute("q") === this.#input.value) this.render();
        else this.setAttribute("q", this.#input.value);
      });
      this.#more.addEventListener("click", () => this.#load(this.#next));
      this.shadowRoot.replaceChildren(form, this.#status, this.#list, this.#more);
    }

    async render() {
      if (!this.#list) return;
      this.#input.value = this.getAttribute("q") ?? "";
      await this.#load(null);
    }

    /** Attributes are the API's parameters; several values are parted by "|". */
    #query(after) {
      const query = new URLSearchParams({ facets: "none", q: this.getAttribute("q") ?? "", size: this.getAttribute("size") || "5" });
      for (const name of FILTERS) {
        for (const value of (this.getAttribute(name) ?? "").split("|")) if (value.trim()) query.append(name, value.trim());
      }
      if (after) query.set("after", after);
      return query;
    }

    async #load(after) {
      this.#status.textContent = "Searching…";
      try {
        const body = await this.ask(`api/v1/search?${this.#query(after)}`);
        if (!body) return;
        const items = body.hits.map((hit) => this.#item(hit));
        if (after) this.#list.append(...items);
        else this.#list.replaceChildren(...items);
        this.#next = body.next;
        this.#more.hidden = !body.next;
        this.#status.textContent = this.#sum(body);
        if (after) items[0]?.querySelector("a")?.focus();
        this.tell("results", { total: body.total, explained: body.query.explained });
      } catch (error) {
        if (!after) this.#list.replaceChildren();
        this.#more.hidden = true;
        this.#status.textContent = `This cannot be searched: ${error.message}`;
        this.tell("error", { message: error.message });
      }
    }

    #sum({ total, query }) {
      const found = `${total.toLocaleString("en")} ${total === 1 ? "hit" : "hits"}`;
      return query.relaxed ? `Nothing holds all of these words. ${found} with any of them` : found;
    }

    #item(hit) {
      const snippet = hit.snippets.find(({ field }) => field === "text");
      const words = snippet ? marked(snippet.text, snippet.highlights) : [hit.text];
      const spoken = (hit.quotation ? [hit.quotation] : hit.quotations).map(said);
      return el("li", {},
        el("p", { class: "words", dir: "auto" }, words),
        el("p", { class: "facts" }, el("b", {}, [...new Set(spoken)].join(", ")), " ",
          facts(hit.article.date, hit.article.outlet, hit.article.title), " · ",
          this.link(this.page(hit), "Read in place"), " ", this.hasAttribute("choose") ? this.select(hit) : null));
    }
  }

  const OWN = ["series", "split", "interval", "of"];
  const COMMON = FILTERS.filter((name) => !["type", "sort"].includes(name));

  /** Series over time: the service's drawing, and in words what it shows. */
  class OnRecordTrends extends Part {
    static observedAttributes = ["endpoint", "q", "show", ...OWN, ...COMMON.map((name) => name.toLowerCase())];

    connectedCallback() {
      this.render();
    }

    #query(more) {
      const query = new URLSearchParams(more);
      for (const name of ["q", ...OWN, ...COMMON]) {
        for (const value of (this.getAttribute(name) ?? "").split("|")) if (value.trim()) query.append(name, value.trim());
      }
      return query;
    }

    async render() {
      const shown = this.getAttribute("show") === "share" ? { show: "share" } : {};
      try {
        const trends = await this.ask(`api/v1/trends?${this.#query({ words: 0 })}`);
        if (trends) {
          this.show(trends, `api/v1/trends?${this.#query({ format: "svg", ...shown })}`, `trends?${this.#query(shown)}`);
          this.tell("ready", trends);
        }
      } catch (error) {
        this.shadowRoot.replaceChildren(el("p", { role: "alert" }, `This cannot be counted: ${error.message}`));
        this.tell("error", { message: error.message });
      }
    }

    show({ series, interval, query }, drawing, page) {
      const told = series.map(({ label, total, peak }) =>
        `${label}: ${total.toLocaleString("en")}${peak ? `, most in the ${interval} from ${peak.from}, ${peak.count.toLocaleString("en")}` : ""}`);
      this.shadowRoot.replaceChildren(
        el("figure", {},
          el("img", { src: this.address(drawing), alt: `Quotations by the ${interval}. ${told.join("; ")}`, width: "100%" }),
          el("figcaption", { class: "facts" }, facts(...told), ` (${query.explained}) · `, this.link(page, "OnRecord"))));
    }
  }

  for (const [name, part] of [["onrecord-quote", OnRecordQuote], ["onrecord-search", OnRecordSearch],
    ["onrecord-trends", OnRecordTrends]]) {
    if (!customElements.get(name)) customElements.define(name, part);
  }
})();
