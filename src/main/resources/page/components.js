// <onrecord-search>, <onrecord-quote> and <onrecord-trends>: who said what, and when, in any page. One script, no build
// step, nothing else loaded.
//
//   <script src="https://archive.example/embed/onrecord.js" defer></script>
//   <onrecord-search q="ferry" party="Harbour Party"></onrecord-search>
//   <onrecord-quote quote="bridge~q-fe2e7faf5d"></onrecord-quote>
//   <onrecord-trends q="ferry" series="speaker:Ruth Alder|speaker:Tom Birch" interval="month"></onrecord-trends>
//
// endpoint: the service's address; the one that the script is from where it is left out. key: a key that may stand in pages.
// lang: the language of dates and numbers. text-NAME: another wording of TEXTS, {…} kept as it is:
//   <onrecord-search lang="de" text-search="Suchen" text-hits-one="{n} Treffer" text-hits-other="{n} Treffer">
// Colours and type: --onrecord-ink, -dim, -paper, -line, -link, -mark, -serif, -sans.
// What comes from the archive enters by text nodes and attributes only.
(() => {
  "use strict";
  const HOME = new URL(document.currentScript ? ".." : "/", document.currentScript?.src ?? location.href).href;
  const FILTERS = ["type", "match", "syntax", "speaker", "party", "mention", "mentionedParty", "outlet", "section",
    "author", "tag", "language", "kind", "polarity", "speaksFor", "marked", "formerParty", "role", "gender", "unsaid",
    "minConfidence", "minSpeakerConfidence", "from", "to", "sort"];
  const TEXTS = {
    label: "Search what people said",
    search: "Search",
    searching: "Searching…",
    more: "More",
    choose: "Choose",
    "read-in-place": "Read in place",
    "hits-one": "{n} hit",
    "hits-other": "{n} hits",
    relaxed: "Nothing holds all of these words. {hits} with any of them",
    "no-search": "This cannot be searched: {why}",
    "no-quotation": "The quotation cannot be shown: {why}",
    "no-id": "Which quotation? Set the attribute quote.",
    late: "no answer in time",
    "answered-with": "the archive answered {status}",
    nobody: "Nobody is named as saying it",
    perhaps: "perhaps {who}",
    and: "{one} and {other}",
    for: "{who} for {other}",
    denied: "{who} denies",
    asked: "{who} asks",
    hypothetical: "{who} would say",
    refused: "{who} refuses",
    unsaid: "{who} did not say",
    direct: "verbatim",
    indirect: "reported, not verbatim",
    mixed: "reported, with verbatim pieces",
    "marks-lost": "{how}, its quotation marks lost in the archive",
  };
  const WORDED = Object.keys(TEXTS).map((name) => `text-${name}`);
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
    @media (prefers-color-scheme:dark){:host([theme=auto]){--onrecord-ink:#ECE8DF;--onrecord-dim:#B1AA9F;
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
  const named = ({ name, party }) => name + (party ? ` (${party.name})` : "");

  /** What both have: an endpoint, a shadow, one request at a time. */
  class Part extends HTMLElement {
    #request = null;

    /** A text in the page's words, what stands in braces filled in. */
    say(name, values = {}) {
      const text = this.getAttribute(`text-${name}`) ?? TEXTS[name];
      return text.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
    }

    /** The language of dates and numbers; nothing where nobody names one, or none that there is. */
    get language() {
      const language = this.getAttribute("lang");
      try {
        return Intl.getCanonicalLocales(language || [])[0];
      } catch {
        return undefined;
      }
    }

    /** How many, by the language's own plurals: text-hits-few and so on. */
    hits(total) {
      const language = this.language ?? "en";
      const name = `hits-${new Intl.PluralRules(language).select(total)}`;
      const known = this.hasAttribute(`text-${name}`) || name in TEXTS ? name : "hits-other";
      return this.say(known, { n: total.toLocaleString(language) });
    }

    /** A day as the page's language writes it; as it is where nobody names one. */
    day(day) {
      return day && this.language
        ? new Intl.DateTimeFormat(this.language, { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`))
        : day;
    }

    /** Who says it, for whom, and whether it is said at all. */
    said({ speaker, speakers, speaksFor, polarity, speakerConfidence }) {
      let who = speakers.length > 0
        ? speakers.map(named).reduce((one, other) => this.say("and", { one, other }))
        : speaker ? speaker.name : this.say("nobody");
      if (speakers.length > 0 && speakerConfidence < 0.5) who = this.say("perhaps", { who });
      if (speaksFor) who = this.say("for", { who, other: speaksFor.name });
      return polarity in TEXTS ? this.say(polarity, { who }) : who;
    }

    how({ kind, marked: marks }) {
      const how = this.say(kind);
      return kind === "direct" && !marks ? this.say("marks-lost", { how }) : how;
    }

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
      const late = setTimeout(() => request.abort(new Error(this.say("late"))), WAIT_MS);
      const key = this.getAttribute("key");
      try {
        const answer = await fetch(this.address(path), {
          signal: request.signal,
          headers: { Accept: "application/json", ...(key ? { Authorization: `Bearer ${key}` } : {}) },
          credentials: "omit",
        });
        const body = await answer.json();
        if (!answer.ok) throw new Error(body.detail ?? this.say("answered-with", { status: answer.status }));
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
      const button = el("button", { type: "button" }, this.say("choose"));
      button.addEventListener("click", () => this.tell("select", hit));
      return button;
    }
  }

  class OnRecordQuote extends Part {
    static observedAttributes = ["endpoint", "key", "lang", "quote", ...WORDED];

    connectedCallback() {
      this.render();
    }

    async render() {
      const id = this.getAttribute("quote");
      if (!id) return this.shadowRoot.replaceChildren(el("p", {}, this.say("no-id")));
      try {
        const quote = await this.ask(`api/v1/quotes/${encodeURIComponent(id)}`);
        if (quote) {
          this.show(quote);
          this.tell("ready", quote);
        }
      } catch (error) {
        this.shadowRoot.replaceChildren(el("p", { role: "alert" }, this.say("no-quotation", { why: error.message })));
        this.tell("error", { message: error.message });
      }
    }

    show({ id, article, quotation }) {
      this.shadowRoot.replaceChildren(
        el("figure", {},
          el("blockquote", { class: "words", dir: "auto" }, quotation.content),
          el("figcaption", { class: "facts" }, el("b", {}, this.said(quotation)), " ",
            facts(this.how(quotation), this.day(article.date), article.outlet), " · ",
            this.link(`quotes/${encodeURIComponent(id)}`, "OnRecord"))));
    }
  }

  class OnRecordSearch extends Part {
    static observedAttributes = ["endpoint", "key", "lang", "q", "size", "label", ...WORDED, ...FILTERS.map((name) => name.toLowerCase())];
    #list;
    #status;
    #input;
    #more;
    #submit;
    #next = null;

    connectedCallback() {
      if (!this.#list) this.#build();
      this.render();
    }

    #build() {
      this.#input = el("input", { type: "search", name: "q", autocomplete: "off" });
      this.#list = el("ol", {});
      this.#status = el("p", { class: "facts", role: "status" });
      this.#more = el("button", { type: "button", hidden: true });
      this.#submit = el("button", { type: "submit" });
      const form = el("form", { role: "search" }, this.#input, this.#submit);
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
      const label = this.getAttribute("label") || this.say("label");
      this.#input.setAttribute("aria-label", label);
      this.#input.placeholder = label;
      this.#submit.textContent = this.say("search");
      this.#more.textContent = this.say("more");
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
      this.#status.textContent = this.say("searching");
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
        this.#status.textContent = this.say("no-search", { why: error.message });
        this.tell("error", { message: error.message });
      }
    }

    #sum({ total, query }) {
      const hits = this.hits(total);
      return query.relaxed ? this.say("relaxed", { hits }) : hits;
    }

    #item(hit) {
      const snippet = hit.snippets.find(({ field }) => field === "text");
      const words = snippet ? marked(snippet.text, snippet.highlights) : [hit.text];
      const spoken = (hit.quotation ? [hit.quotation] : hit.quotations).map((one) => this.said(one));
      return el("li", {},
        el("p", { class: "words", dir: "auto" }, words),
        el("p", { class: "facts" }, el("b", {}, [...new Set(spoken)].join(", ")), " ",
          facts(this.day(hit.article.date), hit.article.outlet, hit.article.title), " · ",
          this.link(this.page(hit), this.say("read-in-place")), " ", this.hasAttribute("choose") ? this.select(hit) : null));
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
