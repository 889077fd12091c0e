"use strict";

// A claim on the card of a place: its quote, and its parts with the words that each was read from.
(function (geobrief) {
  const { element, disc } = geobrief;
  // Of these somebody is the source, whether the text names him or not.
  const SOURCED = new Set(["attributed", "reported", "claimed", "doubted", "denied"]);

  // "Kyrylo Budanov (“He”)": the source, and in what other words the quote or the text calls it.
  function sourceText(claim, say) {
    if (!claim.by) return say(SOURCED.has(claim.certainty) ? "noSource" : "byAuthor");
    const words = geobrief.sourceWords(claim);
    const called = words ? say("quoted", { text: words }) : claim.by_name !== claim.by && claim.by_name;
    return called ? say("aside", { name: claim.by, aside: called }) : claim.by;
  }

  // A part of the claim; a button where words of the quote tell it, which lights them. `more` follows its text.
  function partNode(claim, part, ids, text, name = "", more = []) {
    if (!ids[part]) return element("span", { class: name || null }, element("bdi", null, text), ...more);
    return element(
      "button",
      {
        type: "button",
        class: `part ${name}`.trim(),
        "aria-pressed": "false",
        "aria-describedby": ids[part].join(" "),
        "data-of": claim.id,
        "data-parts": part,
      },
      element("bdi", null, text),
      ...more,
    );
  }

  // Who says it, and whether that is a person, an institution or nobody named.
  function sourceNode(claim, ids, say) {
    const kind = claim.by_kind ? element("span", { class: "kind" }, say(`sourceKind_${claim.by_kind}`)) : null;
    return partNode(claim, "by", ids, sourceText(claim, say), claim.by ? "source" : "", kind ? [" ", kind] : []);
  }

  // Places that the quote does not name, with the words that mean them; the card's own place goes without its name.
  function inferredParts(claim, place, ids, page) {
    const { say } = page;
    return [...claim.inferred].flatMap((id, row) => {
      const meant = claim.places.find((other) => other.id === id);
      const words = geobrief.wordsOf(claim, claim.inferred_spans?.[row]);
      if (!meant || (meant !== place && !words)) return [];
      const text = words ? say("inferredFrom", { words: say("quoted", { text: words }) }) : say("inferred");
      const told = meant === place ? text : say("namedPart", { name: meant.name, value: text });
      return [partNode(claim, `inferred-${row}`, ids, told)];
    });
  }

  // How sure, who says it, how much, when, and whether the place is only meant.
  function facts(claim, place, ids, page) {
    const { say, language } = page;
    const parts = [
      sourceNode(claim, ids, say),
      ...claim.amounts.map((quantity, row) =>
        partNode(claim, `quantity-${row}`, ids, geobrief.formatQuantity(quantity, language)),
      ),
      ...(claim.when ? [partNode(claim, "when", ids, geobrief.formatTime(claim.when, page))] : []),
      ...inferredParts(claim, place, ids, page),
    ];
    const certainty = partNode(claim, "certainty", ids, say(`certainty_${claim.certainty}`), `tag ${claim.certainty}`);
    const between = say("separator").trim();
    return element("p", { class: "facts" }, certainty, ...parts.flatMap((part, i) => (i ? [between, part] : [part])));
  }

  const quoteNode = (claim, nodes) =>
    element("blockquote", { dir: "auto", lang: claim.language }, element("span", { class: "quoted" }, ...nodes));

  // Goes on to another place, with the claim where it is one of the claim's.
  function placeLink(place, claim, ids) {
    const own = claim.places.includes(place);
    return element(
      "a",
      {
        class: "place-link",
        href: geobrief.formatAddress({ claim: own ? claim.id : null, place: place.id }),
        "aria-describedby": ids?.join(" "),
      },
      disc(place),
      element("span", { dir: "auto" }, place.name),
    );
  }

  // The two ends of a movement, in its direction.
  function movement(claim, ids, say) {
    const { flow } = claim;
    if (!flow?.from || !flow.to) return null;
    const pieces = say("flow", { from: "\u0001", to: "\u0002" }).split(/([\u0001\u0002])/);
    const ends = { "\u0001": flow.from, "\u0002": flow.to };
    return element(
      "p",
      { class: "others movement", "data-of": claim.id, "data-parts": "flow" },
      ...pieces.map((piece) => (ends[piece] ? placeLink(ends[piece], claim, ids.flow) : piece)),
    );
  }

  // The claim's other places that its movement does not name.
  function others(claim, place, say) {
    const told = [place, claim.flow?.to && claim.flow.from, claim.flow?.from && claim.flow.to];
    const rest = claim.places.filter((other) => !told.includes(other));
    if (!rest.length) return null;
    return element("p", { class: "others" }, say("alsoPlaces"), ...rest.map((other) => placeLink(other, claim)));
  }

  function actions(claim, page) {
    const button = claim.inText ? element("button", { type: "button", class: "to-text" }, page.say("showInText")) : null;
    button?.addEventListener("click", () => page.showInText(claim));
    const copy = geobrief.copyButton("copyQuote", () => page.cite(claim), page, { class: "to-text" });
    return element("p", { class: "actions" }, button, ...copy);
  }

  function claimCard(claim, place, page) {
    const { nodes, ids } = geobrief.markedQuote(claim, page);
    const note = claim.note ? element("p", { class: "note", dir: "auto" }, claim.note) : null;
    const source = claim.url ? element("p", { class: "note" }, geobrief.outside(claim.url, claim.url)) : null;
    return element(
      "article",
      { class: "card-claim", "data-card-claim": claim.id },
      geobrief.quoteNode(claim, nodes),
      facts(claim, place, ids, page),
      element("div", { class: "elsewhere" }, movement(claim, ids, page.say), others(claim, place, page.say)),
      note,
      source,
      geobrief.besideNode(claim, page),
      actions(claim, page),
    );
  }

  Object.assign(geobrief, { claimCard, quoteNode, sourceText });
})((globalThis.geobrief ??= {}));
