"use strict";

// The card of a place: what and where it is, and its claims one by one. What is in it, not where it stands.
(function (geobrief) {
  const { element, disc } = geobrief;

  function exactness(place, { say, language }) {
    if (!place.label) return say("notLocatedLong");
    if (place.radiusKm) {
      return say("exactRadius", { radius: geobrief.formatLength(place.radiusKm, language) });
    }
    return say(place.shape.length || place.lines.length ? "exactArea" : "exactPoint");
  }

  // "geonames:468082" as a link to that record, other sources as they are.
  function sourceNode(source, say) {
    const [, register, id] = /^(geonames|geobrief):(.+)$/.exec(source) || [];
    if (register === "geonames" && /^\d+$/.test(id))
      return geobrief.outside(`https://www.geonames.org/${id}`, say("source_geonames", { id }));
    return register === "geobrief" ? say("source_geobrief") : geobrief.outside(source, source);
  }

  // "coordinates from GeoNames 468082"
  function origin(place, say) {
    if (!place.source) return [];
    const [before, after] = say("coordinatesFrom", { source: "\u0000" }).split("\u0000");
    return [before, sourceNode(place.source, say), after];
  }

  const provenance = (place, say) => (place.source ? [say("separator"), ...origin(place, say)] : []);

  // Where the coordinates come from, behind a small button: a reader asks for it once, a checker each time.
  function originParts(place, { say, grown }) {
    if (!place.source && !place.note) return [];
    const told = element(
      "p",
      { id: "card-origin", class: "about origin", hidden: true },
      ...(place.note ? [element("bdi", null, place.note), " "] : []),
      element("span", { class: "from" }, ...origin(place, say)),
    );
    const button = element("button", {
      type: "button",
      class: "info",
      "aria-expanded": "false",
      "aria-controls": "card-origin",
      "aria-label": say("howLocated"),
      title: say("howLocated"),
    });
    button.addEventListener("click", () => {
      told.hidden = !told.hidden;
      button.setAttribute("aria-expanded", String(!told.hidden));
      grown();
    });
    return [button, told];
  }

  function head(place, page) {
    const { say, close } = page;
    const button = element("button", { type: "button", class: "close", "aria-label": say("close") }, "✕");
    button.addEventListener("click", close);
    const [info, told] = originParts(place, page);
    return element(
      "header",
      null,
      disc(place, { "aria-hidden": "true" }),
      element("h2", { id: "card-name", tabindex: "-1", dir: "auto" }, place.name),
      info,
      button,
      element("p", { class: "about" }, geobrief.describeKind(place, say), say("separator"), exactness(place, page)),
      told,
    );
  }

  function stepper(place, { say, step }) {
    const count = element("span", { class: "count" });
    const told = element("span", { class: "offscreen", "aria-live": "polite" });
    const button = (label, sign, by) => {
      const node = element("button", { type: "button", "aria-label": say(label), title: say(label) }, sign);
      node.addEventListener("click", () => step(by));
      return node;
    };
    const steps = place.claims.length > 1 ? [button("previousClaim", "↑", -1), button("nextClaim", "↓", 1)] : [];
    return element("footer", null, count, told, ...steps);
  }

  // The whole card of a place, ready to be shown.
  function placeCard(place, page) {
    const claims = place.claims.map((claim) => geobrief.claimCard(claim, place, page));
    const body = claims.length ? claims : [element("p", { class: "nothing" }, page.say("noClaims"))];
    return [
      head(place, page),
      element("div", { class: "claims", tabindex: "0", role: "group", "aria-labelledby": "card-name" }, ...body),
      stepper(place, page),
    ];
  }

  Object.assign(geobrief, { placeCard, exactness, provenance });
})((globalThis.geobrief ??= {}));
