"use strict";

// The reading side: each article with its claims underlined and its places numbered.
(function (geobrief) {
  const { element } = geobrief;
  // An article with more claims than these shows its first blocks; the others follow once the map is drawn.
  const MANY = 400;
  const FIRST = 4;

  // The last word and the number in one piece: a line never begins with a number.
  function bound(text, number) {
    const at = text.search(/\S+$/);
    return at < 0 ? [text, number] : [text.slice(0, at), element("span", { class: "bound" }, text.slice(at), number)];
  }

  // The number that follows a toponym is drawn by the style sheet, so that a copied quote stays the quote.
  function mentionNode(node, brief) {
    const place = brief.place.get(node.mention.place);
    if (!place) return node.text;
    const number = node.last && place.number ? element("span", { class: "number", "data-number": place.number }) : null;
    return element(
      "span",
      { class: place.out ? "mention out" : "mention", "data-mention": place.id },
      ...(number ? bound(node.text, number) : [node.text]),
    );
  }

  // The elements of each claim, and those of each place's mentions, as they come to be.
  class Index {
    constructor() {
      Object.assign(this, { claims: new Map(), mentions: new Map() });
    }

    add(block) {
      for (const [name, key] of [
        ["claims", "claim"],
        ["mentions", "mention"],
      ])
        for (const node of block.querySelectorAll(`[data-${key}]`)) {
          const nodes = this[name].get(node.dataset[key]);
          if (nodes) nodes.push(node);
          else this[name].set(node.dataset[key], [node]);
        }
    }

    nodesOf(claims, places) {
      return [
        ...claims.flatMap(({ id }) => this.claims.get(id) || []),
        ...places.flatMap(({ id }) => this.mentions.get(id) || []),
      ];
    }
  }

  function claimNode(node, brief) {
    const { id, certainty } = node.claim;
    const out = brief.claim.get(id).out ? " out" : "";
    const attributes = { class: `claim ${certainty}${out}`, "data-claim": id, href: `#claim=${encodeURIComponent(id)}` };
    return element("a", { ...attributes, "data-start": node.start }, ...nodesOf(node.nodes, brief));
  }

  function nodesOf(nodes, brief) {
    return nodes.map((node) => {
      if (typeof node === "string") return node;
      return node.claim ? claimNode(node, brief) : mentionNode(node, brief);
    });
  }

  // `top` is the level of the text's highest heading: it comes next below the article's own.
  function block(segment, top, brief) {
    if (segment.rule) return element("hr");
    const name = segment.level ? `h${Math.min(6, segment.level - top + 3)}` : "p";
    const attributes = { dir: "auto", class: segment.unended ? "unended" : null, "data-start": segment.start };
    return element(name, attributes, ...nodesOf(segment.nodes, brief));
  }

  function byline(document, brief, say, language) {
    const placed = new Set(document.mentions.map((mention) => mention.place).filter((id) => brief.place.has(id)));
    const parts = [
      geobrief.formatDay(document.published, language),
      document.publisher && say("documentAfter", { publisher: document.publisher }),
      placed.size && say("placeCount", { n: placed.size }),
      document.claims.length && say("claimCount", { n: document.claims.length }),
    ];
    return element("p", { class: "byline", lang: language }, parts.filter(Boolean).join(say("separator")));
  }

  function article(document, { brief, say, language, backlog }, index) {
    const title = document.title || say("documentUntitled");
    const text = geobrief.spaced(document.text, document.softLines);
    const blocks = geobrief.segment(text, document.claims, document.mentions);
    const top = blocks.reduce((least, { level }) => (level && level < least ? level : least), 6);
    const node = element(
      "article",
      { class: "article", lang: document.language || null, "data-document": document.id },
      document.title || brief.documents.length > 1 ? element("h2", { dir: "auto" }, title) : null,
      byline(document, brief, say, language),
    );
    const append = (segment) => {
      const made = block(segment, top, brief);
      index.add(made);
      node.append(made);
    };
    backlog.add(blocks, append, document.claims.length > MANY ? FIRST : blocks.length);
    return node;
  }

  const turnOut = (nodes, out) => nodes?.forEach((node) => node.classList.toggle("out", out));

  // Fills `root` with all articles, which it gives back, keeps the selected and lit claims marked in them, and gives
  // the page its `showInText(claim)`, which brings a claim's words into view, in their own scrolling column, and the
  // focus to them unless that is wanted elsewhere.
  function showArticles(root, page) {
    const index = new Index();
    const articles = page.brief.documents.map((document) => article(document, page, index));
    root.append(...articles);
    root.classList.toggle("long", page.brief.claims.length > MANY);
    const marked = { selected: [], lit: [] };
    let unmark = () => {};
    // The chosen claim shows the words that its parts were read from.
    const showEvidence = ({ claim }) => {
      unmark();
      unmark = claim ? geobrief.markWords(index.claims.get(claim.id) || [], claim, page) : () => {};
    };
    const choose = (selection) => {
      mark("selected", selection);
      showEvidence(selection);
    };
    const mark = (name, { claim, place }) => {
      for (const old of marked[name]) old.classList.remove(name);
      const claims = claim ? [claim] : name === "lit" && place ? place.claims : [];
      marked[name] = index.nodesOf(claims, place ? [place] : []);
      for (const node of marked[name]) node.classList.add(name);
    };
    page.selection.on("filter", (_, changed) => {
      for (const claim of changed.claims) turnOut(index.claims.get(claim.id), claim.out);
      for (const place of changed.places) turnOut(index.mentions.get(place.id), place.out);
    });
    page.selection.on("select", choose);
    page.selection.on("light", (_, lit) => mark("lit", lit));
    page.showInText = (claim, { focus = true } = {}) => {
      if (!index.claims.has(claim.id)) page.backlog.finish();
      const [node] = index.claims.get(claim.id) || [];
      if (!node) return;
      if (page.selection.claim === claim) choose(page.selection);
      node.scrollIntoView({ block: "center", behavior: geobrief.reducedMotion() ? "auto" : "smooth" });
      if (focus) node.focus({ preventScroll: true });
    };
    return articles;
  }

  Object.assign(geobrief, { showArticles });
})((globalThis.geobrief ??= {}));
