"use strict";

// Evidence on the page: the words that a part of a claim was read from are marked, and pointing at either lights both,
// on the card and in the article alike. Both carry `data-of`, the claim, and `data-parts`.
(function (geobrief) {
  const { element } = geobrief;

  // What a part says, as a reader is told: "Date: June 2024".
  function partText(claim, part, { say, language }) {
    const [kind, row] = part.split("-");
    const told = {
      by: () => [say("facet_source"), claim.by || say("noSource")],
      certainty: () => [say("facet_certainty"), say(`certainty_${claim.certainty}`)],
      quantity: () => [say("partQuantity"), geobrief.formatQuantity(claim.amounts[row], language)],
      when: () => [say("facet_date"), geobrief.formatTime(claim.when, { say, language })],
      flow: () => [
        say("partFlow"),
        say("flow", { from: claim.flow.from?.name ?? "", to: claim.flow.to?.name ?? "" }),
      ],
      inferred: () => [say("partPlace"), [...claim.inferred].map(nameIn(claim))[row]],
    };
    const [name, value] = told[kind]();
    return say("namedPart", { name, value });
  }

  const nameIn = (claim) => (id) => claim.places.find((place) => place.id === id)?.name ?? id;

  const evidenceMark = (claim, parts, page, attributes, ...children) =>
    element(
      "mark",
      {
        "data-of": claim.id,
        "data-parts": parts.join(" "),
        class: parts.every((part) => part === "flow") ? "wide" : null,
        title: parts.map((part) => partText(claim, part, page)).join("\n"),
        ...attributes,
      },
      ...children,
    );

  // A claim's quote in marks; gives the ids of the marks of each part, for who cannot see them light up.
  function markedQuote(claim, page) {
    const row = page.brief.claims.indexOf(claim);
    const ids = {};
    const nodes = geobrief.quotePieces(claim).map(({ text, parts }, i) => {
      if (!parts.length) return text;
      const id = `words-${row}-${i}`;
      for (const part of parts) ids[part] = [...(ids[part] || []), id];
      return evidenceMark(claim, parts, page, { id }, text);
    });
    return { nodes, ids };
  }

  const textNodes = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) found.push(walker.currentNode);
    return found;
  };

  // Marks the evidence in a claim's elements of the article, each with where it begins in `data-start`. Gives a
  // function that takes the marks away again.
  function markWords(nodes, claim, page) {
    const document_ = page.brief.documents.find(({ id }) => id === claim.document);
    const at = geobrief.codeUnits(document_?.text ?? "");
    const spans = geobrief.evidenceRuns(geobrief.evidenceOf(claim), claim.start, claim.end);
    const inUnits = spans.map(({ start, end, parts }) => ({ start: at(start), end: at(end), parts })).reverse();
    const made = nodes.flatMap((node) => {
      let begin = Number(node.dataset.start);
      return textNodes(node).flatMap((text) => {
        const start = begin;
        begin += text.data.length;
        return wrapped(text, start, begin, inUnits, (parts) => evidenceMark(claim, parts, page));
      });
    });
    return () => made.forEach(unwrap);
  }

  // Wraps what of the spans, last first, lies in a text node.
  function wrapped(text, begin, end, spans, make) {
    return spans
      .filter((span) => span.start < end && span.end > begin)
      .map((span) => {
        const range = document.createRange();
        range.setStart(text, Math.max(0, span.start - begin));
        range.setEnd(text, Math.min(text.data.length, span.end - begin));
        const mark = make(span.parts);
        range.surroundContents(mark);
        return mark;
      });
  }

  function unwrap(mark) {
    const { parentNode } = mark;
    if (!parentNode) return;
    mark.replaceWith(...mark.childNodes);
    parentNode.normalize();
  }

  // Lights what belongs to the parts of a claim, and gives it.
  function light({ of, parts } = {}) {
    if (!of) return [];
    const wanted = parts.split(" ");
    const nodes = [...document.querySelectorAll(`[data-of="${CSS.escape(of)}"]`)];
    const lit = nodes.filter((node) => node.dataset.parts.split(" ").some((part) => wanted.includes(part)));
    for (const node of lit) node.classList.add("told");
    return lit;
  }

  // Follows pointer and focus in the given elements; a part that is pressed stays lit until it is pressed again.
  function followEvidence(roots) {
    let pressed = null;
    let lit = [];
    // These parts and nothing else.
    const tell = (parts) => {
      for (const node of lit) node.classList.remove("told");
      lit = light(parts);
    };
    const rest = () => tell(pressed?.dataset);
    for (const root of roots) {
      for (const start of ["pointerover", "focusin"])
        root.addEventListener(start, (event) => {
          const node = event.target.closest?.("[data-parts]");
          if (node) tell(node.dataset);
          else rest();
        });
      for (const end of ["pointerleave", "focusout"]) root.addEventListener(end, rest);
      root.addEventListener("click", (event) => {
        const node = event.target.closest?.("[aria-pressed]");
        if (!node) return;
        pressed?.setAttribute("aria-pressed", "false");
        pressed = pressed === node ? null : node;
        pressed?.setAttribute("aria-pressed", "true");
        tell(node.dataset);
      });
    }
  }

  Object.assign(geobrief, { markedQuote, markWords, followEvidence });
})((globalThis.geobrief ??= {}));
