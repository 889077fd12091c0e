"use strict";

// The card of a place: what and where it is, and its claims one by one. What is in it, not where it stands.
(function (geobrief) {
  const { element, disc, tag } = geobrief;

  function exactness(place, { say, language }) {
    if (!place.label) return say("notLocatedLong");
    if (place.radiusKm) {
      return say("exactRadius", { radius: geobrief.formatLength(place.radiusKm, language) });
    }
    if (place.symbol === "area" || place.symbol === "country" || place.symbol === "water") return say("exactArea");
    return say("exactPoint");
  }

  // "geonames:468082" as a link to that record, other sources as they are.
  function sourceNode(source, say) {
    const [, register, id] = /^(geonames|geobrief):(.+)$/.exec(source) || [];
    if (register === "geonames" && /^\d+$/.test(id))
      return geobrief.outside(`https://www.geonames.org/${id}`, say("source_geonames", { id }));
    return register === "geobrief" ? say("source_geobrief") : geobrief.outside(source, source);
  }

  function provenance(place, say) {
    if (!place.source) return [];
    const [before, after] = say("coordinatesFrom", { source: "\u0000" }).split("\u0000");
    return [say("separator"), before, sourceNode(place.source, say), after];
  }

  function head(place, page) {
    const { say, close } = page;
    const button = element("button", { type: "button", class: "close", "aria-label": say("close") }, "✕");
    button.addEventListener("click", close);
    const line = element(
      "p",
      { class: "about" },
      geobrief.describeKind(place, say),
      say("separator"),
      exactness(place, page),
      ...provenance(place, say),
    );
    const note = place.note ? element("p", { class: "about", dir: "auto" }, place.note) : null;
    const name = element("h2", { id: "card-name", tabindex: "-1", dir: "auto" }, place.name);
    return element(
      "header",
      null,
      disc(place, { "aria-hidden": "true" }),
      element("div", null, name, line, note),
      button,
    );
  }

  // Who says it, how much, when, and whether the place is only meant.
  function facts(claim, place, page) {
    const { say } = page;
    const parts = [
      claim.by,
      ...claim.quantities.map((quantity) => geobrief.formatQuantity(quantity, page.language)),
    ];
    if (claim.when) parts.push(geobrief.formatTime(claim.when, page));
    if (claim.inferred.has(place.id)) parts.push(say("inferred"));
    const line = parts
      .filter(Boolean)
      .flatMap((part, i) => [i > 0 ? say("separator") : "", element("bdi", null, part)]);
    return element("p", { class: "facts" }, tag(claim.certainty, say), ...line);
  }

  const placeLink = (place) =>
    element(
      "a",
      { class: "place-link", href: `#place=${encodeURIComponent(place.id)}` },
      disc(place),
      element("span", { dir: "auto" }, place.name),
    );

  // The claim's other places; a flow says which way it goes.
  function others(claim, place, say) {
    const { flow } = claim;
    if (flow?.from && flow?.to) {
      const pieces = say("flow", { from: "\u0001", to: "\u0002" }).split(/([\u0001\u0002])/);
      const ends = { "\u0001": flow.from, "\u0002": flow.to };
      return element(
        "p",
        { class: "others" },
        ...pieces.map((piece) => (ends[piece] ? placeLink(ends[piece]) : piece)),
      );
    }
    const rest = claim.places.filter((other) => other !== place);
    return rest.length ? element("p", { class: "others" }, say("alsoPlaces"), " ", ...rest.map(placeLink)) : null;
  }

  function claimCard(claim, place, page) {
    const { say } = page;
    const button = claim.inText ? element("button", { type: "button", class: "to-text" }, say("showInText")) : null;
    button?.addEventListener("click", () => page.showInText(claim));
    const note = claim.note ? element("p", { class: "facts", dir: "auto" }, claim.note) : null;
    const source = claim.url ? element("p", { class: "facts" }, geobrief.outside(claim.url, claim.url)) : null;
    const quote = element("blockquote", { dir: "auto", lang: claim.language }, claim.quote);
    return element(
      "article",
      { class: "card-claim", "data-card-claim": claim.id },
      quote,
      facts(claim, place, page),
      others(claim, place, say),
      note,
      source,
      geobrief.besideNode(claim, page),
      button,
      ...geobrief.copyButton("copyQuote", () => page.cite(claim), page, { class: "to-text" }),
    );
  }

  function stepper(place, { say, step }) {
    const count = element("span", { class: "count", "aria-live": "polite" });
    const button = (label, sign, by) => {
      const node = element("button", { type: "button", "aria-label": say(label) }, sign);
      node.addEventListener("click", () => step(by));
      return node;
    };
    const steps = place.claims.length > 1 ? [button("previousClaim", "↑", -1), button("nextClaim", "↓", 1)] : [];
    return element("footer", null, count, ...steps);
  }

  // The whole card of a place, ready to be shown.
  function placeCard(place, page) {
    const claims = place.claims.map((claim) => claimCard(claim, place, page));
    const body = claims.length ? claims : [element("p", { class: "nothing" }, page.say("noClaims"))];
    return [
      head(place, page),
      element("div", { class: "claims", tabindex: "0", role: "group", "aria-labelledby": "card-name" }, ...body),
      stepper(place, page),
    ];
  }

  Object.assign(geobrief, { placeCard, exactness, provenance });
})((globalThis.geobrief ??= {}));
