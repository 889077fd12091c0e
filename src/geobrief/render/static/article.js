"use strict";

// The reading side: each article with its claims underlined and its places numbered.
(function (geobrief) {
  const { element } = geobrief;

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
      { class: "mention", "data-mention": place.id },
      ...(number ? bound(node.text, number) : [node.text]),
    );
  }

  function claimNode(node, brief) {
    const { id, certainty } = node.claim;
    const attributes = { class: `claim ${certainty}`, "data-claim": id, href: `#claim=${encodeURIComponent(id)}` };
    return element("a", attributes, ...nodesOf(node.nodes, brief));
  }

  function nodesOf(nodes, brief) {
    return nodes.map((node) => {
      if (typeof node === "string") return node;
      return node.claim ? claimNode(node, brief) : mentionNode(node, brief);
    });
  }

  // `top` is the level of the text's highest heading: it comes next below the article's own.
  function block(segment, top, brief) {
    const name = segment.level ? `h${Math.min(6, segment.level - top + 3)}` : "p";
    return element(name, { dir: "auto" }, ...nodesOf(segment.nodes, brief));
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

  function article(document, { brief, say, language }) {
    const title = document.title || say("documentUntitled");
    const blocks = geobrief.segment(document.text, document.claims, document.mentions);
    const top = Math.min(...blocks.filter(({ level }) => level).map(({ level }) => level));
    return element(
      "article",
      { class: "article", lang: document.language || null },
      document.title || brief.documents.length > 1 ? element("h2", { dir: "auto" }, title) : null,
      byline(document, brief, say, language),
      ...blocks.map((segment) => block(segment, top, brief)),
    );
  }

  // All nodes of a claim or a place: a claim over two paragraphs has two.
  function nodesBy(root, name) {
    const nodes = new Map();
    for (const node of root.querySelectorAll(`[data-${name}]`)) {
      const id = node.dataset[name];
      if (nodes.has(id)) nodes.get(id).push(node);
      else nodes.set(id, [node]);
    }
    return nodes;
  }

  // Fills `root` with all articles, which it gives back, and keeps the selected and lit claims marked in them.
  function showArticles(root, page) {
    const articles = page.brief.documents.map((document) => article(document, page));
    root.append(...articles);
    const mark = (name, chosen) => {
      for (const old of root.querySelectorAll(`.${name}`)) old.classList.remove(name);
      if (!chosen) return;
      const { claim, place } = chosen;
      const claims = new Set(claim ? [claim.id] : name === "lit" && place ? place.claims.map((each) => each.id) : []);
      for (const node of root.querySelectorAll("[data-claim]"))
        node.classList.toggle(name, claims.has(node.dataset.claim));
      for (const node of root.querySelectorAll("[data-mention]"))
        node.classList.toggle(name, node.dataset.mention === place?.id);
    };
    const [claims, mentions] = [nodesBy(root, "claim"), nodesBy(root, "mention")];
    page.selection.on("filter", (_, changed) => {
      const turn = (nodes, { id, out }) => nodes.get(id)?.forEach((node) => node.classList.toggle("out", out));
      for (const claim of changed.claims) turn(claims, claim);
      for (const place of changed.places) turn(mentions, place);
    });
    page.selection.on("select", (selection) => mark("selected", selection));
    page.selection.on("light", (_, lit) => mark("lit", lit));
    return articles;
  }

  // Brings a claim's words into view, in its own scrolling column, and gives them the focus unless that is wanted elsewhere.
  function showInText(root, claim, { focus = true } = {}) {
    const node = [...root.querySelectorAll("[data-claim]")].find((each) => each.dataset.claim === claim.id);
    if (!node) return;
    node.scrollIntoView({ block: "center", behavior: geobrief.reducedMotion() ? "auto" : "smooth" });
    if (focus) node.focus({ preventScroll: true });
  }

  Object.assign(geobrief, { showArticles, showInText });
})((globalThis.geobrief ??= {}));
